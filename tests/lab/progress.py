# SPDX-License-Identifier: GPL-3.0-or-later
"""What `up -v` says while it starts things: lines on standard error."""

import argparse
import sys

_wanted = False


def add_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-v", "--verbose", action="store_true", help="say what is being fetched and started")


def want(arguments: argparse.Namespace) -> None:
    global _wanted
    _wanted = getattr(arguments, "verbose", False)


def say(line: str) -> None:
    if _wanted:
        print(line, file=sys.stderr, flush=True)
