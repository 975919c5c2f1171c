# SPDX-License-Identifier: GPL-3.0-or-later
"""A real schema registry, changed step by step, and what tidemark says of it: its rows and events, exactly.

Needs tidemark-cli in TIDEMARK_CLI. Exit status 77: a registry of packages cannot be reached, nothing was tested. With
CI=true that is a failure.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
from datetime import datetime, timezone
from pathlib import Path

from errors import OUT_OF_REACH, LabError
from registry import Registry

SUBJECT = "orders-value"
OTHER = "shop/it:em"  # must be encoded on its way


class RegistryTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-registry-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.registry = Registry(cls.folder)
        cls.addClassCleanup(cls.registry.stop)
        cls.registry.start()
        profile = {"name": "lab", "registries": [{"name": "sr", "url": cls.registry.url, "poll": "3s"}]}
        (cls.folder / "profile.json").write_text(json.dumps(profile))
        cls.log = (cls.folder / "collect.log").open("wb")
        cls.addClassCleanup(cls.log.close)
        cls.collector = subprocess.Popen(
            [os.environ["TIDEMARK_CLI"], "collect", "--profile", str(cls.folder / "profile.json"), "--timeline",
             str(cls.folder / "t.tidemark")], stdin=subprocess.DEVNULL, stdout=cls.log, stderr=cls.log)
        cls.addClassCleanup(cls.collector.wait, timeout=30)
        cls.addClassCleanup(cls.collector.terminate)

    def run_program(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([os.environ["TIDEMARK_CLI"], *arguments], capture_output=True, text=True, check=False,
                              timeout=60)

    def poll(self, state: str = "ok") -> None:
        """Waits for a poll that began after this call."""
        now = datetime.now(timezone.utc)
        until = time.monotonic() + 30
        while True:
            done = self.run_program("sources", "--timeline", str(self.folder / "t.tidemark"), "--json")
            rows = json.loads(done.stdout)["rows"] if done.returncode == 0 else []
            if rows and rows[0]["state"] == state and (
                    state != "ok" or datetime.fromisoformat(rows[0]["last_ok"].replace("Z", "+00:00")) > now):
                return
            self.assertLess(time.monotonic(), until, f"{done.stdout} {done.stderr}")
            time.sleep(0.2)

    def document(self, verb: str) -> dict:
        done = self.run_program(verb, "--timeline", str(self.folder / "t.tidemark"), "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def rows(self) -> list[tuple]:
        return [(row["subject"], row["version"], row["id"], row["kind"], row["compatibility"], row["deleted"],
                 row["change"]) for row in self.document("schemas")["rows"]]

    def new_events(self) -> list[tuple[str, str]]:
        """Those since the last call; each lies between two polls."""
        events = self.document("events")["rows"]
        for event in events:
            self.assertEqual(event["layer"], "schema")
            self.assertLess(event["at_lo"], event["at_hi"])
        seen, self.seen = getattr(self, "seen", 0), len(events)
        return sorted((event["kind"], event["text"]) for event in events[seen:])

    def test_a_registry_from_its_first_subject_to_its_end(self):
        registry = self.registry
        self.poll()
        self.assertEqual((self.rows(), self.new_events()), ([], []))

        first = registry.register(SUBJECT, "id")
        self.poll()
        self.assertEqual(self.rows(), [(SUBJECT, 1, first, "AVRO", "NONE", False, "registered")])
        self.assertEqual(self.new_events(), [("schema-registered", f"{SUBJECT} version 1, id {first} (AVRO), while nothing "
                                              "is checked: compatibility is NONE")])
        row = self.document("schemas")["rows"][0]
        self.assertLess(row["registered_lo"], row["registered_hi"])
        self.assertEqual((row["topic"], row["topic_reason"]), (None, "never-polled"))

        registry.set_level("FULL", SUBJECT)
        registry.set_level("BACKWARD")
        registry.set_mode("READONLY")
        self.poll()
        self.assertEqual(self.rows(), [(SUBJECT, 1, first, "AVRO", "FULL", False, "registered")])
        self.assertEqual(self.new_events(), [
            ("compatibility-changed", "NONE → BACKWARD"),
            ("compatibility-changed", f"{SUBJECT}: that of the registry → FULL"),
            ("mode-changed", "READWRITE → READONLY")])
        registry.set_mode("READWRITE")
        self.poll()
        self.assertEqual(self.new_events(), [("mode-changed", "READONLY → READWRITE")])

        second = registry.register(SUBJECT, "id", "cents")
        other = registry.register(OTHER, "weight")
        self.poll()
        self.assertEqual(self.rows(), [
            (SUBJECT, 1, first, "AVRO", "FULL", False, "registered"),
            (SUBJECT, 2, second, "AVRO", "FULL", False, "registered"),
            (OTHER, 1, other, "AVRO", "BACKWARD", False, "registered")])
        self.assertEqual(self.new_events(), [("schema-registered", f"{SUBJECT} version 2, id {second} (AVRO)"),
                                             ("schema-registered", f"{OTHER} version 1, id {other} (AVRO)")])

        registry.delete(SUBJECT, 1)
        self.poll()
        self.assertEqual(self.rows()[0], (SUBJECT, 1, first, "AVRO", "FULL", True, "soft-deleted"))
        self.assertEqual(self.new_events(), [("schema-deleted", f"{SUBJECT} version 1, id {first} (AVRO): soft-deleted")])
        registry.delete(SUBJECT, 1, permanent=True)
        registry.delete(OTHER)
        self.poll()
        self.assertEqual([row[5:] for row in self.rows()],
                         [(True, "hard-deleted"), (False, "registered"), (True, "soft-deleted")])
        self.assertEqual(self.new_events(), [
            ("schema-deleted", f"{SUBJECT} version 1, id {first} (AVRO): hard-deleted"),
            ("schema-deleted", f"{OTHER} version 1, id {other} (AVRO): soft-deleted")])
        registry.delete(OTHER, permanent=True)
        self.poll()
        self.assertEqual(self.rows()[2][5:], (True, "hard-deleted"))
        self.assertEqual(self.new_events(), [("subject-deleted", f"{OTHER}: hard-deleted, with all its versions")])

        before = self.rows()
        registry.stop()
        self.poll("unreachable")
        document = self.document("schemas")
        lost = document["rows"][1]
        self.assertEqual((lost["deleted"], lost["deleted_reason"], lost["id"], lost["change"]),
                         (None, "unreachable", second, "registered"))
        self.assertEqual((lost["compatibility"], lost["compatibility_reason"]), (None, "unreachable"))
        self.assertEqual(document["registries"][0]["state"], "unreachable")
        self.assertEqual(len(document["rows"]), len(before))
        self.assertEqual(self.new_events(), [])


if __name__ == "__main__":
    try:
        Registry(Path(tempfile.gettempdir()))  # fetches it, once
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(error.status if error.status == OUT_OF_REACH and os.environ.get("CI") != "true" else 1)
    unittest.main(verbosity=2)
