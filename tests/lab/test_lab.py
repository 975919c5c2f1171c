# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the lab itself, on a real cluster of the flavour in TIDEMARK_LAB_FLAVOUR (default 4.1).

Exit status 77: a registry cannot be reached, nothing was tested. With CI=true that is a failure.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import ports
import process
import wire
from errors import OUT_OF_REACH

HERE = Path(__file__).resolve().parent
FLAVOUR = os.environ.get("TIDEMARK_LAB_FLAVOUR", "4.1")
IN_CI = os.environ.get("CI") == "true"


def run(program: str, *arguments: str, folder: Path, environment: dict | None = None) -> subprocess.CompletedProcess:
    return subprocess.run([str(HERE / program), *arguments, "--dir", str(folder)], capture_output=True, text=True,
                          env=environment, check=False, timeout=600)


class LabTest(unittest.TestCase):
    """One cluster per class, in a folder of its own."""

    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="tidemark-test-lab-")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = Path(cls.scratch.name, "lab")
        cls.addClassCleanup(cls.call, "lab", "down")
        cls.lab = json.loads(cls.must("lab", "up", "--json", "--flavour", FLAVOUR))

    @classmethod
    def call(cls, program: str, *arguments: str) -> subprocess.CompletedProcess:
        return run(program, *arguments, folder=cls.folder)

    @classmethod
    def must(cls, program: str, *arguments: str) -> str:
        done = cls.call(program, *arguments)
        if done.returncode == OUT_OF_REACH and not IN_CI:
            raise unittest.SkipTest(done.stderr.strip())
        if done.returncode != 0:
            raise AssertionError(f"{program} {' '.join(arguments)}: status {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def states(self) -> dict[int, str]:
        return {broker["id"]: broker["state"] for broker in json.loads(self.call("lab", "status").stdout)["brokers"]}

    def seen_by(self, broker: int) -> list[int]:
        return wire.live_brokers(self.lab["brokers"][broker - 1]["port"])


class Cluster(LabTest):
    def test_three_brokers_run_and_each_sees_all(self):
        self.assertEqual(self.states(), {1: "up", 2: "up", 3: "up"})
        for broker in (1, 2, 3):
            self.assertEqual(self.seen_by(broker), [1, 2, 3])
        ports = ",".join(f"127.0.0.1:{broker['port']}" for broker in self.lab["brokers"])
        self.assertEqual(self.lab["bootstrap"], ports)
        self.assertEqual(self.lab["flavour"], FLAVOUR)

    def test_the_listener_with_users_has_other_ports_and_each_user_a_password_of_its_own(self):
        plain, sasl = (set(self.lab[name].split(",")) for name in ("bootstrap", "sasl_bootstrap"))
        self.assertEqual((len(plain), len(sasl), plain & sasl), (3, 3, set()))
        self.assertEqual(set(self.lab["users"]), {"admin", "reader", "limited"})
        self.assertEqual(len({*self.lab["users"].values()}), 3)
        for address in sasl:
            self.assertFalse(ports.is_free(int(address.rpartition(":")[2])), address)

    def test_the_readmes_rights_are_given_as_they_stand_there(self):
        self.assertEqual(self.must("grant", "--deny-group", "a group"), "")
        done = self.call("grant", "--deny-group", "")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Agrant: kafka-acls .* failed: .*\n\Z")

    def test_a_second_up_finds_the_same_cluster(self):
        again = json.loads(self.must("lab", "up", "--json", "--flavour", FLAVOUR))
        self.assertEqual(again, json.loads(self.call("lab", "status").stdout))
        self.assertEqual(again["cluster_id"], self.lab["cluster_id"])

    def test_another_flavour_in_the_same_folder_is_refused(self):
        done = self.call("lab", "up", "--flavour", "3.9" if FLAVOUR != "3.9" else "4.1")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Alab: .* already runs Kafka .*\n\Z")

    def test_a_broker_stops_and_starts_by_its_id(self):
        for how in ("stop", "kill"):
            with self.subTest(how):
                self.must("lab", "broker", how, "2")
                self.assertEqual(self.states(), {1: "up", 2: "down", 3: "up"})
                self.must("lab", "broker", "start", "2")
                self.assertEqual(self.states(), {1: "up", 2: "up", 3: "up"})
                self.assertEqual(self.seen_by(2), [1, 2, 3])

    def test_a_paused_broker_is_silent_until_resumed(self):
        self.must("lab", "broker", "pause", "3")
        with self.assertRaises(OSError):
            self.seen_by(3)
        self.must("lab", "broker", "resume", "3")
        self.must("lab", "broker", "start", "3")
        self.assertEqual(self.seen_by(3), [1, 2, 3])

    def test_an_unknown_broker_is_one_line(self):
        done = self.call("lab", "broker", "stop", "9")
        self.assertEqual((done.returncode, done.stderr), (1, "lab: there is no broker 9; the lab has 1, 2, 3\n"))


class Population(LabTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.out = Path(cls.scratch.name, "out")
        cls.must("seed", "--out", str(cls.out))
        cls.truth = json.loads((cls.out / "truth.json").read_text())

    def oracle(self, *arguments: str) -> dict:
        return json.loads(self.call("oracle.py", *arguments).stdout)

    def rows_of(self, group: str) -> list[dict]:
        return [row for row in self.truth["commits"] if row["group"] == group]

    def test_kafkas_own_tool_agrees_with_the_truth(self):
        told = self.oracle()
        rows = {(row["group"], row["topic"], row["partition"]): row for row in told["rows"]}
        self.assertGreaterEqual(len({group for group, _, _ in rows}), 20)
        for row in self.truth["commits"]:
            tool = rows.pop((row["group"], row["topic"], row["partition"]))
            self.assertEqual((tool["committed"], tool["end"], tool["lag"]),
                             (row["committed"], row["high"], row["high"] - row["committed"]), row)
        self.assertEqual({group for group, _, _ in rows}, {"silent"})
        self.assertEqual({row["lag"] for row in rows.values()}, {None})

    def test_ages_are_known_on_more_than_200_partitions(self):
        shapes = ("steady", "bursty", "diurnal", "loguniform")
        aged = {(row["topic"], row["partition"]) for row in self.truth["commits"]
                if row["record_ms"] is not None and row["topic"] in {f"age.{shape}" for shape in shapes}}
        self.assertGreaterEqual(len(aged), 200)

    def test_special_partitions_are_what_they_say(self):
        self.assertTrue(all(row["record_offset"] > row["committed"] and row["log_start"] == 0
                            for row in self.rows_of("compacted-readers")))
        self.assertTrue(all(row["committed"] < row["log_start"] == row["record_offset"] for row in self.rows_of("lost")))
        self.assertTrue(all(row["committed"] > row["high"] for row in self.rows_of("ahead")))
        self.assertTrue(all(row["record_offset"] is None for row in self.rows_of("txn-marker")))
        self.assertEqual({row["record_offset"] for row in self.rows_of("txn-aborted")}, {152})
        held = {row["partition"]: row["high"] - row["stable"] for row in self.rows_of("txn-current")}
        self.assertEqual(held, {0: 30, 1: 30, 2: 30, 3: 30, 4: 0, 5: 0})

    def test_members_hold_every_partition_of_their_topic(self):
        groups = {member["group"] for member in self.truth["members"]}
        self.assertEqual("live-consumer" in groups, FLAVOUR != "3.9")
        held = [member["partitions"] for member in self.truth["members"] if member["group"] == "live-classic"]
        self.assertEqual((len(held), sorted(sum(held, []))), (3, list(range(12))))

    def test_a_leaderless_partition_silences_the_tool_for_its_group_only(self):
        self.must("lab", "broker", "stop", "3")
        try:
            fragile = self.oracle("--group", "fragile-readers", "--timeout", "3000")
            others = self.oracle("--group", "audit", "--group", "drained", "--timeout", "3000")
        finally:
            self.must("lab", "broker", "start", "3")
        self.assertEqual(fragile["rows"], [])
        self.assertIn("TimeoutException", " ".join(fragile["messages"]))
        self.assertEqual(len(others["rows"]), len(self.rows_of("audit")) + len(self.rows_of("drained")))

    def test_seeding_twice_is_refused(self):
        done = self.call("seed", "--out", str(self.out))
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Aseed: .*seeded already.*\n\Z")


class Busy(LabTest):
    """A population that moves, from its start until nothing is left of it."""

    def test_it_grows_loses_a_topic_and_goes_without_a_trace(self):
        self.must("seed", "--busy", "200")
        first, second = self.end_of_busy(), self.end_of_busy()
        self.assertGreater(second, first)
        self.must("seed", "drop")
        self.assertEqual(json.loads(self.must("oracle.py", "--group", "doomed-readers"))["rows"], [])

        pid_files = {file: file.read_text() for file in (self.folder / "pids").glob("*.pid")}
        self.assertEqual(len(pid_files), 4)
        self.must("lab", "down")
        self.assertFalse(self.folder.exists())
        for file, text in pid_files.items():
            copy = Path(self.scratch.name, file.name)
            copy.write_text(text)
            self.assertIsNone(process.running(copy), file.name)
        self.assertEqual(self.call("lab", "status").returncode, 1)

    def end_of_busy(self) -> int:
        rows = json.loads(self.must("oracle.py", "--group", "busy-readers"))["rows"]
        self.assertEqual(len(rows), 12)
        return sum(row["end"] for row in rows)


class OutOfReach(unittest.TestCase):
    def test_an_unreachable_registry_has_its_own_status_and_one_line(self):
        nowhere = " ".join(f"-D{scheme}.proxyHost=127.0.0.1 -D{scheme}.proxyPort=9" for scheme in ("http", "https"))
        with tempfile.TemporaryDirectory() as scratch:
            environment = os.environ | {"XDG_CACHE_HOME": scratch, "MAVEN_OPTS": nowhere + " -Dhttp.nonProxyHosts="}
            done = run("lab", "up", folder=Path(scratch, "lab"), environment=environment)
            self.assertFalse(Path(scratch, "lab").exists())
        self.assertEqual(done.returncode, OUT_OF_REACH, done.stderr)
        self.assertRegex(done.stderr, r"\Alab: Maven Central cannot be reached.*\n\Z")


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    sys.exit(OUT_OF_REACH if outcome.skipped else 0)
