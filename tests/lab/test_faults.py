# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of a pipeline with traffic, one after the other, and what the program says of each: the finding that leads is the
right one, what really moved first is ranked first or tied with it, and before the first fault there is nothing to find.

Exit status 77: a registry cannot be reached, nothing was tested. With CI=true that is a failure.
"""

import datetime
import subprocess
import sys
import time
import unittest
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH
from test_lake import LakeTest, must, setUpModule  # noqa: F401, unittest calls it

HERE = Path(__file__).resolve().parent
QUIET_S = 75.0  # of traffic before a fault: what it is compared with
LEADS_S = 120.0
CALM_S = 150.0
MOVES_S = 60.0
TABLE = "table:lake.orders"
GROUP = "connect-orders-sink"
WORKERS = "connect-lake"  # the group of the Connect workers themselves
TASKS = {("task:orders-sink/0", "state"), ("task:orders-sink/1", "state")}


class Flow:
    """`flow.py`, told what to do a line at a time."""

    def __init__(self, bootstrap: str, log: Path):
        self.log = log.open("wb")
        self.process = subprocess.Popen([str(artifacts.client_python()), str(HERE / "flow.py"), "--bootstrap", bootstrap],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True)

    def tell(self, *orders: str) -> None:
        for order in orders:
            self.process.stdin.write(order + "\n")
            self.process.stdin.flush()
            if self.process.stdout.readline() != "done\n":
                raise AssertionError(f"flow.py ended at \"{order}\": {Path(self.log.name).read_text()[-2000:]}")

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()
        self.log.close()


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


def text(time_: datetime.datetime) -> str:
    return time_.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Faults(LakeTest):
    """In the order of their names, on one cluster: each begins with a pipeline that is well."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.watched_since = time.monotonic()
        cls.flow = Flow(cls.status["bootstrap"], cls.folder / "flow.log")
        cls.addClassCleanup(cls.flow.close)
        cls.flow.tell(*(f"create {topic} 3" for topic in ("payments", "clicks", "visits", "ledger")))

    def setUp(self):
        """The pipeline is well, whatever the fault before left, and has been for as long as a baseline needs."""
        for part in ("catalog", "s3"):
            self.lake("fault", part, "none")
        must("lab", "broker", "start", "3", folder=self.folder)
        self.lake("worker", "start", "2")
        if self.states() != ("RUNNING", ["RUNNING", "RUNNING"]):
            self.lake("connector", "restart", "--tasks")
        self.flow.tell("heal", "rate orders 60", "rate payments 60", "rate clicks 60", "rate visits 60", "rate ledger 30",
                       "read billing payments", "read stats clicks 180", "read pages visits 150", "read books ledger")
        self.program.wait(lambda: not self.leading(), "nothing to lead", CALM_S)
        time.sleep(QUIET_S)

    # --- what is asked ------------------------------------------------------------------------

    def leading(self) -> dict[str, str]:
        """The rule that leads each path where something is wrong."""
        return {row["path"]: row["rule"] for row in self.program.rows("diagnose")
                if row["leading"] and (row["severity"] != "note" or row["rule"] == "R04")}

    def leads(self, wanted: dict[str, str]) -> None:
        """Each of these paths is led by its rule, sooner or later: some findings pass by themselves."""
        left = dict(wanted)

        def seen() -> bool:
            for path, rule in self.leading().items():
                if left.get(path) == rule:
                    del left[path]
            return not left

        try:
            self.program.wait(seen, f"{wanted} to lead", LEADS_S)
        except AssertionError:
            self.fail(f"never led: {left}\n{self.rules()}")

    def rules(self) -> str:
        return "\n".join(f"{row['rule']} leads={row['leading']} {row['path']} {row['title']}"
                         for row in self.program.rows("diagnose"))

    def first(self, began: datetime.datetime, *scope: str, baseline: str = "60s") -> set[tuple[str, str]]:
        """What is ranked first since shortly before a fault: objects and series."""
        told = self.program.document("incident", "--from", text(began - datetime.timedelta(seconds=15)),
                                     "--baseline", baseline, *scope)
        return {(row["object"], row["series"]) for row in told["rows"] if row["rank"] == 1}

    def moved_first(self, began: datetime.datetime, wanted: set[tuple[str, str]], *scope: str, baseline: str = "60s",
                    within_s: float = MOVES_S) -> None:
        """One of these is ranked first, once there is enough to compare."""
        def first() -> set[tuple[str, str]]:
            return self.first(began, *scope, baseline=baseline)

        try:
            self.program.wait(lambda: bool(wanted & first()), f"{wanted} to be first", within_s)
        except AssertionError:
            self.fail(f"none of {wanted} is first in {first()}")

    def report(self, began: datetime.datetime) -> str:
        return subprocess.run([self.program.program, "report", "incident", "--timeline", str(self.program.timeline), "--from",
                               text(began - datetime.timedelta(seconds=15)), "--baseline", "60s", "-o", "-"],
                              capture_output=True, text=True, check=True, timeout=60).stdout

    # --- the faults ---------------------------------------------------------------------------

    def test_1_of_the_applications(self):
        """A consumer that stops, a burst, a group that is set back, a transaction left open: at once, each its own path."""
        began = now()
        self.flow.tell("leave billing", "rate clicks 420", "leave pages", "rewind pages visits 3000",
                       "read pages visits 150", "open ledger")
        self.leads({"billing / payments": "R01", "stats / clicks": "R04", "pages / visits": "R20", "books / ledger": "R09"})
        self.moved_first(began, {("group:billing", "state")}, "--group", "billing", "--topic", "payments")
        self.moved_first(began, {("topic:clicks", "produce_rate")}, "--group", "stats", "--topic", "clicks")
        self.moved_first(began, {("group:pages", "rewind")}, "--group", "pages", "--topic", "visits")
        self.moved_first(began, {("topic:ledger", "readable_share")}, "--group", "books", "--topic", "ledger")

    def test_2_a_broker_is_killed(self):
        began = now()
        must("lab", "broker", "kill", "3", folder=self.folder)
        self.leads({"billing / payments": "R16"})
        self.moved_first(began, {("broker:3", "state")})

    def test_3_commits_are_refused(self):
        began = now()
        self.lake("fault", "catalog", "commits")
        self.leads({"orders-sink": "R13"})
        self.moved_first(began, {(TABLE, "commit_cadence")})
        note = self.report(began)
        self.assertIn("Commit interval of table lake.orders", note.split("\n\n")[1])
        self.assertIn("(R13, leads", note)

    def test_4_s3_is_slow(self):
        """The store's own probe moves first. It is asked four times a minute: its baseline is longer than that of the others."""
        time.sleep(max(0.0, 240 - (time.monotonic() - self.watched_since)))
        began = now()
        self.lake("fault", "s3", "slow")
        self.moved_first(began, {("store:lake", "probe_latency_ms")}, baseline="200s", within_s=2 * MOVES_S)
        self.assertLessEqual(set(self.leading().values()), {"R13", "R05", "R06", "R00"}, self.rules())

    def test_5_a_worker_is_killed(self):
        """Its tasks go to the other one: nothing is wrong for long, and nothing is called lost."""
        began = now()
        self.lake("worker", "kill", "2")
        time.sleep(40)
        self.assertNotIn("error", {row["severity"] for row in self.program.rows("diagnose")}, self.rules())
        lost_a_member = {(f"group:{group}", signal) for group in (GROUP, WORKERS) for signal in ("state", "members-changed")}
        self.moved_first(began, lost_a_member | TASKS)

    def test_6_a_record_that_no_task_can_take(self):
        began = now()
        self.flow.tell("poison orders 1")
        self.leads({"orders-sink": "R11a"})
        self.flow.tell("poison orders 0")
        self.moved_first(began, TASKS)
        # From now on such records are dead letters: the lag is fine, and some of them never land.
        self.lake("connector", "tolerate")
        self.program.wait(lambda: not self.leading(), "nothing to lead", CALM_S)
        self.flow.tell("poison orders 10")
        self.leads({"orders-sink": "R12"})


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
