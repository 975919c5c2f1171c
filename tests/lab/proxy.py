#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An HTTP proxy in front of one service of the lab, which refuses what a fault file tells it to refuse.

The file holds one word and is read anew for every request: none, `commits` (503 to a POST to a table),
all, down (both: 503 to everything), slow (forwards each request seconds later). A file that is not there means none.
"""

import argparse
import http.client
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FAULTS = {
    "none": lambda method, path: False,
    "commits": lambda method, path: method == "POST" and "/tables/" in path,
    "all": lambda method, path: True,
    "down": lambda method, path: True,
    "slow": lambda method, path: False,
}
DELAY_S = {"slow": 4.0}
# What belongs to one connection and not to the message, and what is written anew.
NOT_FORWARDED = {"connection", "keep-alive", "transfer-encoding", "content-length", "expect"}
UPSTREAM_S = 120.0
REFUSAL = b'{"error": {"message": "refused by the fault proxy", "type": "ServiceUnavailableException", "code": 503}}'


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    upstream: tuple[str, int]
    fault_file: Path

    def forward(self) -> None:
        body = self.body()
        fault = fault_in(self.fault_file)
        time.sleep(DELAY_S.get(fault, 0.0))
        if FAULTS[fault](self.command, self.path.partition("?")[0]):
            self.answer(503, [("Content-Type", "application/json")], REFUSAL)
            return
        connection = http.client.HTTPConnection(*self.upstream, timeout=UPSTREAM_S)
        try:
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in NOT_FORWARDED:
                    connection.putheader(name, value)
            if body or self.command in ("POST", "PUT"):
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            reply = connection.getresponse()
            self.answer(reply.status, reply.getheaders(), reply.read())
        except (OSError, http.client.HTTPException) as error:
            self.answer(502, [("Content-Type", "text/plain")], f"{type(error).__name__}: {error}\n".encode())
        finally:
            connection.close()

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = forward

    def body(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(parts)

    def answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        length = str(len(body))
        for name, value in headers:
            if name.lower() == "content-length" and self.command == "HEAD":
                length = value
            elif name.lower() not in NOT_FORWARDED:
                self.send_header(name, value)
        if status not in (204, 304):
            self.send_header("Content-Length", length)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format, *arguments) -> None:  # noqa: A002, the name is the base class's
        pass


def fault_in(file: Path) -> str:
    try:
        return file.read_text().strip()
    except FileNotFoundError:
        return "none"


def serve(port: int, upstream: tuple[str, int], fault_file: Path) -> ThreadingHTTPServer:
    """A server on loopback that is bound and not yet running."""
    handler = type("BoundHandler", (Handler,), {"upstream": upstream, "fault_file": fault_file})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    return server


def main() -> int:
    parser = argparse.ArgumentParser(prog="proxy.py", description=__doc__.splitlines()[0])
    parser.add_argument("port", type=int)
    parser.add_argument("upstream_port", type=int)
    parser.add_argument("fault_file", type=Path)
    arguments = parser.parse_args()
    serve(arguments.port, ("127.0.0.1", arguments.upstream_port), arguments.fault_file).serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
