# SPDX-License-Identifier: GPL-3.0-or-later
"""A Kafka cluster of the lab: combined KRaft nodes on loopback, with all state in one folder.

The folder holds lab.json (what was started), pids/, logs/ and data/. A folder without lab.json is
never removed. Nothing here is thread-safe; `Cluster.up` is serialised between processes by a lock.
"""

import base64
import fcntl
import json
import os
import secrets
import shutil
import subprocess
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import artifacts
import ports
import process
import progress
import wire
from errors import LabError

HEAP = ["-Xms128m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
TOOL_HEAP = ["-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
READY_S = 120.0
# Users of the SASL listener. `admin` may do everything, the others nothing until tests/lab/grant.
USERS = ["admin", "reader", "limited"]

# Short cycles make retention, compaction and failures visible within a test; the rest keeps three
# brokers small. Leaders move only when a broker goes, so that a test knows who leads.
SETTINGS = {
    "auto.create.topics.enable": "false",
    "auto.leader.rebalance.enable": "false",
    "broker.heartbeat.interval.ms": "1000",
    "broker.session.timeout.ms": "6000",
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "1000",
    "log.cleaner.backoff.ms": "1000",
    "log.cleaner.dedupe.buffer.size": "8388608",
    "log.index.size.max.bytes": "1048576",
    "log.initial.task.delay.ms": "1000",
    "log.retention.check.interval.ms": "1000",
    "log.segment.delete.delay.ms": "1000",
    "num.io.threads": "4",
    "num.network.threads": "2",
    "num.recovery.threads.per.data.dir": "2",
    "transaction.max.timeout.ms": "86400000",
    "transaction.state.log.num.partitions": "6",
}


def default_folder() -> Path:
    return Path(os.environ.get("TMPDIR") or "/tmp") / f"tidemark-lab-{os.getuid()}"


class Cluster:
    """The cluster whose state is in `folder`, running or not."""

    def __init__(self, folder: Path, options: dict[int, list[str]] | None = None):
        """`options`: more of them for the JVMs of some brokers, by id."""
        self.options = options or {}
        self.folder = folder.resolve()
        self.state_file = self.folder / "lab.json"
        self.pids = self.folder / "pids"
        self.state = json.loads(self.state_file.read_text()) if self.state_file.exists() else None

    # --- what is there -----------------------------------------------------------------------

    def require(self) -> "Cluster":
        if self.state is None:
            raise LabError(f"no lab in {self.folder}; start one with tests/lab/lab up")
        return self

    def is_running(self) -> bool:
        return self.state is not None and any(process.running(self.pid_file(broker)) for broker in self.broker_ids())

    def broker_ids(self) -> list[int]:
        return [broker["id"] for broker in self.state["brokers"]]

    def pid_file(self, broker: int) -> Path:
        return self.pids / f"broker-{broker}.pid"

    def bootstrap(self) -> str:
        return ",".join(f"127.0.0.1:{broker['port']}" for broker in self.state["brokers"])

    def sasl_bootstrap(self) -> str:
        return ",".join(f"127.0.0.1:{broker['sasl_port']}" for broker in self.state["brokers"])

    def status(self) -> dict:
        brokers = []
        for broker in self.state["brokers"]:
            pid = process.running(self.pid_file(broker["id"]))
            brokers.append({"id": broker["id"], "port": broker["port"], "pid": pid, "state": "up" if pid else "down"})
        return {"bootstrap": self.bootstrap(), "sasl_bootstrap": self.sasl_bootstrap(), "users": self.state["users"],
                "flavour": self.state["flavour"], "version": self.state["version"],
                "cluster_id": self.state["cluster_id"], "dir": str(self.folder), "brokers": brokers}

    # --- up and down -------------------------------------------------------------------------

    def up(self, flavour: str, brokers: int, port_base: int | None) -> None:
        """Makes the cluster run with all its brokers; a cluster that runs already is completed."""
        with open(artifacts.cache_root() / "up.lock", "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if self.is_running():
                self._require_same(flavour, brokers, port_base)
            else:
                artifacts.kafka_jars(flavour)
                self._create(flavour, brokers, port_base)
            for broker in self.broker_ids():
                if process.running(self.pid_file(broker)) is None:
                    self._launch(broker)
            self.wait_ready(self.broker_ids())

    def down(self, keep: bool) -> None:
        """Ends every process with a pid file here; in an orderly way only when the data is to be kept."""
        brokers = [self.pid_file(broker) for broker in self.broker_ids()]
        others = [pid_file for pid_file in self.pids.glob("*.pid") if pid_file not in brokers]
        for pid_files in (others, brokers):
            process.end(pid_files, grace_s=20.0 if keep else 0.0)
        left = [pid_file.stem for pid_file in self.pids.glob("*.pid")]
        if left:
            raise LabError(f"could not end {', '.join(left)}; its pid is in {self.pids}")
        if not keep:
            shutil.rmtree(self.folder)

    def _require_same(self, flavour: str, brokers: int, port_base: int | None) -> None:
        running = (self.state["flavour"], len(self.state["brokers"]))
        moved = port_base not in (None, self.state["brokers"][0]["port"])
        if running != (flavour, brokers) or moved:
            raise LabError(f"{self.folder} already runs Kafka {running[0]} with {running[1]} brokers at "
                           f"{self.bootstrap()}; end it with tests/lab/lab down, or give another --dir")

    def _create(self, flavour: str, brokers: int, port_base: int | None) -> None:
        if self.state is not None:
            shutil.rmtree(self.folder)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.folder.stat().st_uid != os.getuid() or any(self.folder.iterdir()):
            raise LabError(f"{self.folder} holds something that is no lab; give another --dir")
        chosen = ports.block(3 * brokers, port_base)
        self.state = {
            "flavour": flavour, "version": artifacts.KAFKA[flavour][0], "cluster_id": _random_id(),
            "brokers": [{"id": number + 1, "port": chosen[number], "controller_port": chosen[brokers + number],
                         "sasl_port": chosen[2 * brokers + number]} for number in range(brokers)],
            "users": {user: secrets.token_urlsafe(18) for user in USERS},
        }
        self.state_file.write_text(json.dumps(self.state, indent=1) + "\n")
        for name in ("pids", "logs", "data"):
            (self.folder / name).mkdir()
        (self.folder / "log4j.properties").write_text(_LOG4J)
        for broker in self.state["brokers"]:
            self._properties_file(broker["id"]).write_text(self._properties(broker))
        with ThreadPoolExecutor(max_workers=brokers) as pool:
            list(pool.map(self._format, self.broker_ids()))

    # --- one broker --------------------------------------------------------------------------

    def start_broker(self, broker: int) -> None:
        """Starts it and waits until every running broker sees it."""
        if process.running(self._known(broker)) is None:
            self._launch(broker)
        self.wait_ready([other for other in self.broker_ids() if process.running(self.pid_file(other))])

    def stop_broker(self, broker: int) -> None:
        """Ends it in an orderly way: it hands over its leaderships first."""
        process.end([self._known(broker)], grace_s=30.0)

    def kill_broker(self, broker: int) -> None:
        process.end([self._known(broker)], grace_s=0.0)

    def signal_broker(self, broker: int, number) -> None:
        if not process.signal_to(self._known(broker), number):
            raise LabError(f"broker {broker} is not running")

    def _known(self, broker: int) -> Path:
        if broker not in self.broker_ids():
            raise LabError(f"there is no broker {broker}; the lab has {', '.join(map(str, self.broker_ids()))}")
        return self.pid_file(broker)

    def _launch(self, broker: int) -> None:
        progress.say(f"starting Kafka {self.state['version']}, broker {broker}")
        process.start(self.java([*HEAP, *self.options.get(broker, [])], "kafka.Kafka", str(self._properties_file(broker))),
                      self.pid_file(broker), self._log(broker))

    def _format(self, broker: int) -> None:
        command = self.java(TOOL_HEAP, "kafka.tools.StorageTool", "format", "-t", self.state["cluster_id"],
                            "-c", str(self._properties_file(broker)))
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            raise LabError(f"formatting broker {broker} failed: {done.stdout.strip().splitlines()[-1:]}")

    # --- readiness ---------------------------------------------------------------------------

    def wait_ready(self, expected: list[int]) -> None:
        """Waits until each expected broker sees all of them and both coordinators are elected."""
        until = time.monotonic() + READY_S
        waiting_for = "an answer"
        while time.monotonic() < until:
            dead = [broker for broker in expected if process.running(self.pid_file(broker)) is None]
            if dead:
                raise LabError(f"broker {dead[0]} ended while starting; see {self._log(dead[0])}")
            try:
                seen = [wire.live_brokers(self._port(broker)) for broker in expected]
                waiting_for = "all brokers"
                if all(set(expected) <= set(ids) for ids in seen):
                    waiting_for = "the coordinators"
                    if all(wire.coordinator_ready(self._port(expected[0]), "lab-ready", kind) for kind in (False, True)):
                        return
            except OSError:
                pass
            time.sleep(0.1)
        raise LabError(f"the cluster was not ready after {READY_S:.0f} s: still waiting for {waiting_for}; "
                       f"see {self.folder / 'logs'}")

    # --- files and commands ------------------------------------------------------------------

    def java(self, heap: list[str], main_class: str, *arguments: str) -> list[str]:
        """A command that runs a class of this Kafka version."""
        if shutil.which("java") is None:
            raise LabError("java is not installed; apt-get install openjdk-17-jre-headless")
        jars = artifacts.kafka_jars(self.state["flavour"])
        logging = self.folder / "log4j.properties"
        return ["java", *heap, f"-Dlog4j.configuration=file:{logging}", f"-Dlog4j2.configurationFile={logging}", "-cp",
                f"{jars}/*", main_class, *arguments]

    def _port(self, broker: int) -> int:
        return next(entry["port"] for entry in self.state["brokers"] if entry["id"] == broker)

    def _log(self, broker: int) -> Path:
        return self.folder / "logs" / f"broker-{broker}.log"

    def _properties_file(self, broker: int) -> Path:
        return self.folder / f"broker-{broker}.properties"

    def _properties(self, broker: dict) -> str:
        copies = str(min(3, len(self.state["brokers"])))
        voters = ",".join(f"{node['id']}@127.0.0.1:{node['controller_port']}" for node in self.state["brokers"])
        clients = f"BROKER://127.0.0.1:{broker['port']},SASL://127.0.0.1:{broker['sasl_port']}"
        accounts = " ".join(f'user_{user}="{password}"' for user, password in self.state["users"].items())
        settings = SETTINGS | {
            "process.roles": "broker,controller",
            "node.id": str(broker["id"]),
            "listeners": f"{clients},CONTROLLER://127.0.0.1:{broker['controller_port']}",
            "advertised.listeners": clients,
            "listener.security.protocol.map": "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL:SASL_PLAINTEXT",
            "listener.name.sasl.sasl.enabled.mechanisms": "PLAIN",
            "listener.name.sasl.plain.sasl.jaas.config":
                f"org.apache.kafka.common.security.plain.PlainLoginModule required {accounts};",
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users": "User:ANONYMOUS;User:admin",
            "inter.broker.listener.name": "BROKER",
            "controller.listener.names": "CONTROLLER",
            "controller.quorum.voters": voters,
            "log.dirs": str(self.folder / "data" / f"broker-{broker['id']}"),
            "offsets.topic.replication.factor": copies,
            "transaction.state.log.replication.factor": copies,
            "transaction.state.log.min.isr": "1",
        }
        if self.state["flavour"] == "4.1":
            settings["group.coordinator.rebalance.protocols"] = "classic,consumer"
        return "".join(f"{key}={value}\n" for key, value in sorted(settings.items()))


# Kafka 3.9 reads the first four lines (log4j 1), Kafka 4 the others (log4j 2).
_LOG4J = """log4j.rootLogger=WARN, console
log4j.appender.console=org.apache.log4j.ConsoleAppender
log4j.appender.console.layout=org.apache.log4j.PatternLayout
log4j.appender.console.layout.ConversionPattern=[%d] %p %m (%c)%n
rootLogger=WARN, console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=[%d] %p %m (%c)%n
"""


def _random_id() -> str:
    """A random id in Kafka's spelling; one that begins with '-' would be read as an option."""
    while True:
        text = base64.urlsafe_b64encode(uuid.uuid4().bytes).rstrip(b"=").decode()
        if not text.startswith("-"):
            return text
