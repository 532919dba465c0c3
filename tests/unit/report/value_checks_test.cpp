// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "support/records_of.hpp"

namespace mend {
namespace {

RecordsOf with(std::string_view kind_and_more) {
  return RecordsOf{"[[entry]]\nid = \"k7q2\"\nday = 2026-11-20\nat = 2026-11-20T19:00:00Z\n" +
                   std::string{kind_and_more} + "\n"};
}

Lines said_of_values(std::string_view kind_and_more) { return with(kind_and_more).said_by(check_values); }

}  // namespace

TEST_CASE("keys of the kind, of every entry and of the step are known") {
  for (const auto* const known :
       {R"(kind = "note"
step = "empathy"
they_felt = ""
tags = ["a"])",
        R"(kind = "setback"
step = "patience"
severity = "slip"
told = "no"
effect = ""
trigger = "")",
        R"(kind = "promise"
step = "consistency"
text = ""
due = 2026-11-27
to = ""
effort = "easy"
if_then = ""
apology = "a")",
        R"(kind = "outcome"
promise = "p"
result = "changed"
due = 2026-11-28)",
        R"(kind = "space"
until = 2026-11-28
asked_by = "me"
contact = "none")",
        R"(kind = "return"
space = "s"
result = "extended"
until = 2026-11-28)",
        R"(kind = "rest"
from = 2026-11-20
to = 2026-11-20
reason = ""
steps = ["space"])"}) {
    CAPTURE(known);
    CHECK(said_of_values(known).empty());
  }
}

TEST_CASE("other keys are named, with what they may have been meant to be") {
  const auto findings =
      with("kind = \"note\"\nstep = \"empathy\"\nthey_flet = \"\"").found_by(check_values);
  CHECK(lines_of(findings) == Lines{"2026-11.toml:1: 'they_flet' is not a key of a note of empathy"});
  CHECK(findings.at(0).diagnostic.hint == "Did you mean 'they_felt'?");
  CHECK(said_of_values("kind = \"outcome\"\npromise = \"p\"\nresult = \"kept\"\nmood = 1") ==
        Lines{"2026-11.toml:1: 'mood' is not a key of an outcome"});
  CHECK(said_of_values("kind = \"note\"\nstep = \"patience\"\nthey_felt = \"\"").size() == 1);
}

TEST_CASE("a choice has to be one of its choices") {
  CHECK(said_of_values("kind = \"note\"\nstep = \"apology\"\nasked = \"not yet\"").empty());
  CHECK(said_of_values("kind = \"note\"\nstep = \"apology\"\nasked = \"maybe\"") ==
        Lines{"2026-11.toml:1: 'asked' is not one of its choices: 'maybe'"});
}

TEST_CASE("numbers have to be in range") {
  const auto strength = [](int value) {
    return said_of_values("kind = \"note\"\nstep = \"patience\"\nstrength = " + std::to_string(value));
  };
  CHECK(strength(1).empty());
  CHECK(strength(5).empty());
  CHECK(strength(0) == Lines{"2026-11.toml:1: 'strength' is 0; it goes from 1 to 5"});
  CHECK(strength(6) == Lines{"2026-11.toml:1: 'strength' is 6; it goes from 1 to 5"});
  CHECK(said_of_values("kind = \"note\"\nstep = \"honesty\"\nlistened_min = -5") ==
        Lines{"2026-11.toml:1: 'listened_min' cannot be less than 0"});
}

TEST_CASE("fields outside notes and setbacks are known, and their values nobody's business") {
  CHECK(said_of_values("kind = \"action\"\nstep = \"patience\"\nstrength = 9").empty());
}

TEST_CASE("tags that are empty") {
  CHECK(said_of_values("kind = \"action\"\nstep = \"space\"\ntags = []").empty());
  CHECK(said_of_values("kind = \"action\"\nstep = \"space\"\ntags = [\"a\", \" \"]") ==
        Lines{"2026-11.toml:1: one of its tags is empty"});
}

}  // namespace mend
