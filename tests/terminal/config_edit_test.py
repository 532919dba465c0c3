# SPDX-License-Identifier: MIT
"""config edit opens the editor somebody chose, and looks at the file afterwards."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from sandbox import Sandbox, make_private_folder, read_tree  # noqa: E402
from terminal import Session  # noqa: E402


def edit(sandbox: Sandbox, *words: str, **variables: str) -> tuple[int, str]:
    command = [sandbox.root / "bin" / "mend", "config", "edit", *words]
    with Session(command, env=sandbox.terminal_env(**variables)) as session:
        status = session.finish()
    return status, session.text().replace(str(sandbox.root), "<dir>")


def editor(sandbox: Sandbox, name: str, script: str) -> str:
    path = sandbox.root / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return name


def writes_what_was_missing(sandbox: Sandbox) -> None:
    name = editor(sandbox, "ed-it", 'echo "$1 | $2 | $3"; echo \'color = "never"\' >> "$3"')
    status, text = edit(sandbox, MEND_EDITOR=f"{name} --wait 'two words'")
    config = sandbox.config / "config.toml"
    assert (status, text) == (0, f"--wait | two words | <dir>/config/mend/config.toml\n"
                                 f"ready  <dir>/config/mend/config.toml\n"), text
    assert config.read_text().endswith('freely.\ncolor = "never"\n')
    assert {node.mode for node in read_tree(sandbox.config).values()} == {0o600, 0o700}


def the_first_choice_wins(sandbox: Sandbox) -> None:
    for name in ("mend-one", "visual-one", "editor-one", "config-one", "vi"):
        editor(sandbox, name, f"echo opened by {name}")
    chosen = {"MEND_EDITOR": "mend-one", "VISUAL": "visual-one", "EDITOR": "editor-one"}
    sandbox.run("config", "set", "editor", "config-one")
    assert "opened by mend-one\n" in edit(sandbox, **chosen)[1]
    del chosen["MEND_EDITOR"]
    assert "opened by config-one\n" in edit(sandbox, **chosen)[1]
    sandbox.run("config", "unset", "editor")
    assert "opened by visual-one\n" in edit(sandbox, **chosen)[1]
    assert "opened by editor-one\n" in edit(sandbox, EDITOR="editor-one", VISUAL="")[1]
    assert "opened by vi\n" in edit(sandbox, EDITOR="")[1]


def problems_are_told(sandbox: Sandbox) -> None:
    name = editor(sandbox, "breaks", 'echo "color = never" >> "$1"')
    status, text = edit(sandbox, EDITOR=name)
    assert status == 65 and "<dir>/config/mend/config.toml:2:" in text, text
    assert "'mend config edit' opens it." in text and "ready" not in text
    # What was wrong before is old news once it has been put right.
    name = editor(sandbox, "repairs", 'echo "discreet = true" > "$1"')
    assert edit(sandbox, EDITOR=name) == (0, "ready  <dir>/config/mend/config.toml\n")


def the_journals_own_file(sandbox: Sandbox) -> None:
    make_private_folder(sandbox.data / "sam")
    name = editor(sandbox, "adds", 'echo "role = \\"us\\"" >> "$1"')
    status, text = edit(sandbox, "journal", "-j", "sam", EDITOR=name)
    assert status == 65
    assert "<dir>/data/mend/sam/journal.toml:3:8: 'role' has to be" in text, text
    assert edit(sandbox, "journal", "-j", "nobody", EDITOR=name)[0] == 2


def an_editor_that_fails(sandbox: Sandbox) -> None:
    status, text = edit(sandbox, EDITOR="test -z")
    assert status == 74 and "the editor 'test -z' ended with code 1" in text, text
    status, text = edit(sandbox, EDITOR="no-such-editor -x")
    assert status == 74 and "'no-such-editor -x' ended with code 127" in text, text


def ctrl_c_is_the_editors(sandbox: Sandbox) -> None:
    name = editor(sandbox, "waits", 'trap "echo told; exit 0" INT; echo waiting; sleep 20 & wait')
    command = [sandbox.root / "bin" / "mend", "config", "edit"]
    with Session(command, env=sandbox.terminal_env(EDITOR=name)) as session:
        session.wait_for("waiting")
        session.send("ctrl-c")
        session.wait_for("told")
        session.wait_for("ready")
        assert session.finish() == 0


def nothing_is_opened_unasked(sandbox: Sandbox) -> None:
    status, text = edit(sandbox, "--no-input", EDITOR="touch")
    assert status == 2 and "needs a terminal" in text, text
    status, text = edit(sandbox, "--dry-run", EDITOR="touch")
    assert (status, text) == (0, "would open <dir>/config/mend/config.toml in touch\n"), text
    assert not sandbox.config.exists()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mend", type=Path, required=True)
    parser.add_argument("--source", type=Path)
    options = parser.parse_args()
    for test in (writes_what_was_missing, the_first_choice_wins, problems_are_told,
                 the_journals_own_file, an_editor_that_fails, ctrl_c_is_the_editors,
                 nothing_is_opened_unasked):
        with Sandbox(options.mend) as sandbox:
            test(sandbox)
        print(f"ok  {test.__name__}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
