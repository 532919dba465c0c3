# SPDX-License-Identifier: MIT
"""What is written in the editor is in a private file of mend's own, and stays there until it is saved.

    editor_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys
from pathlib import Path

from terminal_case import Session, TerminalCase, entry, main

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
        said = self.finished("note", "e", MEND_EDITOR="odd", answers=("n",))
        self.assertIn("is not UTF-8", said)
        self.assert_kept(said)
        self.assertEqual(self.texts(), ["as it was"])

    # Lines that look like mend's own, and are somebody's words all the same.
    TYPED = ("# a heading", "#1 fan", "#", "##", "\\# x", "> quoted", ">>> he said", " >>> they_felt", "\\>>> moment",
             "#>>> they_felt", "#>>> they_felt and more", "# >>> moment", "plain", "\\")

    def script_editor(self, name: str, script: str) -> None:
        path = self.sandbox.root / "bin" / name
        path.write_text(f"#!/usr/bin/env python3\nimport sys\npath = sys.argv[1]\nraw = open(path, 'rb').read()\n{script}\n"
                        "open(path, 'wb').write(raw)\n")
        path.chmod(0o700)

    def words_of(self, entries: list[dict]) -> str:
        return "\n".join(str(value) for each in entries for value in each.values())

    def test_no_line_that_is_typed_is_left_out_wherever_it_is(self) -> None:
        self.script_editor("types", "import os\n"
                           "lines = raw.split(b'\\n')\n"
                           "lines.insert(int(os.environ['AT']), os.environ['LINE'].encode())\n"
                           "raw = b'\\n'.join(lines)")
        before = self.sandbox.entries()
        turn = 0
        for command in (("note", "e"), ("setback", "h", "-e"), ("edit", "aaaa"), ("log", "c", "-e"),
                        ("promise", "add", "-e", "--due", "fri"), ("space", "begin", "-e", "--until", "20:00")):
            size = self.template_size(*command)
            for at in range(0, size + 1):
                line = self.TYPED[turn % len(self.TYPED)]
                turn += 1
                with self.subTest(command=command, line=line, at=at):
                    session = self.finished(*command, MEND_EDITOR="types", LINE=line, AT=str(at))
                    new = [each for each in self.sandbox.entries() if each not in before]
                    kept = "".join(path.read_text() for path in self.kept())
                    self.assertTrue(line in self.words_of(new).split("\n") or line in kept.split("\n"), session)
                    for path in self.kept():
                        self.assertIn(str(path), session)
                        path.unlink()
                    while self.sandbox.entries() != before:
                        self.assertEqual(self.sandbox.run("undo").exit, 0)

    def finished(self, *command: str, answers: tuple[str, ...] = (), **changes: str) -> str:
        session = Session([self.sandbox.root / "bin/mend", *command], columns=200, cwd=self.sandbox.cwd,
                          env=self.environment(self.sandbox.terminal_env(**changes)))
        self.addCleanup(session.close)
        for answer in answers:
            session.wait_for("(y/n)")
            session.send(answer, "enter")
        session.finish()
        return session.text()

    def template_size(self, *command: str) -> int:
        self.script_editor("counts", f"open('{self.seen}', 'w').write(str(raw.count(b'\\n')))\nsys.exit(1)")
        self.compose(*command, exit=1, editor="counts")
        for path in self.kept():
            path.unlink()
        return int(self.seen.read_text())

    def test_words_on_the_line_of_a_field_are_its_value(self) -> None:
        self.script_editor("fills", "raw = raw.replace(b'#>>> they_felt   ', b'>>> they_felt alone with it ')")
        self.compose("note", "e", editor="fills")
        self.assertEqual(self.sandbox.entries()[-1]["they_felt"], "alone with it")

    def test_what_an_editor_puts_at_the_ends_of_lines_is_its_own(self) -> None:
        self.write("2026-11.toml", "format = 1\n" + entry("aaaa111111", "note", 'step = "empathy"', 'text = "one\\r\\ntwo\\nthree"'))
        self.script_editor("dos", "raw = b'\\xef\\xbb\\xbf' + raw.replace(b'three', b'four').replace(b'#>>> checked', b'>>> checked')"
                           ".replace(b'\\n', b'\\r\\n').replace(b\"ask')\\r\\n\", b\"ask')\\r\\nyes\\r\\n\")")
        self.compose("edit", "aaaa", editor="dos")
        self.assertEqual(self.sandbox.entries()[0]["text"], "one\r\ntwo\nfour")
        self.assertEqual(self.sandbox.entries()[0]["checked"], "yes")

    def test_a_field_that_does_not_fit_is_said_and_the_editor_offered_again(self) -> None:
        self.script_editor("first", f"import os\nseen = open('{self.seen}', 'a')\n"
                           "raw = raw.replace(b'perhaps', b'yes') if b'perhaps' in raw else "
                           "b'as typed\\n' + raw.replace(b'#>>> checked', b'>>> checked perhaps')")
        for answers, exit in ((("n",), 2), (("y",), 0), (("what", "YES"), 0)):
            session = Session([self.sandbox.root / "bin/mend", "note", "e"], columns=200, cwd=self.sandbox.cwd,
                              env=self.environment(self.sandbox.terminal_env(MEND_EDITOR="first")))
            self.addCleanup(session.close)
            for answer in answers:
                session.wait_for("(y/n)")
                session.send(answer, "enter")
            self.assertEqual(session.finish(), exit, session.text())
            self.assertIn("'perhaps' does not fit the field 'checked'", session.text())
            if exit == 0:
                self.assertEqual(self.kept(), [])
                self.assertEqual(self.sandbox.entries()[-1]["text"], "as typed")
                self.assertEqual(self.sandbox.entries()[-1]["checked"], "yes")
            else:
                self.assertIn("perhaps", self.kept()[0].read_text())
                self.assertIn(str(self.kept()[0]), session.text())
                self.kept()[0].unlink()

    def test_the_choices_of_a_field_are_shown(self) -> None:
        self.script_editor("copies", f"open('{self.seen}', 'wb').write(raw)")
        self.compose("edit", "aaaa", exit=1, editor="copies")
        self.assertIn("'partly', 'no' or 'did not ask'", self.seen.read_text())

    def test_an_editor_that_does_not_wait_leaves_the_file(self) -> None:
        for command in (("note", "e"), ("edit", "aaaa")):
            said = self.compose(*command, exit=1, editor="true")
            self.assertIn("code --wait", said)
            self.assertEqual(len(self.kept()), 1)
            self.assertIn(str(self.kept()[0]), said)
            self.kept()[0].unlink()

    def test_what_an_editor_leaves_beside_the_file_goes_with_the_entry_that_is_forgotten(self) -> None:
        secret = "nobody else's business"
        left = 'printf "%s\\0" "{s}" > "$d/$b~"; cp "$d/$b~" "$d/.$b.un~"; cp "$d/$b~" "$d/.$b.swp"; cp "$d/$b~" "$d/#$b#"'
        path = self.sandbox.root / "bin" / "leaves"
        path.write_text('#!/bin/sh\nd=${1%/*}; b=${1##*/}; ' + left.format(s=secret) +
                        f'\nln -s nobody@nowhere.1 "$d/.#$b"\n{{ echo "{secret}"; cat "$1"; }} > "$1.new" && mv "$1.new" "$1"\n')
        path.chmod(0o700)
        for command in (("note", "e"), ("log", "c,e", "-e"), ("promise", "add", "-e", "--due", "fri"),
                        ("space", "begin", "-e", "--until", "23:00"), ("edit", "aaaa")):
            self.compose(*command, editor="leaves")
            mine = [each["id"] for each in self.sandbox.entries() if secret in each.get("text", "")]
            self.assertGreaterEqual(len(self.kept()), 4)
            self.sandbox.run("rm", *mine, "--forget")
            holding = [path for path in self.sandbox.root.rglob("*")
                       if path.is_file() and path != self.sandbox.root / "bin" / "leaves" and secret.encode() in path.read_bytes()]
            self.assertEqual(holding, [], command)

    def test_a_file_that_the_editor_took_away_is_not_said_to_be_kept(self) -> None:
        for name, script in (("removes", 'rm "$1"'), ("leaves-a-folder", 'rm "$1"; mkdir "$1"')):
            path = self.sandbox.root / "bin" / name
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(0o700)
            for command in (("note", "e"), ("edit", "aaaa")):
                said = self.compose(*command, exit=74, editor=name)
                self.assertNotIn("kept in", said)
            said = self.compose("note", "e", "typed before", "-f", "they_felt=alone", "-e", exit=74, editor=name)
            self.assertNotIn("/editor/", said.partition("kept in")[2])
            [kept] = (self.sandbox.state / "recovery").iterdir()
            self.assertIn(str(kept), said)
            self.assertEqual(kept.read_text(), "typed before\nthey_felt=alone\nstep: e")
            kept.unlink()

    def test_what_is_refused_anyway_is_refused_before_the_editor_opens(self) -> None:
        self.sandbox.run("space", "begin", "--until", "20:00")
        for command, exit in ((("note", "e", "-j", "none"), 2), (("space", "begin", "-e", "--until", "21:00"), 1),
                              (("promise", "add", "-e", "--due", "fri", "--apology", "zzzz"), 1),
                              (("edit", "zzzz"), 1)):
            self.compose(*command, exit=exit)
            self.assertFalse(self.seen.exists(), command)

    def test_what_is_refused_anyway_is_refused_before_words_are_typed(self) -> None:
        self.sandbox.run("space", "begin", "--until", "20:00")
        for command in (("note", "e", "-", "-j", "none"), ("space", "begin", "-", "--until", "21:00"),
                        ("promise", "add", "-", "--due", "fri", "--apology", "zzzz"),
                        ("edit", "aaaa", "--text", "-", "-f", "bad=1"), ("edit", "aaaa", "--text", "-", "-d", "tomorrow")):
            self.assertNotEqual(self.finished(*command), "")


if __name__ == "__main__":
    sys.exit(main(__doc__))
