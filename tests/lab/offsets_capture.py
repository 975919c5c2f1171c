#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/fixtures/offsets-topic/records.json: the records of __consumer_offsets that real brokers wrote, of groups
with and without members, of a transaction, of offsets and of a group that were deleted. Needs a running lab
(tests/lab/lab up).
"""

import argparse
import json
import sys
import time
from pathlib import Path

import artifacts
from kafka import Cluster, default_folder

OUT = Path(__file__).resolve().parents[1] / "fixtures" / "offsets-topic" / "records.json"
TOPIC = "fixture-orders"
OFFSETS = "__consumer_offsets"
CALL_S = 30.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="offsets_capture.py", description=__doc__.splitlines()[0])
    parser.add_argument("--dir", type=Path, default=default_folder(), help="the lab's folder (default: %(default)s)")
    arguments = parser.parse_args()
    artifacts.use_client_python()
    bootstrap = Cluster(arguments.dir).status()["bootstrap"]
    committed = make(bootstrap)
    records = [record for record in read(bootstrap) if b"fixture-" in bytes.fromhex(record["key"])]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps({"by": "tests/lab/offsets_capture.py on Kafka 4.1.0", "committed": committed,
                               "records": records}, indent=1) + "\n")
    return 0


def make(bootstrap: str) -> dict[str, int | None]:
    from confluent_kafka import Consumer, Producer, TopicPartition
    from confluent_kafka.admin import AdminClient, NewTopic

    from client import Admin

    admin = Admin(bootstrap)
    admin.create([NewTopic(TOPIC, num_partitions=2, replication_factor=1)])
    producer = Producer({"bootstrap.servers": bootstrap})
    for number in range(40):
        producer.produce(TOPIC, str(number), partition=number % 2)
    producer.flush(CALL_S)

    admin.commit("fixture-plain", {(TOPIC, 0): 3, (TOPIC, 1): 4})
    admin.commit("fixture-plain", {(TOPIC, 0): 5})
    admin.commit("fixture-gone", {(TOPIC, 0): 1})
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "fixture-members", "enable.auto.commit": False,
                         "auto.offset.reset": "earliest"})
    consumer.subscribe([TOPIC])
    seen = 0
    while seen < 40:
        seen += len(consumer.consume(40 - seen, timeout=1))
    consumer.commit(offsets=[TopicPartition(TOPIC, 0, 17, "with metadata \u00e9"), TopicPartition(TOPIC, 1, 20)],
                    asynchronous=False)
    transaction(bootstrap, consumer)
    consumer.close()
    groups = AdminClient({"bootstrap.servers": bootstrap})
    groups.delete_consumer_groups(["fixture-gone"])["fixture-gone"].result(CALL_S)
    time.sleep(1)
    return {f"fixture-plain {TOPIC}/0": 5, f"fixture-plain {TOPIC}/1": 4, f"fixture-members {TOPIC}/0": 19,
            f"fixture-members {TOPIC}/1": 20, f"fixture-gone {TOPIC}/0": None}


def transaction(bootstrap: str, consumer) -> None:
    from confluent_kafka import Producer, TopicPartition

    producer = Producer({"bootstrap.servers": bootstrap, "transactional.id": "fixture-transaction"})
    producer.init_transactions(CALL_S)
    producer.begin_transaction()
    producer.send_offsets_to_transaction([TopicPartition(TOPIC, 0, 19)], consumer.consumer_group_metadata(), CALL_S)
    producer.commit_transaction(CALL_S)


def read(bootstrap: str) -> list[dict]:
    from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition

    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "unused", "enable.auto.commit": False,
                         "enable.partition.eof": True, "isolation.level": "read_committed"})
    partitions = consumer.list_topics(OFFSETS, timeout=CALL_S).topics[OFFSETS].partitions
    consumer.assign([TopicPartition(OFFSETS, number, OFFSET_BEGINNING) for number in partitions])
    records, left = [], set(partitions)
    while left:
        message = consumer.poll(CALL_S)
        if message is None:
            raise SystemExit("the topic was not read to its end")
        if message.error():
            if message.error().code() != KafkaError._PARTITION_EOF:
                raise SystemExit(str(message.error()))
            left.discard(message.partition())
            continue
        records.append({"partition": message.partition(), "offset": message.offset(), "time": message.timestamp()[1],
                        "key": (message.key() or b"").hex(),
                        "value": message.value().hex() if message.value() is not None else None})
    consumer.close()
    return sorted(records, key=lambda record: (record["partition"], record["offset"]))


if __name__ == "__main__":
    sys.exit(main())
