# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that have a metric endpoint, each started as their makers describe it, on loopback."""

import json
import time
import urllib.request
from pathlib import Path

import artifacts
import ports
import process
from errors import LabError

HERE = Path(__file__).resolve().parent
READY_S = 90.0
FIRST_PORT = 26081  # far from those of brokers, which are chosen later
# What the program asks for, and what most others do.
ACCEPTED = "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"


def get(url: str, accept: str = "*/*") -> tuple[str, bytes]:
    """The type of what is answered, and it."""
    request = urllib.request.Request(url, headers={"Accept": accept})
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20) as answer:
        return answer.headers["Content-Type"], answer.read()


class Exporters:
    """Processes by name, all ended by close()."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.started: list[str] = []
        self.ports = (port for port in range(FIRST_PORT, ports.LAST) if ports.is_usable(port))

    def close(self) -> None:
        process.end([self.pid_file(name) for name in self.started], 5.0)

    def pid_file(self, name: str) -> Path:
        return self.folder / f"{name}.pid"

    def start(self, name: str, command: list[str]) -> None:
        self.started.append(name)
        process.start(command, self.pid_file(name), self.folder / f"{name}.log")

    def wait(self, name: str, url: str) -> None:
        until = time.monotonic() + READY_S
        while True:
            try:
                get(url)
                return
            except OSError:
                if process.running(self.pid_file(name)) is None or time.monotonic() > until:
                    log = (self.folder / f"{name}.log").read_text()[-2000:]
                    raise LabError(f"{name} did not answer at {url}: {log}") from None
            time.sleep(0.2)

    def nessie(self) -> tuple[str, str]:
        """The addresses of the catalog and of its metrics."""
        http, management = next(self.ports), next(self.ports)
        options = {"quarkus.http.host": "127.0.0.1", "quarkus.http.port": http, "quarkus.management.host": "127.0.0.1",
                   "quarkus.management.port": management, "nessie.version.store.type": "IN_MEMORY",
                   "nessie.catalog.default-warehouse": "wh", "nessie.catalog.warehouses.wh.location": "s3://lake/wh"}
        self.start("nessie", [str(artifacts.lake_java()), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                              *(f"-D{name}={value}" for name, value in options.items()), "-jar",
                              str(artifacts.nessie_jar())])
        return f"http://127.0.0.1:{http}", f"http://127.0.0.1:{management}/q/metrics"

    def postgres_exporter(self) -> str:
        """Of a server that is not there: it says so."""
        port, nobody = next(self.ports), next(self.ports)
        self.start("postgres", ["env", f"DATA_SOURCE_NAME=postgresql://lab@127.0.0.1:{nobody}/lab?sslmode=disable",
                                str(artifacts.debian_programs() / "prometheus-postgres-exporter"),
                                f"--web.listen-address=127.0.0.1:{port}"])
        return f"http://127.0.0.1:{port}/metrics"

    def prometheus(self, targets: dict[str, list[str]]) -> str:
        """Scrapes these targets, by job, every two seconds."""
        port = next(self.ports)
        self.start("prometheus", [str(artifacts.debian_programs() / "prometheus"),
                                  f"--config.file={self.scrapes('prometheus', targets)}",
                                  f"--storage.tsdb.path={self.folder / 'prometheus-data'}",
                                  f"--web.listen-address=127.0.0.1:{port}"])
        return f"http://127.0.0.1:{port}"

    def victoria(self, targets: dict[str, list[str]], *options: str) -> str:
        port = next(self.ports)
        self.start("victoria", [str(artifacts.debian_programs() / "victoria-metrics"),
                                f"-promscrape.config={self.scrapes('victoria', targets)}", "-search.latencyOffset=1s",
                                f"-storageDataPath={self.folder / 'victoria-data'}", f"-httpListenAddr=127.0.0.1:{port}",
                                *options])
        return f"http://127.0.0.1:{port}"

    def scrapes(self, name: str, targets: dict[str, list[str]]) -> Path:
        file = self.folder / f"{name}.yml"
        file.write_text(json.dumps({"global": {"scrape_interval": "2s"}, "scrape_configs": [
            {"job_name": job, "static_configs": [{"targets": at}]} for job, at in targets.items()]}))
        return file


def agent(rules: str, port: int) -> str:
    """The option that gives a JVM a metric endpoint."""
    return f"-javaagent:{artifacts.jmx_exporter_jar()}=127.0.0.1:{port}:{HERE / rules}"
