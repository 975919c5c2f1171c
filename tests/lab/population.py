# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills a running lab with the test population and writes down the truth about it.

The truth is taken twice where it matters: a record's time is known because it was produced with it, and
every partition outside the wide topics is read back at its committed offset; a difference is an error.
"""

import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from confluent_kafka.admin import NewTopic

import layout
import traffic
from client import Admin, Partition, Writer, first_records
from errors import LabError

AGE_RECORDS = 1000
WIDE_RECORDS = 10
COMPACTION_S = 60.0
SEED = 20251


class Population:
    def __init__(self, bootstrap: str, brokers: list[int], with_consumer_protocol: bool):
        self.bootstrap = bootstrap
        self.brokers = brokers
        self.with_consumer_protocol = with_consumer_protocol
        self.admin = Admin(bootstrap)
        self.rng = random.Random(SEED)
        self.now = int(time.time() * 1000)
        self.times: dict[Partition, list[int]] = {}  # where offset n is the n-th record produced
        self.commits: dict[str, dict[Partition, int]] = {}
        self.kinds: dict[str, str] = {}

    def build(self) -> None:
        """Everything that needs no live member."""
        if "wide.a" in self.admin.topics():
            raise LabError("this lab is seeded already; end it with tests/lab/lab down and start it again")
        self.admin.create([NewTopic(topic.name, num_partitions=topic.partitions, config=topic.config,
                                    replica_assignment=topic.placement(self.brokers)) for topic in layout.TOPICS])
        self._write_plain()
        self._write_transactions()
        self._write_compacted()
        self.admin.delete_records({partition: 40 for partition in layout.TRIMMED.all()})
        self._plan_groups()
        for group, offsets in self.commits.items():
            self.admin.commit(group, offsets)

    def truth(self, members: dict) -> dict:
        """The document for tests; `members` is what the live process wrote."""
        partitions = [partition for topic in layout.TOPICS for partition in topic.all()
                      if topic not in (layout.BUSY,)]
        marks = {"log_start": self.admin.earliest(partitions), "stable": self.admin.stable(partitions),
                 "high": self.admin.high(partitions)}
        with ThreadPoolExecutor(max_workers=8) as pool:  # reading back is mostly waiting
            rows = list(pool.map(lambda group: self._rows(group, marks), self.commits))
        groups = self.kinds | {"silent": "a member and no commit"}
        return {
            "made_at_ms": self.now, "bootstrap": self.bootstrap,
            "topics": [{"topic": topic.name, "partitions": topic.partitions, "replicas": topic.replicas}
                       for topic in layout.TOPICS],
            "groups": [{"group": group, "kind": kind} for group, kind in sorted(groups.items())],
            "commits": [row for group_rows in rows for row in group_rows],
            **members,
        }

    # --- records -----------------------------------------------------------------------------

    def _write_plain(self) -> None:
        writer = Writer(self.bootstrap)
        for shape, topic in (layout.AGE | {"unordered": layout.UNORDERED}).items():
            self._fill(writer, topic, lambda make=traffic.SHAPES[shape]: make(self.rng, AGE_RECORDS, self.now))
        for topic in layout.WIDE:
            self._fill(writer, topic, lambda: self._recent(WIDE_RECORDS, traffic.DAY))
        for topic in (layout.TRIMMED, layout.FRAGILE, layout.DOOMED, layout.LIVE_CLASSIC, layout.LIVE_CONSUMER,
                      layout.LIVE_SILENT):
            self._fill(writer, topic, lambda: self._recent(100, traffic.DAY))
        long_ago = self.now - 5 * traffic.DAY
        self._fill(writer, layout.IDLE, lambda: [long_ago + index * traffic.SECOND for index in range(200)])
        writer.flush()

    def _fill(self, writer: Writer, topic: layout.Topic, make_times) -> None:
        for partition in topic.all():
            self.times[partition] = make_times()
            writer.write(partition, self.times[partition])

    def _recent(self, count: int, span: int) -> list[int]:
        return sorted(self.now - self.rng.randrange(span) for _ in range(count))

    def _write_transactions(self) -> None:
        """Per partition: 100 committed records and a marker, 50 aborted and a marker, 50 committed and a marker."""
        writer = Writer(self.bootstrap, transactional_id="lab-closed")
        start = self.now - 6 * traffic.HOUR
        for count, commit in ((100, True), (50, False), (50, True)):
            writer.begin()
            for partition in layout.TRANSACTIONAL.all():
                writer.write(partition, [start + index * 10 * traffic.SECOND for index in range(count)])
            writer.finish(commit)
            start += 2 * traffic.HOUR

    def _write_compacted(self) -> None:
        """Rounds over the same keys, each in a segment of its own; waits until the cleaner is through.

        The cleaner leaves the last segment and, as it looks at no keys of that one, the round before it.
        """
        writer = Writer(self.bootstrap)
        keys = [f"key-{number}" for number in range(50)]
        rounds = 12
        for turn in range(rounds):
            start = self.now - (rounds - turn) * 10 * 60 * traffic.SECOND
            for partition in layout.COMPACTED.all():
                writer.write(partition, [start + index for index in range(len(keys))], keys)
            writer.flush()
        until = time.monotonic() + COMPACTION_S
        at_start = {partition: 0 for partition in layout.COMPACTED.all()}
        kept = (rounds - 2) * len(keys)
        while any(first[0] != kept for first in first_records(self.bootstrap, at_start, "read_committed").values()):
            if time.monotonic() > until:
                raise LabError(f"{layout.COMPACTED.name} was not compacted within {COMPACTION_S:.0f} s")
            time.sleep(0.5)

    # --- groups ------------------------------------------------------------------------------

    def _plan_groups(self) -> None:
        for shape, topic in (layout.AGE | {"unordered": layout.UNORDERED}).items():
            self._group(f"age-{shape}-young", "age: unread since seconds to days",
                        {partition: self._at_age(partition) for partition in topic.all()})
            self._group(f"age-{shape}-any", "age: anywhere in the log",
                        {partition: self.rng.randrange(len(self.times[partition])) for partition in topic.all()})
        for service in layout.SERVICES:
            self._group(service, "behind", {partition: self.rng.randrange(WIDE_RECORDS + 1)
                                            for topic in layout.WIDE for partition in topic.all()})
        self._group("drained", "drained", self._at_end(layout.WIDE[1].all()))
        self._group("drained-idle", "drained, no traffic for days", self._at_end(layout.IDLE.all()))
        self._group("stuck-idle", "one record unread for days", self._at_end(layout.IDLE.all(), back=1))
        self._group("partial", "commits on every fifth partition", self._at_end(layout.WIDE[2].all()[::5], back=4))
        self._group("nightly export", "a space in the name", self._at_end(layout.WIDE[0].all()[:20], back=7))
        self._group("ahead", "committed beyond the end", self._at_end(layout.IDLE.all(), back=-50))
        self._group("lost", "committed below the log start", {partition: 10 for partition in layout.TRIMMED.all()})
        self._group("fragile-readers", "one broker holds the only replica", self._at_end(layout.FRAGILE.all(), back=25))
        self._group("doomed-readers", "its topic is there to be deleted", self._at_end(layout.DOOMED.all(), back=30))
        self._group("compacted-readers", "committed in a compaction hole",
                    {partition: 10 + 100 * partition[1] for partition in layout.COMPACTED.all()})
        self._group("audit", "several topics", self._at_end(layout.WIDE[0].all()[:50], back=2)
                    | self._at_end(layout.IDLE.all()) | {partition: 30 for partition in layout.TRANSACTIONAL.all()})
        self._plan_transactional_groups()
        self._group("live-classic", "three classic members", self._at_end(layout.LIVE_CLASSIC.all(), back=20))
        if self.with_consumer_protocol:
            self._group("live-consumer", "two members, consumer protocol",
                        self._at_end(layout.LIVE_CONSUMER.all(), back=15))

    def _plan_transactional_groups(self) -> None:
        """Offsets: 0-99 committed, 100 marker, 101-150 aborted, 151 marker, 152-201 committed, 202 marker."""
        everywhere = layout.TRANSACTIONAL.all()
        self._group("txn-current", "all that is readable is read", {partition: 203 for partition in everywhere})
        self._group("txn-marker", "only a marker is left", {partition: 202 for partition in everywhere})
        self._group("txn-aborted", "an aborted transaction is next", {partition: 101 for partition in everywhere})

    def _group(self, name: str, kind: str, offsets: dict[Partition, int]) -> None:
        self.commits[name] = offsets
        self.kinds[name] = kind

    def _at_end(self, partitions: list[Partition], back: int = 0) -> dict[Partition, int]:
        return {partition: len(self.times[partition]) - back for partition in partitions}

    def _at_age(self, partition: Partition) -> int:
        """The first record of a random age or younger; the end when there is none."""
        since = self.now - traffic.log_age(self.rng, traffic.SECOND, traffic.SPAN)
        times = self.times[partition]
        return next((index for index, time_ms in enumerate(times) if time_ms >= since), len(times))

    # --- truth -------------------------------------------------------------------------------

    def _rows(self, group: str, marks: dict[str, dict[Partition, int]]) -> list[dict]:
        offsets = self.commits[group]
        unread = {partition: offset for partition, offset in offsets.items() if offset < marks["high"][partition]}
        known = {partition: (offset, self.times[partition][offset]) for partition, offset in unread.items()
                 if partition in self.times and offset >= marks["log_start"][partition]}
        to_read = {partition: offset for partition, offset in unread.items() if not partition[0].startswith("wide.")}
        read = first_records(self.bootstrap, to_read, "read_committed")
        wrong = [partition for partition in read if partition in known and read[partition] != known[partition]]
        if wrong:
            raise LabError(f"{wrong[0]} was read back as {read[wrong[0]]}, produced as {known[wrong[0]]}")
        transactional = {partition: offset for partition, offset in unread.items()
                         if partition[0] == layout.TRANSACTIONAL.name}
        rows = [self._row(group, partition, marks, (known | read).get(partition)) for partition in offsets]
        if transactional:
            uncommitted = first_records(self.bootstrap, transactional, "read_uncommitted")
            for row in rows:
                partition = (row["topic"], row["partition"])
                if partition in uncommitted:
                    row |= _record("uncommitted_record", uncommitted[partition])
        return rows

    def _row(self, group: str, partition: Partition, marks, record: tuple[int, int] | None) -> dict:
        return {"group": group, "topic": partition[0], "partition": partition[1],
                "committed": self.commits[group][partition],
                **{name: values[partition] for name, values in marks.items()}, **_record("record", record)}


def _record(name: str, record: tuple[int, int] | None) -> dict:
    offset, time_ms = record or (None, None)
    return {f"{name}_offset": offset, f"{name}_ms": time_ms}


def write_truth(path: Path, document: dict) -> None:
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(document) + "\n")
    unfinished.rename(path)
