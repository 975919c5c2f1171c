# SPDX-License-Identifier: GPL-3.0-or-later
"""Twelve minutes of healthy traffic, polled once a second, with what healthy pipelines do to themselves: members that come
and go, an application that is restarted, transactions, a connector restarted through its worker, partitions added, brokers
restarted one after the other. At no poll is there a finding of severity error.

TIDEMARK_LAB_POLLS: so many polls instead of 720. Exit status 77: a registry cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import collections
import datetime
import os
import sys
import threading
import time
import unittest

from errors import OUT_OF_REACH
from test_faults import Flow, text
from test_lake import LakeTest, must, setUpModule  # noqa: F401, unittest calls it

POLLS = int(os.environ.get("TIDEMARK_LAB_POLLS", "720"))
SETTLES = datetime.timedelta(seconds=4)  # until a poll is in the timeline, on a busy machine


class Judge(threading.Thread):
    """The findings at every second, a little later."""

    def __init__(self, test: "Healthy", began: datetime.datetime):
        super().__init__(daemon=True)
        self.test, self.began = test, began
        self.errors: list[str] = []
        self.seen: collections.Counter = collections.Counter()  # polls, by severity and rule
        self.titles: dict[str, str] = {}  # the last one of each rule
        self.judged = 0
        self.failed: BaseException | None = None

    def run(self) -> None:
        try:
            for poll in range(POLLS):
                at = self.began + datetime.timedelta(seconds=poll)
                while (wait := (at + SETTLES - datetime.datetime.now(datetime.timezone.utc)).total_seconds()) > 0:
                    time.sleep(wait)
                self.judge(poll, at)
        except BaseException as error:  # told by join(), in the test's own thread
            self.failed = error

    def judge(self, poll: int, at: datetime.datetime) -> None:
        rows = self.test.program.rows("diagnose", "--at", text(at))
        for severity, rule in {(row["severity"], row["rule"]) for row in rows}:
            self.seen[severity, rule] += 1
        for row in rows:
            told = f"poll {poll}, {text(at)}: {row['severity']} {row['rule']} {row['path']} {row['object']}: {row['title']}"
            self.titles[row["rule"]] = told
            if row["severity"] == "error":
                self.errors.append(told)
        self.judged += 1

    def told(self) -> str:
        return "\n".join([*(f"{count} polls: {severity} {rule}" for (severity, rule), count in sorted(self.seen.items())),
                          *self.titles.values()])


class Healthy(LakeTest):
    replicas = 3  # what one broker holds alone is not well while that one restarts

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.flow = Flow(cls.status["bootstrap"], cls.folder / "flow.log")
        cls.addClassCleanup(cls.flow.close)
        cls.flow.tell(*(f"create {topic} 3" for topic in ("payments", "clicks", "visits", "ledger")),
                      "rate orders 60", "rate payments 60", "rate clicks 60", "rate visits 60", "rate ledger 30",
                      "read billing payments", "read stats clicks 180", "read pages visits 150", "read books ledger")

    def restart(self, broker: int) -> None:
        """As it is done: it hands over what it leads, and the next one waits until this one has caught up."""
        must("lab", "broker", "stop", str(broker), folder=self.folder)
        must("lab", "broker", "start", str(broker), folder=self.folder)

    def application(self) -> None:
        self.flow.tell("leave stats")
        time.sleep(6)
        self.flow.tell("read stats clicks 180")

    def transaction(self) -> None:
        self.flow.tell("open ledger")
        time.sleep(6)
        self.flow.tell("abort ledger")

    def test_no_error_at_any_poll(self):
        began = datetime.datetime.now(datetime.timezone.utc)
        judge = Judge(self, began)
        judge.start()
        tasks = [("two members more", lambda: self.flow.tell("read billing payments", "read pages visits 150")),
                 ("an application restarts", self.application),
                 ("a member leaves", lambda: self.flow.tell("leave billing 1", "leave pages 1")),
                 ("the connector restarts", lambda: self.lake("connector", "restart", "--tasks")),
                 ("a transaction", self.transaction),
                 ("partitions are added", lambda: self.flow.tell("grow clicks 6")),
                 *((f"broker {broker} restarts", lambda broker=broker: self.restart(broker)) for broker in (1, 2, 3)),
                 ("the connector restarts again", lambda: self.lake("connector", "restart"))]
        for number, (what, task) in enumerate(tasks, 1):
            time.sleep(max(0.0, number * POLLS / (len(tasks) + 1) - self.since(began)))
            print(f"poll {self.since(began):.0f}: {what}", file=sys.stderr, flush=True)
            task()
        judge.join(timeout=2 * POLLS + 120)
        if judge.failed:
            raise judge.failed
        print(judge.told(), file=sys.stderr)
        self.assertEqual(judge.judged, POLLS)
        self.assertEqual(judge.errors, [])
        self.until(lambda: self.states() == ("RUNNING", ["RUNNING", "RUNNING"]), "the tasks", 30)
        coverage = self.program.document("diagnose", "--from", text(began))["coverage"]
        self.assertGreater(coverage, 0.95)

    @staticmethod
    def since(began: datetime.datetime) -> float:
        return (datetime.datetime.now(datetime.timezone.utc) - began).total_seconds()


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
