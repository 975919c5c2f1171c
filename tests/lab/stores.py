# SPDX-License-Identifier: GPL-3.0-or-later
"""Stores that answer HTTP requests in JSON, real ones on loopback: a search server (OpenSearch, from its jars) and a
column store (ClickHouse, unpacked from Debian's packages)."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import artifacts
import ports
import process
from errors import LabError

HERE = Path(__file__).resolve().parent
START_S = 120.0
FIRST_PORT = 31181


def _free(count: int) -> list[int]:
    found = []
    for port in range(FIRST_PORT, ports.LAST):
        if len(found) < count and ports.is_usable(port):
            found.append(port)
    return found


class Store:
    """`name`: of its files in the folder."""

    name = ""
    alive = "/"

    def __init__(self, folder: Path):
        self.folder = folder
        self.port = self.other_port = 0
        self.url = ""

    def command(self) -> list[str]:
        raise NotImplementedError

    def start(self) -> None:
        self.folder.mkdir()
        self.port, self.other_port = _free(2)
        self.url = f"http://127.0.0.1:{self.port}"
        pid, log = self.folder / f"{self.name}.pid", self.folder / f"{self.name}.log"
        process.start(self.command(), pid, log)
        until = time.monotonic() + START_S
        while True:
            try:
                self.ask("GET", self.alive)
                return
            except LabError:
                if process.running(pid) is None or time.monotonic() > until:
                    raise LabError(f"{self.name} does not start: {log.read_text()[-1000:]}") from None
            time.sleep(0.2)

    def stop(self) -> None:
        process.end([self.folder / f"{self.name}.pid"], 0.0)

    def ask(self, method: str, path: str, body: bytes | None = None) -> bytes:
        headers = {"Content-Type": "application/json"} if body and self.name == "opensearch" else {}
        request = urllib.request.Request(self.url + path, data=body, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise LabError(f"{self.name} answers {error.code}: {error.read()[:500]!r}") from None
        except OSError as error:
            raise LabError(f"{self.name}: {error}") from None


class OpenSearch(Store):
    name = "opensearch"

    def command(self) -> list[str]:
        jars = artifacts.opensearch_jars()
        classes = artifacts.java_classes(HERE / "SearchNode.java", jars)
        return ["java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", f"{classes}:{jars}/*", "SearchNode", str(self.folder),
                str(self.port), str(self.other_port)]

    def make(self, index: str, fields: dict[str, str]) -> None:
        self.ask("PUT", f"/{index}", json.dumps({
            "settings": {"number_of_shards": 2, "number_of_replicas": 0},
            "mappings": {"properties": {name: {"type": kind} for name, kind in fields.items()}}}).encode())

    def put(self, index: str, documents: dict[str, dict]) -> None:
        lines = [line for key, document in documents.items()
                 for line in ({"index": {"_index": index, "_id": key}}, document)]
        answer = self.ask("POST", "/_bulk?refresh=true", "".join(json.dumps(line) + "\n" for line in lines).encode())
        if json.loads(answer)["errors"]:
            raise LabError(f"opensearch takes not all: {answer[:500]!r}")

    def delete(self, index: str, key: str) -> None:
        self.ask("DELETE", f"/{index}/_doc/{key}?refresh=true")


class ClickHouse(Store):
    name = "clickhouse"
    alive = "/ping"

    def command(self) -> list[str]:
        root = artifacts.clickhouse()
        users = self.folder / "users.xml"
        users.write_text("<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password/>"
                         "<networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>"
                         "</users></yandex>\n")
        values = {"http_port": self.port, "tcp_port": self.other_port, "listen_host": "127.0.0.1",
                  "path": f"{self.folder}/data/", "tmp_path": f"{self.folder}/tmp/",
                  "format_schema_path": f"{self.folder}/formats/", "users_config": users, "default_profile": "default",
                  "default_database": "default", "mark_cache_size": 16 << 20}
        for name in ("path", "tmp_path", "format_schema_path"):
            Path(values[name]).mkdir()
        config = self.folder / "config.xml"
        plain = "".join(f"<{name}>{value}</{name}>" for name, value in values.items())
        config.write_text(f"<yandex><logger><level>warning</level><console>true</console></logger>{plain}</yandex>\n")
        libraries = ":".join(str(path) for path in (root / "usr" / "lib", root / "lib") for path in path.glob("*-linux-gnu"))
        return ["env", f"LD_LIBRARY_PATH={libraries}", str(root / "usr" / "sbin" / "clickhouse-server"),
                f"--config-file={config}"]

    def sql(self, statement: str) -> str:
        return self.ask("POST", "/", statement.encode()).decode().strip()

    def select(self, statement: str) -> bytes:
        return self.ask("GET", "/?default_format=JSONCompact&query=" + urllib.parse.quote(statement))
