#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does any command, with --discreet, show a word somebody typed, or how bad a setback was?

    discreet_test.py --mend BINARY --source REPOSITORY

Every command is run, as text and as JSON, on a journal in which everything a person can type holds a
marker, its own name too. A new command fails here until it is among RUNS.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Result, Sandbox, make_private_folder  # noqa: E402

NAME = "zebra-home"
SEEN = re.compile(r'zebra|breach|\blapse|slip\b|found.out|"told"|\btold (yes|no)|told: |^told  |(?-i:\bTold\b)|telling', re.IGNORECASE | re.MULTILINE)
SETTINGS = """format = 1
partner = "Zebra"

[[action]]
key = "zebra-walk"
step = "consistency"
text = "zebra walk"
cadence = "daily"
"""


def entry(id: str, kind: str, *lines: str, day: str = "2026-11-22") -> str:
    head = f'\n[[entry]]\nid = "{id}"\nday = {day}\nat = {day}T12:00:00+01:00\nkind = "{kind}"\n'
    return head + "".join(f"{line}\n" for line in lines)


MONTH = "format = 1\n" + "".join(
    [
        entry("hard1", "setback", 'step = "honesty"', 'severity = "breach"', 'told = "no"', 'text = "zebra"',
              'before = "zebra"', 'tags = ["zebra"]', day="2026-11-20"),
        entry("soft2", "setback", 'step = "patience"', 'severity = "lapse"', 'told = "found-out"', 'urge = "zebra"'),
        entry("note3", "note", 'step = "empathy"', 'text = "zebra"', 'they_felt = "zebra"', 'tags = ["zebra"]'),
        entry("own4", "action", 'step = "consistency"', 'action = "zebra-walk"', 'text = "zebra"', 'mood = "zebra"'),
        entry("prom5", "promise", 'step = "consistency"', 'text = "zebra"', "due = 2026-11-22", 'to = "Zebra"',
              'if_then = "zebra"'),
        entry("spac6", "space", 'until = 2026-11-22T18:00:00+01:00', 'text = "zebra"', 'contact = "none"'),
        entry("rest7", "rest", "from = 2026-11-10", "to = 2026-11-11", 'reason = "zebra"'),
        entry("prom8", "promise", 'step = "consistency"', 'text = "zebra"', "due = 2026-11-21", day="2026-11-19"),
        entry("limi2", "limit", 'text = "zebra"', "until = 2026-12-22", 'asked_by = "them"'),
        entry("outc9", "outcome", 'promise = "prom8"', 'result = "kept"', day="2026-11-20"),
    ]
)

# Lines for bash behind `mend`, for each command. What has nothing of a journal in it has none.
RUNS: dict[str, list[str]] = {
    "log": ["log c", "log c/zebr-walk", "log c --dry-run"],
    "note": ["note e x", "note e -f they_fel=x"],
    "setback": ["setback h x --severity breach", "setback h --severity breach --told no", "setback p --severity x",
                "setback h --severity lapse --told found-out --dry-run"],
    "promise add": ["promise add x --due fri", "promise add x --due fri --to y --dry-run"],
    "promise keep": ["promise keep", "promise keep prom5 --dry-run", "promise keep prom8"],
    "promise miss": ["promise miss prom5 --dry-run"],
    "promise change": ["promise change prom5 --due +3d --dry-run"],
    "promise drop": ["promise drop prom5 --dry-run"],
    "promise list": ["promise list", "promise list --all"],
    "space begin": ["space begin --until +1d --dry-run"],
    "space extend": ["space extend --until +9d", "space extend --until +9d --dry-run"],
    "space back": ["space back --dry-run"],
    "space list": ["space list"],
    "limit add": ["limit add x --until +3d", "limit add x --dry-run"],
    "limit lift": ["limit lift limi2 --dry-run", "limit lift prom5"],
    "limit list": ["limit list", "limit"],
    "rest": ["rest tomorrow --dry-run"],
    "action add": ["action add tea tea --step b --dry-run"],
    "action list": ["action list"],
    "action rename": ["action rename zebr-walk tea"],
    "action retire": ["action retire zebr-walk"],
    "today": ["today", "-j zebr-home today", ""],
    "day": ["day today", "day 2026-11-20"],
    "streak": ["streak", "streak p", "streak h", "streak c/zebr-walk"],
    "report": ["report", "report month --format csv", "report --format html", "report --format markdown",
               "report --notes", "report --with note3", "report --for partner --with note3 --with prom8",
               "report --for counsellor --with soft2"],
    "calendar": ["calendar"],
    "list": ["list", "list --kind setback", "list --tag zebr", "list --grep zebra"],
    "show": ["show hard1 soft2 note3 own4 prom5 spac6 rest7 outc9", "show nothing"],
    "steps": ["steps", "steps c"],
    "suggest": ["suggest", "suggest --step c"],
    "edit": ["edit soft2 --text x --dry-run", "edit note3 -f they_fel=x"],
    "rm": ["rm soft2 --dry-run", "rm hard1 note3 own4"],
    "undo": ["undo --dry-run", "undo"],
    "redo": ["redo --dry-run", "redo", "undo"],
    "due": ["due"],
    "status": ["status"],
    "check": ["check", "check c/zebr-walk"],
    "init": ["init", "init -j zebra-two --dry-run"],
    "journals": ["journals"],
    "import": ["export --format csv -o all.csv", "import all.csv --from csv --dry-run", "import all.csv --from csv"],
    "config get": ["config get partner", "config get journal"],
    "config list": ["config list"],
    "config set": ["config set grace true", "config set partner x --dry-run"],
    "config unset": ["config unset partner --dry-run"],
    "config edit": ["config edit journal"],
    "config path": ["config path"],
    "doctor": ["doctor"],
    "path": ["path", "path --all"],
}
# An export is data, a shell's completion and help are the program's own, and a talk needs a terminal.
WITHOUT = {"export", "completions", "help", "checkin"}


class Discreet(ProgramCase):
    def setUp(self) -> None:
        self.sandbox = Sandbox(self.mend)
        self.addCleanup(self.sandbox.remove)
        folder = self.sandbox.data / NAME
        make_private_folder(folder)
        self.write(NAME, MONTH)
        self.write_file(folder / "journal.toml", SETTINGS)

    @staticmethod
    def write_file(path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o600)

    def write(self, name: str, month: str) -> None:
        self.write_file(self.sandbox.data / name / "2026-11.toml", month)

    def run_line(self, line: str, **variables: str) -> Result:
        return self.sandbox.execute(["bash", "-c", f"mend {line}"], env={"MEND_JOURNAL": NAME, **variables})

    def assert_hides(self, line: str, result: Result) -> None:
        text = (result.stdout + result.stderr).decode()
        seen = SEEN.search(text)
        self.assertIsNone(seen, f"in: mend {line}\n{text}")

    def test_every_command_is_tried(self) -> None:
        self.assertEqual(set(self.command_names()) - WITHOUT - set(RUNS), set())

    def test_no_command_shows_a_word(self) -> None:
        for lines in RUNS.values():
            for line in lines:
                for more in ("", " --json"):
                    with self.subTest(line=line + more):
                        self.assert_hides(line + more, self.run_line(line + more, MEND_DISCREET="1"))

    def test_damage_is_named_without_a_word(self) -> None:
        self.write(NAME, MONTH + '\n[[entry]]\nid = "zebra"\nkind = "setback"\nseverity = "zebra"\n')
        for line in ("list", "today", "doctor", "doctor --json", "log c"):
            with self.subTest(line=line):
                result = self.run_line(line, MEND_DISCREET="1")
                text = (result.stdout + result.stderr).decode().replace('"zebra"', "")
                self.assertNotIn("zebra-home", text)
                self.assertIn("2026-11.toml", text)

    def test_completion_offers_no_word_and_no_name(self) -> None:
        for line in ("-j ''", "show ''", "list --tag ''", "log c/", "setback c --severity ''", "action retire ''"):
            with self.subTest(line=line):
                self.assert_hides(line, self.run_line(f"__complete -- {line}", MEND_DISCREET="1"))

    def test_the_test_would_see_them(self) -> None:
        for line in ("today", "list", "show soft2", "report --notes", "journals", "path", "config get partner"):
            self.assertIsNotNone(SEEN.search(self.run_line(line).stdout.decode()), line)


if __name__ == "__main__":
    sys.exit(main(__doc__))
