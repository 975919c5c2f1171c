# SPDX-License-Identifier: GPL-3.0-or-later
"""Loopback ports for the lab.

They are taken below the range from which the kernel gives ports to outgoing connections: a broker
that is stopped for a while must find its port free again. Two labs that start at the same time do
not choose the same ones: the process that chose a port holds a lock on it as long as it lives.
"""

import fcntl
import os
import pathlib
import socket
import tempfile

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


_locks: int | None = None  # one byte for each port; closing the file would give up all of them


def claim(port: int) -> bool:
    """Whether no other process chose `port`; asking again in the same process is true again."""
    global _locks
    if _locks is None:
        path = pathlib.Path(tempfile.gettempdir()) / f"tidemark-lab-ports-{os.getuid()}"
        _locks = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.lockf(_locks, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, port)
    except OSError:
        return False
    return True


def is_usable(port: int) -> bool:
    return is_free(port) and claim(port)


def block(count: int, base: int | None) -> list[int]:
    """`count` neighbouring free ports from `base`, or from the first place where they are free."""
    if base is not None:
        ports = list(range(base, base + count))
        taken = [port for port in ports if not is_usable(port)]
        if taken:
            raise LabError(f"port {taken[0]} on 127.0.0.1 is taken; give another --port-base")
        return ports
    for start in range(FIRST, LAST - count, count):
        ports = list(range(start, start + count))
        if all(map(is_usable, ports)):
            return ports
    raise LabError(f"no {count} neighbouring free ports between {FIRST} and {LAST} on 127.0.0.1; give --port-base")
