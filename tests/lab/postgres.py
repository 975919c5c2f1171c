# SPDX-License-Identifier: GPL-3.0-or-later
"""A real PostgreSQL on loopback that tells others of its changes, unpacked from Debian's packages."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import artifacts
import ports
import process
from errors import LabError

START_S = 30.0
FIRST_PORT = 31081
NOBODY = 65534  # it does not run as root


class Postgres:
    def __init__(self, folder: Path):
        self.folder = folder
        self.root = folder / "usr"
        self.programs = self.root / "lib" / "postgresql" / "15" / "bin"
        self.port = next(port for port in range(FIRST_PORT, ports.LAST) if ports.is_usable(port))

    def start(self) -> None:
        self.folder.mkdir()
        shutil.copytree(artifacts.postgres() / "usr", self.root, symlinks=True)  # whoever runs it may not see the cache
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
        data = self.folder / "data"
        self._run("initdb", "-D", str(data), "-U", "lab", "--auth=trust", "--no-locale", "-E", "UTF8", "-N", "-L",
                  str(self.root / "share" / "postgresql" / "15"))
        options = {"port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": self.folder,
                   "wal_level": "logical", "fsync": "off", "jit": "off", "shared_buffers": "16MB", "max_wal_size": "64MB",
                   "dynamic_shared_memory_type": "mmap"}
        process.start(self._command("postgres", "-D", str(data), *(f"--{name}={value}" for name, value in options.items())),
                      self.folder / "postgres.pid", self.folder / "postgres.log")
        until = time.monotonic() + START_S
        while True:
            try:
                self.sql("select 1")
                return
            except LabError as error:
                if time.monotonic() > until:
                    raise LabError(f"{error}: {(self.folder / 'postgres.log').read_text()[-1000:]}") from None
            time.sleep(0.2)

    def stop(self) -> None:
        process.end([self.folder / "postgres.pid"], 0.0)

    def sql(self, statement: str) -> str:
        return self._run("psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "lab", "-d", "postgres", "-AtX", "-c", statement)

    def _command(self, program: str, *arguments: str) -> list[str]:
        if shutil.which("setpriv") is None:
            raise LabError("setpriv is not installed; apt-get install util-linux")
        other = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []
        libraries = next((self.root / "lib").glob("*-linux-gnu"))
        return [*other, "env", f"LD_LIBRARY_PATH={libraries}", str(self.programs / program), *arguments]

    def _run(self, program: str, *arguments: str) -> str:
        done = subprocess.run(self._command(program, *arguments), cwd="/", capture_output=True, text=True, check=False,
                              timeout=60)
        if done.returncode != 0:
            raise LabError(f"{program} ended with status {done.returncode}: {done.stderr.strip()[-1000:]}")
        return done.stdout.strip()
