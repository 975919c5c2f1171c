# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual, held to the program: its commands run and say what it shows, its live ones have the options that it names; every
verb, view and rule has its place in it; its links and pictures exist.

Blocks: ```console run``` is run, in a folder of its page, and compared; ```console live``` needs services, so that only its options are
looked at; ```json file=NAME``` is laid down before what follows it. A line "…" stands for any lines, a "…" in a line for any text.
After a change that is meant: TIDEMARK_MANUAL=write writes what the program says, and its pictures; then read the difference.
"""

import functools
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

PROGRAM = Path(sys.argv.pop()).resolve()
SOURCE = Path(sys.argv.pop()).resolve()
MANUAL = SOURCE / "resources/docs/manual"
WRITE = os.environ.get("TIDEMARK_MANUAL") == "write"
WIDTH = 150  # of what is written
ANY = "…"
FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
# What differs from run to run.
TODAY = datetime.now(timezone.utc).date()
VOLATILE = re.compile(
    rf"\b[0-9a-f]{{8}}-[0-9a-f-]{{27}}\b|\b[0-9a-f]{{64}}\b|{TODAY}([T ]\S+( \S\d{{4}})?)?|(?<=\bis )[a-z-]+-[0-9a-f]{{10}}$")


@dataclass
class Command:
    text: str
    shown: list[str] = field(default_factory=list)


def pages() -> list[Path]:
    return sorted(MANUAL.rglob("*.md"))


def text_of(page: str) -> str:
    return (MANUAL / page).read_text(encoding="utf-8")


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def commands_of(body: str) -> list[Command]:
    """Each line behind a "$ ", what a backslash continues, and the lines that it prints."""
    commands: list[Command] = []
    continued = False
    for line in body.splitlines():
        if line.startswith("$ "):
            commands.append(Command(line[2:]))
        elif continued:
            commands[-1].text += "\n" + line
        else:
            commands[-1].shown.append(line)
            continue
        continued = line.endswith("\\")
    return commands


def is_shown(shown: list[str], said: list[str]) -> bool:
    parts = []
    for line in shown:
        one = ".*?".join(re.escape(part) for part in line.rstrip().split(ANY))
        parts.append(r"(?:.*\n)*?" if line.strip() == ANY else one + r"\n")
    return re.fullmatch("".join(parts), "".join(line.rstrip() + "\n" for line in said)) is not None


def as_written(command: Command) -> str:
    def cut(line: str) -> str:
        line = VOLATILE.sub(ANY, line.rstrip())
        return line if len(line) <= WIDTH else line[:WIDTH].rstrip() + ANY

    return "\n".join(["$ " + command.text, *map(cut, command.shown)]) + "\n"


def environment(home: Path) -> dict[str, str]:
    path = f"{home}/bin:/usr/bin:/bin:{Path(sys.executable).parent}"
    return {"HOME": str(home), "PATH": path, "TZ": "UTC", "LANG": "C.UTF-8", "USER": "ann",
            "XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "offscreen"}


def run(command: str, folder: Path) -> tuple[int, list[str]]:
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment(folder), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=60)
    return done.returncode, done.stdout.splitlines()


class Page:
    """One page in a folder of its own, which begins as the reader's does: a checkout, the program, the timelines of verbs/README.md."""

    def __init__(self, path: Path, prepared: Path | None):
        self.path = path
        self.faults: list[str] = []
        self.prepared = prepared

    def play(self, folder: Path) -> None:
        if self.prepared:
            shutil.copytree(self.prepared, folder, dirs_exist_ok=True, symlinks=True)
        else:
            (folder / "bin").mkdir()
            (folder / "bin/tidemark").symlink_to(PROGRAM)
            (folder / "tests").symlink_to(SOURCE / "tests")
        text = self.path.read_text(encoding="utf-8")
        written = FENCE.sub(lambda found: self.play_block(found, folder), text)
        if WRITE and written != text:
            self.path.write_text(written, encoding="utf-8")
        for picture in folder.glob("*.png"):
            self.take_picture(picture)

    def play_block(self, found: re.Match, folder: Path) -> str:
        info, body = found["info"].split(), found["body"]
        for word in info[1:]:
            if word.startswith("file="):
                (folder / word.removeprefix("file=")).write_text(body, encoding="utf-8")
        if info[:2] != ["console", "run"]:
            return found[0]
        commands = commands_of(body)
        for command in commands:
            self.play_command(command, folder)
        return f"```{found['info']}\n{''.join(map(as_written, commands))}```" if WRITE else found[0]

    def play_command(self, command: Command, folder: Path) -> None:
        status, said = run(command.text, folder)
        if status != 0:
            self.faults.append(f"$ {command.text}\nends with status {status}:\n" + "\n".join(said))
        if is_shown(command.shown, said):
            return
        if WRITE:
            command.shown = said
        else:
            self.faults.append(f"$ {command.text}\nsays:\n" + "\n".join(said) + "\nshown is:\n" + "\n".join(command.shown))

    def take_picture(self, picture: Path) -> None:
        kept = MANUAL / "pictures" / picture.name
        if WRITE:
            kept.parent.mkdir(exist_ok=True)
            shutil.copy(picture, kept)
        elif not kept.is_file() or kept.read_bytes()[:24] != picture.read_bytes()[:24]:
            self.faults.append(f"pictures/{picture.name} is not there, or not of the size that its command makes")


@functools.cache
def help_of(*words: str) -> str:
    done = subprocess.run([PROGRAM, *words, "--help"], capture_output=True, encoding="utf-8", timeout=60)
    return done.stdout


@functools.cache
def subcommands(*words: str) -> list[str]:
    _, _, listed = help_of(*words).partition("\nSubcommands:\n")
    return re.findall(r"^  (\S+)", listed, re.MULTILINE)


def unknown_options(command: str) -> list[str]:
    """Of a command that is not run: the options that its verb does not have."""
    lexer = shlex.shlex(command.replace("\\\n", " "), posix=True, punctuation_chars=True)
    lexer.commenters = "#"
    words = list(lexer)
    if not words or Path(words[0]).name != "tidemark":
        return []
    end = next((i for i, word in enumerate(words) if re.fullmatch(r"[|&;<>()]+", word)), len(words))
    path: list[str] = []
    for word in words[1:end]:
        if word in subcommands(*path):
            path.append(word)
        else:
            break
    options = [word.split("=")[0] for word in words[1:end] if re.match(r"--?[a-z]", word)]
    known = help_of(*path)
    return [option for option in options if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", known)]


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


class Reading(unittest.TestCase):
    """That the manual can be found wrong."""

    def test_what_is_said_otherwise_is_not_shown(self):
        self.assertTrue(is_shown(["lag 10", "…", "age … s"], ["lag 10", "a", "b", "age 9 s"]))
        self.assertTrue(is_shown(["lag 10", "…"], ["lag 10"]))
        for said in (["lag 11", "age 9 s"], ["lag 10"], ["lag 10", "age 9 s", "more"], ["lag 10", "age 9 min"]):
            self.assertFalse(is_shown(["lag 10", "age … s"], said))

    def test_a_line_that_goes_on_is_one_command(self):
        command, other = commands_of("$ a \\\n  b\nsaid\n$ c\n")
        self.assertEqual((command.text, command.shown, other.text), ("a \\\n  b", ["said"], "c"))

    def test_options_that_a_verb_does_not_have_are_found(self):
        self.assertEqual(unknown_options("tidemark timeline info --timeline F --jso | head -1"), ["--jso"])
        self.assertEqual(unknown_options("./tidemark lag --bootstrap b:1 --at '2h ago' > F  # --no"), [])
        self.assertEqual(unknown_options("kafka-acls.sh --add"), [])


class Said(unittest.TestCase):
    """The commands of the manual."""

    def test_what_is_run_says_what_is_shown(self):
        with tempfile.TemporaryDirectory() as scratch:
            base = Path(scratch) / "base"
            base.mkdir()
            first = Page(MANUAL / "verbs/README.md", None)
            first.play(base)
            played = [Page(path, base) for path in pages() if path != first.path]

            def play(number: int) -> None:
                folder = Path(scratch) / str(number)
                folder.mkdir()
                played[number].play(folder)

            with ThreadPoolExecutor(max_workers=8) as pool:
                list(pool.map(play, range(len(played))))
        for page in [first, *played]:
            with self.subTest(page=str(page.path.relative_to(MANUAL))):
                self.assertFalse(page.faults, "\n" + "\n\n".join(page.faults))

    def test_every_command_is_run_or_marked_as_live(self):
        for page in pages():
            for found in FENCE.finditer(page.read_text(encoding="utf-8")):
                info = found["info"].split()
                with self.subTest(page=page.name, block=found["body"][:60]):
                    self.assertTrue(info and info[0] in ("console", "json", "jsonc", "text"))
                    if info[0] == "console":
                        self.assertIn(info[1:], (["run"], ["live"]))

    def test_live_commands_have_the_options_that_they_name(self):
        for page in pages():
            for found in FENCE.finditer(page.read_text(encoding="utf-8")):
                if found["info"] != "console live":
                    continue
                for command in commands_of(found["body"]):
                    with self.subTest(page=page.name, command=command.text):
                        self.assertEqual(unknown_options(command.text), [])


class Whole(unittest.TestCase):
    """What the manual must not leave out."""

    def test_every_verb_has_a_page(self):
        named = {path.stem for path in (MANUAL / "verbs").glob("*.md")} - {"README"}
        self.assertEqual(named, set(subcommands()))
        for verb in subcommands():
            with self.subTest(verb=verb):
                page = text_of(f"verbs/{verb}.md")
                self.assertIn(f"# {verb}", page.splitlines())
                self.assertIn(f"({verb}.md)", text_of("verbs/README.md"))
                self.assertIn("\n**Status:** ", page)
                self.assertRegex(page, rf"\n\$ (\./)?tidemark {verb}\b")
                missing = [sub for sub in subcommands(verb) if f"{verb} {sub}" not in in_one_line(page)]
                self.assertEqual(missing, [], "words of the verb that its page does not tell of")

    def test_every_screen_and_picture_has_its_section(self):
        actions = (SOURCE / "app/actions/actions.cpp").read_text(encoding="utf-8")
        screen = r'"Screens"\), QT_TRANSLATE_NOOP\("Actions", "([^"]+)"\),\s*"([^"]+)"'
        headings = re.findall(r"^## (.+)$", text_of("views.md"), re.MULTILINE)
        screens = re.findall(screen, actions)
        self.assertTrue(screens)
        for name, key in screens:
            self.assertIn(f"{name} (`{key}`)", headings)
        views = re.search(r"view TEXT REQUIRED\s+(.*?) or (\S+)$", help_of("render"), re.MULTILINE)
        for view in [*views[1].split(", "), views[2]]:
            self.assertIn(f"`render {view}`", in_one_line(text_of("views.md")))

    def rules(self) -> dict[str, str]:
        """The paragraph of each rule: below its heading, or the row that it has or shares."""
        told = {}
        for page in (MANUAL / "rules").glob("*.md"):
            text = page.read_text(encoding="utf-8")
            for found in re.finditer(r"^### ([A-Z]\d\d[ab]?) (.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL):
                told[found[1]] = found[2]
            for found in re.finditer(r"^\| ([A-Z]\d\d(?:, [A-Z]\d\d)*) \| (.*)$", text, re.MULTILINE):
                told |= dict.fromkeys(found[1].split(", "), found[2])
        return told

    def test_every_rule_has_a_paragraph(self):
        presets = json.loads((SOURCE / "resources/presets/rules.json").read_text(encoding="utf-8"))
        self.assertEqual({rule["id"] for rule in presets["rules"]}, set(self.rules()))

    def test_the_rules_need_what_the_manual_says(self):
        code = (SOURCE / "models/analysis/rules/rules.cpp").read_text(encoding="utf-8")
        rules = re.findall(r'\{"(R\w+)", "([\w-]*)", \w+, \{(.*?)\}(?:, true)?\},', code)
        self.assertTrue(rules)
        told = self.rules()
        for rule, owner, needs in rules:
            with self.subTest(rule=rule):
                wanted = "; ".join(re.findall(r'"(.*?)"', needs)) or "nothing"
                self.assertIn(f"**Needs:** {wanted}. **Owner:** {owner or 'nobody'}.", in_one_line(told[rule]))
        order = re.search(r"^Order: (.*?)\.$", text_of("rules/diagnosis.md"), re.MULTILINE | re.DOTALL)
        self.assertEqual(order[1].split(), [rule for rule, _, _ in rules])

    def test_every_reason_why_something_is_unknown_is_told(self):
        code = (SOURCE / "models/domain/known.cpp").read_text(encoding="utf-8")
        reasons = set(re.findall(r'"([a-z]+(?:-[a-z]+)+|[a-z]{6,})"', code))
        self.assertTrue({"never-polled", "leaderless"} <= reasons)
        told = set(re.findall(r"^\| `([a-z-]+)` \|", text_of("troubleshooting.md"), re.MULTILINE))
        self.assertEqual(reasons, told)

    def test_the_figures_have_their_rows(self):
        measured = (SOURCE / "resources/docs/benchmarks.md").read_text(encoding="utf-8")
        rows = re.findall(r"\bB\d+\b", text_of("performance.md"))
        self.assertTrue(rows)
        for row in rows:
            self.assertRegex(measured, rf"(?m)^\| {row} ")

    def test_links_and_pictures_exist(self):
        linked = set()
        for page in pages():
            text = FENCE.sub("", page.read_text(encoding="utf-8"))
            for target in re.findall(r"\]\(([^)\s]+)\)", text):
                if re.match(r"\w+:", target):
                    continue
                path, _, anchor = target.partition("#")
                file = (page.parent / path).resolve() if path else page
                with self.subTest(page=page.name, link=target):
                    self.assertTrue(file.exists())
                    linked.add(file)
                    if anchor:
                        headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
                        self.assertIn(anchor, map(slug, headings))
        pictures = set((MANUAL / "pictures").iterdir())
        self.assertEqual(pictures - linked, set(), "pictures that no page shows")
        self.assertEqual(set(pages()) - linked, {MANUAL / "README.md"}, "pages that nothing leads to")
        for picture in pictures:
            self.assertLessEqual(picture.stat().st_size, 150_000, picture.name)

    def test_every_picture_is_made_by_a_command(self):
        for page in pages():
            text = page.read_text(encoding="utf-8")
            for name in re.findall(r"!\[[^\]]*\]\(\S*pictures/(\S+)\)", text):
                self.assertIn(f"-o {name}", text)

    def test_the_readme_leads_here(self):
        self.assertTrue("(resources/docs/manual/README.md)" in (SOURCE / "README.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
