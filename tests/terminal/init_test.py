#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""init asks its questions on a terminal, and writes only what was answered to the end.

    init_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys

from terminal_case import Session, TerminalCase, main

PREAMBLE = "# What this journal is read by. Plain TOML: edit it freely.\nformat = 1\n"
WAITING = ("[mending] ", "[monday] ", "[00:00] ", "[on] ")
ASKED = (
    "A few questions about this journal. Enter takes what is in brackets, Ctrl-D leaves.",
    "",
    "Whose journal is it? mending: who broke trust, healing: who was hurt, or both [mending] both",
    "Which day does your week begin on? [monday] sunday",
    "When does a new day begin? Say 04:00 if you are often up past midnight. [00:00] 04:00",
    "Is one quiet day bridged, so that it ends no streak? on or off [on] on",
)


class Init(TerminalCase):
    def start(self, *options: str, columns: int = 80) -> Session:
        command = ["mend", "init", *options]
        session = Session(command, env=self.sandbox.terminal_env(), columns=columns)
        self.addCleanup(session.close)
        return session

    def written(self, journal: str = "main") -> str:
        return (self.sandbox.data / journal / "journal.toml").read_text()

    def test_answers_are_written(self) -> None:
        session = self.start("-j", "sam")
        for waiting, answer in zip(WAITING, ("healing", "sunday", "04:00", "off")):
            session.wait_for(waiting)
            session.send(answer, "enter")
        session.wait_for("ready")
        self.assertEqual(session.finish(), 0)
        answers = 'role = "healing"\nweek_start = "sunday"\nday_start = "04:00"\ngrace = false\n'
        self.assertEqual(self.written("sam"), PREAMBLE + answers)
        folder = self.sandbox.data / "sam"
        modes = [path.stat().st_mode & 0o777 for path in (folder, folder / "journal.toml")]
        self.assertEqual(modes, [0o700, 0o600])

    def test_enter_takes_the_default_also_when_typed_ahead(self) -> None:
        session = self.start()
        session.send("enter", "enter", "enter", "enter")
        self.assertEqual(session.finish(), 0)
        answers = 'role = "mending"\nweek_start = "monday"\nday_start = "00:00"\ngrace = true\n'
        self.assertEqual(self.written(), PREAMBLE + answers)

    def test_bad_answers_ask_again(self) -> None:
        session = self.start()
        session.wait_for(WAITING[0])
        session.send("the one who", "enter")
        session.wait_for("Write mending, healing or both.\n")
        session.wait_for(WAITING[0])
        session.send("Both", "enter", "enter", "9", "enter")
        session.wait_for("Write a time, such as 04:00.\n")
        session.send("enter", "enter")
        self.assertEqual(session.finish(), 0)
        self.assertIn('role = "both"\nweek_start = "monday"\nday_start = "00:00"\n', self.written())

    def test_lines_break_between_words(self) -> None:
        answers = ["both", "sunday", "04:00", "on"]
        for columns in (40, 80):
            session = self.start("-j", f"at-{columns}", columns=columns)
            for waiting, answer in zip(WAITING, answers):
                session.wait_for(waiting)
                session.send(answer, "enter")
            self.assertEqual(session.finish(), 0)
            lines = session.screen().lines()
            asked = lines[: next(i for i, line in enumerate(lines) if line.startswith("ready "))]
            self.assertEqual(" ".join(asked), " ".join(ASKED), f"at {columns} columns")

    def test_leaving_at_any_question_writes_nothing(self) -> None:
        for key, said, status in (
            ("ctrl-d", "Nothing was written.", 0),
            ("ctrl-c", "mend: interrupted; nothing was written", 130),
        ):
            for answered in range(len(WAITING)):
                with self.subTest(key=key, answered=answered):
                    session = self.start("-j", "sam")
                    for waiting in WAITING[:answered]:
                        session.wait_for(waiting)
                        session.send("enter")
                    session.wait_for(WAITING[answered])
                    session.send(key)
                    self.assertEqual(session.finish(), status)
                    self.assertEqual(session.screen().lines()[-1], said)
                    self.assertFalse((self.sandbox.data / "sam").exists())

    def test_nobody_is_asked_in_vain(self) -> None:
        options = (["--no-input"], ["--role", "both"], ["--json"])
        for number, words in enumerate(options):
            session = self.on_terminal("init", "-j", f"journal-{number}", *words)
            self.assertNotIn(WAITING[0], session.text())
        session = self.on_terminal("init", "-j", "journal-0", exit=73)
        self.assertIn("already exists", session.text())
        self.assertNotIn(WAITING[0], session.text())


if __name__ == "__main__":
    sys.exit(main(__doc__))
