# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules can fail: each is broken on purpose in a scratch tree."""

import tempfile
import unittest
from pathlib import Path

import rules

HEADER = f"// {rules.SPDX}\n#pragma once\n"


class PlantedFaults(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def plant(self, path: str, text: str) -> list[str]:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return rules.faults_of(self.root)

    def assert_refused(self, path: str, include: str):
        faults = self.plant(path, f"{HEADER}#include {include}\n")
        self.assertEqual([f"{path}:3: may not include {include[1:-1]}"], faults)

    def assert_allowed(self, path: str, include: str):
        self.assertEqual([], self.plant(path, f"{HEADER}#include {include}\n"))

    def test_forbidden_includes_are_found(self):
        for path, include in [
            ("models/domain/a.h", '"models/analysis/lag.h"'),
            ("models/domain/b.h", "<fmt/format.h>"),
            ("models/analysis/a.h", '"models/timeline/reader.h"'),
            ("models/analysis/b.h", '"models/domain/clock.h"'),
            ("models/analysis/c.h", "<QString>"),
            ("models/logbook/a.h", '"models/timeline/reader.h"'),
            ("models/timeline/b.h", '"models/logbook/logbook.h"'),
            ("collectors/kafka/c.h", '"models/logbook/logbook.h"'),
            ("models/items/a.h", '"collectors/core/poller.h"'),
            ("models/items/b.h", "<QtWidgets/QWidget>"),
            ("collectors/kafka/a.h", "<SQLiteCpp/SQLiteCpp.h>"),
            ("collectors/kafka/b.h", '"collectors/story/story.h"'),
            ("views/lag/a.h", '"models/timeline/reader.h"'),
            ("views/lag/b.h", "<librdkafka/rdkafka.h>"),
            ("views/lag/c.h", "<qcustomplot.h>"),
            ("views/lag/d.h", '"views/tide/tide_page.h"'),
            ("app/cli/a.h", "<QCoreApplication>"),
            ("app/session/a.h", '"app/cli/cli.h"'),
            ("app/main.h", '"models/domain/ids.h"'),
        ]:
            with self.subTest(path=path, include=include):
                self.assert_refused(path, include)
                (self.root / path).unlink()

    def test_allowed_includes_pass(self):
        self.assert_allowed("models/domain/a.h", "<vector>")
        self.assert_allowed("models/timeline/a.h", '"models/domain/ids.h"')
        self.assert_allowed("views/plot/a.h", "<qcustomplot.h>")
        self.assert_allowed("views/lag/a.h", '"views/widgets/page.h"')
        self.assert_allowed("views/lag/b.h", '"views/words.h"')
        self.assert_allowed("app/cli/a.h", '"models/timeline/reader.h"')
        self.assert_allowed("tests/unit/a.h", "<QTest>")

    def test_an_include_beside_the_file_is_refused(self):
        self.assert_refused("models/domain/a.h", '"ids.h"')

    def test_a_file_outside_of_the_rooms_is_refused(self):
        self.assert_refused("helpers/a.h", '"models/domain/ids.h"')

    def test_missing_licence_line(self):
        self.assertIn("a.cmake:1: has no line", self.plant("a.cmake", "set(x 1)\n")[0])

    def test_long_file(self):
        self.assertEqual(["a.py: 601 lines, 600 at most"], self.plant("a.py", f"# {rules.SPDX}\n" + "x = 1\n" * 600))

    def test_header_without_guard(self):
        self.assertEqual(["app/cli/a.h:1: has no #pragma once"], self.plant("app/cli/a.h", f"// {rules.SPDX}\n"))


if __name__ == "__main__":
    unittest.main()
