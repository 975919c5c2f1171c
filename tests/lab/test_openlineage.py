# SPDX-License-Identifier: GPL-3.0-or-later
"""Events that the program gives out, against the schemas of OpenLineage's specification: every event, and every facet that
the specification knows by the schema that the facet itself names; and the specification's own example through the program
and out again.

Which program: the environment's TIDEMARK_PROGRAM. Exit status 77: the specification or PyPI cannot be reached, nothing was
tested. With CI=true that is a failure.
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

STORY = Path(__file__).resolve().parent.parent / "golden" / "stories" / "lake-repaired.json"
SPEC = "https://openlineage.io/spec/"
SNAPSHOT = "lake.orders@4358109269898191014"


class Specification:
    """Its schemas, found by the addresses that they give themselves."""

    def __init__(self, folder: Path):
        from jsonschema import Draft202012Validator, FormatChecker
        from referencing import Registry, Resource

        self.validator, self.formats = Draft202012Validator, FormatChecker()
        schemas = [json.loads(file.read_text()) for file in sorted(folder.rglob("*.json")) if "tests" not in file.parts]
        self.registry = Registry().with_resources([(one["$id"], Resource.from_contents(one)) for one in schemas])
        self.known = {one["$id"] for one in schemas}

    def check(self, value, address: str) -> None:
        self.validator({"$ref": address}, registry=self.registry, format_checker=self.formats).validate(value)


def facets_of(value):
    """Every facet in an event, wherever it stands."""
    if isinstance(value, dict):
        if "_schemaURL" in value:
            yield value
        for member in value.values():
            yield from facets_of(member)
    elif isinstance(value, list):
        for one in value:
            yield from facets_of(one)


class OpenLineage(unittest.TestCase):
    def setUp(self):
        self.folder = artifacts.openlineage()
        self.specification = Specification(self.folder)
        scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-lineage-")
        self.addCleanup(scratch.cleanup)
        self.scratch = Path(scratch.name)
        self.run_program("import", "--story", str(STORY))

    def run_program(self, *arguments: str, name: str = "t") -> str:
        environment = {**os.environ, "HOME": str(self.scratch), "XDG_DATA_HOME": str(self.scratch)}
        done = subprocess.run([os.environ["TIDEMARK_PROGRAM"], *arguments, "--timeline", str(self.scratch / f"{name}.tidemark")],
                              capture_output=True, text=True, check=False, env=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_every_event_and_facet_is_valid(self):
        self.run_program("lineage", "register", "r1", "--kind", "training", "--model", "m", "--input", SNAPSHOT, "--input",
                         "topic:clicks/0:5-9", "--cut", "2026-01-01T02:12:00Z", "--schema-id", "7")
        self.run_program("lineage", "register", "r2", "--after", "r1", "--input", "lake.orders@2026-01-01T02:30:00Z")
        events = [json.loads(line) for line in self.run_program("lineage", "export").splitlines()]
        self.assertEqual(len(events), 2 * (97 + 2))
        seen = set()
        for event in events:
            self.specification.check(event, f"{SPEC}2-0-2/OpenLineage.json")
            for facet in facets_of(event):
                address = facet["_schemaURL"]
                if not address.startswith(SPEC):
                    continue
                self.assertIn(address.partition("#")[0], self.specification.known)
                self.specification.check(facet, address)
                seen.add(address.rpartition("/")[2])
        self.assertEqual(seen, {"InputSubsetInputDatasetFacet", "DatasetVersionDatasetFacet", "JobTypeJobFacet",
                                "NominalTimeRunFacet", "OutputStatisticsOutputDatasetFacet", "ParentRunFacet",
                                "StorageDatasetFacet", "SymlinksDatasetFacet"})

    def test_what_is_wrong_is_found(self):
        from jsonschema import ValidationError

        event = json.loads(self.run_program("lineage", "export").splitlines()[0])
        for member, value in (("producer", None), ("eventTime", "yesterday"), ("eventType", "BEGIN")):
            with self.subTest(member), self.assertRaises(ValidationError):
                self.specification.check({**event, member: value}, f"{SPEC}2-0-2/OpenLineage.json")

    def test_the_example_of_the_specification_survives(self):
        example = self.folder / "tests" / "example_full_event.json"
        self.run_program("lineage", "import", str(example))
        run = json.loads(example.read_text())["run"]["runId"]
        given = self.run_program("lineage", "export", run)
        self.assertEqual(json.loads(given), json.loads(example.read_text()))
        again = self.scratch / "again.ndjson"
        again.write_text(given)
        self.run_program("import", "--story", str(STORY), name="other")
        self.run_program("lineage", "import", str(again), name="other")
        self.assertEqual(self.run_program("lineage", "export", run, name="other"), given)


if __name__ == "__main__":
    try:
        artifacts.use_schema_python()
        artifacts.openlineage()
    except LabError as error:
        print(error, file=sys.stderr)
        sys.exit(1 if os.environ.get("CI") == "true" and error.status == OUT_OF_REACH else error.status)
    unittest.main()
