#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""mend against the oracle, on random journals.

    compare.py --mend PATH --count N --seed S [--keep-failures DIR]

Exit status: 0 all agree, 1 they differ, 2 usage. Journal K of a run has the seed S + K, so
`--seed S+K --count 1` runs it alone.
"""

import argparse
import itertools
import json
import multiprocessing
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import oracle
import random_journals

COMMANDS = ["streak", "today", "check"]
COMPARED = {
    "streak": [
        "number",
        "step",
        "cadence",
        "unit",
        "state",
        "current",
        "bridged",
        "at_risk",
        "best",
        "steadiness",
        "total",
        "last",
        "chapter",
    ],
    "today": ["number", "step", "state", "asked", "current", "got", "asked_now", "strip"],
    "check": ["number", "step", "kept", "asked"],
}
ABOUT_THE_WHOLE = {"streak": "today", "today": "day", "check": "kept"}
# `check` says no with 1.
GOOD_STATUSES = {"streak": [0], "today": [0], "check": [0, 1]}
SHRINKING_SECONDS = 30


# --- Both sides -------------------------------------------------------------------------------


class Mend:
    """Runs the program on one journal at a time, each with a home of its own."""

    def __init__(self, program, commands, home):
        self.program = program
        self.commands = commands
        self.home = pathlib.Path(home)

    def answers(self, journal):
        """For each command the JSON it printed, or text that says what is wrong with it."""
        shutil.rmtree(self.home, ignore_errors=True)
        folder = self.home / "data" / "mend" / "main"
        folder.mkdir(parents=True, mode=0o700)
        journal.write(folder)
        return {command: self.run(command, journal) for command in self.commands}

    def run(self, command, journal):
        try:
            done = subprocess.run(
                [self.program, command, "--json"],
                env=environment(journal, self.home),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=60,
            )
        except subprocess.TimeoutExpired:
            return "no answer after 60 seconds"
        if done.returncode not in GOOD_STATUSES[command]:
            return f"exit status {done.returncode}, stderr: {done.stderr.decode(errors='replace')}"
        try:
            answer = json.loads(done.stdout)
        except ValueError as error:
            return f"not JSON ({error}): {done.stdout[:300]!r}"
        rows = answer.get("steps") if isinstance(answer, dict) else None
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            return f"not an object with rows of steps: {done.stdout[:300]!r}"
        if command == "check" and answer.get("kept") is not (done.returncode == 0):
            return f"exit status {done.returncode}, and kept is {answer.get('kept')}"
        return answer


def environment(journal, home):
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": f"{home}/data",
        "XDG_CONFIG_HOME": f"{home}/config",
        "XDG_STATE_HOME": f"{home}/state",
        "XDG_CACHE_HOME": f"{home}/cache",
        "TZ": journal.zone_name,
        "MEND_NOW": journal.now,
    }


def oracle_answers(journal, readings, commands):
    zone = oracle.parse_zone(journal.zone_name)
    today = oracle.current_day(oracle.parse_now(journal.now), zone, journal.settings)
    history = oracle.History(journal.settings, journal.files, today, zone, readings)
    return {command: history.answer(command) for command in commands}


class Difference:
    def __init__(self, command, step, key, mend, expected):
        self.command = command
        self.step = step
        self.key = key
        self.mend = mend
        self.expected = expected

    def place(self):
        return (self.command, self.step, self.key)


def differences(mend, expected):
    found = []
    for command in expected:
        if isinstance(mend[command], str):
            found.append(Difference(command, None, "answer", mend[command], "exit status 0"))
            continue
        for key in ("schema", ABOUT_THE_WHOLE[command]):
            compare_value(found, command, None, key, mend[command], expected[command])
        rows, expected_rows = all_rows(mend[command]), all_rows(expected[command])
        if list(rows) != list(expected_rows):
            found.append(Difference(command, None, "rows", list(rows), list(expected_rows)))
            continue
        for name, expected_row in expected_rows.items():
            for key in COMPARED[command]:
                compare_value(found, command, name, key, rows[name], expected_row)
    return found


def all_rows(answer):
    """Those of steps and, each after its step, of own actions, by name."""
    rows = {}
    for row in answer["steps"]:
        for each in [row, *row.get("actions", [])]:
            action = f"/{each['action']}" if "action" in each else ""
            rows[f"{row.get('step')}{action}"] = each
    return rows


def compare_value(found, command, step, key, mend, expected):
    # As text, because in Python 1 == True; a key that is absent is not null.
    ours = json.dumps(expected[key], sort_keys=True)
    theirs = json.dumps(mend[key], sort_keys=True) if key in mend else "(absent)"
    if ours != theirs:
        found.append(Difference(command, step, key, theirs, ours))


def explaining_readings(journal, mend, readings):
    """The other readings of the text, alone or else in pairs, under which all would agree."""
    if any(isinstance(answer, str) for answer in mend.values()):
        return []
    others = [
        (name, value)
        for name, values in oracle.READINGS.items()
        for value in values
        if value != readings[name]
    ]
    for size in (1, 2):
        explaining = []
        for changes in itertools.combinations(others, size):
            changed = {**readings, **dict(changes)}
            if not differences(mend, oracle_answers(journal, changed, list(mend))):
                explaining.append(" and ".join(f"{n}={v}" for n, v in changes))
        if explaining:
            return explaining
    return []


# --- Shrinking --------------------------------------------------------------------------------


def shrink(journal, mend, readings, difference, explained):
    """Leave out entries and settings while the same value still differs."""
    deadline = time.monotonic() + SHRINKING_SECONDS

    def still_differs(candidate):
        answers = mend.answers(candidate)
        found = differences(answers, oracle_answers(candidate, readings, mend.commands))
        if all(other.place() != difference.place() for other in found):
            return False
        # What is no question of reading should not shrink into one.
        return explained or not explaining_readings(candidate, answers, readings)

    size = max(1, sum(map(len, journal.files.values())) // 2)
    while time.monotonic() < deadline:
        smaller = next(
            (
                candidate
                for candidate in without_some(journal, size)
                if time.monotonic() < deadline and still_differs(candidate)
            ),
            None,
        )
        if smaller is not None:
            journal = smaller
        elif size > 1:
            size //= 2
        else:
            break
    return journal


def without_some(journal, size):
    places = [(name, i) for name in journal.files for i in range(len(journal.files[name]))]
    for start in range(0, len(places), size):
        left_out = set(places[start : start + size])
        files = {
            name: [entry for i, entry in enumerate(entries) if (name, i) not in left_out]
            for name, entries in journal.files.items()
        }
        yield variant(journal, journal.settings, {n: e for n, e in files.items() if e})
    if size == 1:
        for key in journal.settings:
            settings = {k: v for k, v in journal.settings.items() if k != key}
            yield variant(journal, settings, journal.files)
        for i in range(len(journal.settings.get("action", []))):
            actions = [a for k, a in enumerate(journal.settings["action"]) if k != i]
            yield variant(journal, {**journal.settings, "action": actions}, journal.files)
        for step in journal.settings.get("steps", {}):
            steps = {k: v for k, v in journal.settings["steps"].items() if k != step}
            yield variant(journal, {**journal.settings, "steps": steps}, journal.files)


def variant(journal, settings, files):
    return random_journals.Journal(
        journal.seed, settings, files, journal.now, journal.zone_name
    )


# --- Report -----------------------------------------------------------------------------------


def describe(difference):
    where = f"mend {difference.command} --json: "
    where += f"{difference.step}: {difference.key}" if difference.step else difference.key
    return f"{where}\n    mend    {difference.mend}\n    oracle  {difference.expected}"


def report(journal, mend, readings, keep_in):
    """The first difference, how to see it again, and the smallest journal that still shows it."""
    answers = mend.answers(journal)
    expected = oracle_answers(journal, readings, mend.commands)
    found = differences(answers, expected)
    if not found:
        print(f"seed {journal.seed}: differed once and agrees when run again")
        return
    first = found[0]
    print(f"seed {journal.seed}: {len(found)} values differ, the first: {describe(first)}")
    if first.step:
        for who, side in (("mend", answers), ("oracle", expected)):
            row = all_rows(side[first.command])[first.step]
            shown = {key: row.get(key) for key in COMPARED[first.command]}
            print(f"  {who} row: {json.dumps(shown)}")
    explaining = explaining_readings(journal, answers, readings)
    if explaining:
        print("  another reading of the text would agree:", "; or ".join(explaining))
    print(f"again: --seed {journal.seed} --count 1; MEND_NOW={journal.now} TZ={journal.zone_name}")

    small = shrink(journal, mend, readings, first, bool(explaining))
    small_answers = mend.answers(small)
    small_expected = oracle_answers(small, readings, mend.commands)
    places = {other.place(): other for other in differences(small_answers, small_expected)}
    shown = describe(places.get(first.place(), first))
    print(f"\nthe smallest journal that still differs: {shown}")
    print(random_journals.spell_settings(small.settings))
    for name, entries in small.files.items():
        print(f"# --- {name}")
        for entry in entries:
            items = [f"{key} = {random_journals.spell_value(v)}" for key, v in entry.items()]
            print("[[entry]]\n" + "\n".join(items))
    if keep_in:
        keep(journal, answers, expected, keep_in / f"seed-{journal.seed}")
        keep(small, small_answers, small_expected, keep_in / f"seed-{journal.seed}-small")


def keep(journal, answers, expected, folder):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "journal").mkdir(parents=True)
    journal.write(folder / "journal")
    (folder / "environment").write_text(f"MEND_NOW={journal.now}\nTZ={journal.zone_name}\n")
    for who, side in (("mend", answers), ("oracle", expected)):
        for command, answer in side.items():
            (folder / f"{who}-{command}.json").write_text(json.dumps(answer, indent=1) + "\n")


# --- Many at once -----------------------------------------------------------------------------

worker = None


def start_worker(options, scratch):
    global worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    home = os.path.join(scratch, f"worker-{os.getpid()}")
    worker = (Mend(options.mend, options.commands, home), options.readings)


def first_difference(seed):
    mend, readings = worker
    journal = random_journals.generate(seed)
    answers = mend.answers(journal)
    found = differences(answers, oracle_answers(journal, readings, mend.commands))
    return seed, describe(found[0]) if found else None


def compare_all(options, scratch):
    failing = []
    seeds = range(options.seed, options.seed + options.count)
    jobs = min(options.jobs, options.count)
    with multiprocessing.Pool(jobs, start_worker, (options, scratch)) as pool:
        for seed, description in pool.imap(first_difference, seeds, chunksize=8):
            if description is None:
                continue
            failing.append(seed)
            if not options.keep_going:
                break
            print(f"seed {seed}: {description}")
        pool.terminate()
        pool.join()
    return failing


def parse_options():
    parser = argparse.ArgumentParser(description="mend against the oracle, on random journals")
    parser.add_argument("--mend", required=True, metavar="PATH")
    parser.add_argument("--count", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--keep-failures", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--keep-going", action="store_true", help="list every journal that differs")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--only", choices=COMMANDS, action="append", dest="commands")
    parser.add_argument("--reading", action="append", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    options.commands = options.commands or COMMANDS
    try:
        options.readings = oracle.parse_readings(options.reading)
    except ValueError as error:
        parser.error(str(error))
    options.mend = os.path.abspath(options.mend)
    if not os.access(options.mend, os.X_OK) or os.path.isdir(options.mend):
        parser.error(f"not a program: {options.mend}")
    if options.count < 1 or options.jobs < 1:
        parser.error("--count and --jobs are at least 1")
    return options


def main():
    options = parse_options()
    if random_journals.MISSING_ZONES:
        missing = ", ".join(random_journals.MISSING_ZONES)
        print(f"UTC instead of zones that this machine does not know: {missing}", file=sys.stderr)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mend-compare-") as scratch:
        failing = compare_all(options, scratch)
        if failing:
            mend = Mend(options.mend, options.commands, os.path.join(scratch, "report"))
            journal = random_journals.generate(failing[0])
            report(journal, mend, options.readings, options.keep_failures)
    if failing and options.keep_going:
        print(f"{len(failing)} of {options.count} journals differ")
    if not failing:
        print(f"{options.count} journals agree, {time.monotonic() - began:.1f} s")
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main())
