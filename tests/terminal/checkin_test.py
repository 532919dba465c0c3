#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A check-in on a terminal keeps every answer, however it ends.

    checkin_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys
import tomllib

from terminal_case import Session, TerminalCase, display_width, main

# The two daily steps are asked, the others only when it is their last chance: never.
SETTINGS = "".join(
    f'[steps.{step}]\ncadence = "as-needed"\n'
    for step in ("apology", "responsibility", "space", "empathy", "patience", "connection")
)


class Checkin(TerminalCase):
    settings = SETTINGS

    def start(self, *options: str, columns: int = 80) -> Session:
        env = self.sandbox.terminal_env()
        session = Session(["mend", "checkin", *options], env=env, rows=200, columns=columns)
        self.addCleanup(session.close)
        return session

    def entries(self) -> list[dict]:
        """What the journal says, without ids and times."""
        month = tomllib.loads((self.sandbox.data / "main/2026-11.toml").read_text())
        unstable = ("id", "day", "at")
        return [
            {key: value for key, value in entry.items() if key not in unstable}
            for entry in month.get("entry", [])
        ]

    def begin_note(self, session: Session) -> None:
        session.wait_for("q leave > ")
        session.send("n", "enter")
        session.wait_for("In your words > ")
        session.send("the bill", "enter")
        session.wait_for("About what? > ")
        session.send("money", "enter")
        session.wait_for("Its number > ")

    NOTE = {"kind": "note", "step": "honesty", "text": "the bill", "topic": "money"}

    def test_a_whole_check_in(self) -> None:
        session = self.start()
        session.wait_for("Be open and honest")
        self.begin_note(session)
        session.send("2", "enter")
        session.wait_for("What happened, plainly > ")
        session.send(".", "enter")
        session.wait_for("kept  honesty")
        session.wait_for("Be consistent")
        session.wait_for("q leave > ")
        session.send("k", "enter")
        session.wait_for("bare tick > ")
        session.send("1", "enter")
        session.wait_for("kept  consistency")
        session.wait_for("Another step")
        session.send("p", "enter")
        session.wait_for("Be patient")
        session.send("k", "enter")
        session.wait_for("bare tick > ")
        session.send("let it be \N{SEEDLING}", "enter")
        session.wait_for("Another step")
        session.send("enter")
        session.wait_for("saved: 2 actions, 1 note")
        self.assertEqual(session.finish(), 0)
        self.assertEqual(
            self.entries(),
            [
                {**self.NOTE, "prompted": "they asked"},
                {"kind": "action", "step": "consistency", "action": "on-time"},
                {"kind": "action", "step": "patience", "text": "let it be \N{SEEDLING}"},
            ],
        )

    def test_leaving_keeps_every_answer(self) -> None:
        for key, status in (("ctrl-d", 0), ("ctrl-c", 130)):
            with self.subTest(key=key):
                before = len(self.entries())
                session = self.start()
                self.begin_note(session)
                session.send(key)
                session.wait_for("saved: 1 note")
                self.assertEqual(session.finish(), status)
                self.assertEqual(self.entries()[before:], [self.NOTE])
                self.sandbox.run("rm", "@1")

    def test_a_terminal_that_is_closed_loses_nothing(self) -> None:
        session = self.start()
        self.begin_note(session)
        session.hang_up()
        self.assertEqual(self.entries(), [self.NOTE])

    def test_nothing_is_asked_without_a_terminal(self) -> None:
        for options in (["--no-input"], ["--json"]):
            session = self.on_terminal("checkin", *options, exit=2)
            self.assertIn("needs a terminal", session.text())
        self.assertEqual(self.on_pipe("checkin", exit=2), "")
        self.assertEqual(self.entries(), [])

    def test_it_fits_forty_columns(self) -> None:
        session = self.start("--dry-run", columns=40)
        session.wait_for("leave > ")
        session.send("k", "enter")
        session.wait_for("tick > ")
        session.send("enter")
        session.wait_for("leave > ")
        session.send("n", "enter")
        session.wait_for("words > ")
        session.send(".", "enter")
        session.wait_for("end > ")
        session.send("ctrl-d")
        self.assertEqual(session.finish(), 0)
        for line in session.text().splitlines():
            self.assertLessEqual(display_width(line), 40, line)
        self.assertEqual(self.entries(), [])


if __name__ == "__main__":
    sys.exit(main(__doc__))
