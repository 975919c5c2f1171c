# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables by real writers, and what other readers say of them: Iceberg by its own HadoopTables and JdbcCatalog, read with
pyiceberg, and by pyiceberg's SqlCatalog; Delta by delta-rs, read with delta-rs. No service is needed. Offsets are next ones.

Needs the environment of `artifacts.use_tables_python`.
"""

import json
import subprocess
from pathlib import Path

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Transaction, write_deltalake
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.table import StaticTable

import artifacts

HERE = Path(__file__).resolve().parent
KEY = "app.offsets"


def read_iceberg(file: Path) -> dict:
    """What pyiceberg finds along the parents of the current snapshot of a metadata file."""
    table = StaticTable.from_metadata(str(file))
    line, snapshot = [], table.current_snapshot()
    while snapshot is not None:
        line.append(snapshot)
        snapshot = table.snapshot_by_id(snapshot.parent_snapshot_id) if snapshot.parent_snapshot_id else None
    noted = [snapshot.summary[KEY] for snapshot in line if snapshot.summary[KEY]]
    return {"offsets": json.loads(noted[0]) if noted else {}, "records": table.scan().count(),
            "added": {str(snapshot.snapshot_id): int(snapshot.summary["added-records"]) for snapshot in line}}


class JavaTable:
    """An Iceberg table by Iceberg's own catalogs, whose writer notes {"topic": {"0": next}} in each snapshot."""

    def __init__(self, *words):
        self.java = subprocess.Popen(artifacts.java_program(HERE / "IcebergTable.java"), stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._tell(*words)

    def append(self, records: int, offsets: dict) -> None:
        self._tell("append", records, json.dumps(offsets, separators=(",", ":")))

    def back(self, steps: int) -> None:
        self._tell("back", steps)

    def view(self, name: str) -> None:
        self._tell("view", name)

    def close(self) -> None:
        self.java.stdin.close()
        self.java.wait(timeout=30)
        self.java.stdout.close()

    def read(self) -> dict:
        return read_iceberg(self.file)

    def _tell(self, *words) -> None:
        line = " ".join(map(str, words))
        self.java.stdin.write(line + "\n")
        self.java.stdin.flush()
        answer = self.java.stdout.readline().split()
        if len(answer) != 2:
            raise RuntimeError(f"the writer ended at: {line}")
        self.file = Path(answer[1].removeprefix("file:"))


class PythonTable:
    """An Iceberg table by pyiceberg in a database, with the same notes."""

    def __init__(self, uri: str, warehouse: Path, catalog: str, name: str):
        self.catalog = SqlCatalog(catalog, uri=uri, warehouse=f"file://{warehouse}")
        self.catalog.create_namespace_if_not_exists(name.rpartition(".")[0])
        self.table = self.catalog.create_table(name, pa.schema([("id", pa.int64())]))

    def append(self, records: int, offsets: dict) -> None:
        self.table.append(pa.table({"id": pa.array(range(records), pa.int64())}),
                          snapshot_properties={KEY: json.dumps(offsets)})

    @property
    def file(self) -> Path:
        return Path(self.table.metadata_location.removeprefix("file://"))

    def close(self) -> None:
        self.catalog.close()

    def read(self) -> dict:
        return read_iceberg(self.file)


class Delta:
    """A Delta table; the application's transactions hold whatever its writer makes of offsets."""

    def __init__(self, location: Path, configuration: dict | None = None):
        self.location = str(location)
        self.configuration = configuration

    def land(self, records: int, transactions: dict[str, int]) -> None:
        rows = pa.table({"id": pa.array(range(records), pa.int64())})
        noted = [Transaction(app, version) for app, version in transactions.items()]
        write_deltalake(self.location, rows, mode="append", configuration=self.configuration,
                        commit_properties=CommitProperties(app_transactions=noted))

    def table(self, version: int | None = None) -> DeltaTable:
        return DeltaTable(self.location, version=version)

    def read(self, version: int | None = None) -> dict:
        """What delta-rs says of it, at a version too."""
        table = self.table(version)
        added = {str(entry["version"]): entry["operationMetrics"]["num_added_rows"] for entry in table.history()
                 if "num_added_rows" in entry.get("operationMetrics", {})}
        return {"records": table.count(), "added": added, "transaction": table.transaction_version}
