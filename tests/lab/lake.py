# SPDX-License-Identifier: GPL-3.0-or-later
"""The lake of the lab: Kafka Connect with the Iceberg sink, an Iceberg REST catalog and S3, beside a running cluster.

Its state is in the folder `lake` of the cluster's folder; pid files and logs lie among those of the cluster, so
`tests/lab/lab down` ends the lake too. The catalog and S3 are reached through proxies that can be told to refuse.
Needs the environment of `artifacts.lake_python`.
"""

import json
import os
import shutil
import time
import urllib.error
import urllib.request
from pathlib import Path

import artifacts
import ports
import process
import progress
from client import Admin
from confluent_kafka import KafkaException, Producer
from confluent_kafka.admin import NewTopic
from errors import LabError
from kafka import Cluster

HERE = Path(__file__).resolve().parent
WORKER_HEAP = ["-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
NESSIE_HEAP = ["-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
READY_S = 120.0
CALL_S = 30.0

TOPIC, PARTITIONS = "orders", 6
CONNECTOR, TASKS = "orders-sink", 2
SECOND, SECOND_TABLE = "orders-copy", "orders_copy"
CONTROL = "control-iceberg"
DEAD_LETTERS = "orders-dlq"
NAMESPACE, TABLE = "lake", "orders"
BUCKET, REGION, KEY, SECRET = "lake", "us-east-1", "lake-key", "lake-secret"
WORKERS = (1, 2)
WORKER_TOPICS = {"connect-configs": 1, "connect-offsets": 5, "connect-status": 5}
FAULTS = {"catalog": ("none", "commits", "all"), "s3": ("none", "down", "slow")}
PORTS = ("worker-1", "worker-2", "nessie", "nessie-management", "s3", "catalog-proxy", "s3-proxy")
PARTS = {"s3": "S3 (moto)", "s3-proxy": "a proxy before S3, for its faults",
         "nessie": f"Nessie {artifacts.NESSIE}, the Iceberg REST catalog",
         "catalog-proxy": "a proxy before the catalog, for its faults",
         "worker-1": f"Kafka Connect {artifacts.KAFKA['4.1'][0]} with the Iceberg sink {artifacts.ICEBERG_SINK}, worker 1",
         "worker-2": "Kafka Connect, worker 2"}

SCHEMA = {"type": "struct", "schema-id": 0, "fields": [
    {"id": 1, "name": "id", "required": False, "type": "long"},
    {"id": 2, "name": "customer", "required": False, "type": "string"},
    {"id": 3, "name": "cents", "required": False, "type": "long"},
    {"id": 4, "name": "placed_ms", "required": False, "type": "long"}]}


class Lake:
    """The lake beside this cluster, running or not."""

    def __init__(self, cluster: Cluster):
        self.cluster = cluster.require()
        self.folder = cluster.folder / "lake"
        self.state_file = self.folder / "lake.json"
        self.state = json.loads(self.state_file.read_text()) if self.state_file.exists() else None

    def require(self) -> "Lake":
        if self.state is None:
            raise LabError(f"no lake in {self.cluster.folder}; start one with tests/lab/lake up")
        return self

    # --- where things are --------------------------------------------------------------------

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.state['ports'][name]}"

    def catalog_url(self, direct: bool = False) -> str:
        return self.url("nessie" if direct else "catalog-proxy") + "/iceberg"

    def nessie_api(self) -> str:
        return self.url("nessie") + "/api/v2"

    def table_path(self) -> str:
        return f"/v1/{self.state['prefix']}/namespaces/{NAMESPACE}/tables"

    def pid_file(self, name: str) -> Path:
        return self.cluster.pids / f"lake-{name}.pid"

    def status(self) -> dict:
        parts = {name: "up" if process.running(self.pid_file(name)) else "down" for name in self._commands()}
        return {"bootstrap": self.cluster.bootstrap(), "connect": [self.url(f"worker-{worker}") for worker in WORKERS],
                "catalog": self.catalog_url(), "catalog_direct": self.catalog_url(direct=True),
                "prefix": self.state["prefix"], "warehouse": "wh", "nessie_api": self.nessie_api(),
                "s3": self.url("s3-proxy"), "s3_direct": self.url("s3"), "bucket": BUCKET, "region": REGION,
                "s3_key": KEY, "s3_secret": SECRET, "namespace": NAMESPACE, "table": TABLE, "topic": TOPIC,
                "partitions": PARTITIONS, "connector": CONNECTOR, "group": f"connect-{CONNECTOR}",
                "coordinator_group": f"connect-{CONNECTOR}-coord", "control_topic": CONTROL,
                "commit_interval_s": self.state["commit_interval_s"],
                "commit_timeout_s": self.state["commit_timeout_s"], "faults": self.faults(), "parts": parts,
                "versions": versions(), "dir": str(self.folder)}

    def is_running(self) -> bool:
        return self.state is not None and any(process.running(self.pid_file(name)) for name in self._commands())

    # --- up and down -------------------------------------------------------------------------

    def up(self, commit_interval_s: int, commit_timeout_s: int, control_partitions: int, port_base: int | None,
           replicas: int = 1) -> None:
        """Makes every part run; the connector, the table and the topics are made once."""
        if self.state is not None:
            if (commit_interval_s, commit_timeout_s) != (self.state["commit_interval_s"], self.state["commit_timeout_s"]):
                raise LabError(f"this lake commits every {self.state['commit_interval_s']} s with a timeout of "
                               f"{self.state['commit_timeout_s']} s; end it with tests/lab/lake down")
            self._start_all()
            self.wait_tasks_running()
            return
        topics = {TOPIC: PARTITIONS, CONTROL: control_partitions} | WORKER_TOPICS
        admin = Admin(self.cluster.bootstrap())
        taken = sorted(topics.keys() & admin.topics())
        if taken:
            raise LabError(f"the cluster has topics of this name already: {', '.join(taken)}")
        self._create(commit_interval_s, commit_timeout_s, control_partitions, port_base)
        try:
            admin.create([_topic(name, count, replicas, compact=name in WORKER_TOPICS) for name, count in topics.items()])
            self._start_all(before_workers=self._create_table)
            progress.say(f"starting connector {CONNECTOR} with {TASKS} tasks")
            self.connect("PUT", f"/connectors/{CONNECTOR}/config", self.connector_config())
            self.wait_tasks_running()
        except LabError:
            self.down()
            raise

    def down(self) -> None:
        """Ends what `up` started and deletes its topics; catalog and S3 were in memory."""
        names = self._commands()
        process.end([self.pid_file(name) for name in names], grace_s=0.0)
        left = [name for name in names if process.running(self.pid_file(name))]
        if left:
            raise LabError(f"could not end {', '.join(left)}; its pid is in {self.cluster.pids}")
        if self.cluster.is_running():
            admin = Admin(self.cluster.bootstrap())
            for topic in sorted({TOPIC, CONTROL, DEAD_LETTERS, *WORKER_TOPICS} & admin.topics()):
                admin.delete(topic)
        shutil.rmtree(self.folder)

    def _create(self, commit_interval_s: int, commit_timeout_s: int, control_partitions: int,
                port_base: int | None) -> None:
        chosen = ports.block(len(PORTS), port_base)
        self.state = {"ports": dict(zip(PORTS, chosen)), "commit_interval_s": commit_interval_s,
                      "commit_timeout_s": commit_timeout_s, "control_partitions": control_partitions, "prefix": ""}
        (self.folder / "plugins").mkdir(parents=True)
        (self.folder / "plugins" / "iceberg").symlink_to(artifacts.iceberg_sink_jars())
        for worker in WORKERS:
            self._worker_file(worker).write_text(self._worker_properties(worker))
        self.state_file.write_text(json.dumps(self.state, indent=1) + "\n")

    def _start_all(self, before_workers=lambda: None) -> None:
        for name, command in self._commands().items():
            if process.running(self.pid_file(name)) is None:
                progress.say(f"starting {PARTS[name]}")
                process.start(command, self.pid_file(name), self._log(name))
        for name, path in (("s3", "/moto-api/"), ("nessie", "/iceberg/v1/config")):
            self._wait_http(name, path)
        before_workers()
        for worker in WORKERS:
            self._wait_http(f"worker-{worker}", "/connectors")

    def _wait_http(self, name: str, path: str) -> None:
        until = time.monotonic() + READY_S
        while time.monotonic() < until:
            if process.running(self.pid_file(name)) is None:
                raise LabError(f"{name} ended while starting; see {self._log(name)}")
            try:
                call("GET", self.url(name) + path)
                return
            except LabError:
                time.sleep(0.2)
        raise LabError(f"{name} did not answer within {READY_S:.0f} s; see {self._log(name)}")

    # --- faults ------------------------------------------------------------------------------

    def fault(self, part: str, kind: str) -> None:
        if kind not in FAULTS[part]:
            raise LabError(f"{part} knows the faults {', '.join(FAULTS[part])}")
        new = self._fault_file(part).with_suffix(".new")
        new.write_text(kind)
        os.replace(new, self._fault_file(part))

    def faults(self) -> dict[str, str]:
        files = {part: self._fault_file(part) for part in FAULTS}
        return {part: file.read_text() if file.exists() else "none" for part, file in files.items()}

    def _fault_file(self, part: str) -> Path:
        return self.folder / f"fault-{part}"

    # --- Connect -----------------------------------------------------------------------------

    def connect(self, method: str, path: str, body: dict | None = None):
        """A request to the first worker that runs; while a rebalance is under way Connect says 409 or 404, so again."""
        until = time.monotonic() + READY_S
        while True:
            worker = next((worker for worker in WORKERS if process.running(self.pid_file(f"worker-{worker}"))), None)
            if worker is None:
                raise LabError("no worker of Kafka Connect runs")
            try:
                return call(method, self.url(f"worker-{worker}") + path, body)
            except LabError as error:
                if time.monotonic() > until or not _passing(error):
                    raise
            time.sleep(0.5)

    def connector_status(self, connector: str = CONNECTOR) -> dict:
        return self.connect("GET", f"/connectors/{connector}/status")

    def second_connector(self) -> None:
        """Reads the same topic and announces on the same control topic; its table is its own."""
        self.create_table(SECOND_TABLE)
        config = self.connector_config() | {"iceberg.tables": f"{NAMESPACE}.{SECOND_TABLE}"}
        self.connect("PUT", f"/connectors/{SECOND}/config", config)
        self.wait_tasks_running(SECOND)

    def wait_tasks_running(self, connector: str = CONNECTOR, within_s: float = READY_S) -> None:
        until = time.monotonic() + within_s
        while True:
            try:
                states = [task["state"] for task in self.connector_status(connector)["tasks"]]
            except LabError:
                states = []
            if states == ["RUNNING"] * TASKS:
                return
            if time.monotonic() > until:
                raise LabError(f"the tasks of {connector} are {states or 'absent'} after {within_s:.0f} s")
            time.sleep(0.5)

    def restart_connector(self, tasks: bool) -> None:
        self.connect("POST", f"/connectors/{CONNECTOR}/restart?includeTasks={str(tasks).lower()}")
        self.wait_tasks_running()

    def tolerate(self) -> None:
        """From now on a record that the connector cannot take goes to a dead-letter topic, with its headers."""
        self.connect("PUT", f"/connectors/{CONNECTOR}/config", self.connector_config() | {
            "errors.tolerance": "all", "errors.deadletterqueue.topic.name": DEAD_LETTERS,
            "errors.deadletterqueue.topic.replication.factor": "1",
            "errors.deadletterqueue.context.headers.enable": "true"})
        self.restart_connector(tasks=True)

    def kill_worker(self, worker: int) -> None:
        process.end([self.pid_file(_known(worker))], grace_s=0.0)

    def start_worker(self, worker: int) -> None:
        name = _known(worker)
        if process.running(self.pid_file(name)) is None:
            process.start(self._commands()[name], self.pid_file(name), self._log(name))
        self._wait_http(name, "/connectors")

    def connector_config(self) -> dict[str, str]:
        return {
            "connector.class": "org.apache.iceberg.connect.IcebergSinkConnector",
            "tasks.max": str(TASKS),
            "topics": TOPIC,
            "key.converter": "org.apache.kafka.connect.storage.StringConverter",
            "value.converter": "org.apache.kafka.connect.json.JsonConverter",
            "value.converter.schemas.enable": "false",
            "iceberg.tables": f"{NAMESPACE}.{TABLE}",
            "iceberg.control.topic": CONTROL,
            "iceberg.control.commit.interval-ms": str(1000 * self.state["commit_interval_s"]),
            "iceberg.control.commit.timeout-ms": str(1000 * self.state["commit_timeout_s"]),
            "iceberg.catalog.type": "rest",
            "iceberg.catalog.uri": self.catalog_url() + "/",
            "iceberg.catalog.warehouse": "wh",
            # A catalog that is down fails a task within seconds; with Iceberg's own 5 retries it takes over a minute.
            "iceberg.catalog.rest.client.max-retries": "1",
            "iceberg.catalog.io-impl": "org.apache.iceberg.aws.s3.S3FileIO",
            "iceberg.catalog.s3.endpoint": self.url("s3-proxy"),
            "iceberg.catalog.s3.path-style-access": "true",
            "iceberg.catalog.s3.access-key-id": KEY,
            "iceberg.catalog.s3.secret-access-key": SECRET,
            "iceberg.catalog.client.region": REGION,
        }

    # --- topics and records ------------------------------------------------------------------

    def produce(self, count: int) -> None:
        """Writes `count` JSON records, numbered on from the last call, to partitions chosen by their key."""
        first = self.state.get("produced", 0)
        failed = []
        producer = Producer({"bootstrap.servers": self.cluster.bootstrap(), "enable.idempotence": True, "linger.ms": 20,
                             "queue.buffering.max.messages": 400000, "log_level": 3})
        for number in range(first, first + count):
            now = int(time.time() * 1000)
            value = json.dumps({"id": number, "customer": f"c{number % 997}", "cents": number * 7 % 100000, "placed_ms": now})
            while True:
                try:
                    producer.produce(TOPIC, value.encode(), str(number), timestamp=now,
                                     on_delivery=lambda error, _message: failed.append(error) if error else None)
                    break
                except BufferError:
                    producer.poll(0.1)
            producer.poll(0)
        left = producer.flush(CALL_S)
        if left or failed:
            raise LabError(f"producing failed: {failed[0] if failed else f'{left} records not acknowledged'}")
        self.state["produced"] = first + count
        self.state_file.write_text(json.dumps(self.state, indent=1) + "\n")

    def delete_control_topic(self) -> None:
        Admin(self.cluster.bootstrap()).delete(CONTROL)

    def trim_control_topic(self) -> None:
        """As its retention would: what it says of the commits so far is gone."""
        admin = Admin(self.cluster.bootstrap())
        ends = admin.high([(CONTROL, number) for number in range(self.state["control_partitions"])])
        admin.delete_records(ends)

    def create_control_topic(self) -> None:
        """A topic that was just deleted may still be in the way of its name for a moment."""
        until = time.monotonic() + CALL_S
        while True:
            try:
                return Admin(self.cluster.bootstrap()).create([_topic(CONTROL, self.state["control_partitions"])])
            except (LabError, KafkaException):
                if time.monotonic() > until:
                    raise
                time.sleep(0.5)

    # --- the table ---------------------------------------------------------------------------

    def catalog(self, method: str, path: str, body: dict | None = None):
        """A request to the catalog itself, past the proxy."""
        return call(method, self.catalog_url(direct=True) + path, body)

    def load_table(self) -> dict:
        return self.catalog("GET", f"{self.table_path()}/{TABLE}?snapshots=all")

    def create_table(self, name: str = TABLE) -> None:
        self.catalog("POST", self.table_path(), {"name": name, "schema": SCHEMA, "stage-create": False})

    def drop_table(self) -> None:
        self.catalog("DELETE", f"{self.table_path()}/{TABLE}")

    def rollback(self, steps: int) -> None:
        """Puts `main` back by that many commits of the catalog. Nessie shows no older snapshots, so a rollback within
        the table, as Iceberg has it, is not possible there."""
        history = call("GET", f"{self.nessie_api()}/trees/main/history")["logEntries"]
        hashes = [entry["commitMeta"]["hash"] for entry in history]
        if not 0 < steps < len(hashes):
            raise LabError(f"the catalog has {len(hashes)} commits; it cannot go back by {steps}")
        call("PUT", f"{self.nessie_api()}/trees/main@{hashes[0]}?type=branch",
             {"type": "BRANCH", "name": "main", "hash": hashes[steps]})

    def landed(self) -> int:
        """Records of the current snapshot, by its summary."""
        metadata = self.load_table()["metadata"]
        current = metadata.get("current-snapshot-id")
        totals = [int(snapshot["summary"]["total-records"]) for snapshot in metadata.get("snapshots", [])
                  if snapshot["snapshot-id"] == current]
        return totals[0] if totals else 0

    def wait_landed(self, count: int, within_s: float) -> float:
        """Waits until the table holds that many records; the seconds it took."""
        began = time.monotonic()
        while (now := self.landed()) != count:
            if time.monotonic() - began > within_s:
                raise LabError(f"{NAMESPACE}.{TABLE} holds {now} records after {within_s:.0f} s, not {count}")
            time.sleep(0.5)
        return time.monotonic() - began

    def _create_table(self) -> None:
        call("PUT", f"{self.url('s3')}/{BUCKET}")
        config = self.catalog("GET", "/v1/config?warehouse=wh")
        self.state["prefix"] = (config["defaults"] | config["overrides"]).get("prefix", "")
        self.state_file.write_text(json.dumps(self.state, indent=1) + "\n")
        self.catalog("POST", f"/v1/{self.state['prefix']}/namespaces", {"namespace": [NAMESPACE]})
        self.create_table()

    # --- processes ---------------------------------------------------------------------------

    def _commands(self) -> dict[str, list[str]]:
        port = {name: str(number) for name, number in self.state["ports"].items()}
        python = str(artifacts.lake_python())
        proxy = [python, str(HERE / "proxy.py")]
        workers = {f"worker-{worker}": self._worker_command(worker) for worker in WORKERS}
        return {
            "s3": [str(Path(python).parent / "moto_server"), "-H", "127.0.0.1", "-p", port["s3"]],
            "s3-proxy": [*proxy, port["s3-proxy"], port["s3"], str(self._fault_file("s3"))],
            "nessie": [str(artifacts.lake_java()), *NESSIE_HEAP, *self._nessie_options(), "-jar", str(artifacts.nessie_jar())],
            "catalog-proxy": [*proxy, port["catalog-proxy"], port["nessie"], str(self._fault_file("catalog"))],
        } | workers

    def _nessie_options(self) -> list[str]:
        s3 = "nessie.catalog.service.s3.default-options"
        options = {
            "quarkus.http.host": "127.0.0.1", "quarkus.http.port": self.state["ports"]["nessie"],
            "quarkus.management.port": self.state["ports"]["nessie-management"],
            "nessie.version.store.type": "IN_MEMORY",
            "nessie.catalog.default-warehouse": "wh", "nessie.catalog.warehouses.wh.location": f"s3://{BUCKET}/wh",
            f"{s3}.endpoint": self.url("s3-proxy"), f"{s3}.path-style-access": "true", f"{s3}.region": REGION,
            f"{s3}.access-key": "urn:nessie-secret:quarkus:s3key", "s3key.name": KEY, "s3key.secret": SECRET,
            # The signer's address of this Nessie is not the one that Iceberg 1.12 asks.
            f"{s3}.request-signing-enabled": "false",
        }
        return [f"-D{name}={value}" for name, value in options.items()]

    def _worker_command(self, worker: int) -> list[str]:
        command = self.cluster.java(WORKER_HEAP, "org.apache.kafka.connect.cli.ConnectDistributed",
                                    str(self._worker_file(worker)))
        classes = command.index("-cp") + 1
        command[classes] = f"{artifacts.connect_jars()}/*"
        return command

    def _worker_file(self, worker: int) -> Path:
        return self.folder / f"worker-{worker}.properties"

    def _worker_properties(self, worker: int) -> str:
        settings = {
            "bootstrap.servers": self.cluster.bootstrap(), "group.id": "connect-lake",
            "listeners": self.url(f"worker-{worker}"), "plugin.path": str(self.folder / "plugins"),
            "plugin.discovery": "service_load",
            "key.converter": "org.apache.kafka.connect.storage.StringConverter",
            "value.converter": "org.apache.kafka.connect.json.JsonConverter",
            "config.storage.topic": "connect-configs", "offset.storage.topic": "connect-offsets",
            "status.storage.topic": "connect-status",
            # So long a task without records waits before it looks at the control topic.
            "offset.flush.interval.ms": "1000",
            # A worker that is killed gives its tasks away within seconds.
            "scheduled.rebalance.max.delay.ms": "5000", "session.timeout.ms": "10000", "heartbeat.interval.ms": "3000",
        }
        return "".join(f"{name}={value}\n" for name, value in settings.items())

    def _log(self, name: str) -> Path:
        return self.cluster.folder / "logs" / f"lake-{name}.log"


def versions() -> dict[str, str]:
    return {"connect": artifacts.KAFKA["4.1"][0], "iceberg_sink": artifacts.ICEBERG_SINK, "nessie": artifacts.NESSIE}


def call(method: str, url: str, body: dict | None = None):
    """The answer's JSON, or its text, or None when it is empty."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=CALL_S) as answer:
            text = answer.read().decode()
    except urllib.error.HTTPError as error:
        reason = error.read(400).decode(errors="replace").strip()
        raise LabError(f"{method} {url} answered {error.code}: {reason}") from error
    except OSError as error:
        raise LabError(f"{method} {url} failed: {error}") from error
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text


def _passing(error: LabError) -> bool:
    """Whether the same request may well succeed in a moment."""
    cause = error.__cause__
    return not isinstance(cause, urllib.error.HTTPError) or cause.code in (404, 409, 500, 503)


def _known(worker: int) -> str:
    if worker not in WORKERS:
        raise LabError(f"there is no worker {worker}; the lake has {', '.join(map(str, WORKERS))}")
    return f"worker-{worker}"


def _topic(name: str, partitions: int, replicas: int = 1, compact: bool = False) -> NewTopic:
    config = {"cleanup.policy": "compact"} if compact else {}
    return NewTopic(name, num_partitions=partitions, replication_factor=replicas, config=config)
