#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What drills left behind in the lake, worked out a second time: when each record came and when the table held what.

Prints JSON: `records` (by partition the times of the topic's records, by offset; of a second cluster too with --beside),
`durable` ([time, by partition the offset up to which the table held what was announced]), `rows` of the table and how many
of their ids are `distinct`.
"""

import argparse
import json
import sys
from pathlib import Path

import artifacts
from errors import LabError
from kafka import Cluster, default_folder


def times(bootstrap: str, topic: str) -> dict[int, list[int]]:
    from lake_oracle import read_topic

    found: dict[int, list[int]] = {}
    for record in read_topic(bootstrap, topic):
        partition = found.setdefault(record["partition"], [])
        if record["offset"] != len(partition):
            raise LabError(f"{topic} has no record at {record['partition']}@{len(partition)}")
        partition.append(record["timestamp_ms"])
    return found


def snapshots(status: dict) -> list[dict]:
    from lake_oracle import catalog_commits, load_table

    found: dict[int, dict] = {}
    for commit in catalog_commits(status):
        table = load_table(status, commit)
        snapshot = table.current_snapshot() if table else None
        if snapshot:
            found.setdefault(snapshot.snapshot_id, {"at_ms": snapshot.timestamp_ms,
                                                    "summary": snapshot.summary.additional_properties})
    return list(found.values())


def durable(status: dict, table_uuid: str) -> list[tuple[int, dict[int, int]]]:
    from lake_oracle import commits_of, control_offsets, control_records, durable_of

    events = control_records(status["bootstrap"], status["control_topic"])
    seen, steps = [], []
    for snapshot in snapshots(status):
        seen.append(snapshot)
        covered = control_offsets(seen, status["control_topic"], status["group"])
        commits = commits_of(events, status["group"], table_uuid, covered)
        steps.append((snapshot["at_ms"], durable_of(commits, status["topic"])))
    return steps


def main() -> int:
    parser = argparse.ArgumentParser(prog="drill_truth.py", description=__doc__.splitlines()[0])
    parser.add_argument("--dir", type=Path, default=default_folder(), help="the lab's folder (default: %(default)s)")
    parser.add_argument("--beside", metavar="BOOTSTRAP", help="a second cluster that has the topic too")
    arguments = parser.parse_args()
    artifacts.use_lake_python()
    from lake import Lake
    from lake_oracle import load_table

    status = Lake(Cluster(arguments.dir)).require().status()
    table = load_table(status)
    ids = table.scan(selected_fields=("id",)).to_arrow().column("id").to_pylist()
    records = {"lab": times(status["bootstrap"], status["topic"])}
    if arguments.beside:
        records["us"] = times(arguments.beside, status["topic"])
    print(json.dumps({"records": records, "durable": durable(status, str(table.metadata.table_uuid)),
                      "rows": len(ids), "distinct": len(set(ids))}))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status)
