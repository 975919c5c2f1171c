# SPDX-License-Identifier: GPL-3.0-or-later
"""A real PostgreSQL that holds something of a path: the catalogs of Iceberg by their real writers, against what is in the
metadata, and a sink behind a real topic, in every state that it can be in to it.

Needs tidemark-cli in TIDEMARK_CLI. Exit status 77: a registry cannot be reached, nothing was tested. With CI=true that is
a failure.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH, LabError
from sink_states import GROUP, LANDED, STATES, TOPIC, fill_topic


def in_memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


class SqlTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-sql-", dir=in_memory())
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.folder.chmod(0o755)  # the database runs as nobody
        cls.database = Postgres(cls.folder / "postgres")
        cls.addClassCleanup(cls.database.stop)
        cls.database.start()

    def dsn(self, user: str = "lab") -> str:
        return f"host=127.0.0.1 port={self.database.port} dbname=postgres user={user}"

    def run_program(self, profile: dict, *arguments: str) -> subprocess.CompletedProcess:
        file = self.folder / "profile.json"
        file.write_text(json.dumps(profile))
        return subprocess.run([os.environ["TIDEMARK_CLI"], *arguments, "--profile", str(file)], capture_output=True,
                              text=True, check=False, timeout=60)

    def ask(self, profile: dict, *arguments: str) -> list[dict]:
        done = self.run_program(profile, *arguments, "--live", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["rows"]


class Catalogs(SqlTest):
    def check(self, dsn: str, name: str, write) -> None:
        """`name`: of the catalog; `write`: makes the table."""
        table = write()
        self.addCleanup(table.close)
        profile = {"name": "sql", "catalogs": [{"name": "sql", "type": "iceberg-sql", "dsn": dsn, "catalog": name}],
                   "pipelines": [{"name": "orders", "table": "lake.eu.orders", "topic": "orders",
                                  "offsets": {"key": tables.KEY, "means": "next"}}]}
        for records, ends in ((20, {"0": 1000}), (30, {"0": 2500, "1": 7})):
            table.append(records, {"orders": ends})
            rows = self.ask(profile, "align")
            found = table.read()
            self.assertEqual({row["partition"]: row["durable"] for row in rows},
                             {int(key): value for key, value in found["offsets"]["orders"].items()})
            self.assertEqual({row["evidence"] for row in rows}, {"exact"})
            ledger = self.ask(profile, "align", "--ledger")
            self.assertEqual({str(row["snapshot_id"]): row["added_records"] for row in ledger}, found["added"])

    def warehouse(self, name: str) -> Path:
        return self.folder / "warehouse" / name

    def uri(self) -> str:
        return f"//127.0.0.1:{self.database.port}/postgres"

    def test_pyiceberg_and_java_side_by_side_in_postgresql(self):
        uri = self.uri().replace("//", "//lab@")
        self.check(f"postgresql+psycopg2:{uri}", "python", lambda: tables.PythonTable(
            f"postgresql+psycopg2:{uri}", self.warehouse("python"), "python", "lake.eu.orders"))
        self.check(f"jdbc:postgresql:{self.uri()}?user=lab", "java", lambda: tables.JavaTable(
            "jdbc", "gzip", f"jdbc:postgresql:{self.uri()}?user=lab", self.warehouse("java"), "java", "V1", "lake.eu", "orders"))
        profile = {"name": "sql", "catalogs": [{"name": "sql", "type": "iceberg-sql", "dsn": self.dsn()}]}
        done = self.run_program(profile, "align", "--live", "--json")
        self.assertIn("several catalogs: java, python", done.stderr)


class Sinks(SqlTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bootstrap = fill_topic(cls, cls.folder / "lab")
        # The sink itself: what a writer would have put there, vectors and all.
        cls.database.sql("create table docs(topic text, part int, off bigint, embedding real[], "
                         "embedded_at timestamptz default now(), primary key (topic, part, off))")
        for partition, offsets in LANDED.items():
            cls.database.sql(f"insert into docs select '{TOPIC}', {partition}, n, array[0.1, 0.2] from "
                             f"generate_series({offsets.start}, {offsets.stop - 1}) n")
        cls.database.sql("create role reader login; grant select on docs to reader; create role stranger login")

    def profile(self, query: str, user: str = "reader", **sink) -> dict:
        return {"name": "sink", "clusters": [{"name": "lab", "bootstrap": self.bootstrap, "poll": "1s"}],
                "sinks": [{"name": "vectors", "type": "postgres", "dsn": self.dsn(user), "query": query, "poll": "1s"} | sink],
                "pipelines": [{"name": "docs", "topic": TOPIC, "group": GROUP, "table": "vectors"}]}

    def rows(self, *arguments, **sink) -> dict[int, dict]:
        return {row["partition"]: row for row in self.ask(self.profile(*arguments, **sink), "align")}

    def test_every_state_of_a_sink_to_its_group(self):
        profile = self.profile("select topic, part, max(off) from docs group by 1, 2", means="last",
                               age="select max(embedded_at) from docs")
        timeline = self.folder / "states.tidemark"
        done = self.run_program(profile, "collect", "--timeline", str(timeline), "--for", "5s")
        self.assertEqual(done.returncode, 0, done.stderr)

        def document(*words):
            out = subprocess.run([os.environ["TIDEMARK_CLI"], *words, "--timeline", str(timeline), "--json"],
                                 capture_output=True, text=True, check=False, timeout=60)
            self.assertEqual(out.returncode, 0, out.stderr)
            return json.loads(out.stdout)["rows"]

        rows = {row["partition"]: row for row in document("align") if row["table"] == "vectors"}
        self.assertEqual({number: row["durable"] for number, row in rows.items()}, {0: 100, 1: 60, 2: 100, 3: 500, 4: None})
        self.assertEqual({number: row["state"] for number, row in rows.items()}, STATES)
        self.assertEqual((rows[1]["commit_gap"], rows[2]["commit_gap"]), (40, -60))
        self.assertEqual({row["evidence"] for row in rows.values()}, {"estimated"})
        ages = [row for row in document("metrics") if row["signal"] == "retrieval_age_ms"]
        self.assertEqual([row["object"] for row in ages], ["sink:vectors"])
        age = time.time() - float(self.database.sql("select extract(epoch from max(embedded_at)) from docs"))
        self.assertLess(abs(ages[0]["value"] / 1000 - age), 10)
        sources = [row for row in document("sources") if row["kind"] == "sink"]
        self.assertTrue(sources and all(row["requests"] > 0 and row["bytes"] > 0 for row in sources), sources)

    def test_what_fails_is_unknown_with_its_reason(self):
        before = self.database.sql("select count(*) from docs")
        for query, user, why in (
                ("insert into docs values ('x', 9, 9) returning topic, part, off", "lab", "read-only transaction"),
                ("with d as (delete from docs returning *) select topic, part, max(off) from d group by 1, 2", "lab",
                 "read-only transaction"),
                ("select topic, part, off from docs; drop table docs", "lab", "multiple commands"),
                ("select topic, part, max(off) from docs group by 1, 2", "stranger", "permission denied for table docs"),
                ("select topic, part, off from docs, pg_sleep(20)", "reader", "700 ms are allowed"),
                ("select count(*) from docs", "reader", "answers with 1 column"),
                ("select topic, part, off from docs", "reader", "an earlier one is about"),
                ("select topic, part, repeat('x', 1000) from docs, generate_series(1, 100000)", "reader", "more than is read"),
                ("select nothing", "reader", "does not exist")):
            with self.subTest(query=query):
                row = self.rows(query, user, timeout="700ms" if "sleep" in query else "10s")[0]
                self.assertEqual((row["state"], row["durable"]), ("UNKNOWN", None))
                self.assertIn(why, row["reason"])
        self.assertEqual(self.database.sql("select count(*) from docs"), before)

    def test_a_stop_ends_the_statement_on_the_server_too(self):
        file = self.folder / "sleep.json"
        file.write_text(json.dumps(self.profile("select 'docs', 0, 1 from pg_sleep(60)", timeout="2m")))
        collector = subprocess.Popen([os.environ["TIDEMARK_CLI"], "collect", "--profile", str(file), "--timeline",
                                      str(self.folder / "sleep.tidemark")], stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL)
        sleepers = "select count(*) from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()"
        self.wait_for(sleepers, "1")
        began = time.monotonic()
        collector.send_signal(signal.SIGTERM)
        self.assertEqual(collector.wait(timeout=20), 0)
        self.assertLess(time.monotonic() - began, 5)
        self.wait_for(sleepers, "0")

    def wait_for(self, query: str, answer: str) -> None:
        until = time.monotonic() + 15
        while self.database.sql(query) != answer:
            self.assertLess(time.monotonic(), until, query)
            time.sleep(0.2)


if __name__ == "__main__":
    try:
        artifacts.use_tables_python()
        artifacts.iceberg_sink_jars()
        artifacts.postgres()
        artifacts.kafka_jars("4.1")
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and os.environ.get("CI") != "true" else 1)
    import tables
    from postgres import Postgres

    unittest.main(verbosity=2)
