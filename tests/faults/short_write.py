# SPDX-License-Identifier: MIT
"""Runs a program in which one write(2) takes only some of its bytes.

    short_write.py NUMBER BYTES COMMAND...

The NUMBERth write takes at most BYTES bytes, really: strace can only pretend that, and then the
bytes it pretended about are missing. Ends as the program does. Linux on x86-64 only.
"""

import ctypes
import os
import platform
import signal
import sys

PTRACE_TRACEME = 0
PTRACE_PEEKUSER = 3
PTRACE_POKEUSER = 6
PTRACE_SYSCALL = 24
PTRACE_SETOPTIONS = 0x4200
# Mark stops at system calls and at another execve; end the program when this one ends.
OPTIONS = 0x1 | 0x10 | 0x100000
AT_SYSTEM_CALL = signal.SIGTRAP | 0x80

# Offsets in the x86-64 `struct user`, and the number of write.
NUMBER_OF_CALL = 15 * 8
THIRD_ARGUMENT = 12 * 8
WRITE = 1


def is_possible() -> bool:
    return platform.system() == "Linux" and platform.machine() == "x86_64"


def ptrace(request: int, process: int, address: int = 0, data: int = 0) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.restype = ctypes.c_long
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    ctypes.set_errno(0)
    result = libc.ptrace(request, process, address, data)
    if ctypes.get_errno() != 0:
        raise OSError(ctypes.get_errno(), f"ptrace {request:#x}")
    return result


def run(number: int, most: int, command: list[str]) -> int:
    child = os.fork()
    if child == 0:
        ptrace(PTRACE_TRACEME, 0)
        os.execvp(command[0], command)
    os.waitpid(child, 0)  # stopped behind execve
    ptrace(PTRACE_SETOPTIONS, child, 0, OPTIONS)
    pending = 0
    is_entry = False
    seen = 0
    while True:
        ptrace(PTRACE_SYSCALL, child, 0, pending)
        pending = 0
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            return os.waitstatus_to_exitcode(status)
        if status >> 16:
            continue
        if os.WSTOPSIG(status) != AT_SYSTEM_CALL:
            pending = os.WSTOPSIG(status)
            continue
        is_entry = not is_entry
        if is_entry and ptrace(PTRACE_PEEKUSER, child, NUMBER_OF_CALL) == WRITE:
            seen += 1
            if seen == number:
                asked = ptrace(PTRACE_PEEKUSER, child, THIRD_ARGUMENT)
                ptrace(PTRACE_POKEUSER, child, THIRD_ARGUMENT, min(asked, most))


if __name__ == "__main__":
    outcome = run(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
    if outcome < 0:
        if -outcome != signal.SIGKILL:
            signal.signal(-outcome, signal.SIG_DFL)
        os.kill(os.getpid(), -outcome)
    sys.exit(outcome)
