#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is durably in the lake's table, worked out a second time: fastavro for the control topic, pyiceberg for the table.

Prints JSON: `control` (every control record), `snapshots` (oldest first, along main), `commits` (per DATA_COMPLETE
whether the table covers it), `other_table_records` (announced for a dropped table of this name), `durable` (per
partition the source offset up to which the table holds what was announced for it; null and why), `committed` (both groups), `ends`
and `records` (what a scan of the table counts).
"""

import argparse
import datetime
import io
import json
import sys
import time
import urllib.request
import uuid
from pathlib import Path

import artifacts
from errors import LabError
from kafka import Cluster, default_folder

MAGIC = b"\xc2\x01"
TYPES = ["START_COMMIT", "DATA_WRITTEN", "DATA_COMPLETE", "COMMIT_TO_TABLE", "COMMIT_COMPLETE"]
READ_S = 60.0
OFFSETS = "kafka.connect.offsets."


# --- the control topic ---------------------------------------------------------------------------


def decode(value: bytes) -> dict:
    """One event, by the writer's schema that stands in front of it."""
    import fastavro

    if value[:2] != MAGIC:
        raise LabError(f"a control record begins with {value[:2].hex()}, not with {MAGIC.hex()}")
    length = int.from_bytes(value[2:4], "big")
    # The writer says "namespace": "" for uuid_fixed and then refers to it as a name of the enclosing namespace.
    written = json.loads(value[4:4 + length].decode(), object_pairs_hook=lambda pairs: dict(
        pair for pair in pairs if pair != ("namespace", "")))
    schema = fastavro.parse_schema(written)
    return fastavro.schemaless_reader(io.BytesIO(value[4 + length:]), schema)


def described(record: dict, event: dict) -> dict:
    """The fields of an event that say what was committed, under one name whatever its type."""
    payload = event["payload"]
    reference = payload.get("table_reference")
    files = [{"path": file["file_path"], "records": file["record_count"]} for file in payload.get("data_files") or []]
    assignments = payload.get("assignments")
    return record | {
        "type": TYPES[event["type"]], "id": text_of(event["id"]), "time_us": micros(event["timestamp"]),
        "group_id": event["group_id"],
        "commit_id": text_of(payload["commit_id"]),
        "table": ".".join([*reference["namespace"], reference["name"]]) if reference else None,
        "table_uuid": text_of(reference.get("table_uuid")) if reference else None,
        "files": files, "delete_files": len(payload.get("delete_files") or []),
        "records": sum(file["records"] for file in files),
        "assignments": None if assignments is None else [
            {"topic": one["topic"], "partition": one["partition"], "offset": one["offset"],
             "timestamp_us": micros(one["timestamp"])} for one in assignments],
        "snapshot_id": payload.get("snapshot_id"), "valid_through_us": micros(payload.get("valid_through_ts"))}


def text_of(value) -> str | None:
    if value is None:
        return None
    return str(value if isinstance(value, uuid.UUID) else uuid.UUID(bytes=value))


def micros(value) -> int | None:
    if isinstance(value, datetime.datetime):
        return round(value.timestamp() * 1_000_000)
    return value


def read_topic(bootstrap: str, topic: str) -> list[dict]:
    """Every committed record of a topic: {partition, offset, timestamp_ms, key, value (bytes)}."""
    from confluent_kafka import Consumer, KafkaError, TopicPartition

    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "lake-oracle-never-joined", "log_level": 3,
                         "enable.auto.commit": False, "isolation.level": "read_committed", "enable.partition.eof": True})
    try:
        known = consumer.list_topics(topic, timeout=30).topics[topic]
        if known.error is not None:
            return []
        left = set(known.partitions)
        consumer.assign([TopicPartition(topic, number, 0) for number in left])
        found = []
        until = time.monotonic() + READ_S
        while left:
            if time.monotonic() > until:
                raise LabError(f"reading {topic} stopped: partitions {sorted(left)} did not end in {READ_S:.0f} s")
            for message in consumer.consume(1000, timeout=0.2):
                if message.error() is None:
                    found.append({"partition": message.partition(), "offset": message.offset(),
                                  "timestamp_ms": message.timestamp()[1], "key": message.key(), "value": message.value()})
                elif message.error().code() == KafkaError._PARTITION_EOF:
                    left.discard(message.partition())
                else:
                    raise LabError(f"reading {topic} failed: {message.error()}")
    finally:
        consumer.close()
    return sorted(found, key=lambda record: (record["partition"], record["offset"]))


def control_records(bootstrap: str, topic: str) -> list[dict]:
    events = []
    for record in read_topic(bootstrap, topic):
        place = {"partition": record["partition"], "offset": record["offset"], "timestamp_ms": record["timestamp_ms"],
                 "key": record["key"].decode()}
        events.append(described(place, decode(record["value"])))
    return events


def committed(bootstrap: str, group: str) -> dict[str, dict[str, int]]:
    """topic -> partition -> next offset; JSON has no numbers for keys."""
    from confluent_kafka import ConsumerGroupTopicPartitions
    from confluent_kafka.admin import AdminClient

    admin = AdminClient({"bootstrap.servers": bootstrap, "log_level": 3})
    answer = admin.list_consumer_group_offsets([ConsumerGroupTopicPartitions(group)])[group].result()
    found: dict[str, dict[str, int]] = {}
    for one in sorted(answer.topic_partitions, key=lambda one: (one.topic, one.partition)):
        if one.offset >= 0:
            found.setdefault(one.topic, {})[str(one.partition)] = one.offset
    return found


# --- the table -----------------------------------------------------------------------------------


def load_table(status: dict, at: str = ""):
    """The table as it is, or as it was at one commit of the catalog; None when there was none."""
    from pyiceberg.catalog import load_catalog
    from pyiceberg.exceptions import NoSuchNamespaceError, NoSuchTableError

    catalog = load_catalog("lake", **{
        "type": "rest", "uri": status["catalog_direct"] + (f"/main@{at}" if at else ""), "warehouse": status["warehouse"],
        "s3.access-key-id": status["s3_key"], "s3.secret-access-key": status["s3_secret"], "s3.region": status["region"]})
    try:
        table = catalog.load_table((status["namespace"], status["table"]))
    except (NoSuchNamespaceError, NoSuchTableError):
        return None
    table.io.properties["s3.endpoint"] = status["s3_direct"]  # the catalog names the fault proxy
    return table


def snapshots_of(status: dict, now) -> list[dict]:
    """The table's snapshots along main, oldest first, each with the records a scan of it counts.

    Nessie shows one snapshot at a time, so each is read at the commit of the catalog that made it; those of a
    dropped table of the same name are left out.
    """
    found: dict[int, dict] = {}
    for commit in catalog_commits(status):
        table = load_table(status, commit)
        snapshot = table.current_snapshot() if table and table.metadata.table_uuid == now.metadata.table_uuid else None
        if snapshot is None or snapshot.snapshot_id in found:
            continue
        found[snapshot.snapshot_id] = {
            "id": snapshot.snapshot_id, "parent": snapshot.parent_snapshot_id, "timestamp_ms": snapshot.timestamp_ms,
            "summary": {"operation": snapshot.summary.operation.value} | snapshot.summary.additional_properties,
            "total_records": int(snapshot.summary["total-records"]), "scanned_records": table.scan().count()}
    return list(found.values())


def catalog_commits(status: dict) -> list[str]:
    """The hashes of the catalog's commits on main, oldest first."""
    with urllib.request.urlopen(f"{status['nessie_api']}/trees/main/history?max-records=1000", timeout=READ_S) as answer:
        return [entry["commitMeta"]["hash"] for entry in reversed(json.load(answer)["logEntries"])]


def control_offsets(snapshots: list[dict], topic: str, group: str) -> dict[int, int]:
    """The control offsets (next) of the nearest ancestor that names them; a newer snapshot may be somebody else's."""
    key = f"{OFFSETS}{topic}.{group}"
    for snapshot in reversed(snapshots):
        if key in snapshot["summary"]:
            return {int(partition): offset for partition, offset in json.loads(snapshot["summary"][key]).items()}
    return {}


# --- the rule ------------------------------------------------------------------------------------


def commits_of(events: list[dict], group: str, table_uuid: str, covered_to: dict[int, int]) -> list[dict]:
    """Each DATA_COMPLETE with its files of this table, and whether the table's control offset is beyond them all.

    A table of the same name that was dropped is another table: see `other_table_records`.
    """
    mine = [event for event in events if event["group_id"] == group]
    written: dict[tuple[str, str], list[dict]] = {}
    for event in mine:
        if event["type"] == "DATA_WRITTEN" and event["table_uuid"] == table_uuid and (event["records"] or event["delete_files"]):
            written.setdefault((event["key"], event["commit_id"]), []).append(event)
    found = []
    for event in mine:
        if event["type"] == "DATA_COMPLETE":
            files = written.get((event["key"], event["commit_id"]), [])
            found.append({
                "partition": event["partition"], "offset": event["offset"], "key": event["key"],
                "commit_id": event["commit_id"], "assignments": event["assignments"],
                "records": sum(file["records"] for file in files),
                "covered": all(file["offset"] < covered_to.get(file["partition"], 0) for file in files)})
    return found


def durable_of(commits: list[dict], topic: str) -> dict[int, int]:
    """Per source partition the highest announced offset before the first one that the table does not cover."""
    announced: dict[int, list[tuple[int, bool]]] = {}
    for commit in commits:
        for one in commit["assignments"] or []:
            if one["topic"] == topic and one["offset"] is not None:
                announced.setdefault(one["partition"], []).append((one["offset"], commit["covered"]))
    durable = {}
    for partition, offsets in sorted(announced.items()):
        # At one and the same offset the uncovered announcement counts.
        for offset, covered in sorted(offsets):
            if not covered or (offset, False) in offsets:
                break
            durable[partition] = offset
    return durable


def distrust(commits: list[dict], records: int) -> str | None:
    """Why control offsets do not tell what is in this append-only table; None when the counts agree.

    A control topic that was made anew counts from 0 again, and an announcement looks covered that never landed.
    """
    announced = sum(commit["records"] for commit in commits if commit["covered"])
    if announced == records:
        return None
    return f"the table holds {records} records, the announcements that it seems to cover have {announced}"


def survey(status: dict) -> dict:
    """Everything, read in the order groups, control topic, table, so that nothing is called lost that was only late."""
    from client import Admin

    bootstrap, topic, group = status["bootstrap"], status["topic"], status["group"]
    groups = {name: committed(bootstrap, name) for name in (group, status["coordinator_group"])}
    ends = Admin(bootstrap).high([(topic, number) for number in range(status["partitions"])])
    events = control_records(bootstrap, status["control_topic"])
    table = load_table(status)
    if table is None:
        raise LabError(f"the catalog has no table {status['namespace']}.{status['table']}")
    snapshots = snapshots_of(status, table)
    name = f"{status['namespace']}.{status['table']}"
    covered_to = control_offsets(snapshots, status["control_topic"], group)
    table_uuid = str(table.metadata.table_uuid)
    commits = commits_of(events, group, table_uuid, covered_to)
    records = table.scan().count()
    why = distrust(commits, records)
    others = [event["records"] for event in events if event["table"] == name and event["table_uuid"] != table_uuid]
    return {"table": name, "table_uuid": table_uuid, "other_table_records": sum(others), "control": events,
            "snapshots": snapshots,
            "control_offsets": covered_to, "commits": commits, "durable": None if why else durable_of(commits, topic),
            "durable_unknown_because": why, "committed": groups, "ends": {partition: end for (_, partition), end in sorted(ends.items())},
            "records": records}


def main() -> int:
    parser = argparse.ArgumentParser(prog="lake_oracle.py", description=__doc__.splitlines()[0])
    parser.add_argument("--dir", type=Path, default=default_folder(), help="the lab's folder (default: %(default)s)")
    arguments = parser.parse_args()
    artifacts.use_lake_python()
    from lake import Lake

    print(json.dumps(survey(Lake(Cluster(arguments.dir)).require().status())))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except LabError as error:
        print(f"lake_oracle: {error}", file=sys.stderr)
        sys.exit(error.status)
