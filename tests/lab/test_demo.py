# SPDX-License-Identifier: GPL-3.0-or-later
"""`demo --lab` as a person starts it: what it shows is in the documents of its timeline, and it leaves nothing running.

Which program: the environment's TIDEMARK_PROGRAM. Exit status 77: a registry cannot be reached, nothing was tested.
With CI=true that is a failure.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import process
from errors import OUT_OF_REACH

PROGRAM = os.environ["TIDEMARK_PROGRAM"]
IN_CI = os.environ.get("CI") == "true"
FIRST, MORE = 20000, 10000
LONGEST_S = 420.0
SERVICES = {"broker-1", "broker-2", "broker-3", "lake-s3", "lake-s3-proxy", "lake-nessie", "lake-catalog-proxy",
            "lake-worker-1", "lake-worker-2"}


class Demo:
    """A demo in a folder of its own, from construction on."""

    def __init__(self, scratch: Path, **environment: str):
        self.timeline = scratch / "demo.tidemark"
        self.lab = scratch / "demo.tidemark-lab"
        self.seen = scratch / "seen"  # copies of the services' pid files, which the demo removes
        self.seen.mkdir()
        self.said: list[str] = []
        self.out = scratch / "out"
        with self.out.open("wb") as out:
            self.program = subprocess.Popen([PROGRAM, "demo", "--lab", "--headless", "--timeline", str(self.timeline)],
                                            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, text=True,
                                            env=os.environ | environment)

    def listen(self, until: str | None = None) -> bool:
        """Reads what it says until a line with that text, or to its end; whether there was such a line."""
        for line in self.program.stderr:
            self.said.append(line.rstrip())
            if until is not None and until in line:
                return True
        return False

    def note_services(self) -> set[str]:
        for pid_file in (self.lab / "pids").glob("*.pid"):
            shutil.copy(pid_file, self.seen)
        return {pid_file.stem for pid_file in self.seen.glob("*.pid") if process.running(pid_file)}

    def end(self) -> int:
        self.listen()
        self.program.stderr.close()
        return self.program.wait(timeout=LONGEST_S)

    def close(self) -> None:
        """Whatever went wrong: nothing stays."""
        if self.program.poll() is None:
            self.program.terminate()
            self.end()
        process.end(list(self.seen.glob("*.pid")), grace_s=0.0)


class LabDemo(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-demo-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        self.addCleanup(scratch.cleanup)
        self.demo = Demo(Path(scratch.name))
        self.addCleanup(self.demo.close)

    def reaches(self, text: str) -> None:
        if self.demo.listen(until=text):
            return
        status, said = self.demo.end(), "\n".join(self.demo.said)
        if status == 3 and "cannot be reached and its files are not in" in said and not IN_CI:
            raise unittest.SkipTest(self.demo.said[-1])
        self.fail(f"status {status}, and it never said {text!r}:\n{said}")

    def rows(self, *question: str) -> list[dict]:
        done = subprocess.run([PROGRAM, *question, "--json", "--timeline", str(self.demo.timeline)], capture_output=True,
                              text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["rows"]

    def leaves_nothing(self) -> None:
        self.assertEqual({pid_file.stem for pid_file in self.demo.seen.glob("*.pid") if process.running(pid_file)}, set())
        self.assertFalse(self.demo.lab.exists())

    def test_the_lie_and_the_repair(self):
        self.reaches("Act 2, the lie.")
        self.assertEqual(self.demo.note_services(), SERVICES)
        self.assertEqual(self.demo.end(), 0, self.demo.said)
        self.leaves_nothing()

        asked = re.search(r"^\$ tidemark align --at (\S+) ", self.demo.out.read_text(), re.MULTILINE)
        self.the_lie("--at", asked[1])
        rows = self.rows("align")
        self.assertEqual({row["state"] for row in rows}, {"ALIGNED"})
        self.assertEqual([sum(row[end] for row in rows) for end in ("durable", "committed", "high")], [FIRST + MORE] * 3)
        ledger = self.rows("align", "--ledger")
        # A first landing in several commits: where the partitions of the second begin, the control topic need not tell.
        self.assertEqual((ledger[0]["relation"], ledger[-1]["relation"]), ("first", "contiguous"))
        self.assertLessEqual({row["relation"] for row in ledger[1:]}, {"contiguous", "unknown"})
        self.assertGreaterEqual(len(ledger), 2)
        self.assertEqual(sum(row["added_records"] for row in ledger), FIRST + MORE)

    def the_lie(self, *when: str) -> None:
        """Every usual tool is green: lag 0, the connector RUNNING."""
        rows = self.rows("align", *when)
        self.assertEqual(sum(row["commit_gap"] for row in rows), MORE)
        self.assertEqual(sum(row["durable"] for row in rows), FIRST)
        self.assertEqual({row["state"] for row in rows}, {"STALLED"})
        self.assertEqual({row["lag"] for row in self.rows("lag", "--group", "connect-orders-sink", *when)}, {0})
        self.assertEqual([row["state"] for row in self.rows("connectors", *when)], ["RUNNING"])
        leading = [(row["rule"], row["object"]) for row in self.rows("diagnose", *when) if row["leading"]]
        self.assertEqual(leading, [("R13", "table:lake.orders")])

    def test_stopped_while_it_starts(self):
        self.reaches("worker 1")
        started = self.demo.note_services()
        self.assertGreaterEqual(started, {"broker-1", "broker-2", "broker-3"})
        self.demo.program.send_signal(signal.SIGINT)
        self.assertEqual(self.demo.end(), 2, self.demo.said)
        self.assertIn("stopped", self.demo.said[-1])
        self.leaves_nothing()


class OutOfReach(unittest.TestCase):
    def test_an_unreachable_registry_is_one_line_and_status_3(self):
        nowhere = " ".join(f"-D{scheme}.proxyHost=127.0.0.1 -D{scheme}.proxyPort=9" for scheme in ("http", "https"))
        with tempfile.TemporaryDirectory() as scratch:
            demo = Demo(Path(scratch), XDG_CACHE_HOME=scratch, MAVEN_OPTS=nowhere + " -Dhttp.nonProxyHosts=")
            self.assertEqual(demo.end(), 3, demo.said)
            self.assertRegex(demo.said[-1], r"\Atidemark: tests/lab/lab up: Maven Central cannot be reached")
            self.assertFalse(demo.timeline.exists() or demo.lab.exists())


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
