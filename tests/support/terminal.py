# SPDX-License-Identifier: MIT
"""Runs a command in a pseudo-terminal: for tests of colour, width, prompts and the editor.

    with Session(["mend", "checkin"], env=sandbox.terminal_env(), columns=60) as session:
        session.wait_for("Be consistent")
        session.send("home by six", "enter")
        status = session.finish()
    assert "kept" in session.screen().lines()[-1]
"""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
    "ctrl-z": "\x1a",
}

# One control sequence (CSI, OSC and its kin, or a short escape), or, at the end
# of what has arrived so far, the beginning of one.
SEQUENCE = re.compile(
    r"\x1b\[(?P<parameters>[0-?]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b(?P<short>[ -/]*[0-OQ-WYZ\\`-~])"
    r"|\x1b(?:\[[0-?]*[ -/]*|[\]P^_X][^\x07\x1b]*\x1b?|[ -/]*)\Z"
)


class TerminalError(AssertionError):
    """The text did not come, or the command did not end, in time."""


class Session:
    """A running command whose standard streams are one terminal of `rows` × `columns`.

    `env` is the whole environment. A key is sent by its name in KEYS, anything
    else as it is; ctrl-c and the like reach the command as signals, because
    the terminal is its controlling one.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        env: Mapping[str, str],
        rows: int = 24,
        columns: int = 80,
        cwd: Path | str | None = None,
    ) -> None:
        self.output = b""
        self._seen = 0  # how much of text() earlier wait_for calls have consumed
        self._master, terminal = os.openpty()
        self.resize(rows, columns)
        self._process = subprocess.Popen(
            command,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=dict(env),
            cwd=cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            umask=0o022,
        )
        os.close(terminal)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the command if it still runs. `output` and the screen stay."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def hang_up(self, timeout: float = 10.0) -> int:
        """Takes the terminal away, as closing its window does; the exit status, negative for a signal."""
        os.close(self._master)
        self._master = -1
        return self._process.wait(timeout)

    def resize(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, *keys: str | bytes) -> None:
        for key in keys:
            data = key if isinstance(key, bytes) else KEYS.get(key, key).encode()
            while data:
                data = data[os.write(self._master, data) :]

    def text(self) -> str:
        """The output so far without control sequences, lines ending in one newline."""
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        return SEQUENCE.sub("", decoder.decode(self.output)).replace("\r\n", "\n")

    def screen(self) -> Screen:
        """What the terminal shows now."""
        screen = Screen(self.rows, self.columns)
        screen.feed(self.output.decode("utf-8", "replace"))
        return screen

    def wait_for(self, wanted: str | re.Pattern[str], timeout: float = 10.0) -> str:
        """Waits until `wanted` comes after what was waited for last; gives what it matched.

        The echo of what was sent is output too.
        """
        pattern = re.compile(re.escape(wanted)) if isinstance(wanted, str) else wanted
        deadline = time.monotonic() + timeout
        while True:
            match = pattern.search(self.text(), self._seen)
            if match:
                self._seen = match.end()
                return match[0]
            if not self._read(deadline):
                raise TerminalError(f"no {pattern.pattern!r} in time; the terminal shows:\n{self.screen()}")

    def finish(self, timeout: float = 10.0) -> int:
        """Collects output until the command ends; its exit status, negative for a signal."""
        deadline = time.monotonic() + timeout
        while self._read(deadline):
            pass
        try:
            return self._process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise TerminalError(f"still running; the terminal shows:\n{self.screen()}") from None

    def _read(self, deadline: float) -> bool:
        """Waits for output. False when time is up or nobody holds the terminal any more."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, deadline - time.monotonic()))
        try:
            data = os.read(self._master, 65536) if ready else b""
        except OSError:  # Linux says EIO when the last process has closed its side
            data = b""
        self.output += data
        return bool(data)


@dataclass
class Cell:
    """One column. The right half of a wide character has no text."""

    text: str = " "
    style: frozenset[str] = frozenset()


class Screen:
    """A small terminal: enough to know which characters stand where, and in which style.

    Styles are the words of ATTRIBUTES, and "fg:" or "bg:" with the SGR
    numbers, such as "fg:32" or "fg:38;5;208". Sequences it does not know are
    skipped and kept in `unknown`; lines that scrolled off the top are in
    `history`.
    """

    ATTRIBUTES = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "inverse", 9: "strike"}
    ENDS = {22: ("bold", "dim"), 23: ("italic",), 24: ("underline",), 27: ("inverse",), 29: ("strike",)}

    def __init__(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.row = self.column = 0
        self.style: frozenset[str] = frozenset()
        self.history: list[str] = []
        self.unknown: list[str] = []
        self._cells = [self._blank_row() for _ in range(rows)]
        self._saved = (0, 0)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """The visible lines without trailing blanks, and without blank lines at the end."""
        lines = ["".join(cell.text for cell in row).rstrip() for row in self._cells]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def styles(self) -> set[str]:
        """Every style that something on the screen has."""
        return {style for row in self._cells for cell in row for style in cell.style}

    def style_of(self, text: str) -> frozenset[str]:
        """The style that all of the first occurrence of `text` has in common."""
        for row in self._cells:
            line = "".join(cell.text for cell in row)
            start = line.find(text)
            if start < 0:
                continue
            styles: list[frozenset[str]] = []
            position = 0
            for cell in row:
                if start <= position < start + len(text) and cell.text:
                    styles.append(cell.style)
                position += len(cell.text)
            return frozenset.intersection(*styles)
        raise TerminalError(f"no {text!r} on the screen:\n{self}")

    def feed(self, text: str) -> None:
        position = 0
        while position < len(text):
            match = SEQUENCE.match(text, position)
            if match is None:
                self._put(text[position])
                position += 1
                continue
            if match["final"]:
                self._control(match["parameters"], match["final"], match[0])
            elif match["short"]:
                self._short(match["short"], match[0])
            position = match.end()

    def _blank_row(self) -> list[Cell]:
        return [Cell() for _ in range(self.columns)]

    def _line_feed(self) -> None:
        if self.row + 1 < self.rows:
            self.row += 1
        else:
            top = self._cells.pop(0)
            self.history.append("".join(cell.text for cell in top).rstrip())
            self._cells.append(self._blank_row())

    def _put(self, char: str) -> None:
        if char == "\r":
            self.column = 0
        elif char == "\n":
            self._line_feed()
        elif char == "\b":
            self.column = max(0, min(self.column, self.columns - 1) - 1)
        elif char == "\t":
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)
        elif unicodedata.category(char) != "Cc":
            self._print(char)

    def _print(self, char: str) -> None:
        before = self._cell_before()
        joined = before is not None and before.text.endswith("\N{ZERO WIDTH JOINER}")
        if before is not None and (joined or unicodedata.category(char) in ("Mn", "Me", "Cf")):
            before.text += char
            return
        width = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        # The cursor stays past the last column until another character comes.
        if self.column + width > self.columns:
            self.column = 0
            self._line_feed()
        row = self._cells[self.row]
        for offset, text in enumerate((char, "")[:width]):
            row[self.column + offset] = Cell(text, self.style)
        self.column += width

    def _cell_before(self) -> Cell | None:
        for column in range(self.column - 1, -1, -1):
            cell = self._cells[self.row][column]
            if cell.text:
                return cell
        return None

    def _short(self, short: str, sequence: str) -> None:
        if short == "7":
            self._saved = (self.row, self.column)
        elif short == "8":
            self.row, self.column = self._saved
        elif short == "c":
            self.__init__(self.rows, self.columns)
        elif short not in ("=", ">") and short[0] not in "()":
            self.unknown.append(sequence)

    def _control(self, parameters: str, final: str, sequence: str) -> None:
        if final == "m":
            self._set_style(parameters)
            return
        if parameters.startswith("?"):
            self._set_mode(parameters[1:], final, sequence)
            return
        if not re.fullmatch(r"[\d;]*", parameters):
            self.unknown.append(sequence)
            return
        numbers = [int(each or 0) for each in parameters.split(";")]
        count = max(1, numbers[0])
        row, column = self.row, min(self.column, self.columns - 1)
        if final in "AF":
            row -= count
        elif final in "BE":
            row += count
        elif final == "C":
            column += count
        elif final == "D":
            column -= count
        elif final == "d":
            row = count - 1
        elif final in "Hf":
            row, column = count - 1, max(1, (numbers + [1])[1]) - 1
        elif final == "s":
            self._saved = (self.row, self.column)
        elif final == "u":
            row, column = self._saved
        elif final == "K":
            self._erase_in_line(numbers[0])
            return
        elif final == "J":
            self._erase_in_display(numbers[0])
            return
        elif final != "G":
            self.unknown.append(sequence)
            return
        if final in "EF":
            column = 0
        elif final == "G":
            column = count - 1
        self.row = min(max(row, 0), self.rows - 1)
        self.column = min(max(column, 0), self.columns - 1)

    def _set_mode(self, parameters: str, final: str, sequence: str) -> None:
        if parameters == "1049" and final in "hl":  # the other screen, as editors use it
            self.row = self.column = 0
            self._erase_in_display(2)
        elif parameters not in ("1", "7", "12", "25", "2004") or final not in "hl":
            self.unknown.append(sequence)

    def _erase_in_line(self, which: int) -> None:
        column = min(self.column, self.columns - 1)
        first = column if which == 0 else 0
        last = column + 1 if which == 1 else self.columns
        for each in range(first, last):
            self._cells[self.row][each] = Cell()

    def _erase_in_display(self, which: int) -> None:
        if which < 2:
            self._erase_in_line(which)
        rows = {0: range(self.row + 1, self.rows), 1: range(self.row)}.get(which, range(self.rows))
        for each in rows:
            self._cells[each] = self._blank_row()

    def _set_style(self, parameters: str) -> None:
        numbers = [int(each or 0) for each in re.split("[;:]", parameters)]
        style = set(self.style)
        while numbers:
            number = numbers.pop(0)
            ground = {3: "fg:", 9: "fg:", 4: "bg:", 10: "bg:"}.get(number // 10, "")
            if number == 0:
                style.clear()
            elif number in self.ATTRIBUTES:
                style.add(self.ATTRIBUTES[number])
            elif number in self.ENDS:
                style.difference_update(self.ENDS[number])
            elif ground:
                style = {each for each in style if not each.startswith(ground)}
                rest = 0
                if number in (38, 48) and numbers:
                    rest = {5: 2, 2: 4}.get(numbers[0], 1)
                if number not in (39, 49):
                    style.add(ground + ";".join(str(each) for each in [number, *numbers[:rest]]))
                del numbers[:rest]
        self.style = frozenset(style)
