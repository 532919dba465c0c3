#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""mend asks, pages and opens an editor only when standard input and output are both a terminal.

    prompts_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

from terminal_case import Session, TerminalCase, entry, main

# Far longer than any command takes, far shorter than a person.
PATIENCE = 10.0

COMMANDS = (
    ["today"], ["day", "yesterday"], ["streak"], ["list"], ["show", "@1"], ["rm", "@1", "--dry-run"],
    ["undo"], ["check"], ["status"], ["init", "-j", "sam"], ["journals"], ["path"], ["help"],
    ["config"], ["config", "edit"], ["config", "set", "editor"],
    ["log"], ["log", "c"], ["log", "c", "x"], ["rest", "tomorrow"],
    ["note"], ["note", "e"], ["note", "e", "x"], ["note", "e", "-f", "they_felt=x"],
)  # fmt: skip


class Prompts(TerminalCase):
    journal = "".join(
        entry(f"many{n:03}", "action", 'step = "consistency"', f'text = "number {n}"') for n in range(300)
    )

    def setUp(self) -> None:
        super().setUp()
        self.traces = self.sandbox.root / "traces"
        self.traces.mkdir()
        for name in ("editor", "pager", "vi", "less", "more"):
            script = self.sandbox.root / "bin" / name
            script.write_text(f'#!/bin/sh\ntouch "{self.traces}/{name}"\n')
            script.chmod(0o700)
        self.sandbox.env |= dict.fromkeys(("MEND_EDITOR", "VISUAL", "EDITOR"), "editor") | {"PAGER": "pager"}

    def assert_nothing_was_opened(self) -> None:
        self.assertEqual(sorted(os.listdir(self.traces)), [])

    def test_without_a_terminal_nothing_waits_for_an_answer(self) -> None:
        for command in COMMANDS:
            # A standard input that never ends and never says anything.
            mend = self.sandbox.root / "bin/mend"
            process = self.sandbox.start([mend, *command], stdin=subprocess.PIPE)
            begun = time.monotonic()
            with self.subTest(command=command), process:
                assert process.stdout and process.stderr and process.stdin
                process.stdout.read()
                process.stderr.read()
                self.assertLess(time.monotonic() - begun, PATIENCE)
                process.stdin.close()
        self.assert_nothing_was_opened()

    def half_a_terminal(self, script: str) -> Session:
        session = Session(["sh", "-c", script], env=self.sandbox.terminal_env(), cwd=self.sandbox.cwd)
        self.addCleanup(session.close)
        session.finish(PATIENCE)
        return session

    def test_a_terminal_on_one_side_is_not_enough(self) -> None:
        for command in ("note e", "init -j kim", "list", "today", "undo", "log c"):
            self.half_a_terminal(f"mend {command} | cat")
            self.half_a_terminal(f"mend {command} < /dev/null")
        self.assert_nothing_was_opened()

    def test_no_input_asks_nothing_on_a_terminal_either(self) -> None:
        self.on_terminal("note", "e", "--no-input", exit=2)
        self.on_terminal("init", "-j", "lee", "--no-input")
        self.assert_nothing_was_opened()

    def test_the_editor_opens_on_a_terminal_and_an_unchanged_template_saves_nothing(self) -> None:
        before = self.sandbox.entries()
        for variables, editor in (
            ({}, "editor"),
            ({"MEND_EDITOR": "", "VISUAL": "less"}, "less"),
            ({"MEND_EDITOR": "", "VISUAL": "", "EDITOR": "more"}, "more"),
            ({"MEND_EDITOR": "", "VISUAL": "", "EDITOR": ""}, "vi"),
        ):
            environment = self.environment(self.sandbox.terminal_env(**variables))
            with self.subTest(editor=editor), Session(["mend", "note", "e"], env=environment) as session:
                session.finish(PATIENCE)
                self.assertEqual(os.listdir(self.traces), [editor], session.text())
                (self.traces / editor).unlink()
        self.assertEqual(self.sandbox.entries(), before)

    def test_a_tick_on_a_terminal_does_not_wait(self) -> None:
        self.on_terminal("log", "c")
        self.on_terminal("check", "c")

    def typing(self) -> Session:
        return Session(["mend", "log", "c", "-"], env=self.sandbox.terminal_env(), cwd=self.sandbox.cwd)

    def test_a_dash_on_a_terminal_reads_until_the_end_of_input(self) -> None:
        with self.typing() as session:
            session.send("home by six", "enter", "ctrl-d")
            self.assertEqual(session.finish(), 0)
        self.assertIn("home by six", self.on_pipe("list", "-n", "1"))

    def test_ctrl_c_while_typing_saves_nothing(self) -> None:
        before = self.sandbox.entries()
        with self.typing() as session:
            time.sleep(0.3)  # until it reads; the terminal echoes whether it does or not
            session.send("half a sen", "enter")
            session.wait_for("half a sen")
            session.send("ctrl-c")
            self.assertEqual(session.finish(), 130, session.text())
        self.assertEqual(self.sandbox.entries(), before)


if __name__ == "__main__":
    sys.exit(main(__doc__))
