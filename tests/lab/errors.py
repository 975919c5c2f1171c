# SPDX-License-Identifier: GPL-3.0-or-later
"""The one error type of the lab and its exit statuses."""

FAILED = 1
USAGE = 2
OUT_OF_REACH = 77  # a registry cannot be reached: the caller may skip, visibly


class LabError(Exception):
    """One clear line for the user, and the exit status that goes with it."""

    def __init__(self, line: str, status: int = FAILED):
        super().__init__(line)
        self.status = status
