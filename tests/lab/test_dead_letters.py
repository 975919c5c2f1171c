# SPDX-License-Identifier: GPL-3.0-or-later
"""A sink of Kafka Connect that meets records it cannot take and sets them aside: what the program says of them against
what was written, exactly: the topic, whence, by whom, how many, the exception and the stage.

Which program: the environment's TIDEMARK_PROGRAM. Exit status 77: a registry cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import artifacts
import ports
import process
from errors import OUT_OF_REACH

HERE = Path(__file__).resolve().parent
IN_CI = os.environ.get("CI") == "true"
HEAP = ["-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
STARTS_S, SEEN_S = 90.0, 60.0
SOURCE, ASIDE, CONNECTOR = "payments", "set-aside", "payments-file"  # no name says what ASIDE is
GOOD, NO_JSON, NO_NUMBER = 40, 7, 3
DATA_EXCEPTION = "org.apache.kafka.connect.errors.DataException"


class DeadLetters(unittest.TestCase):
    def setUp(self):
        # Here, and not above: the environment of the lab's clients must be there first.
        from client import Admin
        from confluent_kafka.admin import NewTopic
        from kafka import Cluster

        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-letters-",
                                              dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        lab = [str(HERE / "lab"), "--dir", str(self.folder / "lab")]
        self.addCleanup(subprocess.run, [lab[0], "down", *lab[1:]], check=False)
        up = subprocess.run([lab[0], "up", *lab[1:], "--brokers", "1"], capture_output=True, text=True, check=False)
        if up.returncode == OUT_OF_REACH and not IN_CI:
            self.skipTest(up.stderr.strip())
        self.assertEqual(up.returncode, 0, up.stderr)
        self.cluster = Cluster(self.folder / "lab").require()
        Admin(self.cluster.bootstrap()).create([NewTopic(name, num_partitions=2, replication_factor=1)
                                                for name in (SOURCE, ASIDE)])
        self.url = f"http://127.0.0.1:{ports.block(1, None)[0]}"
        self.start_worker()

    def start_worker(self) -> None:
        worker, connector = self.folder / "worker.properties", self.folder / "connector.properties"
        self.settings(worker, {
            "bootstrap.servers": self.cluster.bootstrap(), "listeners": self.url, "plugin.discovery": "service_load",
            "plugin.path": str(artifacts.connect_jars()), "offset.storage.file.filename": str(self.folder / "offsets"),
            "key.converter": "org.apache.kafka.connect.storage.StringConverter",
            "value.converter": "org.apache.kafka.connect.json.JsonConverter", "offset.flush.interval.ms": "1000"})
        self.settings(connector, {
            "name": CONNECTOR, "connector.class": "org.apache.kafka.connect.file.FileStreamSinkConnector",
            "topics": SOURCE, "file": str(self.folder / "out"), "value.converter.schemas.enable": "false",
            "value.converter": "org.apache.kafka.connect.json.JsonConverter",
            "transforms": "cents", "transforms.cents.type": "org.apache.kafka.connect.transforms.Cast$Value",
            "transforms.cents.spec": "cents:int32", "errors.tolerance": "all",
            "errors.deadletterqueue.topic.name": ASIDE, "errors.deadletterqueue.topic.replication.factor": "1",
            "errors.deadletterqueue.context.headers.enable": "true"})
        command = self.cluster.java(HEAP, "org.apache.kafka.connect.cli.ConnectStandalone", str(worker), str(connector))
        command[command.index("-cp") + 1] = f"{artifacts.connect_jars()}/*"
        pid_file = self.folder / "worker.pid"
        self.addCleanup(process.end, [pid_file], 5.0)
        self.log = self.folder / "worker.log"
        process.start(command, pid_file, self.log)
        self.until(self.task_runs, "the task", STARTS_S)

    @staticmethod
    def settings(file: Path, values: dict[str, str]) -> None:
        file.write_text("".join(f"{name}={value}\n" for name, value in values.items()))

    def task_runs(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/connectors/{CONNECTOR}/status", timeout=5) as answer:
                return [task["state"] for task in json.load(answer)["tasks"]] == ["RUNNING"]
        except OSError:
            return False

    def until(self, holds, what: str, within_s: float) -> None:
        end = time.monotonic() + within_s
        while not holds():
            if time.monotonic() > end:
                self.fail(f"waited {within_s:.0f} s for {what}; {self.log.read_text()[-3000:]}")
            time.sleep(0.5)

    def produce(self) -> None:
        from confluent_kafka import Producer

        producer = Producer({"bootstrap.servers": self.cluster.bootstrap()})
        values = [json.dumps({"id": n, "cents": str(n)}) for n in range(GOOD)]
        values += [f"poison {n}" for n in range(NO_JSON)] + [json.dumps({"cents": f"many {n}"}) for n in range(NO_NUMBER)]
        for number, value in enumerate(values):
            producer.produce(SOURCE, value.encode(), str(number), partition=number % 2)
        self.assertEqual(producer.flush(30), 0)

    def asides(self) -> list[dict[str, str]]:
        """The headers of all dead letters, read a second time."""
        from confluent_kafka import Consumer, TopicPartition

        consumer = Consumer({"bootstrap.servers": self.cluster.bootstrap(), "group.id": "none",
                             "enable.auto.commit": False})
        consumer.assign([TopicPartition(ASIDE, partition, 0) for partition in (0, 1)])
        found = []
        while message := consumer.poll(5.0):
            self.assertIsNone(message.error())
            found.append({name: value.decode() for name, value in message.headers()})
        consumer.close()
        return found

    def ask(self, *arguments: str, read: list[str]) -> dict:
        profile = self.folder / "profile.json"
        profile.write_text(json.dumps({
            "name": "letters", "clusters": [{"name": "lab", "bootstrap": self.cluster.bootstrap(), "read": read}],
            "connect": [{"name": "files", "cluster": "lab", "url": self.url}]}))
        done = subprocess.run([os.environ["TIDEMARK_PROGRAM"], *arguments, "--profile", str(profile), "--live", "--json"],
                              capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def row(self, *read: str) -> dict:
        rows = self.ask("deadletters", read=list(read))["rows"]
        self.assertEqual([row["topic"] for row in rows], [ASIDE])
        return rows[0]

    def test_what_a_sink_sets_aside(self):
        empty = self.row("dead-letters")
        self.assertEqual((empty["known_by"], empty["depth_upper"], empty["causes"]), ("connector", 0, []))
        self.assertEqual((empty["origin"], empty["connector_or_group"]), (SOURCE, CONNECTOR))

        self.produce()
        count = NO_JSON + NO_NUMBER
        self.until(lambda: self.row()["depth_upper"] == count, f"{count} dead letters", SEEN_S)
        self.assertEqual(len((self.folder / "out").read_text().splitlines()), GOOD)
        unread = self.row()
        self.assertEqual((unread["causes"], unread["causes_reason"], unread["read"]), (None, "no-permission", None))
        self.assertEqual((unread["origin"], unread["connector_or_group"]), (SOURCE, CONNECTOR))

        row = self.row("dead-letters")
        self.assertEqual((row["origin"], row["connector_or_group"], row["writer_kind"]), (SOURCE, CONNECTOR, "connector"))
        self.assertEqual((row["read"], row["unread"]), (count, 0))
        self.assertEqual({(cause["class"], cause["stage"]): cause["n"] for cause in row["causes"]},
                         {(DATA_EXCEPTION, "VALUE_CONVERTER"): NO_JSON, (DATA_EXCEPTION, "TRANSFORMATION"): NO_NUMBER})
        self.assertEqual(sorted(cause["n"] for cause in row["causes"]), sorted(self.counted().values()))
        self.assertEqual({(cause["origin"], cause["by"]) for cause in row["causes"]}, {(SOURCE, f"connector:{CONNECTOR}")})
        self.assertLess(row["oldest_age_ms"], 1000 * (STARTS_S + 2 * SEEN_S))
        self.assertEqual(row["oldest_age_method"], "record")
        # No message tells what the records held.
        self.assertNotIn("poison", json.dumps(row))
        self.assertNotIn("many", json.dumps(row))

    def counted(self) -> dict[tuple[str, str], int]:
        counts: dict[tuple[str, str], int] = {}
        for headers in self.asides():
            key = (headers["__connect.errors.exception.class.name"], headers["__connect.errors.stage"])
            counts[key] = counts.get(key, 0) + 1
        return counts


if __name__ == "__main__":
    artifacts.use_lake_python()
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
