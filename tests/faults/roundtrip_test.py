# SPDX-License-Identifier: MIT
"""Every text comes back byte for byte, and no text becomes anything but a text.

Texts go in as arguments, by standard input and as fields, tags and reasons; they are compared as
`list --json`, `show --json` and tomllib give them back. On the way it is looked at that the file has
as many entries as were written, no line that looks like a header inside a text, no raw control, and
that `show` and `list` drive no terminal. What is not UTF-8 is refused with its offset.

Seen red with builds of mend that: do not escape what cannot be seen (its own comparison before the
save refuses CR; raw controls in the file), do not escape a bracket that begins a line (headers inside
texts).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import faults
from faults import Checks
from sandbox import Sandbox, parse_toml

LONGEST_ARGUMENT = 120_000  # bytes; Linux takes 128 KiB
MIB = 1 << 20

HEADER_LINE = re.compile(rb"^[ \t]*\[\[", re.MULTILINE)
RAW_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)

# What says nothing is not a text: nobody typed a word.
BLANK = [" ", "\t", "\n", "\n\n\n", "\n" * 500]

HOSTILE = [
    "plain",
    "  two before and after  ",
    "a\ttab",
    "one line\n",
    "two\nlines",
    "ends with two newlines\n\n",
    "\nbegins with one",
    "CR\ronly",
    "CRLF\r\nin between",
    "ends with CR\r",
    "ends with CRLF\r\n",
    "mixed\r\n\r\r\n\n\r",
    '"',
    '""',
    '"""',
    '""""""',
    'ends with "',
    'a\nends with """',
    'a\n"""\nb = 1\n"""',
    "'",
    "'''",
    "a\n'''\nb",
    "\\",
    "ends with \\",
    "a\\\nb",
    "a\\\n   b",
    "\\n \\u0041 \\U0001F600 \\x41 \\e \\\"",
    "# no comment",
    "a # b",
    "a\n# b",
    "= 1",
    "key = 'value'",
    'text = "other"\nstep = "empathy"',
    "[]",
    "[table]",
    "[[entry]]",
    "[[entry]]\n",
    'a"\n\n[[entry]]\nid = "hacked1234"\nday = 2026-11-22\nkind = "action"\nstep = "honesty"\n',
    "a\n[[entry]]\nb",
    "a\n  [[entry]]\nb",
    "a\n\t[[entry]]\nb",
    "a\n[[ entry ]]\nb",
    "a\n[ [entry]]\nb",
    'a\n[["entry"]]\nb',
    "a\n[other]\nb",
    "a\r[[entry]]\rb",
    "a\u2028[[entry]]\u2029b",
    "a\x0b[[entry]]\x0c[[entry]]\x1cb\x85[[entry]]",
    "{}",
    "{a = 1}",
    "++",
    "--",
    "-",
    "-x",
    "--text",
    "--json",
    "-5 kg",
    "-d yesterday",
    "-- -- --",
    "list",
    "undo",
    "true",
    "1979-05-27",
    "nan",
    "$HOME `id` $(id) ~ * ? ! % & | ; < >",
    "%s %n %d {} {0}",
    "e\u0301 combining, \u0301 alone",
    "Z\u0351\u0346a\u0310l\u034bgo\u0303\u0315",
    "\u05e9\u05dc\u05d5\u05dd \u202e gnihtyreve \u202c",
    "\u2066isolate\u2069 \u200fmark\u200e \u061c",
    "zero\u200bwidth\u200djoiner\u200cnon \ufeffmark \u2060 \u00ad",
    "\ufeff",
    "\ufe0f\U000e0100\U000e0041",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea \u2764\ufe0f",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b1m",
    "\x01\x02\x08\x0e\x1f\x7f\x80\x9f",
    "\ufffd \ufffe \uffff \ufdd0 \U0001fffe \U0010ffff",
    "\u00a0 \u2003 \u3000",
    "trailing no-break space\u00a0",
    "x" * 5000,
    "x" + "\n" * 500 + "x",
    '"' * 500,
    "\\" * 501,
    "<script>alert(1)</script> & =cmd()",
]


def code_points(first: int, most_bytes: int) -> Iterator[str]:
    """Every code point from one on, in texts of so many bytes."""
    chunk: list[str] = []
    size = 0
    for number in range(first, 0x110000):
        if 0xD800 <= number <= 0xDFFF:
            continue
        chunk.append(chr(number))
        size += len(chunk[-1].encode())
        if size > most_bytes:
            yield "".join(chunk)
            chunk, size = [], 0
    yield "".join(chunk)


def without_final_newline(text: str) -> str:
    """What standard input loses: one final line ending."""
    if text.endswith("\n"):
        text = text[:-1]
        text = text.removesuffix("\r")
    return text


class Written:
    """Writes texts into one sandbox, and compares them all at the end."""

    def __init__(self, checks: Checks, box: Sandbox, what: str) -> None:
        self.checks = checks
        self.box = box
        self.what = what
        self.expected: list[dict[str, object]] = []

    def write(self, keys: dict[str, object], *arguments: str, stdin: bytes | None = None) -> None:
        result = self.box.run(*arguments, stdin=stdin)
        said = f"{self.what}, {faults.short(keys, 80)}: {faults.says(result)}"
        if self.checks.equal(result.exit, 0, said):
            self.expected.append(keys)

    def compare(self) -> None:
        shown = self.box.run("list", "--json")
        self.checks.equal(shown.exit, 0, f"{self.what}, list: {faults.says(shown)}")
        listed = json.loads(shown.stdout.decode("utf-8"))["entries"]
        self.compare_with("list --json", listed)
        by_id = {each["id"]: each for each in listed}
        # By every tenth alone is enough where the others came the same way.
        for each in listed[:: 1 + len(listed) // 10]:
            result = self.box.run("show", "--json", each["id"])
            found = json.loads(result.stdout.decode("utf-8"))["entries"]
            self.checks.equal(found, [by_id[each["id"]]], f"{self.what}, show --json")
        ordered = {each["id"]: each for each in self.box.entries()}
        self.checks.equal(len(ordered), len(self.expected), f"{self.what}: entries in the files")
        in_order = [ordered[each["id"]] for each in listed if each["id"] in ordered]
        self.compare_with("tomllib", in_order)
        self.look_at_files(len(listed))
        for arguments in (("list",), ("show", *[each["id"] for each in listed[:50]]), ("today",)):
            out = self.box.run(*arguments).stdout.decode("utf-8")
            # Tabs stay in `show`.
            raw = RAW_CONTROL.search(out.replace("\t", "") if arguments[0] == "show" else out)
            said = raw and f"U+{ord(raw[0]):04X}"
            self.checks.expect(not raw, f"{self.what}, {arguments[0]}: a raw {said} on stdout")

    def compare_with(self, name: str, found: list[dict]) -> None:
        self.checks.equal(len(found), len(self.expected), f"{self.what}, {name}: entries")
        for keys, entry in zip(self.expected, found):
            for key, text in keys.items():
                got = entry.get(key)
                if got == text:
                    self.checks.count += 1
                    continue
                self.checks.expect(False, f"{self.what}, {name}: {key}: {difference(got, text)}")

    def look_at_files(self, count: int) -> None:
        headers = 0
        for path in faults.month_files(self.box):
            data = path.read_bytes()
            headers += len(HEADER_LINE.findall(data))
            raw = RAW_CONTROL.search(data.decode("utf-8-sig").replace("\r\n", "\n"))
            said = raw and f"U+{ord(raw[0]):04X}"
            self.checks.expect(not raw, f"{self.what}: a raw {said} in {path.name}")
        self.checks.equal(headers, count, f"{self.what}: lines that look like a header")


def difference(got: object, expected: object) -> str:
    if not isinstance(got, str) or not isinstance(expected, str):
        return f"got {faults.short(got)}, expected {faults.short(expected)}"
    same = min(len(got), len(expected))
    at = next((i for i in range(same) if got[i] != expected[i]), same)
    return (
        f"from character {at} on got {got[at:at + 20]!r}, expected {expected[at:at + 20]!r}"
        f" ({len(got)} characters of {len(expected)})"
    )


def check_hostile(mend: Path, checks: Checks) -> None:
    beginnings = {
        "a new month": None,
        "a month with CRLF": b"format = 1\r\n# mine\r\n",
        "a month with a byte order mark": b"\xef\xbb\xbfformat = 1\n",
        "a month without a final newline": b"format = 1\n# mine",
    }
    for what, beginning in beginnings.items():
        with Sandbox(mend) as box:
            if beginning is not None:
                faults.write_month(box, "2026-11.toml", beginning)
            written = Written(checks, box, what)
            for text in HOSTILE:
                written.write({"text": text}, "log", "c", "--", text)
                if beginning is None:
                    expected = without_final_newline(text)
                    if expected:
                        written.write({"text": expected}, "note", "e", "-", stdin=text.encode())
                    if text == "-":
                        continue  # as the value of an option it would be standard input
                    fields = ("-f", f"they_felt={text}", "-f", "i_heard=beside it")
                    keys = {"they_felt": text, "i_heard": "beside it", "tags": ["x"]}
                    written.write(keys, "note", "e", "-t", "x", *fields)
                    written.write({"reason": text}, "rest", "today", f"--reason={text}")
            written.compare()


def check_words(mend: Path, checks: Checks) -> None:
    with Sandbox(mend) as box:
        for text in BLANK:
            for arguments in (("note", "e", "--", text), ("note", "e", "-f", f"they_felt={text}")):
                result = box.run(*arguments)
                checks.equal(result.exit, 2, f"blank, {arguments}: {faults.says(result)}")
        written = Written(checks, box, "words")
        for words, text in (
            (["home", "by", "six"], "home by six"),
            (["a  b", "", "c"], "a  b  c"),
            (["list", "of", "things"], "list of things"),
            (["[a,b]"], "[a,b]"),
            (["[]", "++"], "[] ++"),
            (["--", "-", "--json", "-x"], "- --json -x"),
            (["--", "--"], "--"),
            (["a", "--", "-d", "today"], "a -d today"),
            (["-5", "kg"], "-5 kg"),
            (["keep", "calm"], "keep calm"),
            (["010", "0x10"], "010 0x10"),
        ):
            written.write({"text": text}, "log", "c", *words)
        written.write({"text": "from a pipe"}, "log", "c", "-", stdin=b"from a pipe\n")
        written.compare()


def check_undo(mend: Path, checks: Checks) -> None:
    """The undo history holds texts too; it gives bytes back, not something like them."""
    for text in HOSTILE:
        with Sandbox(mend) as box:
            box.run("log", "c", "before")
            before = faults.journal_files(box)
            box.run("log", "c", "--", text)
            after = faults.journal_files(box)
            what = f"undo, {faults.short(text, 80)}"
            result = box.run("undo")
            checks.equal(result.exit, 0, f"{what}: of log, {faults.says(result)}")
            checks.equal(faults.journal_files(box), before, f"{what}: of log, files")
            raw = RAW_CONTROL.search(result.stdout.decode())
            checks.expect(not raw, f"{what}: a raw {raw and hex(ord(raw[0]))} on stdout")
            box.run("log", "c", "--", text)
            box.run("rm", "@1")
            result = box.run("undo")
            checks.equal(result.exit, 0, f"{what}: of rm, {faults.says(result)}")
            now = faults.with_ids_hidden(faults.journal_files(box), faults.all_bytes(before))
            after = faults.with_ids_hidden(after, faults.all_bytes(before))
            checks.equal(now, after, f"{what}: of rm, files")


def check_code_points(mend: Path, checks: Checks, is_long: bool) -> None:
    with Sandbox(mend) as box:
        written = Written(checks, box, "every code point, by argument")
        # Months of their own: each save rewrites its whole month.
        for number, chunk in enumerate(code_points(1, LONGEST_ARGUMENT)):
            text = f"x{chunk}x"
            day = f"{2020 + number // 12}-{number % 12 + 1:02}-05"
            written.write({"text": text}, "log", "c", "-d", day, "--", text)
        written.compare()
    with Sandbox(mend) as box:
        written = Written(checks, box, "every code point, by standard input")
        for number, chunk in enumerate(code_points(0, MIB if is_long else 2 * MIB)):
            text = f"x{chunk}x"
            day = f"{2020 + number}-01-05"
            written.write({"text": text}, "note", "h", "-", "-d", day, stdin=text.encode())
        written.compare()
    if is_long:
        with Sandbox(mend) as box:
            written = Written(checks, box, "every code point, as a field and alone at both ends")
            for number, chunk in enumerate(code_points(1, 60_000)):
                day = f"{1990 + number // 12}-{number % 12 + 1:02}-05"
                keys = {"they_felt": chunk, "i_heard": chunk[::-1]}
                fields = [f"-f{key}={text}" for key, text in keys.items()]
                written.write(keys, "note", "e", "-d", day, *fields)
            written.compare()


def check_long_texts(mend: Path, checks: Checks) -> None:
    texts = {
        "1 MiB": "word " * (MIB // 5),
        "1 MiB of newlines": "x" + "\n" * MIB + "x",
        "1 MiB of lines": "a line of words\n" * (MIB // 16) + "x",
        "1 MiB of quotes": '"' * MIB,
        "1 MiB of backslashes": "\\" * MIB,
        "1 MiB of controls": "\x01" * MIB,
        "1 MiB of headers": "[[entry]]\n" * (MIB // 10) + "x",
        "1 MiB of emoji": "\U0001f600" * (MIB // 4),
    }
    for what, text in texts.items():
        with Sandbox(mend) as box:
            written = Written(checks, box, what)
            written.write({"text": text}, "note", "e", "-", stdin=text.encode())
            written.compare()


def check_growing_past_the_limit(mend: Path, checks: Checks) -> None:
    """A month may not grow past what is read again: exit 0 has to mean that it can be shown."""
    with Sandbox(mend) as box:
        text = "\x01" * (7 * MIB)  # six times that when it is escaped
        for number in range(3):
            result = box.run("note", "e", "-", "-t", f"number{number}", stdin=text.encode())
            what = f"a month near its limit, note {number} ({faults.says(result)})"
            if result.exit != 0:
                checks.expect(result.exit in (65, 73, 74), f"{what}: exit")
                checks.expect(faults.recovery_files(box), f"{what}: there is a recovery file")
            shown = box.run("list", "--json")
            checks.equal(shown.exit, 0, f"{what}: list afterwards, {faults.says(shown)}")
            is_there = f'"number{number}"'.encode() in shown.stdout
            checks.expect(is_there or result.exit != 0, f"{what}: it is listed")


def check_tags(mend: Path, checks: Checks) -> None:
    """A tag is kept as it is, or refused; never something in between."""
    with Sandbox(mend) as box:
        written = Written(checks, box, "tags")
        for text in HOSTILE:
            if len(text) > 1000:
                continue
            result = box.run("log", "c", f"--tag={text}", "--tag=second")
            if result.exit == 2:
                continue
            checks.equal(result.exit, 0, f"tag {text!r}: {faults.says(result)}")
            # A leading # is dropped, commas separate, and blanks around a tag are not part of it.
            parts = [part.strip(" \t\r").removeprefix("#") for part in text.split(",")]
            written.expected.append({"tags": [*filter(None, parts), "second"]})
        checks.expect(len(written.expected) > 5, "tags: some are taken")
        written.compare()


def check_not_utf8(mend: Path, checks: Checks) -> None:
    broken = {
        "a stray byte": (b"good \xff bad", 5),
        "a continuation alone": (b"\x80", 0),
        "overlong": (b"ab\xc0\xaf", 2),
        "an overlong NUL": (b"\xc0\x80", 0),
        "a surrogate": (b"x\xed\xa0\x80", 1),
        "past the last code point": (b"\xf4\x90\x80\x80", 0),
        "five bytes": (b"\xf8\x88\x80\x80\x80", 0),
        "cut off": ("\u20ac".encode()[:2], 0),
        "cut off after text": (b"x" * 1000 + "\U0001f600".encode()[:3], 1000),
    }
    with Sandbox(mend) as box:
        for what, (data, offset) in broken.items():
            for way, arguments, stdin, at in (
                ("argument", ["log", "c", data], None, offset),
                ("standard input", ["note", "e", "-"], data, offset),
                ("field", ["note", "e", "-f", b"they_felt=" + data], None, offset + 10),
                ("tag", ["log", "c", "x", "-t", data], None, offset),
                ("reason", ["rest", "today", "--reason", data], None, offset),
            ):
                result = box.run(*arguments, stdin=stdin)
                said = f"not UTF-8, {what}, by {way} ({faults.says(result)})"
                checks.equal(result.exit, 2, f"{said}: exit")
                found = re.search(rb"byte (\d+)", result.stderr)
                if checks.expect(found, f"{said}: the offset is named"):
                    checks.equal(int(found[1]), at + 1, f"{said}: the offset, counted from 1")
        checks.equal(len(faults.listed(box)), 0, "not UTF-8: nothing was saved")


def check_checker(checks: Checks) -> None:
    """The comparison itself notices what it is for."""
    quiet = Checks("self-test")
    quiet.most_shown = 0
    written = Written(quiet, None, "")
    written.expected = [{"text": "as it was"}]
    right = {"text": "as it was"}
    for found in ([], [{"text": "as it was "}], [{"other": "as it was"}], [right, right]):
        count = len(quiet.failures)
        written.compare_with("doctored", found)
        checks.expect(len(quiet.failures) > count, f"self-test: {found} is noticed")
    checks.equal(len(HEADER_LINE.findall(b"[[entry]]\n \t[[ x\na [[b\n")), 2, "self-test: headers")
    checks.expect(parse_toml(b'x = "\\u0000"') == {"x": "\0"}, "self-test: tomllib")


def main() -> int:
    options = faults.parse_options(__doc__)
    faults.use_memory()
    checks = Checks("roundtrip")
    check_checker(checks)
    check_hostile(options.mend, checks)
    check_words(options.mend, checks)
    check_undo(options.mend, checks)
    check_code_points(options.mend, checks, options.long)
    check_long_texts(options.mend, checks)
    check_tags(options.mend, checks)
    check_not_utf8(options.mend, checks)
    if options.long:
        check_growing_past_the_limit(options.mend, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
