# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's languages: each says all that the sources say, with the same values in it, in the type of its own script,
and no button becomes too wide."""

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

LUPDATE = sys.argv.pop()
ROOT = Path(__file__).resolve().parent.parent.parent
FORMS = {"de": 2, "ja": 1, "zh_CN": 1}  # of what is counted
WORDED = ("views", "models/items", "app/shell", "app/actions")

PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")
ACCELERATOR = re.compile(r"&(?=\w)")
ELLIPSIS = re.compile(r"…|\.\.\.")
WIDE_THEN_NARROW = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff][,;:?!]")
TEXT = r'"((?:[^"\\]|\\.)*)"'
# What stands on buttons and beside keys: commands, hints, the buttons of dialogs.
BUTTONS = [
    re.compile(r"QT_TRANSLATE_NOOP\(\"Actions\",\s*" + TEXT),
    re.compile(r"(?:key_hint|add_key)\([^;]*?\btr\(" + TEXT),
    re.compile(r"(?:new QPushButton|setText)\([^;]*?\btr\(" + TEXT + r"\)[,)]"),
    re.compile(r"std::pair\(tr\(" + TEXT),
]
WIDEST = 2.5  # times the English


def of_language(language: str) -> Path:
    return ROOT / "translations" / f"tidemark_{language}.ts"


def messages(path: Path):
    """Context, source and the node of each message."""
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message


def said(message) -> list[str]:
    translation = message.find("translation")
    if message.get("numerus"):
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def width(text: str) -> int:
    """In halves of an ideograph."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


class Words(unittest.TestCase):
    def each(self):
        for language in FORMS:
            for context, source, message in messages(of_language(language)):
                for text in said(message):
                    yield f"{language}: {context}: {source!r}: {text!r}", source, text

    def test_the_languages_are_those_that_are_built(self):
        built = re.findall(r"tidemark_(\w+)\.ts", (ROOT / "translations/CMakeLists.txt").read_text(encoding="utf-8"))
        self.assertEqual(sorted([*FORMS, "en"]), sorted(built))

    def test_each_says_all_that_the_sources_say(self):
        with tempfile.TemporaryDirectory() as folder:
            copies = [Path(folder, f"{language}.ts") for language in FORMS]
            for language, copy in zip(FORMS, copies):
                copy.write_bytes(of_language(language).read_bytes())
            project = Path(folder, "project.json")
            sources = [str(file) for room in WORDED for file in sorted((ROOT / room).rglob("*.cpp"))]
            sources += [str(file) for file in sorted((ROOT / "views").rglob("*.h"))]
            project.write_text(json.dumps([{
                "projectFile": "", "includePaths": [str(ROOT)], "sources": sources, "excluded": [],
                "translations": [str(copy) for copy in copies],
            }]), encoding="utf-8")
            done = subprocess.run([LUPDATE, "-project", str(project), "-locations", "none", "-no-ui-lines"],
                                  capture_output=True, text=True)
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            for language, copy in zip(FORMS, copies):
                now = {(context, source) for context, source, _ in messages(copy)}
                self.assertGreater(len(now), 1000)
                new = [f"{context}: {source!r}" for context, source, message in messages(copy)
                       if message.find("translation").get("type") == "unfinished"]
                gone = [f"{context}: {source!r}" for context, source, message in messages(copy)
                        if message.find("translation").get("type") in ("vanished", "obsolete")]
                self.assertEqual(([], []), (new, gone), f"{language}: new, gone")

    def test_nothing_is_unfinished_empty_or_obsolete(self):
        for language, forms in FORMS.items():
            for context, source, message in messages(of_language(language)):
                with self.subTest(language=language, context=context, source=source):
                    self.assertIsNone(message.find("translation").get("type"))
                    self.assertEqual(forms if message.get("numerus") else 1, len(said(message)))
                    self.assertTrue(all(said(message)))

    def test_values_lines_and_signs_are_kept(self):
        for where, source, text in self.each():
            self.assertEqual(sorted(PLACEHOLDER.findall(source)), sorted(PLACEHOLDER.findall(text)), where)
            self.assertEqual(source.count("\n"), text.count("\n"), where)
            self.assertEqual(len(ACCELERATOR.findall(source)), len(ACCELERATOR.findall(text)), where)
            self.assertEqual(len(ELLIPSIS.findall(source)), len(ELLIPSIS.findall(text)), where)
            self.assertEqual(source.endswith("."), text.endswith((".", "。")), where)

    def test_signs_are_those_of_the_script(self):
        for where, _, text in self.each():
            self.assertIsNone(WIDE_THEN_NARROW.search(text), where)

    def test_no_button_becomes_too_wide(self):
        code = "".join(file.read_text(encoding="utf-8") for room in WORDED for file in (ROOT / room).rglob("*.cpp"))
        buttons = {text for shape in BUTTONS for text in shape.findall(code)}
        self.assertGreater(len(buttons), 60)
        for where, source, text in self.each():
            if source in buttons:
                self.assertLessEqual(width(text), WIDEST * max(4, width(source)), where)


if __name__ == "__main__":
    unittest.main()
