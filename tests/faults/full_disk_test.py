# SPDX-License-Identifier: MIT
"""A disk that is full, read-only or limited costs no word and no byte of an old file.

Small file systems in memory (64 KiB, or a handful of inodes) hold the journal; then the same with the
state folder on them too, so that only stderr is left for the words. Then: mounted read-only, folders
without write permission, chattr +i and +a, a limit on file sizes (SIGXFSZ), and quotas.

Everything is mounted in a mount namespace of the test's own and gone with it. Needs root, or user
namespaces; parts that need more say SKIPPED.

Seen red with builds of mend that: rewrite in place (the month file was empty on the full disk), take
a failed write for success (exit 0), write no recovery file.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import faults
from faults import Checks
from sandbox import Result, Sandbox, make_private_folder

NOBODY = 65534

OLD = "# mine\nformat = 1\n\n" + faults.entry("aaaa111111", "the first of all")
TEXT = "what must not be lost"


@contextlib.contextmanager
def mounted(where: Path, options: str) -> Iterator[None]:
    make_private_folder(where)
    command = ["mount", "-t", "tmpfs", "-o", f"mode=0700,{options}", "none", where]
    subprocess.run(command, check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", where], check=True)


def fill_bytes(folder: Path) -> Path:
    """Leaves not one byte free."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 512, 64, 1):
            with contextlib.suppress(OSError):
                while file.write(b"x" * size):
                    pass
    return filler


def fill_inodes(folder: Path) -> list[Path]:
    made = []
    with contextlib.suppress(OSError):
        while True:
            path = folder / f"inode{len(made)}"
            path.touch(exist_ok=False)
            made.append(path)
    return made


def judge_failure(
    checks: Checks,
    box: Sandbox,
    result: Result,
    before: faults.Tree,
    what: str,
    *,
    is_on_stderr: bool = False,
) -> None:
    what += f" ({faults.says(result)})"
    checks.expect(result.exit in (73, 74), f"{what}: exit")
    checks.expect(not result.stdout, f"{what}: nothing claims that it was kept")
    checks.equal(faults.journal_files(box), before, f"{what}: the journal's files")
    unkept = faults.is_kept_outside(box, result, TEXT.encode())
    checks.expect(not unkept, f"{what}: {unkept}")
    if is_on_stderr:
        checks.expect(TEXT.encode() in result.stderr, f"{what}: the words are on stderr")
    else:
        checks.equal(len(faults.recovery_files(box)), 1, f"{what}: recovery files")


def judge_recovered(checks: Checks, box: Sandbox, what: str) -> None:
    result = box.run("log", "c", "when there is room again")
    checks.equal(result.exit, 0, f"{what}, with room again: {faults.says(result)}")
    texts = [each.get("text") for each in box.entries()]
    checks.equal(texts.count("when there is room again"), 1, f"{what}, with room again: texts")


def check_full(mend: Path, checks: Checks) -> None:
    for limit, options in (("bytes", "size=64k"), ("inodes", "size=1m,nr_inodes=24")):
        for is_state_full in (False, True):
            for start in ("an old month", "the first of a month", "the first ever"):
                what = f"no {limit} left" + (", for state neither" if is_state_full else "")
                overrides = dict(faults.PLAIN_ZONE)
                if is_state_full:
                    overrides["XDG_STATE_HOME"] = "<dir>/data/state"
                with Sandbox(mend, overrides) as box, mounted(box.root / "data", options):
                    check_full_disk(checks, box, limit, start, is_state_full, f"{what}, {start}")


def check_full_disk(
    checks: Checks, box: Sandbox, limit: str, start: str, is_state_full: bool, what: str
) -> None:
    if start != "the first ever":
        faults.write_month(box, "2026-11.toml", OLD)
        box.run("log", "c", "while there was room")
    disk = box.root / "data"
    fillers = fill_inodes(disk) if limit == "inodes" else [fill_bytes(disk)]
    before = faults.journal_files(box)
    day = "2026-10-01" if start == "the first of a month" else "today"
    result = box.run("log", "c", TEXT, "-d", day)
    judge_failure(checks, box, result, before, what, is_on_stderr=is_state_full)
    if start == "an old month":
        for command in ("rm", "undo"):
            result = box.run(command, *(["aaaa"] if command == "rm" else []))
            said = f"{what}, {command} ({faults.says(result)})"
            checks.expect(result.exit in (73, 74), f"{said}: exit")
            checks.equal(faults.journal_files(box), before, f"{said}: the journal's files")
        result = box.run("list")
        checks.equal(result.exit, 0, f"{what}, list: {faults.says(result)}")
    for filler in fillers:
        filler.unlink()
    judge_recovered(checks, box, what)


def check_too_big_to_rewrite(mend: Path, checks: Checks) -> None:
    """There is room for the entry, but not for a second copy of the month."""
    with Sandbox(mend, faults.PLAIN_ZONE) as box, mounted(box.root / "data", "size=64k"):
        filling = "".join(faults.entry(f"id{number:08}", "y" * 200) for number in range(130))
        faults.write_month(box, "2026-11.toml", "format = 1\n" + filling)
        before = faults.journal_files(box)
        result = box.run("log", "c", TEXT)
        judge_failure(checks, box, result, before, "no room for a second copy")


def check_read_only(mend: Path, checks: Checks) -> None:
    for is_state_too in (False, True):
        for is_first in (False, True):
            what = "read-only" + (", state too" if is_state_too else "")
            what += ", the first ever" if is_first else ""
            overrides = dict(faults.PLAIN_ZONE)
            if is_state_too:
                overrides["XDG_STATE_HOME"] = "<dir>/data/state"
            with Sandbox(mend, overrides) as box, mounted(box.root / "data", "size=1m"):
                if not is_first:
                    faults.write_month(box, "2026-11.toml", OLD)
                    box.run("log", "c", "while it was writable")
                before = faults.journal_files(box)
                remount(box.root / "data", "ro")
                result = box.run("log", "c", TEXT)
                judge_failure(checks, box, result, before, what, is_on_stderr=is_state_too)
                for command in (("list", "--json"), ("today",), ("streak",)):
                    result = box.run(*command)
                    checks.equal(result.exit, 0, f"{what}, {command[0]}: {faults.says(result)}")
                remount(box.root / "data", "rw")
                judge_recovered(checks, box, what)


def remount(where: Path, mode: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{mode}", where], check=True)


def check_attributes(mend: Path, checks: Checks) -> None:
    """Files that even root may not change; folders in which nothing may be replaced."""
    if shutil.which("chattr") is None or not faults.is_real_root():
        checks.skip("chattr is not installed or not allowed")
        return
    for attribute, is_on_folder in (("i", False), ("i", True), ("a", True), ("a", False)):
        what = f"chattr +{attribute} on the {'folder' if is_on_folder else 'file'}"
        with Sandbox(mend, faults.PLAIN_ZONE) as box:
            month = faults.write_month(box, "2026-11.toml", OLD)
            target = month.parent if is_on_folder else month
            command = ["chattr", f"+{attribute}", target]
            if subprocess.run(command, capture_output=True).returncode != 0:
                checks.skip("the file system of the temporary folder knows no chattr")
                return
            try:
                before = faults.journal_files(box)
                result = box.run("log", "c", TEXT)
                left = faults.temporaries_in(faults.journal_files(box))
                if (attribute, is_on_folder) == ("a", True):
                    # Such a folder lets nothing be removed again.
                    before |= {name: faults.journal_files(box)[name] for name in left}
                judge_failure(checks, box, result, before, what)
            finally:
                subprocess.run(["chattr", f"-{attribute}", target], check=True)
            judge_recovered(checks, box, what)
            left = faults.temporaries_in(faults.journal_files(box))
            checks.expect(not left, f"{what}: left behind by the next log: {left}")


def run_as_nobody(box: Sandbox, *arguments: str) -> Result:
    prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return box.run(*arguments, prefix=prefix)


def give_to_nobody(box: Sandbox) -> None:
    for folder, folders, files in os.walk(box.root):
        for name in (".", *folders, *files):
            os.chown(Path(folder, name), NOBODY, NOBODY, follow_symlinks=False)


def check_permissions(mend: Path, checks: Checks) -> None:
    if shutil.which("setpriv") is None or not faults.is_real_root():
        checks.skip("setpriv is not installed or not allowed; folders without permissions not tried")
        return
    for locked in ("data/mend/main", "data/mend", "data"):
        what = f"{locked} may not be written"
        with Sandbox(mend, faults.PLAIN_ZONE) as box:
            make_reachable(box)
            is_first = locked != "data/mend/main"
            if is_first:
                make_private_folder(box.root / locked)
            else:
                faults.write_month(box, "2026-11.toml", OLD)
            give_to_nobody(box)
            before = faults.journal_files(box)
            (box.root / locked).chmod(0o500)
            result = run_as_nobody(box, "log", "c", TEXT)
            if is_first:
                checks.equal(result.exit, 73, f"{what}: exit ({faults.says(result)})")
            judge_failure(checks, box, result, before, what)
            (box.root / locked).chmod(0o700)
            result = run_as_nobody(box, "log", "c", TEXT)
            checks.equal(result.exit, 0, f"{what}, then it may: {faults.says(result)}")


def make_reachable(box: Sandbox) -> None:
    """A copy of the program inside the sandbox: others may not look into its own folder."""
    link = box.root / "bin" / "mend"
    link.unlink()
    shutil.copy(box.mend, link)


def check_quota(mend: Path, checks: Checks) -> None:
    if shutil.which("setpriv") is None or not faults.is_real_root():
        checks.skip("setpriv is not installed or not allowed; quotas were not tried")
        return
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        options = "size=4m,usrquota_block_hardlimit=64k"
        try:
            with mounted(box.root / "data", options):
                make_reachable(box)
                faults.write_month(box, "2026-11.toml", OLD)
                give_to_nobody(box)
                fill = "dd if=/dev/zero of=data/filler bs=4096 count=1000"
                prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
                filled = box.execute([*prefix, "sh", "-c", f"cd .. && {fill}"])
                checks.expect(b"uota" in filled.stderr, f"quota: there is one, {filled.stderr!r}")
                before = faults.journal_files(box)
                result = run_as_nobody(box, "log", "c", TEXT)
                judge_failure(checks, box, result, before, "quota")
                checks.expect(b"uota" in result.stderr, f"quota: {faults.says(result)} names it")
        except subprocess.CalledProcessError:
            # No skip: inject_test.py has every call refused for lack of quota.
            print("not tried: quotas (this kernel has none for file systems in memory)")


def check_size_limit(mend: Path, checks: Checks) -> None:
    """RLIMIT_FSIZE ends a process by SIGXFSZ unless that is ignored."""
    faults.need("prlimit")
    for is_first in (False, True):
        # 0: not even a recovery file fits. 400: the undo history fits, the month does not.
        for limit in (0, 1, 100, 400):
            what = f"no file over {limit} bytes" + (", the first ever" if is_first else "")
            with Sandbox(mend, faults.PLAIN_ZONE) as box:
                if not is_first:
                    more = "".join(faults.entry(f"id{n:08}", "y" * 90) for n in range(5))
                    faults.write_month(box, "2026-11.toml", OLD + more)
                before = faults.journal_files(box)
                prefix = ["prlimit", f"--fsize={limit}"]
                result = box.run("log", "c", TEXT, prefix=prefix)
                if result.exit == 0:
                    texts = [each.get("text") for each in box.entries()]
                    checks.expect(TEXT in texts, f"{what}: exit 0, so it is there")
                    checks.expect(limit == 400, f"{what}: that cannot be")
                    continue
                judge_failure(checks, box, result, before, what, is_on_stderr=limit < 300)
                judge_recovered(checks, box, what)
    with Sandbox(mend, faults.PLAIN_ZONE) as box:
        faults.write_month(box, "2026-11.toml", OLD)
        prefix = ["prlimit", "--fsize=8", "sh", "-c", 'exec "$@" >answer', "sh"]
        result = box.run("list", prefix=prefix)
        checks.equal(result.exit, 74, f"stdout over the limit: {faults.says(result)}")


def main() -> int:
    options = faults.parse_options(__doc__)
    faults.enter_namespace()
    checks = Checks("full_disk")
    check_full(options.mend, checks)
    check_too_big_to_rewrite(options.mend, checks)
    check_read_only(options.mend, checks)
    check_attributes(options.mend, checks)
    check_permissions(options.mend, checks)
    check_quota(options.mend, checks)
    check_size_limit(options.mend, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
