#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What mend says in words, against the numbers and the strip of the same day.

    words_test.py --mend PATH [--count N] [--seed S]

The numbers are those of --json, which compare.py compares with the oracle. Here every line for people
of `streak`, `today`, `log`, `note` and `report` on random journals is read back: "in a row" over no
quiet day, "N quiet between" over as many, fractions that are the fractions, and never "0 of".
Exit status: 0 all of it is true, 1 something is not.
"""

import argparse
import datetime as dt
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import compare
import random_journals

# "3 of 8", and not the "0 of" of "10 of".
NOTHING_OF = re.compile(r"(?<!\d)0 of\b")
ZERO = re.compile(r"(?<![\d:.-])0(?![\d:.-])")
STREAK = re.compile(
    r"\b(\d+) (days?|weeks?|months?|times?)"
    r"(?:( in a row)|, (\d+) quiet between|, (yesterday quiet|last (?:week|month) quiet|then a quiet \w+))?"
    r"(?= |,|$|\n)"
)
IN_ALL = re.compile(r"\b(\d+) days? in all")
LAST = re.compile(r"\b(\d+) of the last (\d+)")
UNITS = re.compile(r"\b(\d+) of (\d+) in (\d+) (weeks?|months?)")
BEST = re.compile(r"\bbest (\d+) (days?|weeks?|months?|times?)(?:, (\d+) quiet between)?, (.+)$")
SO_FAR = re.compile(r"\b(\d+) of (\d+)(?:, due today| this (?:week|month))")
TO_DO = re.compile(r"(?<!of )\b(\d+) this (?:week|month)(, due today)?")
KEY_COLUMN = 4  # mark, number and their blanks


class Untrue(Exception):
    pass


def require(holds, what):
    if not holds:
        raise Untrue(what)


def is_singular(number, word):
    return (number == 1) != word.endswith("s")


# --- One line against one row -----------------------------------------------------------------------


def without(text, pattern):
    return pattern.sub("", text)


def check_fraction(text, row):
    steadiness = row["steadiness"]
    for found in LAST.finditer(text):
        require(row["unit"] == "day", f"{found[0]} of {row['unit']}")
        check_kept_of_asked(found, steadiness)
    for found in UNITS.finditer(text):
        require(found[4].rstrip("s") == row["unit"], f"{found[0]} of {row['unit']}")
        check_kept_of_asked(found, steadiness)
    for found in IN_ALL.finditer(text):
        require(int(found[1]) == row["total"] > 0, f"{found[0]}, total {row['total']}")
        if steadiness:
            require(steadiness["kept"] * 3 < steadiness["asked"], f"{found[0]} beside {steadiness}")


def check_kept_of_asked(found, steadiness):
    kept, asked = int(found[1]), int(found[2])
    require({"kept": kept, "asked": asked} == steadiness, f"{found[0]}, but {steadiness}")
    require(kept > 0 and kept * 3 >= asked, f"{found[0]} is under a third")


def check_streak(text, row, strip):
    whole = text
    text = without(without(without(text, IN_ALL), LAST), UNITS)
    found = STREAK.search(text)
    current, bridged = row["current"], row["bridged"]
    if found is None:
        is_told_in_all = IN_ALL.search(whole) is not None and current == 1
        require(not current or is_told_in_all, f"no streak in {whole!r}, but current {current}")
        return
    number = int(found[1])
    require(number == current, f"{found[0]}, current {current}")
    require(found[2].rstrip("s") == row["unit"] and is_singular(number, found[2]), found[0])
    if found[3]:
        require(bridged == 0 and current > 1, f"{found[0]}, bridged {bridged}")
    if found[4]:
        require(int(found[4]) == bridged > 0, f"{found[0]}, bridged {bridged}")
    if not found[3] and not found[4]:
        require(current == 1 or bridged > 0, f"{found[0]}, bridged {bridged}")
    if found[5]:
        require(bridged > 0, f"{found[0]}, bridged {bridged}")
        require(found[5] != "yesterday quiet" or not strip or strip[-2] == "Q", f"{found[0]} over {strip}")
    if row["unit"] == "day" and row["chapter"] == 1 and strip:
        check_over_strip(found, current, strip)


def check_over_strip(found, current, strip):
    """Of a streak that is in sight whole, the quiet days between are those in the strip."""
    days = strip.rstrip("O")
    if days.count("K") < current:
        return
    while days.count("K") > current or days[0] != "K":
        days = days[1:]
    between = days[: days.rindex("K")].count("Q")
    require(not found[3] or between == 0, f"{found[0]} over {strip}")
    require(between == int(found[4] or 0) or found[5], f"{found[0]} over {strip}")


def check_best(text, row, strip, today):
    best = row["best"]
    found = BEST.search(text)
    require((found is None) == (best is None), f"{text!r}, best {best}")
    if best is None:
        return
    require(int(found[1]) == best["length"] and is_singular(best["length"], found[2]), found[0])
    first, last = dt.date.fromisoformat(best["from"]), dt.date.fromisoformat(best["to"])
    require(str(first.day) in found[4] and str(last.day) in found[4], f"{found[0]}, {best}")
    if row["unit"] != "day" or row["chapter"] != 1 or (today - first).days >= len(strip):
        return
    days = [strip[len(strip) - 1 - (today - first).days + i] for i in range((last - first).days + 1)]
    require(days.count("Q") == int(found[3] or 0), f"{found[0]} over {strip}")


def check_unit(text, row):
    """The words of a week or month on the page of today."""
    if row.get("got") is None:
        return
    got, asked = row["got"], row["asked_now"]
    is_done = got >= max(asked, 1)
    require("done this" not in text or is_done, f"{text!r}, {got} of {asked}")
    for found in SO_FAR.finditer(text):
        require((int(found[1]), int(found[2])) == (got, asked), f"{found[0]}, {got} of {asked}")
        require(0 < got < asked, found[0])
    for found in TO_DO.finditer(text):
        require(got == 0 and int(found[1]) == asked, f"{found[0]}, {got} of {asked}")
    if "due today" in text:
        require(row["asked"] and row["state"] == "open", f"{text!r}, {row['state']}")


def check_plain(text):
    for pattern in (NOTHING_OF, re.compile("still early|nothing asked|asks today|Put right")):
        found = pattern.search(text)
        require(found is None, f"{found and found[0]!r} in {text!r}")


# --- One journal ------------------------------------------------------------------------------------


class Screens:
    def __init__(self, program, home, journal):
        self.program = program
        self.home = pathlib.Path(home)
        self.journal = journal
        shutil.rmtree(self.home, ignore_errors=True)
        self.folder = self.home / "data" / "mend" / "main"
        self.folder.mkdir(parents=True, mode=0o700)
        journal.write(self.folder)

    def run(self, *words, columns=200):
        environment = compare.environment(self.journal, self.home) | {"COLUMNS": str(columns)}
        done = subprocess.run(
            [self.program, *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=60
        )
        if done.returncode != 0:
            raise Untrue(f"mend {' '.join(words)} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout.decode()

    def json(self, *words):
        return json.loads(self.run(*words, "--json"))

    def rows(self):
        streak, today = self.json("streak"), self.json("today")
        day = dt.date.fromisoformat(today["day"])
        return day, [(row, on) for row, on in zip(streak["steps"], today["steps"], strict=True)]


def line_of(text, row):
    """The words of a step's line behind its key."""
    for line in text.splitlines():
        if line[2:].startswith(f"{row['number']} {row['step']} ") or line[2:] == f"{row['number']} {row['step']}":
            return line[KEY_COLUMN + len(row["step"]) :].strip()
    raise Untrue(f"no line for {row['step']}")


def check_screens(screens):
    day, rows = screens.rows()
    streak, today = screens.run("streak"), screens.run("today")
    check_plain(streak)
    check_plain(today)
    for row, on in rows:
        strip = on.get("strip", "")
        words = line_of(streak, row)
        before_best = words.split("best ")[0]
        check_fraction(before_best, row)
        check_streak(before_best, row, strip)
        check_best(words, row, strip, day)
        words = line_of(today, row)
        check_fraction(words, row)
        if row["current"]:
            check_streak(words[words.rindex("  ") :] if "  " in words else words, row, strip)
        check_unit(words, on | {"state": on["state"]})
        check_plain(screens.run("streak", row["step"], columns=60))


def check_answers(screens):
    step = screens.journal.seed % 8 + 1
    for command in ("log", "note"):
        answer = screens.run(command, str(step), "words").split("\n")[0]
        row = screens.json("streak", str(step))["steps"][0]
        parts = answer.rstrip().split("  ")
        words = parts[2] if len(parts) > 3 else ""
        require(ZERO.search(words) is None, f"a zero in {answer!r}")
        check_plain(answer)
        if "a deed does" in words:
            continue
        check_fraction(words, row)
        check_streak(words.split("; ")[-1], row, "")


def check_reports(screens):
    for span in ("week", "last 30 days", "last-month"):
        for reader in ("me", "partner"):
            check_plain(screens.run("report", span, "--for", reader))


def main():
    parser = argparse.ArgumentParser(description="what mend says, against its numbers")
    parser.add_argument("--mend", required=True, type=os.path.abspath)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="mend-words-") as home:
        for seed in range(options.seed, options.seed + options.count):
            screens = Screens(options.mend, home, random_journals.generate(seed))
            for check in (check_screens, check_reports, check_answers):
                try:
                    check(screens)
                except Untrue as untrue:
                    wrong += 1
                    print(f"journal {seed}, {check.__name__}: {untrue}")
    print(f"{options.count} journals, {wrong} untrue")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
