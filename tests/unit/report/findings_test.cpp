// SPDX-License-Identifier: MIT
#include "mend/report/findings.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace mend {
namespace {

std::string text_of(const Finding& finding, Discretion discretion = Discretion::off) {
  const std::vector findings{finding};
  return findings_text(findings, discretion, Hints::shown);
}

const Finding typed{Gravity::odd, {"no such action", "f", 3, 1, "Did you mean 'x'?"}, "my words"};
const Finding damaged = read_damage({"saw 'my words'", "f", 3, 7, "Did you mean 'x'?"});

}  // namespace

TEST_CASE("a finding is its place as far as it is known, a sentence and a hint") {
  CHECK(text_of(typed) == "f:3:1: no such action: 'my words'\n    Did you mean 'x'?\n");
  CHECK(text_of(odd_in("f", "odd")) == "f: odd\n");
  CHECK(text_of(odd_in("", "odd")) == "odd\n");
}

TEST_CASE("with discretion no word that anyone typed is told") {
  CHECK(text_of(typed, Discretion::on) == "f:3:1: no such action\n    Did you mean 'x'?\n");
  CHECK(text_of(damaged, Discretion::on) == "f:3:7: something here cannot be understood\n");
  CHECK(text_of(damaged_at("f", 3, 7, "git left"), Discretion::on) == "f:3:7: git left\n");
  const std::vector findings{typed, damaged};
  CHECK(doctor_json(findings, Discretion::on).find("my words") == std::string::npos);
}

TEST_CASE("what comes from files is made harmless") {
  CHECK(text_of({Gravity::odd, {"no", "a\x1b[2J", 0, 0, "\x07"}, "\xE2\x80\xAE"}) ==
        "a\\u001B[2J: no: '\\u202E'\n    \\u0007\n");
}

TEST_CASE("in JSON what is not known is null") {
  const std::vector findings{odd_in("f", "odd"), damaged};
  CHECK(doctor_json(findings, Discretion::off) ==
        R"({"schema":"mend.doctor/1","findings":[)"
        R"({"file":"f","line":null,"column":null,"what":"odd","hint":null,"severity":"odd"},)"
        R"({"file":"f","line":3,"column":7,"what":"saw 'my words'","hint":"Did you mean 'x'?",)"
        R"("severity":"damaged"}]})"
        "\n");
}

TEST_CASE("the last line counts") {
  CHECK(findings_summary({}) == "all is well\n");
  CHECK(findings_summary(std::vector{typed}) == "1 thing to look at\n");
  CHECK(findings_summary(std::vector{typed, damaged}) == "2 things to look at\n");
}

}  // namespace mend
