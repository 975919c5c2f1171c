# SPDX-License-Identifier: GPL-3.0-or-later
"""What `cmake --install` lays down for a desktop: the files are where desktops and shells look and name each other rightly;
what shells complete is what the program knows."""

import configparser
import gzip
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

BUILD = sys.argv.pop()
CMAKE = sys.argv.pop()
ID = "io.github.tidemark.Tidemark"


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.prefix = Path(folder.name)
        command = [CMAKE, "--install", BUILD, "--component", "desktop", "--prefix", folder.name]
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_nothing_else_is_laid_down(self):
        files = {str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*") if path.is_file()}
        self.assertEqual(files, {
            "bin/tidemark",
            f"share/applications/{ID}.desktop",
            f"share/metainfo/{ID}.metainfo.xml",
            f"share/mime/packages/{ID}.xml",
            f"share/icons/hicolor/scalable/apps/{ID}.svg",
            "share/bash-completion/completions/tidemark",
            "share/zsh/vendor-completions/_tidemark",
            "share/fish/vendor_completions.d/tidemark.fish",
            "share/man/man1/tidemark.1.gz",
            "share/doc/tidemark/copyright",
        })

    def test_the_entry_names_the_program_and_its_icon(self):
        entry = configparser.ConfigParser(interpolation=None)
        entry.optionxform = str
        entry.read(self.prefix / f"share/applications/{ID}.desktop", encoding="utf-8")
        desktop = entry["Desktop Entry"]
        self.assertEqual(desktop["Type"], "Application")
        self.assertEqual(desktop["Exec"].split(), ["tidemark", "%u"])
        types = ElementTree.parse(self.prefix / f"share/mime/packages/{ID}.xml").getroot()
        self.assertEqual(desktop["MimeType"].split(";"), [types[0].attrib["type"], "x-scheme-handler/tidemark", ""])
        self.assertTrue(desktop["Categories"].endswith(";"))
        self.assertTrue((self.prefix / f"share/icons/hicolor/scalable/apps/{desktop['Icon']}.svg").is_file())

    def test_the_icon_is_a_square_drawing(self):
        svg = ElementTree.parse(self.prefix / f"share/icons/hicolor/scalable/apps/{ID}.svg").getroot()
        self.assertEqual(svg.tag, "{http://www.w3.org/2000/svg}svg")
        _, _, width, height = (float(number) for number in svg.attrib["viewBox"].split())
        self.assertEqual(width, height)

    def test_the_metainfo_belongs_to_the_entry(self):
        component = ElementTree.parse(self.prefix / f"share/metainfo/{ID}.metainfo.xml").getroot()
        self.assertEqual(component.findtext("id"), ID)
        self.assertEqual(component.findtext("launchable"), f"{ID}.desktop")
        self.assertEqual(component.findtext("provides/binary"), "tidemark")

    def test_the_manual_page_has_every_verb(self):
        page = gzip.decompress((self.prefix / "share/man/man1/tidemark.1.gz").read_bytes()).decode()
        for verb in ("lag", "timeline info", "scorecard freeze", "render"):
            self.assertIn(f"\n.SS {verb}\n", page)
        self.assertIn("\\fB\\-\\-fail\\-on\\fR", page)
        self.assertFalse([line for line in page.splitlines() if line.startswith("'")])

    def complete(self, *words: str) -> list[str]:
        script = self.prefix / "share/bash-completion/completions/tidemark"
        done = subprocess.run(
            ["bash", "-c", 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tidemark; '
             'printf "%s\\n" "${COMPREPLY[@]}"', "-", str(script), "tidemark", *words],
            capture_output=True, text=True, cwd=self.prefix)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout.split()

    def test_bash_completes_verbs_options_and_files(self):
        self.assertEqual(self.complete("fresh"), ["freshness"])
        self.assertEqual(self.complete("timeline", "in"), ["info"])
        self.assertIn("info", self.complete("timeline", ""))
        self.assertEqual(self.complete("lag", "--json", "--timel"), ["--timeline"])
        self.assertEqual(self.complete("lag", "--timeline", "bi"), ["bin"])
        self.assertEqual(self.complete("lag", "--at", ""), [])
        self.assertEqual(self.complete("lag", "--group", "timeline", "--timel"), ["--timeline"])


if __name__ == "__main__":
    unittest.main()
