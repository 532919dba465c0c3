#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tab in a real zsh: what does completions/_mend offer, and what does it put on the line?

    completion_zsh_test.py --mend BINARY --source REPOSITORY

Exit: 0 as it should be, 1 not, 77 zsh is not installed.
"""

from __future__ import annotations

import re
import shutil
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import completing_shell  # noqa: E402
from completing_shell import CompletingShell, make_sandbox, show_words  # noqa: E402

RC = """\
PROMPT='ready> '
unsetopt prompt_sp prompt_cr beep list_beep
unset zle_bracketed_paste
LISTMAX=0
bindkey -e
fpath=("$COMPLETIONS" $fpath)
autoload -Uz compinit && compinit -u -D
show_line() { print -r -- "$BUFFER|" >>$LINES_FILE }
zle -N show_line
bindkey '^X^L' show_line
"""


class Zsh(CompletingShell):
    """An interactive zsh that knows the completion and nothing of the user's."""

    show_line_key = "\x18\x0c"  # ctrl-x ctrl-l

    def __init__(self, options: str = "") -> None:
        sandbox = make_sandbox("a:b")
        (sandbox.root / "home/.zshrc").write_text(f"{RC}\n{options}\n")
        super().__init__(
            sandbox,
            [shutil.which("zsh") or "zsh", "-d", "-i"],
            columns=160,
            COMPLETIONS=str(completing_shell.SOURCE / "completions"),
            ZDOTDIR=str(sandbox.root / "home"),
        )

    def offers(self, line: str) -> dict[str, str]:
        """What is listed below a line for which several things fit, with the descriptions."""
        below = self.printed(line).split("\n", 1)[1].replace("\r", "\n")
        return dict(re.findall(r"^ *(\S+) +-- (.*?) *$", below, re.MULTILINE))


class Completion(unittest.TestCase):
    options = ""

    @classmethod
    def setUpClass(cls) -> None:
        cls.zsh = Zsh(cls.options)
        cls.addClassCleanup(cls.zsh.close)

    def becomes(self, line: str, expected: str, *keys: str) -> None:
        with self.subTest(line=line):
            self.assertEqual(self.zsh.complete(line, *keys), expected)

    def test_commands(self) -> None:
        self.becomes("mend jou", "mend journals ")
        self.becomes("mend -q stat", "mend -q status ")
        self.becomes("mend help jou", "mend help journals ")
        offers = self.zsh.offers("mend ")
        self.assertIn("streak", offers)
        self.assertNotIn("__complete", offers)
        self.assertEqual(offers["path"], "Print the journal's folder.")
        self.assertEqual(list(offers)[:3], ["log", "note", "setback"])

    def test_options(self) -> None:
        self.becomes("mend --col", "mend --color ")
        self.becomes("mend --color al", "mend --color always ")
        self.becomes("mend list --gr", "mend list --grep ")
        self.becomes("mend list --kind ac", "mend list --kind action ")
        self.becomes("mend init --role hea", "mend init --role healing ")
        self.becomes("mend rest --s", "mend rest --step ")
        self.assertIn("--dry-run", self.zsh.offers("mend today --d"))

    def test_steps_and_actions(self) -> None:
        self.becomes("mend log cons", "mend log consistency ")
        self.becomes("mend log c/on", "mend log c/on-time ")
        self.becomes("mend log 2,c/on", "mend log 2,c/on-time ")
        self.becomes("mend log e/checked,c/call", "mend log e/checked,c/call-at-noon ")
        self.becomes('mend log "c/on', 'mend log "c/on-time" ')
        self.becomes("mend streak a emp", "mend streak a empathy ")
        self.assertEqual(list(self.zsh.offers("mend log c/o")), ["c/on-time", "c/owned-up", "c/own-routine"])
        self.assertEqual(self.zsh.offers("mend log c/c")["c/call-at-noon"], "Rang at noon: as agreed")

    def test_fields(self) -> None:
        self.becomes("mend note e -f they_f", "mend note e -f they_felt=")
        self.becomes("mend note e -f they_felt=al", "mend note e -f they_felt=al")
        self.becomes("mend note e -f they_felt=alone -d yes", "mend note e -f they_felt=alone -d yesterday ")
        self.assertEqual(self.zsh.offers("mend note empathy 'the call' -f ")["i_heard="], "What I heard")

    def test_journals(self) -> None:
        self.becomes("mend -j sa", "mend -j sam ")
        self.becomes("mend -j my", "mend -j my\\ journal ")
        self.becomes('mend -j "my', 'mend -j "my journal" ')
        self.becomes("mend -j my\\ jo", "mend -j my\\ journal ")
        self.becomes("mend -j a", "mend -j a:b ")

    def test_the_journal_named_on_the_line(self) -> None:
        self.becomes("mend -j sam log c/wal", "mend -j sam log c/walk-home ")
        self.becomes("mend --journal=sam log c/wal", "mend --journal=sam log c/walk-home ")

    def test_tags(self) -> None:
        self.becomes("mend log c -t wo", "mend log c -t work ")
        self.becomes("mend list --tag=wo", "mend list --tag=work ")
        self.becomes("mend list -t tw", "mend list -t two\\ words ")
        self.becomes("mend list -t 'tw", "mend list -t 'two words' ")
        self.becomes("mend list -t sam", "mend list -t sam\\'s ")
        self.becomes('mend list -t "sam', 'mend list -t "sam\'s" ')
        self.becomes("mend list -t Kü", "mend list -t Küche ")

    def test_what_was_typed_once_never_becomes_a_command(self) -> None:
        self.becomes("mend list -t \\$", "mend list -t \\$\\(touch\\ hostile\\) ")
        self.becomes("mend list -t '$", "mend list -t '$(touch hostile)' ")
        self.becomes("mend list -t \\`", "mend list -t \\`touch\\ hostile\\` ")
        offers = self.zsh.printed("mend list -t ")
        self.assertNotIn("break", offers)
        self.assertNotIn("31m", offers)
        for line in ("mend list -t ", "mend show ", "mend list -t \\$", 'mend list -t "\\$'):
            self.zsh.complete(line)
        self.assertEqual([each.name for each in self.zsh.sandbox.cwd.iterdir()], ["notes.txt"])

    def test_ids_come_with_what_their_entries_are(self) -> None:
        self.becomes("mend show aa", "mend show aaaa000001 ")
        self.becomes("mend rm bbbb aa", "mend rm bbbb aaaa000001 ")
        offers = self.zsh.offers("mend show ")
        self.assertEqual(list(offers), ["bbbb000002", "aaaa000001"])
        self.assertEqual(offers["aaaa000001"], "Fri 20 Nov  consistency  action")
        show_words(self.zsh.sandbox)
        offers = self.zsh.offers("mend show ")
        self.assertEqual(offers["aaaa000001"], "Fri 20 Nov  consistency  action  Home by six")
        self.assertTrue(offers["bbbb000002"].startswith("Sat 21 Nov  empathy  note  The $(touch hostile) \\u001B[31mred"), offers)
        self.assertEqual(list(self.zsh.offers("mend show @")), ["@1", "@2"])

    def test_dates(self) -> None:
        self.becomes("mend log c -d yes", "mend log c -d yesterday ")
        self.becomes("mend log c --on=yes", "mend log c --on=yesterday ")
        self.becomes("mend list last-mont", "mend list last-month ")
        self.becomes("mend list mon..yes", "mend list mon..yesterday ")
        self.becomes("mend rest tom", "mend rest tomorrow ")
        # Words for the same day share a line.
        self.assertRegex(self.zsh.printed("mend day "), r"yesterday.* -- Sat 21 Nov")

    def test_values_of_fields(self) -> None:
        self.becomes("mend note h -f defended=y", "mend note h -f defended=yes ")
        self.becomes("mend note a -f asked=no", "mend note a -f asked=not\\ yet ")
        self.becomes('mend note a -f "asked=no', 'mend note a -f "asked=not yet" ')

    def test_settings_and_shells(self) -> None:
        self.becomes("mend config set week", "mend config set week_start ")
        self.becomes("mend config set week_start sun", "mend config set week_start sunday ")
        self.becomes("mend completions f", "mend completions fish ")

    def test_other_words_on_the_line(self) -> None:
        self.becomes("mend note e a:b=c,d -f they_f", "mend note e a:b=c,d -f they_felt=")
        self.becomes("mend note e 'a b' \"c d\" e\\ f ä:ö --disc", "mend note e 'a b' \"c d\" e\\ f ä:ö --discreet ")
        self.becomes("true; A=b mend jou", "true; A=b mend journals ")

    def test_nothing_fits(self) -> None:
        for line in ("mend nothing", "mend log x", "mend log c not", "mend log c ./no", "mend show n",
                     "mend list -n n", "mend note e -f nothing"):
            self.becomes(line, line)

    def test_a_redirection_takes_files(self) -> None:
        self.becomes("mend list >no", "mend list >notes.txt ")

    def test_errors_stay_silent(self) -> None:
        config = self.zsh.sandbox.config / "config.toml"
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text("color = [\n")
        self.addCleanup(config.unlink)
        journal = self.zsh.sandbox.data / "main/journal.toml"
        journal.write_text('grace = "perhaps"\n[[action]]\n')
        self.addCleanup(journal.write_text, completing_shell.JOURNAL)
        self.becomes("mend log c/on", "mend log c/on-time ")
        self.becomes("mend -j sa", "mend -j sam ")
        printed = self.zsh.printed("mend log c/on")
        self.assertNotIn("mend:", printed)
        self.assertNotIn("toml", printed)
        self.assertNotIn("zsh", printed)

    def test_without_mend(self) -> None:
        # Whoever runs this may have a mend of their own.
        if shutil.which("mend", path="/usr/local/bin:/usr/bin:/bin"):
            self.skipTest("another mend is installed")
        link = self.zsh.sandbox.root / "bin/mend"
        link.unlink()
        self.addCleanup(link.symlink_to, completing_shell.MEND)
        self.zsh.run("rehash")
        self.becomes("mend jou", "mend jou")
        self.assertNotIn("not found", self.zsh.printed("mend jou"))


class Printed(unittest.TestCase):
    def test_the_binary_alone_has_the_completion(self) -> None:
        zsh = Zsh("unfunction _mend; compdef -d mend; source <(mend completions zsh)")
        self.addCleanup(zsh.close)
        self.assertEqual(zsh.complete("mend jou"), "mend journals ")
        self.assertEqual(zsh.complete("mend log c/on"), "mend log c/on-time ")


class InTheMannerOfSh(Completion):
    options = "emulate sh; set -eu; PROMPT='ready> '; IFS=e; setopt ksh_arrays noglob"


class WithOtherOptions(Completion):
    options = """
setopt extended_glob null_glob magic_equal_subst csh_null_glob no_case_match rc_quotes interactive_comments \\
  warn_create_global complete_in_word always_to_end
alias mend='mend --json' -g e=f
"""


if __name__ == "__main__":
    sys.exit(completing_shell.main(__doc__, "zsh"))
