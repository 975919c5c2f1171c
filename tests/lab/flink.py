# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Flink on loopback: a JobManager and TaskManagers as processes of their own, small, without its scripts.

Jobs are those of ProcessorJob.java, whose classes every process has."""

import json
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import artifacts
import ports
import process
from errors import LabError

HERE = Path(__file__).resolve().parent
JOB = HERE / "ProcessorJob.java"
START_S = 60.0
FIRST_PORT = 30081  # far from those of brokers, which may be down for a moment
HEAP = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=160m"]
# What Java 17 must open for Flink.
OPENED = ["java.base/java.lang", "java.base/java.lang.reflect", "java.base/java.net", "java.base/java.io",
          "java.base/java.nio", "java.base/sun.nio.ch", "java.base/java.text", "java.base/java.time",
          "java.base/java.util", "java.base/java.util.concurrent", "java.base/java.util.concurrent.atomic",
          "java.base/java.util.concurrent.locks"]
SLOTS = 4


class Flink:
    def __init__(self, folder: Path):
        self.folder = folder
        self.checkpoints = folder / "checkpoints"
        for place in (folder / "conf", folder / "tmp", self.checkpoints):
            place.mkdir(parents=True, exist_ok=True)
        self.jars = artifacts.flink_jars()
        self.classes = artifacts.java_classes(JOB, self.jars)
        usable = (port for port in range(FIRST_PORT, ports.LAST) if ports.is_usable(port))
        self.port, rpc = next(usable), next(usable)
        self.url = f"http://127.0.0.1:{self.port}"
        (folder / "conf" / "log4j2.properties").write_text(_LOG4J)
        (folder / "conf" / "config.yaml").write_text("".join(f"{key}: {value}\n" for key, value in {
            "jobmanager.rpc.address": "127.0.0.1", "jobmanager.bind-host": "127.0.0.1", "jobmanager.rpc.port": rpc,
            "rest.address": "127.0.0.1", "rest.bind-address": "127.0.0.1", "rest.port": self.port,
            "rest.bind-port": f"'{self.port}'", "taskmanager.host": "127.0.0.1", "taskmanager.bind-host": "127.0.0.1",
            "taskmanager.numberOfTaskSlots": SLOTS, "taskmanager.cpu.cores": "1.0",
            "taskmanager.memory.task.heap.size": "96mb", "taskmanager.memory.task.off-heap.size": "0b",
            "taskmanager.memory.network.min": "32mb", "taskmanager.memory.network.max": "32mb",
            "taskmanager.memory.managed.size": "8mb", "taskmanager.memory.framework.heap.size": "64mb",
            "taskmanager.memory.framework.off-heap.size": "64mb", "taskmanager.memory.jvm-metaspace.size": "160mb",
            "taskmanager.memory.jvm-overhead.min": "64mb", "taskmanager.memory.jvm-overhead.max": "64mb", "io.tmp.dirs": folder / "tmp",
            # One that is killed is missed within seconds, and its job tried again every second.
            "heartbeat.interval": "1000", "heartbeat.timeout": "5000", "restart-strategy.type": "fixed-delay",
            "restart-strategy.fixed-delay.attempts": 100000, "restart-strategy.fixed-delay.delay": "1s",
            "metrics.fetcher.update-interval": "1000"}.items()))

    # --- processes ----------------------------------------------------------------------------

    def start(self) -> None:
        self._launch("jobmanager", "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", 192)
        self.start_tasks()
        self.wait(lambda: self.get("/overview")["slots-total"] == SLOTS, "a TaskManager", START_S)

    def start_tasks(self) -> None:
        self._launch("taskmanager", "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", 256)

    def kill_tasks(self) -> None:
        process.end([self.folder / "taskmanager.pid"], grace_s=0.0)

    def stop(self) -> None:
        process.end([self.folder / f"{name}.pid" for name in ("taskmanager", "jobmanager")], 3.0)

    def pause_manager(self, paused: bool) -> None:
        """One that is there and does not answer."""
        process.signal_to(self.folder / "jobmanager.pid", signal.SIGSTOP if paused else signal.SIGCONT)

    def _launch(self, name: str, main_class: str, heap_mb: int) -> None:
        process.start(self._java(heap_mb, main_class, "--configDir", str(self.folder / "conf")), self.folder / f"{name}.pid",
                      self.folder / f"{name}.log")

    def _java(self, heap_mb: int, main_class: str, *arguments: str) -> list[str]:
        opened = [f"--add-opens={package}=ALL-UNNAMED" for package in OPENED]
        logging = f"-Dlog4j2.configurationFile={self.folder / 'conf' / 'log4j2.properties'}"
        return ["java", f"-Xmx{heap_mb}m", *HEAP, *opened, logging, "-cp", f"{self.classes}:{self.jars}/*", main_class,
                *arguments]

    # --- jobs ---------------------------------------------------------------------------------

    def submit(self, name: str, bootstrap: str, topic: str, group: str, interval_ms: int) -> str:
        """The id of the job. Its slow stage sleeps for each record as long as the file `slow` is there."""
        done = subprocess.run(
            self._java(192, JOB.stem, str(self.port), name, bootstrap, topic, group, self.checkpoints.as_uri(),
                       str(interval_ms), str(self.slow)), capture_output=True, text=True, check=False, timeout=90)
        if done.returncode != 0:
            raise LabError(f"the job was not taken: {done.stdout[-1000:]} {done.stderr[-2000:]}")
        return done.stdout.split()[-1]

    @property
    def slow(self) -> Path:
        return self.folder / "slow"

    def cancel(self, job: str) -> None:
        self._ask(urllib.request.Request(f"{self.url}/jobs/{job}?mode=cancel", method="PATCH"))

    def block_checkpoints(self, job: str) -> None:
        """A file stands where the job's checkpoints are to go."""
        place = self.checkpoints / job
        shutil.rmtree(place, ignore_errors=True)
        place.write_text("in the way")

    def free_checkpoints(self, job: str) -> None:
        (self.checkpoints / job).unlink()
        for part in ("shared", "taskowned"):
            (self.checkpoints / job / part).mkdir(parents=True, exist_ok=True)

    # --- answers ------------------------------------------------------------------------------

    def text(self, path: str) -> tuple[int, str]:
        """The status and what is answered, whatever it is."""
        try:
            with self._open(urllib.request.Request(self.url + path)) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def get(self, path: str):
        return self._ask(urllib.request.Request(self.url + path))

    def state(self, job: str) -> str:
        return self.get(f"/jobs/{job}")["state"]

    def counts(self, job: str) -> dict[str, int]:
        return self.get(f"/jobs/{job}/checkpoints")["counts"]

    def restarts(self, job: str) -> int:
        found = self.get(f"/jobs/{job}/metrics?get=numRestarts")
        return int(found[0]["value"]) if found else 0

    def wait(self, holds, what: str, within_s: float) -> None:
        until = time.monotonic() + within_s
        while True:
            try:
                if holds():
                    return
            except OSError:
                pass
            if time.monotonic() > until:
                logs = [(self.folder / f"{name}.log").read_text()[-2000:] for name in ("jobmanager", "taskmanager")]
                raise LabError(f"waited {within_s:.0f} s for {what}: {' '.join(logs)}")
            time.sleep(0.3)

    def _ask(self, request: urllib.request.Request):
        with self._open(request) as answer:
            return json.loads(answer.read() or b"null")

    @staticmethod
    def _open(request: urllib.request.Request):
        return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20)


_LOG4J = """rootLogger=WARN, console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=[%d] %p %m (%c)%n
"""
