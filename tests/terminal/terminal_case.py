# SPDX-License-Identifier: MIT
"""What the tests in this folder share: their options, and running mend with and without a terminal."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Sandbox, make_private_folder  # noqa: E402
from terminal import Session  # noqa: E402

__all__ = ["Session", "TerminalCase", "display_width", "entry", "main"]

PREAMBLE = "# mend journal, November 2026.\nformat = 1\n"


def entry(id: str, kind: str, *lines: str, at: str = "2026-11-22T18:00:00+01:00") -> str:
    head = f'\n[[entry]]\nid = "{id}"\nday = {at[:10]}\nat = {at}\nkind = "{kind}"\n'
    return head + "".join(f"{line}\n" for line in lines)


def display_width(text: str) -> int:
    """Columns on a terminal, for the characters these tests use; joined emoji are one glyph."""
    columns = 0
    for before, char in zip("\0" + text, text):
        if before != "\N{ZERO WIDTH JOINER}" and unicodedata.category(char) not in ("Mn", "Me", "Cf"):
            columns += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return columns


class TerminalCase(ProgramCase):
    journal = ""  # of November 2026
    settings = ""

    def setUp(self) -> None:
        self.sandbox = Sandbox(self.mend)
        self.addCleanup(self.sandbox.remove)
        self.write("2026-11.toml", PREAMBLE + self.journal)
        if self.settings:
            self.write("journal.toml", self.settings)

    def write(self, name: str, text: str) -> None:
        folder = self.sandbox.data / "main"
        make_private_folder(folder)
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o600)

    def on_terminal(
        self, *arguments: str, columns: int = 80, rows: int = 50, exit: int = 0, **changes: str
    ) -> Session:
        """Runs mend on a terminal of its own to its end. An empty change unsets the variable."""
        session = Session(
            [self.sandbox.root / "bin/mend", *arguments],
            env=self.environment(self.sandbox.terminal_env(**changes)),
            columns=columns,
            rows=rows,
            cwd=self.sandbox.cwd,
        )
        self.addCleanup(session.close)
        self.assertEqual(session.finish(), exit, session.text())
        return session

    def on_pipe(self, *arguments: str, exit: int = 0, **changes: str) -> str:
        result = self.sandbox.run(*arguments, env=changes)
        self.assertEqual(result.exit, exit, result.stderr.decode())
        return result.stdout.decode()

    @staticmethod
    def environment(variables: Mapping[str, str]) -> dict[str, str]:
        return {key: value for key, value in variables.items() if value}
