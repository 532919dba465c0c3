# SPDX-License-Identifier: MIT
"""What the tests of the whole binary share: their options, and how they end."""

from __future__ import annotations

import argparse
import json
import sys
import unittest
from pathlib import Path

from sandbox import Sandbox

SKIPPED = 77


class ProgramCase(unittest.TestCase):
    maxDiff = None
    mend: Path
    source: Path

    def pages(self) -> list[Path]:
        return sorted((self.source / "man").iterdir())

    def run_mend(self, *arguments: str) -> str:
        """What mend prints in an empty home."""
        with Sandbox(self.mend) as sandbox:
            result = sandbox.run(*arguments)
        self.assertEqual(result.exit, 0, f"mend {' '.join(arguments)}: {result}")
        return result.stdout.decode()

    def command_names(self) -> list[str]:
        return [each["name"] for each in json.loads(self.run_mend("help", "--json"))["commands"]]


def main(description: str | None) -> int:
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mend", type=Path, required=True, metavar="BINARY")
    parser.add_argument("--source", type=Path, required=True, metavar="REPOSITORY")
    options = parser.parse_args()
    ProgramCase.mend, ProgramCase.source = options.mend.resolve(), options.source.resolve()
    result = unittest.main("__main__", argv=sys.argv[:1], exit=False).result
    for _, reason in result.skipped:
        print(f"SKIPPED: {reason}", file=sys.stderr)
    if not result.wasSuccessful():
        return 1
    return SKIPPED if result.skipped else 0
