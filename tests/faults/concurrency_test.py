# SPDX-License-Identifier: MIT
"""Many processes write one journal; nobody loses a word, and nobody waits forever.

Writers add while a reader lists: every add that ended with 0 stands there once, ids are unique, a
reader sees only whole files and never fewer entries than before. Then waiting for the lock: it is
bounded, names the holder, keeps the words, ends on an interrupt, and readers do not wait at all.

`--long`: 16 x 25 and 64 x 20 writers, both with four readers, and again with processes killed at
random.

Seen red with builds of mend that: take no lock (of 152 adds that said they were saved, 8
were gone), rewrite in place (a reader saw 58 entries, then none).
"""

from __future__ import annotations

import fcntl
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import faults
from faults import Checks
from sandbox import Sandbox, finish, make_private_folder, parse_toml

# How long a wait that should end at once, or after a second, may really take on a busy machine.
AT_ONCE = 5.0
ONE_SECOND = 9.0


# --- Many writers -----------------------------------------------------------------------------


class Reader(threading.Thread):
    """Lists the journal over and over."""

    def __init__(self, box: Sandbox, checks: Checks, what: str) -> None:
        super().__init__()
        self.box = box
        self.checks = checks
        self.what = what
        self.looks = 0
        self.is_over = threading.Event()

    def run(self) -> None:
        seen = 0
        while not self.is_over.is_set():
            result = self.box.run("list", "--json")
            self.looks += 1
            if not self.checks.expect(
                result.exit == 0 and not result.stderr,
                f"{self.what}: a reader saw {faults.says(result)}",
            ):
                return
            count = len(json.loads(result.stdout)["entries"])
            self.checks.expect(count >= seen, f"{self.what}: a reader saw {seen}, then {count}")
            seen = count


def add(box: Sandbox, text: str, kill_after: float | None) -> int:
    process = box.start([box.root / "bin" / "mend", "log", "c", text])
    if kill_after is not None:
        time.sleep(kill_after)
        process.kill()
    return finish(process).exit


def write_together(
    mend: Path,
    checks: Checks,
    writers: int,
    adds: int,
    readers: int = 1,
    kills: random.Random | None = None,
) -> None:
    what = f"{writers} x {adds}, {readers} readers" + (", some killed" if kills else "")
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        # Writers wait for one another: this is not what the bound on that is for.
        faults.write_config(box, "lock_timeout = 600\n")
        saved: list[str] = []
        tried: list[str] = []
        exits: Counter[int] = Counter()
        took: list[float] = []

        def work(writer: int) -> None:
            for number in range(adds):
                text = f"w{writer}n{number}"
                # About how long an add takes, so that kills hit every part of it.
                wait = kills.uniform(0, 0.012) if kills and kills.random() < 0.4 else None
                begin = time.monotonic()
                code = add(box, text, wait)
                took.append(time.monotonic() - begin)
                tried.append(text)
                exits[code] += 1
                if code == 0:
                    saved.append(text)

        looking = [Reader(box, checks, what) for _ in range(readers)]
        for reader in looking:
            reader.start()
        with ThreadPoolExecutor(writers) as pool:
            for done in [pool.submit(work, writer) for writer in range(writers)]:
                done.result()
        for reader in looking:
            reader.is_over.set()
            reader.join()
            checks.expect(reader.looks > 1, f"{what}: the reader looked {reader.looks} times")

        checks.expect(set(exits) <= {0, -9}, f"{what}: exits {dict(exits)}")
        if kills:
            checks.expect(exits[-9] > 0 and exits[0] > 0, f"{what}: exits {dict(exits)}")
        else:
            checks.equal(len(saved), writers * adds, f"{what}: adds that ended with 0")
        found = box.entries()  # fails loudly on a file that is no TOML
        texts = Counter(each["text"] for each in found)
        lost = [text for text in saved if text not in texts]
        twice = [text for text, count in texts.items() if count > 1]
        checks.expect(not lost, f"{what}: lost {len(lost)}: {faults.short(lost)}")
        checks.expect(not twice, f"{what}: twice {len(twice)}: {faults.short(twice)}")
        checks.expect(set(texts) <= set(tried), f"{what}: texts nobody wrote")
        checks.equal(len({each["id"] for each in found}), len(found), f"{what}: different ids")
        box.run("log", "c", "last")
        left = faults.temporaries_in(faults.read_tree(box.data))
        checks.expect(not left, f"{what}: left behind: {left}")
        print(
            f"{what}: {len(found)} entries, exits {dict(exits)}, {len(lost)} lost,"
            f" an add took {statistics.median(took):.2f} s, the slowest {max(took):.2f} s"
        )


# --- Waiting for the lock ---------------------------------------------------------------------


class Held:
    """Holds the lock of a journal, as another mend would."""

    def __init__(self, box: Sandbox) -> None:
        folder = box.data / "main"
        make_private_folder(folder)
        self.descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(self.descriptor, fcntl.LOCK_EX)

    def __enter__(self) -> Held:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.descriptor)


def wait_until_waiting(process: int) -> None:
    """Returns when the process waits for a lock, or a little later where that cannot be seen."""
    deadline = time.monotonic() + AT_ONCE
    waiter = re.compile(rf"-> FLOCK .* {process} ")
    while time.monotonic() < deadline:
        if waiter.search(Path("/proc/locks").read_text()):
            return
        time.sleep(0.01)


# As if the parent had blocked it: then no timer of mend's own would ever wake it.
WITHOUT_ALARMS = [
    sys.executable,
    "-c",
    "import os, signal, sys;"
    "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM});"
    "os.execvp(sys.argv[1], sys.argv[1:])",
]


def check_bounded_wait(mend: Path, checks: Checks) -> None:
    text = "a word while others write"
    commands = {"log": ("log", "c", text), "note": ("note", "e", "-f", f"they_felt={text}")}
    commands["edit"] = ("edit", "@1", "--text", text)
    for name, command in commands.items():
        for prefix in ([], WITHOUT_ALARMS) if name == "log" else ([],):
            with Sandbox(mend, faults.PLAIN_ZONE) as box:
                faults.write_config(box, "lock_timeout = 1\n")
                box.run("log", "c", "before")
                before = faults.journal_files(box)
                what = f"{name}, locked" + (", alarms blocked" if prefix else "")
                with Held(box):
                    begin = time.monotonic()
                    try:
                        result = box.run(*command, prefix=prefix, timeout=ONE_SECOND)
                    except subprocess.TimeoutExpired:
                        checks.expect(False, f"{what}: it waits forever")
                        continue
                    took = time.monotonic() - begin
                checks.equal(result.exit, 75, f"{what}: exit, {faults.says(result)}")
                checks.expect(0.9 <= took <= ONE_SECOND, f"{what}: waited {took:.1f} s, not 1")
                holder = str(os.getpid()).encode()
                checks.expect(holder in result.stderr, f"{what}: {faults.says(result)} names us")
                checks.expect(not result.stdout, f"{what}: stdout {result.stdout!r}")
                checks.equal(faults.journal_files(box), before, f"{what}: the journal")
                unkept = faults.is_kept_outside(box, result, text.encode())
                checks.expect(not unkept, f"{what}: {unkept}")
                files = faults.recovery_files(box)
                if checks.equal(len(files), 1, f"{what}: recovery files"):
                    kept = parse_toml(files[0].read_bytes())
                    checks.expect(text in str(kept["entry"]), f"{what}: recovery file as TOML")


def check_other_waits(mend: Path, checks: Checks) -> None:
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        box.run("log", "c", "before")
        with Held(box):
            begin = time.monotonic()
            for command in (("list",), ("today",), ("streak",), ("log", "c", "x", "--dry-run")):
                result = box.run(*command)
                checks.equal(result.exit, 0, f"locked, {command[0]}: {faults.says(result)}")
            took = time.monotonic() - begin
            checks.expect(took < AT_ONCE, f"locked: readers took {took:.1f} s")

            faults.write_config(box, "lock_timeout = 0\n")
            begin = time.monotonic()
            result = box.run("log", "c", "not at all")
            took = time.monotonic() - begin
            checks.equal(result.exit, 75, f"lock_timeout = 0: {faults.says(result)}")
            checks.expect(took < AT_ONCE, f"lock_timeout = 0: waited {took:.1f} s")
            faults.write_config(box, "lock_timeout = 60\n")

            for command in (("rm", "@1"), ("undo",)):
                faults.write_config(box, "lock_timeout = 0\n")
                result = box.run(*command)
                checks.equal(result.exit, 75, f"locked, {command[0]}: {faults.says(result)}")
            faults.write_config(box, "lock_timeout = 60\n")

            waiting = box.start([box.root / "bin" / "mend", "log", "c", "patient"])
            wait_until_waiting(waiting.pid)
            for ender in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                words = f"called away by {ender.name}"
                interrupted = box.start([box.root / "bin" / "mend", "log", "c", words])
                wait_until_waiting(interrupted.pid)
                os.kill(interrupted.pid, ender)
                result = finish(interrupted, timeout=20)
                checks.equal(result.exit, 130, f"{ender.name} while waiting: {faults.says(result)}")
                unkept = faults.is_kept_outside(box, result, words.encode())
                checks.expect(not unkept, f"{ender.name} while waiting: {unkept}")
            checks.equal(waiting.poll(), None, "locked: a log waits")
        result = finish(waiting, timeout=20)
        checks.equal(result.exit, 0, f"unlocked in time: {faults.says(result)}")
        texts = [each["text"] for each in box.entries()]
        checks.equal(texts, ["before", "patient"], "unlocked in time: texts")


def check_without_flock(mend: Path, checks: Checks) -> None:
    """Where the file system refuses flock on a folder, a lock file takes its place."""
    if why := faults.why_no_strace():
        checks.skip(f"{why}; the lock file was not tried")
        return
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        for error in ("EOPNOTSUPP", "ENOLCK"):
            refuse = faults.strace(f"flock:error={error}:when=1", trace="flock")
            result = box.run("log", "c", error, prefix=refuse)
            checks.equal(result.exit, 0, f"no flock, {error}: {faults.says(result)}")
        lock = box.data / "main" / ".lock"
        if checks.expect(lock.exists(), "no flock: there is a lock file"):
            checks.equal(lock.stat().st_mode & 0o777, 0o600, "no flock: mode of the lock file")
            faults.write_config(box, "lock_timeout = 0\n")
            with lock.open() as held:
                fcntl.flock(held, fcntl.LOCK_EX)
                result = box.run("log", "c", "third", prefix=refuse)
            checks.equal(result.exit, 75, f"no flock, lock file held: {faults.says(result)}")
        refuse = faults.strace("flock:error=ENOLCK", trace="flock")
        result = box.run("log", "c", "no lock at all", prefix=refuse)
        checks.expect(result.exit in (0, 74, 75), f"no lock at all: {faults.says(result)}")
        if result.exit != 0:
            unkept = faults.is_kept_outside(box, result, b"no lock at all")
            checks.expect(not unkept, f"no lock at all: {unkept}")


def main() -> int:
    options = faults.parse_options(__doc__)
    checks = Checks("concurrency")
    write_together(options.mend, checks, 8, 50)
    check_bounded_wait(options.mend, checks)
    check_other_waits(options.mend, checks)
    check_without_flock(options.mend, checks)
    write_together(options.mend, checks, 4, 15, kills=random.Random(1))
    if options.long:
        seed = random.randrange(10**6)
        print(f"seed {seed}")
        for writers, adds in ((16, 25), (64, 20)):
            write_together(options.mend, checks, writers, adds, readers=4)
            write_together(options.mend, checks, writers, adds, 4, random.Random(seed))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
