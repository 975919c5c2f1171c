# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the lake's parts that need no cluster: the fault proxy, and the oracle's rule on the captured bytes."""

import http.client
import json
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import artifacts
import lake_oracle
import proxy

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
GROUP = "connect-orders-sink"


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was asked."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        text = json.dumps({"method": self.command, "path": self.path, "host": self.headers["Host"], "body": body.decode()})
        self.send_response(201)
        self.send_header("X-Own", "kept")
        self.send_header("Content-Length", "77" if self.command == "HEAD" else str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text.encode())

    do_GET = do_HEAD = do_POST = do_PUT = answer

    def log_message(self, format, *arguments) -> None:  # noqa: A002, the name is the base class's
        pass


class Proxy(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.fault = Path(scratch.name, "fault")
        upstream = self.served(ThreadingHTTPServer(("127.0.0.1", 0), Echo))
        self.port = self.served(proxy.serve(0, ("127.0.0.1", upstream), self.fault))

    def served(self, server: ThreadingHTTPServer) -> int:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server.server_address[1]

    def ask(self, method: str, path: str, body=None, **options) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        self.addCleanup(connection.close)
        connection.request(method, path, body, **options)
        answer = connection.getresponse()
        return answer, answer.read()

    def test_it_passes_on_what_it_gets(self):
        answer, body = self.ask("POST", "/v1/main%7Cwh/tables?a=%2F", b"hello", headers={"Host": "a.name"})
        self.assertEqual((answer.status, answer.headers["X-Own"]), (201, "kept"))
        self.assertEqual(json.loads(body), {"method": "POST", "path": "/v1/main%7Cwh/tables?a=%2F", "host": "a.name",
                                            "body": "hello"})

    def test_a_body_in_chunks_arrives_whole(self):
        _, body = self.ask("PUT", "/x", iter([b"one,", b"two"]), encode_chunked=True,
                           headers={"Transfer-Encoding": "chunked"})
        self.assertEqual(json.loads(body)["body"], "one,two")

    def test_a_head_keeps_the_length_of_what_it_does_not_send(self):
        answer, body = self.ask("HEAD", "/x")
        self.assertEqual((answer.headers["Content-Length"], body), ("77", b""))

    def test_each_fault_refuses_what_it_says(self):
        asked = [("GET", "/v1/ns/lake/tables/orders"), ("POST", "/v1/ns/lake/tables/orders"), ("POST", "/v1/ns")]
        expected = {"none": [201, 201, 201], "commits": [201, 503, 201], "all": [503, 503, 503], "down": [503, 503, 503]}
        for fault, statuses in expected.items():
            with self.subTest(fault):
                self.fault.write_text(fault)
                self.assertEqual([self.ask(*one)[0].status for one in asked], statuses)


class Oracle(unittest.TestCase):
    """The rule, on the events that the capture's surveys hold decoded."""

    def survey(self, moment: str, case: str = "iceberg-connect") -> dict:
        return json.loads((FIXTURES / case / moment / "survey.json").read_text())

    def judged(self, told: dict, covered_to: dict[int, int]) -> tuple[list[dict], int]:
        commits = lake_oracle.commits_of(told["control"], GROUP, told["table_uuid"], covered_to)
        return commits, sum(lake_oracle.durable_of(commits, "orders").values())

    def test_the_tables_own_offsets_decide_and_not_the_group(self):
        expected = {"before": 20000, "one-task-failed": 20000, "during": 20000, "after": 30000}
        for moment, durable in expected.items():
            with self.subTest(moment):
                told = self.survey(moment)
                covered_to = lake_oracle.control_offsets(told["snapshots"], "control-iceberg", GROUP)
                commits, found = self.judged(told, covered_to)
                self.assertEqual((found, told["records"]), (durable, durable))
                self.assertIsNone(lake_oracle.distrust(commits, told["records"]))

    def test_an_offset_in_the_middle_of_a_cycle_covers_one_task_only(self):
        told = self.survey("before")
        self.assertEqual(self.judged(told, {0: 5})[1], 3264 + 3325 + 3376)
        self.assertEqual(self.judged(told, {})[1], 0)

    def test_a_count_that_differs_is_not_trusted(self):
        commits, _ = self.judged(self.survey("before"), {0: 7})
        self.assertIn("hold", lake_oracle.distrust(commits, 19999))

    def test_offsets_of_a_control_topic_that_is_gone_are_not_trusted(self):
        told = self.survey("stalled", "iceberg-connect-stall")
        commits, seems = self.judged(told, {0: 2, 1: 7})
        self.assertEqual((seems, told["records"], told["durable"]), (1200, 1106, None))
        self.assertEqual(lake_oracle.distrust(commits, told["records"]), told["durable_unknown_because"])

    def test_files_of_a_table_that_was_replaced_are_not_this_tables(self):
        told = self.survey("before") | {"table_uuid": "00000000-0000-0000-0000-000000000000"}
        self.assertEqual({commit["records"] for commit in self.judged(told, {0: 7})[0]}, {0})


class Artifacts(unittest.TestCase):
    def test_a_runnable_jar_comes_alone(self):
        alone, usual = artifacts._pom(["g:a:1:jar:runner"]), artifacts._pom(["g:a:1"])
        self.assertIn("<classifier>runner</classifier><exclusions>", alone)
        self.assertNotIn("exclusion", usual)


if __name__ == "__main__":
    unittest.main()
