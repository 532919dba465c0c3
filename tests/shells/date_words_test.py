#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does completion show for every date word the day that the command then takes?

    date_words_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Sandbox  # noqa: E402

NOW = "2026-11-22T12:00:00+01:00"
TODAY = date(2026, 11, 22)
FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)

# The beginnings somebody may have typed: each offers other words.
BEGINNINGS = ("", "l", "2", "-")


def described(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}" + ("" if day.year == TODAY.year else f" {day.year}")


def day(text: str) -> str:
    return described(date.fromisoformat(text))


def days(first: str, last: str) -> str:
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def when(text: str) -> str:
    if "T" not in text:
        return "today" if text == TODAY.isoformat() else day(text)
    time = datetime.fromisoformat(text)
    return f"{time:%H:%M}" if time.date() == TODAY else f"{described(time.date())} {time:%H:%M}"


class DateWords(ProgramCase):
    def setUp(self) -> None:
        self.sandbox = Sandbox(self.mend)
        self.addCleanup(self.sandbox.remove)
        folder = self.sandbox.data / "main"
        folder.mkdir(parents=True)
        each = FIRST
        while each <= LAST:
            with (folder / f"{each:%Y-%m}.toml").open("a") as file:
                file.write(f'[[entry]]\nid = "d{each:%Y%m%d}"\nday = {each}\nkind = "action"\nstep = "patience"\n')
            each += timedelta(days=1)
        with (folder / "2026-11.toml").open("a") as file:
            file.write('[[entry]]\nid = "rest00"\nday = 2026-11-30\nkind = "rest"\nfrom = 2026-11-30\nto = 2026-11-30\n')
            file.write('[[entry]]\nid = "promise00"\nday = 2026-11-01\nkind = "promise"\nstep = "consistency"\n')
            file.write('text = "call"\ndue = 2026-12-30\n')

    def run_json(self, *arguments: str) -> dict:
        result = self.sandbox.run(*arguments, "--json", env={"MEND_NOW": NOW})
        self.assertEqual(result.exit, 0, f"{arguments}: {result.stderr.decode()}")
        return json.loads(result.stdout)

    def offered(self, *arguments: str) -> list[tuple[str, str]]:
        result = self.sandbox.run("__complete", "--", *arguments, env={"MEND_NOW": NOW})
        lines = result.stdout.decode().splitlines()
        return [tuple(line.split("\t")) for line in lines]

    def check(self, line: tuple[str, ...], taken, least: int, prefix: str = "") -> None:
        """`line` up to the date; `taken` runs it with a word and says in words what it took."""
        words: dict[str, str] = {}
        for beginning in BEGINNINGS:
            words.update(self.offered(*line, prefix + beginning))
        dates = {word: text for word, text in words.items()
                 if text and word not in self.other_words and not (word[0] == "-" and not word[1:2].isdigit())}
        self.assertGreaterEqual(len(dates), least, f"{line} offers too few dates: {words}")
        for word, text in dates.items():
            with self.subTest(line=line, word=word):
                self.assertEqual(taken(word), text)

    other_words: frozenset[str] = frozenset()

    def entry(self, *arguments: str) -> dict:
        [entry] = self.run_json(*arguments, "--dry-run")["entries"]
        return entry

    def test_days_of_what_is_recorded(self) -> None:
        for line in (("log", "c", "x"), ("note", "c", "x"), ("setback", "c", "x"),
                     ("promise", "add", "x", "--due", "2027-01-01"), ("promise", "keep"),
                     ("promise", "miss"), ("promise", "drop"), ("edit", "d20261101")):
            if line[0] == "promise" and line[1] != "add":
                # A promise is not settled before it was given.
                taken = lambda word, line=line: self.settled(line, word)
            else:
                taken = lambda word, line=line: day(self.entry(*line, "-d", word)["day"])
            self.check((*line, "-d"), taken, 20)

    def settled(self, line: tuple[str, ...], word: str) -> str:
        result = self.sandbox.run(*line, "-d", word, "--dry-run", "--json", env={"MEND_NOW": NOW})
        if result.exit == 0:
            return day(json.loads(result.stdout)["entries"][0]["day"])
        # The refusal names no day of its own; what DAY means is what 'day' shows.
        return day(self.run_json("day", word)["day"])

    def test_day(self) -> None:
        self.check(("day",), lambda word: day(self.run_json("day", word)["day"]), 20)

    def test_rest(self) -> None:
        def taken(word: str) -> str:
            entry = self.entry("rest", word)
            return days(entry["from"], entry["to"])

        self.check(("rest",), taken, 25)
        self.check(("rest",), lambda word: day(self.entry("rest", word)["to"]), 10, prefix="today..")
        self.check(("rest",), lambda word: day(self.entry("rest", word)["to"]), 5, prefix="2026-12-24..")
        self.check(("edit", "rest00", "--on"), lambda word: day(self.entry("edit", "rest00", "--on", word)["from"]), 20)

    def test_when(self) -> None:
        for line, key in ((("promise", "add", "x", "--due"), "due"), (("promise", "change", "--due"), "due"),
                          (("space", "begin", "--until"), "until")):
            self.check(line, lambda word, line=line, key=key: when(self.entry(*line, word)[key]), 20)
            self.check(line, lambda word, line=line, key=key: when(self.entry(*line, word)[key]), 3, prefix="fri@")

    def test_date_fields(self) -> None:
        line = ("note", "r", "-f")
        offered = dict(self.offered(*line, "look_again="))
        self.assertGreater(len(offered), 10)
        for word, text in offered.items():
            with self.subTest(word=word):
                self.assertEqual(day(self.entry(*line, word)["look_again"]), text)

    def test_spans(self) -> None:
        def taken(*arguments: str) -> str:
            report = self.run_json(*arguments)
            return days(report["from"], report["to"])

        for command in ("report", "calendar"):
            self.check((command,), lambda word, command=command: taken(command, word), 25)
        self.other_words = frozenset(word for word, _ in self.offered("list", "")) - frozenset(
            word for word, _ in self.offered("report", ""))

        def listed(word: str) -> str:
            found = self.days_listed(*word.split())
            return days(min(found), max(found))

        self.check(("list",), listed, 25)
        self.check(("list", "--since"), lambda word: day(min(self.days_listed("--since", word))), 20)
        self.check(("list", "--until"), lambda word: day(max(self.days_listed("--until", word))), 20)

    def days_listed(self, *arguments: str) -> list[str]:
        return [entry["day"] for entry in self.run_json("list", "--kind", "action", *arguments)["entries"]]


if __name__ == "__main__":
    sys.exit(main(__doc__))
