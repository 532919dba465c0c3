#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Is every command's JSON what data/mend.schema.json and mend-json(5) say it is?

    json_test.py --mend BINARY --source REPOSITORY

Exit: 0 it is, 1 not, 77 it is as far as can be told without Python's jsonschema.
"""

from __future__ import annotations

import json
import re
import sys
import unittest
from pathlib import Path
from typing import Any

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import man_pages  # noqa: E402
from entry_schema import entry_schema  # noqa: E402
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Sandbox, copy_private  # noqa: E402

try:
    import jsonschema
except ImportError:
    jsonschema = None

# What is run of each command, on a copy of data/example and with what SETUP adds, in this order.
RUNS: dict[str, list[str]] = {
    "log": ["log c/on-time,e 'home by six' -t work -d yesterday", "log c/call-at-noon --dry-run"],
    "note": ["note h 'the sum' -f listened_min=20 -f defended=no", "note p -f trigger=x -f strength=2"],
    "edit": ["edit @1 --text better", "edit @2 -t a --dry-run"],
    "setback": ["setback c late -f before=traffic", "setback h --severity breach --told no --dry-run"],
    "space begin": ["space begin --until +1d --contact none --dry-run", "space begin --until +30min away", "due"],
    "space extend": ["space extend --until +9d"],
    "space back": ["space back --dry-run", "space back"],
    "space list": ["space list", "space -j beside"],
    "limit add": ["limit add 'no calls after ten' --asked-by them --until +30d", "space begin --until +2h --dry-run",
                  "space begin --until +2h", "today", "limit add 'no visits' --until +30d --dry-run"],
    "limit list": ["limit list", "limit"],
    "limit lift": ["limit lift --dry-run", "report --for counsellor", "limit lift", "limit list", "space back"],
    "action add": ["action add tea 'tea at four' --step b --cadence 2/week", "action add x y --step e --dry-run"],
    "action list": ["action list", "action"],
    "action rename": ["action rename tea cake", "undo", "redo"],
    "action retire": ["action retire cake"],
    "rest": ["rest 2026-11-10..2026-11-12 --reason away --step e", "rest tomorrow --dry-run"],
    "promise list": ["promise", "promise list --all"],
    "promise add": [
        "promise add 'call at noon' --due fri@12:00 --to Sam --effort some --if-then 'if not, at one' -t calls",
        "note apology 'for the call' -f acknowledged=yes",
        "promise add 'be on time' --due today --apology $(mend list apology --json | grep -o '\"id\":\"[^\"]*' | tail -n 1 | cut -d '\"' -f 4)",
        "today",
        "due",
        "promise",
    ],
    "promise keep": ["promise keep @1 --dry-run"],
    "promise change": ["promise change @1 --due mon --dry-run"],
    "promise miss": ["promise miss @1 --dry-run"],
    "promise drop": ["promise drop @1"],
    "due": ["due", "due -j beside"],
    "today": ["today"],
    "day": ["day -3d", "day 2026-05-02"],
    "streak": ["streak", "streak c/call-at-noon e", "streak s -j beside"],
    "report": [
        "report", "report 2026", "report 2026-10 --notes", "report 2020", "report month --for partner --with @1",
        "report month --for counsellor", "report -j beside",
    ],
    "calendar": ["calendar", "calendar 2026-11 --step c", "calendar 2020"],
    "list": ["list 2026-11", "list c -n 3", "list --kind space", "list --grep nothing-of-the-kind"],
    "show": ["show @1 @2 @3"],
    "steps": ["steps", "steps c", "steps p --role healing"],
    "suggest": ["suggest", "suggest --another", "suggest --step s -j beside"],
    "rm": ["rm @1 --dry-run", "rm @1"],
    "undo": ["undo --dry-run", "undo"],
    "redo": ["redo --dry-run", "redo"],
    "check": ["check", "check c c/call-at-noon"],
    "status": ["status"],
    "init": ["init -j other --role both", "init -j third --dry-run"],
    "journals": ["journals"],
    "export": ["export", "export 2026-11 --for partner", "export 2026-11 --for counsellor --with @1"],
    "import": ["import \"$(mend export >all.json; echo all.json)\" --from mend-json --dry-run -j beside"],
    "completions": ["completions bash", "completions fish"],
    "config list": ["config list", "config"],
    "config get": ["config get steps.empathy.cadence", "config get lock_timeout", "config get grace"],
    "config set": ["config set week_start sunday", "config set editor nano --dry-run"],
    "config unset": ["config unset week_start", "config unset grace --dry-run"],
    "config edit": [],  # needs a terminal: tests/terminal/config_edit_test.py
    "config path": ["config path"],
    "doctor": ["doctor", "doctor -j beside"],
    "path": ["path", "path --all"],
    "help": ["help", "help log", "help config", "help safety"],
}

# A talk has no answer to give, and refuses.
WITHOUT_JSON = {"checkin"}

WHAT_TO_ADD = """
  a line or more for it to RUNS in tests/manual/json_test.py;
  its object to data/mend.schema.json, with "additionalProperties": false where the keys are ours;
  a .Ss with its keys to the section OBJECTS of man/mend-json.5.
"""

# A journal with what the example has none of, for the nulls and the odd.
BESIDE = """format = 1

[[entry]]
id = "aaaa2222bb"
day = 2026-11-20
at = 2026-11-20T18:00:00+01:00
kind = "space"
until = 2026-11-23T20:00:00+01:00
contact = "short"
text = "until Monday evening"

[[entry]]
day = 2026-11-22
kind = "setback"
step = "honesty"
severity = "breach"
mine = { of = [1, 2.5, true] }

[[entry]]
id = "bbbb2222cc"
day = 2026-11-21
kind = "note"
step = 3
"""
BESIDE_SETTINGS = 'format = 1\nrole = "healing"\n\n[steps.space]\ncadence = "as-needed"\n'
ALSO = ["today -j beside", "streak -j beside", "list -j beside", "check -j beside", "--version"]

# Answers of 65, which say what could be read.
MAY_EXIT = {0, 1, 65}


def schema_name(command: str) -> str:
    return f"mend.{command.replace(' ', '-')}/1"


def without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of two definitions with one name, JSON quietly takes the last."""
    names = [name for name, _ in pairs]
    twins = sorted({name for name in names if names.count(name) > 1})
    if twins:
        raise AssertionError(f"data/mend.schema.json says twice: {twins}")
    return dict(pairs)


class Json(ProgramCase):
    @classmethod
    def setUpClass(cls) -> None:
        text = (cls.source / "data/mend.schema.json").read_text()
        cls.schema = json.loads(text, object_pairs_hook=without_twins)
        cls.answers: list[tuple[str, dict]] = []
        with Sandbox(cls.mend) as sandbox:
            copy_private(cls.source / "data/example", sandbox.data / "main")
            copy_private(cls.source / "data/example/README", sandbox.data / "beside/README")
            for name, text in (("2026-11.toml", BESIDE), ("journal.toml", BESIDE_SETTINGS)):
                path = sandbox.data / "beside" / name
                path.write_text(text)
                path.chmod(0o600)
            for line in [*(line for lines in RUNS.values() for line in lines), *ALSO]:
                cls.answer(sandbox, line, "--json --discreet --dry-run")
                cls.answer(sandbox, line, "--json")

    @classmethod
    def answer(cls, sandbox: Sandbox, line: str, options: str) -> None:
        result = sandbox.execute(["sh", "-c", f"mend {options} {line}"])
        whole = f"mend {options} {line}"
        if result.exit not in MAY_EXIT:
            raise AssertionError(f"{whole}: {result}")
        lines = result.stdout.decode().splitlines()
        if len(lines) != 1:
            raise AssertionError(f"{whole} prints {len(lines)} lines, and should one")
        cls.answers.append((whole, json.loads(lines[0])))

    def names_with_json(self) -> list[str]:
        return [name for name in self.command_names() if name not in WITHOUT_JSON]

    def resolved(self, schema: Any) -> Any:
        """The schema a $ref stands for."""
        while isinstance(schema, dict) and "$ref" in schema:
            schema = self.schema["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        return schema

    def objects_of(self, name: str) -> list[dict]:
        """The parts of the schema that carry the name of a command, one or more."""
        found = []
        for each in self.schema["oneOf"]:
            candidate = self.resolved(each)
            said = candidate["properties"]["schema"]
            if name in said.get("enum", [said.get("const")]):
                found.append(candidate)
        return found

    def object_of(self, answer: dict) -> dict | None:
        """Of several, the one that asks for no key the answer has not."""
        objects = self.objects_of(answer["schema"])
        fitting = [each for each in objects if set(each["required"]) <= set(answer)]
        return next(iter(fitting or objects), None)

    def test_every_command_is_run_and_described(self) -> None:
        missing = [name for name in self.names_with_json() if name not in RUNS]
        self.assertEqual(missing, [], f"\nFor each of these add{WHAT_TO_ADD}")
        gone = [name for name in RUNS if name not in self.command_names()]
        self.assertEqual(gone, [], "RUNS has commands that are there no longer")
        for name in RUNS:
            self.assertTrue(self.objects_of(schema_name(name)), f"\nFor '{name}' add{WHAT_TO_ADD}")

    def test_schema_names_no_command_too_many(self) -> None:
        known = {schema_name(name) for name in [*self.command_names(), "version"]}
        named = set(re.findall(r"\"(mend\.[\w-]+/\d)\"", json.dumps(self.schema)))
        self.assertEqual(named - known, set())

    def test_answers_carry_the_name_of_their_command(self) -> None:
        found = {answer["schema"] for _, answer in self.answers}
        for name, lines in RUNS.items():
            if lines:
                self.assertIn(schema_name(name), found)

    @unittest.skipIf(jsonschema is None, "Python's jsonschema is not installed, so no JSON was held against the schema")
    def test_answers_fit_the_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(self.schema)
        whole = jsonschema.Draft202012Validator(self.schema)
        for line, answer in self.answers:
            with self.subTest(line=line):
                own = self.object_of(answer)
                self.assertIsNotNone(own, f"{answer['schema']} is not in data/mend.schema.json")
                validator = jsonschema.Draft202012Validator({**own, "$defs": self.schema["$defs"]})
                faults = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(answer)]
                self.assertEqual(faults, [], "\nIf the object is right, the schema and mend-json(5) need the change.")
                self.assertTrue(whole.is_valid(answer), "it fits its own part of the schema and not the whole")

    def test_entries_are_described_kind_by_kind(self) -> None:
        entry = self.schema["$defs"]["entry"]
        kinds = entry_schema(self.source)
        self.assertEqual(entry["properties"]["kind"]["enum"], list(kinds))
        for kind, keys in kinds.items():
            there: dict[str, Any] = {}
            required: set[str] = set()
            for rule in entry["allOf"]:
                asked = rule["if"]["properties"]["kind"]
                if kind in asked.get("enum", [asked.get("const")]):
                    there |= rule["then"]["properties"]
                    required |= set(rule["then"].get("required", []))
            wanted = {name for name, key in keys.items() if name != "text" and key.type != "any"}
            self.assertEqual(set(there), wanted, f"data/mend.schema.json, the keys of {kind}")
            choices = {name: each["enum"] for name, each in there.items() if "enum" in each}
            self.assertEqual(choices, {name: key.choices for name, key in keys.items() if key.choices}, kind)
            # With --discreet what holds words is absent.
            shown = {name for name, key in keys.items() if key.is_required and key.is_wordless}
            self.assertEqual(required, shown, f"data/mend.schema.json, what {kind} requires")

    def test_every_key_of_the_schema_occurs(self) -> None:
        seen: set[str] = set()
        for _, answer in self.answers:
            self.note_keys(self.object_of(answer) or {}, answer, seen)
        unused = sorted(self.own_keys() - seen)
        self.assertEqual(unused, [], "\nNo answer has these keys of data/mend.schema.json. Take them out, or add RUNS.")

    def name_of(self, schema: dict) -> str:
        return next((name for name, each in self.schema["$defs"].items() if each is schema), "inline")

    def note_keys(self, schema: dict, value: Any, seen: set[str]) -> None:
        schema = self.resolved(schema)
        for choice in schema.get("oneOf", []):
            choice = self.resolved(choice)
            keys = set(choice.get("properties", {}))
            if isinstance(value, dict) and set(value) <= keys:
                self.note_keys(choice, value, seen)
        if isinstance(value, list):
            for each in value:
                self.note_keys(schema.get("items", {}), each, seen)
        if isinstance(value, dict) and schema.get("additionalProperties") is False:
            for key, inner in value.items():
                if key in schema["properties"]:
                    seen.add(f"{self.name_of(schema)}.{key}")
                    self.note_keys(schema["properties"][key], inner, seen)

    def own_keys(self) -> set[str]:
        """Of all objects that have a name in the schema and are closed."""
        return {
            f"{name}.{key}"
            for name, each in self.schema["$defs"].items()
            if each.get("additionalProperties") is False
            for key in each["properties"]
        }

    def test_manual_names_every_key(self) -> None:
        sections = man_pages.parts(self.source / "man/mend-json.5", "Ss")
        described = {}
        for title, text in sections.items():
            for name in title.removeprefix("mend ").split(" , "):
                described[name.strip()] = text
        for name in [*self.names_with_json(), "version"]:
            self.assertTrue(name in described, f"\nFor '{name}' add{WHAT_TO_ADD}")
            keys = {"schema"}
            for own in self.objects_of(schema_name(name)):
                self.keys_below(own, keys)
            wanted = {word for key in keys - {"schema"} for word in key.split()}
            missing = sorted(wanted - man_pages.named_in(described[name]))
            self.assertEqual(missing, [], f"mend-json(5) does not say these keys of '{name}'")
        gone = set(described) - {*self.command_names(), "version"} - set(man_pages.parts(self.source / "man/mend-json.5"))
        self.assertEqual({each for each in gone if each.islower()}, set(), "mend-json(5) has commands that are not there")

    def keys_below(self, schema: Any, keys: set[str]) -> set[str]:
        """Every key of our own objects; those of entries are the files' and stand in mend-journal(5)."""
        schema = self.resolved(schema)
        if not isinstance(schema, dict) or schema is self.schema["$defs"]["entry"]:
            return keys
        for key, inner in schema.get("properties", {}).items():
            keys.add(key)
            self.keys_below(inner, keys)
        for inner in [schema.get("items"), *schema.get("oneOf", [])]:
            self.keys_below(inner, keys)
        return keys


if __name__ == "__main__":
    sys.exit(main(__doc__))
