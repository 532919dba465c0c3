#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The oracle, and mend, against the worked journals and the table of checked examples of the rules.

    examples_test.py DIR [--mend PATH]

DIR holds one folder per example: journal/, README, expected.json.
"""

import argparse
import json
import os
import pathlib
import re
import sys
import tempfile

sys.dont_write_bytecode = True
import compare
import oracle
import random_journals

# "Checked examples (daily, grace on; oldest to newest, the last is today)".
CHECKED = [
    ("KKKKO", 4, 0),
    ("KKKQO", 3, 1),
    ("KKKQQO", 0, 0),
    ("KKQKKO", 4, 1),
    ("KQKQKO", 2, 1),
    ("QKKK", 3, 0),
    ("O", 0, 0),
    ("XXO", 0, 0),
    ("QO", 0, 0),
    ("KQXQKO", 1, 0),
    ("XXKKX", 2, 0),
    ("KKXXXKO", 3, 0),
    ("KKKKKKKKQKKKKKKKQKO", 16, 2),
    ("KKKKKKKKQKKKKKKQKO", 15, 2),
    ("KKKKKKKKQKKKKKQKO", 6, 1),
    ("KKXQXKKO", 4, 1),
]
STATES = {"K": "kept", "Q": "quiet", "X": "rest", "O": "open"}


def check_walks():
    wrong = []
    for days, length, bridged in CHECKED:
        streak = oracle.walk_units([STATES[letter] for letter in days], 7, True)
        if (streak.length, streak.bridged) != (length, bridged):
            wrong.append(f"{days}: {streak.length} {streak.bridged}, not {length} {bridged}")
    return wrong


def check_example(folder, program):
    readme = (folder / "README").read_text()
    now = re.search(r"MEND_NOW=([^,\s]+)", readme)[1]
    zone_name = re.search(r"TZ=([^,\s]+)", readme)[1]
    zone = oracle.parse_zone(zone_name)
    settings, files = oracle.load(folder / "journal")
    today = oracle.current_day(oracle.parse_now(now), zone, settings)
    expected = json.loads((folder / "expected.json").read_text())
    got = oracle.History(settings, files, today, zone).streak_json()
    wrong = differing(f"oracle: {folder.name}", got, expected)
    if program:
        journal = random_journals.Journal(0, settings, files, now, zone_name)
        with tempfile.TemporaryDirectory(prefix="mend-examples-") as home:
            got = compare.Mend(program, ["streak"], home).answers(journal)["streak"]
        wrong += [got] if isinstance(got, str) else differing(f"mend: {folder.name}", got, expected)
    return wrong


def differing(name, got, expected):
    if as_value(got) == as_value(expected):
        return []
    wrong = []
    for ours, theirs in zip(got["steps"], expected["steps"]):
        for key in sorted(ours.keys() | theirs.keys()):
            if as_value(ours.get(key)) != as_value(theirs.get(key)):
                wrong.append(
                    f"{name}: {ours['step']}: {key}: {ours.get(key)}, not {theirs.get(key)}"
                )
    return wrong or [f"{name}: differs outside the rows"]


def as_value(value):
    """Text that is equal exactly when the JSON values are (in Python, 1 == True)."""
    return json.dumps(value, sort_keys=True)


def main():
    parser = argparse.ArgumentParser(description="the worked examples of the streak rules")
    parser.add_argument("folder", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--mend", type=os.path.abspath, metavar="PATH")
    options = parser.parse_args()
    folders = sorted(path.parent for path in options.folder.glob("*/expected.json"))
    if not folders:
        sys.exit(f"no examples in {options.folder}")
    wrong = check_walks()
    for folder in folders:
        wrong += check_example(folder, options.mend)
    for line in wrong:
        print(line)
    print(f"{len(folders)} examples, {len(CHECKED)} walks, {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
