# SPDX-License-Identifier: GPL-3.0-or-later
"""The launcher, in a scratch tree with a cmake, a dpkg-query and an apt-get that only write down what was asked of them."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

SOURCE = Path(sys.argv.pop() if len(sys.argv) > 1 else ".").resolve()
FOLDERS = ["app", "models", "collectors", "views", "resources", "translations"]

CMAKE = """#!/bin/sh
echo "cmake $*" >>"$LOG"
[ "$1" = --build ] || exit 0
[ -z "$BUILD_FAILS" ] || { echo "error: no such header"; exit 1; }
mkdir -p build/release/bin
printf '#!/bin/sh\\necho "ran: $*"\\nexit 7\\n' >build/release/bin/tidemark
chmod +x build/release/bin/tidemark
echo "cmake's own words"
"""
DPKG_QUERY = """#!/bin/sh
sed -n '/^[a-z]/s/.*/ii  &/p' resources/packaging/packages.txt "$TOP/resources/packaging/packages.txt" 2>/dev/null |
  grep -v "${MISSING:-^$}"
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$LOG"
"""


class Launcher(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = Path(folder.name) / "clone"
        tools = Path(folder.name) / "tools"
        tools.mkdir()
        for name in FOLDERS:
            (self.top / name).mkdir(parents=True)
        (self.top / "app/main.cpp").write_text("int main() {}\n")
        (self.top / "CMakeLists.txt").touch()
        (self.top / "CMakePresets.json").touch()
        shutil.copy(SOURCE / "tidemark", self.top)
        shutil.copytree(SOURCE / "resources/packaging", self.top / "resources/packaging")
        for name, text in {"cmake": CMAKE, "dpkg-query": DPKG_QUERY, "apt-get": APT_GET, "sudo": 'exec "$@"\n'}.items():
            (tools / name).write_text(text if text.startswith("#!") else "#!/bin/sh\n" + text)
            (tools / name).chmod(0o755)
        self.log = Path(folder.name) / "log"
        self.environment = {
            "PATH": f"{tools}:{os.environ['PATH']}", "LOG": str(self.log), "TOP": str(self.top), "HOME": folder.name
        }

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.top / "tidemark", *arguments], env=self.environment | environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, cwd="/"
        )

    def asked(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def test_builds_once_and_passes_arguments_and_status_on(self):
        first = self.start("lag", "--group", "a b")
        self.assertEqual((7, "ran: lag --group a b\n"), (first.returncode, first.stdout))
        self.assertIn("cmake's own words", first.stderr)
        built = len(self.asked())
        second = self.start("lag")
        self.assertEqual((7, "ran: lag\n", ""), (second.returncode, second.stdout, second.stderr))
        self.assertEqual(built, len(self.asked()))

    def test_builds_again_after_a_change_and_after_a_removal(self):
        self.start()
        built = len(self.asked())
        time.sleep(0.02)
        (self.top / "app/new.cpp").touch()
        self.start()
        self.assertGreater(len(self.asked()), built)
        built = len(self.asked())
        time.sleep(0.02)
        (self.top / "app/new.cpp").unlink()
        self.start()
        self.assertGreater(len(self.asked()), built)

    def test_a_failed_build_runs_nothing_old(self):
        self.start()
        time.sleep(0.02)
        (self.top / "app/main.cpp").touch()
        failed = self.start(BUILD_FAILS="1")
        self.assertEqual((2, ""), (failed.returncode, failed.stdout))
        self.assertTrue(failed.stderr.endswith("tidemark: the build failed, see above\n"))
        self.assertEqual(7, self.start().returncode)

    def test_missing_packages_are_named_where_nobody_can_be_asked(self):
        refused = self.start("demo", MISSING="libzstd-dev")
        self.assertEqual((2, ""), (refused.returncode, refused.stdout))
        self.assertIn("missing packages: libzstd-dev;", refused.stderr)
        self.assertEqual([], self.asked())

    def test_yes_and_ci_install_without_asking(self):
        for arguments, environment in [(("--yes", "lag"), {}), (("lag",), {"CI": "true"})]:
            with self.subTest(arguments=arguments):
                shutil.rmtree(self.top / "build", ignore_errors=True)
                done = self.start(*arguments, MISSING="libzstd-dev", **environment)
                self.assertEqual("ran: lag\n", done.stdout)
                self.assertTrue(any("install" in line and "libzstd-dev" in line for line in self.asked()))

    def test_a_later_start_adds_less_than_300_ms(self):
        self.start()
        # As many files as a grown project has.
        for number in range(2000):
            (self.top / FOLDERS[number % 6] / f"f{number}.cpp").touch()
        self.start()
        built = len(self.asked())
        best = min(self.timed_start() for _ in range(5))
        self.assertEqual(built, len(self.asked()))
        print(f"a later start adds {best * 1000:.0f} ms", file=sys.stderr)
        self.assertLess(best, 0.3)

    def timed_start(self) -> float:
        before = time.monotonic()
        self.start()
        return time.monotonic() - before


if __name__ == "__main__":
    unittest.main()
