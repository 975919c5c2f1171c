# SPDX-License-Identifier: GPL-3.0-or-later
"""A second witness of drills: notes three times a second what groups committed, which brokers lead and follow, and what each task
of a connector is, with the time before and after each look. Each kind of note comes from a process of its own, that is started
again when it ends: the client library sometimes ends its process when a broker goes.

As a program it prints notes as lines of JSON, until its input ends. Needs the environment of `artifacts.client_python`.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import artifacts

EVERY_S = 0.3
CALL_S = 2.0


@dataclass
class Note:
    """What was so at some time between both."""

    began: float
    ended: float
    what: dict


class Witness:
    """From start() to close()."""

    def __init__(self, topic: str, log: Path):
        self.topic = topic
        self.log = log.open("wb")
        self.notes: dict[str, list[Note]] = {}
        self.running: dict[str, subprocess.Popen] = {}
        self.threads: list[threading.Thread] = []
        self.ended = False

    def groups(self, cluster: str, bootstrap: str, groups: list[str]) -> None:
        """Notes of the kind `CLUSTER`: {(group, partition): offset}."""
        more = [word for group in groups for word in ("--group", group)]
        self._start(cluster, ["groups", "--bootstrap", bootstrap, *more],
                    lambda told: {(group, int(number)): offset for group, offsets in told.items() for number, offset in offsets.items()})

    def brokers(self, bootstrap: str) -> None:
        """Notes of the kind `brokers`: {"brokers": ids, "leaders": by partition, "in-sync": all replicas of all}."""
        self._start("brokers", ["brokers", "--bootstrap", bootstrap], dict)

    def tasks(self, urls: list[str], connector: str) -> None:
        """Notes of the kind `tasks`: {task: state}, as the first worker that answers says."""
        more = [word for url in urls for word in ("--url", url)]
        self._start("tasks", ["tasks", "--connector", connector, *more],
                    lambda told: {int(task): state for task, state in told.items()})

    def close(self) -> None:
        self.ended = True
        for process in self.running.values():
            process.stdin.close()
        for thread in self.threads:
            thread.join()
        self.log.close()

    def _start(self, kind: str, words: list[str], read) -> None:
        notes = self.notes.setdefault(kind, [])
        command = [str(artifacts.client_python()), __file__, *words, "--topic", self.topic]

        def follow() -> None:
            while not self.ended:
                with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True) as process:
                    self.running[kind] = process
                    for line in process.stdout:
                        told = json.loads(line)
                        notes.append(Note(told["began"], told["ended"], read(told["what"])))

        thread = threading.Thread(target=follow, daemon=True)
        self.threads.append(thread)
        thread.start()

    # --- what is asked --------------------------------------------------------------------------

    def at(self, kind: str, when: float) -> dict:
        """The newest note whose look began by then; none: {}."""
        return next((note.what for note in reversed(self.notes[kind]) if note.began <= when), {})

    def first(self, kind: str, since: float, holds) -> tuple[float, float] | None:
        """Between which times something began to hold that did not at `since`: the look before, and the first that saw it."""
        before = since
        for note in self.notes[kind]:
            if note.ended < since:
                continue
            if holds(note.what):
                return before, note.ended
            before = note.began
        return None


# --- the program ----------------------------------------------------------------------------------


def groups_look(arguments: argparse.Namespace):
    from client import Admin

    admin = Admin(arguments.bootstrap)

    def look() -> dict:
        out: dict = {group: {} for group in arguments.group}
        for (group, (topic, number)), offset in admin.committed(arguments.group).items():
            if topic == arguments.topic:
                out[group][number] = offset
        return out

    return look


def brokers_look(arguments: argparse.Namespace):
    from confluent_kafka.admin import AdminClient

    admin = AdminClient({"bootstrap.servers": arguments.bootstrap, "log_level": 3})

    def look() -> dict:
        told = admin.list_topics(arguments.topic, timeout=CALL_S)
        parts = told.topics[arguments.topic].partitions
        return {"brokers": sorted(told.brokers), "leaders": {number: part.leader for number, part in parts.items()},
                "in-sync": all(len(part.isrs) == len(part.replicas) for part in parts.values())}

    return look


def tasks_look(arguments: argparse.Namespace):
    def look() -> dict:
        for url in arguments.url:
            try:
                with urllib.request.urlopen(f"{url}/connectors/{arguments.connector}/status", timeout=CALL_S) as answer:
                    return {task["id"]: task["state"] for task in json.load(answer)["tasks"]}
            except (urllib.error.URLError, OSError):
                continue
        raise KeyError("no worker answers")

    return look


def main() -> None:
    from confluent_kafka import KafkaException

    looks = {"groups": groups_look, "brokers": brokers_look, "tasks": tasks_look}
    parser = argparse.ArgumentParser(prog="drill_witness.py", description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=looks)
    parser.add_argument("--topic", required=True)
    parser.add_argument("--bootstrap")
    parser.add_argument("--group", action="append", default=[])
    parser.add_argument("--connector")
    parser.add_argument("--url", action="append", default=[])
    arguments = parser.parse_args()
    look = looks[arguments.kind](arguments)
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    while not ended.wait(EVERY_S):
        began = time.time()
        try:
            what = look()
        except (KafkaException, KeyError):
            continue  # a broker or a worker is down by intent: nothing is noted
        print(json.dumps({"began": began, "ended": time.time(), "what": what}), flush=True)


if __name__ == "__main__":
    main()
