# SPDX-License-Identifier: MIT
"""Finds the command lines that README, the manual pages and the help texts show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import man_pages

# A word that stands for another one: `mend steps STEP`.
PLACEHOLDER = re.compile(r"(?<![\w\"'])[A-Z][A-Z]+(?![\w\"'])")

# Where in a line that is no command line itself the command lines are.
WITHIN = (
    re.compile(r"^alias [\w-]+='(.*)'$"),
    re.compile(r"[$<]\((mend [^)]*)\)"),
    re.compile(r'^command = "(.*)"$'),  # of starship
    re.compile(r"""^set -g status-right '#\((.*)\)'$"""),  # of tmux
    re.compile(r"^function \w+; (.*); end$"),
    re.compile(r"^(?:[\d*/,-]+ +){5}(.*)$"),  # of a crontab
    re.compile(r"^case \$- in \*i\*\) (.*) ;; esac$"),  # of a .bashrc
    re.compile(r"^status is-interactive; and (.*)$"),  # of a config.fish
)
COMMAND = re.compile(r"(?:[A-Z_]+=\S* )*mend(?: |$)|[\w.-]+ (?:\S+ )*\| mend ")


@dataclass(frozen=True)
class Example:
    line: str  # as a shell takes it
    place: str  # of a page, the section
    is_promised: bool = False  # is it among the EXAMPLES, which have to succeed?
    is_alias: bool = False  # may words follow it?


class Unreadable(AssertionError):
    pass


def commands_in(line: str) -> list[str]:
    """The command lines in one line of a display; none when it does not mention mend."""
    line = line.strip().removeprefix("$ ")
    if COMMAND.match(line):
        return [line]
    for pattern in WITHIN:
        if found := pattern.findall(line):
            return [each.replace(r"\%", "%") for each in found if re.search(r"\bmend ", each)]
    if re.search(r"(?<![\w/.-])mend [a-z-]", line) and not line.startswith("#"):
        raise Unreadable(f"tests/support/examples.py cannot tell what is to be run in {line!r}")
    return []


def examples_in(line: str, place: str, is_promised: bool) -> list[Example]:
    is_alias = line.lstrip().startswith("alias ")
    return [Example(each, place, is_promised, is_alias) for each in commands_in(line)]


def on_page(page: Path) -> Iterator[Example]:
    for title, text in man_pages.parts(page).items():
        is_promised = title == "EXAMPLES"
        for display in man_pages.displays(text):
            for line in display.splitlines():
                yield from examples_in(line, title, is_promised)
        for quoted in re.findall(r"^\.Ql (.*)$", text, re.MULTILINE):
            line = re.sub(r"( [.,:;)])+$", "", man_pages.unescaped(quoted))
            if COMMAND.match(line) and not PLACEHOLDER.search(line):
                yield Example(line, title)


def in_readme(path: Path) -> Iterator[Example]:
    """All but the console session, which has a test of its own."""
    text = re.sub(r"^```console\n.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for block in re.findall(r"^((?: {4}.*\n)+)", text, re.MULTILINE):
        for line in block.splitlines():
            yield from examples_in(line, "README", False)
    for quoted in re.findall(r"`([^`\n]+)`", text):
        if COMMAND.match(quoted) and not PLACEHOLDER.search(quoted):
            yield Example(quoted, "README")


def in_help(text: str) -> Iterator[Example]:
    """The lines of a help text that begin with mend; what follows two spaces explains."""
    for line in re.findall(r"^  (mend\b(?:\"[^\"]*\"|'[^']*'|(?!  ).)*)", text, re.MULTILINE):
        yield Example(line, "help")


def session(path: Path) -> list[tuple[str, str]]:
    """The command lines of the console session in a README, each with what it shows."""
    text = path.read_text(encoding="utf-8")
    block = re.search(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    if not block:
        raise Unreadable(f"{path.name} has no ```console session")
    steps = re.split(r"^\$ (.*)\n", block[1], flags=re.MULTILINE)
    return [(line, shown.rstrip("\n")) for line, shown in zip(steps[1::2], steps[2::2])]
