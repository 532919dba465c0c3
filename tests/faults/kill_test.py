# SPDX-License-Identifier: MIT
"""A process that is killed between its temporary file and the rename leaves everything as it was.

Signals come at exact system calls: when the temporary is synced, when it is moved into place, and
when the folder is synced after that. Before the move every file is the very same file, after it the
change is whole. What is left lying about (a temporary, with words in it) goes with the next log.
SIGINT, SIGTERM and SIGHUP harm as little. `--long` also kills at random instants.

Seen red with builds of mend that: rewrite in place ("as before" fails at the first fsync), remove
no leftovers ("left behind").
"""

from __future__ import annotations

import dataclasses
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import faults
from faults import Checks
from sandbox import Result, Sandbox, finish

OLD = (
    "# mine\nformat = 1\n\n"
    + faults.entry("aaaa111111", "the first of all")
    + "\n"
    + faults.entry("bbbb222222", "the second of all")
)
EARLIER = "format = 1\n\n" + faults.entry("cccc333333", "long ago", day="2026-10-05")


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    arguments: tuple[str, ...]
    move: str  # the call that makes the change true
    prepare: Callable[[Sandbox], None] = lambda box: None


def month(box: Sandbox) -> None:
    faults.write_month(box, "2026-11.toml", OLD)
    # The folders of the undo history are there already, so that calls are easy to count.
    assert box.run("log", "c", "the third", "-d", "2026-09-01").exit == 0


def removed(box: Sandbox) -> None:
    month(box)
    assert box.run("rm", "aaaa").exit == 0


def only_one(box: Sandbox) -> None:
    assert box.run("log", "c", "the only one").exit == 0


SCENARIOS = [
    Scenario("log", ("log", "c", "new words"), "rename", month),
    Scenario(
        "first log of a month",
        ("log", "c", "new words", "-d", "2026-10-02"),
        "renameat2",
        month,
    ),
    Scenario("first log ever", ("log", "c", "new words"), "renameat2"),
    Scenario("rm", ("rm", "aaaa"), "rename", month),
    Scenario("rm of the only one", ("rm", "@1"), "unlink", only_one),
    Scenario("undo of rm", ("undo",), "rename", removed),
]


def identities(box: Sandbox) -> dict[str, tuple[int, int]]:
    """Which file each name stands for, and when it was last written."""
    found = {}
    for path in faults.month_files(box) if (box.data / "main").is_dir() else []:
        info = path.stat()
        found[path.name] = (info.st_ino, info.st_mtime_ns)
    return found


def calls_of(mend: Path, scenario: Scenario) -> list[faults.Call]:
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        scenario.prepare(box)
        log = box.root / "trace"
        traced = "fsync,rename,renameat2,unlink"
        box.run(*scenario.arguments, prefix=faults.strace(log=log, trace=traced))
        return faults.parse_trace(log.read_text())


def positions(calls: list[faults.Call], move: str) -> tuple[tuple[str, int], ...] | None:
    """Three instants, as call and number: data synced, moved into place, folder synced."""
    in_data = [i for i, call in enumerate(calls) if call.name == move and "/data/" in call.text]
    if not in_data:
        return None
    at = in_data[-1]

    def number(index: int) -> tuple[str, int]:
        name = calls[index].name
        return name, sum(call.name == name for call in calls[: index + 1])

    earlier = [i for i in range(at) if calls[i].name == "fsync"]
    later = [i for i in range(at + 1, len(calls)) if calls[i].name == "fsync"]
    if not later:
        return None
    return number(earlier[-1]) if earlier else ("", 0), number(at), number(later[0])


def run_cut(
    mend: Path, checks: Checks, scenario: Scenario, call: tuple[str, int], signal: str, is_moved: bool
) -> None:
    what = f"{scenario.name}, {signal} at {call[0]} {call[1]}"
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        scenario.prepare(box)
        before = faults.journal_files(box)
        old = identities(box)
        cut = faults.strace(f"{call[0]}:signal={signal}:when={call[1]}", trace=call[0])
        result = box.run(*scenario.arguments, prefix=cut)
        what += f" ({faults.says(result)})"
        tree = faults.journal_files(box)
        now = faults.without_temporaries(tree)
        if signal == "SIGKILL":
            checks.equal(result.exit, -9, f"{what}: exit")
        is_as_before = now == before
        if signal == "SIGKILL" or result.exit in (-1, -15):
            if is_moved:
                checks.expect(not is_as_before, f"{what}: the change is there")
            elif signal == "SIGKILL":
                checks.expect(is_as_before, f"{what}: every file is as before")
                checks.equal(identities(box), old, f"{what}: the very same files")
        else:
            checks.expect(result.exit in (0, 130), f"{what}: exit")
            is_told = result.exit == 0 or b"saved" in result.stderr
            checks.expect(is_as_before or is_told, f"{what}: it was saved, and nothing says so")
            checks.expect(not is_as_before or result.exit == 130, f"{what}: it was not saved")
        judge_leftovers(checks, scenario, box, result, what)


def judge_leftovers(
    checks: Checks, scenario: Scenario, box: Sandbox, result: Result, what: str
) -> None:
    box.entries()  # raises when a file is damaged
    day = scenario.arguments[3:]
    following = box.run("log", "c", "after that", *day)
    checks.equal(following.exit, 0, f"{what}: the next log, {faults.says(following)}")
    texts = [each["text"] for each in box.entries()]
    checks.equal(texts.count("after that"), 1, f"{what}: the next log stands once")
    checks.expect(texts.count("new words") <= 1, f"{what}: nothing stands twice")
    for place in ("data", "state"):
        left = faults.temporaries_in(faults.read_tree(box.root / place))
        checks.expect(not left, f"{what}: left behind by the next log in {place}: {left}")
    if scenario.name == "rm" and "the first of all" not in texts:
        # The words are gone from the journal; the history must still hold them.
        box.run("undo")
        undone = box.run("undo")
        texts = [each["text"] for each in box.entries()]
        checks.expect("the first of all" in texts, f"{what}: undo brings it back, {undone.stderr!r}")


def check_leftover_of_another_month(mend: Path, checks: Checks) -> None:
    """A month that is never written again must not keep a stray copy of its words forever."""
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        faults.write_month(box, "2026-10.toml", EARLIER)
        faults.write_month(box, "2026-11.toml", OLD)
        cut = faults.strace("rename:signal=SIGKILL:when=1", trace="rename")
        box.run("log", "c", "new words", "-d", "2026-10-06", prefix=cut)
        left = faults.temporaries_in(faults.read_tree(box.data))
        checks.equal(len(left), 1, "another month: the kill leaves a temporary")
        box.run("log", "c", "after that")
        left = faults.temporaries_in(faults.read_tree(box.data))
        checks.expect(not left, f"another month: left behind by the next log: {left}")


def check_leftover_of_history(mend: Path, checks: Checks) -> None:
    """The same words are on their way into the undo history, and may be left behind there."""
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        month(box)
        cut = faults.strace("renameat2:signal=SIGKILL:when=1", trace="renameat2")
        box.run("log", "c", "new words", prefix=cut)
        left = faults.temporaries_in(faults.read_tree(box.state))
        checks.equal(len(left), 1, "undo history: the kill leaves a temporary")
        box.run("log", "c", "after that")
        left = faults.temporaries_in(faults.read_tree(box.state))
        checks.expect(not left, f"undo history: left behind by the next log: {left}")


def check_foreign_files_stay(mend: Path, checks: Checks) -> None:
    """Cleaning up must not take what is not ours."""
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        path = faults.write_month(box, "2026-11.toml", OLD)
        names = [".mend-notes", ".mend", "2026-11.toml.bak", "2026-11.toml~", ".2026-11.toml.swp"]
        for name in names:
            (path.parent / name).write_text("mine")
        box.run("log", "c", "new words")
        for name in names:
            checks.expect((path.parent / name).exists(), f"cleaning up: {name} stays")


def kill_at_random(mend: Path, checks: Checks, rounds: int) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    outcomes = {"before": 0, "after": 0}
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        month(box)
        begin = time.monotonic()
        for _ in range(10):
            box.run("log", "c", "how long it takes")
        usual = (time.monotonic() - begin) / 10
        for number in range(rounds):
            before = faults.without_temporaries(faults.journal_files(box))
            process = box.start([box.root / "bin" / "mend", "log", "c", f"round {number}"])
            time.sleep(chance.uniform(0, usual))
            process.kill()
            result = finish(process)
            after = faults.without_temporaries(faults.journal_files(box))
            texts = [each["text"] for each in box.entries()]
            outcomes["before" if before == after else "after"] += 1
            if result.exit == 0:
                checks.expect(f"round {number}" in texts, f"round {number}: exit 0, and it is lost")
            if before != after:
                old = before["main/2026-11.toml"].data
                new = after["main/2026-11.toml"].data
                checks.expect(new.startswith(old), f"round {number}: old bytes untouched")
                checks.equal(texts.count(f"round {number}"), 1, f"round {number}: stands once")
    print(f"killed at random: {outcomes}")
    checks.expect(all(outcomes.values()), f"killed at random: both happened, {outcomes}")


def main() -> int:
    options = faults.parse_options(__doc__)
    faults.need_strace()
    checks = Checks("kill")
    signals = ["SIGKILL", "SIGINT", "SIGTERM", "SIGHUP"]
    for scenario in SCENARIOS:
        calls = calls_of(options.mend, scenario)
        found = positions(calls, scenario.move)
        what = f"{scenario.name}: a {scenario.move}, then an fsync, make it true"
        if not checks.expect(found, what):
            continue
        synced, moved, folder_synced = found
        for signal in signals:
            if synced[0]:
                run_cut(options.mend, checks, scenario, synced, signal, False)
            run_cut(options.mend, checks, scenario, moved, signal, False)
            run_cut(options.mend, checks, scenario, folder_synced, signal, True)
    check_leftover_of_another_month(options.mend, checks)
    check_leftover_of_history(options.mend, checks)
    check_foreign_files_stay(options.mend, checks)
    kill_at_random(options.mend, checks, 600 if options.long else 60)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
