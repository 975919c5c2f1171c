#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts between a database and the lake's topic, each a process of its own that runs until it is ended:

    hops_part.py capture BOOTSTRAP DSN      rows of the table `placed` in the order of their ids -> the topic raw
    hops_part.py enrich BOOTSTRAP MARKER    raw -> orders, in transactions with its group's offsets; stands still while
                                            the file MARKER is there

capture prints a line for each record: its id, its partition and its offset. Needs the environment of
`artifacts.lake_python`.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from confluent_kafka import Consumer, Producer, TopicPartition

RAW, CLEAN, GROUP = "raw", "orders", "enrich"
CALL_S = 30.0
SELECT = "select id || ' ' || customer || ' ' || round(extract(epoch from placed) * 1000) from placed where id > {} order by id"


def capture(bootstrap: str, command: list[str]) -> None:
    """Polls, as a connector that watches a rising column does; a row that is seen was committed."""
    producer = Producer({"bootstrap.servers": bootstrap, "linger.ms": 5, "enable.idempotence": True})

    def told(error, message) -> None:
        if error:
            raise SystemExit(str(error))
        print(message.key().decode(), message.partition(), message.offset(), flush=True)

    last = 0
    while True:
        rows = subprocess.run([*command, SELECT.format(last)], capture_output=True, text=True, check=True, cwd="/")
        for line in rows.stdout.split("\n"):
            if not line:
                continue
            last, customer, placed = (int(word) if word.isdigit() else word for word in line.split())
            value = json.dumps({"id": last, "customer": customer, "placed_ms": placed})
            producer.produce(RAW, value.encode(), str(last), on_delivery=told)
        producer.flush(CALL_S)
        time.sleep(0.2)


def enrich(bootstrap: str, marker: Path) -> None:
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": GROUP, "client.id": "enrich-0",
                         "enable.auto.commit": False, "auto.offset.reset": "earliest",
                         "isolation.level": "read_committed"})
    consumer.subscribe([RAW])
    producer = Producer({"bootstrap.servers": bootstrap, "transactional.id": "enrich", "linger.ms": 5})
    producer.init_transactions(CALL_S)
    while True:
        if marker.exists():
            consumer.pause(consumer.assignment())
            while marker.exists():
                consumer.poll(0)  # it is still a member
                time.sleep(0.1)
            consumer.resume(consumer.assignment())
        batch = [message for message in consumer.consume(200, timeout=0.3) if not message.error()]
        if not batch:
            continue
        producer.begin_transaction()
        following: dict[int, int] = {}
        for message in batch:
            value = json.loads(message.value()) | {"cents": int(message.key()) * 7 % 100000}
            producer.produce(CLEAN, json.dumps(value).encode(), message.key())
            following[message.partition()] = message.offset() + 1
        producer.send_offsets_to_transaction([TopicPartition(RAW, *at) for at in following.items()],
                                             consumer.consumer_group_metadata(), CALL_S)
        producer.commit_transaction(CALL_S)


if __name__ == "__main__":
    if sys.argv[1] == "capture":
        capture(sys.argv[2], sys.argv[3:])
    else:
        enrich(sys.argv[2], Path(sys.argv[3]))
