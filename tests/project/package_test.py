# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian packages: what is in them, what they need, and that what is in them runs where the source is not."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD = sys.argv.pop()
CPACK = sys.argv.pop()


def run(*command: str, **options) -> str:
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="tidemark-package-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        run(CPACK, "-G", "DEB", "--config", f"{BUILD}/CPackConfig.cmake", "-B", folder.name, cwd=folder.name)
        cls.packages = {run("dpkg-deb", "--field", str(file), "Package").strip(): file for file in cls.folder.glob("*.deb")}

    def field(self, package: str, name: str) -> str:
        return run("dpkg-deb", "--field", str(self.packages[package]), name).strip()

    def test_two_packages_and_only_one_needs_qt(self):
        self.assertEqual(set(self.packages), {"tidemark", "tidemark-cli"})
        self.assertIn("libqt6widgets6", self.field("tidemark", "Depends"))
        self.assertIn("fonts-noto-cjk", self.field("tidemark", "Recommends"))  # to write Japanese and Chinese
        needed = self.field("tidemark-cli", "Depends")
        self.assertNotIn("qt", needed.lower())
        for library in ("librdkafka1", "libsqlite3-0", "libc6"):
            self.assertIn(library, needed)

    def test_they_share_no_file(self):
        files = {}
        for name, file in self.packages.items():
            for line in run("dpkg-deb", "--contents", str(file)).splitlines():
                if line.startswith("-"):
                    self.assertNotIn(line.split()[5], files, line)
                    files[line.split()[5]] = name
        for path in ("./usr/bin/tidemark", "./usr/bin/tidemark-cli", "./usr/lib/systemd/user/tidemark-collect@.service",
                     "./usr/share/man/man1/tidemark-cli.1.gz", "./usr/share/mime/packages/io.github.tidemark.Tidemark.xml"):
            self.assertIn(path, files)

    def test_what_is_in_them_runs_without_the_source(self):
        root, home = self.folder / "root", self.folder / "home"
        home.mkdir()
        for file in self.packages.values():
            run("dpkg-deb", "--extract", str(file), str(root))
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        story = home / "story.json"
        story.write_bytes((Path(__file__).resolve().parent.parent / "golden/stories/not-landed.json").read_bytes())
        timeline = str(home / "t.tidemark")
        for program in ("tidemark-cli", "tidemark"):
            Path(timeline).unlink(missing_ok=True)
            command = str(root / "usr/bin" / program)
            run(command, "import", "--story", str(story), "--timeline", timeline, cwd=home, env=environment)
            said = json.loads(run(command, "align", "--timeline", timeline, "--json", cwd=home, env=environment))
            self.assertTrue(any(row["state"] == "STALLED" for row in said["rows"]), said)
        picture = home / "tide.png"
        run(str(root / "usr/bin/tidemark"), "render", "tide", "--timeline", timeline, "-o", str(picture), cwd=home,
            env=environment)
        self.assertTrue(picture.read_bytes().startswith(b"\x89PNG"))
        self.assertEqual(os.stat(root / "usr/bin/tidemark").st_mode & 0o777, 0o755)


if __name__ == "__main__":
    unittest.main()
