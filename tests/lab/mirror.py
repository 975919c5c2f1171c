# SPDX-License-Identifier: GPL-3.0-or-later
"""A real MirrorMaker 2 in a process of its own, from one cluster of the lab to another, and what Kafka's own client says
of its checkpoints."""

import subprocess
from pathlib import Path

import artifacts
import process
from errors import LabError
from kafka import TOOL_HEAP, Cluster

HERE = Path(__file__).resolve().parent
ANSWERS = HERE / "MirrorAnswers.java"
HEAP = ["-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
SOURCE, TARGET = "eu", "us"


class Mirror:
    """`topics`, `groups`: regular expressions of what is mirrored."""

    def __init__(self, folder: Path, source: Cluster, target: Cluster, topics: str, groups: str,
                 settings: dict[str, str] | None = None):
        folder.mkdir()
        self.folder, self.source, self.target = folder, source, target
        flow = f"{SOURCE}->{TARGET}"
        values = {
            "clusters": f"{SOURCE}, {TARGET}",
            f"{SOURCE}.bootstrap.servers": source.bootstrap(), f"{TARGET}.bootstrap.servers": target.bootstrap(),
            f"{flow}.enabled": "true", f"{TARGET}->{SOURCE}.enabled": "false",
            f"{flow}.topics": topics, f"{flow}.groups": groups, "emit.checkpoints.interval.seconds": "1",
            "refresh.topics.interval.seconds": "2", "refresh.groups.interval.seconds": "2",
            "sync.topic.acls.enabled": "false", "offset.flush.interval.ms": "1000", "tasks.max": "1",
            "replication.factor": "1", "checkpoints.topic.replication.factor": "1",
            "heartbeats.topic.replication.factor": "1", "offset-syncs.topic.replication.factor": "1",
            "offset.storage.replication.factor": "1", "status.storage.replication.factor": "1",
            "config.storage.replication.factor": "1", "dedicated.mode.enable.internal.rest": "false",
            # No more clients than it needs to copy, check and beat.
            f"{TARGET}->{SOURCE}.emit.heartbeats.enabled": "false",
        } | (settings or {})
        self.properties = folder / "mm2.properties"
        self.properties.write_text("".join(f"{name} = {value}\n" for name, value in values.items()))

    @property
    def pid_file(self) -> Path:
        return self.folder / "mirror.pid"

    def start(self) -> None:
        command = self._java(HEAP, "org.apache.kafka.connect.mirror.MirrorMaker", str(self.properties))
        process.start(command, self.pid_file, self.folder / "mirror.log")

    def stop(self) -> None:
        process.end([self.pid_file], grace_s=10.0)

    def log(self) -> str:
        return (self.folder / "mirror.log").read_text()[-3000:]

    def translated(self, groups: list[str]) -> dict[tuple[str, str, int], int]:
        """By group, topic of the target and partition, as RemoteClusterUtils has it."""
        done = subprocess.run(self._java(TOOL_HEAP, ANSWERS.stem, self.target.bootstrap(), SOURCE, *groups),
                              capture_output=True, text=True, check=False, timeout=90)
        if done.returncode != 0:
            raise LabError(f"no answer: {done.stderr[-2000:]}")
        rows = (line.split() for line in done.stdout.splitlines())
        return {(group, topic, int(partition)): int(offset) for group, topic, partition, offset in rows}

    def _java(self, heap: list[str], main_class: str, *arguments: str) -> list[str]:
        jars = artifacts.mirror_jars()
        command = self.source.java(heap, main_class, *arguments)
        command[command.index("-cp") + 1] = f"{artifacts.java_classes(ANSWERS, jars)}:{jars}/*"
        return command
