# SPDX-License-Identifier: MIT
"""What an entry of each kind may say, read from the table in src/domain/schema.cpp."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Key:
    type: str
    choices: list[str] = field(default_factory=list)
    is_required: bool = False
    is_wordless: bool = False
    is_alternative: bool = False


def entry_schema(source: Path) -> dict[str, dict[str, Key]]:
    """The keys of each kind, beside those that every entry may have and mean no more in it."""
    text = (source / "src/domain/schema.cpp").read_text()
    choices = {
        name: re.findall(r'"([\w-]+)"', words)
        for name, words in re.findall(r"string_view, \d+> (\w+) = \{(.*?)\};", text, re.DOTALL)
    }
    blocks = dict(re.findall(r"constexpr Keys (\w+) = with_common\(std::array\{(.*?)\n\}\);", text, re.DOTALL))
    kinds = re.findall(r'\{Kind::\w+, "([\w-]+)", (\w+)\.all\(\)', text)
    assert kinds, "this test does not understand schema.cpp"
    return {kind: {name: key for name, key in keys_in(blocks[block], choices)} for kind, block in kinds}


def keys_in(block: str, choices: dict[str, list[str]]) -> list[tuple[str, Key]]:
    found = []
    for row in re.split(r"\n    (?=Row|step_row)", block):
        given = re.match(r'\s*(?:Row\{"(\w+)", ValueType::(\w+)(?:, (\w+))?\}|(step_row))', row)
        if given is None:
            continue
        name, type_, words, step = given.groups()
        key = Key("step" if step else type_, choices[words] if words else [])
        key.is_required = ".required()" in row
        key.is_alternative = ".alternative()" in row
        key.is_wordless = bool(step) or ".wordless()" in row
        found.append(("step" if step else name, key))
    return found
