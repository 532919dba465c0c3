#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does what is made for a partner hold anything that is not shared already?

    partner_test.py --mend BINARY --source REPOSITORY

Random journals have a part that is shared: promises made to the partner, times apart, entries that
are chosen. Around it is all that a partner may not see. Whatever that is, every format of `report`
and `export` has to be the same byte for byte, and hold none of its words, ids, days and times.
"""

from __future__ import annotations

import random
import re
import sys
import unittest
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Sandbox, make_private_folder  # noqa: E402

JOURNALS = 8
CLOSING = "asks nothing of you."
FIRST = date(2026, 9, 7)  # of the journal
SPAN = (date(2026, 11, 2), date(2026, 11, 22))  # three whole weeks, up to today
RUNS = [
    *(["report", f"{SPAN[0]}..{SPAN[1]}", "--format", form] for form in ("text", "json", "html", "markdown", "csv")),
    *(["export", f"{SPAN[0]}..{SPAN[1]}", "--format", form] for form in ("json", "toml", "markdown", "ics", "csv")),
]
STEPS = ["apology", "honesty", "responsibility", "consistency", "space", "empathy", "patience", "connection"]
FIELDS = {
    "apology": ["acknowledged = true", 'regret = "zzregret"', 'asked = "not yet"'],
    "honesty": ["listened_min = 47", "talked_min = 13", 'prompted = "by me"', "defended = false"],
    "responsibility": ['change = "zzchange"', "look_again = 2026-11-19", "before_asked = true"],
    "consistency": [],
    "space": ['next_time = "zznext"'],
    "empathy": ['they_felt = "zzfelt"', 'checked = "partly"', 'next_time = "zznext"'],
    "patience": ['trigger = "zztrigger"', 'urge = "zzurge"', 'instead = "zzinstead"', 'remains = "zzremains"'],
    "connection": ['again = "zzagain"'],
}
# What a partner is never shown, whichever of it a journal has.
FORBIDDEN = re.compile(r"zz|edited|listened|urge|\bat\b.?[:=]|:37|T\d\d:\d\d:37|tags|Weiss|streak|in a row|journal begins")


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=i) for i in range((last - first).days + 1)]


class Journal:
    """The text of one: `shared` decides what may be seen, `hidden` everything else."""

    def __init__(self, shared: random.Random, hidden: random.Random) -> None:
        self.entries: list[tuple[date, str]] = []
        self.hidden = hidden
        self.chosen: list[str] = []
        self.add_shared(shared)
        self.add_kept(shared)
        self.add_hidden()

    def add(self, day: date, id: str, kind: str, *lines: str) -> None:
        # When it was written is nobody's business, so it may be any time of the day.
        hour, minute = self.hidden.randrange(8, 18), self.hidden.randrange(60)
        head = [f'id = "{id}"', f"day = {day}", f"at = {day}T{hour:02}:{minute:02}:37+01:00", f'kind = "{kind}"']
        more = [f"edited = {day}T20:15:37+01:00"] if self.hidden.random() < 0.2 else []
        more += ['tags = ["zztag"]'] if self.hidden.random() < 0.3 else []
        self.entries.append((day, "\n[[entry]]\n" + "\n".join([*head, *lines, *more]) + "\n"))

    def id(self) -> str:
        return "zz" + "".join(self.hidden.choice("abcdefghjkmnpqrstuvwxyz") for _ in range(8))

    def add_shared(self, shared: random.Random) -> None:
        for number in range(shared.randrange(1, 5)):
            made = shared.choice(days(SPAN[0], SPAN[1] - timedelta(days=3)))
            promise, to = self.id(), self.hidden.choice(["Sam", " sam ", "SAM"])
            due = made + timedelta(days=shared.randrange(1, 4))
            self.add(made, promise, "promise", 'step = "consistency"', f'text = "dishes {number}"', f"due = {due}",
                     f'to = "{to}"', 'if_then = "zzthen"', 'effort = "hard"')
            result = shared.choice(["kept", "late", "missed", "dropped", None])
            if result and due <= SPAN[1]:
                self.add(due, self.id(), "outcome", f'promise = "{promise}"', f'result = "{result}"')
        if shared.random() < 0.7:
            begun = shared.choice(days(SPAN[0], SPAN[1] - timedelta(days=4)))
            space, until = self.id(), begun + timedelta(days=2)
            self.add(begun, space, "space", f"until = {until}T18:30:37+01:00", 'contact = "none"', 'asked_by = "them"',
                     'text = "zzspace"')
            self.add(until, self.id(), "return", f'space = "{space}"', 'result = "on-time"')
        for step in shared.sample(STEPS, shared.randrange(0, 3)):
            chosen = self.id()
            self.chosen.append(chosen)
            private = [line for line in FIELDS[step] if "they_felt" in line or "remains" in line]
            self.add(shared.choice(days(*SPAN)), chosen, "note", f'step = "{step}"', 'text = "seen by both"', *private)

    def add_kept(self, shared: random.Random) -> None:
        """Days on which steps are kept. By what, is not seen."""
        for day in days(FIRST, SPAN[1]):
            for step in STEPS:
                # These four are kept by what is shared or hidden too; so that it adds nothing, daily.
                if step not in ("consistency", "space", "apology", "empathy") and shared.random() < 0.6:
                    continue
                self.keep(day, step)

    def keep(self, day: date, step: str) -> None:
        for _ in range(self.hidden.choice([1, 1, 1, 2])):
            lines = [f'step = "{step}"']
            # Words do not keep consistency.
            if step == "consistency" or self.hidden.random() < 0.5:
                if self.hidden.random() < 0.3:
                    lines.append('action = "zzown"')
                if self.hidden.random() < 0.3:
                    lines.append('text = "zzaction"')
                self.add(day, self.id(), "action", *lines)
            else:
                self.add(day, self.id(), "note", *lines, 'text = "zznote"', *FIELDS[step])

    def add_hidden(self) -> None:
        hidden = self.hidden
        for _ in range(hidden.randrange(6)):
            promise, made = self.id(), hidden.choice(days(FIRST, SPAN[1]))
            to = hidden.choice([[], ['to = "Dr Weiss"'], ['to = "Samira"'], ['to = ""']])
            self.add(made, promise, "promise", 'step = "consistency"', 'text = "zznot to text Alex"',
                     f"due = {made + timedelta(days=2)}", *to)
            if hidden.random() < 0.5:
                self.add(made, self.id(), "outcome", f'promise = "{promise}"',
                         f'result = "{hidden.choice(["kept", "missed", "dropped"])}"')
        for _ in range(hidden.randrange(5)):
            self.add(hidden.choice(days(FIRST, SPAN[1])), self.id(), "setback", f'step = "{hidden.choice(STEPS)}"',
                     f'severity = "{hidden.choice(["slip", "lapse", "breach"])}"',
                     f'told = "{hidden.choice(["no", "yes"])}"', 'text = "zzsetback"', 'before = "zzbefore"')
        for _ in range(hidden.randrange(2)):
            # Long over before the days that are asked for.
            old = self.id()
            self.add(FIRST, old, "promise", 'step = "consistency"', 'text = "zzold"', f"due = {FIRST}", 'to = "Sam"')
            self.add(FIRST, self.id(), "outcome", f'promise = "{old}"', 'result = "kept"')

    def write(self, sandbox: Sandbox) -> None:
        folder = sandbox.data / "main"
        make_private_folder(folder)
        settings = 'format = 1\npartner = "Sam"\n'
        for step in STEPS:
            settings += f'[steps.{step}]\ncadence = "daily"\n' if step == "consistency" else ""
        settings += '\n[[action]]\nkey = "zzown"\nstep = "empathy"\ntext = "zzown words"\n'
        (folder / "journal.toml").write_text(settings)
        (folder / "journal.toml").chmod(0o600)
        months: dict[str, str] = {}
        for day, text in self.entries:
            months.setdefault(f"{day:%Y-%m}", "format = 1\n")
            months[f"{day:%Y-%m}"] += text
        for month, text in months.items():
            (folder / f"{month}.toml").write_text(text)
            (folder / f"{month}.toml").chmod(0o600)


class Partner(ProgramCase):
    def outputs(self, journal: Journal) -> dict[str, str]:
        with Sandbox(self.mend) as sandbox:
            journal.write(sandbox)
            chosen = [word for id in journal.chosen for word in ("--with", id)]
            out = {}
            for run in RUNS:
                result = sandbox.run(*run, "--for", "partner", *chosen)
                said = b"" if "ics" not in run or not chosen else result.stderr
                self.assertEqual((result.exit, result.stderr), (0, said), run)
                out[" ".join(run)] = result.stdout.decode()
            return out

    def test_what_is_not_shared_leaves_no_trace(self) -> None:
        seen = ""
        for seed in range(JOURNALS):
            with self.subTest(seed=seed):
                one, other = (
                    self.outputs(Journal(random.Random(seed), random.Random(f"{seed} {side}"))) for side in "ab"
                )
                for run, text in one.items():
                    self.assertEqual(text, other[run], run)
                    # An id of a calendar is made of what it shows, and looks like anything.
                    flat = " ".join(re.sub(r"UID:\S+", "", text.replace("\r\n ", "")).split())
                    self.assertIsNone(FORBIDDEN.search(flat), f"{run}: {FORBIDDEN.search(flat)}\n{text}")
                    self.assertIn(CLOSING, flat, run)
                    seen += flat
        for shared in ("dishes 0", "seen by both", "kept", "late", "missed", "dropped", "on-time", "them"):
            self.assertIn(shared, seen)

    def test_without_a_partner_no_promise_is_in_it(self) -> None:
        with Sandbox(self.mend) as sandbox:
            sandbox.run("promise", "add", "dishes", "--due", "fri", "--to", "Sam")
            for run in RUNS:
                result = sandbox.run(run[0], *run[2:], "--for", "partner")
                self.assertEqual(result.exit, 0)
                self.assertNotIn(b"dishes", result.stdout)
                self.assertIn(b"No promises are included", result.stderr)
                self.assertIn(b"mend config set partner", result.stderr)
            sandbox.run("config", "set", "partner", "sam")
            for run in RUNS:
                self.assertIn(b"dishes", sandbox.run(run[0], *run[2:], "--for", "them").stdout, run)


if __name__ == "__main__":
    sys.exit(main(__doc__))
