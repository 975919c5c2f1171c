#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of each day's records of the lake, worked out a second time: the records themselves from the topic, the rows
from the table by pyiceberg, joined by the id that each record and its row carry.

Prints JSON: by day (UTC, of the record's time) `produced`, `landed` (each record once), `duplicates` (rows beyond that),
`missing` (records that are in no row) and `late` (landed longer after they were produced than --budget-s).
"""

import argparse
import datetime
import json
import sys
from pathlib import Path

import artifacts
from errors import LabError
from kafka import Cluster, default_folder


def day_of(time_ms: int) -> str:
    return datetime.datetime.fromtimestamp(time_ms / 1000, datetime.timezone.utc).date().isoformat()


def rows_by_snapshot(status: dict) -> list[tuple[int, list[int]]]:
    """(time, ids) of the table's snapshots, oldest first."""
    from lake_oracle import catalog_commits, load_table

    now = load_table(status)
    found: dict[int, tuple[int, list[int]]] = {}
    for commit in catalog_commits(status):
        table = load_table(status, commit)
        snapshot = table.current_snapshot() if table and table.metadata.table_uuid == now.metadata.table_uuid else None
        if snapshot and snapshot.snapshot_id not in found:
            ids = table.scan(selected_fields=("id",)).to_arrow().column("id").to_pylist()
            found[snapshot.snapshot_id] = (snapshot.timestamp_ms, ids)
    return list(found.values())


def account(status: dict, budget_ms: int) -> dict[str, dict[str, int]]:
    from lake_oracle import read_topic

    placed = {json.loads(record["value"])["id"]: record["timestamp_ms"]
              for record in read_topic(status["bootstrap"], status["topic"])}
    days = {day: {"produced": 0, "landed": 0, "duplicates": 0, "missing": 0, "late": 0}
            for day in map(day_of, placed.values())}
    for time_ms in placed.values():
        days[day_of(time_ms)]["produced"] += 1
    landed_at: dict[int, int] = {}
    ids: list[int] = []
    for at_ms, ids in rows_by_snapshot(status):
        for one in ids:
            landed_at.setdefault(one, at_ms)
    there = set(ids)  # of the newest snapshot
    for one, time_ms in placed.items():
        day = days[day_of(time_ms)]
        day["landed"] += one in there
        day["missing"] += one not in there
        day["late"] += one in there and landed_at[one] - time_ms > budget_ms
    seen = set()
    for one in ids:
        days[day_of(placed[one])]["duplicates"] += one in seen
        seen.add(one)
    return days


def main() -> int:
    parser = argparse.ArgumentParser(prog="landed_oracle.py", description=__doc__.splitlines()[0])
    parser.add_argument("--dir", type=Path, default=default_folder(), help="the lab's folder (default: %(default)s)")
    parser.add_argument("--budget-s", type=float, default=10.0)
    arguments = parser.parse_args()
    artifacts.use_lake_python()
    from lake import Lake

    print(json.dumps(account(Lake(Cluster(arguments.dir)).require().status(), round(arguments.budget_s * 1000))))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status)
