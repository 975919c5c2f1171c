# SPDX-License-Identifier: GPL-3.0-or-later
"""A path with three hops: rows of a real PostgreSQL -> raw -> a processor that writes in transactions -> orders -> Kafka
Connect's Iceberg sink -> a table. What the program says of single records, and of how old the end of the path is, must
hold against the data itself: each row carries the time at which it was inserted, the broker stamps raw, and each
snapshot has the rows that came with it and the time at which the catalog took it.

Which program: the environment's TIDEMARK_PROGRAM. Exit status 77: a registry cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH, LabError

HERE = Path(__file__).resolve().parent
LANDS_S, SEEN_S = 150.0, 60.0
STALE_MS = 6000  # no sample of a table that is polled every second is older
RAW, CLEAN = "raw", "orders"


def run(program: str, *arguments: str, folder: Path) -> str:
    done = subprocess.run([str(HERE / program), *arguments, "--dir", str(folder)], capture_output=True, text=True,
                          check=False, timeout=600)
    if done.returncode != 0:
        raise LabError(f"{program} {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def millis(text: str) -> int:
    return round(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


def at(millis_: int) -> str:
    return datetime.datetime.fromtimestamp(millis_ / 1000, datetime.timezone.utc).isoformat(timespec="milliseconds")


class Hops(unittest.TestCase):
    def setUp(self):
        # Here, and not above: the environment of the lab's clients must be there first.
        from client import Admin
        from confluent_kafka.admin import NewTopic
        from lake_profile import profile, secrets
        from postgres import Postgres
        from watcher import Program

        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-hops-",
                                              dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.folder.chmod(0o755)  # the database runs as nobody
        lab = self.folder / "lab"
        self.addCleanup(run, "lab", "down", folder=lab)
        run("lab", "up", "--brokers", "1", folder=lab)
        self.addCleanup(run, "lake", "down", folder=lab)
        self.status = json.loads(run("lake", "up", "--json", "--commit-interval", "5", "--commit-timeout", "10",
                                     folder=lab))
        Admin(self.status["bootstrap"]).create([NewTopic(RAW, num_partitions=2, replication_factor=1,
                                                         config={"message.timestamp.type": "LogAppendTime"})])
        self.database = Postgres(self.folder / "postgres")
        self.addCleanup(self.database.stop)
        self.database.start()
        self.database.sql("create table placed (id bigserial primary key, customer text, "
                          "placed timestamptz default clock_timestamp())")
        described = profile(self.status, [])
        described["pipelines"] = [{
            "name": "orders", "writer": "iceberg-connect", "control_topic": self.status["control_topic"],
            "commit_interval": "5s", "commit_timeout": "10s",
            "hops": [{"source": "pg"}, {"topic": RAW}, {"processor": "enricher", "group": "enrich"}, {"topic": CLEAN},
                     {"sink": "lake.orders", "connector": self.status["connector"]}]}]
        self.marker, self.captured = self.folder / "stand-still", self.folder / "captured.log"
        bootstrap = self.status["bootstrap"]
        self.start("enrich", bootstrap, str(self.marker))
        self.program = Program(self.folder / "watch", described, secrets(self.status))
        self.addCleanup(self.program.close)
        psql = self.database._command("psql", "-h", "127.0.0.1", "-p", str(self.database.port), "-U", "lab", "-d",
                                      "postgres", "-AtX", "-c")
        self.start("capture", bootstrap, *psql)

    def start(self, part: str, *words: str) -> None:
        import process

        pid_file = self.folder / f"{part}.pid"
        process.start([sys.executable, str(HERE / "hops_part.py"), part, *words], pid_file,
                      self.captured if part == "capture" else self.folder / f"{part}.log")
        self.addCleanup(process.end, [pid_file], 3.0)

    # --- what happens ---------------------------------------------------------------------------

    def insert(self, seconds: int) -> None:
        for number in range(seconds * 2):
            self.database.sql(f"insert into placed (customer) select 'c' || n from generate_series(1, 7 + {number} % 5) n")
            time.sleep(0.5)

    def landed(self) -> int:
        return int(run("lake", "landed", folder=self.folder / "lab"))

    def until(self, holds, what: str, within_s: float) -> None:
        until = time.monotonic() + within_s
        while not holds():
            if time.monotonic() > until:
                logs = [file.read_text()[-300:] for file in self.folder.glob("*.log")]
                self.fail(f"waited {within_s:.0f} s for {what}: {logs}")
            time.sleep(0.5)

    # --- the truth ------------------------------------------------------------------------------

    def placed(self) -> dict[int, int]:
        """When each row was inserted."""
        rows = self.database.sql("select id || ' ' || round(extract(epoch from placed) * 1000) from placed").split("\n")
        return {int(row.split()[0]): int(row.split()[1]) for row in rows}

    def in_raw(self) -> dict[int, tuple[int, int, int]]:
        """Partition, offset and the broker's time of each row's record."""
        from confluent_kafka import Consumer, TopicPartition

        consumer = Consumer({"bootstrap.servers": self.status["bootstrap"], "group.id": "never-joined",
                             "enable.auto.commit": False, "auto.offset.reset": "earliest", "enable.partition.eof": True})
        consumer.assign([TopicPartition(RAW, number, 0) for number in (0, 1)])
        out, left = {}, 2
        while left:
            message = consumer.poll(10)
            if message.error():
                left -= 1
            else:
                out[int(message.key())] = (message.partition(), message.offset(), message.timestamp()[1])
        consumer.close()
        return out

    def queryable(self) -> dict[int, int]:
        """When the catalog took the commit that brought each row into the table."""
        from lake_oracle import load_table

        url = f"{self.status['nessie_api']}/trees/main/history?max-records=1000"
        with urllib.request.urlopen(url, timeout=30) as answer:
            commits = [entry["commitMeta"] for entry in reversed(json.load(answer)["logEntries"])]
        out: dict[int, int] = {}
        for commit in commits:
            table = load_table(self.status, commit["hash"])
            if table is None or table.current_snapshot() is None:
                continue
            for row in table.scan(selected_fields=("id",)).to_arrow()["id"].to_pylist():
                out.setdefault(row, millis(commit["commitTime"]))
        return out

    # --- what is said -----------------------------------------------------------------------------

    def path(self, time_ms: int) -> dict:
        return self.program.rows("freshness", "--hops", "--at", at(time_ms))[0]

    def test_records_and_ages_hold_against_the_data(self):
        self.insert(12)
        self.until(lambda: self.landed() > 0, "the first rows in the table", LANDS_S)
        self.marker.touch()
        stood = int(time.time() * 1000)
        self.insert(45)  # much longer than the table is behind by itself
        waiting = int(time.time() * 1000)
        self.marker.unlink()
        self.insert(20)  # what comes after a record tells that it was passed
        rows = int(self.database.sql("select count(*) from placed"))
        self.until(lambda: self.landed() == rows, f"all {rows} rows in the table", LANDS_S)
        last = int(time.time() * 1000)
        # The path is seen to have all of it: a poll of each of its parts.
        try:
            self.until(lambda: self.path(int(time.time() * 1000))["age_least_ms"] == 0, "the end of the path", SEEN_S)
        except AssertionError as error:
            raise AssertionError(f"{error}: {self.path(int(time.time() * 1000))}") from None
        placed, raw, ended = self.placed(), self.in_raw(), self.queryable()
        self.assertEqual(set(placed), set(raw))
        self.assertEqual(set(placed), set(ended))
        self.check_journeys(placed, raw, ended)
        self.check_ages(range(min(ended.values()), last, 1500), placed, raw, ended)
        told = self.path(waiting)
        self.assertEqual(told["where"], "enricher", told)
        self.assertGreaterEqual(told["in_topics_most_ms"], waiting - stood - 2000)
        self.assertIsNone(told["age_most_ms"])  # nobody looks into the database
        row = self.program.rows("freshness", "--path", "orders", "--at", at(waiting))[0]
        self.assertEqual((row["age_bound"], row["age_ms"], row["hop"]), ("at-least", told["age_least_ms"], "enricher"), row)

    def check_journeys(self, placed: dict, raw: dict, ended: dict) -> None:
        widths, unknown = [], []
        seen = min(ended.values())  # nobody saw the table before its first commit, so not when it took what is older
        for row in [row for row in sorted(placed) if ended[row] > seen][::9]:
            partition, offset, stamped = raw[row]
            told = self.program.rows("journey", "--topic", RAW, "--partition", str(partition), "--offset", str(offset))
            with self.subTest(row=row, told=told):
                self.assertEqual([line["topic"] for line in told], [RAW, CLEAN])
                stages = {stage["stage"]: stage for stage in told[1]["stages"]}
                self.assertLessEqual(placed[row], stamped)
                # The newest may have the offset of the last transaction's marker, for all that anybody knows.
                if stages["queryable"]["at"] is None:
                    self.assertEqual(stages["queryable"]["at_reason"], "ambiguous")
                    unknown.append(row)
                    continue
                for stage in ("table", "queryable"):
                    said = millis(stages[stage]["at"])
                    widths.append(stages[stage]["error_ms"])
                    self.assertLessEqual(said - stages[stage]["error_ms"], ended[row])
                    self.assertGreaterEqual(said + stages[stage]["error_ms"], ended[row])
        self.assertLess(len(unknown), len(widths) // 8, unknown)
        print(f"{len(widths) // 2} records, queryable within ± {min(widths)} to {max(widths)} ms")

    def check_ages(self, times: range, placed: dict, raw: dict, ended: dict) -> None:
        """At each time the most is at least as old as the oldest record of raw that was not in the table, the least at most as
        old as the oldest row that was in none."""
        checked = []
        for time_ms in times:
            told = self.path(time_ms)
            missing = [raw[row][2] for row in raw if raw[row][2] <= time_ms < ended[row]]
            truth = time_ms - min(missing) if missing else 0
            # As it was when the end was last looked at.
            before = [placed[row] for row in placed if placed[row] <= time_ms and time_ms - STALE_MS < ended[row]]
            with self.subTest(at=at(time_ms), told=told, truth=truth):
                if told["in_topics_most_ms"] is not None:
                    self.assertGreaterEqual(told["in_topics_most_ms"], truth)
                    checked.append(told["in_topics_most_ms"] - truth)
                if told["age_least_ms"] is not None:
                    self.assertLessEqual(told["age_least_ms"], time_ms - min(before) if before else 0)
        print(f"{len(checked)} of {len(times)} times, the most above the truth by {min(checked)} to {max(checked)} ms")
        self.assertGreater(len(checked), len(times) // 2)


if __name__ == "__main__":
    try:
        artifacts.use_lake_python()
        sys.path.insert(0, str(HERE))
        for fetch in (artifacts.postgres, artifacts.iceberg_sink_jars, artifacts.connect_jars, artifacts.nessie_jar,
                      lambda: artifacts.kafka_jars("4.1")):
            fetch()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and os.environ.get("CI") != "true" else 1)
    unittest.main(verbosity=2)
