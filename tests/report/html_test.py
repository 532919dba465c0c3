#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Is the HTML report one quiet, whole, accessible file that asks nothing of the network?

    html_test.py --mend BINARY --source REPOSITORY [--keep FOLDER]

The markup is judged with Python alone. Then Chromium renders it for a desktop, a phone and paper,
and its log of the network is read. --keep leaves the pictures in a folder, for one's own eyes.
Exit: 0 it is, 1 not, 77 it is as far as can be told without Chromium.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import html
import json
import re
import shutil
import struct
import subprocess
import sys
import unittest
import xml.etree.ElementTree
import zlib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from sandbox import Sandbox, copy_private  # noqa: E402

SKIPPED = 77
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
VOID = {"meta", "link", "br", "hr", "img", "input"}
ELEMENTS = set("""html head meta title style body header main footer section div figure figcaption h1 h2
h3 p span blockquote table caption thead tbody tr th td details summary svg desc g text rect circle
line path""".split())
ATTRIBUTES = set("""lang charset http-equiv content name class id aria-labelledby aria-label scope
data-name tabindex role viewbox width height x y x1 y1 x2 y2 cx cy r d""".split())

MEND = Path()
SOURCE = Path()
KEEP: Path | None = None


class Page(HTMLParser):
    """Everything that is wrong with the markup of a page, and what it says."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.labels: list[str] = []
        self.headings: list[int] = []
        self.children: list[tuple[str, str]] = []
        self.metas: dict[str, str] = {}
        self.styles: list[str] = []
        self.svgs = 0
        self.described = 0
        self.tables = 0
        self.captions = 0
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]
        self.faults += [f"id {name} twice" for name, count in self.ids.items() if count > 1]
        self.faults += [f"no element has id {name}" for name in self.labels if name not in self.ids]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag}> has no business here")
        given = {name: value or "" for name, value in attributes}
        for name, value in given.items():
            if name not in ATTRIBUTES:
                self.faults.append(f"{name}= on <{tag}>")
            if re.search(r"://|url\(|^\s*(javascript|data):|^//", value, re.IGNORECASE):
                self.faults.append(f"an address in {name}={value!r}")
        if "id" in given:
            self.ids[given["id"]] += 1
        self.labels += given.get("aria-labelledby", "").split()
        if tag == "meta":
            key = given.get("http-equiv") or given.get("name") or "charset"
            self.metas[key.lower()] = given.get("content", given.get("charset", ""))
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag == "th" and "scope" not in given:
            self.faults.append("a <th> without its scope")
        self.svgs += tag == "svg" and given.get("role") == "img" and "aria-labelledby" in given
        self.described += tag == "desc"
        self.tables += tag == "table"
        self.captions += tag == "caption"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.styles.append(data)


def contrast(a: str, b: str) -> float:
    def luminance(color: str) -> float:
        digits = color[1:] if len(color) == 7 else "".join(c * 2 for c in color[1:])
        parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def read_png(path: Path) -> tuple[int, int, int]:
    """Width, height, and how many different rows of pixels there are."""
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    chunks, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            chunks += data[at + 8 : at + 8 + length]
        at += 12 + length
    pixels = zlib.decompress(chunks)
    row = len(pixels) // height
    return width, height, len({pixels[i * row : (i + 1) * row] for i in range(height)})


class Html(unittest.TestCase):
    def setUp(self) -> None:
        self.sandbox = Sandbox(MEND)
        self.addCleanup(self.sandbox.remove)
        copy_private(SOURCE / "data/example", self.sandbox.data / "main")
        settings = self.sandbox.data / "main/journal.toml"
        settings.write_text(settings.read_text().replace('role = ', 'partner = "Sam"\nrole = ', 1))

    def mend(self, *arguments: str) -> str:
        result = self.sandbox.run(*arguments)
        self.assertEqual((result.exit, result.stderr), (0, b""))
        return result.stdout.decode()

    def pages(self) -> dict[str, str]:
        spans = {
            "week": ["week"],
            "month": ["2026-10", "--notes"],
            "year": ["2026"],
            "partner": ["month", "--for", "partner"],
            "empty": ["2020"],
            "day": ["today"],
        }
        return {name: self.mend("report", *span, "--format", "html") for name, span in spans.items()}

    def test_markup(self) -> None:
        for name, text in self.pages().items():
            with self.subTest(page=name):
                page = Page(text)
                self.assertEqual(page.faults, [])
                self.assertTrue(text.startswith("<!DOCTYPE html>\n<html lang=\"en\">"))
                self.assertEqual(page.headings[0], 1)
                self.assertEqual(page.headings.count(1), 1)
                for before, after in zip(page.headings, page.headings[1:]):
                    self.assertLessEqual(after, before + 1, page.headings)
                self.assertEqual(page.tables, page.captions)
                self.assertEqual(text.count("<svg"), page.svgs)
                self.assertEqual(page.svgs, page.described)

    def test_policy_allows_the_style_that_is_there_and_nothing_else(self) -> None:
        page = Page(self.mend("report", "--format", "html"))
        (style,) = page.styles
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        self.assertEqual(
            page.metas["content-security-policy"],
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        )
        self.assertNotRegex(style, r"url\(|@import|expression|://")

    def test_contrast(self) -> None:
        style = Page(self.mend("report", "--format", "html")).styles[0]
        themes = re.findall(r":root\{([^}]*)\}", style)
        self.assertEqual(len(themes), 3, "light, dark and paper")
        for theme in themes:
            colors = dict(re.findall(r"--(\w+):(#[0-9a-f]+)", theme))
            for name, least in {"ink": 7, "soft": 4.5, "mark": 3, "k1": 3, "k2": 3, "k3": 3, "k4": 3}.items():
                self.assertGreaterEqual(contrast(colors[name], colors["paper"]), least, (name, theme))

    def test_pictures_are_sound_by_themselves(self) -> None:
        for arguments in ([], ["2026"], ["--step", "c"], ["2020"]):
            text = self.mend("calendar", *arguments, "--format", "svg", "--quiet")
            root = xml.etree.ElementTree.fromstring(text)
            self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
            self.assertNotRegex(text.replace("http://www.w3.org/2000/svg", ""), r"://|url\(|href|script")

    @unittest.skipUnless(CHROMIUM, "no chromium")
    def test_in_chromium(self) -> None:
        for name, text in self.pages().items():
            if name in ("empty", "day"):
                continue
            file = self.sandbox.cwd / f"{name}.html"
            file.write_text(text)
            for look, width in (("desktop", 1200), ("phone", 390)):
                picture = self.sandbox.cwd / f"{name}-{look}.png"
                self.render(file, f"--screenshot={picture}", f"--window-size={width},2400")
                self.assertEqual(self.requested, set())
                seen, height, rows = read_png(picture)
                self.assertEqual((seen, height), (width, 2400))
                self.assertGreater(rows, 300, "there is little to see")
                self.assert_fits(text, name, width)
            paper = self.sandbox.cwd / f"{name}.pdf"
            self.render(file, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
            self.assertEqual(self.requested, set())
            self.assertTrue(paper.read_bytes().startswith(b"%PDF"))
            if KEEP:
                for made in self.sandbox.cwd.glob(f"{name}*"):
                    shutil.copy(made, KEEP)

    @unittest.skipUnless(CHROMIUM, "no chromium")
    def test_requests_would_be_seen_and_the_policy_stops_them(self) -> None:
        page = self.mend("report", "--format", "html")
        image = '<img src="http://mend.invalid/a.png" alt="">'
        guarded = self.sandbox.cwd / "guarded.html"
        guarded.write_text(page.replace("<main>", "<main>" + image))
        self.render(guarded, "--dump-dom")
        self.assertEqual(self.requested, set())
        open_page = self.sandbox.cwd / "open.html"
        open_page.write_text(f"<!DOCTYPE html><title>open</title>{image}")
        self.render(open_page, "--dump-dom")
        self.assertEqual(self.requested, {"http://mend.invalid/a.png"})

    def render(self, file: Path, *options: str) -> str:
        log = self.sandbox.cwd / "net.json"
        result = subprocess.run(
            [
                CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-default-apps", "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--hide-scrollbars", "--force-device-scale-factor=1", "--virtual-time-budget=2000",
                f"--user-data-dir={self.sandbox.cwd / 'profile'}", f"--log-net-log={log}",
                *options, file.as_uri(),
            ],
            capture_output=True, text=True, timeout=240, check=True,
            env={**self.sandbox.env, "HOME": str(self.sandbox.cwd)},
        )  # fmt: skip
        self.requested = self.read_requests(log)
        return result.stdout

    @staticmethod
    def read_requests(log: Path) -> set[str]:
        """What the page asked for. Chromium has errands of its own, which no origin initiates."""
        text = log.read_text().rstrip()
        events = json.loads(text if text.endswith("}") else text.rstrip(",") + "]}")["events"]
        asked = [event.get("params") or {} for event in events]
        return {
            params["url"]
            for params in asked
            if "url" in params and params.get("initiator", "not an origin") != "not an origin"
        }

    def assert_fits(self, text: str, name: str, width: int) -> None:
        """Nothing sticks out at the side. A frame of that width is measured, as no window of
        Chromium's is as narrow as a phone."""
        policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
        frame = html.escape(policy.sub("", text))
        measure = (
            "addEventListener('load',()=>{const root=frames[0].document.documentElement;"
            "document.title=root.clientWidth+' '+root.scrollWidth})"
        )
        page = self.sandbox.cwd / f"{name}-measured.html"
        page.write_text(
            f"<!DOCTYPE html><title></title><script>{measure}</script>"
            f'<iframe style="border:0;width:{width}px;height:2400px" srcdoc="{frame}"></iframe>'
        )
        out = self.render(page, "--dump-dom", "--window-size=1400,2600")
        found = re.search(r"<title>(\d+) (\d+)</title>", out)
        self.assertTrue(found, out[:500])
        self.assertEqual([int(found[1]), int(found[2])], [width, width])
        page.unlink()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mend", type=Path, required=True)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    MEND, SOURCE, KEEP = options.mend.resolve(), options.source.resolve(), options.keep
    result = unittest.TextTestRunner(verbosity=2).run(
        unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    )
    if not result.wasSuccessful():
        sys.exit(1)
    if result.skipped:
        print("SKIPPED: there is no chromium; the pages were read, but nobody looked at them", file=sys.stderr)
        sys.exit(SKIPPED)
