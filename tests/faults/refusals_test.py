# SPDX-License-Identifier: MIT
"""Without memory, random numbers or a stack, no word that was offered is lost.

    refusals_test.py --mend BINARY --source REPOSITORY

Words come by `-` under one limit after the other. Each run ends with 0, and they are in the journal,
or with 74, and they are in a recovery file that is named, or on standard error.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import faults  # noqa: E402
from program_case import ProgramCase, main  # noqa: E402
from sandbox import Result, Sandbox  # noqa: E402

KIBIBYTE = 1024
LINE = "a line of words that somebody wrote and wants to find again\n"


class Refusals(ProgramCase):
    def setUp(self) -> None:
        self.sandbox = Sandbox(self.mend)
        self.addCleanup(self.sandbox.remove)

    def offer(self, words: str, *prefix: str) -> Result:
        result = self.sandbox.run("note", "e", "-", stdin=words.encode(), prefix=prefix)
        what = f"{' '.join(prefix)}: {result.exit} {result.stderr[:300]!r}"
        if result.exit == 0:
            self.assertEqual(self.sandbox.entries()[-1]["text"], words.removesuffix("\n"), what)
            return result
        self.assertEqual(result.exit, 74, what)
        named = re.search(r"kept in (/\S+)", result.stderr.decode("utf-8", "replace"))
        kept = Path(named[1]).read_bytes() if named else result.stderr
        for line in {*words.encode().splitlines()}:
            self.assertGreaterEqual(kept.count(line), words.encode().count(line), what)
        return result

    def test_little_memory(self) -> None:
        words = LINE * 8_000
        codes = set()
        # Below the first that can start at all there is no mend to keep anything.
        for size in range(6_000, 40_000, 1_000):
            prefix = ("prlimit", f"--as={size * KIBIBYTE}")
            if self.sandbox.run("--version", prefix=prefix).exit != 0:
                continue
            codes.add(self.offer(words, *prefix).exit)
        self.assertEqual(codes, {0, 74})

    def test_a_small_stack(self) -> None:
        for size in (64, 128, 512):
            self.offer(LINE, "prlimit", f"--stack={size * KIBIBYTE}")
            self.offer(LINE * 3000, "prlimit", f"--stack={size * KIBIBYTE}")

    def test_no_random_numbers(self) -> None:
        if why := faults.why_no_strace():
            self.skipTest(why)
        result = self.offer(LINE, *faults.strace("getrandom:error=EIO:when=1+"))
        self.assertEqual(result.exit, 74)


if __name__ == "__main__":
    sys.exit(main(__doc__))
