#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The packages: right for Debian, installed, run and removed below a throw-away root.

    deb_test.py --build FOLDER --mend BINARY --source REPOSITORY

Packs what is built already, and builds nothing. lintian is asked where it is installed.
Exit: 0 as it should be, 1 not, 77 a program that packs or unpacks is missing.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

options: argparse.Namespace
NEEDED = ("cpack", "dpkg", "dpkg-deb", "gzip")


def run(*words: str | Path, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)


def output_of(*words: str | Path) -> str:
    result = run(*words)
    if result.returncode != 0:
        raise AssertionError(f"{words}: {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="mend-package-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        before = options.mend.stat().st_mtime_ns
        for kind in ("DEB", "TGZ"):
            output_of("cpack", "-G", kind, "-B", cls.folder / kind, "--config", options.build / "CPackConfig.cmake")
        assert options.mend.stat().st_mtime_ns == before, "packing built mend again"
        [cls.deb] = (cls.folder / "DEB").glob("*.deb")
        [cls.tgz] = (cls.folder / "TGZ").glob("*.tar.gz")
        cls.tree = cls.folder / "tree"
        output_of("dpkg-deb", "-x", cls.deb, cls.tree)

    def field(self, name: str) -> str:
        return output_of("dpkg-deb", "-f", self.deb, name).strip()

    def test_fields(self) -> None:
        self.assertEqual(self.field("Package"), "mend")
        self.assertEqual(self.field("Architecture"), output_of("dpkg", "--print-architecture").strip())
        self.assertEqual(self.field("Section"), "utils")
        self.assertRegex(self.field("Maintainer"), r"^[^<>]+ <[^<>@\s]+@[^<>@\s]+>$")
        self.assertRegex(self.field("Version"), r"^\d+\.\d+\.\d+-1$")
        description = self.field("Description").splitlines()
        self.assertLessEqual(len(description[0]), 80)
        self.assertGreater(len(description), 3)
        name = f"mend_{self.field('Version')}_{self.field('Architecture')}.deb"
        self.assertEqual(self.deb.name, name)

    def test_depends_on_what_the_binary_loads(self) -> None:
        loaded = run("ldd", self.tree / "usr/bin/mend")
        is_static = loaded.returncode != 0
        self.assertEqual(self.field("Depends") == "", is_static, self.field("Depends"))

    def test_binary_is_stripped_and_small(self) -> None:
        binary = self.tree / "usr/bin/mend"
        self.assertLess(binary.stat().st_size, 5_000_000)
        self.assertIn("no symbols", run("nm", binary).stderr)

    def test_documents(self) -> None:
        manuals = sorted((self.tree / "usr/share/man").rglob("*.*"))
        names = sorted(path.name for path in manuals)
        self.assertEqual(names, sorted(f"{path.name}.gz" for path in (options.source / "man").glob("*.[157]")))
        for path in manuals:
            self.assertIn(".Dt ", gzip.decompress(path.read_bytes()).decode())
        doc = self.tree / "usr/share/doc/mend"
        self.assertIn("## [Unreleased]", gzip.decompress((doc / "changelog.gz").read_bytes()).decode())
        debian = gzip.decompress((doc / "changelog.Debian.gz").read_bytes()).decode()
        self.assertTrue(debian.startswith(f"mend ({self.field('Version')}) "), debian)
        self.assertIn("Copyright: 2026 the mend authors", (doc / "copyright").read_text())
        for path in self.tree.rglob("*"):
            mode = path.stat().st_mode & 0o777
            is_open = path.is_dir() or path.parent.name == "bin"
            self.assertEqual(oct(mode), oct(0o755 if is_open else 0o644), path)

    def test_install_run_and_remove(self) -> None:
        root = self.folder / "root"
        for name in ("info", "updates", "triggers", "parts"):
            (root / "var/lib/dpkg" / name).mkdir(parents=True)
        for name in ("status", "available", "diversions", "statoverride"):
            (root / "var/lib/dpkg" / name).touch()
        (root / "var/log").mkdir()
        dpkg = ["dpkg", f"--root={root}", "--force-not-root", "--force-script-chrootless", "--force-bad-path"]
        if self.field("Depends"):
            dpkg.append("--force-depends")
        output_of(*dpkg, "--install", self.deb)
        self.assertIn("Status: install ok installed", output_of("dpkg-query", f"--admindir={root}/var/lib/dpkg", "-s", "mend"))
        home = self.folder / "home"
        home.mkdir(mode=0o700)
        environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "TZ": "UTC", "MEND_NOW": "2026-11-22T19:00:00Z"}
        binary = root / "usr/bin/mend"
        for words in (("--version",), ("log", "consistency"), ("today",), ("completions", "bash")):
            result = run(binary, *words, env=environment)
            self.assertEqual((result.returncode, result.stderr), (0, ""), words)
            self.assertNotEqual(result.stdout, "", words)
        for place in ("bash-completion/completions/mend", "zsh/site-functions/_mend",
                      "fish/vendor_completions.d/mend.fish", "mend/mend.schema.json"):
            self.assertTrue((root / "usr/share" / place).is_file(), place)
        output_of(*dpkg, "--purge", "mend")
        left = [path for path in root.rglob("*") if path.is_file() and "var" not in path.relative_to(root).parts]
        self.assertEqual(left, [])
        self.assertTrue(list((home / ".local/share/mend").rglob("*.toml")), "what was recorded is the user's")

    def test_archive(self) -> None:
        with tarfile.open(self.tgz) as archive:
            archive.extractall(self.folder / "archive")
        [binary] = (self.folder / "archive").rglob("bin/mend")
        self.assertIn("mend ", output_of(binary, "--version"))
        self.assertTrue(list((self.folder / "archive").rglob("share/man/man1/mend.1")))

    def test_lintian(self) -> None:
        if not shutil.which("lintian"):
            self.skipTest("lintian is not installed")
        found = run("lintian", "--fail-on", "error", "--allow-root", self.deb, env={**os.environ, "LC_ALL": "C.UTF-8"})
        self.assertEqual(re.findall(r"^E: .*$", found.stdout, re.MULTILINE), [], found.stdout)
        overrides = self.tree / "usr/share/lintian/overrides/mend"
        if overrides.exists():
            self.assertEqual(len(overrides.read_text().splitlines()), 1)


def main() -> int:
    global options
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True, help="the build folder")
    parser.add_argument("--mend", type=Path, required=True, help="the binary in it")
    parser.add_argument("--source", type=Path, required=True, help="the repository")
    options, rest = parser.parse_known_args()
    missing = [program for program in NEEDED if not shutil.which(program)]
    if missing:
        print(f"SKIPPED: the packages are not tested, for want of {', '.join(missing)}")
        return 77
    result = unittest.main(argv=[sys.argv[0], *rest], exit=False, verbosity=2).result
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
