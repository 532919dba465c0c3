#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do the prompts, the crontab lines and the timer of README and mend(1) work as they are written?

    recipes_test.py --mend BINARY --source REPOSITORY

Prompts stand in real shells; crontab lines run in the bare environment that cron gives them; the
units are shown to systemd-analyze. A desktop to notify is played by a script.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import tomllib
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import man_pages  # noqa: E402
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Result, Sandbox, make_private_folder  # noqa: E402
from terminal import Session  # noqa: E402

CRON_LINE = re.compile(r"^(?:[\d*/,-]+ +){5}(.*)$")
DUE = "bread for breakfast, due today"


def displayed(source: Path) -> dict[str, list[str]]:
    """The displays of README and of mend(1) on these things, by where they stand."""
    readme = (source / "README.md").read_text(encoding="utf-8")
    page = man_pages.parts(source / "man/mend.1")["PROMPTS, ALIASES AND CRON"]
    blocks = re.findall(r"^((?: {4}.*\n|\n(?= {4}))+)", readme, re.MULTILINE)
    return {
        "README": [re.sub("^    ", "", block, flags=re.MULTILINE) for block in blocks],
        "mend(1)": man_pages.displays(page),
    }


class Recipes(ProgramCase):
    def setUp(self) -> None:
        self.sandbox = Sandbox(self.mend)
        self.addCleanup(self.sandbox.remove)
        # Where `./bootstrap install` puts it, and where nobody's variables say so.
        self.home = self.sandbox.root / "home"
        make_private_folder(self.home / ".local/bin")
        (self.home / ".local/bin/mend").symlink_to(self.mend)
        self.desktop = self.sandbox.root / "desktop"
        make_private_folder(self.sandbox.root / "stand-ins")
        notify = self.sandbox.root / "stand-ins/notify-send"
        notify.write_text(f'#!/bin/sh\n[ "$1" = -- ] || exit 9\nshift\nprintf "%s: %s\\n" "$@" >>{self.desktop}\n')
        notify.chmod(0o700)

    def lines(self, wanted: str) -> list[str]:
        found = [
            (where, line)
            for where, displays in displayed(self.source).items()
            for line in "\n".join(displays).splitlines()
            if re.search(wanted, line)
        ]
        self.assertEqual({where for where, _ in found}, {"README", "mend(1)"}, wanted)
        return [line for _, line in found]

    def bare(self) -> dict[str, str]:
        """What cron gives its commands, and the time of the tests."""
        return {
            "HOME": str(self.home),
            "LOGNAME": "somebody",
            "PATH": "/usr/bin:/bin",
            "SHELL": "/bin/sh",
            "MEND_NOW": self.sandbox.env["MEND_NOW"],
        }

    def in_cron(self, line: str) -> Result:
        env = self.bare()
        if "notify-send" in line:
            env["PATH"] = f"{self.sandbox.root}/stand-ins:" + env["PATH"]
        command = ["env", "-i", *(f"{key}={value}" for key, value in env.items()), "/bin/sh", "-c"]
        return self.sandbox.execute([*command, line.replace("\\%", "%")])

    def record(self, *arguments: str) -> None:
        """In the home that cron sees."""
        result = self.in_cron("$HOME/.local/bin/mend " + shlex.join(arguments))
        self.assertEqual(result.exit, 0, result.stderr)

    def notified(self) -> str:
        text = self.desktop.read_text() if self.desktop.exists() else ""
        self.desktop.unlink(missing_ok=True)
        return text


class Cron(Recipes):
    def commands(self, wanted: str) -> list[str]:
        lines = self.lines(CRON_LINE.pattern)
        found = [match[1] for line in lines if (match := CRON_LINE.match(line))]
        return [command for command in found if re.search(wanted, command)]

    def test_what_is_due_comes_as_a_mail_and_on_the_desktop(self) -> None:
        commands = self.commands("mend due")
        self.assertEqual(len(commands), 4, "a mail and a notice, in README and in mend(1)")
        for command in commands:
            with self.subTest(command=command):
                self.assertEqual(self.in_cron(command).stdout, b"")
                self.assertEqual(self.notified(), "")
        self.record("promise", "add", "bread for breakfast", "--due", "today", "-q")
        for command in commands:
            with self.subTest(command=command):
                result = self.in_cron(command)
                self.assertEqual((result.exit, result.stderr), (0, b""))
                is_notice = "notify-send" in command
                self.assertEqual(result.stdout.decode(), "" if is_notice else DUE + "\n")
                self.assertEqual(self.notified(), f"mend: {DUE}\n" if is_notice else "")
        self.record("config", "set", "due.quiet", "00:00-23:59")
        for command in commands:
            with self.subTest(command=command, hours="quiet"):
                self.assertEqual(self.in_cron(command).stdout, b"")
                self.assertEqual(self.notified(), "")

    def test_the_evening_asks_only_while_it_is_open(self) -> None:
        commands = self.commands("mend check")
        self.assertEqual(len(commands), 2)
        for command in commands:
            self.assertIn(b" open", self.in_cron(command).stdout, command)
        self.record("log", "1,2,3,4,5,6,7,8", "-q")
        for command in commands:
            self.assertEqual(self.in_cron(command).stdout, b"", command)
        month = self.home / ".local/share/mend/main/2026-11.toml"
        month.write_text("[[entry]\n")
        for command in commands:
            result = self.in_cron(command)
            self.assertEqual(result.stdout, b"", f"{command}: damage is no answer")
            self.assertIn(b"2026-11.toml:1:", result.stderr)

    def test_a_copy_of_the_streaks(self) -> None:
        (command,) = self.commands("streaks.jsonl")
        for _ in range(2):
            result = self.in_cron(command)
            self.assertEqual((result.exit, result.stdout, result.stderr), (0, b"", b""))
        lines = (self.home / "streaks.jsonl").read_text().splitlines()
        self.assertEqual(len(lines), 2)
        self.assertIn('"schema":"mend.streak/1"', lines[0])


class Timer(Recipes):
    def units(self) -> dict[str, str]:
        page = "\n".join(displayed(self.source)["mend(1)"])
        pattern = r"(\[Service\]\n.*?\n)\n?(\[Timer\]\n.*?\n\[Install\]\n[^\n]*\n)"
        service, timer = re.search(pattern, page, re.DOTALL).groups()
        return {"mend-due.service": service, "mend-due.timer": timer}

    def test_systemd_takes_the_units(self) -> None:
        analyze = shutil.which("systemd-analyze")
        if analyze is None:
            self.skipTest("systemd-analyze is not installed")
        folder = self.sandbox.root / "units"
        make_private_folder(folder)
        for name, text in self.units().items():
            (folder / name).write_text(text)
        paths = [folder / name for name in self.units()]
        env = {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.sandbox.root)}
        command = [analyze, "verify", "--user", "--man=no", *paths]
        result = self.sandbox.execute(command, env=env)
        self.assertNotRegex(result.stderr.decode(), "mend-due")
        self.assertEqual(result.exit, 0, result.stderr)

    def test_what_it_starts(self) -> None:
        (start,) = re.findall("^ExecStart=(.*)$", self.units()["mend-due.service"], re.MULTILINE)
        words = [word.replace("%h", str(self.home)).replace("$$", "$") for word in shlex.split(start)]
        env = self.bare() | {"PATH": f"{self.sandbox.root}/stand-ins:/usr/bin:/bin"}
        command = ["env", "-i", *(f"{key}={value}" for key, value in env.items()), *words]
        self.assertEqual(self.sandbox.execute(command), Result(0, b"", b""))
        self.assertEqual(self.notified(), "")
        self.record("promise", "add", "bread for breakfast", "--due", "today", "-q")
        self.record("space", "begin", "--until", "19:30", "-q")
        self.assertEqual(self.sandbox.execute(command), Result(0, b"", b""))
        self.assertEqual(self.notified(), f"mend: space until 19:30\nmend: {DUE}\n")


class Prompts(Recipes):
    """Each in an interactive shell of its own, which has read it where people put it."""

    def setUp(self) -> None:
        super().setUp()
        self.record("log", "h", "-q")
        self.record("config", "set", "steps.empathy.cadence", "as-needed")

    def status(self) -> str:
        return self.in_cron("$HOME/.local/bin/mend status").stdout.decode().strip()

    def shell(self, *command: str) -> Session:
        env = self.bare() | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
        env["PATH"] = f"{self.home}/.local/bin:/usr/bin:/bin"
        session = Session(command, env=env, cwd=self.home)
        self.addCleanup(session.close)
        return session

    def is_shown(self, session: Session, due: str) -> None:
        """What is due, the prompt, and another one once something is kept."""
        session.wait_for(due)
        before = self.status()
        session.wait_for(before)
        session.send("mend log c -q", "enter")
        after = re.sub(r"\d+", lambda match: str(int(match[0]) + 1), before, count=1)
        session.wait_for(after)
        self.assertEqual(self.status(), after)
        self.record("undo")

    def is_silent(self, command: list[str]) -> None:
        """In a shell that nobody sits at, as behind scp and rsync."""
        env = self.bare() | {"PATH": f"{self.home}/.local/bin:/usr/bin:/bin"}
        self.assertEqual(self.sandbox.execute(command, env=env), Result(0, b"done\n", b""))

    def try_prompts(self, name: str, wanted: str, command: list[str], rc: str) -> None:
        if shutil.which(name) is None:
            self.skipTest(f"{name} is not installed")
        is_fish = name == "fish"
        (due,) = set(self.lines(r"^status is-interactive" if is_fish else r"^case \$- in"))
        self.record("promise", "add", "bread for breakfast", "--due", "today", "-q")
        for line in self.lines(wanted):
            with self.subTest(line=line):
                path = self.home / rc
                make_private_folder(path.parent)
                before = "setopt PROMPT_SUBST\n" if line.startswith("RPROMPT") else ""
                path.write_text(f"{before}{line}\n{due}\n")
                self.is_shown(self.shell(*command), DUE)
                self.is_silent([name, "-c", "echo done" if is_fish else f". {path}; echo done"])

    def test_bash(self) -> None:
        self.try_prompts("bash", r"^PS1=.*mend", ["bash", "-i"], ".bashrc")

    def test_zsh(self) -> None:
        self.assertEqual(len(self.lines("setopt PROMPT_SUBST")), 2)
        self.try_prompts("zsh", r"RPROMPT=.*mend", ["zsh", "-i"], ".zshrc")

    def test_fish(self) -> None:
        self.try_prompts("fish", r"^function fish_right_prompt", ["fish", "-i"], ".config/fish/config.fish")

    def test_tmux(self) -> None:
        if shutil.which("tmux") is None:
            self.skipTest("tmux is not installed")
        for number, line in enumerate(self.lines(r"^set -g status-right")):
            with self.subTest(line=line):
                conf = self.home / ".tmux.conf"
                conf.write_text(line + "\nset -g status-interval 1\nset -g status-left ''\n")
                socket = self.sandbox.root / f"tmux{number}"
                env = self.bare() | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
                env["PATH"] = f"{self.home}/.local/bin:/usr/bin:/bin"
                tmux = ["tmux", "-S", str(socket)]
                session = Session((*tmux, "new-session", "sleep 60"), env=env, cwd=self.home)
                self.addCleanup(self.sandbox.execute, [*tmux, "kill-server"], env=env)
                self.addCleanup(session.close)
                session.wait_for(self.status())

    def test_starship(self) -> None:
        found = [
            tomllib.loads(match[0])["custom"]["mend"]
            for displays in displayed(self.source).values()
            for match in re.finditer(r"\[custom\.mend\]\n(?:\w+ = .*\n)+", "\n".join(displays))
        ]
        self.assertEqual(len(found), 2)
        for module in found:
            self.assertIs(module["when"], True)
            path = "PATH=$HOME/.local/bin:$PATH "
            shown = self.in_cron(path + module["command"])
            self.assertEqual(shown.exit, 0, shown.stderr)
            self.assertTrue(shown.stdout.decode().startswith(self.status()), shown)


if __name__ == "__main__":
    sys.exit(main(__doc__))
