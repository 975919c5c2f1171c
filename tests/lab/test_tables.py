# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in files by real writers: what tidemark says of them against what other readers find, commit by commit.

Needs tidemark-cli in TIDEMARK_CLI, and no service. Exit status 77: a registry cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import artifacts
from errors import OUT_OF_REACH, LabError


class TablesTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-tables-")
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.profile = {"name": "tables", "catalogs": [], "pipelines": []}

    def watch(self, kind: str, table: str, **pipeline) -> None:
        self.profile["catalogs"].append({"name": kind, "type": kind, "path": str(self.folder / kind)})
        self.profile["pipelines"].append({"name": table, "table": table, "topic": "orders"} | pipeline)

    def ask(self, *arguments: str) -> list[dict]:
        profile = self.folder / "profile.json"
        profile.write_text(json.dumps(self.profile))
        done = subprocess.run([os.environ["TIDEMARK_CLI"], *arguments, "--profile", str(profile), "--live", "--json"],
                              capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["rows"]

    def durable(self) -> dict[int, int]:
        return {row["partition"]: row["durable"] for row in self.ask("align")}

    def ledger(self) -> dict[str, dict]:
        return {str(row["snapshot_id"]): row for row in self.ask("align", "--ledger")}

    def added(self) -> dict[str, int]:
        return {version: row["added_records"] for version, row in self.ledger().items()}

    def state(self) -> tuple[str, str]:
        rows = self.ask("align")
        return rows[0]["state"], rows[0]["reason"]


class Iceberg(TablesTest):
    def test_hadoop_layout(self):
        for codec in ("none", "gzip"):
            with self.subTest(codec):
                self.setUp()
                self.follow(codec)

    def follow(self, codec: str) -> None:
        self.watch("iceberg-hadoop", "lake.orders", offsets={"key": tables.KEY, "means": "next"})
        table = tables.JavaTable("hadoop", codec, self.folder / "iceberg-hadoop" / "lake" / "orders")
        self.addCleanup(table.close)
        self.assertTrue(table.file.name.startswith("v1.gz." if codec == "gzip" else "v1.metadata"))
        for records, ends in ((20, {"0": 1000}), (30, {"0": 2500, "1": 7}), (5, {"0": 2501, "1": 9})):
            table.append(records, {"orders": ends})
            self.agrees(table)
        self.assertEqual([row["relation"] for row in self.ledger().values()], ["first", "contiguous", "contiguous"])
        table.back(1)
        self.agrees(table)
        self.assertEqual(self.durable(), {0: 2500, 1: 7})

    def agrees(self, table) -> None:
        found = table.read()
        self.assertEqual(self.durable(), {int(key): value for key, value in found["offsets"]["orders"].items()})
        self.assertEqual(self.added(), found["added"])
        self.assertEqual(sum(found["added"].values()), found["records"])


class Delta(TablesTest):
    def table(self, **configuration):
        return tables.Delta(self.folder / "delta" / "lake" / "orders", configuration)

    def test_kafka_delta_ingest(self):
        self.watch("delta", "lake.orders", writer="kafka-delta-ingest")
        table = self.table()
        for records, last in ((20, {0: 1019}), (30, {0: 1039, 1: 9}), (5, {1: 14}), (10, {0: 1049, 2: 0})):
            table.land(records, {f"orders-ingest-{partition}": offset for partition, offset in last.items()})
            self.agrees(table)
        table.table().create_checkpoint()
        table.table().optimize.compact()
        self.agrees(table)
        self.assertEqual(sum(self.added().values()), table.read()["records"])

    def agrees(self, table) -> None:
        found = table.read()
        last = {partition: found["transaction"](f"orders-ingest-{partition}") for partition in range(4)}
        self.assertEqual(self.durable(), {partition: offset + 1 for partition, offset in last.items() if offset is not None})
        self.assertEqual({version: count for version, count in self.added().items() if count}, found["added"])

    def test_transaction_ids_of_ones_own(self):
        self.watch("delta", "lake.orders", offsets={"key": "load-{topic}-{partition}", "means": "next"})
        table = self.table()
        for records, following in ((20, 1020), (30, 1050)):
            table.land(records, {"load-orders-3": following, "backfill": 7})
            self.assertEqual(self.durable()[3], following)
            self.assertEqual(self.durable()[3], table.read()["transaction"]("load-orders-3"))

    def test_a_restore_takes_rows_and_leaves_the_position(self):
        self.watch("delta", "lake.orders", writer="kafka-delta-ingest")
        table = self.table()
        for records, last in ((20, 19), (30, 49), (10, 59)):
            table.land(records, {"orders-ingest-0": last})
        table.table().restore(1)
        # Its writer would go on after 59, and the table holds what it held at version 1.
        self.assertEqual(table.read()["transaction"]("orders-ingest-0"), 59)
        self.assertEqual(table.read()["records"], table.read(1)["records"])
        self.assertEqual(self.durable(), {0: table.read(1)["transaction"]("orders-ingest-0") + 1})
        table.land(5, {"orders-ingest-0": 64})
        self.assertEqual(self.durable(), {0: 50})
        state, reason = self.state()
        self.assertEqual(state, "LOST")
        self.assertIn("[50, 60) is gone", reason)
        newest = self.ledger()["4"]
        self.assertEqual((newest["relation"], newest["missing"]), ("hole", 10))

    def test_what_the_clean_up_took_is_unknown_and_not_0(self):
        self.watch("delta", "lake.orders", writer="kafka-delta-ingest")
        table = self.table(**{"delta.logRetentionDuration": "interval 0 days"})
        table.land(10, {"orders-ingest-0": 9, "orders-ingest-2": 499})
        table.land(10, {"orders-ingest-0": 19})
        self.assertEqual(self.durable()[2], 500)
        table.table().create_checkpoint()
        table.table().cleanup_metadata()
        self.assertFalse(Path(table.location, "_delta_log", f"{0:020}.json").exists())
        table.land(10, {"orders-ingest-0": 29})
        self.assertEqual(table.read()["transaction"]("orders-ingest-2"), 499)  # in the Parquet checkpoint
        self.assertEqual({partition: end for partition, end in self.durable().items() if end is not None}, {0: 30})


if __name__ == "__main__":
    try:
        artifacts.use_tables_python()
        artifacts.iceberg_sink_jars()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and os.environ.get("CI") != "true" else 1)
    import tables

    unittest.main(verbosity=2)
