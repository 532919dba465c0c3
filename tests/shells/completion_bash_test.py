#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tab in a real bash: what does completions/mend.bash offer, and what does it put on the line?

    completion_bash_test.py --mend BINARY --source REPOSITORY

Exit: 0 as it should be, 1 not, 77 bash is not installed.
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

RC = """\
PS1='ready> '
bind 'set show-all-if-ambiguous on'
bind 'set page-completions off'
bind 'set completion-query-items 0'
bind 'set completion-display-width 0'
bind 'set bell-style none'
bind 'set enable-bracketed-paste off'
show_line() { printf '%s\\n' "$READLINE_LINE|" >>"$LINES_FILE"; }
bind -x '"\\C-x\\C-l": show_line'
"""


class Bash(CompletingShell):
    """An interactive bash that has read the completion and nothing of the user's."""

    show_line_key = "\x18\x0c"  # ctrl-x ctrl-l

    def __init__(self, options: str = "") -> None:
        sandbox = make_sandbox()
        script = sandbox.root / "rc"
        completion = completing_shell.SOURCE / "completions/mend.bash"
        script.write_text(f"{RC}\n{options}\nsource '{completion}'\n")
        bash = shutil.which("bash") or "bash"
        super().__init__(sandbox, [bash, "--noprofile", "--rcfile", script, "-i"], columns=200)

    def offers(self, line: str) -> list[str]:
        """What is listed below a line for which several things fit."""
        return [each.split("  (")[0].rstrip() for each in self.listed(line)]

    def listed(self, line: str) -> list[str]:
        """The same, with what each is."""
        return self.printed(line).split("\n", 1)[1].split(completing_shell.PROMPT)[0].splitlines()


class Completion(unittest.TestCase):
    options = ""

    @classmethod
    def setUpClass(cls) -> None:
        cls.bash = Bash(cls.options)
        cls.addClassCleanup(cls.bash.close)

    def becomes(self, line: str, expected: str, *keys: str) -> None:
        with self.subTest(line=line):
            self.assertEqual(self.bash.complete(line, *keys), expected)

    def test_commands(self) -> None:
        self.becomes("mend jou", "mend journals ")
        self.becomes("mend -q stat", "mend -q status ")
        self.assertIn("streak", self.bash.offers("mend "))
        self.assertNotIn("__complete", self.bash.offers("mend "))
        self.becomes("mend help jou", "mend help journals ")

    def test_options(self) -> None:
        self.becomes("mend --col", "mend --color ")
        self.becomes("mend --color al", "mend --color always ")
        self.becomes("mend list --gr", "mend list --grep ")
        self.becomes("mend list --kind ac", "mend list --kind action ")
        self.becomes("mend init --role hea", "mend init --role healing ")
        self.becomes("mend rest --s", "mend rest --step ")
        self.assertEqual(self.bash.offers("mend today --d"), ["--discreet", "--dry-run"])

    def test_steps_and_actions(self) -> None:
        self.becomes("mend log cons", "mend log consistency ")
        self.becomes("mend log c/on", "mend log c/on-time ")
        self.becomes("mend log 2,c/on", "mend log 2,c/on-time ")
        self.becomes("mend log e/checked,c/call", "mend log e/checked,c/call-at-noon ")
        self.becomes('mend log "c/on', 'mend log "c/on-time" ')
        self.becomes("mend streak a emp", "mend streak a empathy ")
        self.assertEqual(
            self.bash.offers("mend log c/o"), ["c/on-time", "c/owned-up", "c/own-routine"]
        )
        self.assertEqual(self.bash.offers("mend log 2,c")[:2], ["2,consistency", "2,connection"])

    def test_fields(self) -> None:
        self.becomes("mend note e -f they_f", "mend note e -f they_felt=")
        self.becomes("mend note e -f they_felt=", "mend note e -f they_felt=")
        self.becomes("mend note e -f they_felt=al", "mend note e -f they_felt=al")
        self.becomes("mend note e -f they_felt=alone -d yes", "mend note e -f they_felt=alone -d yesterday ")
        self.assertIn("i_heard=", self.bash.offers("mend note empathy 'the call' -f "))

    def test_journals(self) -> None:
        self.becomes("mend -j sa", "mend -j sam ")
        self.becomes("mend -j my", "mend -j my\\ journal ")
        self.becomes('mend -j "my', 'mend -j "my journal" ')
        self.becomes("mend -j my\\ jo", "mend -j my\\ journal ")

    def test_the_journal_named_on_the_line(self) -> None:
        self.becomes("mend -j sam log c/wal", "mend -j sam log c/walk-home ")
        self.becomes("mend --journal=sam log c/wal", "mend --journal=sam log c/walk-home ")
        self.becomes("mend log c/wal", "mend log c/wal")

    def test_tags(self) -> None:
        self.becomes("mend log c -t wo", "mend log c -t work ")
        self.becomes("mend list --tag=wo", "mend list --tag=work ")
        self.becomes("mend list -t tw", "mend list -t two\\ words ")
        self.becomes("mend list -t 'tw", "mend list -t 'two words' ")
        self.becomes("mend list -t sam", "mend list -t sam\\'s ")
        self.becomes("mend list -t sam\\'", "mend list -t sam\\'s ")
        self.becomes("mend list -t 'sam", "mend list -t 'sam'\\''s' ")
        self.becomes('mend list -t "sam', 'mend list -t "sam\'s" ')
        self.becomes("mend list -t Kü", "mend list -t Küche ")

    def test_what_was_typed_once_never_becomes_a_command(self) -> None:
        self.becomes("mend list -t \\$", "mend list -t \\$\\(touch\\ hostile\\) ")
        self.becomes('mend list -t "\\$', 'mend list -t "\\$(touch hostile)" ')
        self.becomes("mend list -t '$", "mend list -t '$(touch hostile)' ")
        self.becomes("mend list -t \\`", "mend list -t \\`touch\\ hostile\\` ")
        offers = self.bash.printed("mend list -t ")
        self.assertNotIn("break", offers)
        self.assertNotIn("31m", offers)
        for line in ("mend list -t ", "mend show ", "mend list -t \\$", 'mend list -t "\\$'):
            self.bash.complete(line)
        self.assertEqual([each.name for each in self.bash.sandbox.cwd.iterdir()], ["notes.txt"])

    def test_ids(self) -> None:
        self.becomes("mend show aa", "mend show aaaa000001 ")
        self.becomes("mend rm bbbb aa", "mend rm bbbb aaaa000001 ")
        self.assertEqual(self.bash.offers("mend show "), ["bbbb000002", "aaaa000001"])
        self.assertEqual(self.bash.offers("mend show @"), ["@1", "@2"])
        day_step_kind = ["bbbb000002  (Sat 21 Nov  empathy  note)", "aaaa000001  (Fri 20 Nov  consistency  action)"]
        self.assertEqual(self.bash.listed("mend show "), day_step_kind)
        self.becomes("mend edit aaaa -f nothing", "mend edit aaaa -f nothing")

    def test_dates(self) -> None:
        self.becomes("mend log c -d yes", "mend log c -d yesterday ")
        self.becomes("mend log c --on=yes", "mend log c --on=yesterday ")
        self.becomes("mend list last-mont", "mend list last-month ")
        self.becomes("mend list mon..yes", "mend list mon..yesterday ")
        self.becomes("mend rest tom", "mend rest tomorrow ")

    def test_values_of_fields(self) -> None:
        self.becomes("mend note h -f defended=y", "mend note h -f defended=yes ")
        self.becomes("mend note a -f asked=no", "mend note a -f asked=not\\ yet ")
        self.becomes("mend note a --field=asked=no", "mend note a --field=asked=not\\ yet ")
        self.becomes('mend note a -f "asked=no', 'mend note a -f "asked=not yet" ')

    def test_settings_and_shells(self) -> None:
        self.becomes("mend config set week", "mend config set week_start ")
        self.becomes("mend config set week_start sun", "mend config set week_start sunday ")
        self.becomes("mend completions f", "mend completions fish ")

    def test_words_that_bash_cuts(self) -> None:
        self.becomes("mend note e a:b=c,d -f they_f", "mend note e a:b=c,d -f they_felt=")
        self.becomes("mend note e 'a b' \"c d\" e\\ f ä:ö --disc", "mend note e 'a b' \"c d\" e\\ f ä:ö --discreet ")
        self.becomes("mend show @1 --js", "mend show @1 --json ")
        self.becomes("true; A=b mend jou", "true; A=b mend journals ")
        self.becomes("mend jou --json", "mend journals --json", "\x1bb", "left", "left", "left")

    def test_nothing_fits(self) -> None:
        for line in ("mend nothing", "mend log x", "mend log c not", "mend log c ./no", "mend show n",
                     "mend list -n n", "mend note e -f nothing"):
            self.becomes(line, line)

    def test_a_redirection_takes_files(self) -> None:
        self.becomes("mend list >no", "mend list >notes.txt ")
        self.becomes("mend note e - < no", "mend note e - < notes.txt ")

    def test_errors_stay_silent(self) -> None:
        config = self.bash.sandbox.config / "config.toml"
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text("color = [\n")
        self.addCleanup(config.unlink)
        journal = self.bash.sandbox.data / "main/journal.toml"
        journal.write_text('grace = "perhaps"\n[[action]]\n')
        self.addCleanup(journal.write_text, completing_shell.JOURNAL)
        self.becomes("mend log c/on", "mend log c/on-time ")
        self.becomes("mend -j sa", "mend -j sam ")
        printed = self.bash.printed("mend log c/on")
        self.assertNotIn("mend:", printed)
        self.assertNotIn("toml", printed)
        self.assertNotIn("bash", printed)

    def test_without_mend(self) -> None:
        link = self.bash.sandbox.root / "bin/mend"
        link.unlink()
        self.addCleanup(link.symlink_to, completing_shell.MEND)
        # Whoever runs this may have a mend of their own.
        if shutil.which("mend", path="/usr/local/bin:/usr/bin:/bin"):
            self.skipTest("another mend is installed")
        self.bash.run("hash -r")
        self.becomes("mend jou", "mend jou")
        self.assertNotIn("not found", self.bash.printed("mend jou"))


class Printed(unittest.TestCase):
    def test_the_binary_alone_has_the_completion(self) -> None:
        bash = Bash("complete -r mend; unset -f _mend; source <(mend completions bash)")
        self.addCleanup(bash.close)
        self.assertEqual(bash.complete("mend jou"), "mend journals ")


class WithStrictOptions(Completion):
    options = "set -eu; set -o pipefail; set -o posix; shopt -s failglob nocasematch; IFS=e; set -f"


class WithOtherBreaks(Completion):
    options = "COMP_WORDBREAKS=$' \\t\\n'; alias mend='mend --json'"

    def test_a_redirection_takes_files(self) -> None:
        self.becomes("mend list > no", "mend list > notes.txt ")


if __name__ == "__main__":
    sys.exit(completing_shell.main(__doc__, "bash"))
