# SPDX-License-Identifier: MIT
"""Reads the mdoc source of the manual pages, for tests that hold them against mend."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ESCAPES = {
    r"\e": "\\", r"\-": "-", r"\&": "", r"\(aq": "'", r"\(dq": '"', r"\(ga": "`", r"\(ti": "~",
    r"\(ha": "^", r"\(oq": "'", r"\(cq": "'",
}


def unescaped(text: str) -> str:
    def replace(match: re.Match[str]) -> str:
        if match[0] not in ESCAPES:
            raise AssertionError(f"tests/support/man_pages.py does not know {match[0]} in {text!r}")
        return ESCAPES[match[0]]

    return re.sub(r"\\\(..|\\.", replace, text)


def named_in(text: str) -> set[str]:
    """The words that stand behind a macro, `Fl -on` as `--on`."""
    lines = [line for line in text.splitlines() if line.startswith(".")]
    words = unescaped(" ".join(lines)).split()
    flags = {f"-{after}" for word, after in zip(words, words[1:]) if word == "Fl"}
    return flags | set(words)


def words_in(text: str) -> set[str]:
    return set(re.split(r"[^\w-]+", unescaped(text)))


def displays(text: str) -> list[str]:
    """What stands between `.Bd -literal` and `.Ed`, and behind `.Dl`, as it is read."""
    found = re.findall(r"^\.Bd -literal[^\n]*\n(.*?)^\.Ed|^\.Dl ([^\n]*)$", text, re.MULTILINE | re.DOTALL)
    return [unescaped(block or line) for block, line in found]


@cache
def parts(page: Path, macro: str = "Sh") -> dict[str, str]:
    """The source below each `.Sh` of a page by its title; or below each `.Ss`, up to the next of either."""
    heading = r"^\.Sh (.*)\n" if macro == "Sh" else r"^\.S[hs] (.*)\n"
    found = re.split(heading, page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2]))
