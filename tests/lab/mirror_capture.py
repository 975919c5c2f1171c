#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/fixtures/mirror/records.json: the offset syncs, checkpoints and heartbeats that a real MirrorMaker 2 wrote
between two clusters of one broker each, and what RemoteClusterUtils.translateOffsets makes of the checkpoints. It starts
and ends all it needs.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import artifacts

OUT = Path(__file__).resolve().parents[1] / "fixtures" / "mirror" / "records.json"
TOPIC, RECORDS = "fixture-orders", 250
GROUPS = {"fixture-early": 60, "fixture-gr\u00fcn": RECORDS}
TOPICS = {"syncs": "mm2-offset-syncs.us.internal", "checkpoints": "eu.checkpoints.internal", "heartbeats": "heartbeats"}
CALL_S = 60.0


def main() -> int:
    artifacts.use_client_python()
    from kafka import Cluster
    from mirror import Mirror

    with tempfile.TemporaryDirectory(prefix="tidemark-capture-mirror-") as scratch:
        clusters = [Cluster(Path(scratch) / name) for name in ("source", "target")]
        try:
            for cluster in clusters:
                cluster.up("4.1", 1, None)
            mirror = Mirror(Path(scratch) / "mm2", *clusters, TOPIC, "fixture-.*")
            try:
                translated = make(mirror)
            finally:
                mirror.stop()
            places = {"syncs": clusters[0], "checkpoints": clusters[1], "heartbeats": clusters[1]}
            records = {name: read(cluster.bootstrap(), TOPICS[name]) for name, cluster in places.items()}
        finally:
            for cluster in clusters:
                cluster.down(keep=False)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps({"by": "tests/lab/mirror_capture.py, connect-mirror 4.1.0", "translated": translated,
                               "records": records}, indent=1) + "\n")
    return 0


def make(mirror) -> list[dict]:
    """The topic is there before the mirror, most of its records come after; answers when every group is translated."""
    from confluent_kafka import Producer
    from confluent_kafka.admin import NewTopic

    from client import Admin

    source, target = Admin(mirror.source.bootstrap()), Admin(mirror.target.bootstrap())
    source.create([NewTopic(TOPIC, num_partitions=2, replication_factor=1)])
    producer = Producer({"bootstrap.servers": mirror.source.bootstrap()})
    wanted = [(f"eu.{TOPIC}", partition) for partition in (0, 1)]
    mirror.start()
    wait(lambda: f"eu.{TOPIC}" in target.topics())
    for number in range(RECORDS):
        for partition in (0, 1):
            producer.produce(TOPIC, str(number), partition=partition)
        if number % 50 == 49:
            producer.flush(CALL_S)
            wait(lambda: set(target.high(wanted).values()) == {number + 1})
    for group, offset in GROUPS.items():
        source.commit(group, {(TOPIC, partition): offset for partition in (0, 1)})
    wait(lambda: len(mirror.translated(list(GROUPS))) == 2 * len(GROUPS))
    time.sleep(3)  # until the checkpoints have nothing new to say
    mirror.stop()
    return [{"group": group, "topic": topic, "partition": partition, "offset": offset}
            for (group, topic, partition), offset in sorted(mirror.translated(list(GROUPS)).items())]


def wait(holds) -> None:
    until = time.monotonic() + CALL_S
    while not holds():
        if time.monotonic() > until:
            raise SystemExit("the mirror did not come so far")
        time.sleep(0.3)


def read(bootstrap: str, topic: str) -> list[dict]:
    from confluent_kafka import Consumer, TopicPartition

    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "unused", "enable.auto.commit": False,
                         "auto.offset.reset": "earliest", "enable.partition.eof": True})
    consumer.assign([TopicPartition(topic, 0, 0)])
    records = []
    while True:
        message = consumer.poll(CALL_S)
        if message is None or message.error():
            consumer.close()
            return records
        records.append({"time": message.timestamp()[1], "key": (message.key() or b"").hex(),
                        "value": message.value().hex() if message.value() is not None else None})


if __name__ == "__main__":
    sys.exit(main())
