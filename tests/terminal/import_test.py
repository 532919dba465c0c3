#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A long import shows on a terminal how far it is, and leaves nothing of that behind; an export for
somebody else is shown first and asked about.

    import_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys

from terminal_case import Session, TerminalCase, entry, main

COUNT = 2500
DONE = f"imported  {COUNT} entries into 2026-10"
QUESTION = "Is this what you want to hand over? [y/N] "
CLOSING = "Written by one person about their own effort."


class Import(TerminalCase):
    # It begins before what comes in: nothing is to be said of its first day.
    journal = entry("aaaa", "action", 'step = "consistency"', at="2026-09-30T18:00:00+02:00")

    def setUp(self) -> None:
        super().setUp()
        rows = "".join(f"id{i:08d},2026-10-{i % 28 + 1:02d},note,empathy,one of many\n" for i in range(COUNT))
        (self.sandbox.cwd / "rows.csv").write_text("id,day,kind,step,text\n" + rows)

    def test_progress_is_shown_and_wiped(self) -> None:
        for columns in (80, 40):
            with self.subTest(columns=columns):
                session = self.on_terminal("import", "rows.csv", "--from", "csv", columns=columns)
                told = [f"reading {done} of {COUNT}" for done in range(500, COUNT + 1, 500)]
                at = [session.text().find(line) for line in told]
                self.assertNotIn(-1, at)
                self.assertEqual(at, sorted(at))
                lines = " ".join(line.strip() for line in session.screen().lines()).strip()
                self.assertEqual(lines, DONE)
                self.on_terminal("undo", "-q")

    def test_a_pipe_and_a_quiet_import_are_told_nothing(self) -> None:
        session = self.on_terminal("import", "rows.csv", "--from", "csv", "-q", "--dry-run")
        self.assertNotIn("reading", session.text())
        result = self.sandbox.run("import", "rows.csv", "--from", "csv")
        self.assertEqual((result.stdout.decode(), result.stderr.decode()), (DONE + "\n", ""))

    def test_progress_is_not_in_the_way_of_a_refusal(self) -> None:
        with (self.sandbox.cwd / "rows.csv").open("a") as file:
            file.write("odd,2026-10-32,note,empathy,x\n")
        session = self.on_terminal("import", "rows.csv", "--from", "csv", exit=65)
        lines = [line for line in session.screen().lines() if line.strip()]
        self.assertTrue(lines[0].startswith("mend: "), lines)
        self.assertIn(f"rows.csv:{COUNT + 2}:1:", session.text())

    def test_undo_says_how_many_it_takes_back(self) -> None:
        self.on_terminal("import", "rows.csv", "--from", "csv")
        session = self.on_terminal("undo")
        lines = session.text().splitlines()
        self.assertEqual(lines[:2], ["undid import", f"taken back: {COUNT} entries"])
        self.assertEqual((len(lines), lines[-1]), (22, f"  and {COUNT - 19} more"))


class Export(TerminalCase):
    journal = entry("aaaa", "note", 'step = "empathy"', 'text = "my own words"')

    def start(self, *options: str) -> Session:
        session = Session(
            ["mend", "export", "--for", "partner", *options],
            env=self.environment(self.sandbox.terminal_env()),
            cwd=self.sandbox.cwd,
        )
        self.addCleanup(session.close)
        return session

    def test_it_is_shown_and_written_when_confirmed(self) -> None:
        for form in ("json", "csv", "toml", "markdown"):
            session = self.start("--format", form, "-o", f"shared.{form}")
            session.wait_for(QUESTION)
            self.assertIn("empathy", session.text())
            self.assertNotIn("my own words", session.text())
            file = self.sandbox.cwd / f"shared.{form}"
            self.assertFalse(file.exists())
            session.send("y", "enter")
            self.assertEqual(session.finish(), 0)
            self.assertNotIn("my own words", file.read_text())
            self.assertEqual(file.stat().st_mode & 0o777, 0o600)

    def test_anything_but_yes_hands_nothing_over(self) -> None:
        for keys in (["enter"], ["n", "enter"], ["ctrl-d"]):
            session = self.start("-o", "shared.json")
            session.wait_for(QUESTION)
            session.send(*keys)
            session.wait_for("Nothing was shown or written to anyone.")
            self.assertEqual(session.finish(), 1)
            self.assertEqual(list(self.sandbox.cwd.iterdir()), [])

    def test_what_stays_on_the_screen_is_not_written_twice(self) -> None:
        session = self.start("--format", "markdown")
        session.wait_for(QUESTION)
        session.send("y", "enter")
        self.assertEqual(session.finish(), 0)
        self.assertEqual(" ".join(session.text().split()).count(CLOSING), 1)

    def test_what_is_shown_is_what_is_written(self) -> None:
        for command, forms in (("report", ["text", "json", "html", "markdown", "csv"]),
                               ("export", ["json", "toml", "markdown", "ics", "csv"])):
            for reader in ("partner", "counsellor"):
                for form in forms:
                    with self.subTest(command=command, reader=reader, form=form):
                        file = self.sandbox.cwd / f"{command}.{reader}.{form}"
                        session = Session(
                            ["mend", command, "--for", reader, "--format", form, "--with", "aaaa", "-o", file],
                            env=self.environment(self.sandbox.terminal_env()), cwd=self.sandbox.cwd,
                        )
                        self.addCleanup(session.close)
                        shown = session.wait_for(QUESTION)
                        session.send("y", "enter")
                        self.assertEqual(session.finish(), 0)
                        written = file.read_bytes().decode().replace("\r\n", "\n")
                        self.assertIn("my own words", written) if form != "ics" else None
                        self.assertTrue(session.text().startswith(written + "\n" + QUESTION.strip()), session.text())

    def test_with_discretion_a_terminal_gets_nothing_and_a_file_everything(self) -> None:
        for more in ([], ["-o", "-"], ["--format", "csv"], ["--for", "counsellor"], ["--for", "partner", "-o", "x"]):
            session = self.on_terminal("export", "--discreet", *more, exit=2)
            self.assertNotIn("my own words", session.text())
            self.assertIn("discreet is on", session.text())
        self.assertEqual(list(self.sandbox.cwd.iterdir()), [])
        self.on_terminal("export", "--discreet", "-o", "all.json")
        self.assertIn("my own words", (self.sandbox.cwd / "all.json").read_text())
        self.on_terminal("export", "--discreet", "--for", "counsellor", "--no-input", "-o", "theirs.json")
        self.assertIn("note", (self.sandbox.cwd / "theirs.json").read_text())


if __name__ == "__main__":
    sys.exit(main(__doc__))
