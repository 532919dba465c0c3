#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tab in a real fish: what does completions/mend.fish offer, and what does it put on the line?

    completion_fish_test.py --mend BINARY --source REPOSITORY

Exit: 0 as it should be, 1 not, 77 fish is not installed.
"""

from __future__ import annotations

import shutil
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import completing_shell  # noqa: E402
from completing_shell import CompletingShell, make_sandbox  # noqa: E402
from sandbox import Sandbox  # noqa: E402

RC = """\
function fish_prompt; echo -n 'ready> '; end
function fish_greeting; end
set -g fish_autosuggestion_enabled 0
function show_line; printf '%s|\\n' (commandline) >>$LINES_FILE; end
bind \\cx show_line
"""


class Fish(CompletingShell):
    """An interactive fish that has read the completion and nothing of the user's."""

    show_line_key = "\x18"  # ctrl-x

    def __init__(self) -> None:
        script = f"{RC}\nsource {completing_shell.SOURCE}/completions/mend.fish"
        fish = shutil.which("fish") or "fish"
        super().__init__(make_sandbox(), [fish, "--no-config", "-i", "-C", script], columns=160)


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
                f"source {completing_shell.SOURCE}/completions/mend.fish; complete -C $argv[1]",
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
        self.assertEqual(offers["path"], "Print the journal's folder.")
        self.assertNotIn("__complete", offers)
        self.offers_only("mend jou", "journals")
        self.offers_only("mend -q stat", "status")
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
        self.assertEqual(self.offers("mend log e/checked,c/ca"), {"e/checked,c/call-at-noon": "Rang at noon: as agreed"})
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
        self.assertEqual(self.offers("mend show aa"), {"aaaa000001": "Fri 20 Nov  consistency  action"})
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
        self.fish = Fish()
        self.addCleanup(self.fish.close)
        self.sandbox = self.fish.sandbox

    def becomes(self, line: str, expected: str) -> None:
        with self.subTest(line=line):
            self.assertEqual(self.fish.complete(line), expected)

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
        self.fish.complete("mend show ")
        self.assertEqual([each.name for each in self.sandbox.cwd.iterdir()], ["notes.txt"])

    def test_errors_stay_silent(self) -> None:
        damage(self.sandbox)
        self.becomes("mend log c/on", "mend log c/on-time ")
        self.fish.session.send("echo al''ive", "enter")
        self.fish.session.wait_for("alive")
        self.assertNotIn("mend:", self.fish.session.text())
        self.assertNotIn("toml", self.fish.session.text())


if __name__ == "__main__":
    sys.exit(completing_shell.main(__doc__, "fish"))
