#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Colour is for terminals only, obeys who turns it off, and never says anything alone.

    colour_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys

from terminal_case import TerminalCase, entry, main

JOURNAL = entry("begun", "action", 'step = "consistency"', at="2026-11-02T18:00:00+01:00") + entry(
    "kept", "action", 'step = "honesty"', 'text = "Said where I was."'
) + entry("off", "rest", "from = 2026-11-22", "to = 2026-11-22", 'steps = ["space"]')

COMMANDS = (["today"], ["streak"], ["day", "yesterday"], ["list"], ["show", "kept"], ["status"], ["help"])
DRY = ["log", "c", "--dry-run"]


class Colour(TerminalCase):
    journal = JOURNAL

    def is_coloured(self, *options: str, **changes: str) -> bool:
        return b"\x1b" in self.on_terminal("today", *options, **changes).output

    def test_only_on_a_terminal(self) -> None:
        self.assertTrue(self.is_coloured())
        self.assertNotIn("\x1b", self.on_pipe("today", TERM="xterm-256color"))

    def test_who_decides(self) -> None:
        for options, changes, expected in (
            ([], {"TERM": "dumb"}, False),
            ([], {"TERM": ""}, True),
            ([], {"NO_COLOR": "1"}, False),
            ([], {"NO_COLOR": "0"}, False),
            ([], {"NO_COLOR": ""}, True),
            ([], {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
            ([], {"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True),
            (["--color", "never"], {"CLICOLOR_FORCE": "1"}, False),
            (["--color", "always"], {"NO_COLOR": "1", "TERM": "dumb"}, True),
            (["--color", "auto"], {}, True),
            (["--color", "auto"], {"NO_COLOR": "1"}, False),
        ):
            with self.subTest(options=options, changes=changes):
                self.assertEqual(self.is_coloured(*options, **changes), expected)

    def test_an_empty_variable_counts_as_unset(self) -> None:
        session_env = {**self.sandbox.terminal_env(), "NO_COLOR": "", "CLICOLOR_FORCE": ""}
        result = self.sandbox.run("today", env=session_env)
        self.assertNotIn(b"\x1b", result.stdout)

    def test_a_pipe_gets_the_same_text(self) -> None:
        for command in COMMANDS:
            with self.subTest(command=command):
                session = self.on_terminal(*command, columns=80)
                self.assertEqual(session.text(), self.on_pipe(*command))

    def test_only_styles_are_sent_and_each_is_ended(self) -> None:
        for command in [*COMMANDS, DRY]:
            session = self.on_terminal(*command)
            screen = session.screen()
            self.assertEqual(screen.unknown, [], command)
            self.assertEqual(screen.style, frozenset(), command)
            for line in session.output.decode().splitlines():
                if "\x1b[" in line:
                    self.assertTrue(line.rpartition("\x1b[")[2].startswith("0m"), line)

    def test_states_differ_without_colour(self) -> None:
        marks = {}
        for charset, changes in (("unicode", {}), ("ascii", {"LC_ALL": "C"})):
            for line in self.on_terminal("today", **changes).text().splitlines():
                for step, state in (("honesty", "kept"), ("space", "rest"), ("consistency", "open")):
                    if f" {step} " in line:
                        marks[charset, state] = line[0]
                        if state != "open":
                            self.assertIn(state, line)
        self.assertEqual(len(marks), 6)
        for charset in ("unicode", "ascii"):
            self.assertEqual(len({marks[charset, state] for state in ("kept", "rest", "open")}), 3, marks)

    def test_what_is_kept_looks_different_on_a_terminal(self) -> None:
        screen = self.on_terminal("today").screen()
        self.assertIn("fg:32", screen.style_of("●"))
        self.assertNotIn("fg:32", screen.style_of("○"))

    def test_json_and_errors_have_none(self) -> None:
        self.assertNotIn(b"\x1b", self.on_terminal("today", "--json").output)
        self.assertNotIn(b"\x1b", self.on_terminal("log", "nothing", exit=2).output)


if __name__ == "__main__":
    sys.exit(main(__doc__))
