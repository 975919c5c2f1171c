# SPDX-License-Identifier: GPL-3.0-or-later
"""A schema that is made incompatible in a real registry: sinks that read what is written with it fail, or set it aside, and
the program says so: R26 leads, the schema is what moved first, and the report begins with it.

Producers write Avro under ids of the registry, sinks of Kafka Connect look their schemas up there. Which program: the
environment's TIDEMARK_PROGRAM. Exit status 77: a registry of packages cannot be reached, nothing was tested. With CI=true
that is a failure.
"""

import datetime
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import artifacts
import ports
import process
from errors import OUT_OF_REACH
from registry import Registry
from watcher import Program

HERE = Path(__file__).resolve().parent
IN_CI = os.environ.get("CI") == "true"
HEAP = ["-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
STARTS_S, SEEN_S, QUIET_S = 90.0, 90.0, 75.0
RATE = 40.0  # records a second of each topic
FAILS, SETS_ASIDE, WELL = "orders", "refunds", "visits"  # topics, by what becomes of them
DEAD_LETTERS = "refunds-dlq"
CONVERTER = "io.apicurio.registry.utils.converter.AvroConverter"


def schema(cents: str) -> dict:
    fields = [{"name": "id", "type": "long"}, {"name": "cents", "type": cents}]
    return {"type": "record", "name": "Order", "fields": fields}


OLD, NEW = schema("long"), schema("string")


class Traffic(threading.Thread):
    """Records of all topics at a steady rate, each in the schema that its topic has now."""

    def __init__(self, bootstrap: str):
        from confluent_kafka import Producer

        super().__init__(daemon=True)
        self.producer = Producer({"bootstrap.servers": bootstrap, "linger.ms": 5, "log_level": 3})
        self.schemas: dict[str, tuple[int, dict]] = {}
        self.ended = threading.Event()

    def run(self) -> None:
        number = 0
        while not self.ended.wait(1 / RATE):
            number += 1
            for topic, (identity, written) in list(self.schemas.items()):
                self.producer.produce(topic, self.record(number, identity, written), partition=number % 2)
            self.producer.poll(0)
        self.producer.flush(10)

    @staticmethod
    def record(number: int, identity: int, written: dict) -> bytes:
        """As serializers write it: a zero byte, the schema's id in four bytes, the record in Avro."""
        import fastavro

        out = io.BytesIO(b"\0" + identity.to_bytes(4, "big"))
        out.seek(0, io.SEEK_END)
        cents = number if written == OLD else f"{number},50 EUR"
        fastavro.schemaless_writer(out, written, {"id": number, "cents": cents})
        return out.getvalue()

    def close(self) -> None:
        self.ended.set()
        self.join()


class SchemaBreak(unittest.TestCase):
    def setUp(self):
        # Here, and not above: the environment of the lab's clients must be there first.
        from client import Admin
        from confluent_kafka.admin import NewTopic
        from kafka import Cluster

        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-schema-",
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
                                                for name in (FAILS, SETS_ASIDE, WELL, DEAD_LETTERS)])
        self.registry = Registry(self.folder)
        self.addCleanup(self.registry.stop)
        self.registry.start()
        self.registry.set_level("BACKWARD")
        self.traffic = Traffic(self.cluster.bootstrap())
        for topic in (FAILS, SETS_ASIDE, WELL):
            self.traffic.schemas[topic] = (self.register(topic, OLD), OLD)
        self.traffic.start()
        self.addCleanup(self.traffic.close)
        self.url = f"http://127.0.0.1:{ports.block(1, None)[0]}"
        self.start_worker()
        self.program = Program(self.folder / "watch", {
            "name": "schemas",
            "clusters": [{"name": "lab", "bootstrap": self.cluster.bootstrap(), "poll": "1s",
                          "read": ["schema-ids"]}],
            "connect": [{"name": "files", "cluster": "lab", "url": self.url, "poll": "1s"}],
            "registries": [{"name": "sr", "cluster": "lab", "url": self.registry.url, "poll": "1s"}]})
        self.addCleanup(self.program.close)

    def register(self, topic: str, written: dict) -> int:
        return self.registry.call("POST", f"/subjects/{topic}-value/versions", {"schema": json.dumps(written)})["id"]

    # --- a worker with a sink for each topic --------------------------------------------------

    def start_worker(self) -> None:
        """Each sink's file gets whole numbers of cents."""
        plugins = self.plugins()
        worker = self.settings("worker", {
            "bootstrap.servers": self.cluster.bootstrap(), "listeners": self.url, "plugin.discovery": "service_load",
            "plugin.path": f"{artifacts.connect_jars()},{plugins}",
            "offset.storage.file.filename": str(self.folder / "offsets"),
            "key.converter": "org.apache.kafka.connect.storage.StringConverter",
            "value.converter": CONVERTER,
            "value.converter.apicurio.registry.url": self.registry.core_url,
            "value.converter.apicurio.registry.as-confluent": "true",
            "value.converter.apicurio.registry.use-id": "contentId", "offset.flush.interval.ms": "1000"})
        aside = {"errors.tolerance": "all", "errors.deadletterqueue.topic.name": DEAD_LETTERS,
                 "errors.deadletterqueue.topic.replication.factor": "1",
                 "errors.deadletterqueue.context.headers.enable": "true"}
        sinks = [self.settings(topic, {
            "name": f"{topic}-file", "connector.class": "org.apache.kafka.connect.file.FileStreamSinkConnector",
            "topics": topic, "file": str(self.folder / f"{topic}.out"), "transforms": "cents",
            "transforms.cents.type": "org.apache.kafka.connect.transforms.Cast$Value",
            "transforms.cents.spec": "cents:int32"} | (aside if topic == SETS_ASIDE else {}))
            for topic in (FAILS, SETS_ASIDE, WELL)]
        command = self.cluster.java(HEAP, "org.apache.kafka.connect.cli.ConnectStandalone", worker, *sinks)
        command[command.index("-cp") + 1] = f"{artifacts.connect_jars()}/*"
        pid_file, self.log = self.folder / "worker.pid", self.folder / "worker.log"
        self.addCleanup(process.end, [pid_file], 5.0)
        process.start(command, pid_file, self.log)
        for topic in (FAILS, SETS_ASIDE, WELL):
            self.until(lambda topic=topic: self.state(topic) == "RUNNING", f"the task of {topic}", STARTS_S)

    def plugins(self) -> Path:
        """A folder in this one is one plugin, with all its jars; what it holds must be told (KIP-898)."""
        folder = self.folder / "plugins" / "converter"
        folder.mkdir(parents=True)
        for jar in artifacts.apicurio_converter_jars().glob("*.jar"):
            if not jar.name.startswith(("connect-", "kafka-")):  # those of the worker itself
                (folder / jar.name).symlink_to(jar)
        with zipfile.ZipFile(folder / "manifest.jar", "w") as manifest:
            manifest.writestr("META-INF/services/org.apache.kafka.connect.storage.Converter", CONVERTER + "\n")
        return folder.parent

    def settings(self, name: str, values: dict[str, str]) -> str:
        file = self.folder / f"{name}.properties"
        file.write_text("".join(f"{key}={value}\n" for key, value in values.items()))
        return str(file)

    def state(self, topic: str) -> str | None:
        try:
            with urllib.request.urlopen(f"{self.url}/connectors/{topic}-file/status", timeout=5) as answer:
                return next((task["state"] for task in json.load(answer)["tasks"]), None)
        except OSError:
            return None

    def landed(self, topic: str) -> int:
        file = self.folder / f"{topic}.out"
        return file.read_text().count("\n") if file.exists() else 0

    def until(self, holds, what: str, within_s: float) -> None:
        end = time.monotonic() + within_s
        while not holds():
            if time.monotonic() > end:
                self.fail(f"waited {within_s:.0f} s for {what}; {self.log.read_text()[-3000:]}")
            time.sleep(0.5)

    # --- what is said -------------------------------------------------------------------------

    def leading(self) -> dict[str, str]:
        return {row["path"]: row["rule"] for row in self.program.rows("diagnose")
                if row["leading"] and row["severity"] != "note"}

    def window(self, *scope: str) -> list[str]:
        from_ = (self.began - datetime.timedelta(seconds=15)).isoformat(timespec="milliseconds")
        return ["--from", from_.replace("+00:00", "Z"), "--baseline", "60s", *scope]

    def first(self, *scope: str) -> set[tuple[str, str]]:
        rows = self.program.rows("incident", *self.window(*scope))
        return {(row["object"], row["series"]) for row in rows if row["rank"] == 1}

    def rules(self) -> str:
        return json.dumps(self.program.rows("diagnose"), indent=1)[:8000]

    def breaks(self) -> dict[str, dict]:
        """What R26 says, by topic."""
        return {row["path"].split(" / ")[1]: row for row in self.program.rows("diagnose") if row["rule"] == "R26"}

    def firsts(self, topic: str) -> set[str]:
        """Where records of the topic's newest schema begin, read from the log itself: one place in each partition."""
        from confluent_kafka import Consumer, TopicPartition

        frame = b"\0" + self.traffic.schemas[topic][0].to_bytes(4, "big")
        consumer = Consumer({"bootstrap.servers": self.cluster.bootstrap(), "group.id": "test-reads",
                             "enable.auto.commit": False})
        found = {}
        try:
            consumer.assign([TopicPartition(topic, partition, 0) for partition in (0, 1)])
            end = time.monotonic() + 30
            while len(found) < 2 and time.monotonic() < end:
                message = consumer.poll(1)
                if message and not message.error() and message.value().startswith(frame):
                    found.setdefault(message.partition(), message.offset())
        finally:
            consumer.close()
        return {f"{topic}/{partition}@{offset}" for partition, offset in found.items()}

    def test_sinks_fail_or_set_aside_what_a_new_version_writes(self):
        for topic in (FAILS, SETS_ASIDE, WELL):
            self.until(lambda topic=topic: self.landed(topic) > 100, f"records of {topic}", SEEN_S)
        time.sleep(QUIET_S)
        self.assertEqual(self.leading(), {})

        self.began = datetime.datetime.now(datetime.timezone.utc)
        for topic in (FAILS, SETS_ASIDE):
            with self.assertRaises(urllib.error.HTTPError):  # the registry knows better
                self.register(topic, NEW)
            self.registry.set_level("NONE", f"{topic}-value")
            self.traffic.schemas[topic] = (self.register(topic, NEW), NEW)
        self.until(lambda: self.state(FAILS) == "FAILED", "a task that fails", SEEN_S)
        self.assertEqual((self.state(SETS_ASIDE), self.state(WELL)), ("RUNNING", "RUNNING"))
        wanted = {f"connect-{topic}-file / {topic}": "R26" for topic in (FAILS, SETS_ASIDE)}
        self.program.wait(lambda: self.leading() == wanted, f"{wanted} to lead", SEEN_S, self.rules)

        # The sink that fails stands at the first record of the new schema; the other one goes on past it.
        self.program.wait(lambda: self.breaks()[FAILS]["confidence"] == "high", "the offset to be said", SEEN_S, self.rules)
        fails, aside = (self.breaks()[topic] for topic in (FAILS, SETS_ASIDE))
        self.assertEqual(aside["confidence"], "medium")
        self.assertIn(f"Schema {self.traffic.schemas[FAILS][0]} ", fails["title"])
        self.assertIn(re.search(rf"{FAILS}/\d+@\d+", fails["title"]).group(), self.firsts(FAILS))
        self.assertIn("version 2", aside["title"])
        self.assertEqual((fails["missing"], aside["missing"]), ([], []))
        for topic in (FAILS, SETS_ASIDE):
            mover = (f"registry:sr/{topic}-value", "schema-registered")
            for scope in ([], ["--topic", topic]):
                self.program.wait(lambda scope=scope, mover=mover: mover in self.first(*scope), f"{mover} to be first", SEEN_S,
                                  lambda: json.dumps(self.program.document("incident", *self.window())))
        report = subprocess.run([self.program.program, "report", "incident", "--timeline", str(self.program.timeline),
                                 *self.window(), "-o", "-"], capture_output=True, text=True, check=True, timeout=60).stdout
        sentence = report.split("\n\n")[1]
        self.assertRegex(sentence, f"^Moved first[^:]*: Schema registered of registry sr/{FAILS}-value")
        self.assertIn("(R26, leads", report)


if __name__ == "__main__":
    artifacts.use_lake_python()
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
