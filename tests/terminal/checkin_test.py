#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A check-in on a terminal keeps every answer, however it ends.

    checkin_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import sys
import tomllib

from terminal_case import Session, TerminalCase, display_width, entry, main

# The two daily steps are asked, the others only when it is their last chance: never.
SETTINGS = "".join(
    f'[steps.{step}]\ncadence = "as-needed"\n'
    for step in ("apology", "responsibility", "space", "empathy", "patience", "connection")
)



def promise(id: str, step: str, text: str, due: str) -> str:
    lines = (f'step = "{step}"', f'text = "{text}"', f"due = {due}")
    return entry(id, "promise", *lines, at="2026-11-20T09:00:00+01:00")


AGREEMENTS = "".join(
    (
        promise("letter", "consistency", "the letter", "2026-11-22T12:00:00+01:00"),
        promise("bread", "empathy", "bread for breakfast", "2026-11-22"),
        promise("form", "consistency", "the form", "2026-11-22T20:00:00+01:00"),
        promise("walls", "consistency", "paint the walls", "2026-11-24"),
        entry("apart", "space", "until = 2026-11-22T19:30:00+01:00", 'text = "an hour apart"'),
    )
)


class CheckinCase(TerminalCase):
    settings = SETTINGS

    def start(self, *options: str, columns: int = 80, **changes: str) -> Session:
        env = self.sandbox.terminal_env(**changes)
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

    def answer(self, session: Session, *dialogue: tuple[str, str]) -> None:
        """Waits for each question to its end, and answers it. An empty answer is Enter alone."""
        for question, answer in dialogue:
            session.wait_for(question)
            # What is typed before the prompt is echoed before it.
            if question and not question.endswith("> "):
                session.wait_for("> ")
            session.send(answer, "enter")

    def begin_note(self, session: Session) -> None:
        session.wait_for("q leave > ")
        session.send("n", "enter")
        session.wait_for("In your words > ")
        session.send("the bill", "enter")
        session.wait_for("About what? > ")
        session.send("money", "enter")
        session.wait_for("Number > ")

    NOTE = {"kind": "note", "step": "honesty", "text": "the bill", "topic": "money"}


class Checkin(CheckinCase):
    def test_notes_and_actions(self) -> None:
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
        session.wait_for("without words > ")
        session.send("1", "enter")
        session.wait_for("kept  consistency")
        session.wait_for("Another step")
        session.send("p", "enter")
        session.wait_for("Be patient")
        session.send("k", "enter")
        session.wait_for("without words > ")
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

    def test_q_leaves_a_setback(self) -> None:
        session = self.start()
        self.answer(session, ("q leave > ", "s"), ("go back (or Enter)", "q"))
        session.wait_for("Nothing was written.")
        self.assertEqual(session.finish(), 0)
        session = self.start()
        self.answer(session, ("q leave > ", "s"), ("go back (or Enter)", ""), ("q leave > ", "s"))
        self.answer(session, ("go back (or Enter)", "l"), ("What happened", "late again"))
        self.answer(session, ("Do they know?", "q"))
        session.wait_for("saved: 1 setback")
        self.assertEqual(session.finish(), 0)
        self.assertEqual(
            self.entries(),
            [{"kind": "setback", "step": "honesty", "severity": "lapse", "text": "late again"}],
        )

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
        session.wait_for("words > ")
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


class Narrow(CheckinCase):
    """Lines that fit stay as they are, colours or not; the last line is broken like the others."""

    settings = SETTINGS.replace('[steps.apology]\ncadence = "as-needed"', '[steps.apology]\ncadence = "1/week"')
    journal = AGREEMENTS + "".join(
        entry(f"sorry{day}", "note", 'step = "apology"', 'text = "x"', at=f"2026-11-{day}T18:00:00+01:00")
        for day in ("02", 14)
    )

    def test_no_line_is_broken_twice(self) -> None:
        session = self.start(columns=40)
        self.answer(session, ("the letter", "k"), ("apart", "b"), ("form", "c"), ("When", "+2d"))
        self.answer(session, ("bread", ""), ("Apologize", "k"), ("words > ", ""))
        session.wait_for("kept")
        session.wait_for("leave > ")
        self.answer(session, ("", "s"), ("go back", "s"), ("What happened", "x"), ("know", "o"))
        session.wait_for("What it did")
        session.send("ctrl-c")
        self.assertEqual(session.finish(), 130)
        text = session.text()
        self.assertRegex(text, r"(?m)^kept  apology  [a-z2-9]{4}$")
        self.assertIn("    done this week; 2 of 2 in 2 weeks, 3\n    weeks in a row\n", text)
        self.assertIn("saved: 1 action, 1 setback, 1 promise, 1\nnew time, 1 return\n", text)
        for line in text.splitlines():
            self.assertLessEqual(display_width(line), 40, line)


class AnotherZone(CheckinCase):
    """Promises of another zone are asked about by the clock here, on the day they have here."""

    journal = "".join(
        (
            promise("letter", "consistency", "the letter", "2026-11-23T02:00:00+09:00"),
            promise("form", "consistency", "the form", "2026-11-23T06:00:00+09:00"),
            entry(
                "apart",
                "space",
                "until = 2026-11-23T04:00:00+09:00",
                'text = "an hour apart"',
                at="2026-11-23T03:00:00+09:00",
            ),
        )
    )

    def test_times_are_those_of_the_clock_here(self) -> None:
        session = self.start(TZ="UTC0", MEND_NOW="2026-11-22T18:30:00+00:00")
        self.answer(session, ("A promise, was due 17:00: the letter", "k"))
        session.wait_for("It was due 17:00.")
        self.answer(session, ("A space, until 19:00: an hour apart", "b"))
        session.wait_for("back  on time")
        self.answer(session, ("A promise, due 21:00: the form", "q"))
        session.wait_for("saved: 1 promise, 1 return")
        self.assertEqual(session.finish(), 0)


class WholeDay(CheckinCase):
    """What waits, what the day asks, a breach and its chapter; every answer is in the journal."""

    journal = AGREEMENTS + "".join(
        entry(f"kept{day}", "action", 'step = "consistency"', at=f"2026-11-{day}T18:00:00+01:00")
        for day in (19, 20, 21)
    )

    def logged(self) -> list[dict]:
        """What `mend list` says of today, but for what the journal had before."""
        unstable = ("id", "day", "at")
        return [
            {key: value for key, value in each.items() if key not in unstable}
            for each in json.loads(self.on_pipe("list", "today", "--json"))["entries"]
            if each["id"] != "apart"
        ]

    def test_from_the_promises_to_leaving(self) -> None:
        session = self.start()
        self.answer(session, ("A promise, was due 12:00: the letter", "m"))
        session.wait_for("promise missed  consistency  the letter")
        session.wait_for("Nothing you kept before it is undone.")
        self.answer(session, ("A space, until 19:30: an hour apart", "b"))
        session.wait_for("back  on time")
        self.answer(session, ("A promise, due 20:00: the form", "c"), ("When", "nonsense"))
        session.wait_for("'nonsense' is not a date")
        self.answer(session, ("When", "+2d"))
        session.wait_for("promise changed  consistency  the form")
        self.answer(session, ("A promise, due today: bread for breakfast", "k"))
        session.wait_for("promise kept  empathy  bread for breakfast")
        self.answer(
            session,
            ("Be open and honest", "n"),
            ("In your words > ", "the bill"),
            ("About what? > ", "."),
        )
        session.wait_for("kept  honesty")
        self.answer(session, ("Be consistent", "k"), ("without words > ", "1"))
        session.wait_for("4 days in a row")
        self.answer(
            session,
            ("Another step", "p"),
            ("leave > ", "k"),
            ("without words > ", "let it be \N{SEEDLING}"),
            ("Another step", "c"),
            ("leave > ", "s"),
            ("b breach, g go back", "b"),
            ("What happened", "hid a letter"),
            ("Do they know?", "f"),
            ("What it did > ", ""),
            ("What led up to it > ", "no sleep"),
            ("Next time", "."),
        )
        session.wait_for(re.compile(r"A new\s+chapter begins"))
        session.wait_for("A new chapter begins tomorrow. Best in the one before: 4 days.")
        self.answer(session, ("Another step", "h"), ("leave > ", "q"))
        session.wait_for("saved: 2 actions, 1 note, 1 setback, 2 promises, 1 new time, 1 return")
        self.assertEqual(session.finish(), 0)
        self.assertNotIn("paint the walls", session.text())
        self.assertEqual(
            self.logged(),
            [
                {"kind": "outcome", "promise": "letter", "result": "missed"},
                {"kind": "return", "space": "apart", "result": "on-time"},
                {
                    "kind": "outcome",
                    "promise": "form",
                    "result": "changed",
                    "due": "2026-11-24",
                },
                {"kind": "outcome", "promise": "bread", "result": "kept"},
                {"kind": "note", "step": "honesty", "text": "the bill"},
                {"kind": "action", "step": "consistency", "action": "on-time"},
                {"kind": "action", "step": "patience", "text": "let it be \N{SEEDLING}"},
                {
                    "kind": "setback",
                    "step": "consistency",
                    "severity": "breach",
                    "text": "hid a letter",
                    "told": "found-out",
                    "before": "no sleep",
                },
            ],
        )
        # What one question did is one step of undo.
        everything = self.logged()
        undone = self.sandbox.run("undo").stdout.decode()
        self.assertIn("hid a letter", undone)
        self.assertNotIn("put back", undone)
        self.assertEqual(self.logged(), everything[:-1])
        self.sandbox.run("redo")
        self.assertEqual(self.logged(), everything)

    def test_leaving_among_what_waits_keeps_what_was_answered(self) -> None:
        for key, status in (("ctrl-d", 0), ("ctrl-c", 130)):
            with self.subTest(key=key):
                session = self.start()
                self.answer(session, ("the letter", "k"), ("an hour apart", "c"))
                session.wait_for("When")
                session.send(key)
                session.wait_for("saved: 1 promise")
                self.assertEqual(session.finish(), status)
                self.assertEqual(
                    self.logged(), [{"kind": "outcome", "promise": "letter", "result": "late"}]
                )
                self.sandbox.run("undo")

    def test_a_space_that_is_over_or_goes_on(self) -> None:
        session = self.start()
        self.answer(session, ("the letter", ""), ("an hour apart", "c"), ("When", "19:10"))
        session.wait_for("The space lasts until 19:30 already")
        self.answer(session, ("When", "22:00"), ("the form", "q"))
        session.wait_for("saved: 1 new time")
        self.assertEqual(session.finish(), 0)
        session = self.start(MEND_NOW="2026-11-22T22:30:00+01:00")
        self.answer(session, ("the letter", ""), ("the form", ""), ("A space, was until 22:00", "b"))
        self.assertIn("b back, l not yet (or Enter), q leave >", session.text())
        session.wait_for("back  late; it was due to end at 22:00")
        session.send("ctrl-d")
        session.wait_for("saved: 1 return")
        self.assertEqual(session.finish(), 0)
        self.assertEqual([each["result"] for each in self.logged()], ["extended", "late"])

    def test_what_somebody_else_settles_meanwhile_is_told(self) -> None:
        session = self.start()
        session.wait_for("the letter")
        self.assertEqual(self.sandbox.run("promise", "drop", "letter").exit, 0)
        self.answer(session, ("leave > ", "k"))
        session.wait_for("The promise lett is settled: missed on Sun 22 Nov.")
        self.answer(session, ("an hour apart", "b"))
        session.wait_for("the form")
        session.send("ctrl-d")
        session.wait_for("saved: 1 return")
        self.assertEqual(session.finish(), 0)

    def test_an_answer_that_cannot_be_saved_is_kept_and_the_others_stay(self) -> None:
        self.sandbox.run("config", "set", "lock_timeout", "0")
        session = self.start()
        self.answer(session, ("the letter", "m"), ("an hour apart", ""), ("the form", ""))
        self.answer(session, ("bread", ""), ("leave > ", "k"), ("without words > ", "told it all"))
        session.wait_for("Be consistent")
        folder = os.open(self.sandbox.data / "main", os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)
        self.answer(session, ("leave > ", "k"), ("without words > ", "home by six"))
        self.assertEqual(session.finish(), 75)
        text = session.text()
        self.assertNotIn("it was saved", text)
        self.assertIn("nothing was saved; what you wrote is kept in", " ".join(text.split()))
        self.assertIn("saved: 1 action, 1 promise\n", text)
        (kept,) = (self.sandbox.state / "recovery").iterdir()
        self.assertIn("home by six", kept.read_text())
        self.assertEqual([each["kind"] for each in self.logged()], ["outcome", "action"])

    def test_an_outcome_that_cannot_be_saved_is_not_told_as_saved(self) -> None:
        self.sandbox.run("config", "set", "lock_timeout", "0")
        session = self.start()
        self.answer(session, ("the letter", "m"))
        session.wait_for("an hour apart")
        folder = os.open(self.sandbox.data / "main", os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)
        session.send("b", "enter")
        self.assertEqual(session.finish(), 75)
        self.assertNotIn("it was saved", session.text())
        self.assertIn("saved: 1 promise\n", session.text())

    def test_discreet_has_no_words(self) -> None:
        session = self.start("--discreet")
        self.answer(session, ("A promise, was due 12:00\n", ""), ("A space, until 19:30\n", "q"))
        session.wait_for("Nothing was written.")
        self.assertEqual(session.finish(), 0)


if __name__ == "__main__":
    sys.exit(main(__doc__))
