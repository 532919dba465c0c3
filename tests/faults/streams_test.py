# SPDX-License-Identifier: MIT
"""Closed, full and broken standard streams harm no data, and are not taken for success.

All eight ways to close stdin, stdout and stderr, /dev/full, pipes nobody reads, and odd inputs: what
was saved is right, a stdout that failed ends with a non-zero code, stderr (where there is one) says
that it was saved when it was, and nothing but records is ever in a records file.

Seen red with builds of mend that: leave closed descriptors closed and SIGPIPE alone (records are
opened as descriptor 1; a closed pipe ends it with -13), do not look at what became of stdout
(exit 0).
"""

from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import faults
from faults import Checks
from sandbox import Result, Sandbox

OLD = "format = 1\n\n" + faults.entry("aaaa111111", "the first of all")
NEW = "what I did"

SAVED_BUT_NOT_SHOWN = 74


def redirected(*redirections: str) -> list[str]:
    """Runs what follows through a shell that redirects its streams first."""
    return ["sh", "-c", f'exec "$@" {" ".join(redirections)}', "sh"]


def judge_records(checks: Checks, box: Sandbox, texts: list[str], what: str) -> None:
    try:
        found = [each.get("text") for each in box.entries()]
    except ValueError as error:
        checks.expect(False, f"{what}: the month file is damaged: {error}")
        return
    checks.equal(found, texts, f"{what}: texts in the journal")
    for name, node in faults.files_of(faults.read_tree(box.root / "data")).items():
        for word in (b"kept ", b"mend:", b'"schema"'):
            checks.expect(word not in node.data, f"{what}: {word!r} was written into {name}")
    for place in ("state", "config"):
        for name, node in faults.files_of(faults.read_tree(box.root / place)).items():
            checks.expect(b"kept " not in node.data, f"{what}: an answer in {place}/{name}")


def says_saved(result: Result) -> bool:
    return b"saved" in result.stderr and b"nothing was saved" not in result.stderr


def check_closed(mend: Path, checks: Checks) -> None:
    commands = {
        "log": ("log", "c", NEW),
        "note": ("note", "e", "-"),
        "today": ("today",),
        "list": ("list", "--json"),
    }
    for closed in itertools.product((False, True), repeat=3):
        no_input, no_output, no_error = closed
        names = [each for each, is_closed in zip(("<&-", ">&-", "2>&-"), closed) if is_closed]
        for is_first in (False, True):
            for name, command in commands.items():
                what = f"{name}{' (first ever)' if is_first else ''} {' '.join(names)}"
                with Sandbox(mend, faults.PLAIN_ZONE) as box:
                    if not is_first:
                        faults.write_month(box, "2026-11.toml", OLD)
                    old = [] if is_first else ["the first of all"]
                    result = box.run(*command, stdin=NEW.encode(), prefix=redirected(*names))
                    what += f" ({faults.says(result)})"
                    checks.expect(result.exit in faults.DOCUMENTED_EXITS, f"{what}: exit")
                    is_saving = name == "log" or (name == "note" and not no_input)
                    judge_records(checks, box, old + [NEW] if is_saving else old, what)
                    if name == "note" and no_input:
                        checks.expect(result.exit in (2, 74), f"{what}: there is no text to read")
                    elif no_output:
                        checks.equal(result.exit, SAVED_BUT_NOT_SHOWN, f"{what}: stdout failed")
                        if is_saving and not no_error:
                            checks.expect(says_saved(result), f"{what}: stderr says it was saved")
                    else:
                        checks.equal(result.exit, 0, f"{what}: exit")
                    if no_output:
                        checks.expect(not result.stdout, f"{what}: stdout")


def check_numbers(mend: Path, checks: Checks) -> None:
    """No records file may ever get the number of a standard stream: a stray write would hit it."""
    if why := faults.why_no_strace():
        checks.skip(f"{why}; the numbers of descriptors were not looked at")
        return
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        log = box.root / "trace"
        tracing = faults.strace(log=log, trace="openat,open")
        for names in (["<&-"], [">&-"], ["2>&-"], ["<&-", ">&-", "2>&-"]):
            box.run("log", "c", NEW, prefix=[*tracing, *redirected(*names)])
            opened = [call.text for call in faults.parse_trace(log.read_text())]
            ours = [text for text in opened if f"{box.root}/data" in text]
            checks.expect(ours, f"log {' '.join(names)}: it opens records")
            low = [text for text in ours if re.search(r"= [012]\b", text)]
            checks.expect(not low, f"log {' '.join(names)}: records in place of a stream: {low}")


def check_full(mend: Path, checks: Checks) -> None:
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        texts = []

        def run(*command: str, stdin: bytes | None = None, into: tuple[str, ...]) -> Result:
            return box.run(*command, stdin=stdin, prefix=redirected(*into))

        for number, into in enumerate([(">/dev/full",), (">/dev/full", "2>/dev/full")]):
            text = f"full {number}"
            result = run("log", "c", text, into=into)
            texts.append(text)
            what = f"log {' '.join(into)} ({faults.says(result)})"
            checks.equal(result.exit, SAVED_BUT_NOT_SHOWN, f"{what}: exit")
            if len(into) == 1:
                checks.expect(says_saved(result), f"{what}: stderr says it was saved")
            judge_records(checks, box, texts, what)

        result = run("log", "c", "only stderr", into=("2>/dev/full",))
        texts.append("only stderr")
        checks.equal(result.exit, 0, "log 2>/dev/full: exit")
        result = run("log", "-q", "c", "quiet", into=(">/dev/full",))
        texts.append("quiet")
        checks.equal(result.exit, 0, "log -q >/dev/full, which prints nothing: exit")
        result = run("note", "e", "-", stdin=b"by pipe\n", into=(">/dev/full",))
        texts.append("by pipe")
        checks.equal(result.exit, SAVED_BUT_NOT_SHOWN, "note - >/dev/full: exit")
        for command in (
            ("today",),
            ("list",),
            ("list", "--json"),
            ("streak",),
            ("show", "@1"),
            ("status",),
            ("path",),
            ("journals",),
            ("help",),
            ("--version",),
            ("rest", "tomorrow"),
            ("rm", "@1"),
            ("undo",),
        ):
            result = run(*command, into=(">/dev/full",))
            what = f"{' '.join(command)} >/dev/full ({faults.says(result)})"
            checks.equal(result.exit, SAVED_BUT_NOT_SHOWN, f"{what}: exit")
            checks.expect(result.stderr, f"{what}: stderr says why")
            if command[0] in ("rest", "rm", "undo"):
                checks.expect(
                    b"saved" in result.stderr or b"done" in result.stderr,
                    f"{what}: stderr says it was done",
                )
        judge_records(checks, box, [*texts, None], "after rest, rm and undo")


def run_into_closed_pipe(box: Sandbox, *command: str) -> Result:
    """Its stdout is a pipe whose reader is gone already: `| head -0`, without the race."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [box.root / "bin" / "mend", *command],
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=box.env,
        cwd=box.cwd,
        timeout=60,
    )
    os.close(writing)
    return Result(done.returncode, b"", done.stderr)


def check_pipes(mend: Path, checks: Checks) -> None:
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        result = run_into_closed_pipe(box, "log", "c", NEW)
        what = f"log | nobody ({faults.says(result)})"
        checks.equal(result.exit, SAVED_BUT_NOT_SHOWN, f"{what}: exit")
        checks.expect(says_saved(result), f"{what}: stderr says it was saved")
        judge_records(checks, box, [NEW], what)
        for command in (("today",), ("list", "--json"), ("rm", "@1"), ("undo",)):
            result = run_into_closed_pipe(box, *command)
            what = f"{command[0]} | nobody ({faults.says(result)})"
            checks.equal(result.exit, SAVED_BUT_NOT_SHOWN, f"{what}: exit")
        judge_records(checks, box, [NEW], "after rm and undo | nobody")

        # More than a pipe holds, so that the reader is gone in the middle of it.
        faults.write_month(
            box,
            "2026-10.toml",
            "format = 1\n" + "".join(
                faults.entry(f"long{number:06}", "x" * 400, "2026-10-05") for number in range(1000)
            ),
        )
        lines = "mend log c 'in a pipe' | head -0; mend list | head -1 | wc -l; mend list | head -c 9"
        result = box.execute(["sh", "-c", lines])
        checks.equal(result.exit, 0, f"head ({faults.says(result)}): exit")
        checks.expect(b"1\n" in result.stdout, f"head: {result.stdout!r}")
        texts = [each.get("text") for each in box.entries()][-2:]
        checks.equal(texts, [NEW, "in a pipe"], "head: texts in the journal")


def check_input(mend: Path, checks: Checks) -> None:
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        box.run("log", "c", NEW)

        def refused(what: str, result: Result, *exits: int) -> None:
            what += f" ({faults.says(result)})"
            checks.expect(result.exit in exits, f"{what}: exit")
            checks.expect(result.stderr, f"{what}: stderr says why")
            judge_records(checks, box, [NEW], what)

        note = ("note", "e", "-")
        refused("note - of a folder", box.run(*note, prefix=redirected("</")), 74)
        refused("note - of nothing", box.run(*note), 2)
        refused("note - of an end of line", box.run(*note, stdin=b"\n"), 2)
        result = box.run(*note, stdin=b"good \xff bad")
        refused("note - of what is not UTF-8", result, 2)
        checks.expect(b"6" in result.stderr, f"the offset of the bad byte: {result.stderr!r}")
        refused("note - of /dev/zero", box.run(*note, prefix=redirected("</dev/zero")), 2, 74)
        refused("text in a pipe that nobody asked for", box.run("log", "c", stdin=b"text"), 2)

        # Interrupted in the middle of a line.
        process = box.start([box.root / "bin" / "mend", *note], stdin=subprocess.PIPE)
        process.stdin.write(b"half a sen")
        process.stdin.flush()
        os.kill(process.pid, signal.SIGINT)
        try:
            process.stdin.close()
        except BrokenPipeError:
            pass
        process.stdin = None
        stderr = process.communicate(timeout=20)[1]
        checks.expect(
            process.returncode in (130, -signal.SIGINT, 0),
            f"interrupted while reading: exit {process.returncode}, {stderr!r}",
        )


def check_interrupted_import(mend: Path, checks: Checks) -> None:
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        rows = [f"2020-01-01,note,honesty,row {number}" for number in range(100_000)]
        (box.root / "rows.csv").write_text("\n".join(["day,kind,step,text", *rows]) + "\n")
        command = [box.root / "bin" / "mend", "import", box.root / "rows.csv", "--from", "csv"]
        process = box.start(command, stdin=subprocess.DEVNULL)
        time.sleep(0.3)
        os.kill(process.pid, signal.SIGINT)
        stderr = process.communicate(timeout=60)[1]
        checks.expect(
            process.returncode in (130, -signal.SIGINT),
            f"import interrupted: exit {process.returncode}, {stderr!r}",
        )
        checks.expect(not list(box.data.rglob("20*.toml")), "an interrupted import wrote a month")


def main() -> int:
    options = faults.parse_options(__doc__)
    checks = Checks("streams")
    check_closed(options.mend, checks)
    check_numbers(options.mend, checks)
    check_full(options.mend, checks)
    check_interrupted_import(options.mend, checks)
    check_pipes(options.mend, checks)
    check_input(options.mend, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
