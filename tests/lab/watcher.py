# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test, watching a lake or what a profile says: `collect` in the background, documents of its verbs as
Python values.

Which program: the environment's TIDEMARK_PROGRAM.
"""

import json
import os
import subprocess
import time
from datetime import datetime
from pathlib import Path

from lake_profile import profile, secrets


class Program:
    """`collect` with a profile, from construction to close()."""

    def __init__(self, folder: Path, described: dict, secrets: dict[str, str] | None = None):
        self.program = os.environ["TIDEMARK_PROGRAM"]
        folder.mkdir(parents=True, exist_ok=True)
        self.timeline = folder / "t.tidemark"
        profile_file = folder / "profile.json"
        profile_file.write_text(json.dumps(described))
        self.log = (folder / "collect.log").open("wb")
        self.collector = subprocess.Popen(
            [self.program, "collect", "--profile", str(profile_file), "--timeline", str(self.timeline)],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, env=os.environ | (secrets or {}))
        self.wait(lambda: self.timeline.exists() and self.answers(), "the first poll", 30)

    def close(self) -> None:
        """Ends `collect` as a user would, and fails if it does not end well."""
        self.collector.terminate()
        status = self.collector.wait(timeout=30)
        self.log.close()
        if status != 0:
            raise AssertionError(f"collect ended with {status}: {Path(self.log.name).read_text()[-2000:]}")

    def answers(self) -> bool:
        return self.run("sources").returncode == 0

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([self.program, *arguments, "--json", "--timeline", str(self.timeline)],
                              capture_output=True, text=True, check=False, timeout=60)

    def document(self, *arguments: str) -> dict:
        if self.collector.poll() is not None:
            raise AssertionError(f"collect has ended: {Path(self.log.name).read_text()[-2000:]}")
        done = self.run(*arguments)
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def rows(self, *arguments: str) -> list[dict]:
        return self.document(*arguments)["rows"]

    def wait(self, holds, what: str, within_s: float, seen=None) -> None:
        """`seen` says what there was instead, where that is not in `align`."""
        end = time.monotonic() + within_s
        while not holds():
            if time.monotonic() > end:
                instead = seen() if seen else self.run("align").stdout[:6000]
                raise AssertionError(f"waited {within_s:.0f} s for {what}: {instead}")
            time.sleep(0.3)


class Watcher(Program):
    """Of a lake."""

    def __init__(self, folder: Path, status: dict, tables: list[tuple[str, str]]):
        super().__init__(folder, profile(status, tables), secrets(status))

    def answers(self) -> bool:
        """Brokers and catalog were asked, the brokers twice: what is produced from now on lies between two polls."""
        done = self.run("topics")
        seen = done.returncode == 0 and any(row["topic"] == "orders" and row["records_upper"] is not None
                                            for row in json.loads(done.stdout)["rows"])
        return seen and self.looked_for_s() >= 2 and self.run("align").returncode == 0

    def looked_for_s(self) -> float:
        """From the oldest poll to the newest."""
        reach = self.rows("timeline", "info")[0]
        oldest, newest = (datetime.fromisoformat(reach[end]) for end in ("oldest", "newest"))
        return (newest - oldest).total_seconds()

    # --- what the tests ask -------------------------------------------------------------------

    def align(self, table: str) -> list[dict]:
        """By partition; none while the timeline does not know the table."""
        done = self.run("align", "--table", table)
        if done.returncode == 3 and f'has no table "{table}"' in done.stderr:
            return []
        return sorted(self.rows("align", "--table", table), key=lambda row: row["partition"])

    def durable(self, table: str) -> dict[str, int] | None:
        """By partition, as the oracle says it; None where one of them is unknown."""
        rows = self.align(table)
        if not rows or any(row["durable"] is None for row in rows):
            return None
        return {str(row["partition"]): row["durable"] for row in rows}

    def total(self, table: str, column: str) -> int | None:
        values = [row[column] for row in self.align(table)]
        return None if not values or None in values else sum(values)

    def states(self, table: str) -> set[str]:
        return {row["state"] for row in self.align(table)}

    def lag(self, group: str) -> int | None:
        values = [row["lag"] for row in self.rows("lag", "--group", group)]
        return None if not values or None in values else sum(values)

    def judged(self, connector: str) -> str | None:
        return next(row["judged"] for row in self.rows("connectors") if row["connector"] == connector)
