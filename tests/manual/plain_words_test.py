#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Is nothing that mend prints, and no page, in words that made a native reader stumble?

    plain_words_test.py --mend BINARY --source REPOSITORY

Looked through are the help of every command, every sentence the program can print, the manuals, the
README, the changelog and the content. Where an exact sentence of the design needs one of these
phrases, that place is named in NEEDED.
"""

from __future__ import annotations

import json
import re
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from program_case import ProgramCase, main  # noqa: E402

# Each with what to say in its place.
GONE = {
    "come back from": "how each one ended",
    "came back from": "how each one ended",
    "kept of what was asked": "kept, out of what each step asks",
    "kept of asked": "how often it was kept, out of how often it was due",
    "days kept of days asked": "how often it was kept, out of how often it was due",
    "the checks said": "I had understood",
    "asked for by": "at their request",
    "if-thens": "if-then plans",
    "still unsaid:": "Not in this note yet:",
    "Beside them:": "Setbacks in these weeks:",
    "asks today": "due today",
    "that today asks": "due today",
    "the day asks": "today's steps",
    "asked of this day": "asked today",
    "in manner": "how I behaved",
    "once more": "again",
    "by itself": "automatically, or on its own",
    "until when": "when it is due, when it ends",
    "a day alone ": "a day without a time",
    "a sole ": "a single, or on its own",
    "passes a question by": "skips a question",
    "pass it over": "skip it",
    "passed over": "skipped, or ignored",
    "passes over": "skips",
    "Its number >": "Number >",
    "it wants": "use, or it needs",
    "journal lies": "the journal's folder",
    "that lies": "that is",
    "files lie": "files are",
    "lies before": "is before",
    "lie before": "come before",
    "lie ahead": "be ahead",
    "lies ahead": "is still ahead",
    "stands in": "is in",
    "stands there": "is there",
    "stand under": "are listed under",
    "stands beside": "sits beside",
    "stands one": "",
    "where it stands": "where it is",
    "stays to be seen": "stays visible",
    "cannot be meant": "cannot be right",
    "nothing knows": "unknown",
    "default holds": "default applies",
    "a promise holds": "a promise is due",
    "is told": "is said, is shown",
    "as one it is": "that is also an action",
    "never leaves in": "is never part of",
    "handed over": "shown or written to anyone",
    "less than 20 minutes, which": "twenty minutes is about what a body needs to calm down",
    "reaching-out": "reached out a little",
    "put the record right": "set the record straight",
    "on my own side": "got some help for myself",
    "bill at the end": "presenting the bill later",
    "kept one that cost": "kept a promise that cost",
    "did the same when nobody": "kept to it when nobody",
    "in danger now:": "emergency:",
    "or of yourself": "or of what you might do",
    "or of themselves": "or of what they might do",
    "named whole": "give the full path",
    "call her at": "call Sam at",
    "ring her at": "ring Sam at",
    "answer her question": "readers are of every kind",
    "it has got": "have been kept so far",
    "fell due": "due",
    "is to end": "an open space",
    "what is taste": "personal preferences",
    "what is shared already": "what you already share",
    "which is said": "and mend tells you",
    "is said of": "means",
    "slip of the finger": "typo",
    "date I know": "a date mend knows",
    "whatever it looks like": "is taken as text",
    "much the same on all": "",
    "leave it open": "leave it for now",
    "anew": "again",
    "whoever": "the one who, those who, anyone who",
    "bare tick": "a tick without words",
    "still early": "",
    "as it is written": "as written",
    "somebody has edited it": "if the entry has been edited",
    "took back last": "the last change that was taken back",
    "is no miss": "is not a miss",
    "ahead of today": "in the future",
}

# A sentence that has to be as it is, and where.
NEEDED = {
    # The keys `kept` and `asked`.
    ("mend-journal.5", "kept of asked"),
    ("mend-json.5", "kept of asked"),
    # Exactly as in the file.
    ("mend-json.5", "as it is written"),
}

STRINGS = re.compile(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*')


def printed_in(source: str) -> str:
    """The string literals of a C++ file, neighbours joined, each in a line."""
    code = "\n".join(line for line in source.splitlines() if not line.lstrip().startswith(("//", "#include")))
    found = (re.sub(r'"\s*"', "", each)[1:-1] for each in STRINGS.findall(code))
    return "\n".join(each.replace("\\n", " ").replace('\\"', '"') for each in found)


def shown_in(page: str) -> str:
    """A manual page without its macros' names, in one line a paragraph."""
    lines = [re.sub(r"^\.\w+ ?", "", line) for line in page.splitlines() if not line.startswith('.\\"')]
    return " ".join(lines)


def pattern_of(phrase: str) -> str:
    """Whole words; at the beginning of a sentence, too."""
    first = re.escape(phrase[0])
    begins = f"[{first}{first.upper()}]" if phrase[0].islower() else first
    return rf"(?<!\w){begins}{re.escape(phrase[1:])}" + (r"(?!\w)" if phrase[-1].isalnum() else "")


class PlainWords(ProgramCase):
    def texts(self) -> dict[str, str]:
        texts = {
            path.relative_to(self.source).as_posix(): printed_in(path.read_text(encoding="utf-8"))
            for path in sorted((self.source / "src").rglob("*.cpp"))
        }
        for page in self.pages():
            texts[page.name] = shown_in(page.read_text(encoding="utf-8"))
        for name in ("README.md", "CHANGELOG.md", "data/steps.toml", "data/helplines.toml"):
            lines = (self.source / name).read_text(encoding="utf-8").splitlines()
            texts[name] = "\n".join(line.removesuffix("\\") for line in lines if not line.startswith("#"))
        for name in json.loads(self.run_mend("help", "--json"))["commands"]:
            texts[f"mend help {name['name']}"] = self.run_mend("help", *name["name"].split())
        return texts

    def test_no_phrase_that_makes_a_reader_stop(self) -> None:
        texts = self.texts()
        self.assertIn("mend help log", texts)
        for name, text in texts.items():
            flat = " ".join(text.split())
            for phrase, better in GONE.items():
                if (name, phrase) in NEEDED:
                    continue
                with self.subTest(text=name, phrase=phrase):
                    at = re.search(pattern_of(phrase), flat)
                    around = flat[max(at.start() - 60, 0) : at.end() + 60] if at else ""
                    self.assertIsNone(at, f"...{around}...\nSay it plainly: {better or 'leave it out'}")

    def test_every_exception_is_needed(self) -> None:
        texts = self.texts()
        for name, phrase in NEEDED:
            self.assertIn(phrase, " ".join(texts[name].split()), "NEEDED names what is not there any more")


if __name__ == "__main__":
    sys.exit(main(__doc__))
