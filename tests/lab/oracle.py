#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Kafka's own kafka-consumer-groups --describe --all-groups and prints its rows as JSON.

{"seconds", "exit", "rows": [{group, topic, partition, committed, end, lag, consumer, host, client}],
"messages": [...]}: what the tool shows as "-" is null, what is no row is a message. The exit status is the
tool's, and that is 0 also when it failed: one partition without a leader, and it prints no row at all.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from pathlib import Path

from errors import LabError
from kafka import TOOL_HEAP, Cluster, default_folder

TOOL = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand"
COLUMNS = {"GROUP": "group", "TOPIC": "topic", "PARTITION": "partition", "CURRENT-OFFSET": "committed",
           "LOG-END-OFFSET": "end", "LAG": "lag", "CONSUMER-ID": "consumer", "HOST": "host", "CLIENT-ID": "client"}
NUMBERS = {"partition", "committed", "end", "lag"}


def describe(cluster: Cluster, groups: list[str], timeout_ms: int) -> dict:
    """Describes these groups, or all when none is named."""
    chosen = [word for group in groups for word in ("--group", group)] or ["--all-groups"]
    command = cluster.java(TOOL_HEAP, TOOL, "--bootstrap-server", cluster.bootstrap(), "--describe", *chosen,
                           "--timeout", str(timeout_ms))
    began = time.monotonic()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, check=False)
    seconds = time.monotonic() - began
    rows, messages = parse(done.stdout)
    return {"seconds": round(seconds, 3), "exit": done.returncode, "rows": rows, "messages": messages}


def parse(text: str) -> tuple[list[dict], list[str]]:
    """Rows by the positions of their table's header, since a group's name may hold spaces."""
    rows, messages, starts = [], [], []
    for line in text.splitlines():
        if line.startswith("GROUP ") and "CURRENT-OFFSET" in line:
            starts = [(match.start(), COLUMNS[match.group()]) for match in re.finditer(r"\S+", line)
                      if match.group() in COLUMNS]
        elif not line.strip():
            starts = []
        elif starts and (row := _row(line, starts)):
            rows.append(row)
        else:
            messages.append(line.strip())
    return rows, messages


def _row(line: str, starts: list[tuple[int, str]]) -> dict | None:
    ends = [start for start, _ in starts[1:]] + [len(line)]
    row = {}
    for (start, name), end in zip(starts, ends):
        text = line[start:end].strip()
        value: str | int | None = None if text in ("-", "") else text
        if value is not None and name in NUMBERS:
            if not re.fullmatch(r"-?\d+", text):
                return None
            value = int(text)
        row[name] = value
    return row


def main() -> int:
    parser = argparse.ArgumentParser(prog="oracle.py", description=__doc__.splitlines()[0])
    parser.add_argument("--dir", type=Path, default=default_folder(), help="the lab's folder (default: %(default)s)")
    parser.add_argument("--group", action="append", default=[], help="only this group (may be repeated)")
    parser.add_argument("--timeout", type=int, default=30000, metavar="MS", help="the tool's own (default: %(default)s)")
    arguments = parser.parse_args()
    answer = describe(Cluster(arguments.dir).require(), arguments.group, arguments.timeout)
    print(json.dumps(answer))
    return answer["exit"]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except LabError as error:
        print(f"oracle: {error}", file=sys.stderr)
        sys.exit(error.status)
