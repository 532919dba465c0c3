#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What people look at every day, as it stands on a terminal: the screens in looks/, read by somebody.

    look_test.py --mend BINARY --source REPOSITORY [--update]

`--update` writes the screens anew; read the difference before you keep it.
"""

from __future__ import annotations

import difflib
import shutil
import sys
from pathlib import Path

from terminal_case import TerminalCase, display_width, entry, main

LOOKS = Path(__file__).resolve().parent / "looks"
UPDATE = "--update" in sys.argv

TEXTS = (
    "Home by six, as I had said in the morning, although the train stood still outside the city",
    "今天六点到家，和我说过的一样，虽然火车在城外停了二十分钟",
    "Küche gepu\u0308tzt, Kaffee gekocht und zugeho\u0308rt",
    "Spaziergang 👩\u200d👩\u200d👧 im Park 🇩🇪",
    "הביתה בשש, כפי שאמרתי",
)


def scripts() -> str:
    out = ""
    for day in range(1, 23):
        at = f"2026-11-{day:02}T18:00:00+01:00"
        text = f'text = "{TEXTS[day % len(TEXTS)]}"'
        if day % 7 != 4:
            out += entry(f"kept{day:02}", "action", 'step = "consistency"', text, at=at)
        if day % 2 == 0:
            out += entry(f"note{day:02}", "note", 'step = "empathy"', text, 'tags = ["学校"]', at=at)
        if day in (6, 14):
            out += entry(f"back{day:02}", "setback", 'step = "consistency"', 'severity = "breach"', text, at=at)
    out += entry("slip", "setback", 'step = "patience"', 'severity = "slip"', f'text = "{TEXTS[1]}"')
    out += entry("promise", "promise", 'step = "consistency"', f'text = "{TEXTS[3]}"', "due = 2026-11-22")
    out += entry("done", "outcome", 'promise = "promise"', 'result = "kept"')
    out += entry("apart", "space", "until = 2026-11-22T22:00:00+01:00", f'text = "{TEXTS[4]}"')
    return out


class Look(TerminalCase):
    journal = scripts()

    def screen(self, name: str, *arguments: str, columns: int, **changes: str) -> None:
        session = self.on_terminal(*arguments, columns=columns, rows=200, **changes)
        shown = session.text()
        for line in shown.splitlines():
            self.assertLessEqual(display_width(line), columns, line)
        path = LOOKS / f"{name}-{columns}"
        if UPDATE:
            LOOKS.mkdir(exist_ok=True)
            path.write_text(shown, encoding="utf-8")
        wanted = path.read_text(encoding="utf-8") if path.exists() else ""
        if shown != wanted:
            lines = difflib.unified_diff(wanted.splitlines(), shown.splitlines(), str(path), "shown", lineterm="")
            self.fail("\n".join(lines))

    def use_example(self) -> None:
        shutil.rmtree(self.sandbox.data / "main")
        shutil.copytree(self.source / "data/example", self.sandbox.data / "main")

    def test_half_a_year(self) -> None:
        self.use_example()
        for columns in (40, 60, 80, 120, 200):
            self.screen("today", "today", columns=columns)
            self.screen("streak", "streak", columns=columns)
        for columns in (40, 80, 120):
            self.screen("streak-daily", "streak", "c", columns=columns)
            self.screen("streak-weekly", "streak", "e", columns=columns)
            self.screen("list", "list", "-n", "12", columns=columns)
        for columns in (40, 80):
            self.screen("day", "day", "2026-11-19", columns=columns)

    def test_every_script(self) -> None:
        for columns in (40, 80):
            self.screen("scripts-today", "today", columns=columns)
            self.screen("scripts-list", "list", "-n", "14", columns=columns)
            self.screen("scripts-show", "show", "kept01", "note02", columns=columns)
            self.screen("scripts-chapters", "streak", "c", columns=columns)

    def test_a_locale_without_unicode(self) -> None:
        self.use_example()
        self.screen("ascii-today", "today", columns=120, LC_ALL="C")
        self.screen("ascii-streak-daily", "streak", "c", columns=80, LC_ALL="C")

    def test_steps(self) -> None:
        for columns in (40, 80, 120):
            self.screen("steps", "steps", columns=columns)
        self.screen("steps-one", "steps", "s", columns=60)

    def test_only_colours_that_every_ground_shows(self) -> None:
        self.use_example()
        allowed = {"bold", "dim", "underline", "fg:32"}
        for command in (["today"], ["streak", "c"], ["list", "--grep", "six"], ["show", "@1"], ["steps", "c"]):
            screen = self.on_terminal(*command, rows=200).screen()
            self.assertLessEqual(screen.styles(), allowed, command)


if __name__ == "__main__":
    sys.argv = [each for each in sys.argv if each != "--update"]
    sys.exit(main(__doc__))
