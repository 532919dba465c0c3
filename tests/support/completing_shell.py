# SPDX-License-Identifier: MIT
"""An interactive shell on a pseudo-terminal, asked to complete lines that begin with `mend`."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
import unittest
from pathlib import Path

from sandbox import Sandbox
from terminal import Session

SKIPPED = 77
PROMPT = "ready> "
ERASE_LINE = "\x01\x0b"  # to the start, then all that follows

JOURNAL = """\
[[action]]
key = "call-at-noon"
step = "consistency"
text = "Rang at noon: as agreed"
"""

MONTH = """\
[[entry]]
id = "aaaa000001"
day = 2026-11-20
at = 2026-11-20T18:00:00+01:00
kind = "action"
step = "consistency"
text = "Home by six"
tags = ["work", "sam's", "two words"]

[[entry]]
id = "bbbb000002"
day = 2026-11-21
at = 2026-11-21T18:00:00+01:00
kind = "note"
step = "empathy"
text = "The $(touch hostile) \\u001B[31mred\\n`touch hostile`"
tags = ["work", "$(touch hostile)", "`touch hostile`", "line\\nbreak", "\\u001B[31m", "Küche"]
"""

MEND = Path()
SOURCE = Path()


def make_sandbox(*more_journals: str) -> Sandbox:
    sandbox = Sandbox(MEND)
    for name in ("main", "sam", "my journal", *more_journals):
        folder = sandbox.data / name
        folder.mkdir(parents=True, mode=0o700)
        (folder / "journal.toml").write_text(JOURNAL)
    (sandbox.data / "main/2026-11.toml").write_text(MONTH)
    (sandbox.data / "sam/journal.toml").write_text(JOURNAL.replace("call-at-noon", "walk-home"))
    (sandbox.cwd / "notes.txt").touch()
    return sandbox


def show_words(sandbox: Sandbox) -> None:
    sandbox.config.mkdir(parents=True, exist_ok=True)
    (sandbox.config / "config.toml").write_text("[completion]\nwords = true\n")


class CompletingShell:
    """The shell binds `show_line_key` to what adds its line and a `|` to the file $LINES_FILE names."""

    show_line_key = ""

    def __init__(self, sandbox: Sandbox, command: list, columns: int, **variables: str) -> None:
        self.sandbox = sandbox
        self.lines_file = sandbox.root / "lines"
        self.lines_file.touch()
        self.count = 0
        self.session = Session(
            command,
            env=sandbox.terminal_env(LINES_FILE=str(self.lines_file), **variables),
            cwd=sandbox.cwd,
            rows=60,
            columns=columns,
        )
        self.session.wait_for(PROMPT)

    def close(self) -> None:
        self.session.close()
        self.sandbox.remove()

    def run(self, command: str) -> str:
        """Runs a command; what the terminal was sent until it was done, and ready again."""
        before = len(self.session.text())
        # While the command runs, keys would be the terminal's own to handle.
        self.session.send(command, "; echo do''ne", "enter")
        self.session.wait_for("\ndone\n")
        self.session.wait_for(PROMPT)
        return self.session.text()[before:]

    def line(self) -> str:
        """What stands on the line, once all keys sent so far have been worked off."""
        self.session.send(self.show_line_key)
        self.count += 1
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            lines = self.lines_file.read_text().splitlines()
            if len(lines) >= self.count:
                return lines[self.count - 1].removesuffix("|")
            time.sleep(0.005)
        raise AssertionError(f"the shell does not answer; it shows:\n{self.session.screen()}")

    def complete(self, line: str, *keys: str) -> str:
        """The line after a tab at its end, or after `keys` and a tab."""
        self.session.send(line, *keys, "tab")
        after = self.line()
        self.session.send(ERASE_LINE)
        return after

    def printed(self, line: str) -> str:
        """All that the terminal was sent while that line was completed and erased again."""
        before = len(self.session.text())
        self.session.send(line, "tab")
        self.line()
        self.session.send(ERASE_LINE)
        self.run(":")
        return self.session.text()[before:]


def main(description: str, shell: str) -> int:
    """Runs the tests of the calling program, which are about that shell."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mend", type=Path, required=True)
    parser.add_argument("--source", type=Path, required=True)
    options = parser.parse_args()
    if shutil.which(shell) is None:
        print(f"SKIPPED: {shell} is not installed, so its completion was not tested", file=sys.stderr)
        return SKIPPED
    global MEND, SOURCE
    MEND, SOURCE = options.mend.resolve(), options.source.resolve()
    result = unittest.main(argv=sys.argv[:1], exit=False).result
    return 0 if result.wasSuccessful() else 1
