#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""mend against the oracle, on histories that mend's own commands wrote.

    commands_test.py --mend PATH [--count N] [--seed S] [--steps N]

Time goes on from command to command; what is recorded, promised, agreed, settled, taken back and
made again is chosen by the seed. Then `streak`, `today` and `check` with `--json` are compared with what the
oracle reads from the files. Exit status: 0 all agree, 1 they differ or a command ended as none may.
"""

import argparse
import datetime as dt
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import compare
import oracle
import random_journals

# A refusal is an answer too: nothing to undo, a space that is open already.
ANSWERS = {0, 1, 2}


class Life:
    """One journal, and a clock that only goes forward."""

    def __init__(self, program, home, seed):
        self.program = program
        self.home = pathlib.Path(home)
        self.seed = seed
        self.rng = random.Random(f"commands {seed}")
        zones = [zone for zone in random_journals.ZONES if zone not in random_journals.MISSING_ZONES]
        self.zone_name = "UTC" if self.rng.random() < 0.4 else self.rng.choice(zones)
        start = dt.datetime(2026, self.rng.randint(1, 12), self.rng.randint(1, 28), 9, tzinfo=dt.timezone.utc)
        self.now = start
        self.settings = random_journals.random_settings(self.rng)
        self.folder = self.home / "data" / "mend" / "main"
        self.folder.mkdir(parents=True, mode=0o700)
        (self.folder / "journal.toml").write_text(random_journals.spell_settings(self.settings))
        self.log = []
        self.commands = {row["name"] for row in self.json("help")["commands"]}

    def journal(self):
        _, files = oracle.load(self.folder)
        return random_journals.Journal(self.seed, self.settings, files, self.now_text(), self.zone_name)

    def now_text(self):
        return self.now.isoformat().replace("+00:00", "Z")

    def run(self, *words):
        done = subprocess.run(
            [self.program, *words],
            env=compare.environment(self, self.home) | {"MEND_NOW": self.now_text()},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
        )
        self.log.append(f"{self.now_text()}  {' '.join(words)}  -> {done.returncode}")
        if done.returncode not in ANSWERS:
            raise AssertionError(f"{self.log[-1]}: {done.stderr.decode(errors='replace')}")
        return done

    def json(self, *words):
        done = self.run(*words, "--json")
        return json.loads(done.stdout) if done.returncode == 0 else {}

    # Some of it within the hour, some of it days later.
    def wait(self):
        unit = self.rng.choice(["minutes", "hours", "hours", "days"])
        most = {"minutes": 59, "hours": 30, "days": 4}[unit]
        self.now += dt.timedelta(**{unit: self.rng.randint(1, most)})

    def earlier(self):
        return ["-d", f"-{self.rng.randint(1, 5)}d"] if self.rng.random() < 0.2 else []

    def step(self):
        return self.rng.choice(oracle.STEPS)

    def when(self):
        return self.rng.choice(
            ["+10min", "+20h", "+30h", "+3d", "tomorrow", "fri", "18:00", "sun@02:30", "+9d", "+9d", "+20d"]
        )

    def act(self):
        kinds = [self.record] * 6 + [self.setback, self.rest, self.take_back]
        kinds += [self.space] * 3 + [self.promise] * 3
        self.rng.choice(kinds)()

    def record(self):
        self.run(self.rng.choice(["log", "note"]), self.step(), "words", *self.earlier())

    def setback(self):
        severity = self.rng.choice(["slip", "lapse", "breach", "breach"])
        self.run("setback", self.step(), "--severity", severity, *self.earlier())

    def rest(self):
        days = self.rng.choice(["today", "tomorrow", "fri..sun", "-3d..-2d", "+2d..+6d"])
        step = ["--step", self.step()] if self.rng.random() < 0.5 else []
        self.run("rest", days, *step)

    def take_back(self):
        for command in self.rng.choice([["undo"], ["undo", "redo"], ["undo", "undo", "redo"]]):
            self.run(command)

    def space(self):
        if not {"space", "space begin"} & self.commands:
            return
        what = self.rng.choice(["begin", "begin", "extend", "back", "back"])
        until = [] if what == "back" else ["--until", self.when()]
        contact = ["--contact", self.rng.choice(["none", "practical"])] if what == "begin" else []
        self.run("space", what, *until, *contact, *self.earlier())

    def promise(self):
        if not {"promise", "promise add"} & self.commands:
            return
        open_ones = [row["id"] for row in self.json("promise", "list").get("promises", []) if "id" in row]
        what = self.rng.choice(["add", "keep", "keep", "miss", "change", "drop"])
        if what == "add" or not open_ones:
            step = ["--step", self.step()] if self.rng.random() < 0.7 else []
            self.run("promise", "add", "words", "--due", self.when(), *step, *self.earlier())
            return
        due = ["--due", self.when()] if what == "change" else []
        day = self.earlier() if what == "keep" else []
        self.run("promise", what, self.rng.choice(open_ones), *due, *day)


def difference(life):
    """The first difference, or None."""
    journal = life.journal()
    mend = compare.Mend(life.program, compare.COMMANDS, life.home)
    answers = {command: mend.run(command, journal) for command in compare.COMMANDS}
    expected = compare.oracle_answers(journal, oracle.default_readings(), compare.COMMANDS)
    found = compare.differences(answers, expected)
    return compare.describe(found[0]) if found else None


def run_one(options, seed, counts):
    with tempfile.TemporaryDirectory(prefix="mend-commands-") as home:
        life = Life(options.mend, home, seed)
        for number in range(options.steps):
            life.wait()
            life.act()
            if number % 10 != 9 and number + 1 != options.steps:
                continue
            if (wrong := difference(life)) is None:
                continue
            print(f"seed {seed}: {wrong}\n  TZ={life.zone_name} settings {life.settings}")
            print("\n".join(f"  {line}" for line in life.log))
            return False
        for entries in life.journal().files.values():
            for entry in entries:
                kind = f"{entry['kind']} {entry.get('result', entry.get('severity', ''))}".strip()
                counts[kind] = counts.get(kind, 0) + 1
    return True


def main():
    parser = argparse.ArgumentParser(description="mend's own histories against the oracle")
    parser.add_argument("--mend", required=True, type=os.path.abspath)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=40)
    options = parser.parse_args()
    counts = {}
    agree = [run_one(options, options.seed + k, counts) for k in range(options.count)]
    print(f"{sum(agree)} of {options.count} histories agree")
    print(", ".join(f"{kind}: {count}" for kind, count in sorted(counts.items())))
    return 0 if all(agree) else 1


if __name__ == "__main__":
    sys.exit(main())
