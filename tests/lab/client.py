# SPDX-License-Identifier: GPL-3.0-or-later
"""What the test population needs of a Kafka client, over confluent-kafka.

A partition is a pair (topic, number) everywhere; offsets and times are plain integers.
"""

import time

from confluent_kafka import (ConsumerGroupTopicPartitions, Consumer, IsolationLevel, KafkaError, KafkaException,
                             Producer, TopicPartition)
from confluent_kafka.admin import AdminClient, NewPartitions, NewTopic, OffsetSpec

from errors import LabError

Partition = tuple[str, int]
CALL_S = 60.0
CHUNK = 500


class Admin:
    def __init__(self, bootstrap: str):
        self._admin = AdminClient({"bootstrap.servers": bootstrap, "log_level": 3})

    def topics(self) -> set[str]:
        return set(self._admin.list_topics(timeout=CALL_S).topics)

    def create(self, topics: list[NewTopic]) -> None:
        _wait(self._admin.create_topics(topics, operation_timeout=CALL_S))
        self._wait_for_leaders({topic.topic: topic.num_partitions for topic in topics})

    def grow(self, topic: str, partitions: int) -> None:
        _wait(self._admin.create_partitions([NewPartitions(topic, partitions)]))
        self._wait_for_leaders({topic: partitions})

    def delete(self, topic: str) -> None:
        _wait(self._admin.delete_topics([topic], operation_timeout=CALL_S))

    def delete_records(self, before: dict[Partition, int]) -> None:
        _wait(self._admin.delete_records([TopicPartition(*partition, offset) for partition, offset in before.items()]))

    def commit(self, group: str, offsets: dict[Partition, int]) -> None:
        """Sets the offsets of a group without members."""
        wanted = [TopicPartition(*partition, offset) for partition, offset in offsets.items()]
        answer = _wait(self._admin.alter_consumer_group_offsets([ConsumerGroupTopicPartitions(group, wanted)]))
        failed = [partition for partition in answer[0].topic_partitions if partition.error]
        if failed:
            raise LabError(f"committing for {group} failed: {failed[0].topic} {failed[0].partition}: {failed[0].error}")

    def committed(self, groups: list[str]) -> dict[tuple[str, Partition], int]:
        out = {}
        for group in groups:
            answer = _wait(self._admin.list_consumer_group_offsets([ConsumerGroupTopicPartitions(group)]))
            out |= {(group, (at.topic, at.partition)): at.offset for at in answer[0].topic_partitions if at.offset >= 0}
        return out

    def groups(self) -> set[str]:
        listed = self._admin.list_consumer_groups(request_timeout=CALL_S).result()
        return {group.group_id for group in listed.valid}

    def earliest(self, partitions: list[Partition]) -> dict[Partition, int]:
        return self._offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED)

    def high(self, partitions: list[Partition]) -> dict[Partition, int]:
        return self._offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED)

    def stable(self, partitions: list[Partition]) -> dict[Partition, int]:
        return self._offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED)

    def _offsets(self, partitions, spec, isolation) -> dict[Partition, int]:
        found = {}
        for start in range(0, len(partitions), CHUNK):
            asked = {TopicPartition(*partition): spec for partition in partitions[start:start + CHUNK]}
            for partition, future in self._admin.list_offsets(asked, isolation_level=isolation).items():
                found[(partition.topic, partition.partition)] = future.result().offset
        return found

    def _wait_for_leaders(self, wanted: dict[str, int]) -> None:
        until = time.monotonic() + CALL_S
        while time.monotonic() < until:
            seen = self._admin.list_topics(timeout=CALL_S).topics
            led = {name: sum(partition.leader >= 0 for partition in seen[name].partitions.values())
                   for name in wanted if name in seen}
            if led == wanted:
                return
            time.sleep(0.2)
        raise LabError(f"some of the new topics have no leaders after {CALL_S:.0f} s")


class Writer:
    """Produces records with given times, in order within a partition."""

    def __init__(self, bootstrap: str, transactional_id: str | None = None, batch_records: int = 100):
        settings = {"bootstrap.servers": bootstrap, "enable.idempotence": True, "batch.num.messages": batch_records,
                    "linger.ms": 20, "queue.buffering.max.messages": 400000, "log_level": 3}
        if transactional_id:
            settings |= {"transactional.id": transactional_id, "transaction.timeout.ms": 86400000}
        self._producer = Producer(settings)
        self._failed: KafkaError | None = None
        if transactional_id:
            self._producer.init_transactions(CALL_S)

    def write(self, partition: Partition, times: list[int], keys: list[str] | None = None) -> None:
        topic, number = partition
        for index, time_ms in enumerate(times):
            key = keys[index] if keys else None
            while True:
                try:
                    self._producer.produce(topic, b"a record of the lab, about fifty bytes of payload", key, number,
                                           timestamp=time_ms, on_delivery=self._delivered)
                    break
                except BufferError:
                    self._producer.poll(0.1)
        self._producer.poll(0)

    def flush(self) -> None:
        left = self._producer.flush(CALL_S)
        if left or self._failed:
            raise LabError(f"producing failed: {self._failed or f'{left} records not acknowledged'}")

    def begin(self) -> None:
        self._producer.begin_transaction()

    def finish(self, commit: bool) -> None:
        self.flush()
        if commit:
            self._producer.commit_transaction(CALL_S)
        else:
            self._producer.abort_transaction(CALL_S)

    def _delivered(self, error, _message) -> None:
        self._failed = error or self._failed


def first_records(bootstrap: str, at: dict[Partition, int], isolation: str) -> dict[Partition, tuple[int, int] | None]:
    """For each partition the (offset, time) of the first record a reader gets from there; None when there is none."""
    consumer = Consumer({
        "bootstrap.servers": bootstrap, "group.id": "lab-never-joined", "enable.auto.commit": False,
        "auto.offset.reset": "earliest", "isolation.level": isolation, "enable.partition.eof": True,
        "max.partition.fetch.bytes": 16384, "queued.min.messages": 1, "fetch.wait.max.ms": 20, "log_level": 3})
    found: dict[Partition, tuple[int, int] | None] = {}
    try:
        consumer.assign([TopicPartition(*partition, offset) for partition, offset in at.items()])
        until = time.monotonic() + CALL_S
        while len(found) < len(at):
            if time.monotonic() > until:
                raise LabError(f"reading back stopped: {len(at) - len(found)} partitions gave no record")
            for message in consumer.consume(1000, timeout=0.2):
                partition = (message.topic(), message.partition())
                if partition in found:
                    continue
                if message.error() is None:
                    found[partition] = (message.offset(), message.timestamp()[1])
                elif message.error().code() == KafkaError._PARTITION_EOF:
                    found[partition] = None
                else:
                    raise LabError(f"reading back {partition[0]} {partition[1]} failed: {message.error()}")
    finally:
        consumer.close()
    return found


def _wait(futures: dict) -> list:
    try:
        return [future.result() for future in futures.values()]
    except KafkaException as error:
        raise LabError(f"Kafka refused: {error.args[0].str()}") from None
