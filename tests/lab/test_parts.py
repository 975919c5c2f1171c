# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the lab's parts that need no cluster."""

import random
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import layout
import oracle
import ports
import process
import traffic
from errors import LabError

NOW = 1_700_000_000_000

DESCRIBED = """
Consumer group 'nightly export' has no active members.

GROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG             CONSUMER-ID     HOST            CLIENT-ID
nightly export  wide.a          0          3               10              7               -               -               -

GROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG             CONSUMER-ID                               HOST            CLIENT-ID
silent          live.silent     2          -               100             -               silent-0-a1add636-95be-48ca-8fe9-0f3c700e /127.0.0.1      silent-0
ahead           orders.idle     1          250             200             -50             -                                         -               -
"""


class Traffic(unittest.TestCase):
    def test_every_shape_stays_within_the_span(self):
        for name, shape in traffic.SHAPES.items():
            with self.subTest(name):
                times = shape(random.Random(1), 500, NOW)
                self.assertEqual(len(times), 500)
                self.assertLessEqual(max(times), NOW)
                self.assertGreaterEqual(min(times), NOW - traffic.SPAN - 2 * traffic.HOUR)
                self.assertEqual(times == sorted(times), name != "unordered")

    def test_day_has_more_traffic_than_night(self):
        times = traffic.diurnal(random.Random(1), 5000, NOW)
        hours = [time // traffic.HOUR % 24 for time in times]
        day, night = sum(11 <= hour < 15 for hour in hours), sum(hour in (23, 0, 1, 2) for hour in hours)
        self.assertGreater(day, 5 * night)

    def test_log_ages_reach_from_seconds_to_days(self):
        ages = [NOW - time for time in traffic.loguniform(random.Random(1), 1000, NOW)]
        self.assertGreater(sum(age < traffic.HOUR for age in ages), 400)
        self.assertGreater(sum(age > traffic.DAY for age in ages), 80)


class Layout(unittest.TestCase):
    def test_only_the_fragile_topic_depends_on_the_last_broker(self):
        for topic in layout.TOPICS:
            alone = [[3] == replicas for replicas in topic.placement([1, 2, 3])]
            self.assertEqual(all(alone), topic == layout.FRAGILE, topic.name)
            self.assertEqual(any(alone), topic == layout.FRAGILE, topic.name)

    def test_population_is_as_large_as_promised(self):
        self.assertGreaterEqual(sum(topic.partitions for topic in layout.TOPICS), 2000)
        self.assertGreaterEqual(sum(topic.partitions for topic in layout.AGE.values()), 200)


class Oracle(unittest.TestCase):
    def test_rows_keep_spaces_dashes_and_signs(self):
        rows, messages = oracle.parse(DESCRIBED)
        self.assertEqual(messages, ["Consumer group 'nightly export' has no active members."])
        self.assertEqual([(row["group"], row["committed"], row["end"], row["lag"], row["client"]) for row in rows],
                         [("nightly export", 3, 10, 7, None), ("silent", None, 100, None, "silent-0"),
                          ("ahead", 250, 200, -50, None)])

    def test_a_failure_is_a_message_and_no_row(self):
        rows, messages = oracle.parse("\nError: Executing consumer group command failed due to timed out\n")
        self.assertEqual((rows, len(messages)), ([], 1))


class Ports(unittest.TestCase):
    def test_a_taken_port_is_refused_by_number(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            with self.assertRaisesRegex(LabError, f"port {port} "):
                ports.block(1, port)

    def test_a_block_avoids_what_is_taken(self):
        first = ports.block(4, None)
        with socket.socket() as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            taken.bind(("127.0.0.1", first[1]))
            taken.listen()
            self.assertNotIn(first[1], ports.block(4, None))

    def test_two_processes_do_not_choose_the_same(self):
        first = ports.block(4, None)
        other = subprocess.run([sys.executable, "-c", "import ports; print(*ports.block(4, None))"],
                               cwd=Path(__file__).parent, capture_output=True, text=True, check=True)
        self.assertFalse(set(first) & {int(port) for port in other.stdout.split()})
        self.assertEqual(first, ports.block(4, None), "what this process holds it may choose again")


class Process(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.pid_file = Path(self.folder.name, "sleep.pid")
        self.pid = process.start(["sleep", "300"], self.pid_file, Path(self.folder.name, "log"))
        self.written = self.pid_file.read_text()

    def tearDown(self):
        self.pid_file.write_text(self.written)
        process.end([self.pid_file], grace_s=0.0)
        self.folder.cleanup()

    def test_a_process_with_the_same_number_but_another_start_is_left_alone(self):
        self.pid_file.write_text(f"{self.pid} 1\n")
        self.assertFalse(process.signal_to(self.pid_file, signal.SIGTERM))
        process.end([self.pid_file], grace_s=1.0)
        self.assertFalse(self.pid_file.exists())
        self.pid_file.write_text(self.written)
        self.assertEqual(process.running(self.pid_file), self.pid)

    def test_a_paused_process_is_ended_too(self):
        process.signal_to(self.pid_file, signal.SIGSTOP)
        process.end([self.pid_file], grace_s=5.0)
        self.assertFalse(self.pid_file.exists())
        self.assertFalse(Path(f"/proc/{self.pid}").exists())


if __name__ == "__main__":
    unittest.main()
