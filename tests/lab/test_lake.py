# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the lake: the faults it can make, and that the oracle's numbers hold in each of them.

Exit status 77: a registry cannot be reached, nothing was tested. With CI=true that is a failure.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from errors import OUT_OF_REACH

HERE = Path(__file__).resolve().parent
IN_CI = os.environ.get("CI") == "true"
LANDS_S = 120.0
FAILS_S = 90.0
GROUP = "connect-orders-sink"


def run(program: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run([str(HERE / program), *arguments, "--dir", str(folder)], capture_output=True, text=True,
                          check=False, timeout=600)


def must(program: str, *arguments: str, folder: Path) -> str:
    done = run(program, *arguments, folder=folder)
    if done.returncode == OUT_OF_REACH and not IN_CI:
        raise unittest.SkipTest(done.stderr.strip())
    if done.returncode != 0:
        raise AssertionError(f"{program} {' '.join(arguments)}: status {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def setUpModule():
    scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-lake-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
    unittest.addModuleCleanup(scratch.cleanup)
    LakeTest.folder = Path(scratch.name, "lab")
    unittest.addModuleCleanup(run, "lab", "down", folder=LakeTest.folder)
    must("lab", "up", folder=LakeTest.folder)


class LakeTest(unittest.TestCase):
    """One lake per class, all beside the same cluster."""

    folder: Path

    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(run, "lake", "down", folder=cls.folder)
        cls.status = json.loads(cls.lake("up", "--json", "--commit-interval", "5", "--commit-timeout", "10"))

    @classmethod
    def lake(cls, *arguments: str) -> str:
        return must("lake", *arguments, folder=cls.folder)

    def survey(self) -> dict:
        return json.loads(must("lake_oracle.py", folder=self.folder))

    def until(self, holds, what: str, within_s: float):
        end = time.monotonic() + within_s
        while not holds():
            if time.monotonic() > end:
                states = self.lake("connector", "status")
                self.fail(f"waited {within_s:.0f} s for {what}; the table holds {self.lake('landed').strip()}; {states[:2000]}")
            time.sleep(1)

    def lands(self, count: int) -> None:
        self.until(lambda: int(self.lake("landed")) == count, f"{count} records in the table", LANDS_S)

    def states(self) -> tuple[str, list[str]]:
        told = json.loads(self.lake("connector", "status"))
        return told["connector"]["state"], sorted(task["state"] for task in told["tasks"])

    def fails(self, *tasks: str) -> None:
        self.until(lambda: self.states() == ("RUNNING", list(tasks)), f"tasks {tasks}", FAILS_S)

    def expect(self, told: dict, produced: int, group: int, durable: int, records: int) -> None:
        """The four ends of the pipeline as sums over the partitions; the table counted by a scan and by its summary."""
        sums = {"produced": sum(told["ends"].values()), "group": sum(told["committed"][GROUP]["orders"].values()),
                "durable": sum(told["durable"].values()), "records": told["records"]}
        self.assertEqual(sums, {"produced": produced, "group": group, "durable": durable, "records": records})
        total = 0
        for snapshot in told["snapshots"]:
            total += int(snapshot["summary"]["added-records"])
            self.assertEqual((snapshot["total_records"], snapshot["scanned_records"]), (total, total), snapshot)
        self.assertEqual(total, records)


class Lands(LakeTest):
    """What passes by itself, or by starting again what failed."""

    def test_records_land_when_a_worker_dies_and_after_s3_was_down(self):
        self.assertEqual(set(self.status["parts"].values()), {"up"})
        self.lake("produce", "2000")
        self.lands(2000)
        self.expect(self.survey(), 2000, 2000, 2000, 2000)

        self.lake("worker", "kill", "2")
        self.assertEqual(json.loads(self.lake("status"))["parts"]["worker-2"], "down")
        self.lake("produce", "1000")
        self.lands(3000)
        self.lake("worker", "start", "2")
        self.expect(self.survey(), 3000, 3000, 3000, 3000)

        self.lake("fault", "s3", "down")
        self.lake("produce", "1000")
        self.fails("FAILED", "FAILED")
        self.expect(self.survey(), 4000, 3000, 3000, 3000)
        self.lake("fault", "s3", "none")
        self.lake("connector", "restart", "--tasks")
        self.lands(4000)
        self.expect(self.survey(), 4000, 4000, 4000, 4000)


class LagIsZero(LakeTest):
    """The case that decides the product, its repair, and a table that was put back."""

    def test_the_group_is_at_the_end_and_the_table_is_10000_short(self):
        self.lake("produce", "20000")
        self.lands(20000)
        self.lake("fault", "catalog", "commits")
        self.lake("produce", "9900")
        self.fails("FAILED", "RUNNING")
        self.lake("produce", "100")
        self.fails("FAILED", "FAILED")
        told = self.survey()
        self.expect(told, 30000, 30000, 20000, 20000)
        self.assertEqual(told["committed"][GROUP]["orders"], told["ends"])
        self.assertEqual(sum(commit["records"] for commit in told["commits"] if not commit["covered"]), 10000)

        self.lake("fault", "catalog", "none")
        self.lake("connector", "restart", "--tasks")
        self.lands(30000)
        self.expect(self.survey(), 30000, 30000, 30000, 30000)

        self.lake("rollback")
        self.expect(self.survey(), 30000, 30000, 20000, 20000)
        self.assertEqual(self.states(), ("RUNNING", ["RUNNING", "RUNNING"]))


class Gone(LakeTest):
    """A table and a control topic that go while the sink runs."""

    def test_a_table_dropped_and_created_holds_only_what_came_after(self):
        self.lake("produce", "1000")
        self.lands(1000)
        old = self.survey()["table_uuid"]
        self.lake("table", "drop")
        self.lake("table", "create")
        self.lake("produce", "500")
        self.lands(500)
        told = self.survey()
        self.assertNotEqual(told["table_uuid"], old)
        self.assertEqual(told["other_table_records"], 1000)
        self.expect(told, 1500, 1500, 1500, 500)

        # With another control topic the offsets in the table's summary mean nothing: records are announced below them,
        # every cycle is complete, lag is 0, all tasks run, and the table never gets them.
        self.lake("control", "delete")
        self.lake("control", "create")
        self.lake("connector", "restart", "--tasks")
        self.lake("produce", "200")
        self.until(lambda: self.group_is_at_the_end(1700), "the group at the end", LANDS_S)
        self.until(lambda: any(event["type"] == "COMMIT_COMPLETE" for event in self.after_the_announcements()),
                   "a complete cycle after the announcements", LANDS_S)
        told = self.survey()
        self.assertEqual((told["records"], told["durable"]), (500, None))
        self.assertIn("200", told["durable_unknown_because"])
        self.assertEqual(self.states(), ("RUNNING", ["RUNNING", "RUNNING"]))

    def group_is_at_the_end(self, count: int) -> bool:
        return sum(self.survey()["committed"][GROUP]["orders"].values()) == count

    def after_the_announcements(self) -> list[dict]:
        events = self.survey()["control"]
        last = max(number for number, event in enumerate(events) if event["type"] == "DATA_WRITTEN")
        return events[last:]


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
