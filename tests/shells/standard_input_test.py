# SPDX-License-Identifier: MIT
"""Words that wait on standard input are never passed over, and never read unasked, in any shell.

    standard_input_test.py --mend BINARY --source REPOSITORY

Every command with a TEXT is run without one; what the shell puts on standard input decides.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Sandbox  # noqa: E402

SHELLS = ("bash", "zsh", "dash", "fish")

# What each command needs beside its TEXT.
REST = {
    "log": "c",
    "note": "e",
    "setback": "c",
    "promise add": "--due fri",
    "space begin": "--until 20:00",
    "space end": "",
    "limit add": "",
    "date add": "03-14",
    "review": "",
    "action add": "walk --step c",
}

# By what is in front of or behind the command; None: this shell has no such thing.
WAITING = {
    "pipe": lambda shell, line: f"echo words | {line}",
    "late pipe": lambda shell, line: f"begin; sleep 0.05; echo words; end | {line}"
    if shell == "fish"
    else f"(sleep 0.05; echo words) | {line}",
    "file": lambda shell, line: f"{line} < draft",
    "here-document": lambda shell, line: None if shell == "fish" else f"{line} <<END\nwords\nEND\n",
    "here-string": lambda shell, line: f"{line} <<< words" if shell in ("bash", "zsh") else None,
}
NOTHING = {
    "/dev/null": lambda shell, line: f"{line} < /dev/null",
    "closed": lambda shell, line: f"{line} <&-",
    "idle pipe": lambda shell, line: f"sleep 0.5 | {line}",
    "ended pipe": lambda shell, line: f"true | {line}",
    "empty file": lambda shell, line: f"{line} < empty",
}


class StandardInput(ProgramCase):
    def setUp(self) -> None:
        self.sandbox = Sandbox(self.mend)
        self.addCleanup(self.sandbox.remove)
        (self.sandbox.cwd / "draft").write_text("words\n")
        (self.sandbox.cwd / "empty").touch()

    def shells(self) -> list[str]:
        found = [shell for shell in SHELLS if shutil.which(shell)]
        for shell in SHELLS:
            if shell not in found:
                print(f"SKIPPED: there is no {shell}", file=sys.stderr)
        return found

    def commands(self) -> list[tuple[str, str]]:
        """The commands with a TEXT, each with the line that gives it none."""
        commands = json.loads(self.run_mend("help", "--json"))["commands"]
        names = [each["name"] for each in commands if "TEXT" in (each.get("usage") or "")]
        self.assertIn("log", names)
        for name in names:
            self.assertIn(name, REST, "say in REST what this command needs beside its TEXT")
        return [(name, f"mend {name} {REST[name]}") for name in names]

    def run_in(self, shell: str, script: str, **more: object) -> tuple[int, str]:
        flags = ["-f"] if shell == "zsh" else ["--no-config"] if shell == "fish" else []
        result = subprocess.run(
            [shell, *flags, "-c", script],
            env=dict(self.sandbox.env),
            cwd=self.sandbox.cwd,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            timeout=60,
            **{"stdin": subprocess.DEVNULL, **more},
        )
        return result.returncode, result.stderr.decode()

    def forget_everything(self) -> None:
        for folder in (self.sandbox.data, self.sandbox.state):
            shutil.rmtree(folder, ignore_errors=True)

    def assert_refused(self, code: int, said: str, entries: list[dict]) -> None:
        self.assertEqual(code, 2, said)
        self.assertIn("standard input", said)
        self.assertIn("Write - in place of", said)
        self.assertIn("</dev/null", said)
        self.assertEqual(entries, [])

    def test_words_that_wait_are_not_passed_over(self) -> None:
        for shell in self.shells():
            for name, line in self.commands():
                for how, script_of in WAITING.items():
                    script = script_of(shell, line)
                    if script is None:
                        continue
                    with self.subTest(shell=shell, command=name, input=how):
                        code, said = self.run_in(shell, script)
                        self.assert_refused(code, said, self.sandbox.entries())

    def test_where_nothing_waits_nothing_is_waited_for(self) -> None:
        for shell in self.shells():
            for name, line in self.commands():
                for how, script_of in NOTHING.items():
                    with self.subTest(shell=shell, command=name, input=how):
                        code, said = self.run_in(shell, script_of(shell, line))
                        self.assertNotIn("there is text on standard input", said)
                        if name == "log":
                            self.assertEqual(code, 0, said)
                        self.forget_everything()

    def test_a_socket_is_like_a_pipe(self) -> None:
        for name, line in self.commands():
            for words in (b"words\n", b""):
                with self.subTest(command=name, words=words):
                    ours, theirs = socket.socketpair()
                    with ours, theirs:
                        ours.sendall(words)
                        code, said = self.run_in("bash", line, stdin=theirs.fileno())
                    if words:
                        self.assert_refused(code, said, self.sandbox.entries())
                    else:
                        self.assertNotIn("there is text on standard input", said)
                    self.forget_everything()

    def test_a_command_with_a_text_or_without_one_to_give_leaves_it_alone(self) -> None:
        self.sandbox.run("promise", "add", "one", "--due", "fri")
        self.sandbox.run("promise", "add", "two", "--due", "fri")
        ids = " ".join(each["id"] for each in self.sandbox.entries())
        script = (
            f'printf "%s\\n" {ids} | while read id; do mend promise keep "$id"; mend edit "$id" -t read;'
            ' mend log c "kept one"; mend list; done'
        )
        code, said = self.run_in("bash", script)
        self.assertEqual((code, said), (0, ""))
        kinds = [each["kind"] for each in self.sandbox.entries()]
        self.assertEqual((kinds.count("outcome"), kinds.count("action")), (2, 2))


if __name__ == "__main__":
    sys.exit(main(__doc__))
