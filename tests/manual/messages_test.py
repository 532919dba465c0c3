#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Is every wrong input answered as tests/manual/wrong_inputs.txt says, and is nothing changed by it?

    messages_test.py --mend BINARY --source REPOSITORY [--update]

The file has ten wrong inputs or more for each command. After a change of messages, or to add some
(write the lines that begin with `$`), run this with --update, and read what it wrote aloud: what is
wrong, where, why, what to do. Each runs in one throw-away home with the example journal, where
nobody answers and input is at its end, and once more with --json, which has to make no difference.
"""

from __future__ import annotations

import re
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Sandbox, Tree, copy_private, read_tree  # noqa: E402

LEAST = 10

HEAD = """\
# Wrong inputs for every command, and the answers, to be read aloud. tests/manual/messages_test.py
# runs them, explains this file and writes it anew with --update.
"""

WHAT_TO_ADD = f"""
Write a line `== COMMAND` and below it at least {LEAST} lines `$ mend COMMAND ...` into
tests/manual/wrong_inputs.txt: a misspelt command, step, action, field, option, date, too many and too
few words, bad ids, bad values. Then run tests/manual/messages_test.py --update, and read the answers.
"""


def read_sections(text: str) -> dict[str, list[tuple[str, str]]]:
    """By command, each input with its answer."""
    sections = {}
    for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        found = re.split(r"^\$ (.*)\n", body, flags=re.MULTILINE)
        sections[name] = list(zip(found[1::2], (answer.strip("\n") for answer in found[2::2])))
    return sections


class Answers:
    """Runs the inputs in one home."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox

    def to(self, line: str) -> str:
        """What stands in the file: the output and the exit code."""
        result = self.sandbox.execute(["sh", "-c", line])
        shown = (result.stdout + result.stderr).decode().replace(str(self.sandbox.root), "<dir>")
        return f"{shown}exit {result.exit}"

    def records(self) -> Tree:
        tree = read_tree(self.sandbox.root)
        return {name: node for name, node in tree.items() if not name.startswith("cache")}


def with_json(line: str) -> str:
    return re.sub(r"(^|\| |^[A-Z_]+=\S+ )mend\b", r"\1mend --json", line, count=1)


class Messages(ProgramCase):
    update = False

    @classmethod
    def setUpClass(cls) -> None:
        cls.path = cls.source / "tests/manual/wrong_inputs.txt"
        cls.sections = read_sections(cls.path.read_text(encoding="utf-8"))
        cls.sandbox = Sandbox(cls.mend)
        cls.addClassCleanup(cls.sandbox.remove)
        copy_private(cls.source / "data/example", cls.sandbox.data / "main")
        cls.answers = Answers(cls.sandbox)
        if cls.update:
            parts = [
                f"\n== {name}\n" + "".join(f"\n$ {line}\n{cls.answers.to(line)}\n" for line, _ in inputs)
                for name, inputs in cls.sections.items()
            ]
            cls.path.write_text(HEAD + "".join(parts), encoding="utf-8")
            cls.sections = read_sections(cls.path.read_text(encoding="utf-8"))

    def test_every_command_has_wrong_inputs(self) -> None:
        for name in self.command_names():
            with self.subTest(command=name):
                count = len(self.sections.get(name, []))
                self.assertGreaterEqual(count, LEAST, f"'{name}' has {count} wrong inputs.{WHAT_TO_ADD}")
        self.assertEqual(set(self.sections) - set(self.command_names()), set(), "these commands are not there")

    def test_answers(self) -> None:
        before = self.answers.records()
        for name, inputs in self.sections.items():
            for line, expected in inputs:
                with self.subTest(command=name, line=line):
                    answer = self.answers.to(line)
                    self.assertEqual(answer, expected, "\nIf it is better now, run this with --update.")
                    self.assert_helps(answer)
                    self.assertEqual(self.answers.to(with_json(line)), answer, "with --json")
        self.assertTrue(before == self.answers.records(), "a wrong input changed a file")

    def assert_helps(self, answer: str) -> None:
        *lines, status = answer.splitlines()
        self.assertIn(status, {"exit 1", "exit 2", "exit 73"})
        self.assertTrue(lines and lines[0].startswith("mend: "), "it does not say what is wrong")
        if status != "exit 1":
            self.assertTrue(lines[1:] and lines[1].startswith("      "), "it does not say what to do")


if __name__ == "__main__":
    if "--update" in sys.argv:
        sys.argv.remove("--update")
        Messages.update = True
    sys.exit(main(__doc__))
