# SPDX-License-Identifier: GPL-3.0-or-later
"""What `cmake --install` lays down for a desktop: the files are where desktops look and name each other rightly."""

import configparser
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
            f"share/applications/{ID}.desktop",
            f"share/metainfo/{ID}.metainfo.xml",
            f"share/icons/hicolor/scalable/apps/{ID}.svg",
        })

    def test_the_entry_names_the_program_and_its_icon(self):
        entry = configparser.ConfigParser(interpolation=None)
        entry.optionxform = str
        entry.read(self.prefix / f"share/applications/{ID}.desktop", encoding="utf-8")
        desktop = entry["Desktop Entry"]
        self.assertEqual(desktop["Type"], "Application")
        self.assertEqual(desktop["Exec"].split()[0], "tidemark")
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


if __name__ == "__main__":
    unittest.main()
