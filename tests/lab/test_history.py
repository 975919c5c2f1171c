# SPDX-License-Identifier: GPL-3.0-or-later
"""A history that other exporters told, imported from a file, from a real Prometheus and from a real VictoriaMetrics: the
same offsets at the same times from all three, also in two steps, and nothing where nothing was scraped.

Which program: the environment's TIDEMARK_PROGRAM. Exit status 77: a registry cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import artifacts
import exporters
from errors import OUT_OF_REACH, LabError

IN_CI = os.environ.get("CI") == "true"
STEP_S, SCRAPES, PARTITIONS = 15, 480, 12
HOLE = range(200, 230)  # the exporter was down
GROUPS = ("billing", "search")


def millis(seconds: float) -> str:
    return f"{seconds:.3f}"


def story(begin: float) -> dict[tuple[str, str, int], list[tuple[float, int]]]:
    """Offsets by metric, group and partition: those of kafka_exporter, with the scrape's own milliseconds."""
    chance = random.Random(11)
    out: dict[tuple[str, str, int], list[tuple[float, int]]] = {}
    high = [chance.randrange(1_000_000) for _ in range(PARTITIONS)]
    committed = {group: list(high) for group in GROUPS}
    for n in range(SCRAPES):
        at = begin + n * STEP_S + 0.217
        for p in range(PARTITIONS):
            high[p] += chance.randrange(2000)
            if n in HOLE:
                continue
            out.setdefault(("kafka_topic_partition_current_offset", "", p), []).append((at, high[p]))
            out.setdefault(("kafka_topic_partition_oldest_offset", "", p), []).append((at, high[p] // 2))
            for group in GROUPS:
                if chance.random() < 0.8:
                    committed[group][p] = high[p] - chance.randrange(50)
                out.setdefault(("kafka_consumergroup_current_offset", group, p), []).append((at, committed[group][p]))
    return out


def labels(group: str, partition: int) -> str:
    whose = f'consumergroup="{group}",' if group else ""
    return f'{{{whose}topic="orders",partition="{partition}",job="kafka-exporter",instance="exporter:9308"}}'


def openmetrics(told: dict) -> str:
    lines, family = [], ""
    for (metric, group, partition), points in sorted(told.items()):
        if metric != family:
            family = metric
            lines.append(f"# TYPE {metric} gauge")
        lines += [f"{metric}{labels(group, partition)} {value} {millis(at)}" for at, value in points]
    return "\n".join([*lines, "# EOF", ""])


def expected(told: dict) -> dict[tuple[str, str, int], int]:
    """By signal, object and time in ms."""
    signals = {"kafka_topic_partition_current_offset": "high", "kafka_topic_partition_oldest_offset": "floor"}
    return {(signals.get(metric, f"group:{group}"), f"partition:orders/{partition}", round(at * 1000)): value
            for (metric, group, partition), points in told.items() for at, value in points}


class History(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-history-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.exporters = exporters.Exporters(cls.folder)
        cls.addClassCleanup(cls.exporters.close)
        # On a whole minute some hours ago: Prometheus keeps what is younger than its retention.
        cls.begin = (int(time.time()) - 4 * 3600) // 60 * 60
        told = story(cls.begin)
        cls.wanted = expected(told)
        cls.file = cls.folder / "history.om"
        cls.file.write_text(openmetrics(told))
        programs = artifacts.debian_programs()
        subprocess.run([programs / "promtool", "tsdb", "create-blocks-from", "openmetrics", cls.file,
                        cls.folder / "prometheus-data"], check=True, capture_output=True, timeout=60)
        cls.prometheus = cls.exporters.prometheus({})
        cls.victoria = cls.exporters.victoria({})
        for name, url in (("prometheus", f"{cls.prometheus}/-/ready"), ("victoria", f"{cls.victoria}/health")):
            cls.exporters.wait(name, url)
        lines = "\n".join(f"{metric}{labels(group, p)} {value} {round(at * 1000)}"
                          for (metric, group, p), points in told.items() for at, value in points)
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
                urllib.request.Request(f"{cls.victoria}/api/v1/import/prometheus", data=lines.encode(), method="POST"),
                timeout=30):
            pass
        exporters.get(f"{cls.victoria}/internal/force_flush")

    def run_program(self, *arguments: object) -> subprocess.CompletedProcess:
        return subprocess.run([os.environ["TIDEMARK_PROGRAM"], *map(str, arguments)], capture_output=True, text=True,
                              check=False, timeout=120)

    def imported(self, name: str, *arguments: object) -> tuple[Path, dict]:
        timeline = self.folder / f"{name}.tidemark"
        done = self.run_program("import", *arguments, "--timeline", timeline, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return timeline, json.loads(done.stdout)["rows"][0]

    def samples(self, timeline: Path) -> dict[tuple[str, str, int], int]:
        done = self.run_program("timeline", "query", "SELECT s.signal, s.object, x.at_ms, x.value FROM series s, "
                                "samples(s.id, 0, 9999999999999) x WHERE x.value IS NOT NULL", "--timeline", timeline,
                                "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return {(row["signal"], row["object"], row["at_ms"]): row["value"] for row in json.loads(done.stdout)["rows"]}

    def check(self, timeline: Path) -> None:
        found = self.samples(timeline)
        self.assertEqual(len(found), len(self.wanted))
        self.assertEqual(found, self.wanted)
        self.assertEqual(self.run_program("timeline", "check", "--timeline", timeline).returncode, 0)

    def test_1_a_file(self):
        timeline, row = self.imported("file", "--openmetrics", self.file, "--cluster", "prod")
        self.assertEqual((row["polls"], row["series"]), (SCRAPES - len(HOLE), PARTITIONS * (2 + len(GROUPS))))
        self.check(timeline)
        lag = json.loads(self.run_program("lag", "--timeline", timeline, "--json").stdout)["rows"]
        self.assertEqual(len(lag), PARTITIONS * len(GROUPS))
        last = max(at for _, _, at in self.wanted)
        for one in lag:
            place = f"partition:orders/{one['partition']}"
            self.assertEqual(one["lag"], self.wanted["high", place, last] - self.wanted["group:" + one["group"], place, last])

    def test_1_there_and_back(self):
        """What is exported is a history again; the other program's own reader takes it."""
        timeline, _ = self.imported("out", "--openmetrics", self.file, "--cluster", "prod")
        file = self.folder / "exported.om"
        with file.open("w") as out:
            subprocess.run([os.environ["TIDEMARK_PROGRAM"], "timeline", "export", "--openmetrics", "--timeline", timeline],
                           stdout=out, check=True, timeout=120)
        subprocess.run([artifacts.debian_programs() / "promtool", "tsdb", "create-blocks-from", "openmetrics", file,
                        self.folder / "blocks"], check=True, capture_output=True, timeout=60)
        again, _ = self.imported("again", "--openmetrics", file)
        self.check(again)

    def test_2_prometheus(self):
        timeline, _ = self.imported("prometheus", "--prometheus", self.prometheus, "--from", "-6h")
        self.check(timeline)

    def test_3_victoria_metrics_in_two_steps(self):
        middle = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.begin + SCRAPES // 3 * STEP_S))
        timeline, first = self.imported("victoria", "--prometheus", self.victoria, "--from", "-6h", "--to", middle)
        self.assertLess(first["polls"], SCRAPES // 2)
        again = self.run_program("import", "--prometheus", self.victoria, "--timeline", timeline)
        self.assertEqual(again.returncode, 2)
        self.assertIn("--append", again.stderr)
        self.imported("victoria", "--prometheus", self.victoria, "--from", "-6h", "--append")
        self.check(timeline)

    def test_4_what_is_not_there_is_one_line(self):
        timeline = self.folder / "none.tidemark"
        for arguments, status, says in (
                (["--prometheus", self.prometheus, "--from", "-30m", "--to", "-20m"], 3, "no offsets"),
                (["--prometheus", self.prometheus, "--where", 'job=x"}'], 3, "no offsets"),
                (["--prometheus", "http://127.0.0.1:9/"], 3, "127.0.0.1:9"),
                (["--prometheus", "prod"], 2, "neither a URL"),
                (["--openmetrics", self.folder / "nothing"], 2, "cannot be read"),
                ([], 2, "one source")):
            done = self.run_program("import", *arguments, "--timeline", timeline)
            self.assertEqual(done.returncode, status, (arguments, done.stderr))
            self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
            self.assertIn(says, done.stderr)
            self.assertFalse(timeline.exists(), arguments)


if __name__ == "__main__":
    try:
        artifacts.debian_programs()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and not IN_CI else 1)
    unittest.main(verbosity=2)
