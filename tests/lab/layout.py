# SPDX-License-Identifier: GPL-3.0-or-later
"""What the test population is made of: topics and where their replicas lie.

Topics with one replica lie on the first two brokers only, except orders.fragile, which lies on the
last one: stopping that broker takes the leader from its partitions and from no others.
"""

from dataclasses import dataclass, field

FOREVER = {"retention.ms": "-1"}  # records carry times of the past and must stay
AGE_SHAPES = ["steady", "bursty", "diurnal", "loguniform"]


@dataclass(frozen=True)
class Topic:
    name: str
    partitions: int
    replicas: int
    config: dict[str, str] = field(default_factory=lambda: dict(FOREVER))

    def all(self) -> list[tuple[str, int]]:
        return [(self.name, number) for number in range(self.partitions)]

    def placement(self, brokers: list[int]) -> list[list[int]]:
        if self == FRAGILE:
            return [[brokers[-1]]] * self.partitions
        chosen = brokers[:-1] if self.replicas == 1 else brokers
        return [[chosen[(number + copy) % len(chosen)] for copy in range(self.replicas)]
                for number in range(self.partitions)]


WIDE = [Topic("wide.a", 600, 1), Topic("wide.b", 600, 2), Topic("wide.c", 500, 1)]
AGE = {shape: Topic(f"age.{shape}", 60, 1) for shape in AGE_SHAPES}
UNORDERED = Topic("age.unordered", 12, 1)
TRANSACTIONAL = Topic("orders.txn", 6, 3)
# A segment ends after a minute of record time, so that the cleaner always has old segments to clean.
COMPACTED = Topic("orders.compacted", 4, 3, {"cleanup.policy": "compact", "segment.ms": "60000",
                                             "min.cleanable.dirty.ratio": "0.01"})
IDLE = Topic("orders.idle", 6, 3)
EMPTY = Topic("orders.empty", 3, 3)
TRIMMED = Topic("orders.trimmed", 6, 2)
FRAGILE = Topic("orders.fragile", 6, 1)
DOOMED = Topic("orders.doomed", 12, 2)
LIVE_CLASSIC = Topic("live.classic", 12, 3)
LIVE_CONSUMER = Topic("live.consumer", 6, 3)
LIVE_SILENT = Topic("live.silent", 3, 3)
BUSY = Topic("busy", 12, 3, {"retention.ms": "3600000"})

TOPICS = [*WIDE, *AGE.values(), UNORDERED, TRANSACTIONAL, COMPACTED, IDLE, EMPTY, TRIMMED, FRAGILE, DOOMED,
          LIVE_CLASSIC, LIVE_CONSUMER, LIVE_SILENT, BUSY]

SERVICES = [f"svc-{number:02}" for number in range(1, 9)]
