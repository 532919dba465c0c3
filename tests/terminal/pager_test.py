#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is longer than the screen goes to a pager; nothing else does.

    pager_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import shutil
import sys
import unittest

from terminal_case import Session, TerminalCase, entry, main

LONG = "".join(entry(f"many{i:03}", "action", 'step = "consistency"', f'text = "entry {i}"') for i in range(60))
# A pager that shows what it was given and says that it was there.
PAGER = "sed 's/^/> /'; echo paged"


class Pager(TerminalCase):
    journal = LONG

    def is_paged(self, *arguments: str, rows: int = 24, pager: str = PAGER, **changes: str) -> bool:
        text = self.on_terminal(*arguments, rows=rows, PAGER=pager, **changes).text()
        self.assertTrue(text)
        return text.endswith("paged\n")

    def test_long_answers_are_paged(self) -> None:
        for arguments in (["list"], ["show", "@1", "@2", "@3", "@4"], ["steps", "e"], ["help"], ["help", "log"],
                          ["log", "--help"]):
            with self.subTest(arguments=arguments):
                self.assertTrue(self.is_paged(*arguments, rows=10))
        self.assertTrue(self.is_paged("streak", rows=6))

    def test_what_fits_is_not(self) -> None:
        self.assertFalse(self.is_paged("list", "-n", "9", rows=10))
        self.assertTrue(self.is_paged("list", "-n", "10", rows=10))
        self.assertFalse(self.is_paged("steps", rows=24))

    def test_today_and_what_writes_are_never_paged(self) -> None:
        self.assertFalse(self.is_paged("today", rows=10))
        self.assertFalse(self.is_paged("rm", *(f"@{i}" for i in range(1, 20)), rows=10))

    def test_it_can_be_done_without(self) -> None:
        self.assertFalse(self.is_paged("list", "--no-input"))
        self.assertFalse(self.is_paged("list", "--json"))
        self.assertFalse(self.is_paged("list", TERM="dumb"))

    def test_an_empty_pager_is_none(self) -> None:
        env = {**self.sandbox.terminal_env(), "PAGER": ""}
        session = Session([self.sandbox.root / "bin/mend", "list"], env=env, rows=10, cwd=self.sandbox.cwd)
        self.addCleanup(session.close)
        self.assertEqual(session.finish(), 0)
        self.assertEqual(session.text().count("entry "), 60)

    def test_a_pipe_never_has_one(self) -> None:
        self.assertNotIn("paged", self.on_pipe("list", PAGER=PAGER))
        self.assertIn("entry 59", self.on_pipe("list", PAGER=PAGER))

    def test_a_pager_that_is_not_there_costs_nothing(self) -> None:
        text = self.on_terminal("list", rows=10, PAGER="no-such-pager 2>/dev/null").text()
        self.assertEqual(text.count("entry "), 60)

    def test_a_pager_that_is_left_early_is_no_failure(self) -> None:
        self.on_terminal("list", rows=10, PAGER="head -n 1")
        self.on_terminal("list", rows=10, PAGER="true")

    def test_damage_is_told_all_the_same(self) -> None:
        self.write("2026-10.toml", "format = 1\n[[entry]]\nid = \n")
        text = self.on_terminal("list", rows=10, PAGER=PAGER, exit=65).text()
        self.assertIn("entry 59", text)
        self.assertIn("2026-10.toml:3:", text)

    @unittest.skipUnless(shutil.which("less"), "less is not installed, so it was not tried")
    def test_less_shows_colours_and_leaves_no_page(self) -> None:
        enters, leaves = "\x1b[?1049h", "\x1b[?1049l"
        for changes in ({"PAGER": "less"}, {"LESS": "FRX"}, {"LESS": "-X -P private$"}, {"LESS": "--no-init"},
                        {"PAGER": "less -X"}, {"LESS": "-r"}):
            with self.subTest(changes=changes):
                env = self.environment(self.sandbox.terminal_env(**{"PAGER": "less", **changes}))
                command = [self.sandbox.root / "bin/mend", "list", "--grep", "entry", "--color", "always"]
                session = Session(command, env=env, columns=80, rows=20, cwd=self.sandbox.cwd)
                self.addCleanup(session.close)
                session.wait_for("entry 10")
                session.send("q")
                self.assertEqual(session.finish(), 0)
                raw = session.output.decode("utf-8", "replace")
                self.assertIn(enters, raw)
                self.assertGreater(raw.rindex(leaves), raw.rindex("entry"))
                self.assertNotIn("ESC[", raw)
                self.assertFalse((self.sandbox.root / "home/.lesshst").exists())


if __name__ == "__main__":
    sys.exit(main(__doc__))
