# SPDX-License-Identifier: GPL-3.0-or-later
"""CONTRIBUTING's example of a view is the one that tests/views/example_view compiles.

`python3 contributing_test.py ROOT`
"""

import re
import sys
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1)) if __name__ == "__main__" else Path(__file__).parents[2]
EXAMPLE = ROOT / "tests/views/example_view"


class AddAView(unittest.TestCase):
    def test_the_example_is_the_one_that_is_compiled(self):
        text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
        section = text.split("## Add a view\n")[1].split("\n## ")[0]
        files = ["views/gaps/gaps_page.h", "views/gaps/gaps_page.cpp", "line.txt"]
        told = re.findall(r"```cpp\n(.*?)```", section, re.DOTALL)
        self.assertEqual(len(files), len(told))
        for file, block in zip(files, told):
            with self.subTest(file=file):
                self.assertEqual((EXAMPLE / file).read_text(encoding="utf-8"), block)

    def test_it_is_one_folder_and_one_line(self):
        folders = [path for path in (EXAMPLE / "views").iterdir()]
        self.assertEqual(["gaps"], [folder.name for folder in folders])
        self.assertEqual(1, (EXAMPLE / "line.txt").read_text(encoding="utf-8").count("\n"))


if __name__ == "__main__":
    unittest.main()
