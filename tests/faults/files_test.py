# SPDX-License-Identifier: MIT
"""Files as people, other programs and enemies leave them.

Links stay links, modes and owners stay, hard links are warned about, new files are private whatever
the umask, every untouched byte stays. What is no file of records, cannot be read, is too big, too
deep or not TOML at all is named, hides nothing else, and costs neither a crash, nor 10 seconds, nor
1 GiB; logging goes on beside it, or the words are kept elsewhere.

Seen red with builds of mend that: replace a symlink by a file, give every file 0600 (modes fail),
open without O_NONBLOCK and whatever it is (a FIFO hangs, /dev/null is an empty month), take a read
error for the end (a folder reads as empty), parse without limits (100,000 nested keys crash).
"""

from __future__ import annotations

import enum
import functools
import os
import random
import re
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import faults
from faults import Checks
from sandbox import Result, Sandbox, finish, make_private_folder, parse_toml

GIBIBYTE = 1 << 30
LONGEST = 10.0  # seconds
NOBODY = 65534

OLD = (
    "# mine\nformat = 1\n\n"
    + faults.entry("aaaa111111", "the first of all")
    + "\n# kept\n"
    + faults.entry("bbbb222222", "the second of all")
)
GOOD = "format = 1\n\n" + faults.entry("good111111", "the good one", "2026-10-05")

# Anything that could drive a terminal; a line feed is the only control that messages need.
RAW_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]")


def texts_of(box: Sandbox) -> list[str]:
    return [each["text"] for each in faults.listed(box)]


def judge_harmless(checks: Checks, stderr: bytes, what: str) -> None:
    found = RAW_CONTROL.search(stderr.decode("utf-8", "surrogateescape"))
    checks.expect(not found, f"{what}: stderr has a raw {found and hex(ord(found[0]))}")


# --- Links, modes, owners ---------------------------------------------------------------------


def change_in_all_ways(box: Sandbox, checks: Checks, what: str) -> None:
    """Each way to write a month once; the journal ends as it began, with "new" added."""
    for arguments in (("log", "c", "new"), ("rm", "aaaa"), ("undo",), ("note", "e", "x"), ("undo",)):
        result = box.run(*arguments)
        checks.equal(result.exit, 0, f"{what}, {arguments[0]}: {faults.says(result)}")
    found = sorted(texts_of(box))
    checks.equal(found, ["new", "the first of all", "the second of all"], f"{what}: texts")


def check_symlinks(mend: Path, checks: Checks) -> None:
    def elsewhere(box: Sandbox) -> Path:
        folder = box.root / "dotfiles"
        make_private_folder(folder)
        return folder

    def absolute(box: Sandbox, month: Path) -> tuple[Path, Path]:
        target = elsewhere(box) / "month.toml"
        month.rename(target)
        month.symlink_to(target)
        return month, target

    def relative(box: Sandbox, month: Path) -> tuple[Path, Path]:
        target = elsewhere(box) / "month.toml"
        month.rename(target)
        month.symlink_to("../../../dotfiles/month.toml")
        return month, target

    def chain(box: Sandbox, month: Path) -> tuple[Path, Path]:
        link, target = absolute(box, month)
        link.unlink()
        (link.parent / "hop").symlink_to(target)
        link.symlink_to("hop")
        return link, target

    def folder(box: Sandbox, month: Path) -> tuple[Path, Path]:
        target = elsewhere(box) / "journal"
        month.parent.rename(target)
        month.parent.symlink_to(target)
        return month.parent, target

    def whole(box: Sandbox, month: Path) -> tuple[Path, Path]:
        target = elsewhere(box) / "everything"
        box.data.rename(target)
        box.data.symlink_to(target)
        return box.data, target

    for make in (absolute, relative, chain, folder, whole):
        what = f"symlink, {make.__name__}"
        with Sandbox(mend) as box:
            link, target = make(box, faults.write_month(box, "2026-11.toml", OLD))
            where = os.readlink(link)
            change_in_all_ways(box, checks, what)
            checks.expect(link.is_symlink(), f"{what}: it stays a symlink")
            checks.equal(link.is_symlink() and os.readlink(link), where, f"{what}: where to")
            left = faults.temporaries_in(faults.read_tree(box.root / "dotfiles"))
            checks.expect(not left, f"{what}: left behind: {left}")

    with Sandbox(mend) as box:
        box.run("log", "c", "first")
        box.run("log", "c", "second")
        what = "symlink, all entries removed"
        link, _ = absolute(box, box.data / "main" / "2026-11.toml")
        result = box.run("rm", "@1", "@2")
        checks.equal(result.exit, 0, f"{what}: rm, {faults.says(result)}")
        checks.expect(link.is_symlink(), f"{what}: it stays one")
        checks.equal(box.run("list").exit, 0, f"{what}: list")
        result = box.run("undo")
        checks.equal(result.exit, 0, f"{what}: undo, {faults.says(result)}")
        checks.equal(texts_of(box), ["first", "second"], f"{what}: texts after undo")
        box.run("rm", "@1", "@2")
        result = box.run("log", "c", "third")
        checks.equal(result.exit, 0, f"{what}: log, {faults.says(result)}")
        checks.expect(link.is_symlink(), f"{what}: it is still one")

    with Sandbox(mend) as box:
        link = faults.write_month(box, "2026-11.toml", "")
        link.unlink()
        link.symlink_to(box.root / "not-mounted-now" / "month.toml")
        faults.write_month(box, "2026-10.toml", GOOD)
        judge_hostile(checks, box, "a symlink to nothing", None, must_save=False)
        checks.expect(link.is_symlink(), "a symlink to nothing: it stays one")

    with Sandbox(mend) as box:
        good = faults.write_month(box, "2026-10.toml", GOOD)
        good.with_name("2026-11.toml").symlink_to("2026-11.toml")
        judge_hostile(checks, box, "a symlink to itself", None, must_save=False)


def check_modes(mend: Path, checks: Checks) -> None:
    for mode in (0o640, 0o644, 0o400, 0o660):
        with Sandbox(mend) as box:
            month = faults.write_month(box, "2026-11.toml", OLD)
            month.chmod(mode)
            is_root = os.geteuid() == 0
            if is_root:
                os.chown(month, NOBODY, NOBODY)
            change_in_all_ways(box, checks, f"mode {mode:o}")
            info = month.stat()
            checks.equal(oct(info.st_mode & 0o7777), oct(mode), f"mode {mode:o}: mode afterwards")
            if is_root:
                owner = (info.st_uid, info.st_gid)
                checks.equal(owner, (NOBODY, NOBODY), f"mode {mode:o}: owner afterwards")
            box.run("rm", "@1", "@2", "@3")
            box.run("undo")
            now = month.stat().st_mode & 0o7777
            checks.equal(oct(now), oct(mode), f"mode {mode:o}: mode after all was removed and back")
    with Sandbox(mend) as box:
        box.run("log", "c", "the only one")
        month = box.data / "main" / "2026-11.toml"
        month.chmod(0o640)
        box.run("rm", "@1")
        box.run("undo")
        now = oct(month.stat().st_mode & 0o7777)
        checks.equal(now, "0o640", "mode 640: mode after the only entry was removed and is back")
    with Sandbox(mend) as box:
        month = faults.write_month(box, "2026-11.toml", OLD)
        month.parent.chmod(0o755)
        box.run("log", "c", "new")
        checks.equal(oct(month.parent.stat().st_mode & 0o777), "0o755", "an existing folder's mode")


def check_hard_links(mend: Path, checks: Checks) -> None:
    with Sandbox(mend) as box:
        month = faults.write_month(box, "2026-11.toml", OLD)
        other = box.root / "other-name.toml"
        os.link(month, other)
        result = box.run("log", "c", "new")
        checks.equal(result.exit, 0, f"hard link: {faults.says(result)}")
        checks.expect(b"link" in result.stderr, f"hard link: a warning, {faults.says(result)}")
        checks.equal(other.read_text(), OLD, "hard link: the other name keeps the old text")
        checks.expect("new" in texts_of(box), "hard link: the new text")
        result = box.run("log", "c", "newer")
        checks.expect(not result.stderr, f"hard link, no longer one: {faults.says(result)}")


def check_umask(mend: Path, checks: Checks) -> None:
    for umask in ("000", "077", "777"):
        with Sandbox(mend) as box:
            prefix = ["sh", "-c", f'umask {umask}; exec "$@"', "sh"]
            commands = [
                ("log", "c", "first"),
                ("log", "c", "earlier", "-d", "2026-10-01"),
                ("rm", "@1"),
                ("undo",),
                ("init", "-j", "other"),
                ("log", "-j", "other", "c", "there"),
            ]
            for arguments in commands:
                result = box.run(*arguments, prefix=prefix)
                said = f"umask {umask}, {' '.join(arguments)}: {faults.says(result)}"
                checks.equal(result.exit, 0, said)
            broken = box.data / "main" / "2026-11.toml"
            broken.write_text(OLD + "[[entry]\n")
            box.run("log", "c", "beside", prefix=prefix)  # a pending file
            make_private_folder(box.data / "main" / "2026-09.toml")
            box.run("log", "c", "elsewhere", "-d", "2026-09-01", prefix=prefix)  # a recovery file
            for place in ("data", "state", "config", "cache"):
                for name, node in faults.read_tree(box.root / place).items():
                    right = 0o700 if node.kind == "dir" else 0o600
                    said = f"umask {umask}: mode of {place}/{name}"
                    checks.equal(oct(node.mode), oct(right), said)


def check_untouched_bytes(mend: Path, checks: Checks) -> None:
    def crlf(text: str) -> bytes:
        return text.replace("\n", "\r\n").encode()

    styles = {
        "as mend writes": OLD.encode(),
        "no final newline": OLD.rstrip("\n").encode(),
        "many newlines": (OLD + "\n\n\n").encode(),
        "CRLF": crlf(OLD),
        "CRLF, no final newline": crlf(OLD)[:-2],
        "byte order mark": b"\xef\xbb\xbf" + OLD.encode(),
        "a comment at the end": (OLD + "\n# the end").encode(),
        "a table at the end": (OLD + '\n[mine]\nx = "[[entry]]"\n').encode(),
        "tabs and blanks": re.sub(r"^(text) =", r"\t \1\t =  ", OLD, flags=re.MULTILINE)
        .replace("[[entry]]", "  [[ entry ]]")
        .encode(),
        "empty": b"",
        "one comment": b"# nothing yet",
        "literal strings": (OLD + "note = '''\n[[entry]]\nC:\\path'''\n").encode(),
    }
    for name, data in styles.items():
        with Sandbox(mend) as box:
            month = faults.write_month(box, "2026-11.toml", data)
            result = box.run("log", "c", "new\nlines")
            checks.equal(result.exit, 0, f"{name}: log, {faults.says(result)}")
            after = month.read_bytes()
            checks.expect(after.startswith(data) and after != data, f"{name}: old bytes untouched")
            if data.startswith(b"# mine\r"):
                checks.expect(b"\n" not in after.replace(b"\r\n", b""), f"{name}: line endings")
            checks.equal(box.run("undo").exit, 0, f"{name}: undo of log")
            checks.equal(month.read_bytes() if month.exists() else b"", data, f"{name}: undone bytes")
            if b"aaaa111111" in data:
                checks.equal(box.run("rm", "aaaa").exit, 0, f"{name}: rm")
                checks.expect(b"the first of all" not in month.read_bytes(), f"{name}: removed")
                result = box.run("undo")
                checks.equal(result.exit, 0, f"{name}: undo of rm, {faults.says(result)}")
                checks.equal(month.read_bytes(), data, f"{name}: bytes after undo of rm")


# --- What is no file of records ---------------------------------------------------------------


class Kind(enum.Enum):
    """What mend may make of a file. Only one that is TOML may be added to."""

    FINE = "TOML, and perhaps even a journal"
    ODD = "TOML, with entries that make no sense"
    BROKEN = "no TOML, or refused"


def run_limited(box: Sandbox, *arguments: str, longest: float) -> Result:
    prefix = ["prlimit", f"--as={GIBIBYTE}"] if shutil.which("prlimit") else []
    return box.run(*arguments, prefix=prefix, timeout=longest)


def judge_hostile(
    checks: Checks,
    box: Sandbox,
    what: str,
    data: bytes | None,
    *,
    must_save: bool,
    kind: Kind = Kind.BROKEN,
    longest: float = LONGEST,
) -> None:
    """2026-11.toml is hostile, 2026-10.toml is not. `data`: what the hostile file has to stay."""
    month = box.data / "main" / "2026-11.toml"
    for arguments in (("list", "--json"), ("today",)):
        said = f"{what}, {arguments[0]}"
        try:
            result = run_limited(box, *arguments, longest=longest)
        except subprocess.TimeoutExpired:
            checks.expect(False, f"{said}: no end after {longest:.0f} s")
            return
        said += f" ({faults.says(result)})"
        exits = {0, 65, 74} if kind is Kind.FINE else {65, 74}
        checks.expect(result.exit in exits, f"{said}: exit")
        judge_harmless(checks, result.stderr, said)
        if result.exit != 0:
            checks.expect(b"2026-11.toml" in result.stderr, f"{said}: it is named")
        if arguments[0] == "list":
            checks.expect(b"the good one" in result.stdout, f"{said}: the other month is shown")
    try:
        result = run_limited(box, "log", "c", "saved all the same", longest=longest)
    except subprocess.TimeoutExpired:
        checks.expect(False, f"{what}, log: no end after {longest:.0f} s")
        return
    said = f"{what}, log ({faults.says(result)})"
    judge_harmless(checks, result.stderr, said)
    if result.exit == 0:
        shown = run_limited(box, "list", "--json", longest=longest)
        checks.expect(b"saved all the same" in shown.stdout, f"{said}: it is listed")
    else:
        checks.expect(not must_save, f"{said}: logging goes on beside it")
        checks.expect(result.exit in faults.DOCUMENTED_EXITS, f"{said}: exit")
        unkept = faults.is_kept_outside(box, result, b"saved all the same")
        checks.expect(not unkept, f"{said}: {unkept}")
    if data is not None:
        # An entry that makes no sense damages itself, not the file, as long as that is TOML.
        now = month.read_bytes()
        is_right = now == data if kind is Kind.BROKEN else now.startswith(data)
        checks.expect(is_right, f"{said}: the file itself is untouched")


# As root, a broken mend replaces what a link points to: never point one at the machine's own.
DEVICES = {"/dev/null": (1, 3), "/dev/zero": (1, 5), "/dev/full": (1, 7)}


def link_to_device(device: str, path: Path) -> None:
    """A symlink to a device of the test's own, beside it."""
    own = path.with_name(Path(device).name)
    os.mknod(own, 0o600 | stat.S_IFCHR, os.makedev(*DEVICES[device]))
    path.symlink_to(own.name)


def can_make_devices() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "link"
        try:
            link_to_device("/dev/null", path)
            path.read_bytes()
        except OSError:
            return False
    return True


def check_no_files(mend: Path, checks: Checks) -> None:
    def listen(path: Path) -> None:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(f"/proc/self/fd/{folder_fd}/{path.name}")

    def link_to_folder(path: Path) -> None:
        make_private_folder(path.with_name("folder"))
        path.symlink_to("folder")

    makers: dict[str, Callable[[Path], object]] = {
        "a FIFO": os.mkfifo,
        "a folder": make_private_folder,
        "a symlink to a folder": link_to_folder,
        "a socket": listen,
    }
    for device in DEVICES:
        makers[f"a symlink to {device}"] = functools.partial(link_to_device, device)
    if not can_make_devices():
        checks.skip("no devices can be made here; a month that is one was not tried")
        makers = {what: make for what, make in makers.items() if "/dev/" not in what}
    for what, make in makers.items():
        with Sandbox(mend) as box:
            good = faults.write_month(box, "2026-10.toml", GOOD)
            folder_fd = os.open(good.parent, os.O_RDONLY)
            make(good.parent / "2026-11.toml")
            os.close(folder_fd)
            judge_hostile(checks, box, what, None, must_save=False)


SOUP = [b"[[entry]]", b"\n", b'"""', b"'''", b'"', b"=", b"{", b"[", b"#", b"\\", b"\r", b"a"]


def hostile_contents(is_long: bool) -> Iterator[tuple[str, bytes, Kind]]:
    """What it is called, the bytes, and what mend may make of them."""
    head = "format = 1\n\n"
    one = faults.entry("evil111111", "before it")

    def in_entry(line: str) -> bytes:
        return (head + one + line + "\n").encode()

    yield "a key 100,000 deep", in_entry("a" + ".a" * 100_000 + " = 1"), Kind.BROKEN
    yield "a quoted key 100,000 deep", in_entry('"a"' + ' . "a"' * 100_000 + " = 1"), Kind.BROKEN
    yield "a table 100,000 deep", (head + one + "[a" + ".a" * 100_000 + "]\n").encode(), Kind.BROKEN
    yield "a deep key in an unclosed string", (
        head + one + 'x = """\n[[entry]]\na' + ".a" * 100_000 + " = 1\n"
    ).encode(), Kind.BROKEN
    yield "a key 1,000,000 deep in an unclosed string", (
        head + one + 'x = """\n[[entry]]\na' + ".a" * 1_000_000 + " = 1\n"
    ).encode(), Kind.BROKEN
    yield "keys 100 deep in tables 250 deep", in_entry(
        ("a" + ".a" * 99 + " = {") * 250 + "a = 1" + "}" * 250
    ), Kind.FINE
    yield "a deep key behind a conflict marker", (
        head + one + "<<<<<<< HEAD\n[[entry]]\na" + ".a" * 100_000 + " = 1\n"
    ).encode(), Kind.BROKEN
    yield "200,000 arrays, nested", in_entry("x = " + "[" * 200_000 + "]" * 200_000), Kind.BROKEN
    yield "200,000 arrays, nested and open", in_entry("x = " + "[" * 200_000), Kind.BROKEN
    yield "200,000 inline tables, nested", in_entry("x = " + "{a=" * 200_000 + "1"), Kind.BROKEN
    yield "arrays nested in an unclosed string", (
        head + one + 'x = """\n[[entry]]\nx = ' + "[" * 200_000 + "\n"
    ).encode(), Kind.BROKEN
    yield "5 million commas", in_entry("x = [" + "1," * 5_000_000 + "]"), Kind.BROKEN
    yield "5 million commas alone", in_entry("," * 5_000_000), Kind.BROKEN
    yield "5 million empty tables", (head + one + "[[x]]\n" * 5_000_000).encode(), Kind.BROKEN
    yield "2 million empty entries", (head + one + "[[entry]]\n" * 2_000_000).encode(), Kind.BROKEN
    if is_long:
        yield "100,000 entries with one id", (head + one * 100_000).encode(), Kind.FINE
        yield "a line of 20 MiB", in_entry("# " + "x" * (20 << 20)), Kind.FINE
        yield "a text of 20 MiB", in_entry('more = "' + "x" * (20 << 20) + '"'), Kind.FINE
    yield "300,000 dates in one line", in_entry("x = [" + "2026-01-01," * 300_000 + "]"), Kind.FINE
    yield "100,000 broken entries", (head + '[[entry]]\nid = "x\n' * 100_000).encode(), Kind.BROKEN
    yield "100,000 unclosed strings", (head + '[[entry]]\nid = """\n' * 100_001).encode(), Kind.BROKEN
    yield "300,000 keys in an entry", in_entry(
        "\n".join(f"key{number} = {number}" for number in range(300_000))
    ), Kind.FINE
    yield "NUL bytes", b"\0" * 4096, Kind.BROKEN
    yield "a torn end of NUL bytes", (head + one).encode() + b"\0" * 512, Kind.BROKEN
    yield "a NUL in a text", (head + one).encode().replace(b"before", b"be\0re"), Kind.BROKEN
    yield "an escape in a text", (head + one).encode().replace(b"before", b"\x1b[31m"), Kind.BROKEN
    yield "not UTF-8", (head + one).encode().replace(b"before", b"be\xff\xfe"), Kind.BROKEN
    yield "UTF-16", (head + one).encode("utf-16"), Kind.BROKEN
    yield "a wrong type", in_entry("tags = 5"), Kind.ODD
    yield "a bad date", (head + one).replace("2026-11-20", "2026-02-30").encode(), Kind.BROKEN
    yield "huge numbers", in_entry("x = " + "9" * 400), Kind.BROKEN
    yield "format as a text", (head + one).replace("format = 1", 'format = "1"').encode(), Kind.BROKEN
    yield "entry as a table", b'format = 1\n[entry]\nid = "x"\n', Kind.ODD
    yield "entry as a value", b"format = 1\nentry = 5\n", Kind.BROKEN
    owned = "\x1b]0;owned\x07 = \x9b31m\n"
    yield "escapes in what is wrong", (head + one + owned).encode(), Kind.BROKEN
    yield "bidi in what is wrong", (head + one + '"\u202e\u2066" = = 1\n').encode(), Kind.BROKEN
    chance = random.Random(7)
    for number in range(40):
        size = chance.choice((1, 10, 1000, 100_000))
        yield f"random bytes {number}", b"= " + chance.randbytes(size), Kind.BROKEN
        soup = b"\n= ".join(chance.choice(SOUP) for _ in range(size // 4))
        yield f"TOML soup {number}", b"= " + soup, Kind.BROKEN


def check_hostile_contents(mend: Path, checks: Checks, is_long: bool) -> None:
    for what, data, kind in hostile_contents(is_long):
        with Sandbox(mend) as box:
            faults.write_month(box, "2026-10.toml", GOOD)
            faults.write_month(box, "2026-11.toml", data)
            judge_hostile(checks, box, what, data, must_save=True, kind=kind)


def check_settings(mend: Path, checks: Checks) -> None:
    """Settings and the undo history are files too; what is wrong with them hides no record."""
    makers: dict[str, Callable[[Path], object]] = {
        "a FIFO": os.mkfifo,
        "a folder": make_private_folder,
        "/dev/zero": functools.partial(link_to_device, "/dev/zero"),
        "a key 100,000 deep": lambda path: path.write_text("a" + ".a" * 100_000 + " = 1\n"),
        "200,000 nested arrays": lambda path: path.write_text("x = " + "[" * 200_000),
        "no TOML": lambda path: path.write_text("week_start = \x1b[31m\n"),
        "random bytes": lambda path: path.write_bytes(random.Random(3).randbytes(5000)),
    }
    if not can_make_devices():
        del makers["/dev/zero"]
    for what, make in makers.items():
        for name in ("journal.toml", "config.toml", "undo"):
            with Sandbox(mend) as box:
                faults.write_month(box, "2026-11.toml", OLD)
                box.run("log", "c", "logged before")
                path = {
                    "journal.toml": box.data / "main" / "journal.toml",
                    "config.toml": box.config / "config.toml",
                    "undo": box.state / "undo" / "main" / "00000001.toml",
                }[name]
                make_private_folder(path.parent)
                path.unlink(missing_ok=True)
                make(path)
                for command in ("undo", "today") if name == "undo" else ("today", "list"):
                    said = f"{name} is {what}, {command}"
                    try:
                        result = run_limited(box, command, longest=LONGEST)
                    except subprocess.TimeoutExpired:
                        checks.expect(False, f"{said}: no end after {LONGEST:.0f} s")
                        continue
                    said += f" ({faults.says(result)})"
                    judge_harmless(checks, result.stderr, said)
                    is_read = (name, command) not in (("undo", "today"), ("journal.toml", "list"))
                    exits = {65, 74} if is_read else {0, 65, 74}
                    if command == "undo":
                        exits = {1, 65, 74}
                    checks.expect(result.exit in exits, f"{said}: exit")
                    if command == "list":
                        checks.expect(b"first of all" in result.stdout, f"{said}: records are shown")
                result = run_limited(box, "log", "c", "all the same", longest=LONGEST)
                checks.equal(result.exit, 0, f"{name} is {what}, log: {faults.says(result)}")
                texts = [each["text"] for each in box.entries()]
                checks.equal(texts.count("all the same"), 1, f"{name} is {what}, log: stands once")


def check_size(mend: Path, checks: Checks, is_long: bool) -> None:
    limit = 64 << 20
    longest = 6 * LONGEST  # as much as is allowed may take a while
    start = OLD + "\n#"
    sizes = [(limit + 1, "64 MiB and a byte"), (1 << 40, "1 TiB, sparse")]
    for size, what in [(limit, "64 MiB"), *sizes] if is_long else sizes:
        kind = Kind.FINE if size == limit else Kind.BROKEN
        with Sandbox(mend) as box:
            faults.write_month(box, "2026-10.toml", GOOD)
            month = faults.write_month(box, "2026-11.toml", start)
            with month.open("ab") as file:
                if size > limit + 1:
                    file.truncate(size)
                else:
                    line = b"x" * 1023 + b"\n#"
                    padding = line * ((size - len(start)) // len(line) + 1)
                    file.write(padding[: size - len(start) - 1] + b"\n")
            checks.equal(month.stat().st_size, size, f"{what}: size")
            before = month.stat()
            judge_hostile(checks, box, what, None, must_save=False, kind=kind, longest=longest)
            if size > limit:
                checks.equal(month.stat().st_ino, before.st_ino, f"{what}: the very same file")
            else:
                found = run_limited(box, "list", "--json", longest=longest).stdout
                checks.expect(b"the second of all" in found, f"{what}: its entries are shown")


def check_growth(mend: Path, checks: Checks) -> None:
    """A month that is nearly as large as is read does not grow past that; the words are kept."""
    limit = 64 << 20
    start = OLD + "\n"
    line = "#" + "x" * 1022 + "\n"
    rest = limit - len(start) - 20
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        data = (start + line * (rest // len(line)) + "#" * (rest % len(line) - 1) + "\n").encode()
        month = faults.write_month(box, "2026-11.toml", data)
        begin = month.stat()
        result = box.run("log", "c", "one too many", timeout=6 * LONGEST)
        what = f"a month of 64 MiB less 20 bytes ({faults.says(result)})"
        checks.equal(result.exit, 74, f"{what}: exit")
        checks.expect(b"64 MiB" in result.stderr, f"{what}: why")
        unkept = faults.is_kept_outside(box, result, b"one too many")
        checks.expect(not unkept, f"{what}: {unkept}")
        now = month.stat()
        checks.equal((now.st_ino, now.st_size), (begin.st_ino, len(data)), f"{what}: untouched")
        left = faults.temporaries_in(faults.read_tree(box.data))
        checks.expect(not left, f"{what}: left behind: {left}")


def is_toml(data: bytes) -> bool:
    try:
        parse_toml(data)
    except ValueError:
        return False
    return True


def check_damage_hides_one(mend: Path, checks: Checks) -> None:
    """One damaged entry hides itself alone, and is named with file, line and column."""
    middle = faults.entry("cccc333333", "the one between")
    damages = {
        "an unclosed string": middle.replace('between"', "between"),
        "an unclosed string of lines": middle.replace('"the one between"', '"""the one\nbetween'),
        "no value": middle + "x =\n",
        "a key twice": middle + 'text = "again"\n',
        "a value of the wrong type": middle.replace('"consistency"', "5"),
        "no day": middle.replace("day = 2026-11-20\n", ""),
        "an unknown kind": middle.replace('"action"', '"acton"'),
        "a bracket missing": middle.replace("[[entry]]", "[[entry]"),
        "a half-written last line": middle[: len(middle) // 2] + "\n",
        "an open array": middle + "tags = [\n",
    }
    for what, text in damages.items():
        with Sandbox(mend) as box:
            data = OLD + "\n" + text + "\n" + faults.entry("dddd444444", "the last of all")
            month = faults.write_month(box, "2026-11.toml", data)
            faults.write_month(box, "2026-10.toml", GOOD)
            result = box.run("list", "--json")
            said = f"damaged: {what} ({faults.says(result)})"
            checks.equal(result.exit, 65, f"{said}: exit")
            for other in ("the good one", "the first of all", "the second of all", "the last of all"):
                checks.expect(other.encode() in result.stdout, f"{said}: '{other}' is shown")
            line = data[: data.index(text)].count("\n") + 1
            found = re.search(rb"2026-11\.toml:(\d+):(\d+): ", result.stderr)
            if checks.expect(found, f"{said}: file, line and column"):
                is_there = line <= int(found[1]) <= line + text.count("\n") + 1
                checks.expect(is_there, f"{said}: the line is one of {line} and following")
            result = box.run("log", "c", "beside")
            checks.equal(result.exit, 0, f"{said}: log, {faults.says(result)}")
            now = month.read_text()
            is_right = now.startswith(data) if is_toml(data.encode()) else now == data
            checks.expect(is_right, f"{said}: the damaged file is untouched")
            checks.expect("beside" in texts_of(box), f"{said}: what was logged is shown")


def check_conflicts(mend: Path, checks: Checks) -> None:
    ours = faults.entry("ours111111", "our side")
    theirs = faults.entry("thei111111", "their side")
    data = f"{OLD}\n<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> origin/main\n"
    with Sandbox(mend) as box:
        month = faults.write_month(box, "2026-11.toml", data)
        faults.write_month(box, "2026-10.toml", GOOD)
        result = box.run("list", "--json")
        what = f"git's conflict markers ({faults.says(result)})"
        checks.equal(result.exit, 65, f"{what}: exit")
        for text in ("the good one", "the first of all", "the second of all"):
            checks.expect(text.encode() in result.stdout, f"{what}: '{text}' is shown")
        checks.expect(re.search(rb"2026-11\.toml:\d+:\d+", result.stderr), f"{what}: where")
        checks.equal(box.run("log", "c", "beside").exit, 0, f"{what}: log")
        checks.equal(month.read_text(), data, f"{what}: the file is untouched")
        checks.expect("beside" in texts_of(box), f"{what}: what was logged is shown")
        line = data[: data.index("<<<<<<<")].count("\n") + 1
        judge_named(checks, box, f"{month.name}:{line}:", "conflict", 65)

    names = [
        "2026-11.sync-conflict-20261120-101112-ABCDEFG.toml",
        "2026-11 (conflicted copy).toml",
        "2026-11 (Sam's conflicted copy 2026-11-20).toml",
        "2026-11.toml.orig",
        "2026-11.toml~",
        ".2026-11.toml.swp",
        "#2026-11.toml#",
        "2026-11 copy.toml",
    ]
    judge_ignored(mend, checks, names)
    with Sandbox(mend) as box:
        for name in names[:3]:
            faults.write_month(box, name, OLD)
        for name in names[:3]:
            judge_named(checks, box, name, "sync program", 1)


def judge_named(checks: Checks, box: Sandbox, name: str, reason: str, code: int) -> None:
    """doctor says of this file what is odd about it."""
    result = box.run("doctor")
    said = [line for line in result.stdout.decode().splitlines() if name in line]
    what = f"doctor, {name} (exit {result.exit}, stdout {faults.short(result.stdout)})"
    checks.expect(any(reason in line for line in said), f"{what}: is named")
    checks.equal(result.exit, code, f"{what}: exit")


def check_names(mend: Path, checks: Checks) -> None:
    judge_ignored(
        mend,
        checks,
        [
            "2026-13.toml",
            "2026-00.toml",
            "2026-1.toml",
            "26-11.toml",
            "02026-11.toml",
            "-2026-11.toml",
            " 2026-11.toml",
            "2026-11.TOML",
            "2026-11.toml ",
            "2026-11.toml\n",
            "2026-11\n.toml",
            "\uff12\uff10\uff12\uff16-11.toml",
            "2026\u201011.toml",
            "2026-11.toml.toml",
            "2026-11.pending-.toml",
            "2026-11.pending-UPPER.toml",
            "2026-11.pending-a b.toml",
            "2026-11.pending-../x.toml".replace("/", "\u2215"),
            "2026-11.pending-" + "a" * 65 + ".toml",
            "\x1b[31m.toml",
            "\x1b]0;owned\x07",
            "-rf",
            "$(touch x).toml",
            b"\xff\xfe.toml",
            b"2026-11\xff.toml",
        ],
    )
    with Sandbox(mend) as box:
        more = faults.entry("pend111111", "waiting beside")
        for name in ("2026-11.pending-a.toml", "2026-11.pending-" + "z" * 64 + ".toml"):
            faults.write_month(box, name, more.replace("pend", name[16] + "end"))
        checks.equal(len(texts_of(box)), 2, "pending files are read")
    # The folder's own name is in every message.
    for folder in ("e\x1b[31mvil", "new\nline", "\u202ebidi", "[brackets] 'and' \"quotes\" $x"):
        with Sandbox(mend, {"XDG_DATA_HOME": f"<dir>/{folder}"}) as box:
            faults.write_month(box, "2026-11.toml", OLD + "[[entry]\n")
            make_private_folder(box.data / "main" / "2026-10.toml")
            for arguments in (("list",), ("log", "c", "new"), ("log", "c", "x", "-d", "2026-10-01")):
                result = box.run(*arguments)
                what = f"a folder called {folder!r}, {arguments[0]} ({faults.says(result)})"
                judge_harmless(checks, result.stderr, what)
                checks.expect(result.exit in faults.DOCUMENTED_EXITS, f"{what}: exit")
    with Sandbox(mend) as box:
        names = ["evil\x1b[31m", "\u202eevil", "a\nb", "..", ".hidden", "-x", "a/../../b", ""]
        for name in [*names, "a" * 300]:
            result = box.run("log", "-j", name, "c", "new")
            what = f"a journal called {name!r} ({faults.says(result)})"
            checks.expect(result.exit in ({2} if name else {0, 2}), f"{what}: exit")
            judge_harmless(checks, result.stderr, what)
        for name in ("evil\x1b[31m", "\u202eevil", b"\xff"):
            path = os.fsencode(box.data) + b"/" + (name if isinstance(name, bytes) else name.encode())
            os.makedirs(path, mode=0o700, exist_ok=True)
        for arguments in (("journals",), ("list", "-j", "evil")):
            result = box.run(*arguments)
            judge_harmless(checks, result.stderr + result.stdout, f"hostile journals, {arguments[0]}")


def judge_ignored(mend: Path, checks: Checks, names: list[str | bytes]) -> None:
    """None of these is a file of records, and none is touched."""
    with Sandbox(mend) as box:
        month = faults.write_month(box, "2026-11.toml", OLD)
        stranger = faults.entry("xxxx999999", "a stranger").encode()
        paths = []
        for name in names:
            path = os.fsencode(month.parent) + b"/" + os.fsencode(name)
            with open(path, "wb") as file:
                file.write(stranger)
            paths.append(path)
        result = box.run("list", "--json")
        checks.equal(result.exit, 0, f"strange names: {faults.says(result)}")
        judge_harmless(checks, result.stderr, "strange names")
        count = result.stdout.count(b"a stranger")
        if not checks.equal(count, 0, "strange names: entries read from them"):
            for path in paths:
                os.unlink(path)
                now = box.run("list", "--json").stdout.count(b"a stranger")
                if now < count:
                    print(f"  read: {os.path.basename(path)!r}")
                count = now
            return
        box.run("log", "c", "new")
        box.run("rm", "aaaa")
        for path in paths:
            with open(path, "rb") as file:
                checks.equal(file.read(), stranger, f"strange names: {path!r} afterwards")


def check_unreadable(mend: Path, checks: Checks) -> None:
    is_root = os.geteuid() == 0
    if is_root and (shutil.which("setpriv") is None or not faults.is_real_root()):
        checks.skip("root reads everything, and setpriv is not installed or not allowed")
        return
    prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    for what in ("the file", "the folder", "journal.toml", "config.toml"):
        with Sandbox(mend) as box:
            faults.write_month(box, "2026-10.toml", GOOD)
            month = faults.write_month(box, "2026-11.toml", OLD)
            faults.write_config(box, "lock_timeout = 5\n")
            settings = month.parent / "journal.toml"
            settings.write_text("format = 1\n")
            link = box.root / "bin" / "mend"
            link.unlink()
            shutil.copy(box.mend, link)
            if is_root:
                for folder, folders, files in os.walk(box.root):
                    for name in (".", *folders, *files):
                        os.chown(Path(folder, name), NOBODY, NOBODY, follow_symlinks=False)
            locked = {
                "the file": month,
                "the folder": month.parent,
                "journal.toml": settings,
                "config.toml": box.config / "config.toml",
            }[what]
            locked.chmod(0)
            result = box.run("list", "--json", prefix=prefix if is_root else [])
            said = f"{what} is not readable ({faults.says(result)})"
            if what == "journal.toml":
                result = box.run("today", prefix=prefix if is_root else [])
                said = f"{what} is not readable ({faults.says(result)})"
            checks.equal(result.exit, 74, f"{said}: exit")
            checks.expect(locked.name.encode() in result.stderr, f"{said}: it is named")
            if what == "the file":
                checks.expect(b"the good one" in result.stdout, f"{said}: the other month is shown")
            result = box.run("log", "c", "newword", prefix=prefix if is_root else [])
            said = f"{what} is not readable, log ({faults.says(result)})"
            locked.chmod(0o700 if what == "the folder" else 0o600)
            if result.exit == 0:
                kept = faults.all_bytes(faults.journal_files(box))
                checks.expect(b'newword' in kept, f"{said}: there")
            else:
                checks.expect(result.exit in (73, 74), f"{said}: exit")
                unkept = faults.is_kept_outside(box, result, b'newword')
                checks.expect(not unkept, f"{said}: {unkept}")
                checks.equal(month.read_text(), OLD, f"{said}: the file is untouched")


def check_changed_meanwhile(mend: Path, checks: Checks) -> None:
    """An editor saves the month while mend is about to replace it: both changes stay."""
    if why := faults.why_no_strace():
        checks.skip(f"{why}; an editor in between was not tried")
        return
    for how in ("in place", "by rename"):
        with Sandbox(mend, faults.PLAIN_ZONE) as box:
            month = faults.write_month(box, "2026-11.toml", OLD)
            # Half a second in which the temporary is written and the month not yet looked at again.
            delay = faults.strace("fsync:delay_enter=700000:when=5", trace="fsync")
            process = box.start([*delay, box.root / "bin" / "mend", "log", "c", "from mend"])
            deadline = time.monotonic() + 5
            while time.monotonic() < deadline:
                if faults.temporaries_in(faults.read_tree(box.data)):
                    break
                time.sleep(0.01)
            edited = month.read_text().replace("# mine", "# edited meanwhile")
            if how == "in place":
                month.write_text(edited)
            else:
                other = month.with_name("editor")
                other.write_text(edited)
                other.rename(month)
            code = process.wait(20)
            process.communicate()
            text = month.read_text()
            checks.equal(code, 0, f"edited {how} meanwhile: exit")
            checks.expect("# edited meanwhile" in text, f"edited {how} meanwhile: the edit stays")
            checks.equal(text.count('"from mend"'), 1, f"edited {how} meanwhile: the entry is there")


def check_second_changed_meanwhile(mend: Path, checks: Checks) -> None:
    """The same between the two files of one change. Edits beside the entry are no obstacle; one of
    the entry itself is: then it is said that a part was done, and undo takes that back."""
    if why := faults.why_no_strace():
        checks.skip(f"{why}; an editor between two files was not tried")
        return
    for command in (("rm", "aaaa", "good"), ("edit", "aaaa", "--on", "2026-10-06")):
        for is_beside in (True, False):
            with Sandbox(mend, faults.PLAIN_ZONE) as box:
                box.run("log", "c", "so that all folders are there", "-d", "2026-09-01")
                faults.write_month(box, "2026-10.toml", GOOD)
                faults.write_month(box, "2026-11.toml", OLD)
                before = {each["id"] for each in box.entries()}
                where = "beside it" if is_beside else "itself"
                what = f"{command[0]} of two files, the second edited meanwhile {where}"
                result = run_while_second_is_edited(checks, box, command, what, is_beside)
                what += f" ({faults.says(result)})"
                if is_beside:
                    checks.equal(result.exit, 0, f"{what}: exit")
                    found = [each["id"] for each in box.entries()]
                    checks.equal(len(found), len(set(found)), f"{what}: none stands twice, {found}")
                    gone = {"aaaa111111", "good111111"} if command[0] == "rm" else set()
                    checks.equal(set(found), before - gone, f"{what}: entries")
                else:
                    checks.equal(result.exit, 74, f"{what}: exit")
                    checks.expect(b"only a part" in result.stderr, f"{what}: says so")
                box.run("undo")
                now = box.entries()
                checks.equal(sorted(each["id"] for each in now), sorted(before), f"{what}: undone")
                edits = b"".join(path.read_bytes() for path in faults.month_files(box))
                checks.equal(edits.count(b"edited meanwhile"), 1, f"{what}: the edit stays")


def run_while_second_is_edited(
    checks: Checks, box: Sandbox, command: tuple[str, ...], what: str, is_beside: bool
) -> Result:
    # The two syncs of the note for undo and the first file's own two, then that of the second one's
    # temporary.
    delay = faults.strace("fsync:delay_enter=1500000:when=5", trace="fsync")
    old = faults.without_temporaries(faults.journal_files(box))
    process = box.start([*delay, box.root / "bin" / "mend", *command])
    left: list[str] = []
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        tree = faults.journal_files(box)
        left = faults.temporaries_in(tree)
        if left and faults.without_temporaries(tree) != old:
            break
        time.sleep(0.01)
    if checks.equal(len(left), 1, f"{what}: it is on its way"):
        second = box.data / "main" / re.search(r"\d{4}-\d\d\.toml", left[0])[0]
        text = second.read_text()
        if is_beside:
            text = "# edited meanwhile\n" + text
        else:
            text = re.sub("the (good one|first of all)", "edited meanwhile", text)
        second.write_text(text)
    return finish(process, timeout=20)


def main() -> int:
    options = faults.parse_options(__doc__)
    checks = Checks("files")
    check_symlinks(options.mend, checks)
    check_modes(options.mend, checks)
    check_hard_links(options.mend, checks)
    check_umask(options.mend, checks)
    check_untouched_bytes(options.mend, checks)
    check_no_files(options.mend, checks)
    check_hostile_contents(options.mend, checks, options.long)
    check_settings(options.mend, checks)
    check_size(options.mend, checks, options.long)
    check_growth(options.mend, checks)
    check_damage_hides_one(options.mend, checks)
    check_conflicts(options.mend, checks)
    check_names(options.mend, checks)
    check_unreadable(options.mend, checks)
    check_changed_meanwhile(options.mend, checks)
    check_second_changed_meanwhile(options.mend, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
