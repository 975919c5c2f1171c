#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/fixtures/iceberg-connect and iceberg-connect-stall: real bytes of two cases in which lag is 0 and the
table is short. Each runs on a fresh lake (tests/lab/lake up).

refused: 20,000 records land (before), the catalog refuses commits and 9,900 more are produced until the coordinator's
task has failed (one-task-failed), 100 more until both have (during), the catalog answers again and the tasks restart
(after).
stall: 1,000 records land (before), the control topic is deleted and created, the tasks restart and 200 more are
produced: they are announced at offsets that the table already has, and skipped (stalled).
"""

import argparse
import base64
import gzip
import json
import sys
import time
from pathlib import Path

import artifacts
from errors import LabError
from kafka import Cluster, default_folder

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
FIRST, SECOND, THIRD = 20000, 9900, 100
WITHIN_S = 180.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="lake_capture.py", description=__doc__.splitlines()[0])
    parser.add_argument("--dir", type=Path, default=default_folder(), help="the lab's folder (default: %(default)s)")
    parser.add_argument("case", choices=["refused", "stall"])
    arguments = parser.parse_args()
    artifacts.use_lake_python()
    from lake import Lake

    lake = Lake(Cluster(arguments.dir)).require()
    if lake.state.get("produced"):
        raise LabError("this lake was used already; the capture begins with an empty table")
    if arguments.case == "refused":
        refused(lake, FIXTURES / "iceberg-connect")
    else:
        stall(lake, FIXTURES / "iceberg-connect-stall")
    return 0


def stall(lake, out: Path) -> None:
    lake.produce(1000)
    lake.wait_landed(1000, WITHIN_S)
    wait(lambda: coordinator_is_done(lake), "the coordinator's offsets")
    moment(lake, out / "before")
    write_control(lake, out / "before" / "control.ndjson.gz")
    lake.delete_control_topic()
    lake.create_control_topic()
    lake.restart_connector(tasks=True)
    lake.produce(200)
    wait(lambda: announced_cycle_is_complete(lake), "a complete cycle after the announcements")
    moment(lake, out / "stalled")
    write_control(lake, out / "stalled" / "control.ndjson.gz")


def refused(lake, out: Path) -> None:
    lake.produce(FIRST)
    lake.wait_landed(FIRST, WITHIN_S)
    wait(lambda: coordinator_is_done(lake), "the coordinator's offsets")
    moment(lake, out / "before")
    lake.fault("catalog", "commits")
    lake.produce(SECOND)
    wait(lambda: sorted(task_states(lake)) == ["FAILED", "RUNNING"], "the coordinator's task to fail")
    wait(lambda: partial_commit_was_tried(lake), "the other task to take over")
    moment(lake, out / "one-task-failed")
    # The task that took over has no worker until a record comes, and its partial commits fail without an end.
    lake.produce(THIRD)
    wait(lambda: task_states(lake) == ["FAILED", "FAILED"], "both tasks to fail")
    moment(lake, out / "during")
    lake.fault("catalog", "none")
    lake.restart_connector(tasks=True)
    lake.wait_landed(FIRST + SECOND + THIRD, WITHIN_S)
    wait(lambda: coordinator_is_done(lake), "the coordinator's offsets")
    moment(lake, out / "after")
    write_control(lake, out / "control.ndjson.gz")


def wait(holds, what: str) -> None:
    until = time.monotonic() + WITHIN_S
    while not holds():
        if time.monotonic() > until:
            raise LabError(f"waited {WITHIN_S:.0f} s for {what}")
        time.sleep(0.5)


def task_states(lake) -> list[str]:
    return [task["state"] for task in lake.connector_status()["tasks"]]


def events_of(lake) -> list[dict]:
    """In the order of their times: the events of one cycle may lie in several control partitions."""
    from lake_oracle import control_records

    status = lake.status()
    return sorted(control_records(status["bootstrap"], status["control_topic"]), key=lambda event: event["timestamp_ms"])


def coordinator_is_done(lake) -> bool:
    """The newest commit to the table is complete: the coordinator's own offsets are committed before it says so."""
    events = events_of(lake)
    complete = {event["commit_id"] for event in events if event["type"] == "COMMIT_COMPLETE"}
    landed = [event["commit_id"] for event in events if event["type"] == "COMMIT_TO_TABLE"]
    return bool(landed) and landed[-1] in complete


def announced_cycle_is_complete(lake) -> bool:
    events = events_of(lake)
    announced = {event["commit_id"] for event in events if event["type"] == "DATA_WRITTEN"}
    complete = {event["commit_id"] for event in events if event["type"] == "COMMIT_COMPLETE"}
    return bool(announced) and announced <= complete


def partial_commit_was_tried(lake) -> bool:
    """A second START_COMMIT of the coordinator that took over: its first cycle ended without a commit."""
    starts = [event["key"] for event in events_of(lake) if event["type"] == "START_COMMIT"]
    return starts[-1] != starts[0] and starts.count(starts[-1]) >= 2


def moment(lake, folder: Path) -> None:
    """What each source says now, read in the order groups, control topic, table."""
    from lake_oracle import load_table, survey

    folder.mkdir(parents=True, exist_ok=True)
    loaded = lake.load_table()
    told = survey(lake.status())
    write_json(folder / "load-table.json", loaded)
    with load_table(lake.status()).io.new_input(loaded["metadata-location"]).open() as stored:
        (folder / "metadata.json").write_bytes(stored.read())
    write_json(folder / "connector-status.json", lake.connector_status())
    write_json(folder / "survey.json", told)


def write_control(lake, file: Path) -> None:
    from lake_oracle import read_topic

    status = lake.status()
    lines = []
    for record in read_topic(status["bootstrap"], status["control_topic"]):
        lines.append(json.dumps(record | {"key": record["key"].decode(), "value": base64.b64encode(record["value"]).decode()}))
    file.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0))


def write_json(file: Path, document) -> None:
    file.write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except LabError as error:
        print(f"lake_capture: {error}", file=sys.stderr)
        sys.exit(error.status)
