#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The example journal is what its generator writes, and it is a sound journal."""

import collections
import datetime as dt
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest

sys.dont_write_bytecode = True
import example_texts  # noqa: E402
import make_journal  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "data" / "example"
SCRIPT = pathlib.Path(make_journal.__file__)
ARGUMENTS = ["--seed", "7", "--from", "2026-05-25", "--to", "2026-11-21", "--per-day", "8"]
FIRST, LAST = dt.date(2026, 5, 25), dt.date(2026, 11, 21)

STEP = set(make_journal.STEPS)
MOMENT = (dt.datetime, dt.date)  # a due or an until
REQUIRED = {
    "action": {"step": STEP},
    "note": {"step": STEP},
    "setback": {"step": STEP, "severity": {"slip", "lapse", "breach"}},
    "promise": {"step": STEP, "text": str, "due": MOMENT},
    "outcome": {"promise": str, "result": {"kept", "late", "changed", "missed", "dropped"}},
    "space": {"until": MOMENT},
    "return": {"space": str, "result": {"on-time", "late", "extended"}},
    "rest": {"from": dt.date, "to": dt.date},
}
OPTIONAL = {
    "action": {"action": str, "text": str},
    "note": {"text": str},
    "setback": {"told": {"yes", "no", "found-out"}, "text": str},
    "promise": {"to": str, "effort": {"easy", "some", "hard"}, "if_then": str, "apology": str},
    "outcome": {"due": MOMENT},
    "space": {"asked_by": {"me", "them", "both"}, "text": str,
              "contact": {"none", "practical", "short", "usual"}},
    "return": {"until": MOMENT},
    "rest": {"reason": str, "steps": list},
}
FIELD_TYPES = {"text": str, "reference": str, "yes_no": bool, "date": dt.date, "minutes": int,
               "count": int, "scale": int}


def run_generator(arguments, out, hash_seed="0"):
    subprocess.run([sys.executable, SCRIPT, *arguments, out], check=True,
                   env={**os.environ, "PYTHONHASHSEED": hash_seed})
    return read_files(pathlib.Path(out))


def read_files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "README"}


def entries_of(files):
    """Every entry with the name of its file, in the order of the files."""
    return [(name, entry) for name, data in sorted(files.items()) if name != "journal.toml"
            for entry in tomllib.loads(data.decode())["entry"]]


def when(value):
    """A due or an until as something that compares with an `at`."""
    if isinstance(value, dt.datetime):
        return value
    return make_journal.berlin(dt.datetime.combine(value, dt.time(23, 59, 59)))


def is_a(value, expected):
    if isinstance(expected, set):
        return isinstance(value, str) and value in expected
    if expected in (int, dt.date):  # neither a bool nor a date-time
        return type(value) is expected
    return isinstance(value, expected)


class SoundJournal:
    """What holds for every journal; a subclass says which files."""

    def test_every_file_parses_and_is_laid_out_as_mend_writes_it(self):
        for name, data in self.files.items():
            text = data.decode()
            parsed = tomllib.loads(text)
            self.assertEqual(parsed["format"], 1, name)
            self.assertRegex(text, r"\A# mend journal, .*\. Plain TOML: edit it freely; comments "
                                   r"and order are kept\.\nformat = 1\n")
            self.assertTrue(text.endswith("\n") and not text.endswith("\n\n"), name)
            self.assertNotIn("\r", text)
            if name == "journal.toml":
                continue
            month = dt.date.fromisoformat(name.removesuffix(".toml") + "-01")
            self.assertIn(f"{make_journal.MONTHS[month.month - 1]} {month.year}. ", text[:60])
            heads = [line for line in text.split("\n") if line.lstrip().startswith("[[entry]]")]
            self.assertEqual(len(heads), len(parsed["entry"]), name)
            self.assertEqual(len(re.findall(r"\n\n(?:# .*\n)?\[\[entry\]\]\n", text)), len(heads))

    def test_an_entry_is_in_the_file_of_the_month_of_its_day(self):
        for name, entry in self.entries:
            self.assertEqual(f"{entry['day']:%Y-%m}.toml", name)

    def test_ids_are_well_formed_and_unique(self):
        ids = [entry["id"] for _, entry in self.entries]
        self.assertEqual(len(ids), len(set(ids)))
        for an_id in ids:
            self.assertRegex(an_id, r"\A[a-hjkmnp-z2-9]{10}\Z")

    def test_keys_begin_in_the_usual_order(self):
        for _, entry in self.entries:
            usual = [key for key in ("id", "day", "at", "kind", "step", "action") if key in entry]
            self.assertEqual(list(entry)[:len(usual)], usual)

    def test_times_have_the_offset_of_berlin(self):
        for _, entry in self.entries:
            for key in ("at", "edited", "due", "until"):
                value = entry.get(key)
                if isinstance(value, dt.datetime):
                    self.assertEqual(value, make_journal.berlin(value.replace(tzinfo=None)))
                    self.assertIsNotNone(value.utcoffset())

    def test_a_kind_has_its_required_keys_and_known_others(self):
        content = tomllib.loads((ROOT / "data" / "steps.toml").read_text(encoding="utf-8"))
        fields = {step["key"]: step["field"] for step in content["step"]}
        for _, entry in self.entries:
            kind = entry["kind"]
            known = {"id": str, "day": dt.date, "at": dt.datetime, "kind": str, "tags": list,
                     "edited": dt.datetime, **REQUIRED[kind], **OPTIONAL[kind]}
            own = fields[entry["step"]] if kind == "note" else \
                content["setback"]["field"] if kind == "setback" else []
            for field in own:
                known[field["name"]] = set(field["values"]) if field["type"] == "choice" \
                    else FIELD_TYPES[field["type"]]
                if field["type"] == "scale" and field["name"] in entry:
                    self.assertIn(entry[field["name"]], range(1, field["max"] + 1))
            for key in REQUIRED[kind]:
                self.assertIn(key, entry)
            for key, value in entry.items():
                self.assertIn(key, known, entry)
                self.assertTrue(is_a(value, known[key]), (key, entry))
            if kind == "note":
                self.assertTrue("text" in entry or any(field["name"] in entry for field in own))
            if kind == "action":
                self.assertTrue("text" in entry or "action" in entry)
            if kind == "rest":
                self.assertEqual(entry["day"], entry["from"])
                self.assertLessEqual(entry["from"], entry["to"])

    def test_actions_exist(self):
        content = tomllib.loads((ROOT / "data" / "steps.toml").read_text(encoding="utf-8"))
        own = tomllib.loads(self.files["journal.toml"].decode()).get("action", [])
        known = {(step["key"], action["key"]) for step in content["step"]
                 for action in step["action"] if action["who"] in ("mending", "both")}
        known |= {(action["step"], action["key"]) for action in own}
        for _, entry in self.entries:
            if "action" in entry:
                self.assertIn((entry["step"], entry["action"]), known)

    def test_references_lead_to_an_earlier_entry_of_the_right_kind(self):
        by_id = {entry["id"]: entry for _, entry in self.entries}
        for _, entry in self.entries:
            for key, kind in (("promise", "promise"), ("space", "space"), ("apology", "note"),
                              ("setback", "setback")):
                if isinstance(entry.get(key), str):
                    target = by_id[entry[key]]
                    self.assertEqual(target["kind"], kind)
                    self.assertLess(target["at"], entry["at"])
                    if key == "apology":
                        self.assertEqual(target["step"], "apology")

    def test_a_promise_or_space_is_settled_once_and_rightly(self):
        events = collections.defaultdict(list)
        for _, entry in self.entries:
            if entry["kind"] in ("outcome", "return"):
                events[entry.get("promise") or entry.get("space")].append(entry)
        for _, entry in self.entries:
            if entry["kind"] not in ("promise", "space"):
                continue
            deadline = when(entry.get("due") or entry.get("until"))
            self.assertGreater(deadline, entry["at"])
            *moves, last = sorted(events[entry["id"]], key=lambda event: event["at"]) or [None]
            for move in moves:
                self.assertIn(move["result"], ("changed", "extended"))
                self.assertLess(move["at"], deadline)
                deadline = when(move.get("due") or move.get("until"))
            if last and last["result"] in ("kept", "on-time", "dropped"):
                self.assertLessEqual(last["at"], deadline)
            elif last:
                self.assertIn(last["result"], ("late", "missed"))
                self.assertGreater(last["at"], deadline)


class Example(SoundJournal, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = read_files(EXAMPLE)
        cls.entries = entries_of(cls.files)

    def of_kind(self, kind):
        return [entry for _, entry in self.entries if entry["kind"] == kind]

    def test_the_generator_writes_it_again_byte_for_byte(self):
        for hash_seed in ("1", "2"):
            with tempfile.TemporaryDirectory() as out:
                again = run_generator(ARGUMENTS, out, hash_seed)
            self.assertEqual(sorted(again), sorted(self.files))
            for name in again:
                self.assertTrue(again[name] == self.files[name], f"{name} is not what it writes")

    def test_its_size_is_that_of_half_a_year(self):
        per_day = collections.Counter(entry["day"] for _, entry in self.entries)
        self.assertIn(len(self.entries), range(1350, 1551))
        self.assertEqual((min(per_day), max(per_day)), (FIRST, LAST))
        self.assertLessEqual(max(per_day.values()), 10)
        self.assertTrue(all(entry["at"].date() <= LAST for _, entry in self.entries))
        early = [FIRST + dt.timedelta(days=number) for number in range(21)]
        self.assertGreaterEqual(sum(day not in per_day for day in early), 3)

    def test_the_story_has_what_a_reader_should_meet(self):
        severities = collections.Counter(entry["severity"] for entry in self.of_kind("setback"))
        self.assertEqual((severities["lapse"], severities["breach"]), (1, 1))
        self.assertGreaterEqual(severities["slip"], 4)
        breach = next(e for e in self.of_kind("setback") if e["severity"] == "breach")
        self.assertIn(breach["day"], (dt.date(2026, 6, day) for day in range(25, 31)))

        results = collections.Counter(entry["result"] for entry in self.of_kind("outcome"))
        for result in ("late", "missed", "changed", "dropped"):
            self.assertGreaterEqual(results[result], 1)
        self.assertGreater(results["kept"], 3 * (results.total() - results["kept"]) / 2)
        settled = {e["promise"] for e in self.of_kind("outcome") if e["result"] != "changed"}
        waiting = [e for e in self.of_kind("promise") if e["id"] not in settled]
        self.assertEqual(len(waiting), 2)
        self.assertTrue(all(when(entry["due"]).date() > LAST for entry in waiting))

        self.assertEqual([entry["result"] for entry in self.of_kind("return")],
                         ["on-time", "extended", "on-time"])
        rests = [(entry["to"] - entry["from"]).days + 1 for entry in self.of_kind("rest")]
        self.assertIn(7, rests)
        self.assertIn(1, rests)
        self.assertTrue(any("apology" in entry for entry in self.of_kind("promise")))
        self.assertEqual({entry["step"] for entry in self.of_kind("note")}, STEP)
        self.assertTrue(any("text" not in entry for entry in self.of_kind("action")))

    def test_its_texts_are_varied(self):
        def distinct(kind):
            return {entry["text"] for entry in self.of_kind(kind) if "text" in entry}
        self.assertGreaterEqual(len(distinct("note")), 60)
        self.assertGreaterEqual(len(distinct("action")), 60)
        every = "".join(data.decode() for data in self.files.values())
        for sample in ("ö", '\\"', "\U0001f642", '"""\n'):
            self.assertIn(sample, every)


class Bulk(SoundJournal, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as out:
            cls.files = run_generator(["--bulk", "--years", "1"], out, "1")
        cls.entries = entries_of(cls.files)

    def test_it_has_the_entries_asked_for(self):
        self.assertEqual(len(self.entries), 365 * 8)
        self.assertEqual(len(self.files) - 1, 12)

    def test_it_is_the_same_again(self):
        with tempfile.TemporaryDirectory() as out:
            self.assertTrue(run_generator(["--bulk", "--years", "1"], out, "2") == self.files)


class Generator(unittest.TestCase):
    def test_any_text_survives(self):
        for text in ("", '"', "\\", 'a "b" \\ c', "a\nb", '"""\n"""', "[[entry]]\n[[entry]]\n",
                     "x\n  [[entry]]", "tab\tand\x00\x1f\x7f\x85", "\u202eback\u200b", "\n", "a\n\n",
                     "\\\n", "👩‍👧 ü ß 🙂", "\U000e0001"):
            written = make_journal.toml_string(text)
            self.assertEqual(tomllib.loads(f"text = {written}")["text"], text)
            self.assertNotRegex(written, r"(?m)^\s*\[\[")

    def test_other_seeds_and_spans_are_sound_too(self):
        for arguments in (["--seed", "1"], ["--seed", "2", "--to", "2026-10-01"],
                          ["--from", "2025-01-01", "--to", "2026-02-28", "--per-day", "5"]):
            with tempfile.TemporaryDirectory() as out:
                files = run_generator(arguments, out)

            class Other(SoundJournal, unittest.TestCase):
                pass
            Other.files, Other.entries = files, entries_of(files)
            result = unittest.TestResult()
            unittest.defaultTestLoader.loadTestsFromTestCase(Other).run(result)
            problems = [trace for _, trace in result.failures + result.errors]
            self.assertEqual(problems, [], arguments)

    def test_it_leaves_another_journal_alone(self):
        with tempfile.TemporaryDirectory() as out:
            stranger = pathlib.Path(out) / "2020-01.toml"
            stranger.write_text("format = 1\n")
            done = subprocess.run([sys.executable, SCRIPT, *ARGUMENTS, out], capture_output=True)
            self.assertEqual((done.returncode, os.listdir(out)), (1, ["2020-01.toml"]))

    def test_pools_are_free_of_repeats(self):
        notes = [str(note) for pool in example_texts.NOTES.values() for note in pool]
        self.assertEqual(len(notes), len(set(notes)))


if __name__ == "__main__":
    unittest.main()
