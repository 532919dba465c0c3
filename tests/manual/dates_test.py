#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does every date that mend-dates(7) shows mean what stands beside it?

    dates_test.py --mend BINARY --source REPOSITORY

The page's tables are rows of a spelling and its meaning; the heading of each says what time it is.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from man_pages import parts, unescaped  # noqa: E402
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Result, Sandbox  # noqa: E402

Row = tuple[str, str]
ROW = re.compile(r"^\.It Ql (.*) Ta (.*)$", re.MULTILINE)
CLOCK = re.compile(r"Ta Em on (\w+) (\d{4}-\d{2}-\d{2}) at (\d{2}:\d{2})")

# A journal with an entry on each of these days shows by its list where a span begins and ends.
FIRST, LAST = date(2024, 1, 1), date(2028, 12, 31)


def tables(section: str) -> list[tuple[str, list[Row]]]:
    """The heading and the rows of each table."""
    found = []
    for body in re.findall(r"^\.Bl -column.*?\n(.*?)^\.El", section, re.MULTILINE | re.DOTALL):
        heading, _, rest = body.partition("\n")
        found.append((heading, [(unescaped(left), unescaped(right)) for left, right in ROW.findall(rest)]))
    return found


def instant(heading: str) -> str:
    weekday, day, clock = CLOCK.search(heading).groups()
    now = datetime.fromisoformat(f"{day}T{clock}:00").replace(tzinfo=ZoneInfo("Europe/Berlin"))
    if now.strftime("%A") != weekday:
        raise AssertionError(f"{day} is no {weekday}")
    return now.isoformat()


def one_or_range(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


class Dates(ProgramCase):
    def setUp(self) -> None:
        self.sandbox = Sandbox(self.mend)
        self.addCleanup(self.sandbox.remove)
        self.page = parts(self.source / "man/mend-dates.7")

    def answer(self, *arguments: str, now: str) -> dict:
        result = self.sandbox.run(*arguments, "--json", env={"MEND_NOW": now})
        self.assertEqual(result.exit, 0, result.stderr.decode())
        return json.loads(result.stdout)

    def check(self, section: str, meaning: Callable[[str, str], str], least: int) -> None:
        rows = [(instant(heading), *row) for heading, rows in tables(self.page[section]) for row in rows]
        self.assertGreaterEqual(len(rows), least, f"this test finds too few rows below {section}")
        for now, written, expected in rows:
            with self.subTest(section=section, written=written, now=now):
                self.assertEqual(meaning(written, now), expected)

    def test_day(self) -> None:
        self.check("DAY", lambda written, now: self.answer("day", *written.split(), now=now)["day"], 15)

    def test_rest(self) -> None:
        def meaning(written: str, now: str) -> str:
            [entry] = self.answer("rest", *written.split(), "--dry-run", now=now)["entries"]
            return one_or_range(entry["from"], entry["to"])

        self.check("DAYS OF REST", meaning, 12)

    def test_when(self) -> None:
        def meaning(written: str, now: str) -> str:
            [entry] = self.answer("promise", "add", "call", "--due", written, "--dry-run", now=now)["entries"]
            return entry["due"]

        self.check("WHEN", meaning, 20)

    def test_span(self) -> None:
        self.write_entry_of_every_day()

        def meaning(written: str, now: str) -> str:
            days = [entry["day"] for entry in self.answer("list", *written.split(), now=now)["entries"]]
            first, last = min(days), max(days)
            self.assertEqual(len(days), (date.fromisoformat(last) - date.fromisoformat(first)).days + 1)
            named = {FIRST.isoformat(): "the beginning", LAST.isoformat(): "the end"}
            return one_or_range(named.get(first, first), named.get(last, last))

        self.check("SPAN", meaning, 20)

    def write_entry_of_every_day(self) -> None:
        folder = self.sandbox.data / "main"
        folder.mkdir(parents=True)
        day = FIRST
        while day <= LAST:
            with (folder / f"{day:%Y-%m}.toml").open("a") as file:
                file.write(f'[[entry]]\nid = "d{day:%Y%m%d}"\nday = {day}\nkind = "action"\nstep = "patience"\n')
            day += timedelta(days=1)

    def test_refusals(self) -> None:
        rows = [row for _, rows in tables(self.page["WHAT IS REFUSED"]) for row in rows]
        self.assertGreaterEqual(len(rows), 8)
        for written, expected in rows:
            with self.subTest(written=written):
                result: Result = self.sandbox.execute(["sh", "-c", written])
                message = result.stderr.decode()
                self.assertEqual(result.exit, 2, message)
                self.assertIn(expected, message)
                self.assertGreater(len(message.splitlines()), 1, "there is no hint")


if __name__ == "__main__":
    sys.exit(main(__doc__))
