// SPDX-License-Identifier: MIT
#include "mend/store/text_checks.hpp"

#include "support/records_of.hpp"

namespace mend {
namespace {

constexpr std::string_view conflict =
    "a\n<<<<<<< HEAD\nb\n||||||| base\n=======\nc\n>>>>>>> other\nd\n";

}  // namespace

TEST_CASE("a conflict of git is found by its markers") {
  const auto conflicts = find_conflicts(conflict);
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].first_line == 2);
  CHECK(conflicts[0].last_line == 7);
  CHECK(conflicts[0].marker_lines == std::vector{2, 4, 5, 7});
  CHECK(find_conflicts("<<<<<<< a\r\n=======\r\n>>>>>>> b\r\n").size() == 1);
  CHECK(find_conflicts("<<<<<<<\n=======\n>>>>>>>").size() == 1);
  CHECK(find_conflicts("<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< a\n=======\n>>>>>>> b").size() == 2);
}

TEST_CASE("lines that are not all of a conflict are none") {
  for (const auto* const text :
       {"", "=======\n", "<<<<<<< a\n=======\n", "<<<<<<< a\n>>>>>>> b\n", "=======\n>>>>>>> b\n",
        "<<<<<<<a\n=======\n>>>>>>> b\n", "<<<<<<< a\n========\n>>>>>>> b\n",
        " <<<<<<< a\n=======\n>>>>>>> b\n"}) {
    CAPTURE(text);
    CHECK(find_conflicts(text).empty());
  }
}

TEST_CASE("damage that is a conflict's markers is told as the conflict") {
  const std::vector<Diagnostic> problems{{"saw '<'", "f", 2, 1, {}}, {"no day", "f", 8, 1, {}}};
  const auto findings = check_damage(conflict, "f", problems);
  CHECK(lines_of(findings) == Lines{"f:2: git left a conflict here, up to line 7", "f:8: no day"});
  CHECK(findings.at(0).gravity == Gravity::damaged);
  CHECK(check_damage("fine\n", "f", problems).size() == 2);
}

TEST_CASE("tables that are no entries are named at their header") {
  CHECK(lines_of(check_foreign_tables("format = 1\n# mine\n[mood]\na = 1\n\n[[entries]]\nb = 1\n",
                                      "f", {})) ==
        Lines{"f:3: this table is kept and not read", "f:6: this table is kept and not read"});
  CHECK(check_foreign_tables("[[entry]]\na = 1\n[entry.own]\nb = 1\n", "f", {}).empty());
}

}  // namespace mend
