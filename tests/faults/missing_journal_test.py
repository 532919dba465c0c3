# SPDX-License-Identifier: MIT
"""A journal that is missing is never taken for a new one, and a new one never for missing.

Where mend left entries and now finds none, a folder that is empty or not there is one that is locked
or not mounted: every command says so, names the path and exits 74; what was to be written is in
recovery, or on stderr where state is not there either; nothing is written in the folder. A folder that
cannot be read, and a link on its way that leads nowhere, are never taken for empty, remembered or not.
Nobody who begins, takes everything back, deletes on purpose and begins again, or brings a synced
journal to a new machine hears of it.

Seen red with builds of mend that: take an empty folder for a new journal (which was so), remember
before the commit (a reader beside the first log exits 74), keep the mark after undo (today exits 74).
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import faults
from faults import Checks
from sandbox import Result, Sandbox, make_private_folder

NOBODY = 65534
WORDS = "words that must not be lost"
RAW = WORDS.encode()

READING = (
    (), ("today",), ("today", "--json"), ("day", "yesterday"), ("status",), ("check",), ("check", "c"),
    ("due",), ("list",), ("list", "--json"), ("show", "@1"), ("streak",), ("report",), ("calendar",),
    ("suggest",), ("promise", "list"), ("space", "list"), ("limit", "list"), ("action", "list"),
    ("export",), ("export", "--format", "csv"), ("doctor",), ("doctor", "--json"), ("path",),
    ("path", "--all"), ("config", "get", "role"), ("config", "list"), ("config", "path"),
)

# What each needs of the command line, and whether it has words.
WRITING: tuple[tuple[tuple[str, ...], bool], ...] = (
    (("log", "c", WORDS), True),
    (("log", "c"), False),
    (("log", "c", WORDS, "--dry-run"), False),
    (("note", "e", WORDS), True),
    (("note", "e", "-f", f"they_felt={WORDS}"), True),
    (("setback", "h", WORDS), True),
    (("promise", "add", WORDS, "--due", "fri"), True),
    (("promise", "keep"), False),
    (("promise", "miss", "aaaa"), False),
    (("promise", "change", "--due", "fri"), False),
    (("space", "begin", "--until", "+3d", WORDS), True),
    (("space", "back"), False),
    (("space", "extend", "--until", "+3d"), False),
    (("rest", "fri", "--reason", WORDS), True),
    (("edit", "aaaa", "--text", WORDS), True),
    (("rm", "aaaa"), False),
    (("rm", "aaaa", "--forget"), False),
    (("undo",), False),
    (("redo",), False),
    (("action", "add", "call", WORDS, "--step", "c"), True),
    (("action", "rename", "call", "ring"), False),
    (("config", "set", "role", "both"), False),
    (("config", "unset", "role"), False),
    (("import", "../rows.csv", "--from", "csv"), False),
)


def begun(box: Sandbox, journal: str = "main") -> Path:
    """A journal that mend left with entries, and own settings."""
    if journal != "main":
        assert box.run("init", "-j", journal).exit == 0
    assert box.run("log", "-j", journal, "c", "there before").exit == 0
    return box.data / journal


def box_of(mend: Path) -> Sandbox:
    box = Sandbox(mend)
    (box.root / "rows.csv").write_text(
        "id,day,kind,step,text\ndddd444444,2026-11-16,note,empathy,from elsewhere\n"
    )
    return box


# --- Ways to be missing -----------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Way:
    name: str
    make: Callable[[Sandbox, Path], None]
    is_always: bool = False  # whatever is remembered
    path: Callable[[Sandbox], Path] = lambda box: box.data / "main"


def gone(box: Sandbox, folder: Path) -> None:
    shutil.rmtree(folder)


def unmounted(box: Sandbox, folder: Path) -> None:
    gone(box, folder)
    make_private_folder(folder)


def with_strangers(box: Sandbox, folder: Path) -> None:
    unmounted(box, folder)
    make_private_folder(folder / ".git")
    (folder / "README").write_text("mount it first\n")


def data_gone(box: Sandbox, folder: Path) -> None:
    shutil.rmtree(box.root / "data")


def data_unmounted(box: Sandbox, folder: Path) -> None:
    data_gone(box, folder)
    make_private_folder(box.root / "data")


def dangling(path: Callable[[Sandbox], Path]) -> Callable[[Sandbox, Path], None]:
    def make(box: Sandbox, folder: Path) -> None:
        link = path(box)
        if link.exists():
            shutil.rmtree(link)
        make_private_folder(link.parent)
        link.symlink_to(box.root / "nowhere" / "at" / "all")

    return make


WAYS = (
    Way("not there", gone),
    Way("empty", unmounted),
    Way("without a record", with_strangers),
    Way("data home not there", data_gone),
    Way("data home empty", data_unmounted),
    Way("journal folder a dangling link", dangling(lambda box: box.data / "main"), True),
    Way("folder of journals a dangling link", dangling(lambda box: box.data), True),
    Way("data home a dangling link", dangling(lambda box: box.root / "data"), True),
)


def says_so(result: Result, box: Sandbox) -> bool:
    return (
        os.fsencode(box.root / "data") in result.stderr
        and b"locked" in result.stderr
        and b"mounted" in result.stderr
        and b"mend init" in result.stderr
        and b"undo history" in result.stderr
    )


def judge_reader(checks: Checks, box: Sandbox, arguments: tuple[str, ...], what: str) -> None:
    result = box.run(*arguments)
    said = f"{what}: {' '.join(arguments) or 'mend'} ({faults.says(result)})"
    checks.equal(result.exit, 74, f"{said}: exit")
    told = dataclasses.replace(result, stderr=result.stderr + result.stdout)
    checks.expect(says_so(told, box), f"{said}: says where, why and what to do")
    for denial in (b"othing is written", b"0/3", b"no journal yet"):
        checks.expect(denial not in told.stderr, f"{said}: says {denial!r}")


def judge_writer(
    checks: Checks, box: Sandbox, arguments: tuple[str, ...], has_words: bool, what: str
) -> None:
    shutil.rmtree(box.state / "recovery", ignore_errors=True)
    before = faults.read_tree(box.root / "data")
    result = box.run(*arguments)
    said = f"{what}: {' '.join(arguments)} ({faults.says(result)})"
    checks.equal(result.exit, 74, f"{said}: exit")
    checks.expect(says_so(result, box), f"{said}: says where, why and what to do")
    checks.equal(faults.read_tree(box.root / "data"), before, f"{said}: nothing is written")
    if has_words:
        unkept = faults.is_kept_outside(box, result, RAW)
        checks.expect(not unkept, f"{said}: {unkept}")


def check_ways(mend: Path, checks: Checks) -> None:
    for way in WAYS:
        for is_remembered in (True, False) if way.is_always else (True,):
            with box_of(mend) as box:
                folder = begun(box)
                way.make(box, folder)
                if not is_remembered:
                    shutil.rmtree(box.state)
                what = f"{way.name}{'' if is_remembered else ', no state'}"
                for arguments in READING:
                    judge_reader(checks, box, arguments, what)
                for arguments, has_words in WRITING:
                    judge_writer(checks, box, arguments, has_words, what)


def check_unreadable(mend: Path, checks: Checks) -> None:
    if not faults.is_real_root() or shutil.which("setpriv") is None:
        checks.skip("folders without permissions need root and setpriv")
        return
    prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    for name in ("data", "data/mend", "data/mend/main"):
        for is_remembered in (True, False):
            with box_of(mend) as box:
                begun(box)
                link = box.root / "bin" / "mend"
                link.unlink()
                shutil.copy(box.mend, link)
                if not is_remembered:
                    shutil.rmtree(box.state)
                for folder, folders, files in os.walk(box.root):
                    for each in (".", *folders, *files):
                        os.chown(Path(folder, each), NOBODY, NOBODY, follow_symlinks=False)
                (box.root / name).chmod(0)
                said = f"{name} is not readable{'' if is_remembered else ', no state'}"
                for arguments in (("today",), ("list",), ("journals",), ("doctor",), ("path",),
                                  ("init",), ("config", "get", "role"), ("check",)):
                    result = box.run(*arguments, prefix=prefix)
                    what = f"{said}, {arguments[0]} ({faults.says(result)})"
                    checks.equal(result.exit, 74, f"{what}: exit")
                    told = dataclasses.replace(result, stderr=result.stderr + result.stdout)
                    if arguments[0] != "doctor":
                        checks.expect(says_so(told, box), f"{what}: says where, why and what to do")
                result = box.run("log", "c", WORDS, prefix=prefix)
                what = f"{said}, log ({faults.says(result)})"
                checks.equal(result.exit, 74, f"{what}: exit")
                unkept = faults.is_kept_outside(box, result, RAW)
                checks.expect(not unkept, f"{what}: {unkept}")


# --- Who shall not hear of it -----------------------------------------------------------------


def judge_fine(checks: Checks, box: Sandbox, what: str, *arguments: str) -> Result:
    result = box.run(*arguments)
    said = f"{what}, {' '.join(arguments)} ({faults.says(result)})"
    checks.equal(result.exit, 0, f"{said}: exit")
    checks.expect(b"mounted" not in result.stderr, f"{said}: a false alarm")
    return result


def check_taken_back(mend: Path, checks: Checks) -> None:
    for commands in (
        (("log", "c", "x"), ("undo",)),
        (("log", "c", "x"), ("rm", "@1")),
        (("log", "c", "x"), ("rm", "@1", "--forget")),
        (("log", "c", "x"), ("undo",), ("redo",), ("undo",)),
        (("log", "c", "x"), ("rm", "@1"), ("undo",), ("redo",)),
        (("log", "c", "x", "-d", "2026-10-01"), ("log", "c", "y"), ("rm", "@1", "@2")),
        (("import", "../rows.csv", "--from", "csv"), ("undo",)),
    ):
        with box_of(mend) as box:
            what = "; ".join(" ".join(command) for command in commands)
            for command in commands:
                judge_fine(checks, box, what, *command)
            for is_there in (True, False):
                for arguments in (("today",), ("status",), ("list",), ("doctor",), ("journals",)):
                    judge_fine(checks, box, what, *arguments)
                if is_there:
                    shutil.rmtree(box.data / "main")
            judge_fine(checks, box, what, "log", "c", "once more")
            # And it is remembered again.
            shutil.rmtree(box.data / "main")
            judge_reader(checks, box, ("today",), f"{what}; log, then gone")


def check_begun_again(mend: Path, checks: Checks) -> None:
    with box_of(mend) as box:
        folder = begun(box)
        shutil.rmtree(folder)
        judge_reader(checks, box, ("today",), "deleted on purpose")
        judge_fine(checks, box, "deleted on purpose", "init")
        judge_fine(checks, box, "begun again", "today")
        result = box.run("undo")
        said = f"begun again, undo ({faults.says(result)})"
        checks.equal(result.exit, 1, f"{said}: exit")
        kept = faults.all_bytes(faults.read_tree(folder))
        checks.expect(b"there before" not in kept, f"{said}: the old words are not put back")
        kept = faults.all_bytes(faults.read_tree(box.state))
        checks.expect(b"there before" in kept, "begun again: the old undo history is kept aside")
        judge_fine(checks, box, "begun again", "log", "c", "new")
        judge_fine(checks, box, "begun again", "undo")
        judge_fine(checks, box, "begun again, undone", "today")
    with box_of(mend) as box:
        folder = begun(box)
        shutil.rmtree(folder)
        result = box.run("init", "--dry-run")
        checks.equal(result.exit, 0, f"init --dry-run where it is gone ({faults.says(result)})")
        judge_reader(checks, box, ("today",), "after a dry run of init")


def check_new_machine(mend: Path, checks: Checks) -> None:
    with box_of(mend) as box:
        folder = begun(box)
        shutil.rmtree(box.state)
        judge_fine(checks, box, "a synced journal, no state", "today")
        judge_fine(checks, box, "a synced journal, no state", "log", "c", "here")
        shutil.rmtree(folder)
        judge_reader(checks, box, ("list",), "a synced journal, gone after a log")
    with box_of(mend) as box:
        begun(box)
        shutil.rmtree(box.root / "data")
        shutil.rmtree(box.state)
        judge_fine(checks, box, "nothing at all", "today")
        judge_fine(checks, box, "nothing at all", "log", "c", "the first")


def check_settings_alone(mend: Path, checks: Checks) -> None:
    """Where no entry was left, nothing is missing."""
    with box_of(mend) as box:
        judge_fine(checks, box, "init alone", "init")
        shutil.rmtree(box.data / "main")
        judge_fine(checks, box, "init alone, deleted", "today")
        judge_fine(checks, box, "settings alone", "config", "set", "role", "both")
        shutil.rmtree(box.data / "main")
        judge_fine(checks, box, "settings alone, deleted", "today")


def check_others(mend: Path, checks: Checks) -> None:
    with box_of(mend) as box:
        folder = begun(box, "sam")
        begun(box)
        shutil.rmtree(folder)
        for arguments in (("today", "-j", "sam"), ("list", "-j", "sam")):
            judge_reader(checks, box, arguments, "another journal")
        result = box.run("log", "-j", "sam", "c", WORDS)
        said = f"another journal, log ({faults.says(result)})"
        checks.equal(result.exit, 74, f"{said}: exit")
        checks.expect(b"mend init -j sam" in result.stderr, f"{said}: how to begin it")
        unkept = faults.is_kept_outside(box, result, RAW)
        checks.expect(not unkept, f"{said}: {unkept}")
        result = box.run("journals")
        said = f"journals, one of them missing ({faults.says(result)})"
        checks.equal(result.exit, 74, f"{said}: exit")
        checks.expect(b"* main" in result.stdout, f"{said}: the other one is listed")
        checks.expect(os.fsencode(folder) in result.stderr, f"{said}: it is named")
        judge_fine(checks, box, "the other journal", "today")
        result = box.run("log", "-j", "som", "c", "x")
        checks.equal(result.exit, 2, f"a journal nobody made ({faults.says(result)}): exit")


def check_two_homes(mend: Path, checks: Checks) -> None:
    with box_of(mend) as box:
        begun(box)
        with Sandbox(mend, {"XDG_STATE_HOME": f"{box.root}/state"}) as other:
            judge_fine(checks, other, "another data home", "today")
            judge_fine(checks, other, "another data home", "log", "c", "there")
            shutil.rmtree(other.data)
            judge_reader(checks, other, ("today",), "another data home, gone")
            judge_fine(checks, box, "the first data home", "today")
        slashes = {"XDG_DATA_HOME": f"{box.root}//data/./"}
        shutil.rmtree(box.data)
        box.env.update(slashes)
        result = box.run("status")
        said = f"the same data home, written otherwise ({faults.says(result)})"
        checks.equal(result.exit, 74, f"{said}: exit")


def check_no_state(mend: Path, checks: Checks) -> None:
    """Where state cannot be written either, the words are on stderr."""
    with box_of(mend) as box:
        begun(box)
        shutil.rmtree(box.root / "data")
        shutil.rmtree(box.state / "recovery", ignore_errors=True)
        (box.state / "recovery").write_text("in the way\n")
        result = box.run("log", "c", WORDS)
        said = f"gone, and no recovery ({faults.says(result)})"
        checks.equal(result.exit, 74, f"{said}: exit")
        checks.expect(RAW in result.stderr, f"{said}: the words are on stderr")
        shutil.rmtree(box.state)
        box.state.write_text("in the way\n")
        judge_fine(checks, box, "no state folder", "log", "c", "the first")


def check_readers_beside_the_first_log(mend: Path, checks: Checks) -> None:
    for turn in range(20):
        with box_of(mend) as box:
            if turn % 2:
                begun(box)
                box.run("undo")
            results: list[Result] = []
            ended = threading.Event()

            def read() -> None:
                while not ended.is_set():
                    results.append(box.run("status"))

            readers = [threading.Thread(target=read) for _ in range(2)]
            for reader in readers:
                reader.start()
            wrote = [box.run("log", "c", "x"), box.run("undo"), box.run("log", "c", "y")]
            ended.set()
            for reader in readers:
                reader.join()
            for result in [*wrote, *results]:
                checks.equal(result.exit, 0, f"beside the first log: {faults.says(result)}")


def check_is_cheap(mend: Path, checks: Checks) -> None:
    """The second log writes no mark, and a reader does not look for one."""
    if why := faults.why_no_strace():
        checks.skip(f"{why}; what it costs was not looked at")
        return
    with box_of(mend) as box:
        begun(box)
        assert box.run("config", "set", "role", "both").exit == 0
        log = box.root / "trace"
        for arguments, most in ((("log", "c", "x"), 1), (("today",), 0)):
            box.run(*arguments, prefix=faults.strace(log=log, trace="all"))
            calls = [c for c in faults.parse_trace(log.read_text()) if "/state/mend/journals" in c.text]
            what = f"{arguments[0]}: {[call.name for call in calls]}"
            checks.expect(len(calls) <= most, f"calls about what is remembered, {what}")


def main() -> int:
    options = faults.parse_options(__doc__)
    checks = Checks("missing_journal")
    faults.use_memory()
    for check in (
        check_ways,
        check_unreadable,
        check_taken_back,
        check_begun_again,
        check_new_machine,
        check_settings_alone,
        check_others,
        check_two_homes,
        check_no_state,
        check_readers_beside_the_first_log,
        check_is_cheap,
    ):
        check(options.mend, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
