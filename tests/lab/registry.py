# SPDX-License-Identifier: GPL-3.0-or-later
"""A real schema registry: Apicurio in memory, asked in Confluent's words."""

import json
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

import artifacts
import ports
import process
from errors import LabError

START_S = 90
FIRST_PORT = 28081  # far from those of brokers, which may be down for a moment


class Registry:
    def __init__(self, folder: Path):
        self.pid_file = folder / "registry.pid"
        self.log = folder / "registry.log"
        jar, java = artifacts.apicurio_jar(), artifacts.lake_java()
        usable = (port for port in range(FIRST_PORT, ports.LAST) if ports.is_usable(port))
        self.port, management = next(usable), next(usable)
        self.metrics_url = f"http://127.0.0.1:{management}/metrics"
        self.url = f"http://127.0.0.1:{self.port}/apis/ccompat/v7"
        self.core_url = f"http://127.0.0.1:{self.port}/apis/registry/v2"  # its own words, for its own converter
        self.command = [str(java), "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1", f"-Dquarkus.http.port={self.port}",
                        "-Dquarkus.management.host=127.0.0.1", f"-Dquarkus.management.port={management}", "-jar", str(jar)]

    def start(self) -> None:
        process.start(self.command, self.pid_file, self.log)
        until = time.monotonic() + START_S
        while True:
            try:
                self.call("GET", "/subjects")
                return
            except OSError:
                if process.running(self.pid_file) is None or time.monotonic() > until:
                    raise LabError(f"the registry did not start: {self.log.read_text()[-1000:]}") from None
            time.sleep(0.3)

    def stop(self) -> None:
        process.end([self.pid_file], 5.0)

    def call(self, method: str, path: str, body: dict | None = None):
        request = urllib.request.Request(self.url + path, method=method,
                                         data=json.dumps(body).encode() if body is not None else None,
                                         headers={"Content-Type": "application/vnd.schemaregistry.v1+json"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20) as answer:
            return json.load(answer)

    def register(self, subject: str, *fields: str) -> int:
        """The id of a record of such long fields."""
        schema = {"type": "record", "name": "Order",
                  "fields": [{"name": name, "type": "long", "default": 0} for name in fields]}
        return self.call("POST", f"/subjects/{quote(subject, safe='')}/versions", {"schema": json.dumps(schema)})["id"]

    def set_level(self, level: str, subject: str = "") -> None:
        self.call("PUT", "/config" + (f"/{quote(subject, safe='')}" if subject else ""), {"compatibility": level})

    def set_mode(self, mode: str) -> None:
        self.call("PUT", "/mode", {"mode": mode})

    def delete(self, subject: str, version: int | None = None, permanent: bool = False) -> None:
        path = f"/subjects/{quote(subject, safe='')}" + (f"/versions/{version}" if version else "")
        self.call("DELETE", path + ("?permanent=true" if permanent else ""))
