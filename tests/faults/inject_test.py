# SPDX-License-Identifier: MIT
"""Every system call of every writing command fails once, in every way.

For each command a clean run counts its calls; then call N of each kind fails, for every N. After
each run: every file of the journal is byte for byte as before or as after, never between; the exit
code is a documented one; exit 0 means it is after; whatever else it is, no word is lost (it is in
the journal, in a private recovery file that stderr names, on stderr, or `undo` brings it back);
stderr never denies a save that happened; an interrupted call (EINTR) is no failure; and the next
command works. What only reads fails to read, too: it says so or answers as without the fault.

A check-in has a terminal, and its words count from when they are typed. The short form fails every
write, fsync and rename in every way, and each open and read once; `--long` every call in every way, once
and from then on.

Seen red with builds of mend that: rewrite in place (before-or-after fails on every write and
fsync), give up on EINTR, take a short write for a whole one, take a failed write for success
("exit 0, but the files are not as after"), write no recovery file and say nothing, take
a read error for the end of the file.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import faults
import on_terminal
import short_write
from faults import Call, Checks
from sandbox import Result, Sandbox, Tree, make_private_folder

COUNTED = (
    "write,fsync,rename,renameat2,openat,open,close,newfstatat,fstat,mkdir,fchmod,fchown,unlink,"
    "read,flock,readlink,getdents64,chmod,link,getrandom"
)
SAMPLE = {"write", "fsync", "rename", "renameat2"}
LOOKS = {"openat", "read", "getdents64"}  # in the short form with one error: what could not be seen?
ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EINTR")

# What Linux documents as interruptible, or is on the way to every file. rename, mkdir and the like
# cannot be interrupted on any file system that mend is likely to meet; they must still not harm.
INTERRUPTIBLE = {"write", "fsync", "openat", "open", "close", "read", "flock", "getrandom"}

# A call that fails may leave a temporary behind only when it is the one that cleans up.
CLEANING = {"unlink"}

TEXT = "words that must not be lost: é \"quoted\" #1"
OLD = (
    "# my own comment\nformat = 1\n\n"
    + faults.entry("aaaa111111", "the first of all")
    + "\n# kept\n"
    + faults.entry("bbbb222222", "the second of all", more='mine = "a key of my own"\n')
)
OTHER_MONTH = "format = 1\n\n" + faults.entry("cccc333333", "long ago", day="2026-10-05")


@dataclasses.dataclass
class Scenario:
    """A command and the home it runs in.

    `words` are those that must survive it; `typed` those that came with it, if it fails.
    """

    name: str
    arguments: tuple[str, ...]
    words: tuple[bytes, ...]
    prepare: Callable[[Sandbox], None] = lambda box: None
    stdin: bytes | None = None
    is_undone_by_undo: bool = False  # nobody typed the words now: `undo` may hold them
    is_several_files: bool = False  # each file is before or after, not all of them together
    typed: tuple[bytes, ...] = ()
    dialogue: tuple[tuple[str, str], ...] = ()  # on a terminal: what is asked, and what is typed then

    def prefix(self, before: Sequence[str]) -> list[str]:
        if not self.dialogue:
            return list(before)
        return [sys.executable, on_terminal.__file__, json.dumps(self.dialogue), *before]


def month(box: Sandbox) -> None:
    faults.write_month(box, "2026-11.toml", OLD)


def two_months(box: Sandbox) -> None:
    month(box)
    faults.write_month(box, "2026-10.toml", OTHER_MONTH)


def month_of_one(box: Sandbox) -> None:
    assert box.run("log", "c", "the only one").exit == 0


def logged(box: Sandbox) -> None:
    month(box)
    assert box.run("log", "c", "to be taken back").exit == 0


def removed(box: Sandbox) -> None:
    month(box)
    assert box.run("rm", "aaaa").exit == 0


def removed_in_two(box: Sandbox) -> None:
    two_months(box)
    assert box.run("rm", "aaaa", "cccc").exit == 0


def promised(box: Sandbox) -> None:
    lines = 'kind = "promise"', 'step = "consistency"', 'text = "call"', "due = 2026-11-30"
    head = '[[entry]]\nid = "pppp222222"\nday = 2026-11-20\n'
    faults.write_month(box, "2026-11.toml", OLD + "\n" + head + "\n".join(lines) + "\n")


def brought(box: Sandbox) -> None:
    month(box)
    rows = "id,day,kind,step,text\ndddd444444,2026-11-16,note,empathy,from elsewhere\n"
    make_private_folder(box.root / "config")
    (box.root / "config" / "rows.csv").write_text(rows)


def settings(box: Sandbox) -> None:
    faults.write_month(box, "journal.toml", 'role = "healing"  # the first of all\n')


def own_action(box: Sandbox) -> None:
    settings(box)
    assert box.run("action", "add", "call", "at noon", "--step", "c").exit == 0


def taken_back(box: Sandbox) -> None:
    logged(box)
    assert box.run("undo").exit == 0


def damaged(box: Sandbox) -> None:
    faults.write_month(box, "2026-11.toml", OLD + '\n[[entry]]\nid = "broken\n')


def linked(box: Sandbox) -> None:
    month(box)
    path = box.data / "main" / "2026-11.toml"
    target = box.data / "elsewhere.toml"
    path.rename(target)
    path.symlink_to("../elsewhere.toml")


FIRST, SECOND, THIRD = b"the first of all", b"the second of all", b"long ago"
RAW = TEXT.encode().replace(b'"', b'\\"')

SCENARIOS = [
    Scenario("log", ("log", "c", TEXT), (RAW, FIRST, SECOND), month),
    Scenario("log, the first ever", ("log", "c", TEXT), (RAW,)),
    Scenario(
        "note",
        ("note", "e", "-", "-f", "they_felt=alone with it", "-t", "school"),
        (b"second line", b"alone with it", FIRST),
        month,
        stdin=b"first line\nsecond line\n",
    ),
    Scenario(
        "setback",
        ("setback", "h", TEXT, "--severity", "breach", "-f", "before=no sleep"),
        (RAW, b"no sleep", FIRST),
        month,
    ),
    Scenario("space begin", ("space", "begin", "--until", "+3d", TEXT), (RAW, FIRST), month),
    Scenario("promise add", ("promise", "add", TEXT, "--due", "fri"), (RAW, FIRST), month),
    Scenario("promise keep", ("promise", "keep"), (FIRST, b'"call"'), promised),
    Scenario("import", ("import", "../config/rows.csv", "--from", "csv"), (FIRST, SECOND), brought),
    Scenario(
        "checkin",
        ("checkin",),
        (RAW, FIRST, SECOND),
        month,
        dialogue=(("q leave > ", "k\n"), ("without words > ", TEXT + "\n"), ("q leave > ", "q\n")),
    ),
    Scenario("action add", ("action", "add", "call", TEXT, "--step", "c"), (RAW, FIRST), settings),
    Scenario("action rename", ("action", "rename", "call", "ring"), (FIRST,), own_action),
    Scenario("rm", ("rm", "aaaa"), (FIRST, SECOND), month, is_undone_by_undo=True),
    Scenario("rm, the only one", ("rm", "@1"), (b"the only one",), month_of_one, None, True),
    Scenario("undo of log", ("undo",), (FIRST, SECOND), logged),
    Scenario("undo of rm", ("undo",), (FIRST, SECOND), removed, None, True),
    Scenario("rest", ("rest", "fri", "--reason", TEXT), (RAW, FIRST), month),
    Scenario(
        "rm in two months",
        ("rm", "aaaa", "cccc"),
        (FIRST, SECOND, THIRD),
        two_months,
        is_undone_by_undo=True,
        is_several_files=True,
    ),
    Scenario(
        "undo of rm in two months",
        ("undo",),
        (FIRST, SECOND, THIRD),
        removed_in_two,
        is_undone_by_undo=True,
        is_several_files=True,
    ),
    Scenario(
        "edit",
        ("edit", "aaaa", "--text", TEXT),
        (FIRST, SECOND),
        month,
        is_undone_by_undo=True,
        typed=(RAW,),
    ),
    # The new month first, then the old: twice for a moment, never nowhere.
    Scenario(
        "edit into another month",
        ("edit", "aaaa", "--on", "2026-10-06"),
        (FIRST, SECOND, THIRD),
        two_months,
        is_several_files=True,
    ),
    Scenario("redo of log", ("redo",), (FIRST, SECOND), taken_back),
    Scenario("log beside a damaged month", ("log", "c", TEXT), (RAW, FIRST, SECOND), damaged),
    Scenario("log through a symlink", ("log", "c", TEXT), (RAW, FIRST, SECOND), linked),
    Scenario("config set", ("config", "set", "role", "both"), (FIRST,), settings),
    Scenario("config set, the first", ("config", "set", "role", "both"), ()),
]


@dataclasses.dataclass(frozen=True)
class Fault:
    """What fails. `prefix` goes in front of the command."""

    call: str
    number: int
    kind: str
    prefix: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.call} {self.number} {self.kind}"


@dataclasses.dataclass(frozen=True)
class Clean:
    """The scenario without a fault: the home it starts from, its calls, the files around it."""

    home: Sandbox
    calls: list[Call]
    before: Tree
    after: Tree


def run_clean(mend: Path, scenario: Scenario, checks: Checks) -> Clean:
    home = Sandbox(mend, faults.PLAIN_ZONE)
    scenario.prepare(home)
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        faults.copy_home(home, box)
        before = faults.journal_files(box)
        log = box.root / "trace"
        result = box.run(
            *scenario.arguments,
            stdin=scenario.stdin,
            prefix=scenario.prefix(faults.strace(log=log, trace="all")),
        )
        checks.equal(result.exit, 0, f"{scenario.name}, clean: exit ({faults.says(result)})")
        after = faults.with_ids_hidden(faults.journal_files(box), faults.all_bytes(before))
        checks.expect(before != after, f"{scenario.name}, clean: something changes")
        calls = [c for c in faults.parse_trace(log.read_text()) if c.name in COUNTED.split(",")]
    return Clean(home, calls, before, after)


def faults_of(clean: Clean, is_long: bool) -> list[Fault]:
    found = []
    counts = Counter(call.name for call in clean.calls)
    for call, count in counts.items():
        if not is_long and call in LOOKS:
            for number in range(1, count + 1):
                found.append(injected(call, number, "EIO", f"error=EIO:when={number}"))
        if not is_long and call not in SAMPLE:
            continue
        for number in range(1, count + 1):
            for error in ERRORS if call != "getrandom" else ("EINTR",):
                found.append(injected(call, number, error, f"error={error}:when={number}"))
            found.append(injected(call, number, "SIGKILL", f"signal=SIGKILL:when={number}"))
            if call == "write":
                found.append(injected(call, number, "taking nothing", f"retval=0:when={number}"))
                found += [shortened(number, most) for most in (1, 100)]
            elif is_long and call != "getrandom":
                # From then on: a full disk does not get better. (Not write: it would gag stderr.)
                for error in ("EIO", "ENOSPC"):
                    found.append(
                        injected(call, number, f"{error} lasting", f"error={error}:when={number}+")
                    )
    return found


def injected(call: str, number: int, kind: str, expression: str) -> Fault:
    return Fault(call, number, kind, tuple(faults.strace(f"{call}:{expression}", trace=call)))


def shortened(number: int, most: int) -> Fault:
    program = str(Path(short_write.__file__))
    return Fault(
        "write", number, f"short, {most} bytes", (sys.executable, program, str(number), str(most))
    )


def judge_files(fault: Fault, scenario: Scenario, clean: Clean, box: Sandbox) -> tuple[str, str]:
    """What is wrong with the journal's files (or nothing), and what they are like."""
    tree = faults.journal_files(box)
    left = faults.temporaries_in(tree)
    if left and fault.kind != "SIGKILL" and fault.call not in CLEANING:
        return f"left {left}", ""
    tree = faults.with_ids_hidden(
        faults.without_temporaries(tree), faults.all_bytes(clean.before)
    )
    if tree == clean.before:
        return "", "before"
    if tree == clean.after:
        return "", "after"
    names = tree.keys() | clean.before.keys() | clean.after.keys()
    mixed = [n for n in names if tree.get(n) not in (clean.before.get(n), clean.after.get(n))]
    if mixed:
        return f"{sorted(mixed)} are neither as before nor as after", ""
    if not scenario.is_several_files:
        return "some files are as before and some as after", ""
    return "", "in part"


def lost_words(words: tuple[bytes, ...], box: Sandbox, result: Result) -> list[bytes]:
    """Words that are nowhere any more where a person would find them."""
    kept = faults.all_bytes(faults.without_temporaries(faults.journal_files(box)))
    missing = [word for word in words if word not in kept]

    def is_lost(word: bytes) -> bool:
        forms = (word, TEXT.encode()) if word == RAW else (word,)  # an entry's text, or as it was typed
        return all(faults.is_kept_outside(box, result, form) for form in forms)

    return [word for word in missing if is_lost(word)]


def judge(checks: Checks, scenario: Scenario, clean: Clean, fault: Fault, mend: Path) -> None:
    what = f"{scenario.name}, {fault}"
    failing = [call for call in clean.calls if call.name == fault.call][fault.number - 1]
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        faults.copy_home(clean.home, box)
        prefix = scenario.prefix(fault.prefix)
        result = box.run(*scenario.arguments, stdin=scenario.stdin, prefix=prefix)
        is_killed = fault.kind == "SIGKILL"
        wrong, state = judge_files(fault, scenario, clean, box)
        what += f" ({faults.says(result)})"
        checks.expect(not wrong, f"{what}: {wrong}")
        if is_killed and result.exit != 0:
            checks.equal(result.exit, -9, f"{what}: exit when killed")
        else:
            checks.expect(result.exit in faults.DOCUMENTED_EXITS, f"{what}: exit is not documented")
        if result.exit == 0:
            checks.expect(state == "after" or wrong, f"{what}: exit 0, but the files are not as after")
        elif state == "in part" and not is_killed:
            checks.expect(b"only a part" in result.stderr, f"{what}: says that a part was done")
        elif state == "after" and not is_killed:
            done = rb"(saved|removed|undone|changed|redone)"
            is_denied = re.search(rb"nothing was " + done, result.stderr)
            checks.expect(not is_denied, f"{what}: it was saved, and stderr denies it")
            checks.expect(
                re.search(rb"\b" + done + rb"\b", result.stderr) or is_denied,
                f"{what}: it was saved, and stderr does not say so",
            )
        if fault.kind == "EINTR" and fault.call in INTERRUPTIBLE:
            checks.equal(result.exit, 0, f"{what}: exit though only interrupted")
        if fault.kind.startswith("short"):
            checks.equal(result.exit, 0, f"{what}: exit though a short write is no error")
        # What could not be read from standard input cannot be kept.
        if not (fault.call == "read" and failing.text.startswith("0,")):
            judge_words(checks, scenario, box, result, what, is_killed)
        judge_next(checks, box, what)


def judge_words(
    checks: Checks, scenario: Scenario, box: Sandbox, result: Result, what: str, is_killed: bool
) -> None:
    if result.exit != 0 and not is_killed:
        lost = lost_words(scenario.typed, box, result)
        checks.expect(not lost, f"{what}: lost what was typed: {lost}")
    if result.exit == 0 and not scenario.is_undone_by_undo:
        return
    lost = lost_words(scenario.words, box, result)
    if scenario.dialogue and TEXT.encode() not in result.stdout:
        lost = [word for word in lost if word != RAW]  # it was not asked for them any more
    if lost and scenario.is_undone_by_undo:
        # A second call goes on where a first one found things half done already.
        undone = box.run("undo")
        if undone.exit != 0:
            undone = box.run("undo")
        lost = lost_words(scenario.words, box, result)
        what += f", undo said {faults.short(undone.stderr)}"
    elif is_killed:
        # What was typed into a process that is gone cannot be asked of it; the journal's own can.
        lost = [word for word in lost if word in (FIRST, SECOND, THIRD)]
    checks.expect(not lost, f"{what}: lost {lost}")


def judge_next(checks: Checks, box: Sandbox, what: str) -> None:
    following = box.run("log", "h", "the next one")
    checks.equal(following.exit, 0, f"{what}: exit of the next log, {faults.says(following)}")
    kept = faults.all_bytes(faults.without_temporaries(faults.journal_files(box)))
    checks.equal(kept.count(b'"the next one"'), 1, f"{what}: the next log stands once")


# --- Looking ----------------------------------------------------------------------------------

LOOKING = (("list", "--json"), ("today",), ("streak",), ("check",), ("show", "aaaa"))


def read_error(mend: Path, checks: Checks, command: tuple[str, ...], call: str, number: int) -> None:
    """An error while reading is never taken for an empty or shorter file."""
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        two_months(box)
        (box.data / "main" / "journal.toml").write_text('format = 1\nweek_start = "sunday"\n')
        clean = box.run(*command)
        fault = faults.strace(f"{call}:error=EIO:when={number}", trace=call)
        result = box.run(*command, prefix=fault)
    what = f"{command[0]}, {call} {number} EIO ({faults.says(result)})"
    checks.expect(result.exit in faults.DOCUMENTED_EXITS, f"{what}: exit is not documented")
    is_same = (result.exit, result.stdout) == (clean.exit, clean.stdout)
    is_told = result.exit in (65, 74) and b"Input/output error" in result.stderr
    checks.expect(is_same or is_told, f"{what}: another answer, and no word of the error")


def looking_jobs(mend: Path, checks: Checks) -> list[Callable[[], None]]:
    jobs = []
    for command in LOOKING:
        with Sandbox(mend, faults.PLAIN_ZONE) as box:
            two_months(box)
            log = box.root / "trace"
            box.run(*command, prefix=faults.strace(log=log, trace="all"))
            calls = Counter(call.name for call in faults.parse_trace(log.read_text()))
        for call in ("openat", "read", "newfstatat", "fstat", "getdents64", "readlink"):
            for number in range(1, calls[call] + 3):
                jobs.append(functools.partial(read_error, mend, checks, command, call, number))
    return jobs


def main() -> int:
    options = faults.parse_options(__doc__)
    faults.need_strace()
    checks = Checks("inject")
    jobs = []
    homes = []
    faults.use_memory()
    for scenario in SCENARIOS:
        clean = run_clean(options.mend, scenario, checks)
        homes.append(clean.home)
        for fault in faults_of(clean, options.long):
            if fault.kind.startswith("short") and not short_write.is_possible():
                continue
            jobs.append(functools.partial(judge, checks, scenario, clean, fault, options.mend))
    if not short_write.is_possible():
        checks.skip("short writes need Linux on x86-64")
    jobs += looking_jobs(options.mend, checks)
    faults.run_parallel(jobs)
    print(f"{len(jobs)} faults in {len(SCENARIOS)} commands")
    for home in homes:
        home.remove()
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
