#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes once a second where logs end and what groups have committed, with the time before and after each look, as one JSON
object a line: {"from_ms", "to_ms", "high": {"TOPIC/N"}, "committed": {"GROUP TOPIC/N"}}. A second witness for what is rebuilt.
Ends with its standard input. Needs the environment of `artifacts.client_python`.
"""

import argparse
import json
import sys
import threading
import time

from client import Admin

EVERY_S = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="observer.py", description=__doc__.splitlines()[0])
    parser.add_argument("--bootstrap", required=True)
    parser.add_argument("--topic", action="append", required=True, help="TOPIC:PARTITIONS")
    parser.add_argument("--group", action="append", required=True)
    arguments = parser.parse_args()
    admin = Admin(arguments.bootstrap)
    partitions = [(name, number) for name, count in (topic.split(":") for topic in arguments.topic)
                  for number in range(int(count))]
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    while not ended.wait(EVERY_S):
        began = now_ms()
        high = {f"{topic}/{number}": end for (topic, number), end in admin.high(partitions).items()}
        committed = {f"{group} {topic}/{number}": offset
                     for (group, (topic, number)), offset in admin.committed(arguments.group).items()}
        print(json.dumps({"from_ms": began, "to_ms": now_ms(), "high": high, "committed": committed}), flush=True)


def now_ms() -> int:
    return int(time.time() * 1000)


if __name__ == "__main__":
    main()
