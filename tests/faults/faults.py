# SPDX-License-Identifier: MIT
"""What the fault tests share: options, counting of checks, loud skips, strace, prepared homes."""

from __future__ import annotations

import argparse
import concurrent.futures
import dataclasses
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

from sandbox import (
    MONTH_FILE,
    Result,
    Sandbox,
    Tree,
    copy_private,
    make_private_folder,
    read_tree,
)

SKIPPED = 77

# All a command may end with; see "Exit codes" in the design of the commands.
DOCUMENTED_EXITS = {0, 1, 2, 65, 73, 74, 75, 130}

# No time zone file is read, so every file that mend opens is one of its own.
PLAIN_ZONE = {"TZ": "UTC0"}

TEMPORARY = re.compile(r"(?:^|/)\.mend-[^/]*$")
NEW_ID = re.compile(rb'(?<=id = ")[a-z2-9]{10}(?=")')


class Checks:
    """Counts what was looked at; prints what does not hold, at once."""

    most_shown = 60  # one mistake can fail hundreds of checks

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.failures: list[str] = []
        self.skips: list[str] = []

    def expect(self, holds: object, what: str) -> bool:
        self.count += 1
        if not holds:
            self.failures.append(what)
            if len(self.failures) <= self.most_shown:
                print(f"FAIL {self.name}: {what}", flush=True)
        return bool(holds)

    def equal(self, got: object, expected: object, what: str) -> bool:
        return self.expect(got == expected, f"{what}: got {short(got)}, expected {short(expected)}")

    def skip(self, why: str) -> None:
        self.skips.append(why)
        print(f"SKIPPED: {self.name}: {why}", flush=True)

    def finish(self) -> int:
        """The exit status: 1 when anything failed, else 77 when anything could not be tried."""
        print(
            f"{self.name}: {self.count} checks, {len(self.failures)} failed,"
            f" {len(self.skips)} parts skipped"
        )
        if self.failures:
            return 1
        return SKIPPED if self.skips else 0


def short(value: object, longest: int = 400) -> str:
    text = repr(value)
    return text if len(text) <= longest else f"{text[:longest]}... ({len(text)} characters)"


def parse_options(description: str | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mend", type=Path, required=True, help="the program under test")
    parser.add_argument("--source", type=Path, required=True, help="the repository")
    parser.add_argument("--long", action="store_true", help="everything, not a sample")
    parser.add_argument("--show", type=int, default=60, help="how many failures to print")
    options = parser.parse_args()
    Checks.most_shown = options.show
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup all programs would ignore it
    return options


def need(*programs: str) -> None:
    """Ends the test as skipped when a program it cannot do without is missing."""
    for program in programs:
        if shutil.which(program) is None:
            print(f"SKIPPED: {program} is not installed")
            sys.exit(SKIPPED)


def why_no_strace() -> str:
    """What keeps strace from injecting here; empty when nothing does."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    command = ["strace", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true"]
    if subprocess.run(command, capture_output=True).returncode != 0:
        return "strace may not trace here"
    return ""


def need_strace() -> None:
    if why := why_no_strace():
        print(f"SKIPPED: {why}")
        sys.exit(SKIPPED)


def use_memory() -> None:
    """Sandboxes made from now on lie in memory, where there is such a place: fsync costs nothing."""
    if os.access("/dev/shm", os.W_OK | os.X_OK):
        tempfile.tempdir = "/dev/shm"


def run_parallel(jobs: Iterable[Callable[[], None]]) -> None:
    """Runs all jobs, a few at a time; an exception in one of them comes out here."""
    with concurrent.futures.ThreadPoolExecutor(max(2, os.cpu_count() or 1)) as pool:
        for future in [pool.submit(job) for job in jobs]:
            future.result()


# --- Mounting ---------------------------------------------------------------------------------

INSIDE = "MEND_TEST_INSIDE_NAMESPACE"


def enter_namespace() -> None:
    """Runs the test again where it may mount, unseen by others and gone when it ends.

    Ends as skipped where that is impossible.
    """
    if os.environ.get(INSIDE):
        return
    need("unshare", "mount", "umount")
    options = ["--mount"] if os.geteuid() == 0 else ["--user", "--map-root-user", "--mount"]
    command = ["unshare", *options, "--propagation", "private"]
    probe = [*command, "mount", "-t", "tmpfs", "none", "/mnt"]
    if subprocess.run(probe, capture_output=True).returncode != 0:
        print("SKIPPED: nothing may be mounted here (this needs root or user namespaces)")
        sys.exit(SKIPPED)
    os.environ[INSIDE] = "yes"
    os.execvp(command[0], [*command, sys.executable, *sys.argv])


def is_real_root() -> bool:
    uid_map = Path("/proc/self/uid_map").read_text().split()
    return os.geteuid() == 0 and uid_map[:2] == ["0", "0"]


# --- Injecting --------------------------------------------------------------------------------


def strace(*expressions: str, log: Path | str = "/dev/null", trace: str = "") -> list[str]:
    """A prefix for Sandbox.run. It ends as the traced program does, by signal too."""
    command = ["strace", "-f", "-qq", "-o", str(log)]
    if trace:
        command += ["-e", f"trace={trace}"]
    for expression in expressions:
        command += ["-e", f"inject={expression}"]
    return command


@dataclasses.dataclass(frozen=True)
class Call:
    """One system call of a trace: what was asked, and what came of it."""

    name: str
    text: str  # arguments and result, as strace writes them


CALL = re.compile(r"^\d+ +(?:\d+\.\d+ )?(\w+)\((.*)$")


def parse_trace(text: str) -> list[Call]:
    return [Call(found[1], found[2]) for line in text.splitlines() if (found := CALL.match(line))]


# --- Homes and what must hold in them ---------------------------------------------------------


def write_month(box: Sandbox, name: str, text: str | bytes, journal: str = "main") -> Path:
    """A month file as somebody wrote it by hand."""
    path = box.data / journal / name
    make_private_folder(path.parent)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    path.chmod(0o600)
    return path


def entry(id: str, text: str, day: str = "2026-11-20", more: str = "") -> str:
    return (
        f'[[entry]]\nid = "{id}"\nday = {day}\nat = {day}T08:00:00+01:00\n'
        f'kind = "action"\nstep = "consistency"\ntext = "{text}"\n{more}'
    )


def write_config(box: Sandbox, text: str) -> None:
    make_private_folder(box.config)
    (box.config / "config.toml").write_text(text)


def copy_home(source: Sandbox, target: Sandbox) -> None:
    """Takes over what the source recorded, its undo history with it."""
    for folder in ("data", "state", "config"):
        if (source.root / folder).exists():
            copy_private(source.root / folder, target.root / folder)
    # An undo history knows where its journal is.
    for owner in (target.state / "undo").rglob("journal.toml"):
        owner.write_text(owner.read_text().replace(str(source.root), str(target.root)))


def files_of(tree: Tree) -> Tree:
    """The files alone: a save that failed may have made the folder it needed."""
    return {name: node for name, node in tree.items() if node.kind != "dir"}


def temporaries_in(tree: Tree) -> list[str]:
    return sorted(name for name in tree if TEMPORARY.search(name))


def without_temporaries(tree: Tree) -> Tree:
    return {name: node for name, node in tree.items() if not TEMPORARY.search(name)}


def journal_files(box: Sandbox) -> Tree:
    return files_of(read_tree(box.data))


def with_ids_hidden(tree: Tree, known: Mapping[str, object] | bytes) -> Tree:
    """The tree with every id that is not in `known` made the same, in contents and names."""
    old = known if isinstance(known, bytes) else all_bytes(known)
    new = {id for id in NEW_ID.findall(all_bytes(tree)) if id not in old}

    def hide(data: bytes) -> bytes:
        for id in new:
            data = data.replace(id, b"newidnewid")
        return data

    return {
        hide(name.encode()).decode(): dataclasses.replace(node, data=hide(node.data))
        for name, node in tree.items()
    }


def all_bytes(tree: Mapping[str, object]) -> bytes:
    return b"\0".join(node.data for node in tree.values())


def recovery_files(box: Sandbox) -> list[Path]:
    folder = box.state / "recovery"
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not TEMPORARY.search(path.name))


def is_kept_outside(box: Sandbox, result: Result, text: bytes) -> str:
    """Why the words are not in a private recovery file that is named, nor on stderr; or nothing."""
    for path in recovery_files(box):
        if text in path.read_bytes():
            mode = path.stat().st_mode & 0o777
            if mode != 0o600:
                return f"the recovery file has mode {mode:o}"
            if os.fsencode(path) not in result.stderr:
                return "the recovery file is not named on stderr"
            return ""
    return "" if text in result.stderr else "the words are in no recovery file and not on stderr"


def listed(box: Sandbox, *arguments: str) -> list[dict]:
    """What `list --json` shows, whatever its exit code."""
    return json.loads(box.run("list", "--json", *arguments).stdout)["entries"]


def says(result: Result) -> str:
    stderr = re.sub(rb"/\S*mend-test-\w+", b"<dir>", result.stderr)
    return f"exit {result.exit}, stderr {short(stderr)}"


def month_files(box: Sandbox) -> list[Path]:
    folder = box.data / "main"
    return sorted(path for path in folder.iterdir() if MONTH_FILE.fullmatch(path.name))
