# SPDX-License-Identifier: GPL-3.0-or-later
"""The two Kafka requests with which the lab sees that a cluster is ready.

Metadata v1 and FindCoordinator v1, which every broker from 2.0 to 4.x speaks; field by field as in
the Kafka protocol guide. Numbers are big-endian, a string is an int16 length and its bytes.
"""

import socket
import struct

_METADATA = 3
_FIND_COORDINATOR = 10


def live_brokers(port: int) -> list[int]:
    """The broker ids that the broker on this port knows to be alive."""
    reply = _ask(port, _METADATA, struct.pack(">i", 0))
    count, = struct.unpack_from(">i", reply)
    ids, at = [], 4
    for _ in range(count):
        broker, = struct.unpack_from(">i", reply, at)
        ids.append(broker)
        at = _after_string(reply, at + 4)  # host
        at = _after_string(reply, at + 4)  # port, rack
    return sorted(ids)


def coordinator_ready(port: int, key: str, transactional: bool) -> bool:
    """Whether the coordinator of this group or transaction is elected; asking creates its topic."""
    name = key.encode()
    reply = _ask(port, _FIND_COORDINATOR, struct.pack(f">h{len(name)}sb", len(name), name, int(transactional)))
    _throttle, error = struct.unpack_from(">ih", reply)
    return error == 0


def _after_string(data: bytes, at: int) -> int:
    length, = struct.unpack_from(">h", data, at)
    return at + 2 + max(length, 0)


def _ask(port: int, api: int, body: bytes) -> bytes:
    """One request on a connection of its own; the reply without its header."""
    message = struct.pack(">hhih3s", api, 1, 1, 3, b"lab") + body
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(struct.pack(">i", len(message)) + message)
        length, = struct.unpack(">i", _read(connection, 4))
        return _read(connection, length)[4:]


def _read(connection: socket.socket, length: int) -> bytes:
    data = b""
    while len(data) < length:
        part = connection.recv(length - len(data))
        if not part:
            raise ConnectionError("closed by the broker")
        data += part
    return data
