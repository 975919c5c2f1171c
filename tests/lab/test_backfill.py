# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened while nobody collected: minutes of traffic with a consumer that stops and tasks that fail, noted by a second
witness only; then `collect --backfill --once`. The rebuilt marks are the witness's within what their source allows, the
documents of that time tell of the stop and of the failure, and nothing rebuilt is taken for a fault.

Exit status 77: a registry cannot be reached, nothing was tested. With CI=true that is a failure.
"""

import datetime
import json
import os
import subprocess
import sys
import time
import unittest
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH
from lake_profile import profile, secrets
from test_faults import Flow, now, text
from test_lake import LakeTest, must, setUpModule  # noqa: F401, unittest calls it

HERE = Path(__file__).resolve().parent
WELL_S = 200.0  # of traffic before the stop: a baseline at the steps of what is rebuilt
ILL_S = 75.0
LATE_MS = 1500  # between a record's own time and its place in the log, on a busy machine
CALL_S = 120.0


class Witness:
    def __init__(self, bootstrap: str, folder: Path):
        self.path = folder / "witness.ndjson"
        self.out = self.path.open("wb")
        self.log = (folder / "witness.log").open("wb")
        self.process = subprocess.Popen(
            [str(artifacts.client_python()), str(HERE / "observer.py"), "--bootstrap", bootstrap, "--topic", "orders:6",
             "--topic", "payments:3", "--group", "billing", "--group", "connect-orders-sink"],
            stdin=subprocess.PIPE, stdout=self.out, stderr=self.log)

    def close(self) -> list[dict]:
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.out.close()
        self.log.close()
        return [json.loads(line) for line in self.path.read_text().splitlines()]


class Backfill(unittest.TestCase):
    """One story, told in setUpClass."""

    @classmethod
    def setUpClass(cls):
        cls.folder = LakeTest.folder
        cls.addClassCleanup(lambda: must("lake", "down", folder=cls.folder))
        cls.status = json.loads(cls.lake("up", "--json", "--commit-interval", "5", "--commit-timeout", "10"))
        cls.flow = Flow(cls.status["bootstrap"], cls.folder / "flow.log")
        cls.addClassCleanup(cls.flow.close)
        cls.flow.tell("create payments 3", "rate payments 60", "rate orders 60", "read billing payments")
        witness = Witness(cls.status["bootstrap"], cls.folder)
        time.sleep(WELL_S)
        cls.tasks_before = now()
        cls.flow.tell("poison orders 1")
        cls.stopping = now()
        cls.flow.tell("leave billing")
        cls.stopped = now()
        cls.wait_failed()
        cls.tasks_after = now()
        time.sleep(ILL_S)
        cls.durable = cls.oracle()
        cls.seen = witness.close()
        cls.make_files()
        cls.collect()

    @classmethod
    def lake(cls, *arguments: str) -> str:
        return must("lake", *arguments, folder=cls.folder)

    @classmethod
    def wait_failed(cls) -> None:
        end = time.monotonic() + 90
        while time.monotonic() < end:
            told = json.loads(cls.lake("connector", "status"))
            if all(task["state"] == "FAILED" for task in told["tasks"]):
                return
            time.sleep(0.5)
        raise AssertionError("the tasks did not fail")

    @classmethod
    def oracle(cls) -> dict[str, int]:
        return json.loads(must("lake_oracle.py", folder=cls.folder))["durable"]

    @classmethod
    def make_files(cls) -> None:
        described = profile(cls.status, [("orders-sink", "lake.orders")])
        described["clusters"][0] |= {"read": ["offsets-topic"], "poll": "10s"}
        described["connect"][0]["status_topic"] = "connect-status"
        cls.profile = cls.folder / "backfill.json"
        cls.profile.write_text(json.dumps(described))
        cls.timeline = cls.folder / "backfill.tidemark"

    @classmethod
    def collect(cls, *more: str) -> str:
        done = subprocess.run([os.environ["TIDEMARK_PROGRAM"], "collect", "--profile", str(cls.profile), "--timeline",
                               str(cls.timeline), "--once", "--backfill", "15m", "-v", *more], capture_output=True, text=True,
                              check=False, timeout=CALL_S, env=os.environ | secrets(cls.status))
        if done.returncode != 0:
            raise AssertionError(f"collect: status {done.returncode}: {done.stderr}")
        print(*(line for line in done.stderr.splitlines() if " committed " not in line), sep="\n", file=sys.stderr)
        return done.stderr

    # --- what is asked ------------------------------------------------------------------------

    def run_(self, *arguments: str) -> str:
        done = subprocess.run([os.environ["TIDEMARK_PROGRAM"], *arguments, "--timeline", str(self.timeline)],
                              capture_output=True, text=True, check=False, timeout=CALL_S)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def document(self, *arguments: str) -> dict:
        return json.loads(self.run_(*arguments, "--json"))

    def query(self, sql: str) -> list[dict]:
        return [json.loads(line) for line in self.run_("timeline", "query", sql, "--format", "ndjson").splitlines()]

    def marks(self) -> dict[tuple[str, str], list[tuple[int, int | None]]]:
        """The rebuilt samples by signal and object, as (time, value)."""
        rows = self.query("SELECT s.signal, s.object, v.* FROM series s, samples(s.id, 0, 9000000000000) v "
                          "WHERE s.source_kind = 'rebuilt'")
        out: dict[tuple[str, str], list[tuple[int, int | None]]] = {}
        for row in rows:
            out.setdefault((row["signal"], row["object"]), []).append((row["at_ms"], row["value"]))
        return out

    def at(self, seconds_after_stop: float) -> str:
        return text(self.stopped + datetime.timedelta(seconds=seconds_after_stop))

    # --- one poll after it ----------------------------------------------------------------------

    def test_a_rebuilt_past_is_no_fault(self):
        """First: two single polls with nothing between them are a fault of their own."""
        rules = {row["rule"] for row in self.document("diagnose")["rows"]}
        self.assertFalse(rules & {"R24", "R03", "R20", "R32"}, rules)
        sources = {(row["kind"], row["name"]): row for row in self.document("sources")["rows"]}
        self.assertEqual({row["state"] for (kind, _), row in sources.items() if kind == "rebuilt"}, {"rebuilt"})
        self.assertTrue(any("look-ups" in limit for limit in sources["rebuilt", "kafka/lab"]["limits"]))
        self.run_("timeline", "check")

    # --- marks against the witness -------------------------------------------------------------

    def check(self, kind: str, names: dict[str, tuple[str, str]], late_ms: int) -> int:
        """Between what the witness saw before a time and after it lies what was rebuilt of it."""
        marks = self.marks()
        checked = 0
        for name, key in names.items():
            samples = marks.get(key)
            self.assertIsNotNone(samples, f"{key} is not among {sorted(marks)}")
            for at, value in samples:
                before = [look for look in self.seen if look["to_ms"] <= at and name in look[kind]]
                after = [look for look in self.seen if look["from_ms"] >= at + late_ms and name in look[kind]]
                if not before or not after:
                    continue
                self.assertIsNotNone(value, f"{key} at {at}")
                self.assertLessEqual(before[-1][kind][name], value, f"{key} at {at}")
                self.assertGreaterEqual(after[0][kind][name], value, f"{key} at {at}")
                checked += 1
        return checked

    def test_high_marks(self):
        names = {f"{topic}/{number}": ("high", f"partition:{topic}/{number}")
                 for topic, count in (("orders", 6), ("payments", 3)) for number in range(count)}
        checked = self.check("high", names, LATE_MS)
        print(f"{checked} high marks", file=sys.stderr)
        self.assertGreater(checked, 9 * 10)

    def test_groups(self):
        names = {f"{group} {topic}/{number}": (f"group:{group}", f"partition:{topic}/{number}")
                 for group, topic, count in (("billing", "payments", 3), ("connect-orders-sink", "orders", 6))
                 for number in range(count)}
        checked = self.check("committed", names, LATE_MS)
        print(f"{checked} committed offsets", file=sys.stderr)
        self.assertGreater(checked, 9 * 8)

    def test_table(self):
        marks = self.marks()
        for number, durable in self.durable.items():
            samples = marks[("table:lake.orders", f"partition:orders/{number}")]
            known = [(at, value) for at, value in samples if value is not None]
            self.assertTrue(known, number)
            self.assertEqual([value for _, value in known], sorted(value for _, value in known))
            self.assertEqual(known[-1][1], durable, number)
            ends = dict(self.marks()[("high", f"partition:orders/{number}")])
            for at, value in known:
                if ends.get(at) is not None:
                    self.assertLessEqual(value, ends[at])

    def test_tasks(self):
        spans = self.query("SELECT object, value, from_lo, from_hi FROM state WHERE source = 'connect/lake' AND aspect = 'state' "
                           "AND object GLOB 'task:*'")
        for number in (0, 1):
            failed = [span for span in spans if span["object"] == f"task:orders-sink/{number}" and span["value"] == "FAILED"]
            self.assertEqual(len(failed), 1, spans)
            self.assertTrue(text(self.tasks_before) <= failed[0]["from_hi"] <= text(self.tasks_after), failed)

    # --- what the documents say of that time ---------------------------------------------------

    def test_the_stop_is_seen_before_the_collector_ran(self):
        told = self.document("lag", "--group", "billing", "--at", self.at(60))
        self.assertEqual(len(told["rows"]), 3)
        for row in told["rows"]:
            self.assertGreater(row["lag"], 60 / 3 * 60 * 0.5, row)
            self.assertLess(row["consume_rate"], row["produce_rate"], row)
            self.assertGreater(row["age_ms"] + row["age_error_ms"], 45_000, row)
            self.assertLess(row["age_ms"] - row["age_error_ms"], 75_000, row)
        self.assertTrue(any("rebuilt, not collected" in note for note in told["notes"]), told["notes"])
        self.assertGreater(told["coverage"], 0.9)

    def test_the_incident_of_that_time(self):
        told = self.document("incident", "--from", self.at(-30), "--to", self.at(60), "--baseline", "150s")
        self.assertTrue(any("rebuilt, not collected" in note for note in told["notes"]), told["notes"])
        ranked = {(row["object"], row["series"]): row for row in told["rows"]}
        self.assertIn(("group:billing", "read_rate"), ranked, told["rows"])
        stop = ranked["group:billing", "read_rate"]
        self.assertLessEqual(stop["onset_lo"], text(self.stopped), stop)
        self.assertGreaterEqual(stop["onset_hi"], text(self.stopping), stop)
        self.assertIn(("task:orders-sink/0", "state"), ranked, told["rows"])

    def test_the_connector_of_that_time(self):
        row, = (row for row in self.document("connectors", "--at", self.at(60))["rows"] if row["connector"] == "orders-sink")
        self.assertEqual([task["state"] for task in row["tasks"]], ["FAILED", "FAILED"])
        row, = (row for row in self.document("connectors", "--at", text(self.tasks_before))["rows"]
                if row["connector"] == "orders-sink")
        self.assertEqual([task["state"] for task in row["tasks"]], ["RUNNING", "RUNNING"])

    def test_twice_adds_nothing(self):
        count = "SELECT count(*) AS n FROM poll WHERE boot = 'rebuilt'"
        before = self.query(count)
        said = self.collect()
        self.assertEqual(self.query(count), before)
        self.assertEqual(said.count("nothing to rebuild"), 4, said)


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
