#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is exported and imported into an empty journal is the same journal.

    round_trip_test.py --mend BINARY --source REPOSITORY

For the example journal and every worked journal of the streak rules: export as JSON and as TOML,
import into an empty journal, export again; both exports have to be the same to the byte, and every
streak has to be what it was. Exit: 0 it is so, 1 not.
"""

from __future__ import annotations

import argparse
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from sandbox import Sandbox, copy_private  # noqa: E402

MEND = Path()
SOURCE = Path()

FORMATS = {"json": "mend-json", "toml": "mend-toml"}


def journals() -> list[Path]:
    examples = sorted((SOURCE / "tests" / "streak-examples").glob("*/journal"))
    return [SOURCE / "data" / "example", *examples]


class RoundTrip(unittest.TestCase):
    def must(self, sandbox: Sandbox, *arguments: str) -> bytes:
        result = sandbox.run(*arguments)
        self.assertEqual(result.exit, 0, f"{arguments}: {result.stderr.decode()}")
        return result.stdout

    def test_every_journal_comes_back(self) -> None:
        self.assertGreater(len(journals()), 5)
        for journal in journals():
            for format_word, source in FORMATS.items():
                with self.subTest(journal=str(journal), format=format_word), Sandbox(MEND) as sandbox:
                    for file in journal.glob("*.toml"):
                        copy_private(file, sandbox.data / "main" / file.name)
                    first = self.must(sandbox, "export", "--format", format_word, "-o", "out")
                    self.assertEqual(first, b"written  out\n")
                    first = (sandbox.cwd / "out").read_bytes()
                    folder = sandbox.data / "empty"
                    folder.mkdir(mode=0o700)
                    self.must(sandbox, "import", "out", "--from", source, "-j", "empty")
                    again = self.must(sandbox, "export", "--format", format_word, "-j", "empty")
                    self.assertEqual(first, again)
                    here = self.must(sandbox, "streak", "--json")
                    there = self.must(sandbox, "streak", "--json", "-j", "empty")
                    self.assertEqual(here, there)
                    nothing = self.must(sandbox, "import", "out", "--from", source, "-j", "empty")
                    self.assertEqual(nothing, b"nothing new to import\n")


def main() -> int:
    global MEND, SOURCE
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mend", type=Path, required=True)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--long", action="store_true", help="nothing more than without")
    options = parser.parse_args()
    MEND, SOURCE = options.mend.resolve(), options.source.resolve()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(RoundTrip)
    return 0 if unittest.TextTestRunner(verbosity=0).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
