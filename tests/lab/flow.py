#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traffic that follows orders: steady producers and readers of a running lab, changed while they run.

Reads one command a line from standard input and answers `done` to each once it is in force:

    create TOPIC N           with N partitions, each on three brokers
    grow TOPIC N             to N partitions
    rate TOPIC N             N JSON records a second from now on, by key over the partitions
    poison TOPIC N           N records a second that are no JSON; 0 ends it
    read GROUP TOPIC [N]     a member that commits twice a second; at most N records a second
    leave GROUP [N]          ends the group's members, or the last N
    rewind GROUP TOPIC N     puts a group without members back by N records in each partition
    open TOPIC               a transaction with one record in each partition, left open
    abort TOPIC              ends it
    heal                     ends members, bad records and open transactions

Ends at the end of its input. Needs the environment of `artifacts.client_python`.
"""

import argparse
import json
import queue
import sys
import threading
import time

from client import Admin
from confluent_kafka import Consumer, KafkaError, KafkaException, Producer
from confluent_kafka.admin import NewTopic

TICK_S = 0.02
COMMIT_S = 0.5
CALL_S = 30.0


class Traffic:
    """Every topic's records at its rate."""

    def __init__(self, bootstrap: str):
        self.producer = Producer({"bootstrap.servers": bootstrap, "linger.ms": 5, "log_level": 3})
        self.rates: dict[tuple[str, bool], float] = {}  # by topic, and whether the records are no JSON
        self.owed: dict[tuple[str, bool], float] = {}
        self.number = 0
        self.last = time.monotonic()

    def set(self, topic: str, rate: float, poison: bool = False) -> None:
        self.rates[topic, poison] = rate
        self.owed[topic, poison] = 0.0

    def step(self) -> None:
        now = time.monotonic()
        elapsed, self.last = now - self.last, now
        for (topic, poison), rate in self.rates.items():
            self.owed[topic, poison] += rate * elapsed
            while self.owed[topic, poison] >= 1:
                self.owed[topic, poison] -= 1
                self.write(topic, b"{ no json" if poison else record(self.number))
        self.producer.poll(0)

    def write(self, topic: str, value: bytes) -> None:
        self.number += 1
        try:
            self.producer.produce(topic, value, str(self.number))
        except BufferError:
            self.producer.poll(0.1)  # a broker is down by intent: what does not fit is not sent


class Reader:
    """One member that follows a topic."""

    def __init__(self, bootstrap: str, group: str, topic: str, rate: float | None):
        self.group, self.rate = group, rate
        self.consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": group, "client.id": f"{group}-0",
                                  "enable.auto.commit": False, "auto.offset.reset": "earliest", "log_level": 3})
        self.consumer.subscribe([topic])
        self.owed = 0.0
        self.last = self.committed = time.monotonic()

    def step(self) -> None:
        now = time.monotonic()
        self.owed = 500 if self.rate is None else min(self.owed + self.rate * (now - self.last), 500)
        self.last = now
        if self.owed >= 1:
            self.owed -= len(self.consumer.consume(int(self.owed), timeout=0.005))
        if now - self.committed >= COMMIT_S:
            self.committed = now
            try:
                self.consumer.commit(asynchronous=True)
            except KafkaException as error:
                if error.args[0].code() != KafkaError._NO_OFFSET:
                    print(f"{self.group}: {error}", file=sys.stderr, flush=True)


class Flow:
    def __init__(self, bootstrap: str):
        self.bootstrap = bootstrap
        self.admin = Admin(bootstrap)
        self.traffic = Traffic(bootstrap)
        self.readers: list[Reader] = []
        self.open: dict[str, Producer] = {}

    def step(self) -> None:
        self.traffic.step()
        for reader in self.readers:
            reader.step()

    def obey(self, words: list[str]) -> None:
        match words:
            case ["create", topic, partitions]:
                self.admin.create([NewTopic(topic, num_partitions=int(partitions), replication_factor=3)])
            case ["rate", topic, rate]:
                self.traffic.set(topic, float(rate))
            case ["poison", topic, rate]:
                self.traffic.set(topic, float(rate), poison=True)
            case ["read", group, topic, *rate]:
                self.readers.append(Reader(self.bootstrap, group, topic, float(rate[0]) if rate else None))
            case ["grow", topic, partitions]:
                self.admin.grow(topic, int(partitions))
            case ["leave", group, *count]:
                members = [reader for reader in self.readers if reader.group == group]
                for reader in members[-int(count[0]) if count else 0:]:
                    self.readers.remove(reader)
                    reader.consumer.close()
            case ["rewind", group, topic, count]:
                self.rewind(group, topic, int(count))
            case ["open", topic]:
                self.begin(topic)
            case ["abort", topic]:
                self.open.pop(topic).abort_transaction(CALL_S)
            case ["heal"]:
                self.heal()
            case _:
                raise ValueError(f"no such command: {' '.join(words)}")

    def heal(self) -> None:
        for reader in self.readers:
            reader.consumer.close()
        self.readers.clear()
        for topic, poison in list(self.traffic.rates):
            if poison:
                self.traffic.set(topic, 0, poison=True)
        for topic in list(self.open):
            self.open.pop(topic).abort_transaction(CALL_S)

    def partitions(self, topic: str) -> list[tuple[str, int]]:
        told = self.traffic.producer.list_topics(topic, timeout=CALL_S).topics[topic]
        return [(topic, number) for number in told.partitions]

    def rewind(self, group: str, topic: str, count: int) -> None:
        ends = self.admin.high(self.partitions(topic))
        self.admin.commit(group, {partition: max(0, end - count) for partition, end in ends.items()})

    def begin(self, topic: str) -> None:
        producer = Producer({"bootstrap.servers": self.bootstrap, "transactional.id": f"flow-{topic}",
                             "transaction.timeout.ms": 600000, "log_level": 3})
        producer.init_transactions(CALL_S)
        producer.begin_transaction()
        for _, number in self.partitions(topic):
            producer.produce(topic, record(number), partition=number)
        producer.flush(CALL_S)
        self.open[topic] = producer


def record(number: int) -> bytes:
    return json.dumps({"id": number, "customer": f"c{number % 997}", "cents": number * 7 % 100000,
                       "placed_ms": int(time.time() * 1000)}).encode()


def main() -> None:
    parser = argparse.ArgumentParser(prog="flow.py", description=__doc__.splitlines()[0])
    parser.add_argument("--bootstrap", required=True)
    flow = Flow(parser.parse_args().bootstrap)
    orders: queue.SimpleQueue = queue.SimpleQueue()

    def listen() -> None:
        for line in sys.stdin:
            orders.put(line.split())
        orders.put(None)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        flow.step()
        try:
            words = orders.get(timeout=TICK_S)
        except queue.Empty:
            continue
        if words is None:
            return
        flow.obey(words)
        print("done", flush=True)


if __name__ == "__main__":
    main()
