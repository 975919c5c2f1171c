# SPDX-License-Identifier: GPL-3.0-or-later
"""What programs really say at their metric endpoints, read by the program: nothing of it is refused, the counts are those of
what was done to them, and what is a signal is matched to one: brokers and a worker of Kafka Connect with the JMX exporter,
a catalog, a schema registry, PostgreSQL's exporter, Prometheus and VictoriaMetrics; these two are asked as sources too.

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
import urllib.error
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH, LabError

IN_CI = os.environ.get("CI") == "true"
HEAP = ["-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
SEEN_S = 40.0
TOPIC, SOURCE, ASIDE, CONNECTOR = "measured", "payments", "set-aside", "payments-file"
READS, SETS_ASIDE = f"connector-consumer-{CONNECTOR}-0", f"connector-dlq-producer-{CONNECTOR}-0"  # its clients
GOOD, BAD = 40, 7
OPEN, TEXT = "application/openmetrics-text", "text/plain"


class Exposition:
    """One answer of an endpoint, as the program reads it."""

    def __init__(self, test: unittest.TestCase, name: str, url: str, accept: str):
        from exporters import get

        self.type, body = get(url, accept)
        self.file = test.folder / f"{name}.exposition"
        self.file.write_bytes(body)
        self.lines = [line for line in body.decode().splitlines() if line and not line.startswith("#")]
        self.done = subprocess.run([os.environ["TIDEMARK_PROGRAM"], "metrics", "--parse", str(self.file), "--content-type",
                                    self.type, "--json"], capture_output=True, text=True, check=False, timeout=60)
        self.rows = json.loads(self.done.stdout)["rows"] if self.done.returncode == 0 else []

    def values(self, name: str, **labels: str) -> list[float]:
        return [row["value"] for row in self.rows if row["name"] == name
                and all(row["labels"].get(label) == value for label, value in labels.items())]

    def value(self, name: str, **labels: str) -> float:
        found = self.values(name, **labels)
        if len(found) != 1:
            raise AssertionError(f"{name} {labels}: {found}")
        return found[0]


class Expositions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from exporters import Exporters, agent
        from kafka import Cluster
        from registry import Registry

        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-metrics-",
                                              dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.exporters = Exporters(cls.folder)
        cls.addClassCleanup(cls.exporters.close)
        agents = {broker: next(cls.exporters.ports) for broker in (1, 2)}
        cls.brokers = {broker: f"http://127.0.0.1:{port}/metrics" for broker, port in agents.items()}
        cls.catalog, catalog_metrics = cls.exporters.nessie()
        options = {broker: [agent("jmx-broker.yml", port)] for broker, port in agents.items()}
        cls.cluster = Cluster(cls.folder / "lab", options)
        cls.addClassCleanup(lambda: cls.cluster.state and cls.cluster.down(keep=False))
        cls.cluster.up("4.1", 3, None)
        cls.registry = Registry(cls.folder)
        cls.addClassCleanup(cls.registry.stop)
        cls.registry.start()
        cls.worker = cls.start_worker()
        postgres = cls.exporters.postgres_exporter()
        scraped = {"broker": [f"127.0.0.1:{port}" for port in agents.values()]}
        cls.prometheus, cls.victoria = cls.exporters.prometheus(scraped), cls.exporters.victoria(scraped)
        cls.endpoints = {"broker-1": cls.brokers[1], "broker-2": cls.brokers[2], "worker": cls.worker,
                         "catalog": catalog_metrics, "registry": cls.registry.metrics_url, "postgres": postgres,
                         "prometheus": cls.prometheus + "/metrics", "victoria": cls.victoria + "/metrics"}
        for name in ("catalog", "postgres", "prometheus", "victoria"):
            cls.exporters.wait({"catalog": "nessie"}.get(name, name), cls.endpoints[name])

    @classmethod
    def start_worker(cls) -> str:
        """A sink that sets aside what is no JSON; the address of its metrics."""
        from client import Admin
        from confluent_kafka.admin import NewTopic
        from exporters import agent

        Admin(cls.cluster.bootstrap()).create(
            [NewTopic(TOPIC, num_partitions=2, replica_assignment=[[1, 2, 3], [1, 2, 3]]),
             *(NewTopic(name, num_partitions=1, replica_assignment=[[2, 1, 3]]) for name in (SOURCE, ASIDE))])
        cls.worker_url, port = f"http://127.0.0.1:{next(cls.exporters.ports)}", next(cls.exporters.ports)
        json_converter = "org.apache.kafka.connect.json.JsonConverter"
        worker = cls.settings("worker", {
            "bootstrap.servers": cls.cluster.bootstrap(), "listeners": cls.worker_url, "plugin.discovery": "service_load",
            "plugin.path": str(artifacts.connect_jars()), "offset.storage.file.filename": str(cls.folder / "offsets"),
            "key.converter": "org.apache.kafka.connect.storage.StringConverter", "value.converter": json_converter,
            "offset.flush.interval.ms": "1000"})
        sink = cls.settings("sink", {
            "name": CONNECTOR, "connector.class": "org.apache.kafka.connect.file.FileStreamSinkConnector", "topics": SOURCE,
            "file": str(cls.folder / "out"), "value.converter.schemas.enable": "false", "value.converter": json_converter,
            "errors.tolerance": "all", "errors.deadletterqueue.topic.name": ASIDE,
            "errors.deadletterqueue.topic.replication.factor": "1"})
        command = cls.cluster.java([*HEAP, agent("jmx-connect.yml", port)], "org.apache.kafka.connect.cli.ConnectStandalone",
                                   worker, sink)
        command[command.index("-cp") + 1] = f"{artifacts.connect_jars()}/*"
        cls.exporters.start("worker", command)
        cls.exporters.wait("worker", f"{cls.worker_url}/connectors/{CONNECTOR}/status")
        return f"http://127.0.0.1:{port}/metrics"

    @classmethod
    def settings(cls, name: str, values: dict[str, str]) -> str:
        file = cls.folder / f"{name}.properties"
        file.write_text("".join(f"{key}={value}\n" for key, value in values.items()))
        return str(file)

    # --- what is done to them -----------------------------------------------------------------

    def produce(self, topic: str, values: list[bytes], partitions: int = 1) -> None:
        """One request for each."""
        from confluent_kafka import Producer

        producer = Producer({"bootstrap.servers": self.cluster.bootstrap(), "linger.ms": 0, "log_level": 2})
        for number, value in enumerate(values):
            producer.produce(topic, value, partition=number % partitions)
            self.assertEqual(producer.flush(30), 0)

    def until(self, holds, what: str, within_s: float = SEEN_S) -> None:
        end = time.monotonic() + within_s
        while not holds():
            self.assertLess(time.monotonic(), end, f"waited {within_s:.0f} s for {what}")
            time.sleep(0.3)

    def read(self, name: str) -> Exposition:
        """As the program asks for it; nothing of it may be refused, and nothing left out."""
        from exporters import ACCEPTED

        told = Exposition(self, name, self.endpoints[name], ACCEPTED)
        self.assertEqual(told.done.returncode, 0, told.done.stderr)
        self.assertEqual(len(told.rows), len(told.lines))
        return told

    # --- the grammars, and the numbers --------------------------------------------------------

    def test_1_everything_is_read_whole(self):
        kinds = {"broker-1": OPEN, "broker-2": OPEN, "worker": OPEN, "catalog": TEXT, "registry": TEXT, "postgres": TEXT,
                 "prometheus": TEXT, "victoria": TEXT}
        for name, kind in kinds.items():
            told = self.read(name)
            self.assertEqual(told.type.split(";")[0], kind, name)
            print(f"{name}: {len(told.rows)} series, {told.type}", file=sys.stderr)
            # In the older format too.
            plain = Exposition(self, name, self.endpoints[name], "text/plain;version=0.0.4")
            self.assertEqual((plain.done.returncode, plain.type.split(";")[0], len(plain.rows)),
                             (0, TEXT, len(plain.lines)), plain.done.stderr)

    def test_2_openmetrics_that_breaks_its_rules_is_refused(self):
        # Of the registry's two faults the one that comes first, and its metrics come in any order.
        for name, why in (("catalog", 'an exemplar of "'), ("registry", 'an exemplar of "|"rest_requests_seconds" is another metric')):
            told = Exposition(self, name, self.endpoints[name], "*/*")
            self.assertTrue(told.type.startswith(OPEN), told.type)
            self.assertEqual(told.done.returncode, 2)
            self.assertRegex(told.done.stderr, why)

    def test_3_the_counts_are_those_of_what_was_done(self):
        def requests() -> float:
            return sum(self.read("broker-1").values("kafka_network_requestmetrics_requests_total", request="Produce"))

        before = requests()
        self.produce(TOPIC, [b"x"] * GOOD, partitions=2)
        self.assertEqual(requests() - before, GOOD)
        broker, follower = self.read("broker-1"), self.read("broker-2")
        self.assertEqual(broker.value("kafka_server_brokertopicmetrics_messagesin_total", topic=TOPIC), GOOD)
        self.assertEqual(follower.values("kafka_server_brokertopicmetrics_messagesin_total", topic=TOPIC), [])
        self.assertEqual(broker.value("kafka_server_replicamanager_underreplicatedpartitions"), 0)
        self.assertEqual(sum(one.value("kafka_server_replicamanager_leadercount") for one in (broker, follower)),
                         len([1 for leader, *_ in self.partitions() if leader in (1, 2)]))

        self.produce(SOURCE, [json.dumps({"n": n}).encode() for n in range(GOOD)] + [b"no json"] * BAD)
        task = {"connector": CONNECTOR, "task": "0"}
        self.until(lambda: self.read("worker").values("kafka_connect_sink_task_sink_record_send_total", **task) == [GOOD],
                   f"{GOOD} records of the sink")
        worker = self.read("worker")
        self.assertEqual(len((self.folder / "out").read_text().splitlines()), GOOD)
        self.assertEqual(worker.value("kafka_connect_task_error_total_record_failures", **task), BAD)
        self.assertEqual(worker.value("kafka_connect_task_error_deadletterqueue_produce_requests_total", **task), BAD)

        # A client has these numbers once as such and once for each topic. A gauge is not called "_total".
        consumed = "kafka_consumer_consumer_fetch_manager_metrics_records_consumed"
        self.assertEqual(worker.value(consumed, client_id=READS, topic=None), GOOD + BAD)
        self.assertEqual(worker.value(consumed, client_id=READS, topic=SOURCE, partition=None), GOOD + BAD)
        self.assertEqual(worker.value("kafka_producer_producer_metrics_record_send", client_id=SETS_ASIDE), BAD)

        self.ask_catalog(9)
        uri = {"uri": "/iceberg/v1/config", "status": "200"}
        self.assertEqual(self.read("catalog").value("http_server_requests_seconds_count", **uri), 9)
        for _ in range(9):
            self.registry.call("GET", "/config")
        path = {"path": "/apis/ccompat/v7/config", "method": "GET", "status_code_group": "2xx"}
        self.assertEqual(self.read("registry").value("rest_requests_seconds_count", **path), 9)
        self.assertEqual(self.read("postgres").values("pg_up"), [0])
        self.until(lambda: sum(self.read("victoria").values("vm_promscrape_targets", status="up")) == 2, "2 targets")
        self.assertEqual(self.read("prometheus").value("prometheus_sd_discovered_targets", config="broker"), 2)

    def ask_catalog(self, times: int) -> None:
        from exporters import get

        for _ in range(times):
            get(self.catalog + "/iceberg/v1/config?warehouse=wh")

    def partitions(self) -> list[tuple[int, list[int], list[int]]]:
        """Leader, replicas and those in sync of every partition, asked of the cluster itself."""
        from confluent_kafka.admin import AdminClient

        topics = AdminClient({"bootstrap.servers": self.cluster.bootstrap()}).list_topics(timeout=30).topics
        return [(part.leader, part.replicas, part.isrs) for topic in topics.values() for part in topic.partitions.values()]

    # --- the signals --------------------------------------------------------------------------

    def test_4_signals_of_every_source(self):
        from watcher import Program

        metrics = [{"name": name, "url": url, "poll": "1s"} for name, url in self.endpoints.items()]
        metrics[0]["object"], metrics[1]["object"] = "broker:1", "broker:2"
        metrics += [{"name": f"asked-{name}", "type": "prometheus", "url": url, "poll": "1s"}
                    for name, url in (("prometheus", self.prometheus), ("victoria", self.victoria))]
        program = Program(self.folder / "watch", {"name": "metrics", "metrics": metrics})
        self.addCleanup(program.close)

        def values() -> dict[tuple[str, str, str], float | None]:
            return {(row["source"], row["signal"], row["object"]): row["value"] for row in program.rows("metrics")
                    if row["object"]}

        task = f"task:{CONNECTOR}/0"
        first, second = (url.split("/")[2] for url in self.brokers.values())
        wanted = {
            *((f"broker-{n}", signal, f"broker:{n}") for n in (1, 2)
              for signal in ("urp", "produce_p99_ms", "wal_latency_ms", "queue_depth", "error_rate")),
            ("broker-2", "fetch_p99_ms", "broker:2"),
            *(("worker", signal, task) for signal in ("put_latency_ms", "commit_latency_ms", "queue_depth", "error_rate",
                                                      "retry_rate", "dlq_rate")),
            *(("worker", signal, f"source:{READS}") for signal in ("consume_rate", "fetch_latency_ms")),
            *(("worker", signal, f"source:{SETS_ASIDE}") for signal in ("send_rate", "send_error_rate", "send_latency_ms")),
            ("catalog", "request_latency_ms", "catalog:catalog"),
            *(("registry", signal, "registry:registry") for signal in ("request_latency_ms", "error_rate")),
            *((name, signal, f"source:{name}") for name in self.endpoints if name != "postgres"
              for signal in ("cpu", "gc_share")), ("postgres", "cpu", "source:postgres"),
            *((source, "urp", f"broker:{instance}") for source in ("asked-prometheus", "asked-victoria")
              for instance in (first, second))}
        known: dict = {}

        def seen() -> bool:
            self.ask_catalog(1)
            self.registry.call("GET", "/config")
            self.produce(SOURCE, [b"no json"])
            known.update({key: value for key, value in values().items() if value is not None})
            return wanted <= known.keys()

        try:
            self.until(seen, "every signal")
        except AssertionError:
            told = "\n".join(map(str, sorted(values().items(), key=str)))
            self.fail(f"never known: {sorted(wanted - known.keys())}\n{told}")
        print("\n".join(f"{source}: {signal} of {about} = {value:.6g}"
                        for (source, signal, about), value in sorted(known.items())), file=sys.stderr)
        for source in program.rows("sources"):
            self.assertEqual((source["state"], source["error"]), ("ok", None), source)
        for (source, signal, about), value in known.items():
            if signal == "gc_share":
                self.assertTrue(0 <= value <= 1, (source, signal, about, value))
            if signal == "urp" or (signal, source) == ("error_rate", "registry"):
                self.assertEqual(value, 0, (source, signal, about))
        self.assertGreater(known["worker", "dlq_rate", task], 0)
        # Nobody consumes from broker 1; broker and controller in one process feed one meter of idle handlers, up to 2.
        why = {(row["source"], row["signal"]): row["value_reason"] for row in program.rows("metrics") if row["value"] is None}
        self.assertEqual(why["broker-1", "fetch_p99_ms"], "not-applicable")
        for source in ("broker-1", "broker-2", "asked-prometheus", "asked-victoria"):
            self.assertEqual(why[source, "handler_idle"], "not-supported")

        self.cluster.stop_broker(3)
        self.until(lambda: all(len(isrs) < 3 for leader, replicas, isrs in self.partitions() if 3 in replicas),
                   "replicas out of sync")
        short = {n: len([1 for leader, replicas, isrs in self.partitions() if leader == n and len(isrs) < len(replicas)])
                 for n in (1, 2)}
        self.assertGreater(short[1], 0)
        about = {**{(f"broker-{n}", "urp", f"broker:{n}"): short[n] for n in (1, 2)},
                 **{(source, "urp", f"broker:{instance}"): short[n] for source in ("asked-prometheus", "asked-victoria")
                    for n, instance in ((1, first), (2, second))}}
        try:
            self.until(lambda: about.items() <= values().items(), "the same from everybody")
        except AssertionError:
            self.fail(f"{about} is not in {values()}")


if __name__ == "__main__":
    artifacts.use_lake_python()
    try:
        for fetch in (artifacts.debian_programs, artifacts.jmx_exporter_jar, artifacts.nessie_jar, artifacts.apicurio_jar,
                      artifacts.connect_jars, lambda: artifacts.kafka_jars("4.1")):
            fetch()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and not IN_CI else 1)
    unittest.main(verbosity=2)
