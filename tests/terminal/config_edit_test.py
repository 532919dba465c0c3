#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""config edit opens the editor somebody chose, and looks at the file afterwards.

    config_edit_test.py --mend BINARY --source REPOSITORY
"""

from __future__ import annotations

import sys

from terminal_case import Session, TerminalCase, main


class ConfigEdit(TerminalCase):
    def edit(self, *words: str, exit: int = 0, **variables: str) -> str:
        session = self.on_terminal("config", "edit", *words, exit=exit, columns=200, **variables)
        return session.text().replace(str(self.sandbox.root), "<dir>")

    def editor(self, name: str, script: str) -> str:
        path = self.sandbox.root / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o700)
        return name

    def test_an_editor_with_arguments_on_a_file_that_was_not_there(self) -> None:
        name = self.editor("ed-it", 'echo "$1|$2|$3"; echo \'color = "never"\' >> "$3"')
        text = self.edit(MEND_EDITOR=f"{name} --wait 'two words'")
        path = "<dir>/config/mend/config.toml"
        self.assertEqual(text, f"--wait|two words|{path}\nready  {path}\n")
        config = self.sandbox.config / "config.toml"
        self.assertTrue(config.read_text().endswith('freely.\ncolor = "never"\n'))
        modes = [each.stat().st_mode & 0o777 for each in (config, config.parent)]
        self.assertEqual(modes, [0o600, 0o700])

    def test_which_editor(self) -> None:
        for name in ("mend-one", "visual-one", "editor-one", "config-one", "vi"):
            self.editor(name, f"echo opened by {name}")
        self.on_pipe("config", "set", "editor", "config-one")
        chosen = {"MEND_EDITOR": "mend-one", "VISUAL": "visual-one", "EDITOR": "editor-one"}
        self.assertIn("opened by mend-one\n", self.edit(**chosen))
        del chosen["MEND_EDITOR"]
        self.assertIn("opened by config-one\n", self.edit(**chosen))
        self.on_pipe("config", "unset", "editor")
        self.assertIn("opened by visual-one\n", self.edit(**chosen))
        self.assertIn("opened by editor-one\n", self.edit(EDITOR="editor-one"))
        self.assertIn("opened by vi\n", self.edit())

    def test_problems_are_told_and_forgotten_when_put_right(self) -> None:
        text = self.edit(EDITOR=self.editor("breaks", 'echo "color = never" >> "$1"'), exit=65)
        self.assertIn("<dir>/config/mend/config.toml:2:10: ", text)
        self.assertIn("'mend config edit' opens it.", text)
        self.assertNotIn("ready", text)
        text = self.edit(EDITOR=self.editor("repairs", 'echo "discreet = true" > "$1"'))
        self.assertEqual(text, "ready  <dir>/config/mend/config.toml\n")

    def test_the_journals_own_file(self) -> None:
        name = self.editor("adds", 'echo "role = \\"us\\"" >> "$1"')
        text = self.edit("journal", EDITOR=name, exit=65)
        self.assertIn("<dir>/data/mend/main/journal.toml:3:8: 'role' has to be", text)
        self.edit("journal", "-j", "nobody", EDITOR=name, exit=2)

    def test_an_editor_that_fails(self) -> None:
        self.assertIn("the editor 'test -z' ended with code 1", self.edit(EDITOR="test -z", exit=74))
        text = self.edit(EDITOR="no-such-editor -x", exit=74)
        self.assertIn("'no-such-editor -x' ended with code 127", text)

    def test_ctrl_c_is_the_editors(self) -> None:
        name = self.editor("waits", 'trap "echo told; exit 0" INT; echo waiting; sleep 20 & wait')
        environment = self.environment(self.sandbox.terminal_env(EDITOR=name))
        with Session(["mend", "config", "edit"], env=environment) as session:
            session.wait_for("waiting")
            session.send("ctrl-c")
            session.wait_for("told")
            session.wait_for("ready")
            self.assertEqual(session.finish(), 0)

    def test_nothing_is_opened_unasked(self) -> None:
        self.assertIn("needs a terminal", self.edit("--no-input", EDITOR="touch", exit=2))
        text = self.edit("--dry-run", EDITOR="touch")
        self.assertEqual(text, "would open <dir>/config/mend/config.toml in touch\n")
        self.assertFalse(self.sandbox.config.exists())


if __name__ == "__main__":
    sys.exit(main(__doc__))
