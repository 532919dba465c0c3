#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs end-to-end cases: what does mend print, and what does it leave on disk?

    run_case.py --mend PATH CASE_DIR [--update]
    run_case.py --mend PATH --all tests/cli [--update] [-j N]

A case is a folder tests/cli/<command>/<case>/ with

    cmd             what bash runs; mend is on the PATH, pipes and several lines are fine
    env             KEY=VALUE lines over the usual environment (<dir>: the sandbox)
    stdin           what cmd reads; /dev/null without it
    journal/        the files of journal main beforehand
    data/           the whole XDG_DATA_HOME/mend beforehand, for several journals
    config.toml     the configuration
    damaged         a marker: what is in the data folder need not be valid TOML afterwards

and what is expected of it:

    stdout, stderr  empty when absent
    exit            0 when absent
    journal-after/  the files of journal main afterwards, byte for byte
    data-after/     the same for the whole XDG_DATA_HOME/mend, where other journals change

Without an -after folder, nothing under XDG_DATA_HOME/mend may have changed or
have been made. A .gitkeep stands for "this folder is there, and empty".

What differs from run to run is replaced before comparing: the sandbox by
<dir>, the ids made during the run by <id1>, <id2>… in order of file and
position (also where output shows only their first letters), the id at the end
of an answer by <id> where it is nowhere any more, in names of recovery files
the time by <time>, and in stdout and stderr mend's version by <version>.

What mend made must also be private (0600, folders 0700), and every .toml it
wrote under the data folder must parse.

To accept a change of behaviour: run with --update, read the diff it prints,
and commit the files it wrote. Exit: 0 as expected (or updated), 1 not, 2 usage.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True  # cases run side by side, out of a source tree
from sandbox import PLACEHOLDER, Result, Sandbox, Tree, copy_private, parse_toml, read_tree  # noqa: E402

ID = r"[a-z2-9]{10}"
ID_IN_TOML = re.compile(rf'^[ \t]*id[ \t]*=[ \t]*"({ID})"'.encode(), re.MULTILINE)
ID_IN_JSON = re.compile(rf'"id"[ ]*:[ ]*"({ID})"'.encode())
ID_IN_NAME = re.compile(rf"\.pending-({ID})\.toml$")
# The shortest unique id that lists show has at least four characters.
SHORT_ID = re.compile(rb"(?<![\w-])[a-z2-9]{4,9}(?![\w-])")

# What a command answers ends with the id of what it wrote, which may be gone afterwards.
ANSWER = re.compile(
    rb"^((?:kept|noted|promised|promise|written down|rest|space|back) .*  )([a-z2-9]{4,10})$", re.MULTILINE
)

# A tree as it is compared: path to kind and bytes. Folders only where they are
# empty, because git and readers of a case see nothing else of them.
Files = dict[str, tuple[str, bytes]]


def as_files(tree: Tree) -> Files:
    files: Files = {}
    parents = {path.rpartition("/")[0] or "." for path in tree if path != "."}
    for path, node in tree.items():
        if node.kind != "dir":
            files[path] = (node.kind, node.data)
        elif path not in parents:
            files[f"{path}/"] = ("dir", b"")
    return files


def read_expected(folder: Path, prefix: str = "") -> Files:
    files: Files = {}
    for path, (kind, data) in as_files(read_tree(folder)).items():
        head, _, name = path.rpartition("/")
        if name == PLACEHOLDER:
            path, kind, data = f"{head}/" if head else "./", "dir", b""
        files[(prefix + path).replace("/./", "/")] = (kind, data)
    return files


def write_expected(folder: Path, files: Files) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    for path, (kind, data) in files.items():
        target = folder / path
        if kind == "dir":
            target.mkdir(parents=True, exist_ok=True)
            (target / PLACEHOLDER).touch()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if kind == "link":
            target.symlink_to(os.fsdecode(data))
        else:
            target.write_bytes(data)


def of_main(files: Files) -> Files:
    return {path: value for path, value in files.items() if path == "main" or path.startswith("main/")}


def without_main(files: Files) -> Files:
    return {path: value for path, value in files.items() if path not in of_main(files)}


def ids_in(files: Files) -> list[str]:
    """Ids in order of file and position, each once.

    Files sort as if all ids were alike: a pending file has a random id in its
    name, and the order of two of them must not depend on it.
    """

    def key(path: str) -> tuple[str, bytes]:
        return ID_IN_NAME.sub(".pending-.toml", path), ID_IN_TOML.sub(b"id", files[path][1])

    found: dict[str, None] = {}
    for path in sorted(files, key=key):
        found |= dict.fromkeys(ID_IN_NAME.findall(path))
        found |= dict.fromkeys(each.decode() for each in ID_IN_TOML.findall(files[path][1]))
    return list(found)


@dataclass
class Scrubber:
    """Replaces what differs from run to run."""

    folder: str
    version: bytes | None
    new_ids: list[str]

    def bytes(self, data: bytes) -> bytes:
        data = data.replace(os.fsencode(self.folder), b"<dir>")
        data = re.sub(rb"recovery/words-\d+(\.\d+)?\.", b"recovery/words-<time>.", data)
        for number, each in enumerate(self.new_ids, 1):
            data = data.replace(each.encode(), b"<id%d>" % number)
        return data

    def files(self, files: Files) -> Files:
        return {
            os.fsdecode(self.bytes(os.fsencode(path))): (kind, self.bytes(data))
            for path, (kind, data) in files.items()
        }

    def stream(self, data: bytes, expected: bytes) -> bytes:
        """As bytes(), with version and shortened ids.

        Once in some hundred thousand runs an id begins like a word of the
        output; a word that is expected as it stands is therefore left alone.
        """
        data = self.bytes(data)
        if self.version:
            data = re.sub(rb"(?<![\w.])" + re.escape(self.version) + rb"(?!\w|\.\w)", b"<version>", data)
        words = set(SHORT_ID.findall(expected))

        def name(match: re.Match[bytes]) -> bytes:
            word = match[0]
            numbers = [n for n, each in enumerate(self.new_ids, 1) if each.startswith(word.decode())]
            return b"<id%d>" % numbers[0] if len(numbers) == 1 and word not in words else word

        return ANSWER.sub(rb"\1<id>", SHORT_ID.sub(name, data))


def version_of(mend: Path) -> bytes | None:
    with Sandbox(mend) as sandbox:
        result = sandbox.run("--version")
    found = re.search(rb"\d+\.\d+[\w.+~-]*", result.stdout)
    return found[0].rstrip(b".") if found and result.exit == 0 else None


def visible_lines(data: bytes) -> list[str]:
    """Lines for a diff on any terminal: whatever is not plainly printable is spelled out."""
    lines = data.split(b"\n")
    last = lines.pop()

    def show(line: bytes) -> str:
        text = line.decode("utf-8", "backslashreplace")
        return "".join(
            c if c.isprintable() or c == "\t" else c.encode("unicode_escape").decode() for c in text
        )

    shown = [show(line) for line in lines]
    if last:
        shown += [show(last), "\\ no newline at the end"]
    return shown


def diff(name: str, expected: bytes, actual: bytes) -> list[str]:
    if expected == actual:
        return []
    lines = difflib.unified_diff(
        visible_lines(expected), visible_lines(actual), f"expected {name}", f"actual {name}", lineterm=""
    )
    return ["\n".join(lines)]


def diff_files(expected: Files, actual: Files) -> list[str]:
    problems: list[str] = []
    for path in sorted(expected.keys() | actual.keys()):
        kind, data = expected.get(path, ("nothing", b""))
        actual_kind, actual_data = actual.get(path, ("nothing", b""))
        if kind != actual_kind:
            problems.append(f"{path}: expected {kind}, found {actual_kind}")
        problems += diff(path, data, actual_data)
    return problems


@dataclass(frozen=True)
class Run:
    """What one run of a case did. Trees are those of the XDG folders, by variable."""

    result: Result
    folder: str
    before: dict[str, Tree]
    after: dict[str, Tree]
    data_before: Files
    data_after: Files
    state_after: Files


class Case:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes:
        path = self.folder / name
        return path.read_bytes() if path.exists() else b""

    def has(self, name: str) -> bool:
        return (self.folder / name).exists()

    def environment(self) -> dict[str, str]:
        lines = self.read("env").decode().splitlines()
        return {key: value for key, _, value in (line.partition("=") for line in lines if line.strip())}

    def run(self, mend: Path) -> Run:
        homes = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
        with Sandbox(mend, self.environment()) as sandbox:
            if self.has("data"):
                copy_private(self.folder / "data", sandbox.data)
            if self.has("journal"):
                copy_private(self.folder / "journal", sandbox.data / "main")
            if self.has("config.toml"):
                copy_private(self.folder / "config.toml", sandbox.config / "config.toml")
            # A copy, so that bash's own messages name a file of the sandbox.
            script = sandbox.root / "cmd"
            shutil.copyfile(self.folder / "cmd", script)

            before = {each: read_tree(sandbox.xdg_home(each)) for each in homes}
            data_before = as_files(read_tree(sandbox.data))
            result = sandbox.execute(
                [shutil.which("bash") or "bash", "--noprofile", "--norc", script],
                stdin=self.read("stdin") if self.has("stdin") else None,
            )
            return Run(
                result=result,
                folder=str(sandbox.root),
                before=before,
                after={each: read_tree(sandbox.xdg_home(each)) for each in homes},
                data_before=data_before,
                data_after=as_files(read_tree(sandbox.data)),
                state_after=as_files(read_tree(sandbox.state)),
            )


def make_scrubber(run: Run, version: bytes | None) -> Scrubber:
    """Knows the ids of the run: of the journals, then those that are only elsewhere.

    What was taken back or could not be saved is left in the state folder, and
    a dry run only prints it.
    """
    printed = run.result.stdout + b"\n" + run.result.stderr
    elsewhere = ID_IN_TOML.findall(printed) + ID_IN_JSON.findall(printed)
    known = set(ids_in(run.data_before))
    every = [*ids_in(run.data_after), *ids_in(run.state_after), *(each.decode() for each in elsewhere)]
    new = [each for each in dict.fromkeys(every) if each not in known]
    return Scrubber(run.folder, version, new)


def compare(case: Case, run: Run, scrub: Scrubber) -> list[str]:
    problems: list[str] = []
    for name, data in (("stdout", run.result.stdout), ("stderr", run.result.stderr)):
        expected = case.read(name)
        problems += diff(name, expected, scrub.stream(data, expected))

    expected_exit = int(case.read("exit") or b"0")
    if run.result.exit != expected_exit:
        problems.append(f"exit: expected {expected_exit}, found {run.result.exit}")

    before, after = run.data_before, run.data_after
    if case.has("data-after"):
        return problems + diff_files(read_expected(case.folder / "data-after"), scrub.files(after))
    if case.has("journal-after"):
        expected_files = read_expected(case.folder / "journal-after", "main/")
        problems += diff_files(expected_files, of_main(scrub.files(after)))
    elif of_main(before) != of_main(after):
        problems += diff_files(of_main(before), of_main(scrub.files(after)))
    if without_main(before) != without_main(after):
        problems += diff_files(without_main(before), without_main(scrub.files(after)))
    return problems


def check_modes(run: Run) -> list[str]:
    """What the run made is for its owner alone, folders up to the XDG one included."""
    problems: list[str] = []
    for home, tree in run.after.items():
        for path, node in tree.items():
            wanted = {"file": 0o600, "dir": 0o700}.get(node.kind)
            if path not in run.before[home] and wanted not in (None, node.mode):
                problems.append(f"${home}/{path}: mode is {node.mode:04o}, should be {wanted:04o}")
    return problems


def check_toml(run: Run) -> list[str]:
    problems: list[str] = []
    for path, value in run.data_after.items():
        if path.endswith(".toml") and value[0] == "file" and run.data_before.get(path) != value:
            try:
                parse_toml(value[1])
            except ValueError as error:
                problems.append(f"{path}: not valid TOML: {error}")
    return problems


def update(case: Case, run: Run, scrub: Scrubber) -> None:
    def write(name: str, data: bytes) -> None:
        if data:
            (case.folder / name).write_bytes(data)
        else:
            (case.folder / name).unlink(missing_ok=True)

    for name, data in (("stdout", run.result.stdout), ("stderr", run.result.stderr)):
        write(name, scrub.stream(data, case.read(name)))
    write("exit", b"%d\n" % run.result.exit if run.result.exit else b"")

    for name in ("journal-after", "data-after"):
        if case.has(name):
            shutil.rmtree(case.folder / name)
    before, after = run.data_before, run.data_after
    if without_main(before) != without_main(after):
        write_expected(case.folder / "data-after", scrub.files(after))
    elif of_main(before) != of_main(after):
        main = scrub.files(of_main(after))
        write_expected(
            case.folder / "journal-after", {path.removeprefix("main/") or ".": main[path] for path in main}
        )


@dataclass(frozen=True)
class Verdict:
    """What is not as expected, and what no expectation can excuse; `accept` makes the former expected."""

    differences: list[str]
    broken: list[str]
    accept: Callable[[], None] = lambda: None


def judge(folder: Path, mend: Path, version: bytes | None) -> Verdict:
    case = Case(folder)
    try:
        run = case.run(mend)
    except subprocess.TimeoutExpired as error:
        return Verdict([], [f"did not end within {error.timeout:.0f} seconds"])
    scrub = make_scrubber(run, version)
    broken = check_modes(run) + ([] if case.has("damaged") else check_toml(run))
    return Verdict(compare(case, run, scrub), broken, lambda: update(case, run, scrub))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mend", type=Path, required=True, metavar="PATH", help="the program under test")
    parser.add_argument("case", type=Path, nargs="?", metavar="CASE_DIR")
    parser.add_argument("--all", type=Path, metavar="ROOT", help="run every case below ROOT")
    parser.add_argument("--update", action="store_true", help="print the diff, then accept it")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count(), metavar="N")
    options = parser.parse_args()

    if (options.case is None) == (options.all is None):
        parser.error("give either one CASE_DIR or --all ROOT")
    if not os.access(options.mend, os.X_OK):
        parser.error(f"cannot run {options.mend}")
    if options.case:
        folders = [options.case]
    else:
        folders = sorted(path.parent for path in options.all.rglob("cmd") if path.is_file())
    if not folders or not all((folder / "cmd").is_file() for folder in folders):
        parser.error(f"no case (a folder with a file cmd) at {options.case or options.all}")

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    version = version_of(options.mend)
    bad = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        verdicts = pool.map(lambda folder: judge(folder, options.mend, version), folders)
        for folder, verdict in zip(folders, verdicts):
            problems = verdict.differences + verdict.broken
            if problems:
                print(f"== {folder}", *problems, sep="\n", flush=True)
            if verdict.differences and options.update:
                verdict.accept()
                print("updated")
            bad += bool(verdict.broken if options.update else problems)
    if options.all:
        print(f"{len(folders)} cases, {bad} not as expected")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
