# SPDX-License-Identifier: MIT
"""What is written in the editor is in a private file of mend's own, and stays there until it is saved.

    editor_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys
from pathlib import Path

from terminal_case import TerminalCase, entry, main

WORDS = "what must not be lost"


class Editor(TerminalCase):
    journal = entry("aaaa111111", "note", 'step = "empathy"', 'text = "as it was"')

    def setUp(self) -> None:
        super().setUp()
        self.seen = self.sandbox.root / "seen"
        self.elsewhere = self.sandbox.root / "elsewhere"
        self.elsewhere.mkdir()
        # Where it lies, who may read it and its folder; then the words are put first.
        self.write_editor("ed", f'stat -c "%n %a" "$1" "${{1%/*}}" > {self.seen}')

    def write_editor(self, name: str, script: str) -> None:
        path = self.sandbox.root / "bin" / name
        path.write_text(
            f'#!/bin/sh\n{script}\n{{ echo "{WORDS}"; cat "$1"; }} > "$1.new" && cat "$1.new" > "$1"\n'
            'rm "$1.new"\nexit ${CODE-0}\n'
        )
        path.chmod(0o700)

    def compose(self, *command: str, exit: int = 0, code: int = 0, editor: str = "ed") -> str:
        session = self.on_terminal(
            *command,
            exit=exit,
            columns=200,
            MEND_EDITOR=editor,
            TMPDIR=str(self.elsewhere),
            CODE=str(code),
        )
        self.assertEqual(list(self.elsewhere.iterdir()), [])
        return session.text()

    def kept(self) -> list[Path]:
        folder = self.sandbox.state / "editor"
        return sorted(folder.iterdir()) if folder.exists() else []

    def assert_kept(self, said: str) -> None:
        files = self.kept()
        self.assertEqual(len(files), 1, said)
        self.assertIn(WORDS.encode(), files[0].read_bytes())
        self.assertEqual(files[0].stat().st_mode & 0o777, 0o600)
        self.assertIn(str(files[0]), said)

    def texts(self) -> list[str]:
        return [each.get("text", "") for each in self.sandbox.entries()]

    def test_it_is_private_lies_in_the_state_folder_and_goes_when_it_is_saved(self) -> None:
        for command in (("note", "e"), ("edit", "aaaa"), ("log", "c", "-e")):
            self.compose(*command)
            (file, mode), (folder, folder_mode) = [
                line.rsplit(" ", 1) for line in self.seen.read_text().splitlines()
            ]
            self.assertEqual(folder, str(self.sandbox.state / "editor"))
            self.assertEqual(Path(file).parent, Path(folder))
            self.assertEqual((mode, folder_mode), ("600", "700"))
            self.assertEqual(self.kept(), [])
        self.assertEqual(sum(WORDS in text for text in self.texts()), 3)

    def test_the_keys_of_a_kind_stand_there_like_fields(self) -> None:
        self.sandbox.run("rest", "today", "--reason", "a cold")
        self.sandbox.run("setback", "h", "left it out", "--told", "no")
        path = self.sandbox.root / "bin" / "answers"
        path.write_text('#!/bin/sh\nsed -i "s/^a cold$/a fever/; s/^no$/yes/" "$1"\n')
        path.chmod(0o700)
        self.compose("edit", "@1", editor="answers")
        self.compose("edit", "@2", editor="answers")
        entries = {each["kind"]: each for each in self.sandbox.entries()}
        self.assertEqual(entries["rest"]["reason"], "a fever")
        self.assertEqual((entries["setback"]["severity"], entries["setback"]["told"]), ("slip", "yes"))

    def test_it_is_kept_when_the_editor_fails(self) -> None:
        for command in (("note", "e"), ("edit", "aaaa")):
            said = self.compose(*command, exit=1, code=3)
            self.assert_kept(said)
            self.kept()[0].unlink()
        self.assertEqual(self.texts(), ["as it was"])

    def test_it_is_kept_when_the_save_fails(self) -> None:
        month = self.sandbox.data / "main" / "2026-11.toml"
        # While the editor is open, the month becomes something that can be neither read nor written.
        self.write_editor("breaks", f'mv {month} {month}.away; mkdir {month}')
        for command in (("note", "e"), ("edit", "aaaa")):
            said = self.compose(*command, exit=74, editor="breaks")
            self.assert_kept(said)
            self.kept()[0].unlink()
            month.rmdir()
            month.with_name(month.name + ".away").rename(month)
        self.assertEqual(self.texts(), ["as it was"])

    def test_it_is_kept_when_what_stands_there_cannot_be_saved(self) -> None:
        self.write_editor("odd", 'printf "\\377" >> "$1"')
        self.assert_kept(self.compose("note", "e", exit=2, editor="odd"))
        self.assertEqual(self.texts(), ["as it was"])


if __name__ == "__main__":
    sys.exit(main(__doc__))
