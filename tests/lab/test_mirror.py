# SPDX-License-Identifier: GPL-3.0-or-later
"""MirrorMaker 2 between two real clusters, with a topic that has every offset and one that was written in transactions:
what the program says of each group's translated offset against RemoteClusterUtils.translateOffsets, and its bounds of
what would be read again and of what is not mirrored against the records of the target, each of which holds the offset
it had on the source.

Which program: the environment's TIDEMARK_PROGRAM. Exit status 77: a registry cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH, LabError

HERE = Path(__file__).resolve().parent
IN_CI = os.environ.get("CI") == "true"
SEEN_S = 120.0
PLAIN, PAID = "orders", "paid"  # paid is written in transactions
PARTITIONS = [(PLAIN, 0), (PLAIN, 1), (PAID, 0)]
# Where each group is, as a share of what is there.
GROUPS = {"start": 0.0, "early": 0.3, "late": 0.97, "end": 1.0}


class MirrorTest(unittest.TestCase):
    def setUp(self):
        # Here, and not above: the environment of the lab's clients must be there first.
        from kafka import Cluster
        from mirror import Mirror

        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-mirror-",
                                              dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        for name in ("source", "target"):
            self.addCleanup(subprocess.run, [str(HERE / "lab"), "down", "--dir", str(self.folder / name)], check=False)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(self.up, ("source", "target")))
        self.source, self.target = (Cluster(self.folder / name).require() for name in ("source", "target"))
        self.mirror = Mirror(self.folder / "mm2", self.source, self.target, f"{PLAIN}|{PAID}", "start|early|late|end")
        self.addCleanup(self.mirror.stop)

    def up(self, name: str) -> None:
        done = subprocess.run([str(HERE / "lab"), "up", "--dir", str(self.folder / name), "--brokers", "1"],
                              capture_output=True, text=True, check=False)
        if done.returncode == OUT_OF_REACH and not IN_CI:
            self.skipTest(done.stderr.strip())
        self.assertEqual(done.returncode, 0, done.stderr)

    def until(self, holds, what: str) -> None:
        until = time.monotonic() + SEEN_S
        while not holds():
            if time.monotonic() > until:
                self.fail(f"waited {SEEN_S:.0f} s for {what}: {self.mirror.log()}")
            time.sleep(0.5)

    # --- what happens ---------------------------------------------------------------------------

    def produce(self, records: int) -> None:
        """Each record is followed by the next of another partition; a transaction has seven."""
        from confluent_kafka import Producer

        plain = Producer({"bootstrap.servers": self.source.bootstrap(), "linger.ms": 5})
        for number in range(records):
            for partition in (0, 1):
                plain.produce(PLAIN, str(number), partition=partition)
        self.assertEqual(plain.flush(30), 0)
        paid = Producer({"bootstrap.servers": self.source.bootstrap(), "transactional.id": "paid", "linger.ms": 5})
        paid.init_transactions(30)
        for first in range(0, records // 4, 7):
            paid.begin_transaction()
            for number in range(first, first + 7):
                paid.produce(PAID, str(number), partition=0)
            if first % 3 == 0:
                paid.commit_transaction(30)
            else:
                paid.abort_transaction(30)

    def commit(self, admin) -> dict[str, dict[tuple[str, int], int]]:
        ends = admin.high(PARTITIONS)
        at = {group: {of: int(end * share) for of, end in ends.items()} for group, share in GROUPS.items()}
        for group, offsets in at.items():
            admin.commit(group, offsets)
        return at

    def mirrored(self) -> dict[tuple[str, int], list[int]]:
        """Of each partition of the target the offsets that its records had on the source, in order, by its own offsets;
        -1 where there is no record."""
        from confluent_kafka import Consumer, TopicPartition

        consumer = Consumer({"bootstrap.servers": self.target.bootstrap(), "group.id": "never-joined",
                             "enable.auto.commit": False, "auto.offset.reset": "earliest"})
        sources = {of: self.offsets_of_source(of) for of in PARTITIONS}
        out = {}
        for topic, number in PARTITIONS:
            place = TopicPartition(f"eu.{topic}", number, 0)
            _, end = consumer.get_watermark_offsets(place, timeout=30)
            consumer.assign([place])
            seen = []
            while len(seen) < end:
                for message in consumer.consume(end - len(seen), timeout=5):
                    self.assertIsNone(message.error())
                    while len(seen) < message.offset():
                        seen.append(-1)
                    seen.append(sources[(topic, number)][len(seen)])
            out[(topic, number)] = seen
        consumer.close()
        return out

    def offsets_of_source(self, of: tuple[str, int]) -> list[int]:
        """The offsets of the records that a reader of committed data gets, which is what the mirror copies in order."""
        from confluent_kafka import Consumer, TopicPartition

        consumer = Consumer({"bootstrap.servers": self.source.bootstrap(), "group.id": "never-joined",
                             "enable.auto.commit": False, "auto.offset.reset": "earliest", "enable.partition.eof": True,
                             "isolation.level": "read_uncommitted"})
        consumer.assign([TopicPartition(*of, 0)])
        offsets: list[int] = []
        while True:
            message = consumer.poll(10)
            self.assertIsNotNone(message)
            if message.error():
                consumer.close()
                return offsets
            offsets.append(message.offset())

    # --- what is said of it ---------------------------------------------------------------------

    def ask(self, *words: str) -> list[dict]:
        profile = self.folder / "profile.json"
        profile.write_text(json.dumps({
            "clusters": [{"name": "eu", "bootstrap": self.source.bootstrap()},
                         {"name": "us", "bootstrap": self.target.bootstrap()}],
            "mirrors": [{"name": "dr", "source": "eu", "target": "us", "exactly_once": False}]}))
        done = subprocess.run([os.environ["TIDEMARK_PROGRAM"], "mirror", "--profile", str(profile), "--live", "--json",
                               *words], capture_output=True, text=True, check=False, timeout=90)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["rows"]

    def test_groups_are_translated_and_bounds_hold(self):
        from client import Admin
        from confluent_kafka.admin import NewTopic

        admin, there = Admin(self.source.bootstrap()), Admin(self.target.bootstrap())
        admin.create([NewTopic(PLAIN, num_partitions=2, replication_factor=1),
                      NewTopic(PAID, num_partitions=1, replication_factor=1)])
        self.produce(300)
        self.mirror.start()
        wanted = [f"eu.{topic}" for topic in (PLAIN, PAID)]
        self.until(lambda: set(wanted) <= there.topics(), "the topics on the target")
        self.produce(700)
        at = self.commit(admin)
        copied = [(f"eu.{topic}", number) for topic, number in PARTITIONS]
        self.until(lambda: there.high(copied)[("eu.orders", 0)] >= 1000, "the records on the target")
        self.until(lambda: all(any(key[0] == group for key in self.mirror.translated([group])) for group in GROUPS),
                   "checkpoints of all groups")
        self.mirror.stop()  # from here on nothing moves
        self.produce(50)
        rows = self.ask()
        answers = self.mirror.translated(list(GROUPS))
        self.check_translated(rows, answers)
        self.check_bounds(rows, at, self.mirrored(), admin.high(PARTITIONS))
        whole = self.ask("--cutover")
        self.assertEqual({(row["group"], row["topic"]) for row in whole}, {(g, t) for g in GROUPS for t in (PLAIN, PAID)})

    def check_translated(self, rows: list[dict], answers: dict) -> None:
        said = {(row["group"], row["target_topic"], row["partition"]): row["translated"] for row in rows
                if row["group"] and row["translated"] is not None}
        self.assertEqual(said, answers)
        self.assertGreaterEqual(len(said), 8)

    def check_bounds(self, rows: list[dict], at: dict, copies: dict, ends: dict) -> None:
        exact = 0
        for row in rows:
            of = (row["topic"], row["partition"])
            copied = copies[of]
            with self.subTest(row=row):
                self.assertEqual(row["source_end"], ends[of])
                self.assertEqual(row["target_end"], len(copied))
                missing = ends[of] - (max(copied) + 1)
                self.assertLessEqual(row["gap_least"], missing)
                self.assertGreaterEqual(row["gap_most"], missing)
                self.assertIsNotNone(row["heartbeat_age_ms"])
                if row["group"] is None or row["starts_at"] is None:
                    continue
                # The first record of the target that the group has not read on the source.
                offset = at[row["group"]][of]
                begins = next((i for i, source in enumerate(copied) if source >= offset), len(copied))
                self.assertEqual(row["group_offset"], offset)
                if row["reread_least"] is not None:
                    self.assertLessEqual(row["reread_least"], begins - row["starts_at"])
                if row["reread_most"] is not None:
                    self.assertGreaterEqual(row["reread_most"], begins - row["starts_at"])
                exact += row["completeness"] == "exact"
        self.assertGreaterEqual(exact, 2)


if __name__ == "__main__":
    try:
        artifacts.use_client_python()
        sys.path.insert(0, str(HERE))
        from mirror import ANSWERS

        artifacts.java_classes(ANSWERS, artifacts.mirror_jars())
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and not IN_CI else 1)
    unittest.main(verbosity=2)
