# SPDX-License-Identifier: MIT
"""init asks its questions on a terminal, and writes only what was answered to the end."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from sandbox import Sandbox, read_tree  # noqa: E402
from terminal import Session  # noqa: E402

PREAMBLE = "# What this journal is read by. Plain TOML: edit it freely.\nformat = 1\n"
WAITING = ["[mending] ", "[monday] ", "[00:00] ", "[on] "]


def start(sandbox: Sandbox, *options: str) -> Session:
    return Session([sandbox.root / "bin" / "mend", "init", *options], env=sandbox.terminal_env())


def written(sandbox: Sandbox, journal: str = "main") -> str:
    return (sandbox.data / journal / "journal.toml").read_text()


def answers_are_written(sandbox: Sandbox) -> None:
    with start(sandbox, "-j", "sam") as session:
        for waiting, answer in zip(WAITING, ["healing", "sunday", "04:00", "off"]):
            session.wait_for(waiting)
            session.send(answer, "enter")
        session.wait_for("ready")
        assert session.finish() == 0
    answers = 'role = "healing"\nweek_start = "sunday"\nday_start = "04:00"\ngrace = false\n'
    assert written(sandbox, "sam") == PREAMBLE + answers
    modes = {node.mode for node in read_tree(sandbox.data).values()}
    assert modes == {0o600, 0o700}, modes


def enter_takes_the_default(sandbox: Sandbox) -> None:
    with start(sandbox) as session:
        session.send("enter", "enter", "enter", "enter")  # all of it typed ahead
        assert session.finish() == 0
    answers = 'role = "mending"\nweek_start = "monday"\nday_start = "00:00"\ngrace = true\n'
    assert written(sandbox) == PREAMBLE + answers


def bad_answers_ask_again(sandbox: Sandbox) -> None:
    with start(sandbox) as session:
        session.wait_for("[mending] ")
        session.send("the one\x1b[31m who", "enter")
        session.wait_for("Write mending, healing or both.\n")
        session.wait_for("[mending] ")
        session.send("both", "enter", "enter", "9", "enter")
        session.wait_for("Write a time, such as 04:00.\n")
        session.send("enter", "enter")
        assert session.finish() == 0
    assert 'role = "both"' in written(sandbox)


def leaving_writes_nothing(sandbox: Sandbox) -> None:
    for key, said, status in [("ctrl-d", "Nothing was written.", 0),
                              ("ctrl-c", "interrupted; nothing was written", 130)]:
        for answered in range(len(WAITING)):
            with start(sandbox) as session:
                for waiting in WAITING[:answered]:
                    session.wait_for(waiting)
                    session.send("enter")
                session.wait_for(WAITING[answered])
                session.send(key)
                assert session.finish() == status
            assert session.text().endswith(f"{said}\n"), session.text()
            assert not sandbox.data.exists()


def nobody_is_asked_in_vain(sandbox: Sandbox) -> None:
    with start(sandbox, "--no-input") as session:
        assert session.finish() == 0
    assert "[mending]" not in session.text()
    with start(sandbox) as session:
        assert session.finish() == 73
    assert "is there already" in session.text() and "[mending]" not in session.text()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mend", type=Path, required=True)
    parser.add_argument("--source", type=Path)
    options = parser.parse_args()
    for test in (answers_are_written, enter_takes_the_default, bad_answers_ask_again,
                 leaving_writes_nothing, nobody_is_asked_in_vain):
        with Sandbox(options.mend) as sandbox:
            test(sandbox)
        print(f"ok  {test.__name__}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
