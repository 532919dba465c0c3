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
    # Does an outcome or return that is earlier than its promise or space count?
    "event-before-its-promise": ["counts", "counts-not"],
    # "until that day ends": does the day end at `day_start`, or on the stroke of midnight?
    "day-ends": ["day_start", "midnight"],
    # "more than half its days were rest, kept or not": is a kept day that a rule makes rest among
    # them?
    "mostly-rest-counts-kept": ["yes", "no"],
    # "the journal's (its `since`'s) first day": of an own action the `since`, or the later of both?
    "every-n-days-since": ["since", "later"],
}


def default_readings():
    return {name: values[0] for name, values in READINGS.items()}


# --- Reading the folder -----------------------------------------------------------------------

MONTH_FILE = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))(?:\.pending-([a-z0-9_-]{1,64}))?\.toml")


def file_order_key(name):
    """ "months in order, pending files after theirs" """
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


class Track:
    """What has days, units and a streak: a step, or an own action with a cadence."""

    def __init__(self, step, cadence, kept, action=None):
        self.step = step
        self.cadence = cadence
        self.kept = kept
        self.action = action  # its table in journal.toml
        self.since = None
        self.contacts = []  # see History.in_space
        self.rest_memo = {}

    def names(self):
        """The keys its entries may have: the one it has and those it had."""
        return [self.action["key"], *self.action.get("was", [])]


class History:
    """One journal seen from one day."""

    def __init__(self, settings, files, today, zone=UTC, readings=None):
        self.settings = settings
        self.today = today
        self.zone = zone
        self.readings = readings or default_readings()
        self.day_start = parse_day_start(settings)
        self.grace = settings.get("grace", True)
        self.closed = settings.get("closed")
        self.week_start = LONG_WEEKDAYS.index(settings.get("week_start", "monday"))
        names = sorted(files, key=file_order_key)
        one_of_each = self.without_duplicates([e for name in names for e in files[name]])
        self.entries = self.not_in_the_future(one_of_each)
        self.promises = self.by_id("promise")
        self.spaces = self.by_id("space")
        self.settled_by = {
            "outcome": self.find_settling("outcome", self.promises),
            "return": self.find_settling("return", self.spaces),
        }
        self.rests = [entry for entry in self.entries if entry["kind"] == "rest"]
        self.resting_spaces = self.find_resting_spaces()
        self.steps = {step: self.step_track(step) for step in STEPS}
        self.first_day = self.find_first_day()
        for track in self.steps.values():
            track.since = self.first_day
        self.actions = {step: self.action_tracks(step) for step in STEPS}

    def step_track(self, step):
        written = self.settings.get("steps", {}).get(step, {}).get("cadence")
        kept = {e["day"] for e in self.entries if self.step_kept_by(e) == step}
        track = Track(step, Cadence(written or DEFAULT_CADENCES[step]), kept)
        track.contacts = self.find_contacts()
        return track

    def action_tracks(self, step):
        """ "An own action with a cadence follows the same rules over the entries with its `step`
        and `action`." """
        tracks = []
        for action in self.settings.get("action", []):
            if action["step"] != step or "cadence" not in action:
                continue
            track = Track(step, Cadence(action["cadence"]), set(), action)
            for entry in self.entries:
                if self.is_of_action(entry, track):
                    track.kept.add(entry["day"])
            # "its `since` (without one: its earliest day; today, if it has none)"
            track.since = action.get("since", min(track.kept, default=self.today))
            track.contacts = self.find_contacts()
            tracks.append(track)
        return tracks

    def is_of_action(self, entry, track):
        return (
            entry["kind"] == "action"
            and entry["step"] == track.step
            and entry.get("action") in track.names()
        )

    def tracks(self):
        """Every step, each before its own actions."""
        for step in STEPS:
            yield self.steps[step]
            yield from self.actions[step]

    def not_in_the_future(self, entries):
        """ "Entries whose `day` is after today are ignored, except `rest`" """
        return [e for e in entries if e["day"] <= self.today or e["kind"] == "rest"]

    def without_duplicates(self, entries):
        """ "Of entries with the same `id` one is read, before anything else: the one with the
        latest `edited` (any before none), of equals the first, months in order, pending files after
        theirs" """
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
        return "edited" not in than or entry["edited"] > than["edited"]

    def find_first_day(self):
        """ "the journal's first day: the earliest day, up to today, that is kept for any step;
        today, if there is none" """
        days = [day for track in self.steps.values() for day in track.kept]
        return min(days, default=self.today)

    def by_id(self, kind):
        return {e["id"]: e for e in self.entries if e["kind"] == kind and "id" in e}

    # Times

    def midnight(self, day, later=dt.timedelta()):
        """The instant of a day's civil midnight in the local zone, or of so much later by the
        clock. "A time that does not exist (DST) moves forward; one that exists twice is the first"
        (the commands page)."""
        civil = dt.datetime.combine(day, dt.time()) + later
        return civil.replace(tzinfo=self.zone, fold=0).astimezone(UTC)

    def instant(self, entry):
        """ "without an `at` it counts as written at that day's start (civil midnight in `TZ`)"
        (the journal page)"""
        return entry["at"].astimezone(UTC) if "at" in entry else self.midnight(entry["day"])

    def moment(self, entry):
        """ "Earlier and later are by `at` as an instant, then by `id`." """
        return (self.instant(entry), entry.get("id", ""))

    def until_instant(self, until):
        """ "offset date-times or a local date (until that day ends)" (the journal page)"""
        if isinstance(until, dt.datetime):
            return until.astimezone(UTC)
        later = dt.timedelta()
        if self.readings["day-ends"] == "day_start":
            later = self.day_start
        return self.midnight(until + ONE_DAY, later)

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
        several that settle the same one (`kept`, `late`, `missed`, `dropped`, `released`;
        `on-time`, `late`, `ended`) the earliest counts" """
        settling_results = {
            "outcome": ["kept", "late", "missed", "dropped", "released"],
            "return": ["on-time", "late", "ended"],
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
        settled gives the due or `until`". None for one that has no `until`."""
        settling = self.settled_by["return"].get(space["id"]) if "id" in space else None
        extensions = []
        if "id" in space:
            for event in self.events_of("return", space):
                if event["result"] != "extended" or "until" not in event:
                    continue
                if settling is None or self.moment(event) < self.moment(settling):
                    extensions.append(event)
        if extensions:
            return max(extensions, key=self.moment)["until"]
        return space.get("until")

    def find_resting_spaces(self):
        """ "a `space` agreement of 24 hours or more [...] Its length is the elapsed time from its
        `at` to its last agreed `until`, whatever happened later [...] One without an `until`
        (agreed as open) has no length to judge" """
        resting = []
        for space in self.entries:
            if space["kind"] != "space":
                continue
            until = self.last_agreed_until(space)
            if until is not None:
                if self.until_instant(until) - self.instant(space) < dt.timedelta(hours=24):
                    continue
            resting.append(space)
        return resting

    def find_contacts(self):
        """The days `connection` was kept by an `action`."""
        return sorted(
            {
                e["day"]
                for e in self.entries
                if e["kind"] == "action" and e["step"] == "connection"
            }
        )

    def touches(self, space, day, contacts):
        """ "it touches the days from the entry's `day` to the `day` of the return that settled it
        (`on-time` or `late`). While it is not so settled, or when it was `ended`, it touches the
        days to the date of its last agreed `until` as written and, once that date is before today,
        every day after it too (days to come as well) up to the day before `connection` is next kept
        by an `action` on a day later than that date and than the return that `ended` it (with
        `contact = "none"`, while it is not settled, only its return ends it) [...] One without an
        `until` [...] touches its day and every day after it in the same way. Every such later day
        counts from the entry's `day` on." """
        if day < space["day"]:
            return False
        settling = self.settled_by["return"].get(space.get("id"))
        if settling is not None and settling["result"] != "ended":
            return day <= settling["day"]
        until = self.last_agreed_until(space)
        if until is None:
            last_agreed = space["day"]
        else:
            last_agreed = until.date() if isinstance(until, dt.datetime) else until
        if day <= last_agreed:
            return True
        if until is not None and last_agreed >= self.today:
            return False
        if settling is None and space.get("contact") == "none":
            return True
        for contact in contacts:
            if contact < space["day"] or contact <= last_agreed:
                continue
            if settling is not None and contact <= settling["day"]:
                continue
            return day < contact
        return True

    # Days

    def step_kept_by(self, entry):
        """ "an `action` of step *s*; a `note` of step *s*, except for `consistency`, which words do
        not keep; an `outcome` with `result = "kept"` whose promise has step *s*; a `return` with
        `result = "on-time"` (for `space`)" """
        if entry["kind"] == "action":
            return entry["step"]
        if entry["kind"] == "note":
            return entry.get("step") if entry.get("step") != "consistency" else None
        if entry["kind"] == "outcome" and entry["result"] == "kept":
            if self.settled_by["outcome"].get(entry["promise"]) is entry:
                return self.promises[entry["promise"]]["step"]
        if entry["kind"] == "return" and entry["result"] == "on-time":
            if self.settled_by["return"].get(entry["space"]) is entry:
                return "space"
        return None

    def is_kept(self, track, day, chapter=WHOLE_HISTORY):
        """ "every day outside it is rest, kept or not" """
        return day in track.kept and chapter.holds(day)

    def is_covered(self, track, day, chapter=WHOLE_HISTORY):
        """Does a rule make it rest, kept or not?"""
        if not chapter.holds(day):
            return True
        if day not in track.rest_memo:
            track.rest_memo[day] = (
                day < self.first_day
                or self.planned_rest(track, day)
                or self.in_space(track, day)
                or (self.closed is not None and day > self.closed)
                or self.unnamed_weekday(track, day)
                or self.outside_action(track, day)
            )
        return track.rest_memo[day]

    def is_rest(self, track, day, chapter=WHOLE_HISTORY):
        """ "A day that is not kept is **rest** for *s* when any of these holds" """
        return not self.is_kept(track, day, chapter) and self.is_covered(track, day, chapter)

    def planned_rest(self, track, day):
        """ "a `rest` entry covers it: `from` and `to` included, for everything when it has neither
        `steps` nor `actions` (or only empty lists), else when *s* is in `steps` (`actions` names own
        actions as `STEP/KEY`: they alone rest)"; an own action "rests when a `rest` [...] rests its
        step [...] or when a `rest` names it" """
        for rest in self.rests:
            if not rest["from"] <= day <= rest["to"]:
                continue
            steps, actions = rest.get("steps", []), rest.get("actions", [])
            if not steps and not actions:
                return True
            if track.step in steps:
                return True
            if track.action and any(f"{track.step}/{name}" in actions for name in track.names()):
                return True
        return False

    def in_space(self, track, day):
        """ "a `space` agreement of 24 hours or more touches it, and *s* is `apology` or
        `connection`, or `honesty` or `empathy` when its `contact = "none"` " """
        for space in self.resting_spaces:
            steps = ["apology", "connection"]
            if space.get("contact") == "none":
                steps += ["honesty", "empathy"]
            if track.step in steps and self.touches(space, day, track.contacts):
                return True
        return False

    def unnamed_weekday(self, track, day):
        """ "the cadence names weekdays and it is not one of them"; of an own action its own: "not
        by the weekdays of the step's cadence" """
        named = track.cadence.named_weekdays
        return named is not None and day.weekday() not in named

    def outside_action(self, track, day):
        """ "Days before its `since` (without one: its earliest day; today, if it has none) and
        after its `until` are rest for it unless kept, whatever the unit" """
        if not track.action:
            return False
        return day < track.since or day > track.action.get("until", dt.date.max)

    def day_state(self, track, day, chapter=WHOLE_HISTORY):
        """ "A day that is neither is **open** if it is today, and **quiet** if it is past." """
        if self.is_kept(track, day, chapter):
            return "kept"
        if self.is_covered(track, day, chapter):
            return "rest"
        return "open" if day == self.today else "quiet"

    # Units

    def unit_days(self, track, day):
        """The days of the unit that holds `day`: itself; "week, from `week_start`"; "calendar
        month"."""
        unit = track.cadence.unit
        if unit == "week":
            first = day - (day.weekday() - self.week_start) % 7 * ONE_DAY
            return [first + i * ONE_DAY for i in range(7)]
        if unit == "month":
            days = [day.replace(day=1)]
            while (days[-1] + ONE_DAY).month == day.month:
                days.append(days[-1] + ONE_DAY)
            return days
        return [day]

    def available_days(self, track, days, chapter=WHOLE_HISTORY):
        """ "*available* = its days that are not rest [...] A kept day is always available." """
        return [day for day in days if not self.is_rest(track, day, chapter)]

    def asked(self, track, days, chapter=WHOLE_HISTORY):
        """ "*asked* = ceil(min(N, days in the unit) × available ÷ days in the unit)" """
        product = min(track.cadence.n, len(days)) * len(self.available_days(track, days, chapter))
        return -(-product // len(days))

    def got(self, track, days, chapter=WHOLE_HISTORY):
        """ "*got* = its kept days" """
        return sum(self.is_kept(track, day, chapter) for day in days)

    def mostly_rest(self, track, days, chapter=WHOLE_HISTORY):
        """ "more than half its days were rest, kept or not" """
        counts = self.is_covered
        if self.readings["mostly-rest-counts-kept"] == "no":
            counts = self.is_rest
        return sum(counts(track, day, chapter) for day in days) > len(days) / 2

    def unit_state(self, track, days, chapter=WHOLE_HISTORY):
        """ "It is **kept** when got ≥ max(asked, 1); else **rest** when available = 0, or when it
        is past and more than half its days were rest, kept or not [...]; else **open** when it is
        the current one; else **quiet**." """
        if track.cadence.unit in ("day", "time"):
            return self.day_state(track, days[0], chapter)
        if self.got(track, days, chapter) >= max(self.asked(track, days, chapter), 1):
            return "kept"
        if not self.available_days(track, days, chapter):
            return "rest"
        if days[-1] < self.today and self.mostly_rest(track, days, chapter):
            return "rest"
        return "open" if self.today in days else "quiet"

    def units(self, track, chapter=WHOLE_HISTORY):
        """The units of a chapter, oldest first, as lists of days. Those left out lie before the
        journal's first day or outside the chapter altogether, and would be rest."""
        units = [self.unit_days(track, self.today)]
        if chapter.end < self.today:
            units = [self.unit_days(track, chapter.end)]
        oldest = max(self.first_day, chapter.begin)
        while units[-1][0] > oldest:
            units.append(self.unit_days(track, units[-1][0] - ONE_DAY))
        return units[::-1]

    # The streak

    def walk(self, track, states):
        if track.cadence.unit == "time":
            return walk_time(states, track.cadence.n)
        return walk_units(states, gap_of(track.cadence.unit), self.grace)

    def breach_days(self, track):
        """ "the number of distinct days, up to today, with a breach of that step"; of an own
        action: "Breaches of its step do not cut its chapters" """
        if track.action:
            return []
        return sorted(
            {
                entry["day"]
                for entry in self.entries
                if entry["kind"] == "setback"
                and entry["severity"] == "breach"
                and entry["step"] == track.step
            }
        )

    def chapters(self, track):
        """Oldest first; the last one is the current one."""
        chapters, begin = [], dt.date.min
        for breach in self.breach_days(track):
            chapters.append(Chapter(begin, breach))
            begin = breach + ONE_DAY
        return chapters + [Chapter(begin, dt.date.max)]

    def current_streak(self, track):
        """ "`current` looks at the current chapter alone" """
        chapter = self.chapters(track)[-1]
        states = [self.unit_state(track, days, chapter) for days in self.units(track, chapter)]
        streak = self.walk(track, states)
        return streak.length, streak.bridged, self.at_risk(track, chapter, states, streak)

    def at_risk(self, track, chapter, states, streak):
        """ "true when current > 0, the newest unit (for every N days: today) is open, can still be
        kept (weeks and months: asked − got ≤ the days from today to its end that are neither kept
        nor rest) and would otherwise end quiet, not rest, and the streak would be less than
        `current` if it ended quiet with nothing else kept" """
        if streak.length == 0 or states[-1] != "open":
            return False
        if track.cadence.unit in ("week", "month"):
            days = self.unit_days(track, self.today)
            missing = self.asked(track, days, chapter) - self.got(track, days, chapter)
            left = [
                day
                for day in days
                if day >= self.today
                and not self.is_kept(track, day, chapter)
                and not self.is_rest(track, day, chapter)
            ]
            if missing > len(left) or self.mostly_rest(track, days, chapter):
                return False
        return self.walk(track, states[:-1] + ["quiet"]).length < streak.length

    def best_streak(self, track):
        """ "the largest streak at the end of any unit so far that is not open, with `from` and
        `to`: the first kept *day* of the oldest, and the last kept day of the newest, unit that
        added 1. On a tie, the one with the later `to`. `null` before the first kept unit." And:
        "`best` looks at all of them, never across a boundary." """
        best = None
        for chapter in self.chapters(track):
            units = self.units(track, chapter)
            states = [self.unit_state(track, days, chapter) for days in units]
            for end, state in enumerate(states):
                if state == "open":
                    continue
                streak = self.walk(track, states[: end + 1])
                if streak.length == 0:
                    continue
                if best is not None and streak.length < best["length"]:
                    continue
                found = {
                    "length": streak.length,
                    "from": self.kept_in(track, units[streak.oldest], chapter)[0],
                    "to": self.kept_in(track, units[streak.newest], chapter)[-1],
                }
                if best is None or (found["length"], found["to"]) > (best["length"], best["to"]):
                    best = found
        return best and {**best, "from": str(best["from"]), "to": str(best["to"])}

    def kept_in(self, track, days, chapter):
        return [day for day in days if self.is_kept(track, day, chapter)]

    def steadiness(self, track):
        """ "Day units: over the 28 days ending today, kept ÷ (kept + quiet). Week units: over the
        4 complete weeks before the current one, Σ min(got, asked) ÷ Σ asked, weeks that are rest
        left out; month units: the same over the 3 complete months before. Others: null." """
        unit = track.cadence.unit
        if unit == "day":
            states = [self.day_state(track, self.today - i * ONE_DAY) for i in range(28)]
            kept = states.count("kept")
            return {"kept": kept, "asked": kept + states.count("quiet")}
        if unit not in ("week", "month"):
            return None
        kept = asked = 0
        days = self.unit_days(track, self.today)
        for _ in range({"week": 4, "month": 3}[unit]):
            days = self.unit_days(track, days[0] - ONE_DAY)
            if self.unit_state(track, days) == "rest":
                continue
            kept += min(self.got(track, days), self.asked(track, days))
            asked += self.asked(track, days)
        return {"kept": kept, "asked": asked}

    def head(self, track):
        head = {"number": STEPS.index(track.step) + 1, "step": track.step}
        return {**head, "action": track.action["key"]} if track.action else head

    def streak_row(self, track):
        """ "Every N days: `unit` is `time`, `state` is today's own, `steadiness` null, `bridged`
        0. As needed: `unit`, `state`, `current`, `bridged`, `best` and `steadiness` are null,
        `at_risk` false." """
        cadence = track.cadence
        state = current = bridged = best = None
        at_risk = False
        if cadence.unit is not None:
            state = self.unit_state(track, self.unit_days(track, self.today))
            current, bridged, at_risk = self.current_streak(track)
            best = self.best_streak(track)
        return {
            **self.head(track),
            "cadence": cadence.written,
            "unit": cadence.unit,
            "state": state,
            "current": current,
            "bridged": bridged,
            "at_risk": at_risk,
            "best": best,
            "steadiness": self.steadiness(track),
            "total": len(track.kept),
            "last": str(max(track.kept)) if track.kept else None,
            "chapter": 1 + len(self.breach_days(track)),
        }

    # Today's page

    def without_what_keeps_today(self, track):
        """ "leaving out of account what keeps it today (rest, spaces and returns written today, and
        what keeps other steps, do count)" (the commands page). What keeps `connection` today may be
        what ended the rest of a space."""
        other = Track(track.step, track.cadence, track.kept - {self.today}, track.action)
        other.since = track.since
        others_contact = any(
            entry["kind"] == "action"
            and entry["step"] == "connection"
            and entry["day"] == self.today
            and (track.step != "connection" or (track.action and not self.is_of_action(entry, track)))
            for entry in self.entries
        )
        other.contacts = [day for day in track.contacts if day != self.today or others_contact]
        return other

    def asked_today(self, whole_track):
        """ "A step is asked today when, leaving out of account what keeps it today [...], today is
        not rest for it, it is not as-needed, and keeping it today is needed: daily and named
        weekdays, always; N a week or month, when asked − got is at least 1 and *equal* to the number
        of available days from today to the end of the unit (the last chance [...]) and the week
        would otherwise end quiet, not rest, by the whole history whatever the chapter; never in the
        week or month in which the journal (for an own action: the later of that and its `since`)
        began; every N days, when N − 1 or more quiet days follow its last kept day or, when it has
        none, the journal's (its `since`'s) first day." (the commands page)"""
        track = self.without_what_keeps_today(whole_track)
        cadence = track.cadence
        if cadence.unit is None or self.is_rest(track, self.today):
            return False
        if cadence.unit == "day":
            return True
        began = max(self.first_day, track.since)
        if cadence.unit == "time":
            if self.readings["every-n-days-since"] == "since":
                began = track.since
            day, quiet = max(track.kept, default=began) + ONE_DAY, 0
            while day < self.today:
                quiet += self.day_state(track, day) == "quiet"
                day += ONE_DAY
            return quiet >= cadence.n - 1
        days = self.unit_days(track, self.today)
        missing = self.asked(track, days) - self.got(track, days)
        left = self.available_days(track, days[days.index(self.today) :])
        return (
            missing >= 1
            and missing == len(left)
            and not self.mostly_rest(track, days)
            and began not in days
        )

    def strip(self, track):
        """ "`strip` (always 14 letters of `KQXO`, oldest first; `_` where a day of a week or month
        step says nothing, `-` where there is no state)"; "in the strip of a weekly or monthly step a
        day without a record is blank unless its week was quiet" (the commands page)"""
        letters = ""
        for back in range(13, -1, -1):
            day = self.today - back * ONE_DAY
            state = self.day_state(track, day)
            if track.cadence.unit is None and state != "kept":
                letters += "-"
            elif track.cadence.unit in ("week", "month") and state in ("quiet", "open"):
                whole = self.unit_state(track, self.unit_days(track, day))
                letters += "Q" if whole == "quiet" else "_"
            else:
                letters += {"kept": "K", "quiet": "Q", "rest": "X", "open": "O"}[state]
        return letters

    def today_row(self, track):
        """ "In `today`, `state` is that day's own (null for an as-needed step not kept)." "rows
        have `got` and `asked_now` (of the week or month)" (the commands page)"""
        state = self.day_state(track, self.today)
        current = got = asked_now = None
        if track.cadence.unit is None:
            state = state if state == "kept" else None
        else:
            current = self.current_streak(track)[0]
        if track.cadence.unit in ("week", "month"):
            days = self.unit_days(track, self.today)
            got, asked_now = self.got(track, days), self.asked(track, days)
        return {
            **self.head(track),
            "state": state,
            "asked": self.asked_today(track),
            "current": current,
            "got": got,
            "asked_now": asked_now,
            "strip": self.strip(track),
        }

    def check_row(self, track):
        return {
            **self.head(track),
            "kept": self.today in track.kept,
            "asked": True,
        }

    def rows(self, make_row):
        """ "rows of `"actions": [{"action", …}]` inside its step (absent when there are none)" (the
        commands page)"""
        rows = []
        for step in STEPS:
            row = make_row(self.steps[step])
            if self.actions[step]:
                row["actions"] = [make_row(track) for track in self.actions[step]]
            rows.append(row)
        return rows

    def streak_json(self):
        return {
            "schema": "mend.streak/1",
            "today": str(self.today),
            "steps": self.rows(self.streak_row),
        }

    def today_json(self):
        """The part of `mend today --json` that follows from the rules."""
        return {
            "schema": "mend.today/1",
            "day": str(self.today),
            "steps": self.rows(self.today_row),
        }

    def check_json(self):
        """ "`check` lists steps and own actions that were asked." In a journal that is closed
        "`check` is 0" (the commands page)."""
        rows = [self.check_row(track) for track in self.tracks() if self.asked_today(track)]
        return {
            "schema": "mend.check/1",
            "kept": all(row["kept"] for row in rows),
            "steps": rows,
        }

    def answer(self, command):
        make = {"streak": self.streak_json, "today": self.today_json, "check": self.check_json}
        return make[command]()


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
    parser.add_argument("--command", choices=["streak", "today", "check"], default="streak")
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
    answer = history.answer(options.command)
    json.dump(answer, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
