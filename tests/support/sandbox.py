# SPDX-License-Identifier: MIT
"""A throw-away home in which a test runs mend.

Used by run_case.py and by the fault and concurrency tests, so that every test
sees the same day, time zone, width and folders, and none can see the others
or the person who runs them.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

NOW = "2026-11-22T19:04:11+01:00"

# Exactly the names mend itself reads entries from.
MONTH_FILE = re.compile(r"\d{4}-\d{2}(?:\.pending-[a-z0-9_-]{1,64})?\.toml")

# Lets git keep a folder that has to be empty; never copied and never compared.
PLACEHOLDER = ".gitkeep"


@dataclass(frozen=True)
class Result:
    """`exit` is negative when a signal ended the process, as in subprocess."""

    exit: int
    stdout: bytes
    stderr: bytes


@dataclass(frozen=True)
class Node:
    """One file, folder or symlink. `data` is a file's bytes or a link's target."""

    kind: str  # "file", "dir", "link" or "other"
    mode: int
    data: bytes = b""


Tree = dict[str, Node]


def read_tree(root: Path) -> Tree:
    """Everything under `root` by relative path, `root` itself as "."; empty if it is not there.

    Symlinks are not followed, except when `root` is one. A file or folder its
    owner may not read is made readable first: tests take rights away on
    purpose, and what counts afterwards is what is in it.
    """
    tree: Tree = {}

    def visit(path: Path, name: str, info: os.stat_result) -> None:
        mode = stat.S_IMODE(info.st_mode)
        if stat.S_ISLNK(info.st_mode):
            tree[name] = Node("link", mode, os.fsencode(os.readlink(path)))
        elif stat.S_ISDIR(info.st_mode):
            tree[name] = Node("dir", mode)
            if mode & 0o500 != 0o500:
                path.chmod(0o700)
            for child in sorted(os.listdir(path)):
                child_name = child if name == "." else f"{name}/{child}"
                visit(path / child, child_name, (path / child).lstat())
        elif stat.S_ISREG(info.st_mode):
            if not mode & 0o400:
                path.chmod(0o600)
            tree[name] = Node("file", mode, path.read_bytes())
        else:
            tree[name] = Node("other", mode)

    if root.exists():
        visit(root, ".", root.stat())
    return tree


def parse_toml(data: bytes) -> dict:
    """Parses as mend does: a byte order mark may stand in front."""
    return tomllib.loads(data.decode("utf-8-sig"))


def make_private_folder(path: Path) -> None:
    """Like `mkdir -p`, with 0700 for every folder it makes, whatever the umask."""
    if path.is_dir():
        return
    make_private_folder(path.parent)
    path.mkdir()
    path.chmod(0o700)


def copy_private(source: Path, target: Path) -> None:
    """Copies a file or a tree; folders become 0700 and files 0600, as mend makes them."""
    if source.is_symlink():
        target.symlink_to(os.readlink(source))
    elif source.is_dir():
        make_private_folder(target)
        for child in sorted(source.iterdir()):
            if child.name != PLACEHOLDER:
                copy_private(child, target / child.name)
    else:
        make_private_folder(target.parent)
        shutil.copyfile(source, target)
        target.chmod(0o600)


class Sandbox:
    """A fresh folder with its own home, XDG folders and environment; removed on leaving `with`.

    `root/bin` holds a link to the mend under test and comes first on PATH;
    `cwd` is the working directory. The XDG folders do not exist at first:
    making them is mend's job. In the values of `overrides`, `<dir>` stands for
    `root`.
    """

    def __init__(self, mend: Path | str, overrides: Mapping[str, str] | None = None) -> None:
        self.mend = Path(mend).resolve(strict=True)
        # Resolved, so that a path in an output has one spelling to look for.
        self.root = Path(tempfile.mkdtemp(prefix="mend-test-")).resolve()
        self.cwd = self.root / "cwd"
        for folder in ("bin", "home", "cwd"):
            make_private_folder(self.root / folder)
        (self.root / "bin" / "mend").symlink_to(self.mend)
        self.env = {
            "HOME": f"{self.root}/home",
            "XDG_DATA_HOME": f"{self.root}/data",
            "XDG_CONFIG_HOME": f"{self.root}/config",
            "XDG_STATE_HOME": f"{self.root}/state",
            "XDG_CACHE_HOME": f"{self.root}/cache",
            "PATH": f"{self.root}/bin:/usr/local/bin:/usr/bin:/bin",
            "TZ": "Europe/Berlin",
            "MEND_NOW": NOW,
            "COLUMNS": "80",
            "LC_ALL": "C.UTF-8",
        }
        for key, value in (overrides or {}).items():
            self.env[key] = value.replace("<dir>", str(self.root))

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        for folder, subfolders, _ in os.walk(self.root):
            for each in subfolders:
                path = Path(folder, each)
                if not path.is_symlink():
                    path.chmod(0o700)  # a test may have locked it
        shutil.rmtree(self.root)

    def xdg_home(self, variable: str) -> Path:
        """The folder an XDG variable stands for; as the specification says, not a relative one."""
        value = self.env.get(variable, "")
        if value.startswith("/"):
            return Path(value)
        fallback = {
            "XDG_DATA_HOME": ".local/share",
            "XDG_CONFIG_HOME": ".config",
            "XDG_STATE_HOME": ".local/state",
            "XDG_CACHE_HOME": ".cache",
        }
        return Path(self.env["HOME"]) / fallback[variable]

    @property
    def data(self) -> Path:
        return self.xdg_home("XDG_DATA_HOME") / "mend"

    @property
    def config(self) -> Path:
        return self.xdg_home("XDG_CONFIG_HOME") / "mend"

    @property
    def state(self) -> Path:
        return self.xdg_home("XDG_STATE_HOME") / "mend"

    @property
    def cache(self) -> Path:
        return self.xdg_home("XDG_CACHE_HOME") / "mend"

    def terminal_env(self, **changes: str) -> dict[str, str]:
        """The environment for a pseudo-terminal: the terminal, not COLUMNS, says how wide it is."""
        # Nobody sits there to leave a pager.
        env = {"TERM": "xterm-256color", "PAGER": "cat", **self.env}
        del env["COLUMNS"]
        return {**env, **changes}

    def start(
        self,
        command: Sequence[str | bytes | Path],
        *,
        stdin: int = subprocess.DEVNULL,
        env: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Starts any command here; `env` changes single variables for this run.

        It gets a session of its own: without a controlling terminal nothing
        can prompt behind the test's back, and a hanging run can be ended as a
        whole. The umask is the usual one, so that 0600 is mend's own doing.
        """
        return subprocess.Popen(
            command,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**self.env, **(env or {})},
            cwd=self.cwd,
            start_new_session=True,
            umask=0o022,
        )

    def execute(
        self,
        command: Sequence[str | bytes | Path],
        *,
        stdin: bytes | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float = 60.0,
    ) -> Result:
        """Runs a command to its end. Without `stdin` it reads from /dev/null."""
        source = subprocess.DEVNULL if stdin is None else subprocess.PIPE
        return finish(self.start(command, stdin=source, env=env), stdin=stdin, timeout=timeout)

    def run(
        self,
        *arguments: str | bytes,
        stdin: bytes | None = None,
        env: Mapping[str, str] | None = None,
        prefix: Sequence[str] = (),
        timeout: float = 60.0,
    ) -> Result:
        """Runs mend; `prefix` puts a tracer or limiter in front of it."""
        command = [*prefix, self.root / "bin" / "mend", *arguments]
        return self.execute(command, stdin=stdin, env=env, timeout=timeout)

    def entries(self, journal: str = "main") -> list[dict]:
        """Every entry of a journal as tomllib reads it, by file name and then position.

        Raises tomllib.TOMLDecodeError or UnicodeDecodeError, noting the file,
        when a month file is damaged.
        """
        found: list[dict] = []
        folder = self.data / journal
        for path in sorted(folder.iterdir()) if folder.is_dir() else []:
            if MONTH_FILE.fullmatch(path.name):
                try:
                    found += parse_toml(path.read_bytes()).get("entry", [])
                except ValueError as error:
                    error.add_note(f"in {path}")
                    raise
        return found


def finish(
    process: subprocess.Popen[bytes], *, stdin: bytes | None = None, timeout: float = 60.0
) -> Result:
    """Feeds and awaits a process from Sandbox.start; ends its whole session when time is up."""
    try:
        stdout, stderr = process.communicate(stdin, timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    return Result(process.returncode, stdout, stderr)
