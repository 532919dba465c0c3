#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does every command line that README, the manual pages and the help texts show work as written?

    examples_test.py --mend BINARY --source REPOSITORY

Each runs in a throw-away home with the example journal, and another called sam; init in an empty
one; those of one page in their order. None may be a usage error, and those below EXAMPLES have to
succeed. The console session of the README has to
show exactly what it shows there; only the ids are other ones each time.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import examples  # noqa: E402
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Sandbox, copy_private  # noqa: E402
from terminal import Session  # noqa: E402

WORDS = b"the school call\n"

# The days before the README's session, which begins on Saturday 21 November 2026.
SESSION_NOW = "2026-11-21T19:04:00+01:00"
BEFORE = {
    "c": [f"11-{day:02}" for day in range(9, 21) if day != 16],
    "h": ["11-11", "11-14", "11-17"],
    "e": ["11-17", "11-19"],
}


# What the examples read.
FILES = {
    "cwd/journal.json": '{"schema": "mend.export/1", "entries": []}',
    "cwd/diary.json": '{"tags": {}, "entries": [{"title": "A walk", "body": "", "date": "2026-11-20", '
    '"time": "08:00", "tags": ["@sam"], "starred": false}]}',
    "home/.config/harsh/habits": "Gym: 1\n",
    "home/.config/harsh/log": "2026-11-20 : Gym : y\n",
}


class Home:
    """A sandbox in which every call of mend leaves its exit code in a file."""

    def __init__(self, mend: Path) -> None:
        self.sandbox = Sandbox(mend)
        self.codes = self.sandbox.root / "codes"
        self.put_program("mend", f'{mend} "$@"; code=$?; echo $code >>{self.codes}; exit $code')
        self.put_program("wl-paste", "echo the school call")
        for folder in (".zfunc", ".config/fish/completions"):
            (self.sandbox.root / "home" / folder).mkdir(parents=True)
        for name, text in FILES.items():
            path = self.sandbox.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        for name in ("draft", "draft.txt"):
            (self.sandbox.cwd / name).write_bytes(WORDS)

    def put_program(self, name: str, script: str) -> None:
        for folder in ("bin", "home/.local/bin"):
            path = self.sandbox.root / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(0o700)

    def run(self, line: str) -> tuple[list[int], str]:
        """The exit codes of mend, and what was shown. What needs a terminal gets one, and an end of input."""
        result = self.sandbox.execute(["sh", "-c", line], stdin=WORDS if reads_input(line) else None)
        shown = (result.stdout + result.stderr).decode()
        codes = self.take_codes()
        if codes == [2] and "needs a terminal" in shown:
            env = self.sandbox.terminal_env(EDITOR="true")
            with Session(["sh", "-c", line], env=env, cwd=self.sandbox.cwd) as session:
                session.send("ctrl-d")
                session.finish()
                return self.take_codes(), session.text()
        return codes, shown

    def take_codes(self) -> list[int]:
        text = self.codes.read_text() if self.codes.exists() else ""
        self.codes.unlink(missing_ok=True)
        return [int(code) for code in text.split()]


def reads_input(line: str) -> bool:
    words = shlex.split(line, comments=True)
    return "-" in words and "|" not in words and "<" not in line


class Examples(ProgramCase):
    def check(self, where: str, found: list[examples.Example], least: int) -> None:
        self.assertGreaterEqual(len(found), least, f"{where}: this test finds too few command lines")
        home, empty_home = Home(self.mend), Home(self.mend)
        for each in (home, empty_home):
            self.addCleanup(each.sandbox.remove)
        for journal in ("main", "sam"):
            copy_private(self.source / "data/example", home.sandbox.data / journal)
        for example in found:
            is_beginning = example.line.startswith("mend init")
            codes, shown = (empty_home if is_beginning else home).run(example.line)
            if example.is_alias and codes == [2]:
                codes, shown = home.run(example.line + ' "the school call"')
            allowed = {0} if example.is_promised else {0, 1}
            with self.subTest(where=where, section=example.place, line=example.line):
                self.assertTrue(codes, f"mend was not called\n{shown}")
                self.assertLessEqual(set(codes), allowed, shown)

    def test_pages(self) -> None:
        for page in self.pages():
            self.check(page.name, list(examples.on_page(page)), 1)

    def test_readme(self) -> None:
        self.check("README.md", list(examples.in_readme(self.source / "README.md")), 10)

    def test_help(self) -> None:
        names = ["", *(each["name"] for each in json.loads(self.run_mend("help", "--json"))["commands"])]
        for name in names:
            text = self.run_mend("help", *name.split())
            self.check(f"mend help {name}", list(examples.in_help(text)), 1)

    def test_readme_session(self) -> None:
        sandbox = Sandbox(self.mend, {"MEND_NOW": SESSION_NOW})
        self.addCleanup(sandbox.remove)
        for step, days in BEFORE.items():
            for day in days:
                self.assertEqual(sandbox.run("log", step, "-d", day).exit, 0)
        steps = examples.session(self.source / "README.md")
        self.assertGreater(len(steps), 5)
        for line, expected in steps:
            shown = sandbox.execute(["sh", "-c", f"{line} 2>&1"]).stdout.decode().rstrip("\n")
            self.assertEqual(without_ids(shown), without_ids(expected), f"$ {line}")


def without_ids(text: str) -> str:
    return re.sub(r"^[a-z2-9]{4,}(?=  \d{4}-)|(?<=  )[a-z2-9]{4}$", "ID", text, flags=re.MULTILINE)


if __name__ == "__main__":
    sys.exit(main(__doc__))
