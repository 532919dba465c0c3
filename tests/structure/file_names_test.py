# SPDX-License-Identifier: MIT
"""No file's name breaks a loop of the shell: each is of plain letters, digits and `. _ + < > -` alone.

A case that needs another name makes the file in its `cmd`, and takes it away again.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PLAIN = re.compile(r"[A-Za-z0-9._+<>-]+")  # `<id1>` stands for an id in the names of cases
FOLDERS = ("completions", "data", "include", "man", "src", "tests")


def odd_names(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        for path in (root / folder).rglob("*"):
            if "__pycache__" not in path.parts and not PLAIN.fullmatch(path.name):
                yield str(path.relative_to(root))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mend", help="not needed")
    parser.add_argument("--source", type=Path, required=True, help="the repository")
    parser.add_argument("--long", action="store_true", help="nothing more than without")
    options = parser.parse_args()
    odd = sorted(odd_names(options.source))
    for name in odd:
        print(f"FAIL file names: {name!r}")
    print(f"file names: {len(odd)} odd")
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main())
