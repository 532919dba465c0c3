#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Without a UTF-8 locale mend itself writes nothing but ASCII; what people wrote is not its own.

    ascii_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys

from terminal_case import TerminalCase, entry, main

LONG = "Home by six, as said, although the train stood still outside the city for twenty minutes, twice"

JOURNAL = (
    entry("begun", "action", 'step = "consistency"', at="2026-11-02T18:00:00+01:00")
    + entry("long", "action", 'step = "consistency"', f'text = "{LONG}"', 'action = "on-time"')
    + entry("note", "note", 'step = "empathy"', f'they_felt = "{LONG}"')
    + entry("slip", "setback", 'step = "patience"', 'severity = "slip"', f'text = "{LONG}"')
    + entry("tyres", "promise", 'step = "consistency"', f'text = "{LONG}"', "due = 2026-11-22")
    + entry("room", "space", "until = 2026-11-22T20:00:00+01:00", f'text = "{LONG}"')
    + entry("off", "rest", "from = 2026-11-22", "to = 2026-11-22", 'steps = ["space"]')
)

COMMANDS = (
    ["today"], ["day", "11-10"], ["streak"], ["list"], ["show", "long", "note"], ["check", "c"],
    ["status"], ["journals"], ["path"], ["path", "--all"], ["help"], ["log", "c", "x"],
    ["log", "c", "-d", "mon"], ["note", "e", "x"], ["rest", "tomorrow..+3d"], ["rm", "long", "--dry-run"],
    ["undo", "--dry-run"], ["init", "--dry-run", "--no-input"], ["log", "c", "x", "--dry-run"],
)  # fmt: skip

HELP = ["log", "note", "rest", "today", "day", "streak", "list", "show", "rm", "undo", "check", "status",
        "init", "journals", "path", "help"]  # fmt: skip

WRONG = (
    ["log", "x"], ["log", "c/x"], ["day", "tomorrow"], ["day", "11/22"], ["note", "e", "--no-input"], ["xyzzy"],
    ["show", "zz"],
)  # fmt: skip


class Ascii(TerminalCase):
    journal = JOURNAL

    def test_a_terminal_in_an_ascii_locale(self) -> None:
        for columns in (40, 80):
            for command in [*COMMANDS, *(["help", each] for each in HELP)]:
                with self.subTest(command=command, columns=columns):
                    output = self.on_terminal(*command, columns=columns, LC_ALL="C").output
                    self.assertTrue(output.isascii(), output)

    def test_errors(self) -> None:
        for command in WRONG:
            code = 1 if command[0] == "show" else 2
            with self.subTest(command=command):
                output = self.on_terminal(*command, exit=code, LC_ALL="C").output
                self.assertTrue(output.isascii(), output)

    def test_a_pipe_in_an_ascii_locale(self) -> None:
        for command in COMMANDS:
            result = self.sandbox.run(*command, env={"LC_ALL": "C", "COLUMNS": "40"})
            with self.subTest(command=command):
                self.assertTrue((result.stdout + result.stderr).isascii(), result)

    def test_which_variable_says_so(self) -> None:
        for changes, is_ascii in (
            ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, True),
            ({"LC_ALL": "POSIX"}, True),
            ({"LC_ALL": "de_DE.ISO-8859-1"}, True),
            ({"LC_ALL": "", "LC_CTYPE": "C", "LANG": "C.UTF-8"}, True),
            ({"LC_ALL": "", "LC_CTYPE": "", "LANG": ""}, True),
            ({"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
            ({"LC_ALL": "", "LANG": "de_DE.utf8"}, False),
            ({"LC_ALL": "en_GB.UTF-8"}, False),
        ):
            with self.subTest(changes=changes):
                self.assertEqual(self.on_terminal("today", **changes).output.isascii(), is_ascii)

    def test_what_people_wrote_stays_theirs(self) -> None:
        own = entry("own", "note", 'step = "empathy"', 'text = "Käse, 中文"')
        self.write("2026-11.toml", "format = 1\n" + own)
        self.assertIn("Käse, 中文", self.on_terminal("show", "own", LC_ALL="C").text())


if __name__ == "__main__":
    sys.exit(main(__doc__))
