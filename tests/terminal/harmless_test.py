#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No byte somebody stored or passed drives the terminal: control characters are made visible.

    harmless_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from terminal_case import TerminalCase, entry, main

# Clears the screen, sets the title, asks for an answer; then C0, DEL, C1, bidi and invisible controls.
HOSTILE = (
    "\x1b[2J\x1b]0;title\x07\x1b[6n\x1bc\x00\x08\x0b\x0c\x0d\x7f"
    "\x80\x85\x9b31m\x9d0;x\x9c\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069"
    "\ufeff\U000e0041"
)
# Emoji and scripts need these, and they do no harm.
PASSING = "👩\u200d👩\u200d👧 ❤\ufe0f می\u200cروم"

STYLE = re.compile(rb"\x1b\[[0-9;]*m")
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)


def toml_text(text: str) -> str:
    escaped = (c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" for c in text)
    return '"' + "".join(escaped) + '"'


BAD = toml_text(f"start {HOSTILE} {PASSING} end")

JOURNAL = (
    entry("begun", "action", 'step = "consistency"', at="2026-11-02T18:00:00+01:00")
    + entry("act1", "action", 'step = "consistency"', f"action = {BAD}", f"text = {BAD}", f"tags = [{BAD}]")
    + entry("note2", "note", 'step = "empathy"', f"text = {BAD}", f"they_felt = {BAD}", f"{BAD} = {BAD}")
    + entry("part3", "note", 'step = "empathy"', f"i_heard = {BAD}", f"mine = [{{ {BAD} = {BAD} }}]")
    + entry("slip4", "setback", 'step = "patience"', 'severity = "slip"', f"text = {BAD}")
    + entry("prom5", "promise", 'step = "consistency"', f"text = {BAD}", "due = 2026-11-22", f"to = {BAD}")
    + entry("room6", "space", "until = 2026-11-22T20:00:00+01:00", f"text = {BAD}")
    + entry("rest7", "rest", "from = 2026-11-22", "to = 2026-11-22", 'steps = ["space"]', f"reason = {BAD}")
    + entry("own8", "action", 'step = "consistency"', 'action = "call"')
)
EVERY_ID = ["act1", "note2", "part3", "slip4", "prom5", "room6", "rest7", "own8"]


class Harmless(TerminalCase):
    journal = JOURNAL
    settings = f'[[action]]\nkey = "call"\nstep = "consistency"\ntext = {BAD}\n'

    def assert_harmless(self, output: bytes, has_tabs: bool = False) -> None:
        text = STYLE.sub(b"", output).decode("utf-8").replace("\r\n", "\n")
        if has_tabs:
            text = text.replace("\t", " ")
        found = FORBIDDEN.search(text)
        self.assertIsNone(found, found and ascii(text[max(0, found.start() - 60) : found.end() + 20]))

    def test_stored_texts(self) -> None:
        for columns in (40, 80, 200):
            for command in (
                ["today"], ["day", "today"], ["list"], ["list", "--grep", "start"], ["streak"], ["status"],
                ["rm", *EVERY_ID, "--dry-run"], ["log", "c/call", "--dry-run"],
            ):  # fmt: skip
                with self.subTest(command=command, columns=columns):
                    self.assert_harmless(self.on_terminal(*command, columns=columns).output)

    def test_show(self) -> None:
        self.assert_harmless(self.on_terminal("show", *EVERY_ID).output, has_tabs=True)

    def test_rm_and_undo(self) -> None:
        for command in (["rm", *EVERY_ID], ["undo", "--dry-run"], ["undo"]):
            with self.subTest(command=command):
                self.assert_harmless(self.on_terminal(*command).output)

    def test_on_a_pipe_as_well(self) -> None:
        for command in (["today"], ["list"], ["show", *EVERY_ID], ["rm", "act1"], ["undo"]):
            result = self.sandbox.run(*command)
            with self.subTest(command=command):
                self.assert_harmless(result.stdout + result.stderr)

    def test_texts_just_given(self) -> None:
        argument = HOSTILE.replace("\x00", "") + PASSING
        for command in (
            ["log", "c", argument, "-t", argument],
            ["note", "e", argument, "-f", f"they_felt={argument}"],
            ["rest", "tomorrow", "--reason", argument],
            ["log", "c", argument, "--dry-run"],
            ["undo"],
        ):
            with self.subTest(command=command[0]):
                self.assert_harmless(self.on_terminal(*command).output)

    def test_joiners_and_variation_selectors_pass(self) -> None:
        self.assertIn(PASSING, self.on_pipe("list", "--grep", "start"))

    def test_usage_errors(self) -> None:
        bad = HOSTILE.replace("\x00", "")
        for command in (
            [bad], ["--" + bad], ["--x" + bad], ["-j", bad, "list"], ["--color", bad],
            ["log", bad], ["log", "c/" + bad], ["log", "c", "-d", bad],
            ["note", "e", "-f", bad + "=x"], ["note", "h", "-f", "listened_min=" + bad],
            ["rest", bad], ["rest", "today", "--step", bad],
            ["today", bad], ["day", bad], ["streak", bad], ["check", bad], ["help", bad],
            ["list", bad], ["list", "--kind", bad], ["list", "-n", bad], ["list", "--since", bad],
            ["show", "@" + bad], ["status", "--format", "%" + bad], ["init", "--role", bad],
        ):  # fmt: skip
            with self.subTest(command=[ascii(each) for each in command]):
                self.assert_harmless(self.on_terminal(*command, exit=2).output)
        for command in (["show", bad], ["rm", bad]):
            self.assert_harmless(self.on_terminal(*command, exit=1).output)

    def test_a_status_format_is_the_callers_own(self) -> None:
        # Prompts put colour there on purpose; on a pipe it has to arrive.
        streak = self.on_pipe("status", "--format", "%s").strip()
        self.assertEqual(self.on_pipe("status", "--format", "\x1b[32m%s\x1b[0m"), f"\x1b[32m{streak}\x1b[0m\n")

    def test_environment_variables(self) -> None:
        bad = HOSTILE.replace("\x00", "")
        self.assert_harmless(self.on_terminal("today", exit=2, MEND_NOW=bad).output)
        self.assert_harmless(self.on_terminal("today", exit=2, MEND_JOURNAL=bad).output)
        self.assert_harmless(self.on_terminal("list", TZ="Mars" + bad).output)

    def test_damaged_text(self) -> None:
        raw = HOSTILE.replace("\x00", "").replace("\n", "")
        for damage in (
            raw, f"[{raw}]", f'kind = "{raw}"', f'step = "{raw}',
            f"kind = {BAD}", f"step = {BAD}", f"[{BAD}]\n[{BAD}]", f"{BAD} = 1\n{BAD} = 2",
            f'kind = "note"\nstep = "empathy"\ntext = {raw}',
            f'kind = "setback"\nstep = "empathy"\nseverity = {BAD}',
            f'kind = "note"\nstep = "empathy"\nid = {BAD}',
        ):  # fmt: skip
            self.write("2026-11.toml", f"format = 1\n\n[[entry]]\nday = 2026-11-22\n{damage}\n")
            with self.subTest(damage=ascii(damage)):
                self.assert_harmless(self.on_terminal("list", exit=65).output)

    def test_settings(self) -> None:
        for settings in (
            f"{BAD} = 1", f"role = {BAD}", f"[steps.{BAD}]\ncadence = {BAD}", f"[steps.empathy]\n{BAD} = 1", HOSTILE,
        ):  # fmt: skip
            self.write("journal.toml", settings)
            with self.subTest(settings=ascii(settings)):
                self.assert_harmless(self.on_terminal("today", exit=65).output)

    def test_names_of_files_and_folders(self) -> None:
        folder = Path(self.sandbox.root, "data" + HOSTILE.replace("\x00", ""))
        folder.mkdir(mode=0o700)
        env = {"XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        self.assert_harmless(self.on_terminal("init", "--no-input", **env).output)
        self.assert_harmless(self.on_terminal("init", "--no-input", exit=73, **env).output)
        for command in (["path"], ["path", "--all"], ["journals"], ["log", "c"]):
            self.assert_harmless(self.on_terminal(*command, **env).output)
        (folder / "mend/main/2026-10.toml").write_text("damaged")
        (folder / "mend/main/2026-09.toml").mkdir()
        (folder / "mend/main/2026-08.toml").write_text("format = 1\n[[entry]]\nday = 5\n")
        self.assert_harmless(self.on_terminal("list", exit=74, **env).output)
        self.assert_harmless(self.on_terminal("log", "c", "-d", "10-01", **env).output)

    def test_names_of_journals(self) -> None:
        (self.sandbox.data / ("sam" + HOSTILE.replace("\x00", ""))).mkdir(mode=0o700)
        self.assert_harmless(self.on_terminal("journals").output)
        self.assert_harmless(self.on_terminal("-j", "samm", "log", "c", exit=2).output)


if __name__ == "__main__":
    sys.exit(main(__doc__))
