#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is made for somebody else is shown first on a terminal, and asked about.

    report_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys

from terminal_case import Session, TerminalCase, entry, main

QUESTION = "Is this what you want to hand over? [y/N] "
CLOSING = "Written by one person about their own effort."


class Report(TerminalCase):
    journal = entry("aaaa", "action", 'step = "consistency"', 'text = "home by six"')

    def start(self, *options: str) -> Session:
        session = Session(
            ["mend", "report", *options],
            env=self.environment(self.sandbox.terminal_env()),
            cwd=self.sandbox.cwd,
        )
        self.addCleanup(session.close)
        return session

    def test_it_is_shown_and_written_when_confirmed(self) -> None:
        session = self.start("--for", "partner", "--format", "html", "-o", "page.html")
        session.wait_for(QUESTION)
        self.assertIn(CLOSING, session.text())
        self.assertFalse((self.sandbox.cwd / "page.html").exists())
        session.send("y", "enter")
        session.wait_for("written  page.html")
        self.assertEqual(session.finish(), 0)
        page = self.sandbox.cwd / "page.html"
        self.assertIn(CLOSING, page.read_text())
        self.assertEqual(page.stat().st_mode & 0o777, 0o600)

    def test_anything_but_yes_hands_nothing_over(self) -> None:
        for keys in (["enter"], ["no", "enter"], ["ctrl-d"]):
            session = self.start("--for", "counsellor", "-o", "page.txt")
            session.wait_for(QUESTION)
            session.send(*keys)
            session.wait_for("Nothing was shown or written to anyone.")
            self.assertEqual(session.finish(), 1)
            self.assertEqual(list(self.sandbox.cwd.iterdir()), [])

    def test_a_text_on_the_screen_is_not_printed_twice(self) -> None:
        session = self.start("--for", "counsellor")
        session.wait_for(QUESTION)
        session.send("y", "enter")
        self.assertEqual(session.finish(), 0)
        self.assertEqual(session.text().count(CLOSING), 1)

    def test_nobody_is_asked_about_ones_own(self) -> None:
        session = self.on_terminal("report")
        self.assertNotIn(QUESTION, session.text())

    def test_no_input_asks_nothing(self) -> None:
        session = self.on_terminal("report", "--for", "partner", "--no-input")
        self.assertNotIn(QUESTION, session.text())
        self.assertIn(CLOSING, session.text())

    def test_a_pipe_gets_what_was_asked(self) -> None:
        self.assertIn(CLOSING, self.on_pipe("report", "--for", "partner"))


if __name__ == "__main__":
    sys.exit(main(__doc__))
