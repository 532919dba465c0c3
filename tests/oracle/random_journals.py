#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Random journals that reach into the corners of the streak rules, the same for the same seed.

    random_journals.py SEED DIR     write journal SEED into DIR, print its MEND_NOW and TZ
"""

import datetime as dt
import pathlib
import random
import sys

sys.dont_write_bytecode = True
import oracle

ONE_DAY = dt.timedelta(days=1)
ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"

# Zones with and without summer time, on both sides of the date line, with odd offsets, and one
# that used to change its clocks at midnight.
ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Honolulu",
    "Pacific/Apia",
    "Asia/Kathmandu",
]
# A machine without the time zone database gets UTC instead.
MISSING_ZONES = [name for name in ZONES if name != "UTC" and not oracle.has_zone(name)]

# Not 02:00 or 02:30: the text does not say what becomes of a day's start inside a gap.
DAY_STARTS = ["03:00", "04:00", "05:30"]

ACTIONS = ["on-time", "call-at-noon", "phone-away"]
OWN_ACTIONS = ["on-foot", "walk", "read-aloud"]
TEXTS = ["x", "home by six", "caffè # 3", 'said "sorry"', "a\\b", "[[entry]]", "two\nlines", "🌱"]


class Journal:
    """`files` is what reading the folder gives: for each month file its entries, in order."""

    def __init__(self, seed, settings, files, now, zone_name):
        self.seed = seed
        self.settings = settings
        self.files = files
        self.now = now  # MEND_NOW, as text
        self.zone_name = zone_name

    def write(self, folder):
        rng = random.Random(f"spelling {self.seed}")
        folder = pathlib.Path(folder)
        for name, entries in self.files.items():
            text = "\n".join(["format = 1\n"] + [spell_entry(rng, entry) for entry in entries])
            if rng.random() < 0.05:
                text = text.replace("\n", "\r\n")
            (folder / name).write_bytes(text.encode())
        if self.settings or rng.random() < 0.5:
            (folder / "journal.toml").write_bytes(spell_settings(self.settings).encode())


# --- TOML -------------------------------------------------------------------------------------


def spell_value(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        text = value.isoformat()
        return text[:-6] + "Z" if text.endswith("+00:00") else text
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(spell_value(item) for item in value) + "]"
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def spell_entry(rng, entry):
    items = list(entry.items())
    if rng.random() < 0.1:
        rng.shuffle(items)
    lines = ["[[entry]]"] + [f"{key} = {spell_value(value)}" for key, value in items]
    if rng.random() < 0.03:
        lines.insert(rng.randrange(len(lines) + 1), "# a comment")
    return "\n".join(lines) + "\n"


def spell_settings(settings):
    lines = ["format = 1"]
    tables = ("steps", "action")
    lines += [f"{k} = {spell_value(v)}" for k, v in settings.items() if k not in tables]
    for action in settings.get("action", []):
        lines += ["\n[[action]]"] + [f"{k} = {spell_value(v)}" for k, v in action.items()]
    for step, table in settings.get("steps", {}).items():
        lines += [f"\n[steps.{step}]"] + [f"{k} = {spell_value(v)}" for k, v in table.items()]
    return "\n".join(lines) + "\n"


# --- Settings ---------------------------------------------------------------------------------


def random_cadence(rng):
    kind = rng.randrange(6)
    if kind == 0:
        return "daily"
    if kind == 1:
        if rng.random() < 0.3:
            return "weekdays"
        named = rng.sample(range(7), rng.choice([1, 2, 2, 3, 4, 5, 6, 7]))
        return ",".join(oracle.WEEKDAYS[i] for i in sorted(named))
    if kind == 2:
        return f"{rng.randint(1, 7)}/week"
    if kind == 3:
        return f"{rng.choice([1, 2, 3, 4, 8, 12, 20, 28, 29, 30, 31])}/month"
    if kind == 4:
        return f"every {rng.choice([2, 2, 3, 3, 4, 5, 7, 10, 14, 30, 90, 365])}d"
    return "as-needed"


def random_settings(rng):
    settings = {}
    if rng.random() < 0.5:
        settings["week_start"] = rng.choice(oracle.LONG_WEEKDAYS)
    if rng.random() < 0.3:
        settings["grace"] = rng.random() < 0.25
    if rng.random() < 0.25:
        settings["day_start"] = rng.choice(DAY_STARTS + ["00:00"])
    steps = {}
    for step in oracle.STEPS:
        if rng.random() < 0.6:
            steps[step] = {"cadence": random_cadence(rng)}
    if steps:
        settings["steps"] = steps
    return settings


# --- Entries ----------------------------------------------------------------------------------


class Maker:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        rng = self.rng
        self.zone_name = "UTC" if rng.random() < 0.5 else rng.choice(ZONES)
        if self.zone_name in MISSING_ZONES:
            self.zone_name = "UTC"
        self.zone = oracle.parse_zone(self.zone_name)
        self.settings = random_settings(rng)
        self.now = self.random_now()
        self.today = oracle.current_day(self.now, self.zone, self.settings)
        self.span = rng.choice(
            [1]
            + [rng.randint(2, 10)] * 3
            + [rng.randint(10, 45)] * 4
            + [rng.randint(45, 150)] * 3
            + [rng.randint(150, 430)]
        )
        # Often nothing was written for a while before today.
        self.newest = self.today - rng.choice([0, 0, 0, 0, 1, 2, rng.randint(0, 40)]) * ONE_DAY
        self.oldest = self.newest - (self.span - 1) * ONE_DAY
        self.used_ids = set()
        self.changes = []
        if self.zone_name != "UTC":
            self.changes = self.clock_changes(self.oldest, self.span)
        self.doubled_ids = set()
        self.entries = []
        self.settings |= self.random_journal_dates()

    def random_journal_dates(self):
        """The day it was closed, and own actions with their days."""
        rng = self.rng
        dated = {}
        if rng.random() < 0.08:
            dated["closed"] = self.notable_day()
        actions = []
        keys = rng.sample(OWN_ACTIONS, rng.choice([0, 0, 0, 1, 1, 2, 3]))
        for key in keys:
            action = {"key": key, "step": rng.choice(oracle.STEPS), "text": "x"}
            if rng.random() < 0.9:
                action["cadence"] = random_cadence(rng)
            if rng.random() < 0.6:
                action["since"] = self.notable_day()
            if rng.random() < 0.2:
                action["until"] = self.notable_day()
            if rng.random() < 0.2:
                action["was"] = [f"{key}-before"]
            actions.append(action)
        return dated | ({"action": actions} if actions else {})

    def random_now(self):
        rng = self.rng
        day = dt.date(2018, 1, 1) + rng.randrange(4000) * ONE_DAY
        if rng.random() < 0.3:  # ends of weeks, months and years, and the leap day
            year = rng.randint(2019, 2028)
            day = rng.choice(
                [
                    dt.date(year, 12, 31),
                    dt.date(year, 1, rng.randint(1, 7)),
                    dt.date(year, 3, 1) - ONE_DAY,
                    dt.date(year, 3, 1),
                    dt.date(year, rng.randint(1, 12), 1),
                    dt.date(year, rng.randint(2, 12), 1) - ONE_DAY,
                ]
            )
        if self.zone_name != "UTC" and rng.random() < 0.4:  # soon after a change of the clocks
            changes = self.clock_changes(day, 200)
            if changes:
                day = changes[-1] + rng.randint(0, 20) * ONE_DAY
        civil = dt.datetime.combine(day, dt.time(rng.randrange(24), rng.randrange(60), 30))
        return civil.replace(tzinfo=self.zone)

    # Small things

    def some_day(self):
        return self.oldest + self.rng.randrange(self.span) * ONE_DAY

    def notable_day(self):
        """Any day, but often one at an edge, and sometimes one to come."""
        rng = self.rng
        return rng.choice(
            [self.some_day()] * 5
            + [self.oldest, self.newest, self.today, self.today - ONE_DAY]
            + ([self.today + rng.randint(1, 20) * ONE_DAY] if rng.random() < 0.5 else [])
        )

    def new_id(self):
        if self.rng.random() < 0.02:
            return None
        while True:
            length = 10 if self.rng.random() < 0.97 else self.rng.choice([1, 2, 64])
            made = "".join(self.rng.choices(ID_LETTERS, k=length))
            if made not in self.used_ids:
                self.used_ids.add(made)
                return made

    def fixed_offset(self):
        hours = self.rng.choice([0, 0, 0, 1, 2, -5, 14, -10])
        return dt.timezone(dt.timedelta(hours=hours))

    def at_zone_of_then(self, instant):
        """The local offset of that instant, or now and then that of a traveller."""
        if self.rng.random() < 0.15:
            return instant.astimezone(self.fixed_offset())
        local = instant.astimezone(self.zone)
        return local.replace(tzinfo=dt.timezone(local.utcoffset()))

    def some_at(self, day):
        """Mostly on its day; sometimes written later, or on the stroke of midnight."""
        rng = self.rng
        if rng.random() < 0.1:
            day = day + rng.choice([-2, -1, 1, 1, 2, 3]) * ONE_DAY
        time = dt.time() if rng.random() < 0.04 else dt.time(rng.randrange(24), rng.randrange(60))
        local = dt.datetime.combine(day, time).replace(tzinfo=self.zone)
        if rng.random() < 0.02:
            local += dt.timedelta(milliseconds=500)
        return self.at_zone_of_then(local.astimezone(dt.timezone.utc))

    def add(self, kind, day, at=None, entry_id=None, **keys):
        rng = self.rng
        entry = {}
        made = entry_id or self.new_id()
        if made:
            entry["id"] = made
        entry["day"] = day
        if at or rng.random() < 0.96:
            entry["at"] = at or self.some_at(day)
        if rng.random() < 0.03:
            entry["edited"] = self.some_at(day + ONE_DAY)
        entry["kind"] = kind
        entry.update({key: value for key, value in keys.items() if value is not None})
        self.entries.append(entry)
        return entry

    def text(self):
        return self.rng.choice(TEXTS) if self.rng.random() < 0.3 else "x"

    # What keeps days

    def keep_steps(self):
        rng = self.rng
        busy = rng.choice([0.2, 0.6, 1])  # how much of this journal is about keeping days
        for step in oracle.STEPS:
            if rng.random() > busy:
                continue
            begin = self.oldest if rng.random() < 0.6 else self.some_day()
            for day in self.kept_pattern(step, begin):
                self.keep(step, day)
                if rng.random() < 0.05:
                    self.keep(step, day)

    def kept_pattern(self, step, begin):
        """Random days around what the cadence asks, or runs with single holes: bridges are decided
        by holes about `gap` units apart."""
        rng = self.rng
        cadence = oracle.Cadence(
            self.settings.get("steps", {}).get(step, {}).get("cadence")
            or oracle.DEFAULT_CADENCES[step]
        )
        days = [begin + i * ONE_DAY for i in range((self.newest - begin).days + 1)]
        if cadence.unit == "week":
            chance = cadence.n / 7 * rng.choice([0.8, 1, 1.2])
        elif cadence.unit == "month":
            chance = cadence.n / 30 * rng.choice([0.8, 1, 1.2])
        elif cadence.unit == "time":
            chance = 1 / cadence.n * rng.choice([1, 1.5, 2, 3])
        else:
            chance = rng.choice([0.1, 0.5, 0.8, 0.9, 0.95, 1])
        if rng.random() < 0.1:
            chance = rng.random()
        if cadence.unit == "day" and rng.random() < 0.4:
            holes, place = set(), 0
            while place < len(days):
                place += rng.choice([1, 2, 5, 6, 7, 7, 8, 8, 9, 12])
                holes.add(place)
            kept = [day for i, day in enumerate(days) if i not in holes]
            if cadence.named_weekdays and rng.random() < 0.8:
                kept = [d for d in kept if d.weekday() in cadence.named_weekdays]
            return kept
        return [day for day in days if rng.random() < chance]

    def keep(self, step, day):
        rng = self.rng
        if rng.random() < 0.8:
            action = rng.choice(ACTIONS) if rng.random() < 0.3 else None
            self.add("action", day, step=step, action=action, text=self.text())
        else:
            self.add("note", day, step=step, text=self.text())

    def keep_actions(self):
        """Own actions, often kept as their cadence asks; notes of a day, which keep nothing."""
        rng = self.rng
        for action in self.settings.get("action", []):
            begin = self.oldest if rng.random() < 0.5 else action.get("since", self.oldest)
            chance = rng.choice([0.05, 0.3, 0.8, 1])
            for i in range((self.newest - begin).days + 1):
                if rng.random() < chance:
                    key = rng.choice([action["key"]] * 3 + action.get("was", []))
                    self.add("action", begin + i * ONE_DAY, step=action["step"], action=key)
        for _ in range(rng.choice([0, 0, 0, 1, 3])):
            self.add("note", self.notable_day(), text=self.text())

    def action_names(self):
        names = [f"{a['step']}/{key}" for a in self.settings.get("action", []) for key in [a["key"], *a.get("was", [])]]
        return names + ["consistency/nosuch"]

    # What rests

    def rest(self):
        rng = self.rng
        first = self.notable_day()
        last = first + rng.choice([0, 0, 1, 2, 4, 7, 10, rng.randint(0, 40)]) * ONE_DAY
        if rng.random() < 0.25:  # around today and the days to come, for the current unit
            first = self.today + rng.randint(-3, 6) * ONE_DAY
            last = first + rng.randint(0, 8) * ONE_DAY
        steps = None
        if rng.random() < 0.5:
            steps = rng.sample(oracle.STEPS, rng.choice([0, 1, 1, 2, 3, 8]))
        actions = None
        if rng.random() < 0.3:
            names = self.action_names()
            actions = rng.sample(names, rng.randint(0, len(names)))
        day = first if rng.random() < 0.8 else first - rng.randint(1, 9) * ONE_DAY
        reason = "travel" if rng.random() < 0.5 else None
        self.add("rest", day, **{"from": first, "to": last}, steps=steps, actions=actions, reason=reason)

    # What goes wrong

    def setbacks(self):
        rng = self.rng
        for _ in range(rng.choice([0, 0, 0, 1, 2, 3, 5])):
            self.setback(rng.choice(oracle.STEPS), self.notable_day())
        if rng.random() < 0.25:  # several for one step, close together
            step = rng.choice(oracle.STEPS)
            day = self.notable_day()
            for _ in range(rng.randint(2, 4)):
                self.setback(step, day, "breach")
                day += rng.choice([0, 1, 2, 7]) * ONE_DAY

    def setback(self, step, day, severity=None):
        severity = severity or self.rng.choice(["slip", "lapse", "breach", "breach"])
        told = self.rng.choice([None, "yes", "no", "found-out"])
        self.add("setback", day, step=step, severity=severity, told=told, text=self.text())

    # Promises and spaces

    def reference(self, target):
        """Now and then an id that is not there, or one of some other entry."""
        if self.rng.random() < 0.05:
            return "nosuch"
        if self.rng.random() < 0.05:
            ids = [entry["id"] for entry in self.entries if "id" in entry]
            if ids:
                return self.rng.choice(ids)
        return target.get("id")

    def event_moments(self, day, count):
        """Days and times of what followed; sometimes two at the same instant, sometimes none
        given, sometimes before the beginning."""
        rng = self.rng
        moments = []
        for _ in range(count):
            later = day + rng.choice([-2, 0, 0, 1, 2, 3, 5, 9, 30]) * ONE_DAY
            if rng.random() < 0.15:
                later = self.notable_day()
            at = self.some_at(later)
            if moments and rng.random() < 0.2:
                later, at = rng.choice([(later, moments[-1][1]), moments[-1]])
            moments.append((later, at))
        return moments

    def event(self, kind, moment, **keys):
        day, at = moment
        entry = self.add(kind, day, at=at, **keys)
        # The order of two at the same instant and without an id is nowhere defined.
        if "id" not in entry:
            entry["id"] = "noid" + "".join(self.rng.choices(ID_LETTERS, k=8))
        elif self.rng.random() < 0.08:
            del entry["at"]
        elif self.rng.random() < 0.05:
            del entry["id"]
            entry["at"] += dt.timedelta(seconds=self.rng.randint(1, 10**6))

    def promise(self):
        rng = self.rng
        day = self.notable_day()
        promise = self.add(
            "promise",
            day,
            step="consistency" if rng.random() < 0.4 else rng.choice(oracle.STEPS),
            text=self.text(),
            due=self.due(day),
        )
        for moment in self.event_moments(day, rng.choice([0, 1, 1, 2, 3, 4])):
            result = rng.choice(["kept", "kept", "kept", "late", "changed", "missed", "dropped", "released"])
            due = self.due(moment[0]) if result == "changed" else None
            reference = self.reference(promise)
            if reference:
                self.event("outcome", moment, promise=reference, result=result, due=due)

    def due(self, day):
        later = day + self.rng.randint(0, 20) * ONE_DAY
        return later if self.rng.random() < 0.5 else self.some_at(later)

    def clock_changes(self, first, count):
        """The days that are not 24 hours long, each with the day before it."""
        days = []
        for i in range(count):
            day = first + i * ONE_DAY
            if self.day_begins(day + ONE_DAY) - self.day_begins(day) != ONE_DAY:
                days += [day - ONE_DAY, day]
        return days

    def space(self):
        rng = self.rng
        day = self.notable_day()
        if self.changes and rng.random() < 0.7:
            day = rng.choice(self.changes)
        at = self.some_at(day)
        space = self.add(
            "space",
            day,
            at=at,
            until=self.until(day, at) if rng.random() < 0.75 else None,
            asked_by=rng.choice([None, "me", "them", "both"]),
            contact=rng.choice([None, "none", "none", "practical", "short", "usual"]),
        )
        if rng.random() < 0.08:
            del space["at"]
        moments = self.event_moments(day, rng.choice([0, 0, 1, 1, 2, 3, 4]))
        for moment in moments:
            result = rng.choice(["on-time", "on-time", "late", "extended", "extended", "ended", "ended"])
            until = None
            if result == "extended":
                until = self.until(moment[0], rng.choice([at, moment[1]]))
            reference = self.reference(space)
            if reference:
                self.event("return", moment, space=reference, result=result, until=until)

    def contact_again(self):
        """A space whose date has passed or that has none, left open or ended, and contact after it:
        some day, yesterday or only today."""
        rng = self.rng
        day = self.some_day()
        until = day + rng.randint(1, 6) * ONE_DAY if rng.random() < 0.7 else None
        space = self.add("space", day, until=until, contact=rng.choice([None, "none", "practical"]))
        if "id" in space and rng.random() < 0.4:
            self.add("return", day + rng.randint(0, 9) * ONE_DAY, space=space["id"], result="ended")
        for _ in range(rng.choice([0, 1, 1, 2])):
            contact = rng.choice([self.today, self.today, self.today - ONE_DAY, self.notable_day()])
            actions = [a["key"] for a in self.settings.get("action", []) if a["step"] == "connection"]
            action = rng.choice(actions) if actions and rng.random() < 0.5 else None
            self.add(rng.choice(["action", "action", "note"]), contact, step="connection", text="x", action=action)

    def contested_space(self):
        """A space whose length, a day or not, hangs on whether it was extended before it was
        settled: at the same instant the ids decide, and one without `at` counts from the start of
        its day."""
        rng = self.rng
        day = self.some_day()
        at = self.day_begins(day) + dt.timedelta(hours=rng.randrange(20))
        lengths = [dt.timedelta(hours=2), dt.timedelta(days=rng.randint(1, 9))]
        rng.shuffle(lengths)
        space = self.add(
            "space",
            day,
            at=self.at_zone_of_then(at),
            until=self.at_zone_of_then(at + lengths[0]),
            contact=rng.choice([None, "none", "usual"]),
        )
        if "id" not in space:
            return
        later = day + rng.randint(0, 2) * ONE_DAY
        settled = self.day_begins(later) + dt.timedelta(hours=rng.choice([0, 0, 20]))
        extended = settled + rng.choice([0, 0, 0, -1, 1]) * dt.timedelta(seconds=1)
        until = self.at_zone_of_then(at + lengths[1])
        returns = [(extended, "extended", until), (settled, rng.choice(["on-time", "late", "ended"]), None)]
        rng.shuffle(returns)
        for moment, result, until in returns:
            entry = self.add(
                "return",
                later,
                at=self.at_zone_of_then(moment),
                space=space["id"],
                result=result,
                until=until,
            )
            entry.setdefault("id", "noid" + "".join(rng.choices(ID_LETTERS, k=8)))
            if moment == self.day_begins(later) and rng.random() < 0.4:
                del entry["at"]

    def day_begins(self, day):
        begin = dt.datetime.combine(day, dt.time()) + oracle.parse_day_start(self.settings)
        return begin.replace(tzinfo=self.zone).astimezone(dt.timezone.utc)

    def until(self, day, at):
        """Around 24 hours after `at`, with summer time in between if it likes; or a whole day."""
        rng = self.rng
        if rng.random() < 0.4:
            return day + rng.choice([-1, 0, 0, 0, 1, 1, 2, 3, 6, 14]) * ONE_DAY
        if rng.random() < 0.25:  # a day by the clock on the wall
            wall = at.astimezone(self.zone).replace(tzinfo=None) + ONE_DAY
            instant = wall.replace(tzinfo=self.zone).astimezone(dt.timezone.utc)
            return self.at_zone_of_then(instant)
        hour = dt.timedelta(hours=1)
        length = rng.choice(
            [hour / 4, hour, 23 * hour, 24 * hour, 24 * hour, 25 * hour]
            + [24 * hour - dt.timedelta(seconds=1), 24 * hour + dt.timedelta(seconds=1)]
            + [rng.randint(2, 12) * 24 * hour, rng.randint(20, 300) * hour, -5 * hour]
        )
        return self.at_zone_of_then(at.astimezone(dt.timezone.utc) + length)

    # What is odd

    def duplicates(self):
        """The same id again: a copy that was moved, changed, or became another kind."""
        rng = self.rng
        for _ in range(rng.choice([1, 1, 2, 4])):
            with_id = [entry for entry in self.entries if "id" in entry]
            if not with_id:
                return
            original = rng.choice(with_id)
            copy = dict(original)
            if rng.random() < 0.2:
                copy = dict(rng.choice(with_id), id=original["id"])
            change = rng.randrange(6)
            if change == 0:
                copy["day"] += rng.randint(-10, 10) * ONE_DAY
            elif change == 1:
                copy["day"] = rng.choice([self.today, self.notable_day()])
            elif change == 2 and "step" in copy:
                copy["step"] = rng.choice(oracle.STEPS)
            elif change == 3 and copy["kind"] == "outcome" and "due" not in copy:
                copy["result"] = rng.choice(["kept", "missed"])
            elif change == 5 and copy["kind"] != "rest":  # moved, and a crash left both
                copy["day"] = self.oldest - rng.randint(1, 9) * ONE_DAY
            for entry in rng.choice([[copy], [copy], [original], [original, copy], []]):
                entry["edited"] = self.some_at(entry["day"] + rng.randint(0, 3) * ONE_DAY)
            if rng.random() < 0.1 and "edited" in original:
                copy["edited"] = original["edited"]
            self.entries.insert(rng.randrange(len(self.entries) + 1), copy)
            self.doubled_ids.add(copy["id"])

    def make(self):
        rng = self.rng
        self.keep_steps()
        self.keep_actions()
        for _ in range(rng.choice([0, 0, 1, 2, 4])):
            self.rest()
        self.setbacks()
        for _ in range(rng.choice([0, 0, 1, 2, 5])):
            self.promise()
        for _ in range(rng.choice([0, 0, 1, 2, 4])):
            self.space()
        if self.changes:
            self.space()
        if rng.random() < 0.15:
            self.contact_again()
        if rng.random() < 0.2:
            self.contested_space()
        for _ in range(rng.choice([0, 0, 0, 1, 3])):  # dated in the future, or just today
            self.keep(rng.choice(oracle.STEPS), self.today + rng.randint(0, 9) * ONE_DAY)
        if rng.random() < 0.25:
            self.duplicates()
        if rng.random() < 0.3:
            self.one_kind_first()
        if rng.random() < 0.02:
            self.entries = [entry for entry in self.entries if entry["kind"] == "rest"]
        if rng.random() < 0.7:
            self.entries.sort(key=lambda entry: entry["day"])
        elif rng.random() < 0.5:
            rng.shuffle(self.entries)

    def one_kind_first(self):
        """Let the journal begin with, say, an outcome that counts for nothing."""
        rng = self.rng
        kind = rng.choice(["promise", "outcome", "space", "return", "setback", "rest"])
        day = self.oldest - rng.randint(1, 10) * ONE_DAY
        if kind == "promise":
            self.add("promise", day, step=rng.choice(oracle.STEPS), text="x", due=self.due(day))
        elif kind == "outcome":
            self.add("outcome", day, promise="nosuch", result="kept")
        elif kind == "space":
            self.add("space", day, until=day + ONE_DAY)
        elif kind == "return":
            self.add("return", day, space="nosuch", result="on-time")
        elif kind == "setback":
            self.setback(rng.choice(oracle.STEPS), day)
        else:
            self.add("rest", day, **{"from": day, "to": day + ONE_DAY})

    def into_files(self):
        """Mostly each in the file of its day; sometimes in another month's, or a pending one."""
        rng = self.rng
        odd = rng.random() < (0.5 if self.doubled_ids else 0.25)
        files = {}
        for entry in self.entries:
            day = entry["day"]
            name = f"{day:%Y-%m}.toml"
            if odd and rng.random() < 0.1:
                day += rng.choice([-31, 31, 62]) * ONE_DAY
                name = f"{day:%Y-%m}.toml"
            elif odd and rng.random() < (0.5 if entry.get("id") in self.doubled_ids else 0.1):
                name = f"{day:%Y-%m}.pending-{rng.choice('pqr')}k7.toml"
            files.setdefault(name, []).append(entry)
        return files

    def now_as_text(self):
        instant = self.now.astimezone(dt.timezone.utc)
        if self.rng.random() < 0.5:
            return instant.isoformat().replace("+00:00", "Z")
        return self.at_zone_of_then(instant).isoformat()


def generate(seed):
    maker = Maker(seed)
    maker.make()
    return Journal(
        seed, maker.settings, maker.into_files(), maker.now_as_text(), maker.zone_name
    )


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: random_journals.py SEED DIR")
    journal = generate(int(sys.argv[1]))
    pathlib.Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    journal.write(sys.argv[2])
    print(f"MEND_NOW={journal.now} TZ={journal.zone_name}")


if __name__ == "__main__":
    main()
