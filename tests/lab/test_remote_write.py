# SPDX-License-Identifier: GPL-3.0-or-later
"""What collect tells a real Prometheus and a real VictoriaMetrics by remote write: sample for sample and time for time
what the timeline holds, across two restarts of the store and one of the collector.

Which program: the environment's TIDEMARK_PROGRAM, and TIDEMARK_WINDOW where there is a window. Exit status 77: a
registry cannot be reached, nothing was tested. With CI=true that is a failure.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import artifacts
import exporters
import process
import receivers
from errors import OUT_OF_REACH, LabError

IN_CI = os.environ.get("CI") == "true"
FIXTURE = Path(__file__).resolve().parent.parent / "fixtures" / "delta" / "orders"
STEP_S, SCRAPES, PARTITIONS = 15, 240, 10
HOLE = range(100, 110)
PAST = "6h"
CAUGHT_UP_S = 20.0


def history(begin: float) -> str:
    """Offsets of hours ago, as an exporter told them; a group has none for a while."""
    chance = random.Random(5)
    families: dict[str, list[str]] = {}
    high = [chance.randrange(1_000_000) for _ in range(PARTITIONS)]
    for n in range(SCRAPES):
        at = f"{begin + n * STEP_S + 0.317:.3f}"
        for p in range(PARTITIONS):
            high[p] += chance.randrange(2000)
            labels = f'cluster="prod",topic="orders",partition="{p}",job="k",instance="e:9308"'
            families.setdefault("kafka_topic_partition_current_offset", []).append(f"{{{labels}}} {high[p]} {at}")
            group = -1 if n in HOLE else high[p] - chance.randrange(100)
            families.setdefault("kafka_consumergroup_current_offset", []).append(
                f'{{consumergroup="billing \\"x\\"",{labels}}} {group} {at}')
    lines = [f"{family}{line}" for family, all_lines in families.items() for line in all_lines]
    return "\n".join([*lines, "# EOF", ""])


class RemoteWrite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-remote-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.running = exporters.Exporters(cls.folder)
        cls.addClassCleanup(cls.running.close)
        cls.begin = int(time.time()) - 4 * 3600
        file = cls.folder / "history.om"
        file.write_text(history(cls.begin))
        cls.stores = [receivers.Prometheus(cls.running), receivers.Victoria(cls.running)]
        for store in cls.stores:
            store.start()
        first = cls.timeline(cls.stores[0])
        done = cls.run_program("import", "--openmetrics", file, "--timeline", first)
        assert done.returncode == 0, done.stderr
        for store in cls.stores[1:]:
            shutil.copy(first, cls.timeline(store))
        cls.profile = cls.folder / "profile.json"
        cls.profile.write_text(json.dumps({"name": "remote", "catalogs": [
            {"name": "lake", "type": "delta", "path": str(FIXTURE), "poll": "500ms"}]}))

    @classmethod
    def timeline(cls, store: receivers.Receiver) -> Path:
        return cls.folder / f"{store.name}.tidemark"

    @staticmethod
    def run_program(*arguments: object) -> subprocess.CompletedProcess:
        return subprocess.run([os.environ["TIDEMARK_PROGRAM"], *map(str, arguments)], capture_output=True, text=True,
                              check=False, timeout=120)

    def collector(self, store: receivers.Receiver) -> Path:
        return self.running.pid_file(f"collect-{store.name}")

    def collect(self, store: receivers.Receiver) -> None:
        name = f"collect-{store.name}"
        self.running.started.append(name)
        process.start([os.environ["TIDEMARK_PROGRAM"], "collect", "--profile", str(self.profile), "--timeline",
                       str(self.timeline(store)), "--remote-write", store.url, "--remote-write-past", PAST],
                      self.collector(store), self.folder / f"{name}.log")

    def told(self, store: receivers.Receiver) -> dict:
        return json.loads(self.timeline(store).with_suffix(".remote-write").read_text())["receivers"][0]

    def moves_on(self, store: receivers.Receiver, beyond: int) -> int:
        """Waits until the store took more samples than these."""
        until = time.monotonic() + CAUGHT_UP_S
        while True:
            try:
                if (sent := self.told(store)["sent"]) > beyond:
                    return sent
            except FileNotFoundError:
                pass
            log = (self.folder / f"collect-{store.name}.log").read_text()
            self.assertLess(time.monotonic(), until, f"{store.name} is told nothing: {log}")
            time.sleep(0.1)

    def test_1_sample_for_sample_across_restarts(self):
        for store in self.stores:
            self.collect(store)
        sent = {store.name: self.moves_on(store, SCRAPES * PARTITIONS) for store in self.stores}
        for _ in range(2):
            for store in self.stores:
                store.end()
            time.sleep(2.5)
            for store in self.stores:
                store.start()
            for store in self.stores:
                sent[store.name] = self.moves_on(store, sent[store.name] + 2)
        # The collector too, once while its store is away.
        self.stores[0].end()
        for store in self.stores:
            process.end([self.collector(store)], 10.0)
        self.stores[0].start()
        for store in self.stores:
            self.collect(store)
        sent = {store.name: self.moves_on(store, sent[store.name] + 2) for store in self.stores}
        for store in self.stores:
            self.waits_for_the_row(store)
        process.end([self.collector(store) for store in self.stores], 10.0)
        for store in self.stores:
            self.check(store)

    def row(self, store: receivers.Receiver) -> dict:
        rows = json.loads(self.run_program("sources", "--timeline", self.timeline(store), "--json").stdout)["rows"]
        return next(row for row in rows if row["kind"] == "remote-write")

    def waits_for_the_row(self, store: receivers.Receiver) -> None:
        """The collector's own poll says by and by what was sent before it."""
        until = time.monotonic() + CAUGHT_UP_S
        while not self.row(store)["sent"]:
            self.assertLess(time.monotonic(), until, f"{store.name}: {self.row(store)}")
            time.sleep(0.2)

    def check(self, store: receivers.Receiver) -> None:
        told = self.told(store)
        done = self.run_program("timeline", "export", "--openmetrics", "--timeline", self.timeline(store))
        self.assertEqual(done.returncode, 0, done.stderr)
        wanted = receivers.exported(done.stdout)
        found, twice = store.samples(self.begin - 60, time.time() + 60)
        self.assertEqual(receivers.differences(wanted, found), [], store.name)
        count = sum(map(len, wanted.values()))
        print(f"{store.name}: {len(wanted)} series, {count} samples, {told['sent']} handed over, {twice} twice",
              file=sys.stderr)
        self.assertGreater(count, SCRAPES * PARTITIONS * 2 - len(HOLE) * PARTITIONS)
        self.assertEqual(told["dropped"], 0)
        # A request that was on its way when the store ended may have been taken.
        self.assertLess(twice, 200)
        # Where the group had no offset an end is told, and no 0.
        self.assertEqual(told["sent"] >= count + PARTITIONS, True, (told, count))
        row = self.row(store)
        self.assertEqual((row["name"], row["dropped"]), (store.url.removeprefix("http://"), 0))
        self.assertGreater(row["sent"], 0)

    def test_2_what_arrived_is_read_back(self):
        """Lag and freshness of the store are those of the file; what the store does not hold is said."""
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.begin + SCRAPES * STEP_S))
        file = self.timeline(self.stores[0])
        for store in self.stores:
            server = f"prometheus+{store.url}"
            for verb in ("lag", "freshness"):
                of_file, of_server = (self.answer(verb, "--timeline", timeline, "--at", at) for timeline in (file, server))
                self.assertEqual(of_server["rows"], of_file["rows"], (store.name, verb))
                self.assertEqual(len(of_file["rows"]), PARTITIONS if verb == "lag" else 1)
                self.assertIn("holds offsets only", " ".join(of_server["notes"]))
            done = self.run_program("align", "--timeline", server)
            self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (2, 1), done.stderr)
            done = self.run_program("lag", "--timeline", server, "--at", "-20d")
            self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (3, 1), done.stderr)

    def test_3_the_window_reads_it_once(self):
        """The window opens on what the store holds, and says what it does not hold."""
        window = os.environ.get("TIDEMARK_WINDOW")
        if not window:
            self.skipTest("the window is not built")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        pid_file, log = self.running.pid_file("window"), self.folder / "window.log"
        self.running.started.append("window")
        process.start([window, "-v", "--timeline", f"prometheus+{self.stores[0].url}"], pid_file, log)
        until = time.monotonic() + CAUGHT_UP_S
        while "holds offsets only" not in log.read_text():
            self.assertIsNotNone(process.running(pid_file), log.read_text())
            self.assertLess(time.monotonic(), until, log.read_text())
            time.sleep(0.1)
        self.assertIsNotNone(process.running(pid_file), log.read_text())
        process.end([pid_file], 5.0)
        done = subprocess.run([window, "--timeline", f"prometheus+{self.stores[0].url}", "--bootstrap", "b:1"],
                              capture_output=True, text=True, check=False, timeout=20)
        self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (2, 1), done.stderr)

    def answer(self, *arguments: object) -> dict:
        done = self.run_program(*arguments, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)


if __name__ == "__main__":
    try:
        artifacts.debian_programs()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and not IN_CI else 1)
    unittest.main(verbosity=2)
