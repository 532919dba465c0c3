#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The rows of `mend streak --json`, straight from the text of the streak rules.

An independent second opinion on the arithmetic: no code of mend is used and nothing here is
clever. Each function quotes the sentence it implements. Quotes are from "Streaks: the exact
rules" unless another page is named.

    oracle.py JOURNAL_DIR --now 2026-11-22T12:00:00Z [--tz Europe/Berlin] [--command today]
"""

import argparse
import datetime as dt
import json
import pathlib
import re
import sys
import tomllib
import zoneinfo

UTC = dt.timezone.utc
ONE_DAY = dt.timedelta(days=1)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LONG_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

# "Key, aliases and default cadence" (the product page).
DEFAULT_CADENCES = {
    "apology": "1/week",
    "honesty": "daily",
    "responsibility": "2/week",
    "consistency": "daily",
    "space": "1/week",
    "empathy": "4/week",
    "patience": "3/week",
    "connection": "2/week",
}
STEPS = list(DEFAULT_CADENCES)

# Where the text can be read in more than one way. The first value is the most literal reading,
# and the default; compare.py says which other value, if any, would explain a difference.
READINGS = {
    # "leaving today's entries out of account": every entry with that day, a rest too; or all but
    # rests; or only the fact that today is kept.
    "asked-leaves-out": ["every-entry", "all-but-rest", "keeping"],
    # The same, when an entry of today has an older double: does that one come back?
    "asked-duplicate": ["left-out-first", "compared-first"],
    # "any entry whose kind is not `rest` (even one that counts for nothing)": is the losing one
    # of two entries with the same id such an entry?
    "duplicate-begins-journal": ["yes", "no"],
    # "Entries whose `day` is after today are ignored": before two entries with the same id are
    # compared, or after?
    "future-duplicate": ["ignored-first", "compared-first"],
    # "the one with the later `edited` counts": is one with `edited` later than one without?
    "edited-beats-none": ["yes", "no"],
    # "else the first in file order": how do a month's file and its pending files follow?
    "file-order": ["month-then-pending", "by-name"],
    # "strictly before it is settled", with "by `at` as an instant, then by `id`".
    "strictly-before": ["at-then-id", "at-alone"],
    # "without an `at` it sorts first on its day and counts from that day's start".
    "no-at-same-instant": ["first", "by-id"],
    # Does an outcome or return that is earlier than its promise or space count?
    "event-before-its-promise": ["counts", "counts-not"],
    # "that day's start", "until that day ends": does the day begin at `day_start`?
    "day-begins": ["day_start", "midnight"],
    # "a local date (until that day ends)": the end is the next day's start, or a second before.
    "day-ends": ["next-start", "last-second"],
    # "days still to come are available unless rest is planned": is a space a plan?
    "future-days-in-space": ["rest", "available"],
    # "to the date of its last agreed `until` as written".
    "until-date": ["as-written", "local"],
}


def default_readings():
    return {name: values[0] for name, values in READINGS.items()}


# --- Reading the folder -----------------------------------------------------------------------

MONTH_FILE = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))(?:\.pending-([a-z0-9_-]{1,64}))?\.toml")


def file_order_key(name, readings):
    """ "Read are exactly `YYYY-MM.toml` and `YYYY-MM.pending-ID.toml`" (the journal page); the
    order between them is nowhere said."""
    if readings["file-order"] == "by-name":
        return name
    month, pending = MONTH_FILE.fullmatch(name).groups()
    return (month, pending or "")


def load(folder):
    """A journal: its settings, and the entries of every month file by name."""
    folder = pathlib.Path(folder)
    files, settings = {}, {}
    for path in folder.iterdir():
        if path.name == "journal.toml":
            settings = read_toml(path)
        elif MONTH_FILE.fullmatch(path.name):
            files[path.name] = read_toml(path).get("entry", [])
    return settings, files


def read_toml(path):
    return tomllib.loads(path.read_bytes().decode("utf-8-sig"))


# --- Today ------------------------------------------------------------------------------------


def parse_day_start(settings):
    hours, minutes = settings.get("day_start", "00:00").split(":")
    return dt.timedelta(hours=int(hours), minutes=int(minutes))


def current_day(now, zone, settings):
    """ "The current day is the local civil date after subtracting `day_start` from the civil
    clock." """
    civil = now.astimezone(zone).replace(tzinfo=None)
    return (civil - parse_day_start(settings)).date()


# --- Cadences ---------------------------------------------------------------------------------


class Cadence:
    """ "Spelled exactly so, without spaces after commas; `weekdays` is Monday to Friday. Anything
    else is refused." """

    def __init__(self, written):
        self.written = written
        self.n = None
        self.named_weekdays = None
        if written == "daily":
            self.unit = "day"
        elif written == "as-needed":
            self.unit = None
        elif match := re.fullmatch(r"([1-9]\d*)/(week|month)", written):
            self.n, self.unit = int(match[1]), match[2]
            require(self.n <= {"week": 7, "month": 31}[self.unit], written)
        elif match := re.fullmatch(r"every ([1-9]\d*)d", written):
            self.n, self.unit = int(match[1]), "time"
            require(2 <= self.n <= 365, written)
        else:
            self.unit = "day"
            names = WEEKDAYS[:5] if written == "weekdays" else written.split(",")
            require(all(name in WEEKDAYS for name in names), written)
            self.named_weekdays = [WEEKDAYS.index(name) for name in names]


def require(holds, written):
    if not holds:
        raise ValueError(f"not a cadence: {written}")


# --- What counts ------------------------------------------------------------------------------


class Chapter:
    """Days `begin` to `end`, both included. "A setback of severity `breach` for step *s* on day
    *d* ends the chapter: the new one begins on *d* + 1." """

    def __init__(self, begin, end):
        self.begin = begin
        self.end = end

    def holds(self, day):
        return self.begin <= day <= self.end


WHOLE_HISTORY = Chapter(dt.date.min, dt.date.max)


class History:
    """One journal seen from one day."""

    def __init__(self, settings, files, today, zone=UTC, readings=None):
        self.settings = settings
        self.today = today
        self.zone = zone
        self.readings = readings or default_readings()
        self.day_start = parse_day_start(settings)
        self.grace = settings.get("grace", True)
        self.week_start = LONG_WEEKDAYS.index(settings.get("week_start", "monday"))
        self.cadences = {
            step: Cadence(settings.get("steps", {}).get(step, {}).get("cadence", default))
            for step, default in DEFAULT_CADENCES.items()
        }
        names = sorted(files, key=lambda name: file_order_key(name, self.readings))
        self.set_entries([entry for name in names for entry in files[name]])

    def set_entries(self, entries):
        self.read_entries = entries
        if self.readings["future-duplicate"] == "ignored-first":
            candidates = self.not_in_the_future(entries)
            self.entries = self.without_duplicates(candidates)
        else:
            self.entries = self.not_in_the_future(self.without_duplicates(entries))
            candidates = self.not_in_the_future(entries)
        if self.readings["duplicate-begins-journal"] == "no":
            candidates = self.entries
        self.entries_that_begin = candidates
        self.first_day = self.find_first_day(candidates)
        self.promises = self.by_id("promise")
        self.spaces = self.by_id("space")
        self.settled_by = {
            "outcome": self.find_settling("outcome", self.promises),
            "return": self.find_settling("return", self.spaces),
        }
        self.kept_days = {step: set() for step in STEPS}
        for entry in self.entries:
            if step := self.step_kept_by(entry):
                self.kept_days[step].add(entry["day"])
        self.rests = [entry for entry in self.entries if entry["kind"] == "rest"]
        self.long_spaces = self.find_long_spaces()
        self.rest_memo = {}

    def not_in_the_future(self, entries):
        """ "Entries whose `day` is after today are ignored (a promise among them is unknown),
        except `rest`" """
        return [e for e in entries if e["day"] <= self.today or e["kind"] == "rest"]

    def without_duplicates(self, entries):
        """ "Of two entries with the same `id`, the one with the later `edited` counts, else the
        first in file order." """
        best = {}
        for place, entry in enumerate(entries):
            key = entry.get("id", place)  # without an id it is nobody's duplicate
            if key not in best or self.edited_later(entry, best[key]):
                best[key] = entry
        counting = {id(entry) for entry in best.values()}
        return [entry for entry in entries if id(entry) in counting]

    def edited_later(self, entry, than):
        if "edited" not in entry:
            return False
        if "edited" not in than:
            return self.readings["edited-beats-none"] == "yes"
        return entry["edited"] > than["edited"]

    def find_first_day(self, entries):
        """ "the journal's first day: the earliest `day`, up to today, of any entry whose kind is
        not `rest` (even one that counts for nothing); today, if there is none" """
        days = [e["day"] for e in entries if e["kind"] != "rest" and e["day"] <= self.today]
        return min(days, default=self.today)

    def by_id(self, kind):
        return {e["id"]: e for e in self.entries if e["kind"] == kind and "id" in e}

    # Times

    def day_begins(self, day):
        """The instant a day starts in the local zone. "A time that does not exist (DST) moves
        forward; one that exists twice is the first" (the commands page)."""
        civil = dt.datetime.combine(day, dt.time())
        if self.readings["day-begins"] == "day_start":
            civil += self.day_start
        return civil.replace(tzinfo=self.zone, fold=0).astimezone(UTC)

    def day_ends(self, day):
        end = self.day_begins(day + ONE_DAY)
        if self.readings["day-ends"] == "last-second":
            end -= dt.timedelta(seconds=1)
        return end

    def instant(self, entry):
        """ "without an `at` it sorts first on its day and counts from that day's start" (the
        journal page)"""
        return entry["at"].astimezone(UTC) if "at" in entry else self.day_begins(entry["day"])

    def moment(self, entry):
        """ "Earlier and later are by `at` as an instant, then by `id`." """
        no_at_last = self.readings["no-at-same-instant"] == "first" and "at" in entry
        return (self.instant(entry), no_at_last, entry.get("id", ""))

    def until_instant(self, until):
        """ "offset date-times or a local date (until that day ends)" (the journal page)"""
        if isinstance(until, dt.datetime):
            return until.astimezone(UTC)
        return self.day_ends(until)

    def until_date(self, until):
        """ "the date of its last agreed `until` as written" """
        if not isinstance(until, dt.datetime):
            return until
        if self.readings["until-date"] == "local":
            until = until.astimezone(self.zone)
        return until.date()

    # Promises and spaces

    def events_of(self, kind, referred):
        """The outcomes of a promise, or the returns of a space."""
        reference = {"outcome": "promise", "return": "space"}[kind]
        for entry in self.entries:
            if entry["kind"] == kind and entry[reference] == referred["id"]:
                too_early = self.moment(entry) < self.moment(referred)
                if too_early and self.readings["event-before-its-promise"] == "counts-not":
                    continue
                yield entry

    def find_settling(self, kind, known):
        """ "an `outcome` or `return` whose promise or space is unknown counts for nothing; of
        several that settle the same one (`kept`, `late`, `missed`, `dropped`; `on-time`, `late`)
        the earliest counts" """
        settling_results = {
            "outcome": ["kept", "late", "missed", "dropped"],
            "return": ["on-time", "late"],
        }[kind]
        settled_by = {}
        for referred_id, referred in known.items():
            settling = [
                event
                for event in self.events_of(kind, referred)
                if event["result"] in settling_results
            ]
            if settling:
                settled_by[referred_id] = min(settling, key=self.moment)
        return settled_by

    def last_agreed_until(self, space):
        """ "`changed` and `extended` do not settle, the latest of them strictly before it is
        settled gives the due or `until`" """
        settling = self.settled_by["return"].get(space["id"]) if "id" in space else None
        extensions = []
        if "id" in space:
            for event in self.events_of("return", space):
                if event["result"] != "extended":
                    continue
                if settling is None or self.strictly_before(event, settling):
                    extensions.append(event)
        if extensions:
            return max(extensions, key=self.moment)["until"]
        return space["until"]

    def strictly_before(self, event, settling):
        if self.readings["strictly-before"] == "at-alone":
            return self.instant(event) < self.instant(settling)
        return self.moment(event) < self.moment(settling)

    def find_long_spaces(self):
        """ "a `space` agreement of 24 hours or more [...] Its length is the elapsed time from its
        `at` to its last agreed `until`, whatever happened later; it touches the days from the
        entry's `day` to the `day` of the return that settled it, or, while it is not settled, to
        the date of its last agreed `until` as written" """
        long_spaces = []
        for space in self.entries:
            if space["kind"] != "space":
                continue
            until = self.last_agreed_until(space)
            if self.until_instant(until) - self.instant(space) < dt.timedelta(hours=24):
                continue
            settling = self.settled_by["return"].get(space.get("id"))
            last = settling["day"] if settling else self.until_date(until)
            long_spaces.append((space["day"], last, space.get("contact")))
        return long_spaces

    # Days

    def step_kept_by(self, entry):
        """ "an `action` or `note` of step *s*; an `outcome` with `result = "kept"` whose promise
        has step *s*; a `return` with `result = "on-time"` (for `space`)" """
        if entry["kind"] in ("action", "note"):
            return entry["step"]
        if entry["kind"] == "outcome" and entry["result"] == "kept":
            if self.settled_by["outcome"].get(entry["promise"]) is entry:
                return self.promises[entry["promise"]]["step"]
        if entry["kind"] == "return" and entry["result"] == "on-time":
            if self.settled_by["return"].get(entry["space"]) is entry:
                return "space"
        return None

    def is_kept(self, step, day, chapter=WHOLE_HISTORY):
        """ "every day outside it is rest, kept or not" """
        return day in self.kept_days[step] and chapter.holds(day)

    def is_rest(self, step, day, chapter=WHOLE_HISTORY):
        """ "A day that is not kept is **rest** for *s* when any of these holds" """
        if not chapter.holds(day):
            return True
        if day in self.kept_days[step]:
            return False
        if (step, day) not in self.rest_memo:
            self.rest_memo[step, day] = (
                day < self.first_day
                or self.planned_rest(step, day)
                or self.in_long_space(step, day)
                or self.unnamed_weekday(step, day)
            )
        return self.rest_memo[step, day]

    def planned_rest(self, step, day):
        """ "a `rest` entry covers it: `from` and `to` included, for all steps when `steps` is
        absent, else when *s* is in `steps`" """
        return any(
            rest["from"] <= day <= rest["to"] and step in rest.get("steps", STEPS)
            for rest in self.rests
        )

    def in_long_space(self, step, day):
        """ "a `space` agreement of 24 hours or more touches it, and *s* is `apology` or
        `connection`, or `honesty` when its `contact = "none"` " """
        if day > self.today and self.readings["future-days-in-space"] == "available":
            return False
        return any(
            first <= day <= last
            and (step in ("apology", "connection") or step == "honesty" and contact == "none")
            for first, last, contact in self.long_spaces
        )

    def unnamed_weekday(self, step, day):
        """ "the cadence names weekdays and it is not one of them" """
        named = self.cadences[step].named_weekdays
        return named is not None and day.weekday() not in named

    def day_state(self, step, day, chapter=WHOLE_HISTORY):
        """ "A day that is neither is **open** if it is today, and **quiet** if it is past." """
        if self.is_kept(step, day, chapter):
            return "kept"
        if self.is_rest(step, day, chapter):
            return "rest"
        return "open" if day == self.today else "quiet"

    # Units

    def unit_days(self, step, day):
        """The days of the unit that holds `day`: itself; "week, from `week_start`"; "calendar
        month"."""
        unit = self.cadences[step].unit
        if unit == "week":
            first = day - (day.weekday() - self.week_start) % 7 * ONE_DAY
            return [first + i * ONE_DAY for i in range(7)]
        if unit == "month":
            days = [day.replace(day=1)]
            while (days[-1] + ONE_DAY).month == day.month:
                days.append(days[-1] + ONE_DAY)
            return days
        return [day]

    def available_days(self, step, days, chapter=WHOLE_HISTORY):
        """ "*available* = its days that are not rest (in the current one, days still to come are
        available unless rest is planned). A kept day is always available." """
        return [day for day in days if not self.is_rest(step, day, chapter)]

    def asked(self, step, days, chapter=WHOLE_HISTORY):
        """ "*asked* = ceil(min(N, days in the unit) × available ÷ days in the unit)" """
        product = min(self.cadences[step].n, len(days)) * len(
            self.available_days(step, days, chapter)
        )
        return -(-product // len(days))

    def got(self, step, days, chapter=WHOLE_HISTORY):
        """ "*got* = its kept days" """
        return sum(self.is_kept(step, day, chapter) for day in days)

    def unit_state(self, step, days, chapter=WHOLE_HISTORY):
        """ "It is **kept** when got ≥ max(asked, 1); else **rest** when available = 0; else
        **open** when it is the current one; else **quiet**." """
        if self.cadences[step].unit in ("day", "time"):
            return self.day_state(step, days[0], chapter)
        if self.got(step, days, chapter) >= max(self.asked(step, days, chapter), 1):
            return "kept"
        if not self.available_days(step, days, chapter):
            return "rest"
        return "open" if self.today in days else "quiet"

    def units(self, step, chapter=WHOLE_HISTORY):
        """The units of a chapter, oldest first, as lists of days. Those left out lie before the
        journal's first day or outside the chapter altogether, and would be rest."""
        units = [self.unit_days(step, self.today)]
        if chapter.end < self.today:
            units = [self.unit_days(step, chapter.end)]
        oldest = max(self.first_day, chapter.begin)
        while units[-1][0] > oldest:
            units.append(self.unit_days(step, units[-1][0] - ONE_DAY))
        return units[::-1]

    # The streak

    def walk(self, step, states):
        if self.cadences[step].unit == "time":
            return walk_time(states, self.cadences[step].n)
        return walk_units(states, gap_of(self.cadences[step].unit), self.grace)

    def breach_days(self, step):
        """ "the number of distinct days, up to today, with a breach of that step" """
        return sorted(
            {
                entry["day"]
                for entry in self.entries
                if entry["kind"] == "setback"
                and entry["severity"] == "breach"
                and entry["step"] == step
            }
        )

    def chapters(self, step):
        """Oldest first; the last one is the current one."""
        chapters, begin = [], dt.date.min
        for breach in self.breach_days(step):
            chapters.append(Chapter(begin, breach))
            begin = breach + ONE_DAY
        return chapters + [Chapter(begin, dt.date.max)]

    def current_streak(self, step):
        """ "`current` looks at the current chapter alone" """
        chapter = self.chapters(step)[-1]
        states = [self.unit_state(step, days, chapter) for days in self.units(step, chapter)]
        streak = self.walk(step, states)
        return streak.length, streak.bridged, self.at_risk(step, states, streak)

    def at_risk(self, step, states, streak):
        """ "true when current > 0, the newest unit (for every N days: today) is open within the
        current chapter, and the streak would be less than `current` if it ended quiet with
        nothing else kept" """
        if streak.length == 0 or states[-1] != "open":
            return False
        return self.walk(step, states[:-1] + ["quiet"]).length < streak.length

    def best_streak(self, step):
        """ "the largest streak at the end of any unit so far that is not open, with `from` and
        `to`: the first kept *day* of the oldest, and the last kept day of the newest, unit that
        added 1. On a tie, the one with the later `to`. `null` before the first kept unit." And:
        "`best` looks at all of them, never across a boundary." """
        best = None
        for chapter in self.chapters(step):
            units = self.units(step, chapter)
            states = [self.unit_state(step, days, chapter) for days in units]
            for end, state in enumerate(states):
                if state == "open":
                    continue
                streak = self.walk(step, states[: end + 1])
                if streak.length == 0:
                    continue
                if best is not None and streak.length < best["length"]:
                    continue
                found = {
                    "length": streak.length,
                    "from": self.kept_in(step, units[streak.oldest], chapter)[0],
                    "to": self.kept_in(step, units[streak.newest], chapter)[-1],
                }
                if best is None or (found["length"], found["to"]) > (best["length"], best["to"]):
                    best = found
        return best and {**best, "from": str(best["from"]), "to": str(best["to"])}

    def kept_in(self, step, days, chapter):
        return [day for day in days if self.is_kept(step, day, chapter)]

    def steadiness(self, step):
        """ "Day units: over the 28 days ending today, kept ÷ (kept + quiet). Week units: over the
        4 complete weeks before the current one, Σ min(got, asked) ÷ Σ asked; month units: the 3
        complete months before. Others: null." """
        unit = self.cadences[step].unit
        if unit == "day":
            states = [self.day_state(step, self.today - i * ONE_DAY) for i in range(28)]
            kept = states.count("kept")
            return {"kept": kept, "asked": kept + states.count("quiet")}
        if unit not in ("week", "month"):
            return None
        kept = asked = 0
        days = self.unit_days(step, self.today)
        for _ in range({"week": 4, "month": 3}[unit]):
            days = self.unit_days(step, days[0] - ONE_DAY)
            kept += min(self.got(step, days), self.asked(step, days))
            asked += self.asked(step, days)
        return {"kept": kept, "asked": asked}

    def streak_row(self, step):
        """ "Every N days: `unit` is `time`, `state` is today's own, `steadiness` null, `bridged`
        0. As needed: `unit`, `state`, `current`, `bridged`, `best` and `steadiness` are null,
        `at_risk` false." """
        cadence = self.cadences[step]
        state = current = bridged = best = None
        at_risk = False
        if cadence.unit is not None:
            state = self.unit_state(step, self.unit_days(step, self.today))
            current, bridged, at_risk = self.current_streak(step)
            best = self.best_streak(step)
        kept_days = self.kept_days[step]
        return {
            "number": STEPS.index(step) + 1,
            "step": step,
            "cadence": cadence.written,
            "unit": cadence.unit,
            "state": state,
            "current": current,
            "bridged": bridged,
            "at_risk": at_risk,
            "best": best,
            "steadiness": self.steadiness(step),
            "total": len(kept_days),
            "last": str(max(kept_days)) if kept_days else None,
            "chapter": 1 + len(self.breach_days(step)),
        }

    def streak_json(self):
        return {
            "schema": "mend.streak/1",
            "today": str(self.today),
            "steps": [self.streak_row(step) for step in STEPS],
        }

    # Today's page

    def leaving_todays_entries_out(self):
        """ "leaving today's entries out of account" (the commands page)"""
        how = self.readings["asked-leaves-out"]
        other = object.__new__(History)
        other.__dict__.update(self.__dict__)
        if how == "keeping":
            other.kept_days = {s: days - {self.today} for s, days in self.kept_days.items()}
            other.rest_memo = {}
        else:
            def left(entries):
                return [
                    entry
                    for entry in entries
                    if entry["day"] != self.today
                    or (how == "all-but-rest" and entry["kind"] == "rest")
                ]

            if self.readings["asked-duplicate"] == "left-out-first":
                other.set_entries(left(self.read_entries))
            else:
                other.set_entries(left(self.entries))
                other.first_day = self.find_first_day(left(self.entries_that_begin))
        return other

    def asked_today(self, step):
        """ "A step is asked today when, leaving today's entries out of account, today is not rest
        for it, it is not as-needed, and keeping it today is needed: daily and named weekdays,
        always; N a week or month, when asked − got is at least 1 and at least the number of
        available days from today to the end of the unit; every N days, when N − 1 or more quiet
        days follow its last kept day, or it has none." (the commands page)"""
        return self.leaving_todays_entries_out().needed_today(step)

    def needed_today(self, step):
        cadence = self.cadences[step]
        if cadence.unit is None or self.is_rest(step, self.today):
            return False
        if cadence.unit == "day":
            return True
        if cadence.unit == "time":
            if not self.kept_days[step]:
                return True
            day, quiet = max(self.kept_days[step]), 0
            while day < self.today:
                quiet += self.day_state(step, day) == "quiet"
                day += ONE_DAY
            return quiet >= cadence.n - 1
        days = self.unit_days(step, self.today)
        missing = self.asked(step, days) - self.got(step, days)
        left = self.available_days(step, days[days.index(self.today) :])
        return missing >= 1 and missing >= len(left)

    def today_row(self, step, without_today):
        """ "In `today`, `state` is that day's own (null for an as-needed step not kept)." (the
        commands page)"""
        state = self.day_state(step, self.today)
        current = None
        if self.cadences[step].unit is None:
            state = state if state == "kept" else None
        else:
            current = self.current_streak(step)[0]
        return {
            "number": STEPS.index(step) + 1,
            "step": step,
            "state": state,
            "asked": without_today.needed_today(step),
            "current": current,
        }

    def today_json(self):
        """The part of `mend today --json` that follows from the rules."""
        without_today = self.leaving_todays_entries_out()
        return {
            "schema": "mend.today/1",
            "day": str(self.today),
            "steps": [self.today_row(step, without_today) for step in STEPS],
        }


# --- The walk ---------------------------------------------------------------------------------


class Streak:
    """What a walk adds up to. `oldest` and `newest` are the places of the units that added 1."""

    def __init__(self):
        self.length = 0
        self.bridged = 0
        self.oldest = None
        self.newest = None

    def add(self, place):
        self.length += 1
        self.oldest = place
        if self.newest is None:
            self.newest = place


def gap_of(unit):
    """ "gap = 7 when the unit is a day, 4 when it is a week or a month" """
    return 7 if unit == "day" else 4


def walk_units(states, gap, grace):
    """ "Walk from the newest unit to the oldest: open: pass (only the newest can be); rest: pass,
    adds nothing, ends nothing; kept: add 1; quiet: **bridged** when grace is on (the default),
    the next older unit that is not rest is kept, and no unit already bridged in this walk lies
    fewer than `gap` units away (the distance is counted in units that are not rest). A bridged
    unit adds nothing. Otherwise the walk stops." """
    streak = Streak()
    not_rest = [(place, state) for place, state in enumerate(states) if state != "rest"]
    last_bridged = None  # the walk only goes back, so the last one bridged is the nearest
    for number in range(len(not_rest) - 1, -1, -1):
        place, state = not_rest[number]
        if state == "kept":
            streak.add(place)
        elif state == "quiet":
            older_is_kept = number > 0 and not_rest[number - 1][1] == "kept"
            far_enough = last_bridged is None or last_bridged - number >= gap
            if not (grace and older_is_kept and far_enough):
                break
            streak.bridged += 1
            last_bridged = number
    return streak


def walk_time(states, n):
    """ "Every N days: walk the days back from today, adding 1 for each kept day, and stop as soon
    as N quiet days have been passed since the last kept day met (or since today); rest days and
    an open today are passed and not counted as quiet. No bridging." """
    streak = Streak()
    quiet = 0
    for place in range(len(states) - 1, -1, -1):
        if states[place] == "kept":
            streak.add(place)
            quiet = 0
        elif states[place] == "quiet":
            quiet += 1
            if quiet == n:
                break
    return streak


# --- Command line -----------------------------------------------------------------------------


def parse_now(text):
    now = dt.datetime.fromisoformat(text)
    if now.tzinfo is None:
        raise ValueError("an RFC 3339 date-time needs an offset")
    return now


def parse_zone(name):
    """A zone's name, or a fixed offset such as +01:00."""
    if re.fullmatch(r"[+-]\d{2}:\d{2}", name):
        return dt.datetime.fromisoformat(f"2000-01-01T00:00:00{name}").tzinfo
    return UTC if name == "UTC" else zoneinfo.ZoneInfo(name)


def has_zone(name):
    try:
        zoneinfo.ZoneInfo(name)
    except zoneinfo.ZoneInfoNotFoundError:
        return False
    return True


def parse_readings(pairs):
    readings = default_readings()
    for pair in pairs:
        name, _, value = pair.partition("=")
        if value not in READINGS.get(name, []):
            choices = "; ".join(f"{key}={'|'.join(vals)}" for key, vals in READINGS.items())
            raise ValueError(f"no such reading: {pair}. There are: {choices}")
        readings[name] = value
    return readings


def main():
    parser = argparse.ArgumentParser(description="the rows of `mend streak --json`, naively")
    parser.add_argument("journal", help="the folder with the month files and journal.toml")
    parser.add_argument("--now", required=True, type=parse_now, metavar="RFC3339")
    parser.add_argument("--tz", default="UTC", type=parse_zone, metavar="NAME")
    parser.add_argument("--command", choices=["streak", "today"], default="streak")
    parser.add_argument("--reading", action="append", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    try:
        readings = parse_readings(options.reading)
    except ValueError as error:
        parser.error(str(error))
    settings, files = load(options.journal)
    history = History(
        settings,
        files,
        current_day(options.now, options.tz, settings),
        options.tz,
        readings,
    )
    answer = history.streak_json() if options.command == "streak" else history.today_json()
    json.dump(answer, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
