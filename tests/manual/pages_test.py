#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does the manual say what mend does, all of it, and do completions offer it?

    pages_test.py --mend BINARY --source REPOSITORY

Exit: 0 they do, 1 not, 77 they do as far as can be told without mandoc.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from entry_schema import entry_schema  # noqa: E402
from man_pages import named_in, parts, unescaped, words_in  # noqa: E402
from program_case import ProgramCase, main  # noqa: E402

# What mandoc says about the machine it runs on and not about the page.
NOT_THE_PAGE = re.compile(r"referenced manual not found|outdated mandoc\.db")

# What mend may read; each has to be in the manual as soon as the source names it.
VARIABLES = """
XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME HOME
MEND_NOW MEND_JOURNAL MEND_DISCREET MEND_EDITOR VISUAL EDITOR TZ TZDIR
NO_COLOR CLICOLOR_FORCE TERM COLUMNS PAGER LC_ALL LC_CTYPE LANG
""".split()


def options_in(help_text: str) -> list[str]:
    found = re.findall(r"^  (?:(-\w), |    )(--[\w-]+)", help_text, re.MULTILINE)
    return [name for names in found for name in names if name]


class Manual(ProgramCase):
    def sections(self, page: str) -> dict[str, str]:
        return parts(self.source / "man" / page)

    def offered(self, *words: str) -> set[str]:
        """What completion offers for the last of the words."""
        return {line.partition("\t")[0] for line in self.run_mend("__complete", "--", *words).splitlines()}

    def all_in(self, wanted: list[str] | set[str], there: set[str], where: str) -> None:
        self.assertTrue(wanted, f"this test found nothing to look for in {where}")
        self.assertEqual(sorted(set(wanted) - there), [], f"missing in {where}")

    def test_commands(self) -> None:
        # `.It Ic promise add Ar TEXT`: the command's name ends where a macro, Ar or Op or Oo, begins.
        item = r"^\.It Ic ([^A-Z\n]*[^A-Z\s]).*\n"
        blocks = re.split(item, self.sections("mend.1")["COMMANDS"], flags=re.MULTILINE)
        by_command = dict(zip(blocks[1::2], blocks[2::2]))
        self.assertEqual(sorted(by_command), sorted(self.command_names()))
        for name, block in by_command.items():
            options = options_in(self.run_mend("help", *name.split()))
            if options:
                self.all_in(options, named_in(block), f"mend(1), {name}")
            listed = re.findall(r"^\.It Fl (.*)", block, re.MULTILINE)
            offered = named_in("\n".join(f".Fl {line}" for line in listed))
            unknown = {each for each in offered if each.startswith("--")} - set(options)
            self.assertEqual(unknown, set(), f"mend(1) gives {name} options it does not have")

    def test_global_options(self) -> None:
        self.all_in(options_in(self.run_mend("help")), named_in(self.sections("mend.1")["GLOBAL OPTIONS"]), "GLOBAL OPTIONS")

    def test_completion_offers_commands_and_options(self) -> None:
        self.assertEqual(self.offered(""), {name.split()[0] for name in self.command_names()})
        for family in {name.split()[0] for name in self.command_names() if " " in name}:
            members = {name.split()[1] for name in self.command_names() if name.startswith(family + " ")}
            self.assertEqual(self.offered(family, ""), members)
        general = {each for each in options_in(self.run_mend("help")) if each.startswith("--")}
        self.all_in(general, self.offered("--"), "mend __complete")
        for name in self.command_names():
            own = {each for each in options_in(self.run_mend("help", *name.split())) if each.startswith("--")}
            self.all_in(general | own, self.offered(*name.split(), "--"), f"mend __complete -- {name}")

    def test_exit_codes(self) -> None:
        source = (self.source / "include/mend/cli/errors.hpp").read_text()
        codes = re.findall(r"\bexit_\w+ = (\d+)", source)
        there = set(re.findall(r"^\.It (\d+)$", self.sections("mend.1")["EXIT STATUS"], re.MULTILINE))
        self.all_in(codes, there, "EXIT STATUS")
        self.assertEqual(sorted(there - set(codes)), [], "EXIT STATUS names codes that do not exist")

    def test_environment(self) -> None:
        source = "".join(path.read_text() for path in sorted((self.source / "src").rglob("*.cpp")))
        read = {each for each in VARIABLES if f'"{each}"' in source}
        read |= set(re.findall(r'\b(?:variable|getenv)\("(\w+)"\)', source))
        there = named_in(self.sections("mend.1")["ENVIRONMENT"])
        self.all_in(read, there, "ENVIRONMENT")
        unread = {each for each in VARIABLES if each in there} - read
        self.assertEqual(unread, set(), "ENVIRONMENT names variables that mend does not read")

    def test_steps(self) -> None:
        steps = tomllib.loads((self.source / "data/steps.toml").read_text())["step"]
        listed = re.findall(r"^\.It (\d) Cm (\w+)\n(.*)$", self.sections("mend.1")["THE EIGHT STEPS"], re.MULTILINE)
        wanted = [(str(step["number"]), step["key"], step["title"].lower()) for step in steps]
        self.assertEqual(listed, wanted)

    def test_settings(self) -> None:
        for setting in json.loads(self.run_mend("config", "list", "--json"))["settings"]:
            section = self.sections("mend-config.5")[Path(setting["file"]).name.upper()]
            entry = re.search(rf"^\.It Cm {re.escape(setting['key'])}(.*)$", section, re.MULTILINE)
            self.assertIsNotNone(entry, f"mend-config(5) has no {setting['key']}")
            if entry and setting["value"] is not None:
                self.assertIn(json.dumps(setting["value"]).strip('"'), entry[1], setting["key"])
        source = (self.source / "src/store/settings_file.cpp").read_text()
        keys = set(re.findall(r'^    \{"([a-z]+)",', source, re.MULTILINE))
        self.assertIn("since", keys)
        self.all_in(keys, words_in(self.sections("mend-config.5")["JOURNAL.TOML"]), "mend-config(5), [[action]]")

    def test_entries(self) -> None:
        kinds = self.sections("mend-journal.5")["MONTH FILES"].partition(".Ss Kinds and their keys")[2]
        items = re.split(r"^\.It Cm (\w+)\n", kinds, flags=re.MULTILINE)
        described = dict(zip(items[1::2], items[2::2]))
        schema = entry_schema(self.source)
        self.assertEqual(list(described), list(schema), "mend-journal(5), the kinds")
        for kind, keys in schema.items():
            there = named_in(described[kind])
            wanted = {name for name, key in keys.items() if name != "text" or key.is_required}
            wanted |= {word for key in keys.values() for word in key.choices}
            self.assertEqual(sorted(wanted - there), [], f"missing in mend-journal(5), {kind}")
            starred = set(re.findall(r"Cm (\w+) Ns \*", described[kind]))
            required = {name for name, key in keys.items() if key.is_required or key.is_alternative}
            self.assertEqual(starred, required, f"the stars in mend-journal(5), {kind}")

    def test_sections_the_source_refers_to(self) -> None:
        there = re.findall(r"^\.Ss (.*)", self.sections("mend-journal.5")["STREAKS"], re.MULTILINE)
        self.all_in({"Today", "What counts", "Units", "The streak", "Chapters"}, set(there), "STREAKS")

    def test_references_to_own_pages(self) -> None:
        for page in sorted((self.source / "man").iterdir()):
            for name, number in re.findall(r"^\.Xr (mend\S*) (\d)", page.read_text(), re.MULTILINE):
                self.assertTrue((self.source / "man" / f"{name}.{number}").exists(), f"{page.name}: {name}({number})")

    def test_settings_are_completed(self) -> None:
        keys = {each["key"] for each in json.loads(self.run_mend("config", "list", "--json"))["settings"]}
        for member in ("get", "set", "unset"):
            self.all_in(keys, self.offered("config", member, ""), f"mend __complete -- config {member}")

    def test_pages_have_what_a_page_needs(self) -> None:
        build = (self.source / "CMakeLists.txt").read_text()
        for page in self.pages():
            wanted = ["NAME", "DESCRIPTION", "EXAMPLES", "SEE ALSO"]
            if page.suffix == ".1":
                wanted += ["SYNOPSIS", "ENVIRONMENT", "FILES", "EXIT STATUS"]
            there = self.sections(page.name)
            self.all_in(wanted, set(there), page.name)
            self.assertIn(f"man/{page.name}", build, "CMakeLists.txt does not install it")
            if page.stem != "mend":
                self.assertIn(f".Xr {page.stem} {page.suffix[1:]}", self.sections("mend.1")["SEE ALSO"])


class Lint(ProgramCase):
    @unittest.skipIf(shutil.which("mandoc") is None, "mandoc is not installed, so the form of the pages was not checked")
    def test_pages(self) -> None:
        for page in self.pages():
            with self.subTest(page=page.name):
                result = subprocess.run(
                    ["mandoc", "-T", "lint", page.name], cwd=page.parent, capture_output=True, text=True, check=False
                )
                lines = (result.stdout + result.stderr).splitlines()
                self.assertEqual([line for line in lines if not NOT_THE_PAGE.search(line)], [])


if __name__ == "__main__":
    sys.exit(main(__doc__))
