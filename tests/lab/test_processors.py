# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Flink whose job reads a topic and commits its group with each checkpoint: what the program says of it against what
Flink itself answers, while its stage slows down, its TaskManager is killed, its checkpoints cannot be written, it is
cancelled, and Flink does not answer.

Which program: the environment's TIDEMARK_PROGRAM. Exit status 77: a registry cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import os
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH, LabError

IN_CI = os.environ.get("CI") == "true"
TOPIC, GROUP, NAME, FLINK, PATH = "orders", "enrich", "enrich-orders", "flink", "orders to enrich"
JOB = f"job:{NAME}"
INTERVAL_MS = 2000
RATE = 100  # records a second; its slow stage takes half as many
SEEN_S, QUIET_S = 45.0, 60.0


class Traffic:
    """Records at a steady rate, in a thread, until close()."""

    def __init__(self, bootstrap: str):
        from confluent_kafka import Producer

        self.producer = Producer({"bootstrap.servers": bootstrap, "linger.ms": 5, "log_level": 2})
        self.number = 0
        self.ends = threading.Event()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self) -> None:
        while not self.ends.wait(1 / RATE):
            self.producer.produce(TOPIC, f"{self.number:01000}".encode(), partition=self.number % 2)
            self.producer.poll(0)
            self.number += 1

    def close(self) -> None:
        self.ends.set()
        self.thread.join()
        self.producer.flush(10)


class Processors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from client import Admin
        from confluent_kafka.admin import NewTopic
        from flink import Flink
        from kafka import Cluster
        from watcher import Program

        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-processors-",
                                              dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        cls.addClassCleanup(scratch.cleanup)
        folder = Path(scratch.name)
        cls.cluster = Cluster(folder / "lab")
        cls.addClassCleanup(lambda: cls.cluster.state and cls.cluster.down(keep=False))
        cls.cluster.up("4.1", 1, None)
        Admin(cls.cluster.bootstrap()).create([NewTopic(TOPIC, num_partitions=2, replication_factor=1)])
        cls.flink = Flink(folder / "flink")
        cls.addClassCleanup(cls.flink.stop)
        cls.flink.start()
        cls.traffic = Traffic(cls.cluster.bootstrap())
        cls.addClassCleanup(cls.traffic.close)
        cls.job = cls.flink.submit(NAME, cls.cluster.bootstrap(), TOPIC, GROUP, INTERVAL_MS)
        cls.flink.wait(lambda: cls.flink.counts(cls.job)["completed"] > 1, "a checkpoint", SEEN_S)
        cls.program = Program(folder / "watch", {
            "name": "lab", "clusters": [{"name": "lab", "bootstrap": cls.cluster.bootstrap(), "poll": "1s"}],
            "processors": [{"name": FLINK, "url": cls.flink.url, "poll": "1s"}],
            "pipelines": [{"name": PATH, "topic": TOPIC, "group": GROUP, "processor": NAME}]})
        cls.addClassCleanup(cls.program.close)
        cls.program.wait(lambda: cls.program.run("metrics").returncode == 0, "a poll of Flink", SEEN_S)

    # --- what is asked ------------------------------------------------------------------------

    def until(self, holds, what: str, within_s: float = SEEN_S) -> None:
        self.program.wait(holds, what, within_s,
                          lambda: "\n".join((str(self.values()), self.program.run("events").stdout[-3000:],
                                             self.program.run("diagnose").stdout[-4000:])))

    def values(self, about: str = JOB) -> dict[str, float | None]:
        return {row["signal"]: row["value"] for row in self.program.rows("metrics")
                if row["source"] == FLINK and row["object"] == about}

    def value(self, signal: str) -> float:
        """Nothing known is less than anything."""
        known = self.values().get(signal)
        return -1 if known is None else known

    def events(self, *kinds: str) -> list[dict]:
        return [row for row in self.program.rows("events") if row["object"] == JOB and row["kind"] in kinds]

    def states(self) -> list[str]:
        """That the job went through, as far as polls saw it."""
        return [row["text"].split(": ")[0].split(" → ")[1] for row in self.events("job-state")]

    def findings(self) -> dict[str, dict]:
        return {row["rule"]: row for row in self.program.rows("diagnose")}

    def lag(self) -> int:
        return sum(row["lag"] for row in self.program.rows("lag", "--group", GROUP))

    def source(self) -> dict:
        return next(row for row in self.program.rows("sources") if row["name"] == FLINK)

    def agree(self, signal: str, count) -> None:
        """What the program says lies between what Flink said before and after, once it says what Flink said before."""
        before = count()
        self.until(lambda: self.value(signal) >= before, f"{signal} of {before}")
        self.assertLessEqual(self.value(signal), count())

    # --- what is done -------------------------------------------------------------------------

    def test_1_a_job_that_runs(self):
        self.until(lambda: self.value("checkpoint_age_ms") >= 0 and self.value("busy") >= 0, "its checkpoints and shares")
        self.agree("checkpoints_completed", lambda: self.flink.counts(self.job)["completed"])
        self.agree("checkpoints_failed", lambda: self.flink.counts(self.job)["failed"])
        values = self.values()
        self.assertEqual((values["checkpoint_interval_ms"], values["restarts"]), (INTERVAL_MS, 0))
        last = self.flink.get(f"/jobs/{self.job}/checkpoints")["latest"]["completed"]
        self.assertLess(values["checkpoint_duration_ms"], INTERVAL_MS)
        self.assertLess(abs(values["checkpoint_bytes"] - last["state_size"]), 2000)
        # One every two seconds; what Flink shows is up to three older.
        self.assertLess(values["checkpoint_age_ms"], 3 * INTERVAL_MS + 3000)
        self.until(lambda: 0 <= self.value("backpressure") < 0.8 and 0 <= self.value("busy") < 0.8, "little to do")
        source = self.source()
        self.assertEqual((source["state"], source["error"], source["denied"]), ("ok", None, []))
        print(f"a poll of one job with 3 vertices: {source['requests']} requests, {source['bytes']} bytes, "
              f"{source['duration_ms']} ms", file=sys.stderr)
        self.assertEqual({rule for rule, row in self.findings().items() if row["severity"] != "note"}, set())

    def test_2_a_stage_that_is_slow_holds_up_what_comes_before(self):
        self.flink.slow.touch()
        self.until(lambda: self.value("backpressure") > 0.5 and self.value("busy") > 0.8, "backpressure")
        vertex = self.flink.get(f"/jobs/{self.job}")["vertices"][0]["id"]
        said = self.flink.get(f"/jobs/{self.job}/vertices/{vertex}/subtasks/metrics?agg=max&get=backPressuredTimeMsPerSecond")
        self.assertLess(abs(said[0]["max"] / 1000 - self.value("backpressure")), 0.4, said)
        self.flink.slow.unlink()
        self.until(lambda: 0 <= self.value("backpressure") < 0.2, "no backpressure", 90)

    def test_3_a_killed_task_manager_restarts_the_job(self):
        self.flink.kill_tasks()
        # Soon Flink itself calls it RUNNING again, though it has nowhere to run.
        self.until(lambda: self.states()[-1:] == ["SCHEDULED"] and self.flink.state(self.job) == "RUNNING", "the loss")
        self.assertIsNone(self.values()["backpressure"])
        self.flink.start_tasks()
        self.until(lambda: self.states()[-1] == "RUNNING" and self.value("restarts") > 0, "the job's return")
        self.agree("restarts", lambda: self.flink.restarts(self.job))
        told = self.events("job-restarted")
        self.assertTrue(told)
        self.assertIn("restarts 0 → ", told[0]["text"])
        self.assertRegex(told[0]["text"], "Exception")
        self.assertEqual({(row["layer"], row["severity"]) for row in told}, {("processor", "warn")})
        completed = self.value("checkpoints_completed")
        self.until(lambda: self.value("checkpoints_completed") > completed, "checkpoints again")
        self.until(lambda: not self.findings().keys() & {"R01", "R30", "R34"}, "no findings of it")

    def test_4_checkpoints_that_fail_lead(self):
        time.sleep(QUIET_S)  # what is usual, after the restart
        before = self.flink.counts(self.job)["failed"]
        self.flink.block_checkpoints(self.job)
        self.until(lambda: "R34" in self.findings(), "R34")
        self.agree("checkpoints_failed", lambda: self.flink.counts(self.job)["failed"])
        self.assertGreater(self.value("checkpoints_failed"), before)
        self.assertGreater(self.value("checkpoint_failure_rate"), 0)
        # The group waits for them: it commits nothing, and nobody is a member of it.
        stood = {row["partition"]: row["committed"] for row in self.program.rows("lag", "--group", GROUP)}
        produced = self.traffic.number
        time.sleep(15)
        produced = self.traffic.number - produced
        self.until(lambda: self.lag() > produced, f"{produced} records that wait")
        self.assertEqual({row["partition"]: row["committed"] for row in self.program.rows("lag", "--group", GROUP)}, stood)
        found = self.findings()
        self.assertTrue(found["R34"]["leading"], found)
        self.assertEqual((found["R34"]["object"], found["R34"]["path"]), (JOB, PATH))
        self.assertFalse(found.keys() & {"R01", "R30"}, found)
        self.assertGreater(self.value("checkpoint_age_ms"), 15_000)
        told = self.events("checkpoint-failed")
        self.assertTrue(told)
        print(f"R34: {found['R34']['title']}; Flink says: {told[-1]['text']}", file=sys.stderr)
        moved = [(row["layer"], row["object"], row["series"]) for row in self.program.rows("incident", "--from", "40s ago")]
        self.assertIn(("processor", JOB, "checkpoint_failure_rate"), moved)
        self.flink.free_checkpoints(self.job)
        self.until(lambda: "R34" not in self.findings() and self.value("checkpoint_age_ms") < 10_000, "its end")
        self.assertTrue(self.events("checkpoint-completed"))

    def test_5_the_end_of_the_job_and_of_flink(self):
        self.flink.pause_manager(True)
        # One poll that waits is as long as several of its intervals here.
        self.until(lambda: self.source()["state"] in ("silent", "unreachable"), "that Flink does not answer")
        self.assertEqual(set(self.values().values()), {None})
        self.flink.pause_manager(False)
        self.until(lambda: self.source()["state"] == "ok" and self.value("checkpoint_age_ms") >= 0, "Flink again", 90)
        second = self.flink.submit(NAME, self.cluster.bootstrap(), TOPIC, f"{GROUP}-2", INTERVAL_MS)
        other = f"{JOB}/{second[:8]}"
        self.until(lambda: self.values(other).get("checkpoint_age_ms") is not None, "another job of that name")
        self.flink.cancel(self.job)
        # The name is the living one's now.
        self.until(lambda: self.events("job-submitted"), "whose the name is")
        self.flink.cancel(second)
        self.until(lambda: self.states()[-1] == "CANCELED", "the end")
        time.sleep(5)
        self.assertFalse([row for row in self.program.rows("diagnose") if row["path"] == PATH and row["rule"] == "R30"])


if __name__ == "__main__":
    artifacts.use_lake_python()
    try:
        for fetch in (artifacts.flink_jars, lambda: artifacts.kafka_jars("4.1")):
            fetch()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and not IN_CI else 1)
    unittest.main(verbosity=2)
