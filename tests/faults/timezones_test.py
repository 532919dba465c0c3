# SPDX-License-Identifier: MIT
"""No entry moves: gaps, overlaps, skipped days, leap days, week 53, travel, and zones that are not.

What mend writes is compared with Python's zoneinfo, an implementation of its own: around every kind
of change of the clock, the day is the local civil date (less `day_start`), `at` is the very instant
with the offset of that moment. Nothing recorded changes when the zone does. A zone that is not known
warns once and is UTC.

Seen red with a build of mend that takes every offset for one hour.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import zoneinfo
from pathlib import Path

import faults
from faults import Checks
from sandbox import Result, Sandbox, make_private_folder

UTC = dt.timezone.utc

# Instants around which the civil clock does something odd.
CHANGES = [
    ("Europe/Berlin", "2026-03-29T01:00:00Z", "02:00 to 03:00"),
    ("Europe/Berlin", "2026-10-25T01:00:00Z", "03:00 to 02:00"),
    ("Australia/Lord_Howe", "2026-10-03T15:30:00Z", "half an hour forward"),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", "half an hour back"),
    ("Pacific/Apia", "2011-12-30T10:00:00Z", "no 30 December 2011"),
    ("America/Sao_Paulo", "2018-11-04T03:00:00Z", "no midnight"),
    ("America/Sao_Paulo", "2018-02-18T02:00:00Z", "midnight twice"),
    ("Pacific/Kiritimati", "2026-11-22T10:00:00Z", "first into a day"),
    ("Pacific/Honolulu", "2026-11-22T10:00:00Z", "nearly last into it"),
    ("Africa/Casablanca", "2026-02-15T02:00:00Z", "back for Ramadan"),
    ("Asia/Kathmandu", "2026-11-21T18:15:00Z", "an offset of 5:45"),
    ("America/St_Johns", "2006-10-29T02:31:00Z", "back at one minute past midnight"),
    ("Europe/Dublin", "2026-10-25T01:00:00Z", "negative daylight saving"),
    ("Antarctica/Troll", "2026-03-29T01:00:00Z", "two hours forward"),
    ("America/Caracas", "2016-05-01T07:00:00Z", "half an hour forward, for good"),
    ("Asia/Pyongyang", "2018-05-04T15:00:00Z", "half an hour forward at 23:30"),
    ("Pacific/Kwajalein", "1993-08-21T12:00:00Z", "no 21 August 1993"),
    ("UTC", "2028-02-29T00:00:00Z", "a leap day"),
    ("UTC", "2027-01-01T00:00:00Z", "a new year in week 53"),
    ("Europe/Berlin", "2028-02-28T23:00:00Z", "a leap day in Berlin"),
    ("America/New_York", "2026-01-01T05:00:00Z", "a new year"),
    ("Europe/Berlin", "2038-01-19T03:14:07Z", "the end of 32 bits"),
    ("Europe/Berlin", "2100-02-28T23:00:00Z", "no leap day in 2100"),
]
AROUND = [-86400, -7200, -3601, -1800, -1, 0, 1, 1799, 1800, 3599, 3600, 7200, 43200, 86400]


def parse_instant(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))


def log_at(box: Sandbox, now: dt.datetime, tz: str | None, *more: str) -> tuple[Result, dict]:
    """One `log`, and what it says it wrote."""
    env = {"MEND_NOW": now.isoformat()}
    if tz is not None:
        env["TZ"] = tz
    result = box.run("log", "c", "x", "--json", *more, env=env)
    return result, json.loads(result.stdout)["entries"][0] if result.exit == 0 else {}


def zones_or_skip() -> None:
    try:
        for name, _, _ in CHANGES:
            zoneinfo.ZoneInfo(name)
    except zoneinfo.ZoneInfoNotFoundError as error:
        print(f"SKIPPED: there is no time zone database: {error}")
        sys.exit(faults.SKIPPED)


def check_changes(mend: Path, checks: Checks) -> None:
    for name, change, why in CHANGES:
        zone = zoneinfo.ZoneInfo(name)
        with Sandbox(mend) as box:
            for seconds in AROUND:
                now = parse_instant(change) + dt.timedelta(seconds=seconds)
                local = now.astimezone(zone)
                # However the instant is spelled, it is that instant.
                spelled = now if seconds % 2 else now.astimezone(dt.timezone(dt.timedelta(hours=-7)))
                result, entry = log_at(box, spelled, name)
                what = f"{name}, {why}, {seconds:+} s ({faults.says(result)})"
                if not checks.equal(result.exit, 0, f"{what}: exit"):
                    continue
                checks.equal(entry["day"], local.date().isoformat(), f"{what}: day")
                checks.equal(entry["at"], local.isoformat(), f"{what}: at")
                today = box.run("today", "--json", env={"TZ": name, "MEND_NOW": spelled.isoformat()})
                day = json.loads(today.stdout)["day"]
                checks.equal(day, local.date().isoformat(), f"{what}: day of today")
            judge_order(checks, box, f"{name}, {why}")


def judge_order(checks: Checks, box: Sandbox, what: str) -> None:
    listed = faults.listed(box)
    keys = [(each["day"], parse_instant(each["at"])) for each in listed]
    checks.equal(keys, sorted(keys), f"{what}: listed by day, then by instant")
    for each in box.entries():
        checks.equal(each["at"].utcoffset() is None, False, f"{what}: at has an offset in the file")


def check_overlap_order(mend: Path, checks: Checks) -> None:
    """Of the two 02:30 of that night the first is first, even if it was written later."""
    zone = "Europe/Berlin"
    with Sandbox(mend) as box:
        for text in ("2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z"):
            log_at(box, parse_instant(text), zone)
        found = [each["at"] for each in faults.listed(box)]
        expected = ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]
        checks.equal(found, expected, "the two 02:30 of 25 October")


def check_day_start(mend: Path, checks: Checks) -> None:
    """The civil clock less `day_start`, then its date: no elapsed time is involved."""
    for start in ("00:30", "02:30", "04:00", "23:59"):
        hours, minutes = map(int, start.split(":"))
        for name, change, why in CHANGES[:9]:
            zone = zoneinfo.ZoneInfo(name)
            with Sandbox(mend) as box:
                make_private_folder(box.data / "main")
                settings = f'format = 1\nday_start = "{start}"\n'
                (box.data / "main" / "journal.toml").write_text(settings)
                for seconds in AROUND[::2]:
                    now = parse_instant(change) + dt.timedelta(seconds=seconds)
                    civil = now.astimezone(zone).replace(tzinfo=None)
                    expected = (civil - dt.timedelta(hours=hours, minutes=minutes)).date()
                    result, entry = log_at(box, now, name)
                    what = f"day_start {start}, {name}, {why}, {seconds:+} s ({faults.says(result)})"
                    checks.equal(entry.get("day"), expected.isoformat(), what)


def check_travel(mend: Path, checks: Checks) -> None:
    """What is recorded in one zone looks the same from every other."""
    zones = ["Pacific/Kiritimati", "Europe/Berlin", "Pacific/Honolulu", "Nowhere/Land", "UTC0"]
    now = parse_instant("2026-11-22T09:30:00Z")
    with Sandbox(mend) as box:
        days = []
        for number, name in enumerate(zones):
            _, entry = log_at(box, now + dt.timedelta(seconds=number), name)
            days.append(entry["day"])
        expected = ["2026-11-22", "2026-11-22", "2026-11-21", "2026-11-22", "2026-11-22"]
        checks.equal(days, expected, "travel: days")
        files = faults.journal_files(box)
        seen = set()
        for name in zones:
            env = {"TZ": name, "MEND_NOW": "2026-11-23T12:00:00Z"}
            seen.add(box.run("list", "--json", env=env).stdout)
            box.run("today", env=env)
        checks.equal(len(seen), 1, "travel: what list shows in each zone")
        checks.equal(faults.journal_files(box), files, "travel: the files")
        # Back over the date line it is yesterday again; tomorrow's entry must not be lost for it.
        env = {"TZ": "Pacific/Honolulu", "MEND_NOW": now.isoformat()}
        result = box.run("list", "--json", env=env)
        checks.equal(len(json.loads(result.stdout)["entries"]), len(zones), "travel: all are listed")
        result = box.run("rm", "@1", env=env)
        checks.equal(result.exit, 0, f"travel: rm of tomorrow's entry, {faults.says(result)}")


def check_words(mend: Path, checks: Checks) -> None:
    """Date words count civil days from the local day, whatever the clock did in between."""
    for name, change, why in CHANGES:
        zone = zoneinfo.ZoneInfo(name)
        with Sandbox(mend) as box:
            for seconds in (-1, 1, 1800, 43200):
                now = parse_instant(change) + dt.timedelta(seconds=seconds)
                today = now.astimezone(zone).date()
                words = {
                    "today": today,
                    "yesterday": today - dt.timedelta(days=1),
                    "-3d": today - dt.timedelta(days=3),
                    "-2w": today - dt.timedelta(days=14),
                    "mon": today - dt.timedelta(days=today.weekday()),
                    "last-mon": today - dt.timedelta(days=today.weekday() or 7),
                    "sunday": today - dt.timedelta(days=(today.weekday() + 1) % 7),
                    today.strftime("%m-%d"): today,
                    (today - dt.timedelta(days=40)).strftime("%Y%m%d"): today - dt.timedelta(days=40),
                }
                for word, expected in words.items():
                    result, entry = log_at(box, now, name, f"--on={word}", "--dry-run")
                    what = f"{name}, {why}, {seconds:+} s, -d {word} ({faults.says(result)})"
                    checks.equal(entry.get("day"), expected.isoformat(), what)
                result, _ = log_at(box, now, name, "-d", (today + dt.timedelta(days=1)).isoformat())
                checks.equal(result.exit, 2, f"{name}, {why}: tomorrow is refused")


def check_calendar(mend: Path, checks: Checks) -> None:
    """Leap days and week 53 exist when they exist."""

    def days(box: Sandbox, *arguments: str) -> tuple[int, list[str]]:
        result = box.run("list", "--json", *arguments, env={"MEND_NOW": "2030-03-01T12:00:00Z"})
        found = json.loads(result.stdout)["entries"] if result.stdout else []
        return result.exit, [each["day"] for each in found]

    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        for day in (
            *("2020-12-28", "2021-01-03", "2021-01-04", "2026-12-27", "2026-12-28", "2026-12-31"),
            *("2027-01-01", "2027-01-03", "2027-01-04", "2028-02-28", "2028-02-29", "2028-03-01"),
        ):
            result, _ = log_at(box, parse_instant("2030-03-01T12:00:00Z"), None, "-d", day)
            checks.equal(result.exit, 0, f"-d {day}: {faults.says(result)}")
        spans = {
            "2020-W53": ["2020-12-28", "2021-01-03"],
            "2026-W53": ["2026-12-28", "2026-12-31", "2027-01-01", "2027-01-03"],
            "2026-W52": ["2026-12-27"],
            "2027-W01": ["2027-01-04"],
            "2028-02": ["2028-02-28", "2028-02-29"],
            "2028-02-29": ["2028-02-29"],
            "2028-02-28..2028-03-01": ["2028-02-28", "2028-02-29", "2028-03-01"],
            "02-29": ["2028-02-29"],
            "2028": ["2028-02-28", "2028-02-29", "2028-03-01"],
        }
        for span, expected in spans.items():
            checks.equal(days(box, span), (0, expected), f"list {span}")
        for span in (
            *("2027-W53", "2025-W53", "2026-W00", "2026-W54", "2027-02-29", "2100-02-29"),
            *("2026-02-30", "2026-13", "2026-00", "2026-04-31"),
        ):
            checks.equal(days(box, span)[0], 2, f"list {span}: refused")
        result = box.run("rest", "2028-02-28..2028-03-01", "--json")
        entry = json.loads(result.stdout)["entries"][0]
        checks.equal((entry["from"], entry["to"]), ("2028-02-28", "2028-03-01"), "rest over a leap day")


def check_edges(mend: Path, checks: Checks) -> None:
    """At the ends of four-digit years and before 1970: recorded rightly, or refused."""
    cases = [
        ("9999-12-31T23:59:59Z", "Pacific/Kiritimati"),
        ("9999-12-31T23:59:59Z", "UTC"),
        ("0001-01-01T00:00:00Z", "Pacific/Honolulu"),
        ("0000-01-01T00:00:00Z", "UTC"),
        ("0000-01-01T00:00:00Z", "Pacific/Honolulu"),
        ("1969-12-31T23:59:59Z", "UTC"),
        ("1900-01-01T00:00:00Z", "Europe/Amsterdam"),
        ("1970-01-01T00:00:00Z", "Africa/Monrovia"),
        ("2026-12-31T23:59:60Z", "UTC"),
    ]
    for now, name in cases:
        with Sandbox(mend) as box:
            result = box.run("log", "c", "x", env={"MEND_NOW": now, "TZ": name})
            what = f"{now} in {name} ({faults.says(result)})"
            if result.exit == 74:
                checks.expect(faults.recovery_files(box), f"{what}: there is a recovery file")
            else:
                checks.expect(result.exit in (0, 2), f"{what}: exit")
            if result.exit != 0:
                continue
            listed = faults.listed(box)
            if not checks.equal(len(listed), 1, f"{what}: it is listed"):
                continue
            box.entries()
            if now[:4] not in ("0000", "0001", "9999") and ":60" not in now:
                at = parse_instant(listed[0]["at"])
                checks.equal(at, parse_instant(now), f"{what}: the instant, by at = {listed[0]['at']}")
    with Sandbox(mend) as box:
        for now in ("2026-11-22", "2026-11-22T19:04:11", "yesterday", "2026-02-30T00:00:00Z", "1e9", " "):
            result = box.run("log", "c", "x", env={"MEND_NOW": now})
            checks.equal(result.exit, 2, f"MEND_NOW={now!r}: {faults.says(result)}")


KNOWN = {
    None: None,
    "": "+00:00",
    "UTC": "+00:00",
    "UTC0": "+00:00",
    "Etc/UTC": "+00:00",
    "GMT": "+00:00",
    "Europe/Berlin": "+01:00",
    ":Europe/Berlin": "+01:00",
    "Asia/Kathmandu": "+05:45",
    "America/St_Johns": "-03:30",
    "Etc/GMT+12": "-12:00",
    "EST": "-05:00",
    "UTC+3": "-03:00",
    "UTC-14": "+14:00",
    "<+0330>-3:30": "+03:30",
    "<-03>3": "-03:00",
    "CET-1CEST,M3.5.0,M10.5.0/3": "+01:00",
    "EST5EDT": "-05:00",
    "AEST-10AEDT,M10.1.0,M4.1.0/3": "+11:00",
}

UNKNOWN = [
    "Nowhere/Land",
    ":Nowhere/Land",
    "Europe",
    "Europe/",
    "europe/berlin/x",
    "zone.tab",
    "tzdata.zi",
    "/etc/passwd",
    "/",
    "../../../etc/passwd",
    "XY",
    "XYZ",
    "CET-99",
    "+1",
    " ",
    "Europe/Berlin ",
    "Europe/Berlin\n",
    "\x1b[31mred",
    "\u202eevil",
    "x" * 5000,
    "%s%n",
]

RAW_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]")


def judge_warning(checks: Checks, box: Sandbox, env: dict[str, str], what: str) -> None:
    for arguments in (("log", "c", "x", "--json"), ("list",), ("check", "c")):
        result = box.run(*arguments, env=env)
        said = f"{what}, {arguments[0]} ({faults.says(result)})"
        checks.equal(result.exit, 0, f"{said}: exit")
        checks.equal(result.stderr.count(b"mend:"), 1, f"{said}: warns once")
        checks.expect(b"UTC" in result.stderr, f"{said}: says that it uses UTC")
        raw = RAW_CONTROL.search(result.stderr.decode())
        checks.expect(not raw, f"{said}: a raw {raw and hex(ord(raw[0]))} on stderr")
        if arguments[0] == "log" and result.exit == 0:
            at = json.loads(result.stdout)["entries"][0]["at"]
            checks.equal(at, "2026-11-22T18:04:11+00:00", f"{said}: at")


def check_zones(mend: Path, checks: Checks) -> None:
    for name, offset in KNOWN.items():
        with Sandbox(mend) as box:
            if name is None:
                del box.env["TZ"]
            else:
                box.env["TZ"] = name
            result = box.run("log", "c", "x", "--json")
            what = f"TZ={name!r} ({faults.says(result)})"
            checks.equal(result.exit, 0, f"{what}: exit")
            checks.expect(not result.stderr, f"{what}: no warning")
            if offset is not None:
                at = json.loads(result.stdout)["entries"][0]["at"]
                checks.equal(at[-6:], offset, f"{what}: offset")
    for name in UNKNOWN:
        with Sandbox(mend) as box:
            judge_warning(checks, box, {"TZ": name}, f"TZ={faults.short(name, 40)}")
    with Sandbox(mend) as box:
        empty = box.root / "no zones"
        make_private_folder(empty)
        for folder in (empty, box.root / "not there"):
            env = {"TZDIR": str(folder)}
            judge_warning(checks, box, {**env, "TZ": "Europe/Berlin"}, f"TZDIR={folder.name}")
            result = box.run("list", env={**env, "TZ": "UTC0"})
            checks.expect(not result.stderr, f"TZDIR={folder.name}, TZ=UTC0: {faults.says(result)}")


# The civil time asked for, and what it has to become: forward out of a gap, the first of two.
DUE = [
    ("Europe/Berlin", "2026-03-01T12:00:00Z", "2026-03-29@02:30", "2026-03-29T03:30:00+02:00"),
    ("Europe/Berlin", "2026-10-01T12:00:00Z", "2026-10-25@02:30", "2026-10-25T02:30:00+02:00"),
    ("Australia/Lord_Howe", "2026-10-01T12:00:00Z", "2026-10-04@02:15", "2026-10-04T02:45:00+11:00"),
    ("Australia/Lord_Howe", "2026-04-01T12:00:00Z", "2026-04-05@01:45", "2026-04-05T01:45:00+11:00"),
    ("America/Sao_Paulo", "2018-11-01T12:00:00Z", "2018-11-04@00:30", "2018-11-04T01:30:00-02:00"),
    ("Pacific/Apia", "2011-12-25T12:00:00Z", "2011-12-30@12:00", "2011-12-31T12:00:00+14:00"),
]


def check_due(mend: Path, checks: Checks) -> None:
    with Sandbox(mend) as box:
        if box.run("help", "promise").exit != 0:
            print("not tried: times in gaps and overlaps (there is no promise command yet)")
            return
    for name, now, when, expected in DUE:
        with Sandbox(mend, {"TZ": name, "MEND_NOW": now}) as box:
            result = box.run("promise", "add", "x", "--due", when, "--json")
            what = f"{when} in {name} ({faults.says(result)})"
            if checks.equal(result.exit, 0, f"{what}: exit"):
                entry = json.loads(result.stdout)["entries"][0]
                checks.equal(entry["due"], expected, what)


def main() -> int:
    options = faults.parse_options(__doc__)
    zones_or_skip()
    faults.use_memory()
    checks = Checks("timezones")
    check_changes(options.mend, checks)
    check_overlap_order(options.mend, checks)
    check_day_start(options.mend, checks)
    check_travel(options.mend, checks)
    check_words(options.mend, checks)
    check_calendar(options.mend, checks)
    check_edges(options.mend, checks)
    check_zones(options.mend, checks)
    check_due(options.mend, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
