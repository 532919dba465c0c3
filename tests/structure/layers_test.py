# SPDX-License-Identifier: MIT
"""The floor plan holds: no include goes where no arrow goes, and one place alone asks the outside.

Looks at every file under src/ and include/: which layer may include which, which library belongs in
which file, who may ask for the clock, the environment and the terminal, and that every source file
says its licence. The rules are those of the architecture page.

A self-test on a small tree with one breach of every rule runs first: each has to be found, and
nothing else.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

# Layer: the layers it may include besides itself.
ARROWS = {
    "domain": set(),
    "text": set(),
    "system": {"domain"},
    "store": {"domain", "text", "system"},
    "report": {"domain", "text"},
    "exchange": {"domain", "text", "store", "report"},
    "cli": {"domain", "text", "system", "store", "report", "exchange"},
}

# A library's headers, and the files that may know them, as patterns of their paths.
LIBRARIES = {
    r"toml\+\+/.*|toml\.hpp": [r"src/store/.*", r"src/domain/generate_\w+\.(cpp|hpp)"],
    r"CLI/.*|CLI11\.hpp": [r"src/cli/parse_arguments\.cpp"],
    r"date/.*": [r"src/domain/day\.cpp"],
    r"nlohmann/.*": [r"src/report/json/\w+\.(cpp|hpp)", r"src/exchange/json\w*\.cpp"],
    r"utf8proc\.h": [r"src/text/.*"],
    r"doctest/.*": [],
}

# The operating system's own headers, as those that end in .h and belong to no library.
OPERATING_SYSTEM = [r"(src|include/mend)/system/.*", r"src/main\.cpp"]

# Questions to the world outside, and who may ask them.
QUESTIONS = {
    r"\b(secure_)?getenv\s*\(|\benviron\b": "the environment",
    r"\bisatty\s*\(|\bttyname": "the terminal",
    r"::time\s*\(|\bstd::time\s*\(|\btime\s*\(\s*(nullptr|NULL|0)\s*\)": "the clock",
    r"\b(system_clock|utc_clock|file_clock|gettimeofday|clock_gettime)\b": "the clock",
    r"\blocaltime(_r)?\s*\(|\btzset\s*\(|\bmktime\s*\(": "the time zone",
    r"\bsetlocale\s*\(|\bstd::locale\b": "the locale",
}
MAY_ASK = OPERATING_SYSTEM

INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|import)[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
COMMENTS = re.compile(r'//[^\n]*|/\*.*?\*/|("(?:\\.|[^"\\\n])*")', re.DOTALL)
LICENCE = re.compile(r"SPDX-License-Identifier: \S+")


def layer_of(path: str) -> str | None:
    """The layer a file belongs to; main.cpp and the build's own files belong to none."""
    found = re.match(r"(?:src|include/mend)/(\w+)/", path)
    return found[1] if found else None


def is_allowed(path: str, patterns: list[str]) -> bool:
    return any(re.fullmatch(pattern, path) for pattern in patterns)


def judge_include(root: Path, path: str, mark: str, header: str) -> str | None:
    """Why a file may not include a header; nothing when it may."""
    found = re.match(r"mend/(\w+)/", header)
    if found:
        layer, target = layer_of(path), found[1]
        if target not in ARROWS:
            return f"includes {header}, of no known layer"
        if layer is not None and target != layer and target not in ARROWS.get(layer, set()):
            return f"includes {header}: no arrow goes from {layer} to {target}"
        if mark == "<":
            return f"includes {header} in angle brackets"
        return None
    if mark == '"' and (root / path).with_name(header).is_file():
        return None  # a neighbour's, in the same folder
    for library, places in LIBRARIES.items():
        if re.fullmatch(library, header):
            if is_allowed(path, places):
                return None
            return f"includes {header}, which belongs in {' or '.join(places) or 'tests'}"
    if mark == '"':
        return f'includes "{header}", which is not beside it'
    if header.endswith(".h") and not is_allowed(path, OPERATING_SYSTEM):
        return f"includes <{header}>: only the system layer talks to the operating system"
    return None


def without_comments(text: str) -> str:
    """The code alone: comments and the insides of strings ask nothing."""
    return COMMENTS.sub(lambda found: '""' if found[1] else " ", text)


def judge_file(root: Path, path: str) -> list[str]:
    text = (root / path).read_text()
    problems = []
    layer = layer_of(path)
    if layer is not None and layer not in ARROWS:
        problems.append(f"lies in {layer}, which is no layer")
    for mark, header in INCLUDE.findall(text):
        problem = judge_include(root, path, mark, header)
        if problem:
            problems.append(problem)
    if not is_allowed(path, MAY_ASK):
        code = without_comments(text)
        for question, what in QUESTIONS.items():
            found = re.search(question, code)
            if found:
                problems.append(f"asks for {what}: {found[0]}")
    return [f"{path}: {problem}" for problem in problems]


def judge_tree(root: Path) -> list[str]:
    problems = []
    for folder in ("src", "include"):
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".cpp", ".hpp", ".h", ".cc", ".ipp"):
                problems += judge_file(root, file.relative_to(root).as_posix())
    return problems + judge_licences(root)


def judge_licences(root: Path) -> list[str]:
    """Programs and what builds them; not records, texts, or what a case is made of."""
    problems = []
    for folder in ("src", "include", "tests", "completions", "."):
        pattern = "*" if folder == "." else "**/*"
        for file in sorted((root / folder).glob(pattern)):
            path = file.relative_to(root).as_posix()
            if not file.is_file() or re.match(r"tests/(cli|streak-examples)/|.*__pycache__/", path):
                continue
            is_code = file.suffix in (".cpp", ".hpp", ".h", ".py", ".cmake", ".sh", ".fish", ".bash")
            is_code = is_code or file.name == "CMakeLists.txt"
            if not is_code:
                with file.open("rb") as opened:
                    is_code = opened.read(2) == b"#!"
            if is_code and not LICENCE.search("\n".join(file.read_text().splitlines()[:3])):
                problems.append(f"{path}: has no SPDX line")
    return problems


# --- Self-test --------------------------------------------------------------------------------

SPDX = "// SPDX-License-Identifier: MIT\n"

# File, text, and what has to be found in it; nothing where all is right.
SPECIMENS = [
    ("src/domain/good.cpp", '#include "mend/domain/good.hpp"\n#include <vector>\n', None),
    ("src/domain/day.cpp", "#include <date/date.h>\n#include <date/iso_week.h>\n", None),
    ("src/domain/other.cpp", "#include <date/date.h>\n", "belongs in"),
    ("src/domain/up.cpp", '#include "mend/store/paths.hpp"\n', "from domain to store"),
    ("src/domain/spaced.cpp", '  #  include   "mend/text/utf8.hpp"\n', "from domain to text"),
    ("src/domain/generate_step_content.cpp", "#include <toml++/toml.h>\n", None),
    ("src/domain/reads.cpp", "#include <toml++/toml.h>\n", "belongs in"),
    ("src/text/up.cpp", '#include "mend/domain/day.hpp"\n', "from text to domain"),
    ("src/text/width.cpp", "#include <utf8proc.h>\n", None),
    ("src/report/width.cpp", "#include <utf8proc.h>\n", "belongs in"),
    ("src/system/good.cpp", '#include "mend/domain/day.hpp"\n#include <unistd.h>\n', None),
    ("src/system/up.cpp", '#include "mend/text/utf8.hpp"\n', "from system to text"),
    ("src/store/toml.hpp", "#include <toml++/toml.h>\n", None),
    ("src/store/good.cpp", '#include "toml.hpp"\n#include "mend/text/utf8.hpp"\n', None),
    ("src/store/up.cpp", '#include "mend/report/json.hpp"\n', "from store to report"),
    ("src/store/posix.cpp", "#include <unistd.h>\n", "operating system"),
    ("src/store/absent.cpp", '#include "absent.hpp"\n', "not beside it"),
    ("src/report/json/list.cpp", "#include <nlohmann/json.hpp>\n", None),
    ("src/report/text.cpp", "#include <nlohmann/json.hpp>\n", "belongs in"),
    ("src/report/up.cpp", '#include "mend/store/paths.hpp"\n', "from report to store"),
    ("src/report/aside.cpp", '#include "mend/system/files.hpp"\n', "from report to system"),
    ("src/exchange/json_import.cpp", "#include <nlohmann/json.hpp>\n", None),
    ("src/exchange/jrnl.cpp", "#include <nlohmann/json.hpp>\n", "belongs in"),
    ("src/exchange/aside.cpp", '#include "mend/system/files.hpp"\n', "from exchange to system"),
    ("src/report/aside_up.cpp", '#include "mend/exchange/export.hpp"\n', "from report to exchange"),
    ("include/mend/report/up.hpp", '#include "mend/cli/run.hpp"\n', "from report to cli"),
    ("src/cli/parse_arguments.cpp", "#include <CLI/App.hpp>\n", None),
    ("src/cli/run.cpp", "#include <CLI/App.hpp>\n", "belongs in"),
    ("src/cli/good.cpp", '#include "mend/report/json.hpp"\n#include "mend/store/paths.hpp"\n', None),
    ("src/cli/tests.cpp", "#include <doctest/doctest.h>\n", "belongs in"),
    ("src/cli/environment.cpp", 'auto x = std::getenv("HOME");\n', "the environment"),
    ("src/cli/terminal.cpp", "bool x = isatty(1);\n", "the terminal"),
    ("src/cli/clock.cpp", "auto x = ::time(nullptr);\n", "the clock"),
    ("src/cli/chrono.cpp", "auto x = std::chrono::system_clock::now();\n", "the clock"),
    ("src/cli/zone.cpp", "localtime_r(&x, &y);\n", "the time zone"),
    ("src/cli/talk.cpp", '// isatty(1) is asked below\nauto x = "getenv(1)";\n', None),
    ("src/main.cpp", '#include "mend/cli/run.hpp"\n#include <unistd.h>\nauto x = environ;\n', None),
    ("src/widgets/new.cpp", "int x;\n", "no layer"),
    ("src/cli/unlicensed.cpp", "", "no SPDX line"),
    ("tests/unlicensed.py", "", "no SPDX line"),
    ("tests/program", "#!/bin/sh\n", "no SPDX line"),
    ("src/CMakeLists.txt", "", "no SPDX line"),
    ("tests/data.txt", "nothing\n", None),
]


def self_test() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text, expected in SPECIMENS:
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            is_bare = expected == "no SPDX line" or file.suffix == ".txt"
            file.write_text(text if is_bare else SPDX + text)
        problems = judge_tree(root)
    wrong = []
    for path, _, expected in SPECIMENS:
        found = [problem for problem in problems if problem.startswith(f"{path}: ")]
        if expected is None and found:
            wrong.append(f"self-test: {found} though nothing is wrong")
        if expected is not None and (len(found) != 1 or expected not in found[0]):
            wrong.append(f"self-test: {path} breaks '{expected}', found {found}")
    if not SPECIMENS or len(problems) != sum(bool(expected) for _, _, expected in SPECIMENS):
        wrong.append(f"self-test: {len(problems)} problems in all")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mend", help="not needed")
    parser.add_argument("--source", type=Path, required=True, help="the repository")
    parser.add_argument("--long", action="store_true", help="nothing more than without")
    options = parser.parse_args()
    problems = self_test() + judge_tree(options.source)
    files = [path for path in (options.source / "src").rglob("*.cpp")]
    if len(files) < 10:
        problems.append(f"{options.source}/src: only {len(files)} files, that cannot be all")
    for problem in problems:
        print(f"FAIL layers: {problem}")
    print(f"layers: {len(SPECIMENS)} specimens, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
