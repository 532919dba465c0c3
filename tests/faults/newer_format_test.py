# SPDX-License-Identifier: MIT
"""What a newer mend wrote is never written to by an older one.

Of a newer journal.toml nothing in its folder is written: no entry, no pending file, no setting, no undo;
of a newer month that month, and nothing beside it. Every command that writes exits 65, names the file
and keeps the words; every command that reads shows what it can and exits 65. A newer month may be
written in a way that is no TOML yet. A month that is not newer goes on being written beside one that is.

Seen red with builds of mend that: put a pending file beside a newer month (which was so), log beside a
newer journal.toml (which was so), look for the format only where the file is TOML.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import faults
import on_terminal
from faults import Checks
from sandbox import Sandbox

WORDS = "words that must not be lost"
RAW = WORDS.encode()

OLD = "format = 1\n\n" + faults.entry("aaaa111111", "the first of all")
PROMISE = (
    '\n[[entry]]\nid = "pppp222222"\nday = 2026-11-20\nkind = "promise"\nstep = "consistency"\n'
    'text = "call"\ndue = 2026-11-30\n'
)
SPACE = (
    '\n[[entry]]\nid = "ssss333333"\nday = 2026-11-22\nat = 2026-11-22T12:00:00+01:00\nkind = "space"\n'
    "until = 2026-11-25\n"
)
EARLIER = "format = 1\n\n" + faults.entry("cccc444444", "long ago", day="2026-10-05")

# How a file says that it is newer: as this mend would, in other words, and with what is no TOML today.
FORMS = {
    "plainly": "format = 2\n",
    "in other words": '"format"=0x2 # newer\n',
    "no TOML of today": "format = 2\nnew = <something new>\n",
}

# Those that write into November, and whether they have words.
WRITING: tuple[tuple[tuple[str, ...], bool], ...] = (
    (("log", "c", WORDS), True),
    (("log", "c,e"), False),
    (("note", "e", WORDS), True),
    (("note", "e", "-f", f"they_felt={WORDS}"), True),
    (("setback", "h", WORDS), True),
    (("promise", "add", WORDS, "--due", "fri"), True),
    (("space", "begin", "--until", "+3d", WORDS), True),
    (("rest", "yesterday", "--reason", WORDS), True),
    (("import", "../rows.csv", "--from", "csv"), False),
    (("log", "c", WORDS, "--dry-run"), False),
    (("import", "../rows.csv", "--from", "csv", "--dry-run"), False),
)

# Those that change what November says: with it newer, they find nothing there.
CHANGING: tuple[tuple[tuple[str, ...], bool], ...] = (
    (("promise", "keep"), False),
    (("promise", "keep", "pppp"), False),
    (("promise", "miss"), False),
    (("promise", "drop"), False),
    (("promise", "change", "--due", "fri"), False),
    (("space", "back"), False),
    (("space", "extend", "--until", "+4d"), False),
    (("edit", "aaaa", "--text", WORDS), True),
    (("edit", "aaaa", "--on", "2026-10-07"), False),
    (("edit", "cccc", "--on", "2026-11-07"), False),
    (("rm", "aaaa"), False),
    (("rm", "aaaa", "--forget"), False),
    (("undo",), False),
    (("redo",), False),
)

# Those that write journal.toml.
SETTING: tuple[tuple[tuple[str, ...], bool], ...] = (
    (("action", "add", "call", WORDS, "--step", "c"), True),
    (("action", "retire", "run"), False),
    (("action", "rename", "run", "ring"), False),
    (("config", "set", "role", "both"), False),
    (("config", "unset", "role"), False),
    (("init",), False),
)

READING = (("today",), ("list", "--json"), ("status",), ("streak",), ("report",), ("export",), ("doctor",))


def box_of(mend: Path) -> Sandbox:
    box = Sandbox(mend)
    rows = "id,day,kind,step,text\ndddd444444,2026-11-16,note,empathy,from elsewhere\n"
    (box.root / "rows.csv").write_text(rows)
    faults.write_month(box, "2026-10.toml", EARLIER)
    faults.write_month(box, "2026-11.toml", OLD + PROMISE + SPACE)
    assert box.run("log", "c", "to be undone").exit == 0
    assert box.run("log", "c", "to be redone").exit == 0
    assert box.run("undo").exit == 0
    return box


def judge_refused(
    checks: Checks, box: Sandbox, arguments: tuple[str, ...], has_words: bool, name: str, what: str
) -> None:
    shutil.rmtree(box.state / "recovery", ignore_errors=True)
    before = faults.read_tree(box.data)
    notes = faults.read_tree(box.state / "undo")
    result = box.run(*arguments)
    said = f"{what}: {' '.join(arguments)} ({faults.says(result)})"
    checks.equal(result.exit, 65, f"{said}: exit")
    checks.expect(name.encode() in result.stderr, f"{said}: {name} is named")
    checks.expect(b"format 2" in result.stderr, f"{said}: says why")
    checks.expect(faults.read_tree(box.data) == before, f"{said}: something was written")
    kept = faults.all_bytes(faults.read_tree(box.state / "undo"))
    checks.equal(kept, faults.all_bytes(notes), f"{said}: the undo history")
    if has_words:
        unkept = faults.is_kept_outside(box, result, RAW)
        checks.expect(not unkept, f"{said}: {unkept}")


def judge_readers(checks: Checks, box: Sandbox, what: str) -> None:
    for arguments in READING:
        before = faults.read_tree(box.data)
        result = box.run(*arguments)
        said = f"{what}: {' '.join(arguments)} ({faults.says(result)})"
        checks.equal(result.exit, 65, f"{said}: exit")
        checks.expect(faults.read_tree(box.data) == before, f"{said}: something was written")
        if arguments[0] == "list":
            checks.expect(b"long ago" in result.stdout, f"{said}: the other month is shown")


def newer(text: str, form: str) -> str:
    return FORMS[form] + text.removeprefix("format = 1\n")


def check_month(mend: Path, checks: Checks) -> None:
    for form in FORMS:
        with box_of(mend) as box:
            path = box.data / "main" / "2026-11.toml"
            path.write_text(newer(path.read_text(), form))
            what = f"a newer month, {form}"
            for arguments, has_words in WRITING + CHANGING:
                judge_refused(checks, box, arguments, has_words, "2026-11.toml", what)
            judge_readers(checks, box, what)
            for arguments in (
                ("log", "c", "beside it", "-d", "2026-10-31"),
                ("rm", "cccc"),
                ("undo",),
                ("config", "set", "role", "both"),
                ("action", "add", "call", "at noon", "--step", "c"),
            ):
                before = path.read_bytes()
                result = box.run(*arguments)
                said = f"{what}: {' '.join(arguments)} ({faults.says(result)})"
                checks.equal(result.exit, 0, f"{said}: exit")
                checks.equal(path.read_bytes(), before, f"{said}: the newer month")


def check_settings(mend: Path, checks: Checks) -> None:
    actions = '\n[[action]]\nkey = "run"\nstep = "consistency"\ntext = "run"\n'
    for form in FORMS:
        with box_of(mend) as box:
            faults.write_month(box, "journal.toml", newer("format = 1\n" + actions, form))
            what = f"a newer journal.toml, {form}"
            for arguments, has_words in WRITING + CHANGING + SETTING:
                judge_refused(checks, box, arguments, has_words, "journal.toml", what)
            judge_readers(checks, box, what)
            result = box.run("config", "set", "color", "never")
            checks.equal(result.exit, 0, f"{what}: config.toml is none of it ({faults.says(result)})")


def check_nothing_is_typed_in_vain(mend: Path, checks: Checks) -> None:
    """On a terminal it is said before the editor opens and before a question is asked."""
    on_a_terminal = [sys.executable, on_terminal.__file__, "[]"]
    for name in ("2026-11.toml", "journal.toml"):
        with box_of(mend) as box:
            path = box.data / "main" / name
            path.write_text(newer(path.read_text() if path.exists() else "", "plainly"))
            box.env["MEND_EDITOR"] = f"touch {box.root}/opened; false"
            for arguments in (
                ("checkin",),
                ("note", "e"),
                ("log", "c", "-e"),
                ("setback", "h", "-e"),
                ("promise", "add", "-e", "--due", "fri"),
                ("edit", "cccc", "--on", "2026-11-07", "-e"),
            ):
                result = box.run(*arguments, prefix=on_a_terminal)
                said = f"{name} is newer, {' '.join(arguments)} on a terminal ({faults.says(result)})"
                checks.equal(result.exit, 65, f"{said}: exit")
                checks.expect(b"format 2" in result.stderr, f"{said}: says why")
                checks.expect(b">" not in result.stdout, f"{said}: asks {faults.short(result.stdout)}")
                checks.expect(not (box.root / "opened").exists(), f"{said}: opens the editor")


def main() -> int:
    options = faults.parse_options(__doc__)
    checks = Checks("newer_format")
    faults.use_memory()
    check_month(options.mend, checks)
    check_settings(options.mend, checks)
    check_nothing_is_typed_in_vain(options.mend, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
