# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the population that must stay alive: members of groups, an open transaction, traffic.

Runs as a process of its own until SIGTERM. Members hold their assignment and read nothing, so offsets
stand still; only with --busy does one topic grow and one group follow it. When everything is in place it
writes a JSON file: the open transaction's times and each group's assignment.
"""

import argparse
import json
import signal
import threading
import time
from pathlib import Path

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer

import layout
from client import Writer

OPEN_PARTITIONS = range(4)
OPEN_RECORDS = 30
TICK_S = 0.05


class Member:
    """One consumer that keeps what it is assigned and pauses it."""

    def __init__(self, bootstrap: str, group: str, topic: layout.Topic, client_id: str, protocol: str = "classic"):
        self.group, self.topic, self.client_id = group, topic, client_id
        self.assigned: list[int] = []
        self._incremental = protocol == "consumer"
        settings = {"bootstrap.servers": bootstrap, "group.id": group, "client.id": client_id, "log_level": 3,
                    "enable.auto.commit": False, "auto.offset.reset": "earliest", "group.protocol": protocol}
        self._consumer = Consumer(settings)
        self._consumer.subscribe([topic.name], on_assign=self._on_assign, on_revoke=self._on_revoke)

    def poll(self) -> None:
        message = self._consumer.poll(TICK_S)
        if message is not None and message.error() and message.error().fatal():
            raise KafkaException(message.error())

    def close(self) -> None:
        self._consumer.close()

    def _on_assign(self, consumer, partitions) -> None:
        if self._incremental:
            consumer.incremental_assign(partitions)
        else:
            consumer.assign(partitions)
        consumer.pause(partitions)
        self.assigned = sorted({*self.assigned, *(partition.partition for partition in partitions)})

    def _on_revoke(self, consumer, partitions) -> None:
        if self._incremental:
            consumer.incremental_unassign(partitions)
        else:
            consumer.unassign()
        self.assigned = sorted({*self.assigned} - {partition.partition for partition in partitions})


class Traffic:
    """A producer at a steady rate and a group that follows it with a commit per second."""

    def __init__(self, bootstrap: str, rate: int):
        self._rate, self._sent, self._since, self._committed_at = rate, 0, time.monotonic(), 0.0
        self._producer = Producer({"bootstrap.servers": bootstrap, "linger.ms": 5, "log_level": 3})
        self._consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "busy-readers", "client.id": "busy-reader",
                                   "enable.auto.commit": False, "auto.offset.reset": "earliest", "log_level": 3})
        self._consumer.subscribe([layout.BUSY.name])

    def step(self) -> None:
        due = int((time.monotonic() - self._since) * self._rate)
        for number in range(self._sent, due):
            self._producer.produce(layout.BUSY.name, b"busy", partition=number % layout.BUSY.partitions)
        self._sent = max(self._sent, due)
        self._producer.poll(0)
        self._consumer.consume(10000, timeout=TICK_S)
        if time.monotonic() - self._committed_at >= 1.0:
            self._committed_at = time.monotonic()
            self._commit()

    def close(self) -> None:
        self._producer.flush(5)
        self._consumer.close()

    def _commit(self) -> None:
        try:
            self._consumer.commit(asynchronous=False)
        except KafkaException as error:
            # Nothing new to commit, or a broker is down by intent: the next second tries again.
            if error.args[0].code() != KafkaError._NO_OFFSET and not error.args[0].retriable():
                print(f"busy-readers: {error}", flush=True)


def open_transaction(bootstrap: str) -> tuple[Writer, int]:
    """A transaction with records in some partitions that is neither committed nor aborted."""
    writer = Writer(bootstrap, transactional_id="lab-open")
    first_ms = int(time.time() * 1000)
    writer.begin()
    for number in OPEN_PARTITIONS:
        writer.write((layout.TRANSACTIONAL.name, number), [first_ms + step for step in range(OPEN_RECORDS)])
    writer.flush()
    return writer, first_ms


def make_members(bootstrap: str, with_consumer_protocol: bool) -> list[Member]:
    members = [Member(bootstrap, "live-classic", layout.LIVE_CLASSIC, f"classic-{number}") for number in range(3)]
    members.append(Member(bootstrap, "silent", layout.LIVE_SILENT, "silent-0"))
    if with_consumer_protocol:
        members += [Member(bootstrap, "live-consumer", layout.LIVE_CONSUMER, f"consumer-{number}", "consumer")
                    for number in range(2)]
    return members


def settled(members: list[Member]) -> bool:
    held: dict[str, list[int]] = {}
    for member in members:
        held.setdefault(member.group, []).extend(member.assigned)
    complete = all(sorted(held[member.group]) == list(range(member.topic.partitions)) for member in members)
    return complete and all(member.assigned for member in members)


def describe(members: list[Member], first_ms: int) -> dict:
    return {
        "open_transaction": {"transactional_id": "lab-open", "topic": layout.TRANSACTIONAL.name,
                             "partitions": list(OPEN_PARTITIONS), "records": OPEN_RECORDS, "first_ms": first_ms},
        "members": [{"group": member.group, "client_id": member.client_id, "topic": member.topic.name,
                     "partitions": member.assigned} for member in members],
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bootstrap", required=True)
    parser.add_argument("--ready", type=Path, required=True)
    parser.add_argument("--busy", type=int, default=0)
    parser.add_argument("--consumer-protocol", action="store_true")
    arguments = parser.parse_args()

    stopping = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: stopping.set())

    writer, first_ms = open_transaction(arguments.bootstrap)
    members = make_members(arguments.bootstrap, arguments.consumer_protocol)
    traffic = Traffic(arguments.bootstrap, arguments.busy) if arguments.busy else None
    while not stopping.is_set():
        for member in members:
            member.poll()
        if traffic:
            traffic.step()
        if not arguments.ready.exists() and settled(members):
            unfinished = arguments.ready.with_suffix(".part")
            unfinished.write_text(json.dumps(describe(members, first_ms)))
            unfinished.rename(arguments.ready)

    for member in members:
        member.close()
    if traffic:
        traffic.close()
    writer.finish(commit=False)


if __name__ == "__main__":
    main()
