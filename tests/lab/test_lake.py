# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the lake and of the program that watches it: the faults the lake can make, the oracle's numbers in each of
them, and that the program says the same, per partition, with the right verdict.

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
from lake_profile import profile
from watcher import Watcher

HERE = Path(__file__).resolve().parent
IN_CI = os.environ.get("CI") == "true"
LANDS_S = 120.0
FAILS_S = 90.0
SEEN_S = 20.0  # a few polls on a busy machine
BUDGET_S = 10.0
GROUP = "connect-orders-sink"
TABLE = "lake.orders"
COPY = "lake.orders_copy"


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
    tables = [("orders-sink", TABLE)]
    replicas = 1

    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(run, "lake", "down", folder=cls.folder)
        cls.status = json.loads(cls.lake("up", "--json", "--commit-interval", "5", "--commit-timeout", "10",
                                         "--replicas", str(cls.replicas)))
        cls.program = Watcher(cls.folder / f"watch-{cls.__name__}", cls.status, cls.tables)
        cls.addClassCleanup(cls.program.close)

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

    def produced(self) -> int:
        return sum(self.survey()["ends"].values())

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
        self.agrees(told)

    def agrees(self, told: dict) -> None:
        """The program's marks are the oracle's, partition by partition, and its lag is Kafka's."""
        self.program.wait(lambda: self.program.durable(TABLE) == told["durable"], f"durable {told['durable']}", SEEN_S)
        self.program.wait(lambda: {str(row["partition"]): row["committed"] for row in self.program.align(TABLE)}
                          == told["committed"][GROUP]["orders"], f"committed {told['committed']}", SEEN_S)
        lag = sum(told["ends"].values()) - sum(told["committed"][GROUP]["orders"].values())
        self.program.wait(lambda: self.program.lag(GROUP) == lag, f"lag {lag}", SEEN_S)
        self.assertEqual({row["evidence"] for row in self.program.align(TABLE)}, {"derived"})

    def says(self, *states: str) -> None:
        """The verdicts of all partitions are among these."""
        self.program.wait(lambda: self.program.states(TABLE) <= set(states), f"states {states}", SEEN_S)

    def says_of_connector(self, judged: str) -> None:
        self.program.wait(lambda: self.program.judged("orders-sink") == judged, f"connector {judged}", SEEN_S)

    def accounts(self, in_flight: int) -> None:
        """What became of each day's records, against the records of the topic and the rows of the table."""
        described = profile(self.status, self.tables)
        described["pipelines"][0]["class"] = "analytics"
        described["classes"] = [{"name": "analytics", "target": f"{BUDGET_S:.0f}s", "end": "table"}]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(described, file)
            file.flush()
            rows = self.program.rows("report", "landed", "--table", TABLE, "--profile", file.name)
        truth = json.loads(must("landed_oracle.py", "--budget-s", str(BUDGET_S), folder=self.folder))
        counted = {row["day"]: row for row in rows if row["produced"]}
        self.assertEqual(set(counted), set(truth), rows)
        for day, of in truth.items():
            row = counted[day]
            for name in ("produced", "landed", "duplicates", "late"):
                self.assertTrue(row[f"{name}_least"] <= of[name] <= row[f"{name}_most"], (name, of, row))
            self.assertEqual(row["produced"], row["landed"] + row["in_flight"] + row["unexplained"], row)
        # Where no day ends while records come, nothing is in bounds but what was late.
        if len(truth) == 1:
            row, of = next(iter(counted.values())), next(iter(truth.values()))
            self.assertEqual([row[f"{name}_is"] for name in ("produced", "landed", "duplicates", "in_flight", "filtered")],
                             ["exact"] * 5, row)
            self.assertEqual((row["landed"], row["in_flight"], row["filtered"], row["unexplained"]),
                             (of["landed"], of["missing"], 0, 0), row)
        self.assertEqual(sum(row["in_flight"] for row in counted.values()), in_flight)

    def findings(self) -> list[str]:
        return [f"{found['rule']} {found['object']}" for found in self.program.document("align")["findings"]]


class Lands(LakeTest):
    """What passes by itself, or by starting again what failed."""

    tables = [("orders-sink", TABLE), ("orders-copy", COPY)]

    def test_records_land_when_a_worker_dies_and_after_s3_was_down(self):
        self.assertEqual(set(self.status["parts"].values()), {"up"})
        self.lake("produce", "2000")
        self.lands(2000)
        self.expect(self.survey(), 2000, 2000, 2000, 2000)
        self.says("ALIGNED")
        self.says_of_connector("ok")

        self.lake("worker", "kill", "2")
        self.assertEqual(json.loads(self.lake("status"))["parts"]["worker-2"], "down")
        self.lake("produce", "1000")
        self.lands(3000)
        self.lake("worker", "start", "2")
        self.expect(self.survey(), 3000, 3000, 3000, 3000)
        self.says("ALIGNED")

        self.lake("fault", "s3", "down")
        self.lake("produce", "1000")
        self.fails("FAILED", "FAILED")
        self.expect(self.survey(), 4000, 3000, 3000, 3000)
        # The group stops with the table: what is missing is unread, nothing is read and not landed.
        self.says_of_connector("failed")
        self.assertEqual((self.program.total(TABLE, "commit_gap"), self.program.total(TABLE, "unread")), (0, 1000))
        self.says("STALLED")
        self.assertEqual({row["concerned"] for row in self.program.align(TABLE)},
                         {row["unread"] for row in self.program.align(TABLE)})
        self.lake("fault", "s3", "none")
        self.lake("connector", "restart", "--tasks")
        self.lands(4000)
        self.expect(self.survey(), 4000, 4000, 4000, 4000)
        self.says("ALIGNED")
        self.says_of_connector("ok")

    def test_two_connectors_on_one_control_topic_do_not_disturb_each_other(self):
        self.lake("second")
        self.lake("produce", "600")
        produced = self.produced()
        self.until(lambda: self.program.total(COPY, "durable") == produced, "the copy in its table", LANDS_S)
        self.until(lambda: self.program.total(TABLE, "durable") == produced, "the records in the table", LANDS_S)
        told = self.survey()
        self.assertEqual({event["group_id"] for event in told["control"]}, {GROUP, "connect-orders-copy"})
        self.agrees(told)
        for table in (TABLE, COPY):
            self.program.wait(lambda: self.program.states(table) == {"ALIGNED"}, f"{table} aligned", SEEN_S)
            self.assertEqual({row["evidence"] for row in self.program.align(table)}, {"derived"})
        self.assertEqual(self.program.lag("connect-orders-copy"), 0)


class CatalogDown(LakeTest):
    """Nothing answers at the catalog: the group stops with the table, and the table is not known."""

    def test_the_group_stops_with_the_table(self):
        self.lake("produce", "1000")
        self.lands(1000)
        self.expect(self.survey(), 1000, 1000, 1000, 1000)
        self.lake("fault", "catalog", "all")
        self.program.wait(lambda: self.program.durable(TABLE) is None, "the table unknown", SEEN_S)
        self.assertEqual({row["durable_reason"] for row in self.program.align(TABLE)}, {"unreachable"})
        self.assertEqual({row["commit_gap"] for row in self.program.align(TABLE)}, {None})
        self.lake("connector", "restart", "--tasks")
        self.lake("produce", "500")
        self.fails("FAILED", "FAILED")
        self.says_of_connector("failed")
        self.program.wait(lambda: self.program.lag(GROUP) == 500, "what no task reads", SEEN_S)
        self.lake("fault", "catalog", "none")
        self.lake("connector", "restart", "--tasks")
        self.lands(1500)
        self.expect(self.survey(), 1500, 1500, 1500, 1500)
        self.says("ALIGNED")


class LagIsZero(LakeTest):
    """The case that decides the product, its repair, and a table that was put back."""

    def test_the_group_is_at_the_end_and_the_table_is_10000_short(self):
        self.lake("produce", "20000")
        self.lands(20000)
        before = len(self.survey()["snapshots"])  # of them the control topic need not tell every begin
        self.lake("fault", "catalog", "commits")
        self.lake("produce", "9900")
        self.fails("FAILED", "RUNNING")
        self.lake("produce", "100")
        self.fails("FAILED", "FAILED")
        told = self.survey()
        self.expect(told, 30000, 30000, 20000, 20000)
        self.assertEqual(told["committed"][GROUP]["orders"], told["ends"])
        self.assertEqual(sum(commit["records"] for commit in told["commits"] if not commit["covered"]), 10000)
        self.the_lie(told)
        self.accounts(10000)

        self.lake("fault", "catalog", "none")
        self.lake("connector", "restart", "--tasks")
        self.lands(30000)
        self.expect(self.survey(), 30000, 30000, 30000, 30000)
        self.says("ALIGNED")
        told = self.survey()
        ledger = self.program.rows("align", "--ledger")
        self.assertEqual([row["snapshot_id"] for row in ledger], [str(snapshot["id"]) for snapshot in told["snapshots"]])
        self.assertEqual(ledger[0]["relation"], "first")
        self.assertLessEqual({row["relation"] for row in ledger[1:before]}, {"contiguous", "unknown"})
        repair = ledger[before:]
        self.assertEqual({row["relation"] for row in repair}, {"contiguous"})
        self.assertEqual(sum(row["added_records"] for row in repair), 10000)
        self.assertEqual(sum(span["to"] - span["from"] for row in repair for span in row["ranges"]), 10000)
        self.assertEqual(self.findings(), [])
        self.accounts(0)

        self.lake("rollback")
        self.expect(self.survey(), 30000, 30000, 20000, 20000)
        self.assertEqual(self.states(), ("RUNNING", ["RUNNING", "RUNNING"]))
        self.assertEqual(self.program.total(TABLE, "commit_gap"), 10000)
        self.says("LOST")

    def the_lie(self, told: dict) -> None:
        """Lag 0, and 10,000 records in no table: exactly, at once, with what is to be known of them."""
        self.assertEqual(self.program.lag(GROUP), 0)
        self.says("STALLED")
        self.says_of_connector("failed")
        rows = self.program.align(TABLE)
        self.assertEqual(sum(row["commit_gap"] for row in rows), 10000)
        self.assertEqual(sum(row["restart"]["only_in_files"] for row in rows), 10000)
        self.assertEqual({row["restart"]["reread"] for row in rows}, {0})
        self.assertEqual({(row["snapshot_id"], row["commit_id"]) for row in rows},
                         {(str(told["snapshots"][-1]["id"]),
                           told["snapshots"][-1]["summary"]["kafka.connect.commit-id"])})
        self.assertEqual(self.findings(), [f"A01 table:{TABLE}"])
        for row in rows:
            self.assertIsNotNone(row["not_landed_since"])
        diagnosis = self.program.rows("diagnose")
        self.assertEqual([row["rule"] for row in diagnosis if row["leading"] and row["object"] == f"table:{TABLE}"], ["R13"],
                         diagnosis)
        self.assertFalse([row for row in diagnosis if "reset" in row["next"] and "not reset" not in row["next"]], diagnosis)


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
        self.says("RESET")

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
        self.program.wait(lambda: self.program.durable(TABLE) is None, "durable unknown", SEEN_S)
        self.assertEqual(self.program.lag(GROUP), 0)
        self.assertNotIn("ALIGNED", self.program.states(TABLE))

        # Once the new topic has grown past the table's offsets they look like its own.
        waited_for = {int(partition): int(offset) for key, value in told["snapshots"][-1]["summary"].items()
                      if key.startswith("kafka.connect.offsets.") for partition, offset in json.loads(value).items()}
        self.until(lambda: self.control_reaches(waited_for), f"control offsets beyond {waited_for}", LANDS_S)
        for _ in range(5):
            self.assertIsNone(self.program.durable(TABLE))
            time.sleep(1)

    def control_reaches(self, wanted: dict[int, int]) -> bool:
        last: dict[int, int] = {}
        for event in self.survey()["control"]:
            last[event["partition"]] = max(last.get(event["partition"], 0), event["offset"])
        return all(last.get(partition, -1) > offset for partition, offset in wanted.items())

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
