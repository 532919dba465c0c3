# SPDX-License-Identifier: MIT
"""No two files of a layer give the same name to a helper, so that a layer's files compile in batches.

A helper is what a source file keeps to itself: a function, type or constant in a namespace without a
name. Only an alias may be given twice, word for word. The unit tests are held to the same. A self-test
on small sources runs first.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

NAMELESS = re.compile(r"\bnamespace\s*\{")
LITERALS = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((.*?)\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
DIRECTIVES = re.compile(r"^[ \t]*#(?:.*\\\n)*.*$", re.MULTILINE)
TYPE = re.compile(r"(?:enum\s+class|enum\s+struct|enum|struct|class|union)\s+(\w+)")
ALIAS = re.compile(r"\b(?:using|concept)\s+(\w+)\s*=")
FUNCTION = re.compile(r"(operator\s*(?:\(\)|[^\s(]+)|\w+)\s*\(")
VARIABLE = re.compile(r"(\w+)\s*(?:\[[^\]]*\]\s*)*$")
TEST_MACROS = re.compile(r"(?:TEST_CASE|TEST_CASE_FIXTURE|TEST_SUITE|DOCTEST\w*|SUBCASE)\b")


def without_literals(text: str) -> str:
    """Comments, strings and directives gone: no brace is left that opens or closes nothing."""
    return DIRECTIVES.sub("", LITERALS.sub(lambda found: " " if found[0][0] == "/" else '""', text))


def block_at(text: str, opening: int) -> str:
    """What is between the brace at `opening` and the one that closes it."""
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return text[opening + 1 : at]
    raise ValueError("a brace is not closed")


def declarations(block: str) -> list[str]:
    """What is declared directly in a block, each with `{}` for its body or value."""
    found, now, depth = [], "", 0
    for character in block:
        if character == "{":
            now += "{}" if depth == 0 else ""
            depth += 1
        elif character == "}":
            depth -= 1
            # After the body of a function there is no semicolon.
            if depth == 0 and re.fullmatch(r"[^=]*\(\)[^=]*\{\}", without_inner(now)):
                found.append(now)
                now = ""
        elif depth == 0 and character == ";":
            found.append(now)
            now = ""
        elif depth == 0:
            now += character
    return [each for each in (" ".join(each.split()) for each in found) if each]


def without_inner(code: str) -> str:
    """Every pair of parentheses empty."""
    kept, depth = "", 0
    for character in code:
        depth -= character == ")"
        kept += character if depth == 0 else ""
        depth += character == "("
    return kept


def without_templates(declaration: str) -> str:
    """`template <...>` and the arguments in angle brackets say nothing of the name."""
    previous = None
    while previous != declaration:
        previous = declaration
        declaration = re.sub(r"<[^<>()]*(?:\([^()]*\)[^<>()]*)*>", " ", declaration)
    return re.sub(r"\[\[.*?\]\]|\btemplate\b", " ", declaration)


def name_in(declaration: str) -> str | None:
    code = without_templates(declaration)
    if TEST_MACROS.match(code.strip()):
        return None
    if found := ALIAS.search(code):
        return found[1]
    head = re.split(r"=|\{", code, maxsplit=1)[0]
    found = FUNCTION.search(head)
    if named := TYPE.match(head.strip()):
        return named[1]
    if found:
        # A pointer to a function: `bool (*accepts)(int)`.
        pointer = re.search(r"\(\s*\*\s*(?:const\s+)?(\w+)", head)
        name = pointer[1] if pointer and pointer.start() == found.end() - 1 else found[1]
        return None if name.startswith("operator") else name
    found = VARIABLE.search(head.strip())
    return found[1] if found else None


def helpers_of(text: str) -> dict[str, str]:
    """The names of a file's helpers, each with what may be said again: an alias, word for word."""
    code = without_literals(text)
    names = {}
    for found in NAMELESS.finditer(code):
        for declaration in declarations(block_at(code, found.end() - 1)):
            name = name_in(declaration)
            if name and not re.match(r"\s*(?:using namespace|static_assert|friend)\b", declaration):
                names[name] = declaration if ALIAS.match(declaration) else ""
    return names


def judge_tree(root: Path) -> tuple[int, list[str]]:
    count, problems = 0, []
    layers = [folder for folder in sorted((root / "src").iterdir()) if folder.is_dir()]
    for layer in [*layers, root / "tests" / "unit"]:
        users = defaultdict(list)
        aliases = defaultdict(set)
        for file in sorted(layer.rglob("*.cpp")):
            if not file.name.startswith("generate_"):  # programs of their own
                for name, alias in helpers_of(file.read_text()).items():
                    users[name].append(file.relative_to(root).as_posix())
                    aliases[name].add(alias)
        count += len(users)
        problems += [f"{name} is a helper of {' and of '.join(files)}"
                     for name, files in sorted(users.items()) if len(files) > 1 and (aliases[name] == {""} or len(aliases[name]) > 1)]
    return count, problems


# --- Self-test --------------------------------------------------------------------------------

SPECIMEN = """
#include "x.hpp"
#define BRACE {
namespace mend {
namespace {

constexpr int most = 3;  // not { closed
const std::array<std::pair<int, int>, 2> table = {{{1, 2}, {3, 4}}};
constexpr std::string_view words[] = {"a{", "b"};
using Pairs = std::vector<std::pair<int, int>>;
enum class Colour { red, green };
struct Point {
  int x;
  int length() const { return x; }
};
class Walker : public Base {
 public:
  explicit Walker(int steps) : steps_(steps) {}
};
template <typename T, typename Parse>
bool take(const T& value, Parse parse, int (*accepts)(int) = nullptr) {
  if (!value) { return false; }
  return true;
}
[[noreturn]] void refuse(const std::string& why);
std::optional<std::pair<int, char>> read_pair(std::string_view text) {
  const char c = '{';
  return {};
}
int (*chosen)(int) = nullptr;
bool operator<(const Point& a, const Point& b) { return a.x < b.x; }

}  // namespace

int open(int x) { return x; }

}  // namespace mend
"""

HELPERS = {"most", "table", "words", "Pairs", "Colour", "Point", "Walker", "take", "refuse",
           "read_pair", "chosen"}


def self_test() -> list[str]:
    wrong = []
    if (found := set(helpers_of(SPECIMEN))) != HELPERS:
        wrong.append(f"self-test: too much {found - HELPERS}, missed {HELPERS - found}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, name in (("src/a/x.cpp", "helper"), ("src/a/b/y.cpp", "helper"),
                           ("src/a/z.cpp", "third"), ("src/c/x.cpp", "helper"),
                           ("tests/unit/z.cpp", "other")):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text("namespace {\nusing Names = std::vector<int>;\n"
                                     f"using Other = {name};\nint {name}() {{ return 1; }}\n}}\n")
        _, problems = judge_tree(root)
        if problems != ["Other is a helper of src/a/b/y.cpp and of src/a/x.cpp and of src/a/z.cpp",
                        "helper is a helper of src/a/b/y.cpp and of src/a/x.cpp"]:
            wrong.append(f"self-test: found {problems}")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mend", help="not needed")
    parser.add_argument("--source", type=Path, required=True, help="the repository")
    parser.add_argument("--long", action="store_true", help="nothing more than without")
    options = parser.parse_args()
    wrong = self_test()
    count, problems = judge_tree(options.source)
    for problem in wrong + problems:
        print(f"FAIL helper names: {problem}")
    print(f"helper names: {count} in all, {len(wrong + problems)} problems")
    return 1 if wrong + problems else 0


if __name__ == "__main__":
    sys.exit(main())
