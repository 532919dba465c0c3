#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The oracle against the worked journals and the table of checked examples of the rules.

    examples_test.py DIR     DIR holds one folder per example: journal/, README, expected.json
"""

import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import oracle

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


def check_example(folder):
    readme = (folder / "README").read_text()
    now = oracle.parse_now(re.search(r"MEND_NOW=([^,\s]+)", readme)[1])
    zone = oracle.parse_zone(re.search(r"TZ=([^,\s]+)", readme)[1])
    settings, files = oracle.load(folder / "journal")
    today = oracle.current_day(now, zone, settings)
    got = oracle.History(settings, files, today, zone).streak_json()
    expected = json.loads((folder / "expected.json").read_text())
    if as_value(got) == as_value(expected):
        return []
    wrong = []
    for ours, theirs in zip(got["steps"], expected["steps"]):
        for key in sorted(ours.keys() | theirs.keys()):
            if as_value(ours.get(key)) != as_value(theirs.get(key)):
                wrong.append(
                    f"{folder.name}: {ours['step']}: {key}: {ours.get(key)}, not {theirs.get(key)}"
                )
    return wrong or [f"{folder.name}: differs outside the rows"]


def as_value(value):
    """Text that is equal exactly when the JSON values are (in Python, 1 == True)."""
    return json.dumps(value, sort_keys=True)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: examples_test.py DIR")
    folders = sorted(path.parent for path in pathlib.Path(sys.argv[1]).glob("*/expected.json"))
    if not folders:
        sys.exit(f"no examples in {sys.argv[1]}")
    wrong = check_walks()
    for folder in folders:
        wrong += check_example(folder)
    for line in wrong:
        print(line)
    print(f"{len(folders)} examples, {len(CHECKED)} walks, {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
