#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No line is wider than the terminal, and columns stand where they should, whatever the script.

    layout_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import re
import sys

from terminal_case import TerminalCase, display_width, entry, main

WIDTHS = (40, 80, 200)

TEXTS = {
    "long": "Home by six, as said, although the train stood still outside the city for twenty minutes",
    "wide": "今天六点到家，和我说过的一样，虽然火车在城外停了二十分钟，我提前打了电话，他们已经知道了",
    "joined": "Küche geputzt " + "e\u0301" * 60,  # letters with a combining accent
    "emoji": " ".join(["Spaziergang 👩\u200d👩\u200d👧"] * 12),
    "unbroken": "x" * 300,
}


def journal() -> str:
    out = entry("begun", "action", 'step = "consistency"', at="2026-10-26T18:00:00+01:00")
    for day in range(1, 23):
        if day != 21:  # one quiet day, bridged
            at = f"2026-11-{day:02}T18:00:00+01:00"
            out += entry(f"kept{day:02}", "action", 'step = "consistency"', at=at)
    for name, text in TEXTS.items():
        out += entry(f"{name}1", "note", 'step = "empathy"', f'text = "{text}"', f'tags = ["{text[:9]}"]')
        out += entry(f"{name}2", "setback", 'step = "patience"', 'severity = "slip"', f'text = "{text}"')
        out += entry(f"{name}3", "promise", 'step = "honesty"', f'text = "{text}"', "due = 2026-11-22")
        out += entry(f"{name}4", "space", "until = 2026-11-22T20:00:00+01:00", f'text = "{text}"')
    return out


class Layout(TerminalCase):
    journal = journal()
    settings = '[steps.apology]\ncadence = "as-needed"\n[steps.space]\ncadence = "10/month"\n'

    def lines(self, *arguments: str, columns: int) -> list[str]:
        return self.on_terminal(*arguments, columns=columns, rows=200).text().splitlines()

    def test_no_line_is_wider_than_the_terminal(self) -> None:
        for columns in WIDTHS:
            for command in (["today"], ["day", "11-20"], ["streak"], ["list"], ["rm", "@1", "--dry-run"]):
                for line in self.lines(*command, columns=columns):
                    with self.subTest(command=command, columns=columns):
                        self.assertLessEqual(display_width(line), columns, line)

    def test_widths_in_between(self) -> None:
        for columns in range(40, 201, 9):
            for command in ("today", "streak"):
                widest = max(map(display_width, self.lines(command, columns=columns)))
                with self.subTest(command=command, columns=columns):
                    self.assertLessEqual(widest, columns)

    def test_no_line_ends_in_blanks(self) -> None:
        for columns in WIDTHS:
            for command in ("today", "streak", "list"):
                for line in self.lines(command, columns=columns):
                    with self.subTest(command=command, columns=columns):
                        self.assertEqual(line, line.rstrip(), repr(line))

    def test_the_eight_steps_stand_in_columns(self) -> None:
        for columns in (80, 200):
            for command in ("today", "streak"):
                rows = [line for line in self.lines(command, columns=columns) if re.match(r"\S \d ", line)]
                cells = [row[: cell.start()] for row in rows for cell in re.finditer(r"(?<=  )\S", row)]
                starts = set(map(display_width, cells))
                with self.subTest(command=command, columns=columns):
                    self.assertEqual([row[2] for row in rows], list("12345678"))
                    # At most the last days, the state, steadiness and streak, or steadiness, streak and
                    # best, each in a column of its own.
                    self.assertLessEqual(len(starts), 4, "\n".join(rows))

    def test_names_in_the_list_stand_in_columns(self) -> None:
        for columns in (80, 200):
            starts = set()
            for line in self.lines("list", columns=columns):
                kind = re.search(r" (action|note|setback|promise|space) ", line + " ")
                assert kind
                starts.add(display_width(line[: kind.start(1)]))
            self.assertEqual(len(starts), 1, columns)

    def test_a_shortened_text_says_so_and_cuts_no_character_in_two(self) -> None:
        for name, text in TEXTS.items():
            line = next(line for line in self.lines("list", columns=70) if line.startswith(name[:4]))
            shown = line.split("note     ", 1)[1]
            with self.subTest(name=name):
                self.assertTrue(shown.endswith("…"), shown)
                start = shown.removesuffix("…")
                self.assertTrue(text.startswith(start), shown)
                following = text[len(start) :].lstrip(" ")[:1]
                self.assertNotIn(following, ("\u0301", "\u200d"), "an accent or a part was cut off")
                self.assertFalse(start.endswith("\u200d"), "a joiner joins nothing")

    def test_values_stand_in_a_column_beside_names_of_any_script(self) -> None:
        names = ('"气分"', '"humeu\u0301r"', "ascii_mood")
        odd = entry("odd", "note", 'step = "empathy"', *(f'{name} = "x"' for name in names))
        self.write("2026-11.toml", "format = 1\n" + odd)
        lines = [line for line in self.lines("show", "odd", columns=80) if line.endswith(" x")]
        self.assertEqual(len(lines), 3)
        self.assertEqual(len({display_width(line) for line in lines}), 1, lines)

    def test_the_width_is_the_terminals_unless_columns_says_otherwise(self) -> None:
        self.assertEqual(
            self.on_terminal("today", columns=200, COLUMNS="40").text(),
            self.on_terminal("today", columns=40).text(),
        )

    def test_tiny_terminals_are_survived(self) -> None:
        for columns in (1, 2, 10, 20):
            self.on_terminal("today", columns=columns)
            self.on_terminal("streak", columns=columns)


if __name__ == "__main__":
    sys.exit(main(__doc__))
