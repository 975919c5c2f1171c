#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds resources/docs/alignment-states.md to the tests: each word of its table is a row of theirs, each other cell a note.

    states_told.py DOCUMENT PROGRAM...    the programs are tests, asked for their rows
"""

import re
import subprocess
import sys
from pathlib import Path

HOW = {"": "", "source": " from source", "told": " told"}


def rows_of(program: str) -> set[str]:
    said = subprocess.run([program, "-datatags"], capture_output=True, text=True, check=True, timeout=60)
    return {line.split(" ", 2)[2] for line in said.stdout.splitlines() if line.count(" ") > 1}


def faults_of(text: str, rows: set[str]) -> list[str]:
    table = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in text.splitlines() if line.startswith("|")]
    states, notes = table[0][1:], set(re.findall(r"^(\d+)\. ", text, re.MULTILINE))
    faults = []
    for writer, *cells in table[2:]:
        if len(cells) != len(states):
            faults.append(f"{writer}: {len(cells)} cells of {len(states)}")
        for state, cell in zip(states, cells):
            word, _, how = cell.partition(" ")
            wanted = f"{writer}: {state} is {word}{HOW.get(how, ' ?')}"
            if cell not in notes and wanted not in rows:
                faults.append(f"no test has the row \"{wanted}\"")
    return faults if len(table) > 2 else ["there is no table"]


def main() -> int:
    rows = set().union(*map(rows_of, sys.argv[2:]))
    faults = faults_of(Path(sys.argv[1]).read_text(encoding="utf-8"), rows)
    print("\n".join(faults) or f"every cell is told, of {len(rows)} rows")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
