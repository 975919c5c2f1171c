#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what a real Flink answers to the questions that the program asks it, into a folder: `flink_capture.py FOLDER`.

Nothing of the answers is changed but the folder of the checkpoints. A cluster of the lab with one broker is started and
ended again.
"""

import sys
import tempfile
import time
from pathlib import Path

import artifacts
from errors import LabError

TOPIC, GROUP, NAME = "orders", "enrich", "enrich"
INTERVAL_MS = 1000


def capture(flink, job: str, out: Path, name: str, path: str) -> None:
    status, text = flink.text(path)
    out.joinpath(f"{name}.json").write_text(text.replace(str(flink.checkpoints), "/checkpoints") + "\n")
    print(f"{name}: {status}, {len(text)} bytes")


def largest(flink, job: str) -> str:
    vertex = flink.get(f"/jobs/{job}")["vertices"][0]["id"]
    return f"/jobs/{job}/vertices/{vertex}/subtasks/metrics?agg=max&get=backPressuredTimeMsPerSecond,busyTimeMsPerSecond"


def run(out: Path, scratch: Path) -> None:
    from client import Admin
    from confluent_kafka import Producer
    from confluent_kafka.admin import NewTopic
    from flink import Flink
    from kafka import Cluster

    cluster, flink = Cluster(scratch / "lab"), Flink(scratch / "flink")
    try:
        cluster.up("4.1", 1, None)
        Admin(cluster.bootstrap()).create([NewTopic(TOPIC, num_partitions=2, replication_factor=1)])
        producer = Producer({"bootstrap.servers": cluster.bootstrap()})
        for number in range(10_000):  # more than fits between two stages
            producer.produce(TOPIC, f"{number:01000}".encode())
        producer.flush(30)
        flink.start()
        flink.slow.touch()  # it has more to do than it can
        job = flink.submit(NAME, cluster.bootstrap(), TOPIC, GROUP, INTERVAL_MS)
        flink.wait(lambda: flink.counts(job)["completed"] > 2, "checkpoints", 60)
        flink.wait(lambda: any(row["max"] > 500 for row in flink.get(largest(flink, job))), "backpressure", 60)
        out.mkdir(parents=True, exist_ok=True)
        for name, path in {"overview": "/overview", "jobs": "/jobs/overview", "job": f"/jobs/{job}",
                           "checkpoints": f"/jobs/{job}/checkpoints",
                           "checkpoint-config": f"/jobs/{job}/checkpoints/config",
                           "metrics": f"/jobs/{job}/metrics?get=numRestarts,fullRestarts",
                           "largest": largest(flink, job), "no-exceptions": f"/jobs/{job}/exceptions?maxExceptions=1",
                           "not-found": f"/jobs/{'0' * 32}"}.items():
            capture(flink, job, out, name, path)
        flink.block_checkpoints(job)
        before = flink.counts(job)["failed"]
        flink.wait(lambda: flink.counts(job)["failed"] > before + 1, "checkpoints that fail", 60)
        capture(flink, job, out, "checkpoints-failing", f"/jobs/{job}/checkpoints")
        flink.free_checkpoints(job)
        flink.kill_tasks()
        flink.wait(lambda: flink.get("/jobs/overview")["jobs"][0]["tasks"]["running"] == 0, "the loss", 60)
        time.sleep(5)  # longer than what it keeps of its answers
        capture(flink, job, out, "jobs-restarting", "/jobs/overview")
        capture(flink, job, out, "exceptions", f"/jobs/{job}/exceptions?maxExceptions=1")
        flink.cancel(job)
        flink.wait(lambda: flink.state(job) == "CANCELED", "its end", 60)
        capture(flink, job, out, "jobs-canceled", "/jobs/overview")
    finally:
        flink.stop()
        cluster.down(keep=False)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    artifacts.use_lake_python()
    with tempfile.TemporaryDirectory(prefix="tidemark-flink-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as place:
        try:
            run(Path(sys.argv[1]).resolve(), Path(place))
        except LabError as error:
            print(error, file=sys.stderr)
            sys.exit(error.status)
