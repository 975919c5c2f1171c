# SPDX-License-Identifier: GPL-3.0-or-later
"""The drills A to E on a real pipeline, by a script that acts as the operator: it waits for the steady state, starts the drill,
does what the run sheet says, stamps it, takes it back and waits until all is well again. What the program measured is held
against a second witness, each verdict against what a careful reader of the same events would say, and two frozen reviews
against each other.

Two clusters and a mirror between them, a lake, one stream family: topic `orders`, which the sink lands and `audit` reads.

Exit status 77: a registry cannot be reached, nothing was tested. With CI=true that is a failure.
"""

import json
import os
import subprocess
import sys
import time
import unittest
from pathlib import Path

import artifacts
from drill_judge import Judge, seconds
from drill_plan import profile_of, short_templates
from errors import OUT_OF_REACH
from lake_profile import secrets
from test_faults import Flow
from test_lake import GROUP, LakeTest, must, setUpModule  # noqa: F401: unittest calls it
from watcher import Program

READER, AGAIN = "audit", 1500  # records of each partition that are read again
RATE = 60
THROTTLE = 100  # 90 s: how live groups take it is told by minutes
BEFORE_S = 360.0  # five whole minutes of a live group, which is what a replay is compared with
STEADY_S = 300.0
OVER_S = 300.0
HELD_S = 32.0  # on the other cluster, and after: floors are polled once a minute
SCOPE = ("--topic", "orders")


def text(at: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at)) + f".{int(at * 1000) % 1000:03d}Z"


class Drills(LakeTest):
    """In the order of their names: each begins with a pipeline that is well, and what was said of all ends it."""

    replicas = 3

    @classmethod
    def setUpClass(cls):
        from client import Admin
        from drill_witness import Witness

        cls.addClassCleanup(run_down, cls.folder)
        cls.status = json.loads(cls.lake("up", "--json", "--commit-interval", "5", "--commit-timeout", "10", "--replicas", "3"))
        cls.beside = cls.folder.parent / "us"
        cls.addClassCleanup(subprocess.run, [str(Path(__file__).parent / "lab"), "down", "--dir", str(cls.beside)], check=False)
        must("lab", "up", "--brokers", "1", folder=cls.beside)
        cls.us = json.loads(must("lab", "status", folder=cls.beside))["bootstrap"]
        cls.admin, cls.there = Admin(cls.status["bootstrap"]), Admin(cls.us)
        cls.program = Program(cls.folder / "watch", profile_of(cls.status, cls.us), secrets(cls.status))
        cls.addClassCleanup(cls.program.close)
        cls.flow = Flow(cls.status["bootstrap"], cls.folder / "flow.log")
        cls.addClassCleanup(cls.flow.close)
        cls.flow.tell(f"rate orders {RATE}", f"read {READER} orders")
        cls.watched = time.time()
        cls.witness = Witness("orders", cls.folder / "witness.log")
        cls.witness.groups("lab", cls.status["bootstrap"], [GROUP, READER])
        cls.witness.brokers(cls.status["bootstrap"])
        cls.witness.tasks(cls.status["connect"], "orders-sink")
        cls.addClassCleanup(cls.witness.close)
        cls.drills = cls.folder / "drills.json"
        cls.drills.write_text(json.dumps(short_templates()))
        cls.judge = Judge(cls.witness)

    def setUp(self):
        self.drill = self.id = ""
        self.addCleanup(self.leave)

    def leave(self) -> None:
        """Whatever went wrong: nothing of it is left for the next one."""
        if any(row["status"] == "running" for row in self.program.rows("drill", "list")):
            self.program.document("drill", "abort", "--reason", "the script failed")
            self.flow.tell("heal", f"rate orders {RATE}", f"read {READER} orders")
        self.lake("fault", "catalog", "none")
        must("lab", "broker", "start", "3", folder=self.folder)
        self.lake("worker", "start", "2")
        if self.states() != ("RUNNING", ["RUNNING", "RUNNING"]):
            self.lake("connector", "restart", "--tasks")

    # --- what an operator does ------------------------------------------------------------------

    def begin(self, drill: str) -> None:
        """As soon as all is well."""
        who = ("--owner", "ann", "--approver", "kim", "--stop", "an hour late")
        words = ("drill", "start", drill, "--drills", str(self.drills), *SCOPE, *who)
        told: dict = {}

        def starts() -> bool:
            nonlocal told
            self.begun = time.time()
            done = self.program.run(*words)
            told = json.loads(done.stdout)
            return done.returncode == 0

        self.program.wait(starts, f"a steady state for {drill}", STEADY_S, seen=lambda: json.dumps(told))
        self.assertTrue(all(row["outcome"] == "pass" for row in told["rows"]), told["rows"])
        self.drill, self.id = drill, told["drill"]
        self.stamps: dict[str, float] = {}

    def stamp(self, step: str, at: float | None = None, *more: str) -> None:
        self.stamps[step] = at or time.time()
        self.program.document("drill", "stamp", step, "--at", text(self.stamps[step]), *more)

    def by_hand(self, note: str) -> None:
        self.program.document("drill", "stamp", "--note", note)

    def answer(self, question: str, is_so: bool) -> None:
        self.program.document("drill", "stamp", "--answer", f"{question}={'yes' if is_so else 'no'}", "--by", "ann")

    def over(self) -> dict:
        """What is proposed once all that was done has been polled, and all is back in its band."""
        told: dict = {}
        done = time.time()

        def is_over() -> bool:
            nonlocal told
            told = self.program.rows("drill", "verdict")[0]
            polled = min(seconds(row["last_ok"]) for row in self.program.rows("sources") if row["kind"] in ("kafka", "tables"))
            return polled > done and told["measures"]["recover_ms"] is not None

        self.program.wait(is_over, "recovery", OVER_S, seen=lambda: json.dumps(told)[:6000])
        return told

    def end(self, verdict: str, why: set[str]) -> None:
        """`why`: the codes of all that speaks against a pass."""
        self.over()
        sheet = self.program.document("drill", "show")
        against = {row["id"] for row in sheet["rows"] if row["part"] == "verdict" and row["state"] != "pass"}
        told = sheet["drill"]
        self.judge.keep(self.drill, self.begun, time.time(), self.stamps, told)
        print(f"\n{self.drill}: {told['proposed']}", {step: text(at) for step, at in self.stamps.items()},
              json.dumps(told["measures"]), *told["reasons"],
              *(f"{probe['signal']} {probe['state']} {probe['seen_at']} {probe['seen_error_ms']} {probe['what']}"
                for probe in told["probes"]), sep="\n  ", flush=True)
        said = self.program.rows("drill", "verdict", "--result", told["proposed"], "--name", "Kim")[0]
        self.assertEqual((told["proposed"], against), (verdict, why), told["reasons"])
        self.assertEqual((said["human"], said["name"], said["status"]), (verdict, "Kim", "completed"))
        self.exported(said)

    def exported(self, told: dict) -> None:
        file = self.folder / f"{self.drill}.json"
        self.program.document("drill", "export", self.id, "-o", str(file))
        journal = json.loads(file.read_text())
        self.assertEqual((journal["status"], journal["tidemark"]["drill"], journal["tidemark"]["human"]),
                         ("completed", self.id, "unknown" if told["human"] == "inconclusive" else told["human"]))
        done = [one["activity"]["name"] for one in (*journal["run"], *journal["rollbacks"]) if one["activity"]["type"] == "action"]
        self.assertEqual(sorted(done), sorted(step["planned"] or step["note"] for step in told["steps"] if step["stamp"]))

    # --- the drills -----------------------------------------------------------------------------

    def test_a_a_worker_is_stopped(self):
        """One task's worker is killed. Its task moves to the other worker, but the sink's consumers rebalance eagerly and wait for
        the member that died until its session has timed out: the other task's partitions stand too. Nobody had to mend
        anything and nothing is missing or twice, but that the others stood makes it partial; and so does that Connect goes on
        to say RUNNING of a task that is dead, where it does."""
        self.begin("A")
        self.stamp("note")
        at = time.time()
        self.lake("worker", "kill", "2")
        self.stamp("stop", at)
        self.until(lambda: self.judge.stood_all(GROUP, at), "all partitions to have stood and to go on", OVER_S)
        self.stamp("keep")
        at = time.time()
        self.lake("worker", "start", "2")
        self.stamp("resume", at)
        seen = self.witness.first("tasks", self.stamps["stop"], lambda tasks: set(tasks.values()) != {"RUNNING"})
        self.end("partial", {"D70"} if seen else {"D70", "D33"})

    def test_b_a_broker_is_stopped(self):
        """The leader of two of six partitions leaves as one should and comes back. Leaders move at once and the group goes on
        while replicas are missing; all are in sync at the end, no client was touched: a pass."""
        self.begin("B")
        self.stamp("pick")
        at = time.time()
        must("lab", "broker", "stop", "3", folder=self.folder)
        self.stamp("stop", at)
        time.sleep(25)
        self.stamp("wait")
        at = time.time()
        must("lab", "broker", "start", "3", folder=self.folder)
        self.stamp("start", at)
        self.answer("clients-untouched", True)
        self.until(lambda: self.witness.at("brokers", time.time()).get("in-sync", False), "replicas in sync", OVER_S)
        self.end("pass", set())

    def test_c_commits_are_refused(self):
        """The catalog refuses commits until a task of the sink has failed. What was read lands once it is restarted by hand,
        exactly once: nothing is wrong but that hands were needed, which makes it partial."""
        self.begin("C")
        at = time.time()
        self.lake("fault", "catalog", "commits")
        self.stamp("deny", at)
        time.sleep(9 * self.status["commit_interval_s"])
        self.until(lambda: "FAILED" in self.states()[1], "a task that failed", OVER_S)
        self.stamp("wait")
        at = time.time()
        self.lake("fault", "catalog", "none")
        self.stamp("allow", at)
        self.lake("connector", "restart", "--tasks")
        self.by_hand("Restarted the tasks that had failed")
        self.end("partial", {"D41"})

    def test_d_a_group_is_reset(self):
        """A declared, approved and throttled range is read again, exactly, by a group that keeps no state, and for long enough that
        minutes tell whether the sink beside it landed as before: it did, so all that was asked is known and well."""
        self.until(lambda: time.time() - self.watched >= BEFORE_S, "minutes to compare with", OVER_S)
        self.begin("D")
        at = {number: offset for (group, number), offset in self.witness.at("lab", time.time()).items() if group == READER}
        self.assertEqual(len(at), 6)
        self.flow.tell(f"leave {READER}")
        to = {number: offset for (_, (_, number)), offset in self.admin.committed([READER]).items()}
        since = {number: offset - AGAIN for number, offset in to.items()}
        ranges = [word for number in sorted(to) for word in ("--range", f"{number}:{since[number]}:{to[number]}")]
        self.program.document("replay", "declare", "again", "--group", READER, "--topic", "orders", "--cluster", "lab", *ranges,
                              "--approver", "kim", "--throttle", f"{THROTTLE} records/s", "--protect", GROUP)
        self.stamp("declare")
        self.stamp("stop")
        before = time.time()
        self.admin.commit(READER, {("orders", number): offset for number, offset in since.items()})
        self.stamp("reset", before)
        before = time.time()
        self.flow.tell(f"read {READER} orders {THROTTLE}")
        self.stamp("start", before)
        self.until(lambda: all(offset >= to[number] for (_, (_, number)), offset in self.admin.committed([READER]).items()),
                   "the range to be read again", OVER_S)
        self.flow.tell(f"leave {READER}", f"read {READER} orders")
        self.program.document("replay", "finish", "again")
        self.stamp("finish")
        self.end("pass", set())

    def test_e_producers_and_readers_move_and_come_back(self):
        """A mirror keeps topic and offsets on a second cluster; producers and the reader move there and back. No schema registry
        stands anywhere on this path, so nobody can say whether schema ids resolve: inconclusive, whatever else went well."""
        from kafka import Cluster
        from mirror import Mirror

        mirror = Mirror(self.folder / "mm2", Cluster(self.folder).require(), Cluster(self.beside).require(), "orders", READER, {
            "eu->us.sync.group.offsets.enabled": "true", "sync.group.offsets.interval.seconds": "1", "offset.lag.max": "0",
            "replication.policy.class": "org.apache.kafka.connect.mirror.IdentityReplicationPolicy"})
        self.addCleanup(mirror.stop)
        mirror.start()
        self.until(lambda: "orders" in self.there.topics() and len(self.there.committed([READER])) == 6, "a mirror", OVER_S)
        self.witness.groups("us", self.us, [READER])
        there = Flow(self.us, self.folder / "flow-us.log")
        self.addCleanup(there.close)
        self.begin("E")
        self.stamp("dual-run")
        self.program.document("mirror", "--topic", "orders")
        self.stamp("compare")
        before = time.time()
        self.flow.tell("rate orders 0")
        there.tell(f"rate orders {RATE}")
        self.stamp("producers", before)
        ends = self.admin.high([("orders", number) for number in range(6)])
        read = {(READER, ("orders", number)): ends[("orders", number)] for number in range(6)}
        self.until(lambda: self.admin.committed([READER]) == read, "all that was there to be read", OVER_S)
        self.flow.tell(f"leave {READER}")
        self.until(lambda: self.there.committed([READER]) == read, "the mapped offsets", OVER_S)
        before = time.time()
        there.tell(f"read {READER} orders")
        self.stamp("consumers", before)
        self.answer("follows", True)
        self.answer("rate-moves", True)
        self.answer("offsets-mapped", True)
        self.answer("mapping-automatic", True)
        self.until(lambda: all(offset > read[(group, ("orders", number))] for (group, number), offset
                               in self.witness.at("us", time.time()).items()), "the group to go on", OVER_S)
        time.sleep(HELD_S)
        self.stamp("roll-back")
        there.tell("rate orders 0")
        self.flow.tell(f"rate orders {RATE}", f"read {READER} orders")
        high = self.there.high([("orders", number) for number in range(6)])
        self.until(lambda: all(offset >= high[of] for (_, of), offset in self.there.committed([READER]).items()),
                   "the rest of what was produced there to be read", OVER_S)
        there.tell(f"leave {READER}")
        self.stamp("rolled-back")
        time.sleep(HELD_S)
        self.end("inconclusive", {"D74"})

    def test_f_measures_are_those_of_the_witness(self):
        self.flow.tell("rate orders 0")
        self.until(lambda: int(self.lake("landed")) == sum(self.admin.high([("orders", number) for number in range(6)]).values()),
                   "all that was produced", OVER_S)
        truth = json.loads(must("drill_truth.py", "--beside", self.us, folder=self.folder))
        self.assertEqual((truth["rows"], truth["distinct"]), (sum(map(len, truth["records"]["lab"].values())),) * 2)
        self.judge.hold(self, truth)

    def test_g_the_scorecard_has_them_and_its_diff_is_what_changed(self):
        self.program.document("scorecard", "evidence", "--take", *SCOPE)
        self.program.document("scorecard", "freeze", "first", *SCOPE)
        first = self.review("first")
        self.rows_are(first)
        self.assertEqual(self.program.rows("scorecard", "diff", "first", "first"), [])
        # Two changes, and nothing else: somebody owns the way back, and clients were tested.
        self.program.document("scorecard", "attest", "migration", *SCOPE, "--slot", "rollback-owner", "--name", "Ann", "--role",
                              "migration lead", "--text", "Ann owns the way back")
        results = self.folder / "clients.txt"
        results.write_text("all pass\n")
        self.program.document("scorecard", "evidence", "--add", str(results), *SCOPE, "--row", "compatibility", "--slot",
                              "client-tests")
        self.program.document("scorecard", "freeze", "second", *SCOPE)
        second = self.review("second")
        wanted = {("migration", "evidence:rollback-owner"), ("compatibility", "evidence:client-tests")}
        for row, other in zip(first["rows"], second["rows"], strict=True):
            self.assertEqual(row["row"], other["row"])
            wanted |= {(row["row"], field) for field in ("outcome", "validation", "score") if row[field] != other[field]}
        self.assertIn(("compatibility", "outcome"), wanted)
        self.assertEqual({row for row, _ in wanted}, {"migration", "compatibility"})
        diff = self.program.rows("scorecard", "diff", "first", "second")
        self.assertEqual(sorted((row["row"], row["field"]) for row in diff), sorted(wanted))
        self.assertEqual({row["because"] for row in diff}, {"system"})

    def review(self, name: str) -> dict:
        return self.program.document("scorecard", "show", "--review", name)

    def rows_are(self, review: dict) -> None:
        """Each row that drills feed, by their verdicts: the worst of its drills, and not better than what it measures besides."""
        said = {drill: kept.told["proposed"] for drill, kept in self.judge.kept.items()}
        rows = {row["row"]: row for row in review["rows"]}
        print(*(f"{row['row']}: {row['outcome']} {row['validation']} {row['score']} {row['reasons']}" for row in review["rows"]),
              sep="\n", flush=True)
        order = ["fail", "inconclusive", "partial", "pass"]
        for row, drills in {"recovery": "ABC", "storage": "B", "replay": "D", "migration": "E"}.items():
            worst = min((said[drill] for drill in drills), key=order.index)
            outcome = "inconclusive" if rows[row]["outcome"] == "unknown" else rows[row]["outcome"]
            self.assertLessEqual(order.index(outcome), order.index(worst), rows[row])
            if row in ("recovery", "migration"):
                self.assertEqual(outcome, worst, rows[row])
            for drill in drills:
                self.assertTrue(any(one["slot"] == f"drill:{drill}" for one in rows[row]["evidence"]), rows[row])


def run_down(folder: Path) -> None:
    subprocess.run([str(Path(__file__).parent / "lake"), "down", "--dir", str(folder)], capture_output=True, check=False)


# Its own tests are those of the lake's.
del LakeTest

if __name__ == "__main__":
    artifacts.use_client_python()
    outcome = unittest.main(exit=False, verbosity=2, failfast=os.environ.get("TIDEMARK_LAB_FAILFAST") == "1").result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
