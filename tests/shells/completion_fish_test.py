#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tab in a real fish: what does completions/mend.fish offer, and what does it put on the line?

    completion_fish_test.py --mend BINARY --source REPOSITORY

Exit: 0 as it should be, 1 not, 77 fish is not installed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from sandbox import Sandbox  # noqa: E402
from terminal import Session  # noqa: E402

SKIPPED = 77
PROMPT = "ready> "
SHOW_LINE = "\x18"  # ctrl-x, bound below
ERASE_LINE = "\x01\x0b"  # to the start, then all that follows

JOURNAL = """\
[[action]]
key = "call-at-noon"
step = "consistency"
text = "Rang at noon"
"""

MONTH = """\
[[entry]]
id = "aaaa000001"
day = 2026-11-20
at = 2026-11-20T18:00:00+01:00
kind = "action"
step = "consistency"
text = "Home by six"
tags = ["work", "sam's", "two words"]

[[entry]]
id = "bbbb000002"
day = 2026-11-21
at = 2026-11-21T18:00:00+01:00
kind = "note"
step = "empathy"
text = "The $(touch hostile) \\u001B[31mred\\n`touch hostile`"
tags = ["work", "$(touch hostile)", "`touch hostile`", "line\\nbreak", "\\u001B[31m", "Küche"]
"""

RC = """\
function fish_prompt; echo -n 'ready> '; end
function fish_greeting; end
set -g fish_autosuggestion_enabled 0
function show_line; printf '%s|\\n' (commandline) >>$LINES_FILE; end
bind \\cx show_line
"""

MEND = Path()
SOURCE = Path()


def make_sandbox() -> Sandbox:
    sandbox = Sandbox(MEND)
    for name in ("main", "sam", "my journal"):
        folder = sandbox.data / name
        folder.mkdir(parents=True, mode=0o700)
        (folder / "journal.toml").write_text(JOURNAL)
    (sandbox.data / "main/2026-11.toml").write_text(MONTH)
    (sandbox.data / "sam/journal.toml").write_text(JOURNAL.replace("call-at-noon", "walk-home"))
    (sandbox.work / "notes.txt").touch()
    return sandbox


def damage(sandbox: Sandbox) -> None:
    sandbox.config.mkdir(parents=True, exist_ok=True)
    (sandbox.config / "config.toml").write_text("color = [\n")
    (sandbox.data / "main/journal.toml").write_text('grace = "perhaps"\n[[action]]\n')


class Offers(unittest.TestCase):
    """What fish itself says it would offer, by its `complete -C`."""

    def setUp(self) -> None:
        self.sandbox = make_sandbox()
        self.addCleanup(self.sandbox.remove)

    def offers(self, line: str) -> dict[str, str]:
        result = self.sandbox.execute(
            [
                shutil.which("fish") or "fish",
                "--no-config",
                "-c",
                f"source {SOURCE}/completions/mend.fish; complete -C $argv[1]",
                line,
            ]
        )
        self.assertEqual(result.stderr, b"")
        lines = result.stdout.decode().splitlines()
        return {name: description for name, _, description in (each.partition("\t") for each in lines)}

    def offers_only(self, line: str, *names: str) -> None:
        with self.subTest(line=line):
            self.assertEqual(sorted(self.offers(line)), sorted(names))

    def test_commands(self) -> None:
        offers = self.offers("mend ")
        self.assertEqual(offers["path"], "Print where the journal lies.")
        self.assertNotIn("__complete", offers)
        self.offers_only("mend jou", "journals")
        self.offers_only("mend -q che", "check")
        self.offers_only("mend help jou", "journals")

    def test_options(self) -> None:
        self.assertEqual(self.offers("mend --col"), {"--color": "auto, always or never"})
        self.offers_only("mend --color a", "always", "auto")
        self.offers_only("mend rest --s", "--step")
        self.offers_only("mend today --d", "--discreet", "--dry-run")
        self.offers_only("mend list --kind ac", "action")
        self.offers_only("mend init --role hea", "healing")

    def test_steps_and_actions(self) -> None:
        self.offers_only("mend log cons", "consistency")
        self.offers_only("mend log c/o", "c/on-time", "c/owned-up", "c/own-routine")
        self.offers_only("mend log 2,c/on", "2,c/on-time")
        self.offers_only('mend log "c/on', "c/on-time")
        self.assertEqual(self.offers("mend log e/checked,c/ca"), {"e/checked,c/call-at-noon": "Rang at noon"})
        self.offers_only("mend streak a emp", "empathy")

    def test_fields(self) -> None:
        self.assertEqual(self.offers("mend note 'e' 'the call' -f they_f"), {"they_felt=": "What they felt"})
        self.offers_only("mend note e -f they_felt=alone -d yes", "yesterday")

    def test_journals(self) -> None:
        self.offers_only("mend -j sa", "sam")
        self.offers_only("mend -j my\\ jo", "my journal")
        self.offers_only('mend -j "my jo', "my journal")

    def test_the_journal_named_on_the_line(self) -> None:
        self.offers_only("mend -j sam log c/wal", "c/walk-home")
        self.offers_only("mend --journal=sam log c/wal", "c/walk-home")

    def test_tags(self) -> None:
        self.assertEqual(self.offers("mend log c -t wo"), {"work": "2 entries"})
        self.offers_only("mend list --tag=wo", "--tag=work")
        self.offers_only("mend list -t tw", "two words")
        self.offers_only("mend list -t 'tw", "two words")
        self.offers_only("mend list -t sam", "sam's")
        self.offers_only("mend list -t sam\\'", "sam's")
        self.offers_only('mend list -t "sam\'', "sam's")
        self.offers_only("mend list -t Kü", "Küche")
        hostile = self.offers("mend list -t ")
        self.assertEqual([each for each in hostile if "break" in each or "31m" in each], [])

    def test_ids_come_with_what_their_entries_say(self) -> None:
        self.assertEqual(self.offers("mend show aa"), {"aaaa000001": "Fri 20 Nov  consistency  Home by six"})
        self.offers_only("mend rm bbbb ", "aaaa000001")
        self.offers_only("mend show @", "@1", "@2")

    def test_dates(self) -> None:
        self.assertEqual(self.offers("mend log c -d yes"), {"yesterday": "Sat 21 Nov"})
        self.assertEqual(self.offers("mend log c --on=yes"), {"--on=yesterday": "Sat 21 Nov"})
        self.offers_only("mend list mon..yes", "mon..yesterday")
        self.offers_only("mend rest tom", "tomorrow")

    def test_values_of_fields(self) -> None:
        self.offers_only("mend note h -f defended=y", "defended=yes")
        self.offers_only("mend note a -f asked=no", "asked=not yet")
        self.offers_only('mend note a -f "asked=no', "asked=not yet")

    def test_settings_and_shells(self) -> None:
        self.offers_only("mend config set week", "week_start")
        self.offers_only("mend config set week_start sun", "sunday")
        self.offers_only("mend completions f", "fish")

    def test_nothing_fits(self) -> None:
        for line in ("mend nothing", "mend log x", "mend log c not", "mend log c ./no", "mend show n",
                     "mend list -n n", "mend note e -f nothing"):
            self.offers_only(line)

    def test_a_redirection_takes_files(self) -> None:
        self.offers_only("mend list > no", "notes.txt")

    def test_errors_stay_silent(self) -> None:
        damage(self.sandbox)
        self.offers_only("mend log c/on", "c/on-time")
        self.offers_only("mend -j sa", "sam")

    def test_without_mend(self) -> None:
        # Whoever runs this may have a mend of their own.
        if shutil.which("mend", path="/usr/local/bin:/usr/bin:/bin"):
            self.skipTest("another mend is installed")
        (self.sandbox.root / "bin/mend").unlink()
        self.offers_only("mend jou")


class OnTheLine(unittest.TestCase):
    """What a tab makes of the line in a terminal."""

    def setUp(self) -> None:
        self.sandbox = make_sandbox()
        self.addCleanup(self.sandbox.remove)
        self.lines_file = self.sandbox.root / "lines"
        self.lines_file.touch()
        self.count = 0
        self.session = Session(
            [
                shutil.which("fish") or "fish",
                "--no-config",
                "-i",
                "-C",
                f"{RC}\nsource {SOURCE}/completions/mend.fish",
            ],
            env=self.sandbox.terminal_env(LINES_FILE=str(self.lines_file)),
            cwd=self.sandbox.work,
            columns=160,
        )
        self.addCleanup(self.session.close)
        self.session.wait_for(PROMPT)

    def complete(self, line: str) -> str:
        self.session.send(line, "tab", SHOW_LINE)
        self.count += 1
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            lines = self.lines_file.read_text().splitlines()
            if len(lines) >= self.count:
                self.session.send(ERASE_LINE)
                return lines[self.count - 1].removesuffix("|")
            time.sleep(0.005)
        raise AssertionError(f"the shell does not answer; it shows:\n{self.session.screen()}")

    def becomes(self, line: str, expected: str) -> None:
        with self.subTest(line=line):
            self.assertEqual(self.complete(line), expected)

    def test_spaces(self) -> None:
        self.becomes("mend jou", "mend journals ")
        self.becomes("mend log 2,c/on", "mend log 2,c/on-time ")
        self.becomes("mend -j my", "mend -j my\\ journal ")
        self.becomes("mend note e -f they_f", "mend note e -f they_felt=")
        self.becomes("mend list -t tw", "mend list -t two\\ words ")
        self.becomes("mend note a -f asked=no", "mend note a -f asked=not\\ yet ")
        self.becomes("mend log c --on=yes", "mend log c --on=yesterday ")
        self.becomes("mend log c ./no", "mend log c ./no")

    def test_what_was_typed_once_never_becomes_a_command(self) -> None:
        self.becomes("mend list -t \\$", "mend list -t \\$\\(touch\\ hostile\\) ")
        self.becomes("mend list -t '$", "mend list -t '$(touch hostile)' ")
        self.becomes('mend list -t "\\$', 'mend list -t "\\$(touch hostile)" ')
        self.complete("mend show ")
        self.assertEqual([each.name for each in self.sandbox.work.iterdir()], ["notes.txt"])

    def test_errors_stay_silent(self) -> None:
        damage(self.sandbox)
        self.becomes("mend log c/on", "mend log c/on-time ")
        self.session.send("echo al''ive", "enter")
        self.session.wait_for("alive")
        self.assertNotIn("mend:", self.session.text())
        self.assertNotIn("toml", self.session.text())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mend", type=Path, required=True)
    parser.add_argument("--source", type=Path, required=True)
    options = parser.parse_args()
    if shutil.which("fish") is None:
        print("SKIPPED: fish is not installed, so its completion was not tested", file=sys.stderr)
        return SKIPPED
    global MEND, SOURCE
    MEND, SOURCE = options.mend.resolve(), options.source.resolve()
    result = unittest.main(argv=sys.argv[:1], exit=False).result
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
