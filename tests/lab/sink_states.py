# SPDX-License-Identifier: GPL-3.0-or-later
"""A real topic and its group, such that a store that holds LANDED is in every state that a sink can be in to them."""

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOPIC, GROUP, RECORDS = "docs", "loader", 100
LANDED = {0: range(RECORDS), 1: range(60), 2: range(RECORDS), 3: range(400, 500)}
COMMITTED = {0: RECORDS, 1: RECORDS, 2: 40, 3: RECORDS, 4: 0}
STATES = {0: "ALIGNED", 1: "PENDING", 2: "TABLE_AHEAD", 3: "RESET", 4: "UNKNOWN"}


def fill_topic(case, folder: Path) -> str:
    """Brokers in `folder`, taken down after the test case; answers where they listen."""
    from client import Admin
    from confluent_kafka import Consumer, Producer, TopicPartition
    from confluent_kafka.admin import NewTopic
    from kafka import Cluster

    lab = [str(HERE / "lab"), "--dir", str(folder)]
    case.addClassCleanup(subprocess.run, [lab[0], "down", *lab[1:]], check=False)
    subprocess.run([lab[0], "up", *lab[1:], "--brokers", "1"], check=True, capture_output=True)
    bootstrap = Cluster(folder).require().bootstrap()
    Admin(bootstrap).create([NewTopic(TOPIC, num_partitions=5, replication_factor=1)])
    producer = Producer({"bootstrap.servers": bootstrap, "linger.ms": 5})
    for number in range(RECORDS):
        for partition in range(5):
            producer.produce(TOPIC, f"{number}", partition=partition)
    producer.flush(30)
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": GROUP, "enable.auto.commit": False})
    consumer.commit(offsets=[TopicPartition(TOPIC, partition, offset) for partition, offset in COMMITTED.items()],
                    asynchronous=False)
    consumer.close()
    return bootstrap
