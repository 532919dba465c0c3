#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes an invented journal, the same one for the same arguments.

make_journal.py --seed 7 --from 2026-05-25 --to 2026-11-21 --per-day 8 OUT_DIR
    half a year in the life of one person (this is data/example)
make_journal.py --bulk --years 10 OUT_DIR
    a great many plausible entries without a story, for benchmarks

Needs nothing but Python 3.11; no time-zone database either.
"""

import argparse
import datetime as dt
import pathlib
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict

sys.dont_write_bytecode = True
import example_texts as texts  # noqa: E402

STEPS = ["apology", "honesty", "responsibility", "consistency", "space", "empathy", "patience",
         "connection"]
ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]
ONE_DAY = dt.timedelta(days=1)


class Dice:
    """Choices made from random() alone, the one method whose sequence Python promises to keep."""

    def __init__(self, seed):
        self._random = random.Random(seed).random

    def chance(self, probability):
        return self._random() < probability

    def between(self, low, high):
        return low + int(self._random() * (high - low + 1))

    def pick(self, items):
        return items[self.between(0, len(items) - 1)]

    def shuffled(self, items):
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = self.between(0, last)
            items[last], items[other] = items[other], items[last]
        return items


class Deck:
    """Deals items in random order, all of them before any comes again."""

    def __init__(self, dice, items):
        self._dice, self._items, self._left = dice, list(items), []

    def deal(self, fits=lambda item: True):
        for _ in range(2):
            for index, item in enumerate(self._left):
                if fits(item):
                    return self._left.pop(index)
            self._left += self._dice.shuffled(self._items)
        return None


def berlin(local):
    """A civil time in Berlin with its offset; of a time that exists twice, the first."""
    def last_sunday(month, hour):
        last = dt.datetime(local.year, month, 31, hour)
        return last - dt.timedelta(days=(last.weekday() + 1) % 7)
    summer = last_sunday(3, 2) <= local < last_sunday(10, 3)
    return local.replace(tzinfo=dt.timezone(dt.timedelta(hours=2 if summer else 1)))


# Writing TOML

def escaped(character):
    if character in '"\\':
        return "\\" + character
    if character == "\t":
        return "\\t"
    invisible = unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
    if invisible and character not in "\u200c\u200d":
        return f"\\u{ord(character):04X}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08X}"
    return character


def toml_string(text):
    lines = ["".join(map(escaped, line)) for line in text.split("\n")]
    if len(lines) == 1:
        return f'"{lines[0]}"'
    # A line that looks like the head of an entry would mislead whoever splits the file by lines.
    lines = [re.sub(r"^(\s*)\[\[", r"\1\\u005B[", line) for line in lines]
    return '"""\n' + "\n".join(lines) + '"""'


def toml_value(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return toml_string(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, dt.datetime):
        return berlin(value).isoformat()
    return value.isoformat()


def toml_entry(entry):
    comment = f"# {entry['#']}\n" if "#" in entry else ""
    lines = [f"{key} = {toml_value(value)}" for key, value in entry.items() if key != "#"]
    return comment + "[[entry]]\n" + "\n".join(lines) + "\n"


class Journal:
    def __init__(self, dice):
        self._dice = dice
        self._ids = set()
        self._months = defaultdict(list)
        self._actions = []

    def add(self, kind, day, at, **keys):
        """Adds an entry and returns it. Keys stay in the order given, absent ones are None."""
        entry = {"id": self._new_id(), "day": day, "at": at, "kind": kind}
        entry.update((key, value) for key, value in keys.items() if value is not None)
        self._months[day.year, day.month].append(entry)
        return entry

    def add_own_action(self, action):
        self._actions.append(action)

    def files(self):
        """The text of each file by its name."""
        files = {"journal.toml": self._settings()}
        for (year, month), entries in sorted(self._months.items()):
            head = (f"# mend journal, {MONTHS[month - 1]} {year}. "
                    "Plain TOML: edit it freely; comments and order are kept.\nformat = 1\n")
            # Written one after another, as `mend` would have.
            entries.sort(key=lambda entry: entry["at"])
            files[f"{year:04}-{month:02}.toml"] = "\n".join([head, *map(toml_entry, entries)])
        return files

    def _settings(self):
        parts = ["# mend journal, its settings. Plain TOML: edit it freely; comments and order are "
                 'kept.\nformat = 1\nrole = "mending"\nweek_start = "monday"\n']
        for action in self._actions:
            lines = [f"{key} = {toml_value(value)}" for key, value in action.items()]
            parts.append("[[action]]\n" + "\n".join(lines) + "\n")
        return "\n".join(parts)

    def _new_id(self):
        while True:
            new = "".join(self._dice.pick(ID_LETTERS) for _ in range(10))
            if new not in self._ids:
                self._ids.add(new)
                return new


class Words:
    """Deals the words of actions, slots filled."""

    def __init__(self, dice):
        self._dice = dice
        self._ticks = {step: Deck(dice, keys) for step, keys in texts.TICKS.items()}
        self._actions = {step: Deck(dice, items) for step, items in texts.ACTIONS.items()}
        self._slots = {name: Deck(dice, items) for name, items in texts.SLOTS.items()}

    def tick(self, step):
        return {"action": self._ticks[step].deal()}

    def action(self, step, weekday):
        item = self._actions[step].deal(lambda item: str(weekday) in item[2])
        text, key, _, *tags = item
        text = re.sub(r"\{(\w+)\}", lambda slot: self._slots[slot[1]].deal(), text)
        return {"action": key if key and self._dice.chance(0.6) else None,
                "text": text[0].upper() + text[1:],
                "tags": tags if tags and self._dice.chance(0.6) else None}


# The story

STORY_DAYS = 181  # days of the story in example_texts.py; other spans stretch or squeeze it
BREACH_SPACE = (35, 37)
TRAVEL = (84, 90)
GUEST = (117, 119)
ILL = 134
QUIET = [(4, 7), (13, 13), (14, 14), (19, 22), (26, 29), (62, 66), (95, 100), (145, 150)]

# Per step: days a week in the rough weeks, after them, and later.
WEEKLY = {"apology": [(0, 1), (1, 2), (1, 2)], "responsibility": [(1, 2), (1, 3), (2, 3)],
          "space": [(0, 1), (1, 2), (1, 2)], "empathy": [(2, 3), (3, 5), (4, 6)],
          "patience": [(1, 3), (2, 4), (3, 5)], "connection": [(0, 1), (1, 3), (2, 4)]}
DAILY = {"consistency": [0.7, 0.84, 0.88], "honesty": [0.6, 0.8, 0.85]}
MOST_A_DAY = {"apology": 1, "honesty": 3, "responsibility": 2, "consistency": 4, "space": 1,
              "empathy": 3, "patience": 2, "connection": 2}
# Entries on a day, for eight a day on the whole.
ENTRIES = [[4, 5, 6, 7], [7, 8, 8, 9, 10], [8, 9, 9, 10, 10, 10]]


def phase_of(story_day):
    return 0 if story_day < 21 else 1 if story_day < 49 else 2


class Story:
    def __init__(self, journal, dice, first, last, per_day):
        self.journal, self.dice, self.words = journal, dice, Words(dice)
        self.first, self.per_day = first, per_day
        self.length = (last - first).days + 1
        self.count = Counter()
        self.by_step = defaultdict(Counter)
        self.travel = self._range(TRAVEL)
        self.guest = self._range(GUEST)
        self.breach_space = self._range(BREACH_SPACE)
        self.ill = self._index(ILL)
        self.quiet = {self._index(dice.between(low, high)) for low, high in QUIET}

    def tell(self):
        self._settle_own_actions()
        self._add_rests()
        self._add_spaces()
        self._add_setbacks()
        self._add_apologies()
        self._add_promises()
        self._add_notes()
        for start in range(0, self.length, 7):
            self._fill_week(range(start, min(start + 7, self.length)))

    # Days are indices, 0 is the first.

    def _index(self, story_day):
        return round(story_day * (self.length - 1) / (STORY_DAYS - 1))

    def _range(self, story_days):
        return range(self._index(story_days[0]), self._index(story_days[1]) + 1)

    def _date(self, index):
        return self.first + index * ONE_DAY

    def _is_ordinary(self, index):
        return index not in self.quiet and index not in self.travel and index != self.ill

    def _allows(self, step, index):
        if index in self.breach_space:
            return step not in ("apology", "connection")
        return index not in self.guest or step not in ("connection", "empathy")

    def _ordinary_from(self, index, fits=lambda index: True):
        """The next day that is neither quiet nor away nor ill, else the latest before."""
        index = min(index, self.length - 1)
        for candidate in [*range(index, self.length), *range(index, -1, -1)]:
            if self._is_ordinary(candidate) and fits(candidate):
                return candidate
        raise ValueError("the span has no day for this")

    def _at(self, index, low, high):
        """Some moment between two hours of a day."""
        start = dt.datetime.combine(self._date(index), dt.time())
        return start + dt.timedelta(seconds=self.dice.between(int(low * 3600), int(high * 3600)))

    def _evening(self, index):
        return self._at(index, 18.6, 22.8)

    def _any_time(self, index):
        weekend = self._date(index).weekday() >= 5
        chance = self.dice.between(1, 10)
        if chance <= 2:
            return self._at(index, 8.5, 10.5) if weekend else self._at(index, 6.7, 8.4)
        if chance <= 4:
            return self._at(index, 12, 13.5)
        return self._evening(index)

    def _add(self, kind, index, at, **keys):
        self.count[index] += 1
        if kind in ("action", "note"):
            self.by_step[index][keys["step"]] += 1
        return self.journal.add(kind, self._date(index), at, **keys)

    def _settle_own_actions(self):
        self.own_actions = []
        for action in texts.OWN_ACTIONS:
            since = self._index(action["since"])
            until = self._index(action["until"]) if "until" in action else None
            keys = {key: action[key] for key in ("key", "step", "text", "cadence") if key in action}
            keys["since"] = self._date(since)
            if until is not None:
                keys["until"] = self._date(until)
            self.journal.add_own_action(keys)
            days = range(since, self.length if until is None else until + 1)
            self.own_actions.append((action, days))

    def _add_rests(self):
        def rest(days, written, at, reason, steps=None):
            self._add("rest", days[0], at, **{"from": self._date(days[0])}, to=self._date(days[-1]),
                      reason=reason, steps=steps)
        rest(self.travel, self.travel[0] - 3, self._at(self.travel[0] - 3, 19, 21),
             texts.REASON_TRAVEL)
        rest(self.guest, self.guest[0] - 2, self._at(self.guest[0] - 2, 19, 21),
             texts.REASON_GUEST, ["connection", "empathy"])
        rest([self.ill], self.ill, self._at(self.ill, 8, 10), texts.REASON_ILL)
        ticks = Deck(self.dice, texts.TRAVEL)
        for index in self.travel:
            for _ in range(self.dice.pick([0, 0, 1, 1, 2])):
                step, key, text = ticks.deal()
                self._add("action", index, self._at(index, 20, 21.5), step=step,
                          action=key or None, text=text or None)

    def _add_spaces(self):
        def clock(index, hour, minute):
            return dt.datetime.combine(self._date(index), dt.time(hour, minute))
        evening = self._ordinary_from(self._index(10))
        space = self._add("space", evening, self._at(evening, 19, 19.2),
                          until=clock(evening, 21, 30), asked_by="them", contact="none",
                          text=texts.SPACE_EVENING)
        self._add("return", evening, self._at(evening, 21.3, 21.45), space=space["id"],
                  result="on-time")
        begin, back = self.breach_space[0], self.breach_space[-1]
        space = self._add("space", begin, self._at(begin, 19.3, 19.6),
                          until=clock(begin + 1, 20, 0), asked_by="them", contact="practical",
                          text=texts.SPACE_AFTER_BREACH)
        self._add("return", begin + 1, self._at(begin + 1, 18.5, 18.9), space=space["id"],
                  result="extended", until=clock(back, 20, 0))
        self._add("return", back, self._at(back, 19.5, 19.8), space=space["id"], result="on-time")

    def _add_setbacks(self):
        for item in texts.SETBACKS:
            keys = dict(item)
            index = self._ordinary_from(self._index(keys.pop("on")))
            after, promise = keys.pop("after", None), keys.pop("promise", None)
            if promise:
                made = self._ordinary_from(max(0, index - promise["due_in"]))
                self._add_promise(promise, made, due_index=index)
            setback = self._add("setback", index, self._at(index, 20.6, 21), **keys)
            if after:
                index = self._ordinary_from(index + 1)
                self._add("note", index, self._at(index, 19, 22), step="patience",
                          **self._fields(after, index), setback=setback["id"])

    def _add_apologies(self):
        for item in texts.APOLOGIES:
            index = self._ordinary_from(self._index(item["on"]),
                                        lambda index: self._allows("apology", index))
            note = self._add("note", index, self._at(index, 21, 21.5), step="apology",
                             **self._fields(item["note"], index))
            for promise in item["promises"]:
                self._add_promise(promise, index, note)

    def _add_promises(self):
        for number, item in enumerate(texts.PROMISES):
            story_day = item.get("on", 3 + number * (STORY_DAYS - 12) / len(texts.PROMISES))
            self._add_promise(item, self._ordinary_from(self._index(story_day)))
        for days_before, item in zip((2, 1), texts.OPEN_PROMISES):
            index = self.length - 1 - days_before
            due = self._date(self.length - 1 + item["due_in"])
            self._promise_entry(item, index, due)

    def _promise_entry(self, item, index, due, apology=None):
        if item["due_at"]:
            due = dt.datetime.combine(due, dt.time.fromisoformat(item["due_at"]))
        # After an apology is written down come the promises it led to.
        at = self._at(index, 21.6, 22.2) if apology else self._at(index, 18, 22)
        return self._add("promise", index, at, step=item["step"], text=item["text"], due=due,
                         to=item.get("to", "Sam" if self.dice.chance(0.4) else None),
                         effort=item["effort"], if_then=item.get("if_then"),
                         apology=apology["id"] if apology else None, tags=item.get("tags"))

    def _add_promise(self, item, index, apology=None, due_index=None):
        if due_index is None:
            index = min(index, self.length - 1 - item["due_in"] - 6)  # time for its outcome
            due_index = self._ordinary_from(index + item["due_in"])
        promise = self._promise_entry(item, index, self._date(due_index), apology)

        def outcome(index, at, result, due=None):
            if result == "kept":
                self.by_step[index][item["step"]] += 1
            self._add("outcome", index, at, promise=promise["id"], result=result, due=due)

        def keep(index, due):
            if isinstance(due, dt.datetime):
                outcome(index, due - dt.timedelta(seconds=self.dice.between(200, 4000)), "kept")
            else:
                outcome(index, self._at(index, 17.5, 21.5), "kept")

        due = promise["due"]
        between = self._ordinary_from(index + (item["due_in"] + 1) // 2)
        next_day = self._ordinary_from(due_index + 1)
        match item["went"]:
            case "kept":
                keep(due_index, due)
            case "late" if isinstance(due, dt.datetime):
                outcome(due_index, due + dt.timedelta(seconds=self.dice.between(3000, 9000)), "late")
            case "late":
                outcome(next_day, self._at(next_day, 17.5, 20), "late")
            case "missed":
                outcome(next_day, self._at(next_day, 7, 8), "missed")
            case "dropped":
                outcome(between, self._at(between, 7, 8), "dropped")
            case "changed":
                moved = self._ordinary_from(due_index + 4)
                new_due = due + (moved - due_index) * ONE_DAY
                outcome(between, self._at(between, 7, 8), "changed", new_due)
                keep(moved, new_due)

    def _fields(self, note, index):
        fields = {key: value for key, value in note.items() if key not in ("on", "tags")}
        if "look_again" in fields:
            fields["look_again"] = self._date(index) + fields["look_again"] * ONE_DAY
        fields["tags"] = note.get("tags")
        return fields

    def _add_notes(self):
        for step, notes in texts.NOTES.items():
            for number, note in enumerate(notes):
                story_day = note.get("on", (number + 0.5) * STORY_DAYS / len(notes))
                index = self._ordinary_from(
                    self._index(story_day),
                    lambda index: self._allows(step, index) and self.count[index] < self.per_day)
                at = self._at(index, 19, 22.7)
                entry = self._add("note", index, at, step=step, **self._fields(note, index))
                edited = at + dt.timedelta(hours=self.dice.between(10, 60))
                if self.dice.chance(0.06) and edited.date() <= self._date(self.length - 1):
                    entry["edited"] = edited

    def _fill_week(self, week):
        phase = phase_of(week[0] * STORY_DAYS // self.length)
        planned = defaultdict(set)
        for step, ranges in WEEKLY.items():
            kept = sum(self.by_step[index][step] > 0 for index in week)
            free = [index for index in week if self._is_ordinary(index)
                    and self._allows(step, index) and not self.by_step[index][step]]
            more = max(0, self.dice.between(*ranges[phase]) - kept)
            for index in self.dice.shuffled(free)[:more]:
                planned[index].add(step)
        for index in week:
            for step, chances in DAILY.items():
                if self.dice.chance(chances[phase]):
                    planned[index].add(step)
            if self._is_ordinary(index):
                self._fill_day(index, planned[index], phase)

    def _fill_day(self, index, planned, phase):
        goal = self.dice.pick(ENTRIES[phase]) * self.per_day / 8
        by_step = self.by_step[index]
        active = [step for step in STEPS if step in planned or by_step[step]]
        self._tick_own_actions(index, active)
        for step in self.dice.shuffled(active):
            if not by_step[step] and self.count[index] < self.per_day + 2:
                self._add_action(index, step)
        while self.count[index] < goal:
            # Twice in the list is twice as likely.
            room = [step for step in [*active, "consistency", "honesty"]
                    if step in active and by_step[step] < MOST_A_DAY[step] * self.per_day / 8]
            if not room:
                break
            self._add_action(index, self.dice.pick(room))

    def _tick_own_actions(self, index, active):
        weekday = str(self._date(index).weekday())
        for action, days in self.own_actions:
            if (index in days and weekday in action["ticks"] and action["step"] in active
                    and self.dice.chance(action["chance"])):
                at = self._at(index, 12, 12.4) if action["key"] == "call-at-noon" \
                    else self._evening(index)
                self._add("action", index, at, step=action["step"], action=action["key"])

    def _add_action(self, index, step):
        if self.dice.chance(0.55):
            words, at = self.words.tick(step), self._any_time(index)
        else:
            words = self.words.action(step, self._date(index).weekday())
            at = self._evening(index)  # words look back on the day
        if index + 1 < self.length and self.dice.chance(0.04):
            at = self._at(index + 1, 6.8, 8.5)  # written down the morning after
        self._add("action", index, at, step=step, **words)


def tell_in_bulk(journal, dice, first, last, total):
    """`total` entries spread evenly over the days, all kinds, with more notes than the story."""
    words = Words(dice)
    notes = Deck(dice, [(step, note) for step in texts.NOTES for note in texts.NOTES[step]])
    promises = Deck(dice, texts.PROMISES)
    setbacks = Deck(dice, texts.SETBACKS)
    days = (last - first).days + 1
    open_promises, space = [], None
    for number in range(total):
        index = number * days // total
        day = first + index * ONE_DAY
        since_morning = number - -(-index * total // days)
        seconds = (7 * 3600 + since_morning * 15 * 3600 * days // total + dice.between(0, 900))
        at = dt.datetime.combine(day, dt.time()) + dt.timedelta(seconds=seconds)
        if space:
            on_time = at <= space["until"]
            journal.add("return", day, at, space=space["id"],
                        result="on-time" if on_time else "late")
            space = None
        elif open_promises and open_promises[0]["due"] <= day:
            promise = open_promises.pop(0)
            result = "kept" if promise["due"] == day else dice.pick(["late", "missed"])
            journal.add("outcome", day, at, promise=promise["id"], result=result)
        else:
            chance = dice.between(1, 1000)
            step = dice.pick(STEPS)
            if chance <= 200:
                journal.add("action", day, at, step=step, **words.tick(step))
            elif chance <= 430:
                journal.add("action", day, at, step=step, **words.action(step, day.weekday()))
            elif chance <= 950:
                step, note = notes.deal()
                fields = {key: value for key, value in note.items()
                          if key not in ("#", "on", "look_again")}
                journal.add("note", day, at, step=step, **fields)
            elif chance <= 980:
                item = promises.deal()
                due = day + dice.between(1, 9) * ONE_DAY
                open_promises.append(journal.add("promise", day, at, step=item["step"],
                                                 text=item["text"], due=due,
                                                 effort=item["effort"]))
                open_promises.sort(key=lambda promise: promise["due"])
            elif chance <= 990:
                item = setbacks.deal()
                keys = ("step", "severity", "told", "text", "effect", "before", "if_then")
                journal.add("setback", day, at, **{key: item[key] for key in keys if key in item})
            elif chance <= 998:
                space = journal.add("space", day, at, until=at + dt.timedelta(hours=3),
                                    asked_by=dice.pick(["me", "them", "both"]), contact="short")
            else:
                start = day + ONE_DAY
                if start <= last:
                    journal.add("rest", start, at, **{"from": start},
                                to=start + dice.between(0, 6) * ONE_DAY, reason="travel")
                else:
                    journal.add("action", day, at, step=step, **words.tick(step))


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(description="Writes an invented mend journal.")
    date = dt.date.fromisoformat
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--from", dest="first", type=date, metavar="DAY",
                        help="default: 2026-05-25; with --bulk, what --years says")
    parser.add_argument("--to", dest="last", type=date, metavar="DAY", default=date("2026-11-21"))
    parser.add_argument("--per-day", type=int, default=8, metavar="N", help="entries, about")
    parser.add_argument("--bulk", action="store_true", help="no story, many entries")
    parser.add_argument("--years", type=int, default=10, metavar="N",
                        help="with --bulk: N times 365 days' worth of entries in N times 12 months")
    parser.add_argument("out", type=pathlib.Path, metavar="OUT_DIR")
    options = parser.parse_args(arguments)
    options.total = None
    if options.bulk and not options.first:
        year, month = options.last.year - options.years, options.last.month
        options.first = dt.date(year + month // 12, month % 12 + 1, 1)
        options.total = 365 * options.years * options.per_day
    options.first = options.first or date("2026-05-25")
    days = (options.last - options.first).days + 1
    if options.per_day < 1 or days < 1:
        parser.error("the span and --per-day must not be empty")
    if not options.bulk and (days < 120 or options.per_day < 4):
        parser.error("the story needs at least 120 days and 4 entries a day; see --bulk")
    options.total = options.total or days * options.per_day
    return options


def make_journal(options):
    dice = Dice(options.seed)
    journal = Journal(dice)
    if options.bulk:
        tell_in_bulk(journal, dice, options.first, options.last, options.total)
    else:
        Story(journal, dice, options.first, options.last, options.per_day).tell()
    return journal.files()


def main(arguments=None):
    options = parse_arguments(arguments)
    files = make_journal(options)
    options.out.mkdir(parents=True, exist_ok=True)
    others = sorted(path.name for path in options.out.glob("*.toml") if path.name not in files)
    if others:
        sys.exit(f"{options.out} holds files of another journal: {', '.join(others)}")
    for name, text in files.items():
        (options.out / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
