# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes the lab starts, each with a pid file.

A pid file holds the pid and the kernel's start time of that process. Only a process that still
has both is ever signalled, so a number that was given to somebody else is left alone.
"""

import os
import signal
import time
from pathlib import Path


def start(command: list[str], pid_file: Path, log: Path) -> int:
    """Starts `command` in a session of its own, with its output appended to `log`. A request to end waits until the pid
    is written down."""
    to_log = [(os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600),
              (os.POSIX_SPAWN_DUP2, 1, 2), (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
    try:
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=to_log, setsid=True, setsigmask=before)
        pid_file.write_text(f"{pid} {_start_time(pid)}\n")
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return pid


def running(pid_file: Path) -> int | None:
    """The pid, when the process that wrote this file is still alive."""
    try:
        pid, started = (int(word) for word in pid_file.read_text().split())
    except (FileNotFoundError, ValueError):
        return None
    return pid if _start_time(pid) == started else None


def signal_to(pid_file: Path, number: signal.Signals) -> bool:
    pid = running(pid_file)
    if pid is None:
        return False
    os.kill(pid, number)
    return True


def end(pid_files: list[Path], grace_s: float) -> None:
    """Asks all of them to end, kills what is left after `grace_s` (0: at once), and removes their files."""
    if grace_s > 0:
        for pid_file in pid_files:
            signal_to(pid_file, signal.SIGTERM)
            signal_to(pid_file, signal.SIGCONT)  # a paused process would never see the request
    if grace_s <= 0 or not _gone(pid_files, grace_s):
        for pid_file in pid_files:
            signal_to(pid_file, signal.SIGKILL)
        _gone(pid_files, 10.0)
    for pid_file in pid_files:
        if running(pid_file) is None:
            pid_file.unlink(missing_ok=True)


def _gone(pid_files: list[Path], within_s: float) -> bool:
    until = time.monotonic() + within_s
    while any(running(pid_file) for pid_file in pid_files):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _start_time(pid: int) -> int | None:
    """Clock ticks since boot at which the process began; None when it is gone or only a zombie."""
    try:
        os.waitpid(pid, os.WNOHANG)  # collects it when it is our own child
    except ChildProcessError:
        pass
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    fields = stat.rpartition(")")[2].split()
    return None if fields[0] == "Z" else int(fields[19])
