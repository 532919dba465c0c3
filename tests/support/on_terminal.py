#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs a command with a terminal as its input and output, and answers what it asks.

    on_terminal.py DIALOGUE COMMAND...

DIALOGUE is JSON: a list of [what to wait for, what to type then]. What the terminal shows comes out
on standard output; standard error is the command's own. It ends as the command does, by signal too.
For what has to stand in front of a command line; a test that looks at the screen takes terminal.py.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import struct
import subprocess
import sys
import termios


def talk(terminal: int, dialogue: list[list[str]]) -> None:
    shown = b""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says EIO when nobody holds the other side any more
            return
        if not data:
            return
        os.write(1, data)
        shown += data
        while dialogue and (at := shown.find(dialogue[0][0].encode())) >= 0:
            shown = shown[at + len(dialogue[0][0].encode()) :]
            os.write(terminal, dialogue.pop(0)[1].encode())


def main() -> int:
    ours, theirs = os.openpty()
    fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 80, 0, 0))
    process = subprocess.Popen(
        sys.argv[2:],
        stdin=theirs,
        stdout=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(theirs)
    talk(ours, json.loads(sys.argv[1]))
    code = process.wait()
    if code < 0:
        if -code != signal.SIGKILL:
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    return code


if __name__ == "__main__":
    sys.exit(main())
