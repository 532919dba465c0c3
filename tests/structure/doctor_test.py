#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`mend doctor` finds the example journal well, and changes nothing wherever it looks.

Seen red with builds of mend that call the example's README a stranger, and that make the journal's
folder and remove leftovers while they look.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from sandbox import Sandbox, copy_private, make_private_folder, read_tree  # noqa: E402

ODD_MONTH = """format = 1
[[entry]]
id = "k7q2m4x9p3"
day = 2026-12-01
kind = "note"
step = "empathy"
they_flet = "alone"
<<<<<<< HEAD
=======
>>>>>>> laptop
[[entry]]
text = "never closed
"""


def make_odd(box: Sandbox) -> None:
    """Something for every kind of file that doctor looks at, and a write's leftovers."""
    main = box.data / "main"
    for folder in (main, box.config, box.state / "undo" / "main", box.state / "recovery"):
        make_private_folder(folder)
    for path in (
        main / "2026-11.toml",
        main / "2026-11.pending-m4x9p3k7q2.toml",
        main / "2026-11.sync-conflict-20261122.toml",
        main / ".mend-2026-11.toml-a1b2c3",
        main / "journal.toml",
        box.config / "config.toml",
        box.state / "undo" / "main" / "00000001.toml",
        box.state / "recovery" / "m4x9p3k7q2.toml",
    ):
        path.write_text(ODD_MONTH)
        path.chmod(0o644)
    (main / "2026-10.toml").symlink_to("gone.toml")
    os.link(main / "2026-11.toml", main / "2026-09.toml")
    (main / "letters").mkdir(mode=0o755)


def everything(box: Sandbox) -> dict[str, tuple]:
    """Each node's kind, mode and bytes with the times of its last changes."""
    tree = read_tree(box.root)
    found = {}
    for name, node in tree.items():
        info = (box.root / name).lstat()
        found[name] = (node, info.st_ino, info.st_mtime_ns, info.st_ctime_ns)
    return found


def expect_unchanged(box: Sandbox, exit_code: int, *arguments: str) -> list[str]:
    before = everything(box)
    result = box.run("doctor", *arguments)
    after = everything(box)
    changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    problems = [f"doctor {' '.join(arguments)} changed {name}" for name in sorted(changed)]
    if result.exit != exit_code:
        problems.append(f"doctor {' '.join(arguments)} ended with {result.exit}: {result.stderr!r}")
    return problems


def test_nothing_is_changed(mend: Path) -> list[str]:
    problems = []
    with Sandbox(mend) as box:
        problems += expect_unchanged(box, 0)
        make_odd(box)
        for arguments in ((), ("--json",), ("--discreet",), ("-q",)):
            problems += expect_unchanged(box, 74, *arguments)
    return problems


def test_example_is_well(mend: Path, source: Path) -> list[str]:
    with Sandbox(mend, {"MEND_NOW": "2026-11-22T12:00:00+01:00"}) as box:
        copy_private(source / "data" / "example", box.data / "main")
        result = box.run("doctor")
        if (result.exit, result.stdout, result.stderr) == (0, b"all is well\n", b""):
            return []
        return [f"the example is not well ({result.exit}):\n{result.stdout.decode()}"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mend", type=Path, required=True)
    parser.add_argument("--source", type=Path, required=True)
    options = parser.parse_args()
    problems = test_nothing_is_changed(options.mend)
    problems += test_example_is_well(options.mend, options.source)
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
