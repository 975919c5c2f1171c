# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the program measured of a drill against what a second witness saw: lines of unread records, of records that have
not landed and of ages, made anew from the records' own times, the group's offsets and the table's snapshots.
"""

import bisect
import datetime
from dataclasses import dataclass

GROUP, READER = "connect-orders-sink", "audit"
STEP_S = 0.25
LOOK_S = 1.5  # between two looks of the program, and two of the witness


@dataclass
class Kept:
    begun: float
    ended: float
    stamps: dict[str, float]
    told: dict


def seconds(time_: str) -> float:
    return datetime.datetime.fromisoformat(time_).timestamp()


class Lines:
    """Of every moment, from the records of the topic, the witness's notes and the table's snapshots."""

    def __init__(self, witness, truth: dict):
        self.witness = witness
        self.records = {int(number): [at / 1000 for at in times] for number, times in truth["records"]["lab"].items()}
        self.durable = [(at / 1000, {int(number): end for number, end in ends.items()}) for at, ends in truth["durable"]]

    def ends(self, at: float) -> dict[int, int]:
        return {number: bisect.bisect_right(times, at) for number, times in self.records.items()}

    def committed(self, group: str, at: float) -> dict[int, int]:
        return {number: offset for (name, number), offset in self.witness.at("lab", at).items() if name == group}

    def landed(self, at: float) -> dict[int, int]:
        return next((ends for when, ends in reversed(self.durable) if when <= at), {})

    def age(self, marks: dict[int, int], at: float) -> float:
        ends = self.ends(at)
        return max((at - self.records[number][mark] for number, mark in marks.items() if mark < ends[number]), default=0.0)

    def unread(self, group: str, at: float) -> int:
        ends = self.ends(at)
        return sum(max(0, ends[number] - mark) for number, mark in self.committed(group, at).items())

    def not_landed(self, at: float) -> int:
        landed = self.landed(at)
        return sum(max(0, mark - landed.get(number, 0)) for number, mark in self.committed(GROUP, at).items())

    def all(self) -> dict:
        return {"unread by the sink": lambda at: self.unread(GROUP, at), "unread by the reader": lambda at: self.unread(READER, at),
                "not landed": self.not_landed, "age of the table": lambda at: self.age(self.landed(at), at),
                "age of the reader": lambda at: self.age(self.committed(READER, at), at)}


def grid(since: float, until: float) -> list[float]:
    return [since + STEP_S * step for step in range(int((until - since) / STEP_S) + 1)]


class Judge:
    def __init__(self, witness):
        self.witness = witness
        self.kept: dict[str, Kept] = {}

    def keep(self, drill: str, begun: float, ended: float, stamps: dict[str, float], told: dict) -> None:
        self.kept[drill] = Kept(begun, ended, stamps, told)

    def stood_all(self, group: str, since: float, least_s: float = 12.0) -> bool:
        """Whether each partition's offset stood for so long since then, and goes on again."""
        notes = [note for note in self.witness.notes["lab"] if note.began >= since]
        if not notes:
            return False
        for of in [of for of in notes[0].what if of[0] == group]:
            moves = [since] + [b.ended for a, b in zip(notes, notes[1:]) if a.what.get(of) != b.what.get(of)]
            if max((b - a for a, b in zip(moves, moves[1:])), default=0) < least_s or notes[-1].ended - moves[-1] > least_s / 2:
                return False
        return True

    # --- afterwards -----------------------------------------------------------------------------

    def hold(self, test, truth: dict) -> None:
        lines = Lines(self.witness, truth)
        for drill, kept in self.kept.items():
            with test.subTest(drill=drill):
                self.hold_one(test, drill, kept, lines)

    def hold_one(self, test, drill: str, kept: Kept, lines: Lines) -> None:
        of = kept.told["measures"]
        fault = next(kept.stamps[step] for step in ("stop", "deny", "reset", "producers") if step in kept.stamps
                     and (drill, step) != ("D", "stop"))
        test.assertEqual((of["holes"], of["missing"], of["duplicates"], of["overtaken"]), (0, 0, 0, 0))
        # The first finding and the first move are after the fault, and before it was over.
        recovered = self.recovered(drill, kept, fault, of)
        for name in ("detect", "onset"):
            if of[f"{name}_ms"] is not None:
                test.assertGreaterEqual(of[f"{name}_ms"], 0)
                test.assertLessEqual(fault + (of[f"{name}_ms"] - of[f"{name}_error_ms"]) / 1000, kept.ended)
        self.hold_onset(test, fault, of)
        if drill == "E":
            return  # its paths are on two clusters, of which the witness has the topic of one
        self.hold_recovery(test, kept, recovered, of, lines, fault)
        peak = max(line(at) for at in grid(fault, kept.ended) for name, line in lines.all().items() if name.startswith("age"))
        error = (of["peak_age_error_ms"]) / 1000 + LOOK_S
        print(f"{drill}: peak age {of['peak_age_ms']} ± {of['peak_age_error_ms']} ms, the witness {peak * 1000:.0f} ms", flush=True)
        test.assertLessEqual(abs(peak - of["peak_age_ms"] / 1000), error, (peak, of))

    def recovered(self, drill: str, kept: Kept, fault: float, of: dict) -> float:
        since = {"A": "resume", "C": "allow", "D": "start", "E": "consumers"}
        return (fault if drill == "B" else kept.stamps[since[drill]]) + of["recover_ms"] / 1000

    def hold_onset(self, test, fault: float, of: dict) -> None:
        moved = of.get("moved_first", "")
        if of["onset_ms"] is None:
            return
        lo, hi = fault + (of["onset_ms"] - of["onset_error_ms"]) / 1000, fault + of["onset_ms"] / 1000
        name, _, what = moved.partition(" ")
        seen = None
        if name.startswith("task:"):
            number = int(name.rsplit("/", 1)[1])
            seen = self.witness.first("tasks", fault - LOOK_S, lambda told: told.get(number) != "RUNNING")
        elif name.startswith("broker:"):
            broker = int(name.partition(":")[2])
            seen = self.witness.first("brokers", fault - LOOK_S, lambda told: broker not in told["brokers"])
        print(f"onset: {moved} in {lo - fault:.2f} to {hi - fault:.2f} s after the fault, the witness "
              f"{[round(at - fault, 2) for at in seen] if seen else 'did not look'}", flush=True)
        if seen:
            test.assertTrue(lo - LOOK_S <= seen[1] and seen[0] <= hi + LOOK_S, (moved, lo - fault, hi - fault, seen))

    def hold_recovery(self, test, kept: Kept, recovered: float, of: dict, lines: Lines, fault: float) -> None:
        """The program's bands are those of its own polls: the real end lies between that for a wide and that for a narrow one."""
        bounds = []
        for factor in (1.7, 1.05):
            last = fault
            for name, line in lines.all().items():
                top = factor * max(line(at) for at in grid(kept.begun - 40, kept.begun)) + (1 if "age" not in name else 0.5)
                last = max([last, *(at for at in grid(fault, kept.ended) if line(at) > top)])
            bounds.append(last)
        print(f"recovered {recovered - fault:.2f} s after the fault, ± {of['recover_error_ms']} ms; the witness between "
              f"{bounds[0] - fault:.2f} and {bounds[1] - fault:.2f}", flush=True)
        early = recovered - of["recover_error_ms"] / 1000
        test.assertTrue(bounds[0] <= recovered + LOOK_S and early <= bounds[1] + LOOK_S, (bounds, recovered))
