# SPDX-License-Identifier: GPL-3.0-or-later
"""Loopback ports for the lab.

They are taken below the range from which the kernel gives ports to outgoing connections: a broker
that is stopped for a while must find its port free again.
"""

import socket

from errors import LabError

FIRST = 19092
LAST = 32000


def is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def block(count: int, base: int | None) -> list[int]:
    """`count` neighbouring free ports from `base`, or from the first place where they are free."""
    if base is not None:
        ports = list(range(base, base + count))
        taken = [port for port in ports if not is_free(port)]
        if taken:
            raise LabError(f"port {taken[0]} on 127.0.0.1 is taken; give another --port-base")
        return ports
    for start in range(FIRST, LAST - count, count):
        ports = list(range(start, start + count))
        if all(map(is_free, ports)):
            return ports
    raise LabError(f"no {count} neighbouring free ports between {FIRST} and {LAST} on 127.0.0.1; give --port-base")
