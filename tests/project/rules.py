# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a compiler does not know: who may include whom, licence lines, file sizes.

`python3 rules.py ROOT` prints one line per fault and ends with status 1 if there is any.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
MAX_LINES = 600

# Libraries by the headers they are known by. Headers of no library here (the standard's, the system's) are free.
LIBRARIES = {
    "qt": re.compile(r"Q[A-Z]\w*|Qt\w*/.*|q[a-z]+\.h"),
    "qtgui": re.compile(r"Qt(Gui|Widgets|PrintSupport|Svg)/.*|Q(Widget|Painter|Color|Pixmap|Font|Icon|Application|GuiApplication)"),
    "qcustomplot": re.compile(r"qcustomplot\.h"),
    "boost": re.compile(r"boost/.*"),
    "fmt": re.compile(r"fmt/.*"),
    "spdlog": re.compile(r"spdlog/.*"),
    "cli11": re.compile(r"CLI/.*"),
    "sqlite": re.compile(r"sqlite3?\w*\.h|SQLiteCpp/.*"),
    "zstd": re.compile(r"zstd\w*\.h"),
    "kafka": re.compile(r"librdkafka/.*"),
    "curl": re.compile(r"curl/.*"),
    "avro": re.compile(r"avro(/.*)?\.h"),
    "pq": re.compile(r"libpq-fe\.h|libpq/.*"),
    "openssl": re.compile(r"openssl/.*"),
    "yaml": re.compile(r"yaml\.h"),
    "protobuf": re.compile(r"google/protobuf/.*|\w+\.pb\.h"),
    "snappy": re.compile(r"snappy(-\w+)?\.h"),
    "qttest": re.compile(r"QTest.*|QSignalSpy|QAbstractItemModelTester"),
}


@dataclass(frozen=True)
class Room:
    project: tuple[str, ...]  # what may be included from the project, beside the room itself
    libraries: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()  # single headers that the prefixes would allow


DOMAIN = "models/domain/"
ANALYSIS = "models/analysis/"
COLLECT = "collectors/core/"
APP_BASE = ("models/domain/", "models/timeline/", "models/logbook/", "models/analysis/", "collectors/", "resources/presets/")
APP_LIBRARIES = ("boost", "fmt", "spdlog")
EVERYTHING = ("app/", "views/", "translations/", "models/", "collectors/", "resources/")

# The longest folder that matches decides. A new room is one line.
ROOMS = {
    "models/domain/": Room(()),
    "models/sqlite/": Room((), ("sqlite",)),
    "models/timeline/": Room((DOMAIN, "models/sqlite/"), ("sqlite", "zstd", "fmt")),
    "models/timeline/bundle/": Room((DOMAIN, "models/sqlite/", "models/timeline/", "models/logbook/"), ("sqlite", "openssl", "boost")),
    "models/logbook/": Room((DOMAIN,), ("sqlite", "openssl", "boost")),
    "models/analysis/": Room((DOMAIN,), (), ("models/domain/clock.h", "models/domain/sink.h")),
    "models/items/": Room((DOMAIN, ANALYSIS), ("qt",)),
    "collectors/core/": Room((DOMAIN,), ("boost", "fmt")),
    "collectors/kafka/": Room((DOMAIN, COLLECT), ("kafka", "fmt")),
    "collectors/avro/": Room((DOMAIN,), ("boost", "avro")),
    "collectors/tables/control/": Room((DOMAIN, "collectors/avro/"), ("fmt", "avro")),
    "collectors/http/": Room((DOMAIN, COLLECT), ("curl", "boost", "fmt")),
    "collectors/reach/": Room((DOMAIN, COLLECT), ("openssl", "fmt")),
    "collectors/sql/": Room((DOMAIN, COLLECT, "collectors/http/http_reply.h", "models/sqlite/"), ("sqlite", "pq", "fmt")),
    "collectors/connect/": Room((DOMAIN, COLLECT, "collectors/http/"), ("boost", "fmt")),
    "collectors/metrics/": Room((DOMAIN, COLLECT, "collectors/http/"), ("boost", "fmt")),
    "collectors/history/": Room((DOMAIN, COLLECT, "collectors/http/", "collectors/metrics/"), ()),
    "collectors/processors/": Room((DOMAIN, COLLECT, "collectors/http/"), ("boost", "fmt")),
    "collectors/registry/": Room((DOMAIN, COLLECT, "collectors/http/"), ("boost", "fmt")),
    "collectors/tables/": Room((DOMAIN, COLLECT, "collectors/http/", "collectors/avro/", "collectors/sql/", "resources/presets/"), ("boost", "fmt")),
    "collectors/sinks/": Room((DOMAIN, COLLECT, "collectors/http/", "collectors/sql/", "collectors/tables/", "resources/presets/"), ("boost", "fmt")),
    "collectors/story/": Room((DOMAIN, COLLECT), ("boost", "fmt")),
    "views/": Room((DOMAIN, ANALYSIS, "models/items/"), ("qt", "qtgui")),
    "views/plot/": Room((DOMAIN, "views/theme/"), ("qt", "qtgui", "qcustomplot")),
    "app/settings/": Room((DOMAIN, COLLECT, "collectors/http/", "collectors/kafka/", "collectors/sinks/", "collectors/sql/", "collectors/tables/", "resources/presets/"), (*APP_LIBRARIES, "yaml")),
    "app/remote/": Room((*APP_BASE, "app/settings/"), ("boost", "fmt", "protobuf", "snappy")),
    "app/session/": Room((*APP_BASE, "app/settings/", "app/remote/"), APP_LIBRARIES),
    "app/demo/": Room((*APP_BASE, "app/settings/", "app/session/"), (*APP_LIBRARIES, "kafka")),
    "app/report/": Room(("models/domain/", "models/analysis/", "collectors/core/"), ("fmt",)),
    "app/cli/": Room((*APP_BASE, "app/settings/", "app/session/", "app/demo/", "app/report/"), (*APP_LIBRARIES, "cli11")),
    "translations/": Room((), ("qt",)),
    "app/actions/": Room((DOMAIN,), ("qt", "qtgui")),
    "app/shell/": Room(EVERYTHING, ("qt", "qtgui", "cli11", "fmt", "spdlog")),
    "app/": Room(("app/cli/", "app/shell/")),
    "resources/": Room(()),
    "tests/": Room((*EVERYTHING, "tests/"), tuple(LIBRARIES)),
}

# What of views/ every view may know; of the others it knows nothing. Findings stand beneath each of them.
SHARED_BY_VIEWS = ("widgets", "theme", "plot", "findings")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
WITHOUT_LICENCE_LINE = re.compile(r"\.(json|jsonc|md|png|svg|ts|txt|avsc|csv|ndjson|properties|tidemark)$|/corpus/|/_delta_log/|/\.hoodie/|^tests/fixtures/paimon/.*/(snapshot|schema)/")
BARE_NAMES = {"LICENSE"}


def room_of(path: str) -> tuple[str, Room] | None:
    folders = [folder for folder in ROOMS if path.startswith(folder)]
    if not folders:
        return None
    folder = max(folders, key=len)
    return folder, ROOMS[folder]


def knows_another_view(path: str, header: str) -> bool:
    views = [parts[1] for parts in (path.split("/"), header.split("/")) if parts[0] == "views" and len(parts) > 2]
    return len(views) == 2 and views[0] != views[1] and views[1] not in SHARED_BY_VIEWS


def may_include(path: str, quoted: bool, header: str) -> bool:
    """Whether the file may have this include line."""
    found = room_of(path)
    if found is None:
        return False
    folder, room = found
    if quoted:
        if header.endswith(".moc") or header.startswith(("moc_", "ui_")):
            return "qt" in room.libraries
        if header in room.denied or knows_another_view(path, header):
            return False
        return header.startswith((folder, *room.project))
    of = {name for name, pattern in LIBRARIES.items() if pattern.fullmatch(header)}
    return of <= set(room.libraries)


def include_faults(path: str, text: str) -> list[str]:
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if match and not may_include(path, match[1] == '"', match[2]):
            faults.append(f"{path}:{number}: may not include {match[2]}")
    return faults


def file_faults(path: str, text: str) -> list[str]:
    faults = []
    lines = text.splitlines()
    if path not in BARE_NAMES and not WITHOUT_LICENCE_LINE.search(path) and not any(SPDX in line for line in lines[:3]):
        faults.append(f"{path}:1: has no line '{SPDX}'")
    if path.endswith((".cpp", ".h", ".py", ".sh", ".cmake")):
        if len(lines) > MAX_LINES:
            faults.append(f"{path}: {len(lines)} lines, {MAX_LINES} at most")
        if path.endswith(".h") and "#pragma once" not in lines:
            faults.append(f"{path}:1: has no #pragma once")
    if path.endswith((".cpp", ".h")):
        faults += include_faults(path, text)
    return faults


def tracked(root: Path) -> list[str]:
    """The files of the project: what git knows, or, outside of git, everything that is there."""
    listing = subprocess.run(
        ["git", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard"], capture_output=True, text=True
    )
    if listing.returncode == 0:
        return [path for path in listing.stdout.splitlines() if (root / path).is_file()]
    return [
        str(Path(folder, name).relative_to(root)) for folder, _, names in os.walk(root) for name in names
    ]


def faults_of(root: Path) -> list[str]:
    faults = []
    for path in sorted(tracked(root)):
        try:
            text = (root / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a fixture
        faults += file_faults(path, text)
    return faults


if __name__ == "__main__":
    found = faults_of(Path(sys.argv[1]))
    print("\n".join(found) if found else "every rule holds")
    sys.exit(1 if found else 0)
