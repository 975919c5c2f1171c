# SPDX-License-Identifier: GPL-3.0-or-later
"""Which data did this model see, on a real Iceberg table: the program's answer against the same worked out from the control
topic and pyiceberg, offset by offset; and what is left of it once snapshots have gone and the control topic was trimmed.

Exit status 77: a registry cannot be reached, nothing was tested. With CI=true that is a failure.
"""

import sys
import unittest

import lake_oracle
from errors import OUT_OF_REACH
from test_lake import LANDS_S, SEEN_S, TABLE, LakeTest, setUpModule  # noqa: F401: unittest calls it
from watcher import Watcher

Spans = dict[int, tuple[int, int]]


class Lineage(LakeTest):
    def test_what_a_run_saw_and_what_is_left_of_the_answer(self):
        for count, landed in ((2000, 2000), (1500, 3500), (700, 4200)):
            self.lake("produce", str(count))
            self.lands(landed)
        told = self.survey()
        self.program.wait(lambda: self.program.durable(TABLE) == told["durable"], "the last commit", SEEN_S)
        # The sink's first commits do not tell where they began.
        ledger = self.program.rows("align", "--ledger")
        self.assertEqual([row["snapshot_id"] for row in ledger], [str(snapshot["id"]) for snapshot in told["snapshots"]])
        begun = max(number for number, row in enumerate(ledger) if not row["ranges"])
        self.assertLess(begun + 1, len(ledger), ledger)
        middle, last = ledger[begun]["snapshot_id"], ledger[-1]["snapshot_id"]

        self.register(self.program, "r1", middle)
        self.register(self.program, "r2", last, "--after", "r1")
        self.register(self.program, "all", last)
        first, whole = self.exactly(told, middle), self.exactly(told, last)
        refreshed = {partition: (first.get(partition, (0, 0))[1], end) for partition, (_, end) in whole.items()}
        refreshed = {partition: span for partition, span in refreshed.items() if span[0] < span[1]}
        answer = self.answer("r2")
        self.assertEqual(answer["completeness"], "exact", answer)
        self.assertEqual(self.spans(answer, "exact"), refreshed)
        # As many rows as offsets, in the snapshots themselves.
        rows = {str(snapshot["id"]): snapshot["scanned_records"] for snapshot in told["snapshots"]}
        self.assertEqual(sum(end - begin for begin, end in refreshed.values()), rows[last] - rows[middle])
        for partition, (begin, end) in refreshed.items():
            self.assertEqual([self.was_in("r2", partition, offset) for offset in (begin - 1, begin, end - 1, end)],
                             ["no", "yes", "yes", "no"])
        # All that there was: no more than is there, and nothing is left out.
        for run, truth in (("r1", first), ("all", whole)):
            answer = self.answer(run)
            self.assertEqual(answer["completeness"], "bounded")
            self.assertEqual(self.spans(answer, "exact", "at-most"), truth, answer)
            self.assertEqual({row["bound"] for row in answer["rows"] if row["from"] == 0}, {"at-most"}, answer)
            self.assertEqual([self.was_in(run, partition, end) for partition, (_, end) in truth.items()], ["no"] * len(truth))
        self.assertEqual(self.spans(self.answer("all"), "exact"), refreshed)

        # Who comes later finds one snapshot: the others have expired.
        later = self.comes_late("later")
        answer = self.of(later, last)
        self.assertEqual(answer["completeness"], "bounded", answer)
        self.assertTrue(all("expired" in row["reason"] for row in answer["rows"]), answer["rows"])
        self.within(answer, whole)

        # And who comes after the control topic was trimmed cannot tell what the snapshot was made of.
        self.lake("control", "trim")
        latest = self.comes_late("latest")
        answer = self.of(latest, last)
        self.assertIn(answer["completeness"], ("bounded", "unknown"))
        self.assertTrue(all(row["reason"] for row in answer["rows"]), answer["rows"])
        self.within(answer, whole)
        # What was seen in time is kept.
        self.assertEqual(self.spans(self.answer("all"), "exact", "at-most"), whole)

    def exactly(self, told: dict, snapshot_id: str) -> Spans:
        """Of a snapshot: the offsets that the control topic announced below the control offsets in its summary."""
        until = [str(snapshot["id"]) for snapshot in told["snapshots"]].index(snapshot_id) + 1
        covered = lake_oracle.control_offsets(told["snapshots"][:until], self.status["control_topic"], self.group())
        commits = lake_oracle.commits_of(told["control"], self.group(), told["table_uuid"], covered)
        return {partition: (0, end) for partition, end in lake_oracle.durable_of(commits, self.status["topic"]).items()}

    def group(self) -> str:
        return f"connect-{self.status['connector']}"

    def register(self, program: Watcher, run: str, snapshot_id: str, *more: str) -> None:
        program.document("lineage", "register", run, "--kind", "embedding", "--input", f"{TABLE}@{snapshot_id}", *more)

    def answer(self, run: str) -> dict:
        return self.program.document("lineage", "answer", run)

    def spans(self, answer: dict, *bounds: str) -> Spans:
        """Of each partition its rows of these bounds, which follow on each other."""
        found: Spans = {}
        for row in answer["rows"]:
            if row["bound"] not in bounds:
                continue
            begin, end = found.get(row["partition"], (row["from"], row["from"]))
            self.assertEqual(end, row["from"], answer)
            found[row["partition"]] = (begin, row["to"])
        return found

    def was_in(self, run: str, partition: int, offset: int) -> str:
        record = f"{self.status['topic']}-{partition}@{offset}"
        return self.program.rows("lineage", "answer", run, "--record", record)[0]["was_in"]

    def comes_late(self, name: str) -> Watcher:
        program = Watcher(self.folder / f"watch-{name}", self.status, self.tables)
        self.addCleanup(program.close)
        program.wait(lambda: program.align(TABLE) != [], "the table", LANDS_S)
        return program

    def of(self, program: Watcher, snapshot_id: str) -> dict:
        self.register(program, "all", snapshot_id)
        return program.document("lineage", "answer", "all")

    def within(self, answer: dict, truth: Spans) -> None:
        """No bound lies beyond what the snapshot has."""
        for row in answer["rows"]:
            if row["bound"] == "unknown":
                continue
            begin, end = truth[row["partition"]]
            self.assertTrue(begin <= row["from"] <= row["to"] <= end, (row, truth))


# Its own tests are those of the lake's.
del LakeTest

if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
