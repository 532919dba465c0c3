#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does the manual say what mend does, all of it, and do its examples work?

    manual_test.py --mend BINARY --source REPOSITORY

Exit: 0 it does, 1 not, 77 it does as far as can be told without mandoc.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tomllib
import unittest
from functools import cache
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from sandbox import Sandbox  # noqa: E402

SKIPPED = 77

# What mandoc says about the machine it runs on and not about the page.
NOT_THE_PAGE = re.compile(r"referenced manual not found|outdated mandoc\.db")

# What mend may read; each has to be in the manual as soon as the source names it.
VARIABLES = """
XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME HOME
MEND_NOW MEND_JOURNAL MEND_DISCREET MEND_EDITOR VISUAL EDITOR TZ TZDIR
NO_COLOR CLICOLOR_FORCE TERM COLUMNS PAGER LC_ALL LC_CTYPE LANG
""".split()

ESCAPES = {r"\e": "\\", r"\-": "-", r"\&": "", r"\(aq": "'", r"\(dq": '"', r"\(ga": "`", r"\(ti": "~", r"\(ha": "^"}

MEND = Path()
SOURCE = Path()


def unescaped(text: str) -> str:
    def replace(match: re.Match[str]) -> str:
        if match[0] not in ESCAPES:
            raise AssertionError(f"this test does not know {match[0]} in {text!r}")
        return ESCAPES[match[0]]

    return re.sub(r"\\\(..|\\.", replace, text)


@cache
def sections(page: str) -> dict[str, str]:
    """The source of a page by the names of its sections."""
    text = (SOURCE / "man" / page).read_text()
    parts = re.split(r"^\.Sh (.*)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def named_in(text: str) -> set[str]:
    """The words that stand behind a macro, `Fl -on` as `--on`."""
    lines = [line for line in text.splitlines() if line.startswith(".")]
    words = unescaped(" ".join(lines)).split()
    flags = {f"-{after}" for word, after in zip(words, words[1:]) if word == "Fl"}
    return flags | set(words)


def words_in(text: str) -> set[str]:
    return set(re.split(r"[^\w-]+", unescaped(text)))


def run(*arguments: str) -> str:
    with Sandbox(MEND) as sandbox:
        result = sandbox.run(*arguments)
    if result.exit != 0:
        raise AssertionError(f"mend {' '.join(arguments)}: {result}")
    return result.stdout.decode()


@cache
def commands() -> list[str]:
    return [each["name"] for each in json.loads(run("help", "--json"))["commands"]]


def options_in(help_text: str) -> list[str]:
    found = re.findall(r"^  (?:(-\w), |    )(--[\w-]+)", help_text, re.MULTILINE)
    return [name for names in found for name in names if name]


def examples() -> list[str]:
    """The lines that begin with `mend ` in the displays of the section EXAMPLES."""
    text = sections("mend.1")["EXAMPLES"]
    displays = re.findall(r"^\.Bd -literal[^\n]*\n(.*?)^\.Ed", text, re.MULTILINE | re.DOTALL)
    lines = [unescaped(line) for display in displays for line in display.splitlines()]
    return [line for line in lines if line.startswith("mend ")]


class Manual(unittest.TestCase):
    def all_in(self, wanted: list[str] | set[str], there: set[str], where: str) -> None:
        self.assertTrue(wanted, f"this test found nothing to look for in {where}")
        self.assertEqual(sorted(set(wanted) - there), [], f"missing in {where}")

    def test_commands(self) -> None:
        # `.It Ic promise add Ar TEXT`: the command's name ends where a macro, Ar or Op or Oo, begins.
        item = r"^\.It Ic ([^A-Z\n]*[^A-Z\s]).*\n"
        blocks = re.split(item, sections("mend.1")["COMMANDS"], flags=re.MULTILINE)
        by_command = dict(zip(blocks[1::2], blocks[2::2]))
        self.assertEqual(sorted(by_command), sorted(commands()))
        for name, block in by_command.items():
            options = options_in(run("help", *name.split()))
            if options:
                self.all_in(options, named_in(block), f"mend(1), {name}")
            listed = re.findall(r"^\.It Fl (.*)", block, re.MULTILINE)
            offered = named_in("\n".join(f".Fl {line}" for line in listed))
            unknown = {each for each in offered if each.startswith("--")} - set(options)
            self.assertEqual(unknown, set(), f"mend(1) gives {name} options it does not have")

    def test_global_options(self) -> None:
        self.all_in(options_in(run("help")), named_in(sections("mend.1")["GLOBAL OPTIONS"]), "GLOBAL OPTIONS")

    def test_completion_offers_commands_and_options(self) -> None:
        def offered(*words: str) -> set[str]:
            return {line.partition("\t")[0] for line in run("__complete", "--", *words).splitlines()}

        self.assertEqual(offered(""), {name.split()[0] for name in commands()})
        for family in {name.split()[0] for name in commands() if " " in name}:
            members = {name.split()[1] for name in commands() if name.startswith(family + " ")}
            self.assertEqual(offered(family, ""), members)
        general = {each for each in options_in(run("help")) if each.startswith("--")}
        self.all_in(general, offered("--"), "mend __complete")
        for name in commands():
            own = {each for each in options_in(run("help", *name.split())) if each.startswith("--")}
            self.all_in(general | own, offered(*name.split(), "--"), f"mend __complete -- {name}")

    def test_exit_codes(self) -> None:
        source = (SOURCE / "include/mend/cli/errors.hpp").read_text()
        codes = re.findall(r"\bexit_\w+ = (\d+)", source)
        there = set(re.findall(r"^\.It (\d+)$", sections("mend.1")["EXIT STATUS"], re.MULTILINE))
        self.all_in(codes, there, "EXIT STATUS")
        self.assertEqual(sorted(there - set(codes)), [], "EXIT STATUS names codes that do not exist")

    def test_environment(self) -> None:
        source = "".join(path.read_text() for path in sorted((SOURCE / "src").rglob("*.cpp")))
        read = {each for each in VARIABLES if f'"{each}"' in source}
        read |= set(re.findall(r'\b(?:variable|getenv)\("(\w+)"\)', source))
        there = named_in(sections("mend.1")["ENVIRONMENT"])
        self.all_in(read, there, "ENVIRONMENT")
        unread = {each for each in VARIABLES if each in there} - read
        self.assertEqual(unread, set(), "ENVIRONMENT names variables that mend does not read")

    def test_steps(self) -> None:
        steps = tomllib.loads((SOURCE / "data/steps.toml").read_text())["step"]
        blocks = re.split(r"^\.It (\d) Cm (\w+)\n", sections("mend.1")["THE EIGHT STEPS"], flags=re.MULTILINE)
        by_step = dict(zip(blocks[2::3], blocks[3::3]))
        self.assertEqual(list(by_step), [step["key"] for step in steps])
        self.assertEqual(blocks[1::3], [str(step["number"]) for step in steps])
        for step in steps:
            block = by_step[step["key"]]
            names = [*step["aliases"], *(each["key"] for each in step["action"])]
            names += [each["name"] for each in step["field"]]
            self.all_in(names, words_in(block), f"mend(1), {step['key']}")
            self.assertIn(f".Ql {step['cadence']} .", block)
            text = " ".join(unescaped(block).split())
            for choice in [each for field in step["field"] for each in field.get("values", [])]:
                self.assertIn(choice, text)

    def test_settings(self) -> None:
        for setting in json.loads(run("config", "list", "--json"))["settings"]:
            section = sections("mend-config.5")[Path(setting["file"]).name.upper()]
            entry = re.search(rf"^\.It Cm {re.escape(setting['key'])}(.*)$", section, re.MULTILINE)
            self.assertIsNotNone(entry, f"mend-config(5) has no {setting['key']}")
            if entry and setting["value"] is not None:
                self.assertIn(json.dumps(setting["value"]).strip('"'), entry[1], setting["key"])
        source = (SOURCE / "src/store/settings_file.cpp").read_text()
        keys = set(re.findall(r'^    \{"([a-z]+)",', source, re.MULTILINE))
        self.assertIn("since", keys)
        self.all_in(keys, words_in(sections("mend-config.5")["JOURNAL.TOML"]), "mend-config(5), [[action]]")

    def test_entries(self) -> None:
        source = (SOURCE / "src/store/entry_reader.cpp").read_text()
        keys = set(re.findall(r'\b(?:text|texts|date|timestamp|deadline|word)\("(\w+)"', source))
        self.assertIn("asked_by", keys)
        kinds = re.search(r"kind_words = \{(.*?)\}", (SOURCE / "src/domain/facts.cpp").read_text(), re.DOTALL)
        words = set(re.findall(r'"([\w-]+)"', kinds[1] if kinds else ""))
        for results in re.findall(r"string_view, \d> \w+ = \{(.*?)\}", source, re.DOTALL):
            words |= set(re.findall(r'"([\w-]+)"', results))
        self.all_in(keys | words, named_in(sections("mend-journal.5")["MONTH FILES"]), "mend-journal(5), MONTH FILES")

    def test_sections_the_source_refers_to(self) -> None:
        there = re.findall(r"^\.Ss (.*)", sections("mend-journal.5")["STREAKS"], re.MULTILINE)
        self.all_in({"Today", "What counts", "Units", "The streak", "Chapters"}, set(there), "STREAKS")

    def test_references_to_own_pages(self) -> None:
        for page in sorted((SOURCE / "man").iterdir()):
            for name, number in re.findall(r"^\.Xr (mend\S*) (\d)", page.read_text(), re.MULTILINE):
                self.assertTrue((SOURCE / "man" / f"{name}.{number}").exists(), f"{page.name}: {name}({number})")

    def test_examples(self) -> None:
        lines = examples()
        self.assertGreater(len(lines), 10)
        with Sandbox(MEND) as sandbox:
            for line in lines:
                with self.subTest(line=line):
                    result = sandbox.execute(["sh", "-c", line])
                    self.assertEqual(result.exit, 0, result.stderr.decode())


class Lint(unittest.TestCase):
    def test_pages(self) -> None:
        pages = sorted((SOURCE / "man").iterdir())
        self.assertTrue(pages)
        for page in pages:
            with self.subTest(page=page.name):
                result = subprocess.run(
                    ["mandoc", "-T", "lint", page.name], cwd=page.parent, capture_output=True, text=True, check=False
                )
                lines = (result.stdout + result.stderr).splitlines()
                self.assertEqual([line for line in lines if not NOT_THE_PAGE.search(line)], [])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mend", type=Path, required=True)
    parser.add_argument("--source", type=Path, required=True)
    options = parser.parse_args()
    global MEND, SOURCE
    MEND, SOURCE = options.mend.resolve(), options.source.resolve()
    has_mandoc = shutil.which("mandoc") is not None
    names = ["Manual", "Lint"] if has_mandoc else ["Manual"]
    result = unittest.main(argv=[sys.argv[0], *names], exit=False).result
    if not result.wasSuccessful():
        return 1
    if not has_mandoc:
        print("SKIPPED: mandoc is not installed, so the form of the manual was not checked", file=sys.stderr)
        return SKIPPED
    return 0


if __name__ == "__main__":
    sys.exit(main())
