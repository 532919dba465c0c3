# SPDX-License-Identifier: MIT
"""Exit 0 from a write means that the change survives a power cut.

The order of system calls is looked at for every writing command: the new file is synced after its
last byte and before it is moved into place, the folder it lies in after that, every new folder's
parent too, and nothing is printed before all that. A recovery file is as durable.
The note that `undo` goes by, and its folder, are synced before the move it describes, and what is
marked as undone or redone before that is printed; a log into a month that is there syncs four times, and
no more.
And no file is made anywhere but in mend's own folders: nothing in /tmp.

`--long` (root): the journal lies on an ext4 image that is copied the moment the command returns,
which is what a power cut would leave; the copy is mounted and compared.

Undo after a fault: a change that was killed between its note and its move, a note of no bytes, of NUL
bytes and cut short, a log that fails after an undo.

Seen red: the same check on traces from which one of the syncs is taken out, or in which the answer
comes first, is part of every run. The copied image is also taken of a mend whose fsync only pretends
(strace, retval=0): its words have to be missing there, or the harness proves nothing.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import faults
from faults import Call, Checks
from sandbox import Result, Sandbox, make_private_folder

TRACED = "openat,write,fsync,fdatasync,rename,renameat2,link,unlink,mkdir,close"
OLD = "# mine\nformat = 1\n\n" + faults.entry("aaaa111111", "the first of all")

SYNCED = re.compile(r"^\d+<(.*)>\) += 0$")
WRITTEN = re.compile(r"^(\d+)<(.*?)>, ")
QUOTED = re.compile(r'"([^"]*)"')


# --- The order of calls -----------------------------------------------------------------------


def has_succeeded(call: Call) -> bool:
    return re.search(r"\) += \d+$", call.text) is not None


def problems_of(calls: list[Call], folder: str) -> list[str]:
    """What is not durable, or told too early, of the changes under a folder."""
    problems = []
    told = next(
        (i for i, call in enumerate(calls) if call.name == "write" and call.text[0] in "12"),
        len(calls),
    )

    def sync_after(position: int, path: str) -> int | None:
        for i in range(position + 1, len(calls)):
            found = SYNCED.match(calls[i].text)
            if calls[i].name == "fsync" and found and found[1] == path:
                return i
        return None

    def need_sync(position: int, path: str, before: int, what: str) -> None:
        synced = sync_after(position, path)
        if synced is None or synced > before:
            problems.append(f"{what}: {path} is not synced")

    changes = [i for i, call in enumerate(calls) if is_change(call, folder)]
    moves = [i for i in changes if calls[i].name != "mkdir"]
    for i in changes:
        call, paths = calls[i], QUOTED.findall(calls[i].text)
        if call.name == "mkdir":
            need_sync(i, os.path.dirname(paths[0]), told, "a new folder")
            continue
        if call.name != "unlink":
            writes = [
                j
                for j in range(i)
                if calls[j].name == "write"
                and (found := WRITTEN.match(calls[j].text))
                and found[2] == paths[0]
            ]
            if not writes:
                problems.append(f"{paths[0]} is moved into place unwritten")
            else:
                need_sync(writes[-1], paths[0], i, "the new file")
        # Of two files the first is safe before the second changes: never nowhere.
        following = [j for j in moves if j > i]
        need_sync(i, os.path.dirname(paths[-1]), min([told, *following]), "the folder after the move")
        if told < i:
            problems.append("it is told before it is done")
    if not moves:
        problems.append("nothing is moved into place")
    return problems


def note_problems(calls: list[Call], box: Sandbox, is_replay: bool) -> list[str]:
    """What a power cut could leave of the change and not of its note, or of the mark of a replay."""
    notes, data = f"{box.state}/undo", f"{box.root}/data"
    moves = [i for i, call in enumerate(calls) if is_change(call, notes) and call.name != "mkdir"]
    files = [i for i, call in enumerate(calls) if is_change(call, data) and call.name != "mkdir"]
    told = next(
        (i for i, call in enumerate(calls) if call.name == "write" and call.text[0] in "12"),
        len(calls),
    )

    def is_synced(path: str, since: int, before: int) -> bool:
        found = [SYNCED.match(call.text) for call in calls[since:before] if call.name == "fsync"]
        return any(each and each[1] == path for each in found)

    if is_replay:
        marks = [i for i in moves if i > files[0]]
        if not marks or not is_synced(os.path.dirname(QUOTED.findall(calls[marks[0]].text)[-1]), marks[0], told):
            return ["the mark is not synced before it is printed"]
        return []
    made = [i for i in moves if i < files[0] and ".begun.toml" in calls[i].text]
    if not made:
        return ["there is no note before the change"]
    old, new = QUOTED.findall(calls[made[0]].text)
    problems = []
    if not is_synced(old, 0, made[0]):
        problems.append("the note is not synced before it has its name")
    if not is_synced(os.path.dirname(new), made[0], files[0]):
        problems.append("the folder of the note is not synced before the change")
    return problems


def judge_note(checks: Checks, calls: list[Call], box: Sandbox, what: str, is_replay: bool) -> None:
    problems = note_problems(calls, box, is_replay)
    if not checks.expect(not problems, f"{what}: {problems}"):
        return
    syncs = [i for i, call in enumerate(calls) if call.name == "fsync" and "/undo" in call.text]
    without = [call for i, call in enumerate(calls) if i not in syncs]
    checks.expect(note_problems(without, box, is_replay), f"{what}: a note not synced is not noticed")


def is_change(call: Call, folder: str) -> bool:
    if call.name not in ("rename", "renameat2", "link", "unlink", "mkdir") or not has_succeeded(call):
        return False
    paths = QUOTED.findall(call.text)
    is_cleaning = call.name == "unlink" and faults.TEMPORARY.search(paths[0])
    return paths[-1].startswith(folder) and not is_cleaning


def strays_of(calls: list[Call], root: str) -> list[str]:
    """What is made or opened for writing outside of the home; also with O_TMPFILE, nameless."""
    strays = []
    for call in calls:
        makes = call.name in ("rename", "renameat2", "link", "mkdir")
        if call.name == "openat":
            makes = re.search(r"O_(WRONLY|RDWR|CREAT|TMPFILE)", call.text) is not None
        path = QUOTED.findall(call.text)[-1:]
        if makes and has_succeeded(call) and path[0] != "/dev/null":
            strays += [each for each in path if not each.startswith(f"{root}/")]
    return strays


def judge_doctored(checks: Checks, calls: list[Call], folder: str, what: str) -> None:
    """The checks above must notice each sync that is missing, an early answer, and a stray file."""
    stray = Call("openat", 'AT_FDCWD</x>, "/tmp/words", O_RDWR|O_CREAT|O_EXCL, 0600) = 3')
    checks.expect("/tmp/words" in strays_of([*calls, stray], folder), f"{what}: a stray is not noticed")
    for i, call in enumerate(calls):
        if call.name == "fsync" and folder in call.text:
            without = calls[:i] + calls[i + 1 :]
            checks.expect(problems_of(without, folder), f"{what}: sync {i} is not missed")
            pretended = Call(call.name, call.text + " (INJECTED)")
            doctored = [*calls[:i], pretended, *calls[i + 1 :]]
            checks.expect(problems_of(doctored, folder), f"{what}: pretended sync {i} is believed")
    early = sorted(calls, key=lambda call: not (call.name == "write" and call.text[0] in "12"))
    checks.expect(problems_of(early, folder), f"{what}: an early answer is not noticed")


def trace(box: Sandbox, *arguments: str, inject: tuple[str, ...] = ()) -> tuple[Result, list[Call]]:
    log = box.root / "trace"
    prefix = faults.strace(*inject, log=log, trace=TRACED)
    result = box.run(*arguments, prefix=[*prefix, "-y", "-s", "64"])
    return result, faults.parse_trace(log.read_text())


def month(box: Sandbox) -> None:
    faults.write_month(box, "2026-11.toml", OLD)


def removed(box: Sandbox) -> None:
    month(box)
    box.run("rm", "aaaa")


def only_one(box: Sandbox) -> None:
    box.run("log", "c", "the only one")


def two_months(box: Sandbox) -> None:
    month(box)
    text = "format = 1\n\n" + faults.entry("bbbb222222", "long ago", day="2026-10-05")
    faults.write_month(box, "2026-10.toml", text)


def taken_back(box: Sandbox) -> None:
    month(box)
    box.run("log", "c", "taken back")
    box.run("undo")


def damaged(box: Sandbox) -> None:
    faults.write_month(box, "2026-11.toml", OLD + "[[entry]\n")


def promised(box: Sandbox) -> None:
    month(box)
    box.run("promise", "add", "words", "--due", "fri")


def brought(box: Sandbox) -> None:
    month(box)
    rows = "id,day,kind,step,text\ndddd444444,2026-11-16,note,empathy,words\n"
    (box.cwd / "rows.csv").write_text(rows)


def settings(box: Sandbox) -> None:
    faults.write_month(box, "journal.toml", 'role = "healing"\n')


def linked(box: Sandbox) -> None:
    path = box.data / "main" / "2026-11.toml"
    faults.write_month(box, "2026-11.toml", OLD)
    make_private_folder(box.root / "data" / "elsewhere")
    path.rename(box.root / "data" / "elsewhere" / "month.toml")
    path.symlink_to(box.root / "data" / "elsewhere" / "month.toml")


COMMANDS: list[tuple[str, Callable[[Sandbox], None], tuple[str, ...]]] = [
    ("log", month, ("log", "c", "words")),
    ("log, the first ever", lambda box: None, ("log", "c", "words")),
    ("log, the first of a month", month, ("log", "c", "words", "-d", "2026-10-01")),
    ("log, several steps", month, ("log", "2,4,7", "words")),
    ("note", month, ("note", "e", "words", "-f", "they_felt=so")),
    ("rest", month, ("rest", "tomorrow")),
    ("setback", month, ("setback", "h", "words", "--severity", "breach")),
    ("space begin", month, ("space", "begin", "--until", "+3d")),
    ("promise add", month, ("promise", "add", "words", "--due", "fri")),
    ("promise keep", promised, ("promise", "keep")),
    ("import", brought, ("import", "rows.csv", "--from", "csv")),
    ("action add", settings, ("action", "add", "call", "words", "--step", "c")),
    ("action add, the first", lambda box: None, ("action", "add", "call", "words", "--step", "c")),
    ("rm", month, ("rm", "aaaa")),
    ("rm, the only one", only_one, ("rm", "@1")),
    ("rm in two months", two_months, ("rm", "aaaa", "bbbb")),
    ("edit", month, ("edit", "aaaa", "--text", "words")),
    ("edit into another month", two_months, ("edit", "aaaa", "--on", "2026-10-06")),
    ("undo", removed, ("undo",)),
    ("redo", taken_back, ("redo",)),
    ("log beside a damaged month", damaged, ("log", "c", "words")),
    ("log through a symlink", linked, ("log", "c", "words")),
    ("init", lambda box: None, ("init", "-j", "main")),
    ("config set", settings, ("config", "set", "role", "both")),
    ("config set, the first", lambda box: None, ("config", "set", "role", "both")),
]


def check_order(mend: Path, checks: Checks) -> None:
    for what, prepare, arguments in COMMANDS:
        with Sandbox(mend, faults.PLAIN_ZONE) as box:
            prepare(box)
            result, calls = trace(box, *arguments)
            folder = f"{box.root}/data"
            checks.equal(result.exit, 0, f"{what}: exit ({faults.says(result)})")
            strays = strays_of(calls, str(box.root))
            checks.expect(not strays, f"{what}: files were made elsewhere: {strays}")
            problems = problems_of(calls, folder)
            if checks.expect(not problems, f"{what}: {problems}"):
                judge_doctored(checks, calls, folder, what)
            if arguments[0] not in ("init", "config"):
                judge_note(checks, calls, box, what, arguments[0] in ("undo", "redo"))


def check_cost(mend: Path, checks: Checks) -> None:
    """Undo costs the sync of its note and of its folder, and no more."""
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        box.run("log", "c", "words")
        _, calls = trace(box, "log", "c", "words")
        syncs = [call.text for call in calls if call.name == "fsync"]
        checks.equal(len(syncs), 4, f"the syncs of a log: {syncs}")


# --- Undo after a fault -----------------------------------------------------------------------


def texts_of(box: Sandbox) -> list[str]:
    return [each["text"] for each in box.entries()]


def check_killed_before_move(mend: Path, checks: Checks) -> None:
    """The note of a change that never came about keeps undo from nothing, nor redo."""
    kill = faults.strace("rename:signal=SIGKILL:when=1", trace="rename")
    for what, change in (("log", ("log", "c", "never")), ("rm", ("rm", "@1")), ("edit", ("edit", "@1", "--text", "never"))):
        with Sandbox(mend, faults.PLAIN_ZONE) as box:
            for text in ("one", "two", "three"):
                box.run("log", "c", text)
            box.run("undo")
            checks.equal(box.run(*change, prefix=kill).exit, -9, f"killed {what}: exit")
            result = box.run("redo")
            checks.equal(result.exit, 0, f"killed {what}: redo, {faults.says(result)}")
            checks.equal(texts_of(box), ["one", "two", "three"], f"killed {what}: after redo")
            box.run("undo")
            result = box.run("undo")
            checks.equal(result.exit, 0, f"killed {what}: undo, {faults.says(result)}")
            checks.equal(texts_of(box), ["one"], f"killed {what}: after two undos")


def check_torn_notes(mend: Path, checks: Checks) -> None:
    def make(box: Sandbox, data: Callable[[bytes], bytes], what: str) -> None:
        for text in ("one", "two"):
            box.run("log", "c", text)
        box.run("rm", "@1", "@2")
        note = max((box.state / "undo" / "main").glob("0*.toml"))
        note.write_bytes(data(note.read_bytes()))
        box.run("log", "c", "three")
        box.run("undo")
        result = box.run("undo")
        checks.expect(os.fsencode(note) in result.stderr, f"{what}: it is named, {faults.says(result)}")
        checks.expect(b"two" not in result.stdout, f"{what}: nothing else is taken back")
        checks.expect(note.exists(), f"{what}: it is kept")

    sizes = [0, 1, 40, 70, 100, 200, 300, 400]
    damages: list[tuple[str, Callable[[bytes], bytes]]] = [
        (f"a note cut to {size} bytes", lambda data, size=size: data[:size]) for size in sizes
    ]
    damages.append(("a note cut between two edits", lambda data: data[: data.rindex(b"\n[[edit]]")]))
    damages.append(("a note of NUL bytes", lambda data: bytes(len(data))))
    for what, data in damages:
        with Sandbox(mend, faults.PLAIN_ZONE) as box:
            make(box, data, what)


def check_redo_after_failure(mend: Path, checks: Checks) -> None:
    """A command that fails takes nothing from redo, nor from the oldest of undo."""
    for change in (("log", "c", "fails"), ("rm", "@1"), ("edit", "@1", "--text", "fails")):
        for call in ("rename", "fsync"):
            with Sandbox(mend, faults.PLAIN_ZONE) as box:
                for text in ("one", "two", "three"):
                    box.run("log", "c", text)
                box.run("undo")
                when = "1" if call == "rename" else "3"  # after those of the note
                fault = faults.strace(f"{call}:error=EIO:when={when}", trace=call)
                result = box.run(*change, prefix=fault)
                what = f"{change[0]} that fails at {call}"
                checks.equal(result.exit, 74, f"{what}: exit, {faults.says(result)}")
                result = box.run("redo")
                checks.equal(result.exit, 0, f"{what}: redo, {faults.says(result)}")
                checks.equal(texts_of(box), ["one", "two", "three"], f"{what}: after redo")
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        notes = box.state / "undo" / "main"
        for number in range(200):
            box.run("log", "c", str(number), "-q")
        fault = faults.strace("rename:error=EIO:when=1", trace="rename")
        box.run("log", "c", "fails", prefix=fault)
        checks.expect((notes / "00000001.toml").exists(), "the oldest note stays after a failure")
        box.run("log", "c", "made")
        checks.expect(not (notes / "00000001.toml").exists(), "the oldest note goes after a change")


def check_forget_in_part(mend: Path, checks: Checks) -> None:
    """`rm --forget` leaves the entry for last, so that the same once more finishes."""

    def prepare(box: Sandbox) -> None:
        two_months(box)
        box.run("edit", "aaaa", "--text", "the secret")
        box.run("log", "c", "other")
        make_private_folder(box.state / "recovery")
        (box.state / "recovery" / "aaaa111111.toml").write_text(faults.entry("aaaa111111", "the secret"))

    arguments = ("rm", "aaaa111111", "bbbb222222", "--forget")
    for call in ("unlink", "rename", "fsync"):
        for kind in ("signal=SIGKILL", "error=EIO"):
            for number in range(1, 12):
                with Sandbox(mend, faults.PLAIN_ZONE) as box:
                    prepare(box)
                    fault = faults.strace(f"{call}:{kind}:when={number}", trace=call)
                    first = box.run(*arguments, prefix=fault)
                    if first.exit == 0:
                        break
                    what = f"forget, {call} {number} {kind} ({faults.says(first)})"
                    left = faults.all_bytes(faults.read_tree(box.root / "state"))
                    is_there = "aaaa111111" in [each["id"] for each in box.entries()]
                    checks.expect(is_there or b"the secret" not in left, f"{what}: it is last")
                    box.run(*arguments)
                    for place in ("data", "state"):
                        left = faults.all_bytes(faults.read_tree(box.root / place))
                        checks.expect(b"the secret" not in left, f"{what}: once more, {place}")
                        checks.expect(b"long ago" not in left, f"{what}: once more, {place}, the other")


def check_recovery(mend: Path, checks: Checks) -> None:
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        month(box)
        result, calls = trace(box, "log", "c", "words", inject=("rename:error=EIO",))
        checks.equal(result.exit, 74, f"recovery: exit ({faults.says(result)})")
        problems = problems_of(calls, f"{box.state}/recovery")
        checks.expect(not problems, f"recovery: {problems}")


# --- A power cut ------------------------------------------------------------------------------


@contextlib.contextmanager
def mounted_image(image: Path, where: Path) -> Iterator[None]:
    make_private_folder(where)
    # Nothing is written unasked before the test is long over.
    options = "loop,commit=300"
    subprocess.run(["mount", "-t", "ext4", "-o", options, image, where], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", where], check=True)


def files_under(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not faults.TEMPORARY.search(path.name)
    }


def after_power_cut(box: Sandbox, image: Path) -> dict[str, bytes]:
    """The journal as it would be found: from what the device has been given so far."""
    copy = box.root / "copy.img"
    subprocess.run(["cp", "--sparse=always", image, copy], check=True)
    with mounted_image(copy, box.root / "copy"):
        return files_under(box.root / "copy" / "mend" / "main")


def check_power_cut(mend: Path, checks: Checks, rounds: int) -> None:
    steps = [
        ("log", "c", "the first ever"),
        ("log", "c", "another"),
        ("note", "e", "a note", "-f", "they_felt=so"),
        ("log", "c", "elsewhere", "-d", "2026-10-01"),
        ("rest", "tomorrow"),
        ("rm", "@2"),
        ("undo",),
        ("rm", "@1"),
    ]
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        image = box.root / "disk.img"
        with image.open("wb") as file:
            file.truncate(16 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
        try:
            with mounted_image(image, box.root / "data"):
                for number in range(rounds):
                    for arguments in steps:
                        what = f"power cut after {' '.join(arguments)}, round {number}"
                        result = box.run(*arguments)
                        found = after_power_cut(box, image)
                        checks.equal(result.exit, 0, f"{what}: {faults.says(result)}")
                        checks.equal(found, files_under(box.data / "main"), f"{what}: files")
                check_power_cut_is_noticed(checks, box, image)
        except subprocess.CalledProcessError as error:
            checks.skip(f"no image can be mounted here: {error}")


def check_power_cut_is_noticed(checks: Checks, box: Sandbox, image: Path) -> None:
    for when in ("1+", "2+"):  # no sync at all; none of the folder
        text = f"not synced from {when}"
        pretend = faults.strace(f"fsync:retval=0:when={when}", trace="fsync")
        # The folders are there, so that the first sync is that of the new file.
        result = box.run("log", "c", text, prefix=pretend)
        found = b"".join(after_power_cut(box, image).values())
        checks.equal(result.exit, 0, f"a pretended fsync: {faults.says(result)}")
        checks.expect(text.encode() not in found, f"a pretended fsync ({when}) is not noticed")
        os.sync()


def main() -> int:
    options = faults.parse_options(__doc__)
    faults.need_strace()
    checks = Checks("durability")
    if options.long:
        faults.need("mkfs.ext4")
        faults.enter_namespace()
        if faults.is_real_root():
            check_power_cut(options.mend, checks, 5)
        else:
            checks.skip("only root may mount an image")
    check_order(options.mend, checks)
    check_recovery(options.mend, checks)
    check_cost(options.mend, checks)
    faults.use_memory()
    check_killed_before_move(options.mend, checks)
    check_torn_notes(options.mend, checks)
    check_redo_after_failure(options.mend, checks)
    check_forget_in_part(options.mend, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
