# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Debezium connector that reads PostgreSQL's changes, on a worker of Kafka Connect with the JMX exporter: how far the
program says that it is behind its source is what the connector itself says, and what was made of it: nothing before the
first change, little while it reads, and as long as it was held up afterwards.

Which program: the environment's TIDEMARK_PROGRAM. Exit status 77: a registry cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import json
import os
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH, LabError

IN_CI = os.environ.get("CI") == "true"
HEAP = ["-Xms64m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
CONNECTOR, SERVER, SOURCE = "shop-changes", "shop", "source:shop"
HELD_S, SEEN_S = 20.0, 60.0
METRIC = "debezium_metrics_millisecondsbehindsource"


class Debezium(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from exporters import Exporters
        from kafka import Cluster
        from postgres import Postgres
        from watcher import Program

        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-debezium-",
                                              dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.folder.chmod(0o711)  # another user's data lie below
        cls.postgres = Postgres(cls.folder / "postgres")
        cls.addClassCleanup(cls.postgres.stop)
        cls.postgres.start()
        cls.postgres.sql("create table orders (id int primary key, cents int)")
        cls.cluster = Cluster(cls.folder / "lab")
        cls.addClassCleanup(lambda: cls.cluster.state and cls.cluster.down(keep=False))
        cls.cluster.up("4.1", 1, None)
        cls.exporters = Exporters(cls.folder)
        cls.addClassCleanup(cls.exporters.close)
        cls.metrics = cls.start_worker()
        cls.program = Program(cls.folder / "watch",
                              {"name": "cdc", "metrics": [{"name": "worker", "url": cls.metrics, "poll": "1s"}]})
        cls.addClassCleanup(cls.program.close)

    @classmethod
    def start_worker(cls) -> str:
        """The address of its metrics."""
        from client import Admin
        from confluent_kafka.admin import NewTopic
        from exporters import agent

        Admin(cls.cluster.bootstrap()).create([NewTopic(f"{SERVER}.public.orders", num_partitions=1, replication_factor=1)])
        cls.url, port = f"http://127.0.0.1:{next(cls.exporters.ports)}", next(cls.exporters.ports)
        worker = cls.settings("worker", {
            "bootstrap.servers": cls.cluster.bootstrap(), "listeners": cls.url, "plugin.discovery": "service_load",
            "plugin.path": str(artifacts.debezium_jars()), "offset.storage.file.filename": str(cls.folder / "offsets"),
            "key.converter": "org.apache.kafka.connect.storage.StringConverter",
            "value.converter": "org.apache.kafka.connect.json.JsonConverter", "offset.flush.interval.ms": "1000"})
        changes = cls.settings("changes", {
            "name": CONNECTOR, "connector.class": "io.debezium.connector.postgresql.PostgresConnector",
            "database.hostname": "127.0.0.1", "database.port": str(cls.postgres.port), "database.user": "lab",
            "database.password": "-", "database.dbname": "postgres", "topic.prefix": SERVER, "plugin.name": "pgoutput",
            "table.include.list": "public.orders", "snapshot.mode": "no_data"})
        command = cls.cluster.java([*HEAP, agent("jmx-connect.yml", port)], "org.apache.kafka.connect.cli.ConnectStandalone",
                                   worker, changes)
        command[command.index("-cp") + 1] = f"{artifacts.connect_jars()}/*"
        cls.exporters.start("worker", command)
        cls.exporters.wait("worker", f"{cls.url}/connectors/{CONNECTOR}/status")
        return f"http://127.0.0.1:{port}/metrics"

    @classmethod
    def settings(cls, name: str, values: dict[str, str]) -> str:
        file = cls.folder / f"{name}.properties"
        file.write_text("".join(f"{key}={value}\n" for key, value in values.items()))
        return str(file)

    # --- what is asked ------------------------------------------------------------------------

    def raw(self) -> float | None:
        """What the connector says, read a second time."""
        from exporters import get

        for line in get(self.metrics)[1].decode().splitlines():
            if line.startswith(METRIC + "{") and 'context="streaming"' in line:
                return float(line.rsplit(" ", 1)[1])
        return None

    def row(self, signal: str) -> dict | None:
        return next((row for row in self.program.rows("metrics") if row["signal"] == signal and row["object"] == SOURCE), None)

    def value(self, signal: str) -> float | None:
        row = self.row(signal)
        return row["value"] if row else None

    def put(self, verb: str) -> None:
        request = urllib.request.Request(f"{self.url}/connectors/{CONNECTOR}/{verb}", method="PUT")
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20):
            pass

    def tasks(self) -> list[str]:
        from exporters import get

        return [task["state"] for task in json.loads(get(f"{self.url}/connectors/{CONNECTOR}/status")[1])["tasks"]]

    def until(self, holds, what: str, within_s: float = SEEN_S) -> None:
        self.program.wait(holds, what, within_s, lambda: "\n".join(
            (f"{self.raw()} {self.tasks()}", self.program.run("metrics").stdout[-3000:],
             (self.folder / "worker.log").read_text()[-3000:])))

    def test_how_far_it_is_behind(self):
        self.until(lambda: self.raw() is not None and self.value("source_connected") == 1, "the connector's numbers", 90)
        self.assertEqual(self.raw(), -1)  # as long as no change came
        row = self.row("source_lag_ms")
        self.assertEqual((row["value"], row["value_reason"], row["layer"]), (None, "not-applicable", "source"))

        self.postgres.sql("insert into orders values (1, 100)")
        self.until(lambda: self.value("source_lag_ms") is not None, "the first change")
        self.assertEqual(self.value("source_lag_ms"), self.raw())
        self.assertLess(self.value("source_lag_ms"), 10_000)

        self.put("stop")  # paused it would go on reading
        self.until(lambda: self.tasks() == [] and self.raw() is None, "the stop")
        self.until(lambda: self.value("source_lag_ms") is None, "that nothing is known of it")
        begin = time.monotonic()
        self.postgres.sql("insert into orders values (2, 200)")
        time.sleep(HELD_S)
        self.put("resume")
        self.until(lambda: (self.value("source_lag_ms") or 0) > 0, "what was held up")
        most = 1000 * (time.monotonic() - begin)
        lag = self.value("source_lag_ms")
        self.assertEqual(lag, self.raw())
        self.assertTrue(1000 * HELD_S <= lag <= most, (lag, most))
        print(f"held up for {HELD_S:.0f} s, seen after {most / 1000:.1f} s: {lag:.0f} ms behind", file=sys.stderr)
        self.postgres.sql("insert into orders values (3, 300)")
        self.until(lambda: 0 <= self.value("source_lag_ms") < 10_000, "that it is not behind any more")


if __name__ == "__main__":
    artifacts.use_lake_python()
    try:
        for fetch in (artifacts.postgres, artifacts.debezium_jars, artifacts.jmx_exporter_jar, artifacts.connect_jars,
                      lambda: artifacts.kafka_jars("4.1")):
            fetch()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and not IN_CI else 1)
    unittest.main(verbosity=2)
