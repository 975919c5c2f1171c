# SPDX-License-Identifier: GPL-3.0-or-later
"""Stores behind a real topic that are asked over HTTP: a real search server and a real column store, in every state that
a sink can be in to its group, what is found in them, and that nothing is written to them.

Needs tidemark-cli in TIDEMARK_CLI. Exit status 77: a registry cannot be reached, nothing was tested. With CI=true that is
a failure.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from datetime import datetime
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH, LabError
from sink_states import GROUP, LANDED, RECORDS, STATES, TOPIC, fill_topic

FIELDS = {"topic": "keyword", "part": "integer", "off": "long", "at": "date", "model": "keyword"}
WITH = {"index": "docs", "topic": "topic", "partition": "part", "offset": "off", "time": "at", "model": "model"}


class Sinks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-sinks-", dir=memory)
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.search, cls.columns = OpenSearch(cls.folder / "opensearch"), ClickHouse(cls.folder / "clickhouse")
        for store in (cls.search, cls.columns):
            cls.addClassCleanup(store.stop)
            store.start()
        cls.bootstrap = fill_topic(cls, cls.folder / "lab")
        cls.now = int(time.time())
        documents = {f"{part}-{off}": {"topic": TOPIC, "part": part, "off": off, "at": cls.stamp(60),
                                       "model": "ada-2" if part else "mini-3"}
                     for part, offsets in LANDED.items() for off in offsets}
        documents["canary"] = documents["0-99"] | {"at": cls.stamp(20)}
        cls.search.make("docs", FIELDS)
        cls.search.put("docs", documents)
        cls.columns.sql("create table docs (id String, topic String, part Int32, off Int64, at DateTime, model String) "
                        "engine = MergeTree partition by tuple() order by id")
        cls.columns.sql("insert into docs values " + ", ".join(
            f"('{key}', '{TOPIC}', {of['part']}, {of['off']}, toDateTime({of['at'] // 1000}), '{of['model']}')"
            for key, of in documents.items()))

    @classmethod
    def stamp(cls, seconds_ago: int) -> int:
        return (cls.now - seconds_ago) * 1000

    def profile(self, *sinks: dict, **cluster) -> Path:
        file = self.folder / "profile.json"
        file.write_text(json.dumps({
            "name": "sinks", "clusters": [{"name": "lab", "bootstrap": self.bootstrap, "poll": "1s"} | cluster],
            "sinks": [{"type": "http-json", "poll": "1s", "means": "last"} | sink for sink in sinks],
            "pipelines": [{"name": sink["name"], "topic": TOPIC, "group": GROUP, "table": sink["name"]} for sink in sinks]}))
        return file

    def run_program(self, *arguments) -> subprocess.CompletedProcess:
        return subprocess.run([os.environ["TIDEMARK_CLI"], *map(str, arguments)], capture_output=True, text=True, check=False,
                              timeout=120)

    def rows(self, *arguments) -> list[dict]:
        done = self.run_program(*arguments, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["rows"]

    @contextlib.contextmanager
    def collecting(self, profile: Path, timeline: Path):
        with subprocess.Popen([os.environ["TIDEMARK_CLI"], "collect", "--profile", str(profile), "--timeline", str(timeline)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as collector:
            try:
                yield
            finally:
                collector.send_signal(signal.SIGTERM)

    def wait_for(self, timeline: Path, verb: str, holds) -> list[dict]:
        """The rows of a verb once they are so."""
        until = time.monotonic() + 90
        while True:
            done = self.run_program(verb, "--timeline", timeline, "--json")
            rows = json.loads(done.stdout)["rows"] if done.returncode == 0 else []
            if holds(rows):
                return rows
            self.assertLess(time.monotonic(), until, f"{verb}: {done.stdout}{done.stderr}")
            time.sleep(0.3)

    def search_sink(self, **more) -> dict:
        return {"name": "search", "preset": "opensearch", "url": self.search.url, "with": WITH} | more

    def columns_sink(self, **more) -> dict:
        return {"name": "columns", "preset": "clickhouse", "url": self.columns.url,
                "query": "select topic, part, max(off) from docs group by topic, part"} | more

    def test_every_state_and_what_is_found(self):
        keys = {"deleted": ["0-7", "never-there"]}
        profile = self.profile(
            self.search_sink(canary="canary", **keys),
            self.columns_sink(age="select now() - max(at) from docs having count() > 0",
                              canary="select now() - at from docs where id = 'canary'",
                              found="select id from docs where id = '{key}'",
                              models="select model, count() from docs group by model", **keys))
        timeline = self.folder / "states.tidemark"
        wanted = {name: (STATES, {0: 100, 1: 60, 2: 100, 3: 500, 4: None}) for name in ("search", "columns")}

        def judged(aligned: list[dict]) -> dict:
            of = {name: [row for row in aligned if row["table"] == name] for name in wanted}
            return {name: ({row["partition"]: row["state"] for row in rows}, {row["partition"]: row["durable"] for row in rows})
                    for name, rows in of.items()}

        with self.collecting(profile, timeline):
            aligned = self.wait_for(timeline, "align", lambda rows: judged(rows) == wanted)
            self.wait_for(timeline, "metrics", lambda rows: {row["source"] for row in rows if row["signal"] == "model_share"} ==
                          set(wanted))
        for name, preset in (("search", "opensearch"), ("columns", "clickhouse")):
            with self.subTest(store=name):
                rows = {row["partition"]: row for row in aligned if row["table"] == name}
                self.assertEqual(rows[4]["durable_reason"], "no-commit")
                self.assertEqual({row["evidence"] for row in rows.values()}, {"estimated"})
                self.assertEqual({row["format"] for row in rows.values()}, {preset})
        documents = sum(len(offsets) for offsets in LANDED.values()) + 1
        for name in ("search", "columns"):
            with self.subTest(store=name):
                found = {(row["signal"], row["object"]): row["value"] for row in self.rows("metrics", "--timeline", timeline)
                         if row["source"] == name}
                waited = (time.time() - self.now) * 1000
                for signal, age in (("retrieval_age_ms", 20_000), ("canary_age_ms", 20_000)):
                    self.assertGreaterEqual(found[signal, f"sink:{name}"], age - 2_000)
                    self.assertLessEqual(found[signal, f"sink:{name}"], age + waited)
                self.assertEqual(found["tombstones", f"sink:{name}"], 1)
                self.assertEqual(found["model_documents", f"model:{name}/ada-2"], documents - RECORDS - 1)
                self.assertAlmostEqual(found["model_share", f"model:{name}/mini-3"], (RECORDS + 1) / documents, places=3)
        sources = [row for row in self.rows("sources", "--timeline", timeline) if row["kind"] == "sink"]
        self.assertTrue(sources and all(row["requests"] > 0 and row["bytes"] > 0 for row in sources), sources)

    def test_since_when_a_deletion_is_applied(self):
        self.search.put("docs", {"doomed": {"topic": TOPIC, "part": 0, "off": 0, "at": self.stamp(60), "model": "ada-2"}})
        producer = Producer({"bootstrap.servers": self.bootstrap})
        producer.produce(TOPIC, key="doomed", value=None, partition=1)
        producer.flush(30)
        deleted = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        profile = self.profile(self.search_sink(deleted=[{"key": "doomed", "at": deleted}], poll="500ms"), read=["keys"])
        timeline = self.folder / "deletion.tidemark"
        def tombstones(count: int):
            return lambda rows: [row["value"] for row in rows if row["signal"] == "tombstones"] == [count]

        with self.collecting(profile, timeline):
            rows = self.wait_for(timeline, "metrics", tombstones(1))
            waited = [row["value"] for row in rows if row["signal"] == "tombstone_age_ms"]
            self.assertTrue(waited and waited[0] is not None, waited)
            before = time.time()
            self.search.delete("docs", "doomed")
            after = time.time()
            self.wait_for(timeline, "metrics", tombstones(0))
        done = self.run_program("journey", "--topic", TOPIC, "--key", "doomed", "--partition", 1, "--around", deleted,
                                "--profile", profile, "--timeline", timeline, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        document = json.loads(done.stdout)
        self.assertIn("it deletes the key", " ".join(document["notes"]))
        stages = [stage for stage in document["rows"][0]["stages"] if stage["ref"] == "sink:search absent"]
        self.assertEqual([(stage["stage"], stage["evidence"]) for stage in stages], [("queryable", "exact")])
        at = datetime.fromisoformat(stages[0]["at"]).timestamp()
        self.assertLessEqual(at - stages[0]["error_ms"] / 1000, after + 0.001)
        self.assertGreaterEqual(at, before - 0.001)

    def test_what_fails_is_unknown_with_its_reason_and_nothing_is_written(self):
        count = self.columns.sql("select count() from docs")
        before = self.search.ask("GET", "/docs/_count")
        for sink, why in (
                (self.search_sink(**{"with": WITH | {"index": "nothing"}}), r"not found \(404\)"),
                (self.search_sink(**{"with": WITH | {"offset": "topic"}}), "(400|bad request).*topic"),
                (self.columns_sink(query="insert into docs select * from docs"), "readonly mode"),
                (self.columns_sink(query="select nothing"), "Unknown identifier"),
                (self.columns_sink(query="select topic, part, off from docs"), "an earlier one is about"),
                (self.columns_sink(query="select count() from docs"), "answers with 1 column"),
                ({"name": "own", "url": f"{self.search.url}/docs/_delete_by_query", "body": {"query": {"match_all": {}}},
                  "path": "$.hits"}, "not known to only read"),
                ({"name": "own", "url": f"{self.search.url}/docs/_search", "body": {"size": 0}, "path": "$.nothing"},
                 "no rows at")):
            with self.subTest(sink=sink):
                row = self.rows("align", "--live", "--profile", self.profile(sink))[0]
                self.assertEqual((row["state"], row["durable"]), ("UNKNOWN", None))
                self.assertRegex(row["reason"], why)
        self.assertEqual(self.columns.sql("select count() from docs"), count)
        self.assertEqual(self.search.ask("GET", "/docs/_count"), before)


if __name__ == "__main__":
    try:
        artifacts.use_client_python()
        artifacts.kafka_jars("4.1")
        artifacts.opensearch_jars()
        artifacts.clickhouse()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and os.environ.get("CI") != "true" else 1)
    from confluent_kafka import Producer
    from stores import ClickHouse, OpenSearch

    unittest.main(verbosity=2)
