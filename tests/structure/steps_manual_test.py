#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does mend-steps(7) say what data/steps.toml says?

    steps_manual_test.py --mend PATH --source REPOSITORY

Under each step stand its names, intent, cadence, every action and every field;
and what the page names as the place of something in the article is there.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from pathlib import Path

# What the article asks for lives in these beside the steps' own actions and fields.
KINDS = {"promise", "outcome", "space", "return", "setback"}


def subsections(page: str, section: str) -> dict[str, list[str]]:
    """The lines below each `.Ss` of one `.Sh`, by title."""
    found: dict[str, list[str]] = {}
    body = page.split(f"\n.Sh {section}")[1].split("\n.Sh ")[0]
    for part in body.split("\n.Ss ")[1:]:
        title, *lines = part.split("\n")
        found[title] = lines
    return found


def words(lines: list[str]) -> str:
    """The lines as one text, without what only mdoc needs."""
    return " ".join(lines).replace("\\&", "").replace("\\(oq", "'").replace("\\(cq", "'")


def items(lines: list[str]) -> dict[str, str]:
    """What stands below each `.It Cm NAME`."""
    found: dict[str, str] = {}
    for part in "\n".join(lines).split("\n.It Cm ")[1:]:
        name, *rest = part.split("\n.El")[0].split("\n")
        found.setdefault(name, words(rest))
    return found


def check_step(step: dict, lines: list[str]) -> list[str]:
    text = words(lines)
    lists = "\n".join(lines).split("\nFields of its notes:")
    actions, fields = items(lists[0].split("\n")), items(lists[1].split("\n"))
    wanted = [step["intent"], f"Cadence: {step['cadence']}.", step["cadence_why"], step["done"]]
    wanted.append(f".Cm {step['key']} , also {', '.join(step['aliases'])}.")
    problems = [f"does not say {each!r}" for each in wanted if each not in text]
    for action in step["action"]:
        who = "" if action["who"] == "both" else f" .Pq Em {action['who']}"
        if actions.pop(action["key"], None) != action["text"] + who:
            problems.append(f"action {action['key']} is not there, or not as it is")
    for field in step["field"]:
        said = fields.pop(field["name"], "")
        is_private = ".Pq Em private" in said
        if not said.startswith(field["ask"]) or is_private != field.get("private", False):
            problems.append(f"field {field['name']} is not there, or not as it is")
        missing = [each for each in field.get("values", []) if f"'{each}'" not in said]
        problems += [f"field {field['name']} may be {each!r}" for each in missing]
    return problems + [f"{each} is there no longer" for each in [*actions, *fields]]


def check_places(step: dict, lines: list[str]) -> list[str]:
    """Whatever the article asks of a step has a place, and every place exists."""
    known = {field["name"] for field in step["field"]}
    known |= {f"{step['key']}/{action['key']}" for action in step["action"]}
    named = [line.split()[1] for line in lines if line.startswith(".Cm ")]
    kinds = [line.split()[1] for line in lines if line.startswith(".Sy ")]
    rows = re.split(r"^\.It ", "\n".join(lines), flags=re.MULTILINE)[1:]
    problems = [f"{each} is nowhere" for each in named if each not in known]
    problems += [f"{each} is no kind" for each in kinds if each not in KINDS]
    empty = [row for row in rows if not re.search(r"^\.(Cm|Sy|Ql) ", row, flags=re.MULTILINE)]
    return problems + [f"{row.splitlines()[0]!r} has no place" for row in empty]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mend", type=Path)
    parser.add_argument("--source", type=Path, required=True)
    source = parser.parse_args().source

    steps = tomllib.loads((source / "data/steps.toml").read_text())["step"]
    page = (source / "man/mend-steps.7").read_text()
    described = subsections(page, "THE STEPS")
    places = list(subsections(page, "WHAT THE ARTICLE ASKS FOR").values())
    problems: list[str] = []
    for step, place in zip(steps, places, strict=True):
        title = f"{step['number']}. {step['title']}"
        found = check_step(step, described[title]) if title in described else ["is not described"]
        problems += [f"{step['key']}: {each}" for each in found + check_places(step, place)]
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
