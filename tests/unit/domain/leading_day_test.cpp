// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {

static const Day today = *parse_iso_day("2026-11-22");

TEST_CASE("a text that begins with a day is known, and what follows it") {
  struct Row {
    std::string_view text;
    std::string_view day;
    std::string_view rest;
  };
  const std::vector<Row> rows = {{"yesterday home by six", "yesterday", "home by six"},
                                 {"Yesterday, home by six", "yesterday", "home by six"},
                                 {"yesterday", "yesterday", ""},
                                 {"-1d home", "-1d", "home"},
                                 {"\u20131d home", "-1d", "home"},
                                 {"\u20143d home", "-3d", "home"},
                                 {"\u2014d yesterday home", "yesterday", "home"},
                                 {"\u2013d Fri home", "fri", "home"},
                                 {"fri: home", "fri", "home"},
                                 {"friday home", "friday", "home"},
                                 {"thu home", "thu", "home"},
                                 {"monday home", "monday", "home"},
                                 {"last-mon home", "last-mon", "home"},
                                 {"-3w home", "-3w", "home"},
                                 {"2026-11-20 home", "2026-11-20", "home"},
                                 {"11-20, home", "11-20", "home"},
                                 {"3 days ago home", "3 days ago", "home"},
                                 {"Fri 20 Nov: home", "fri 20 nov", "home"},
                                 {"20 november 2026", "20 november 2026", ""},
                                 {"sat", "sat", ""},
                                 {"Sun: a walk", "sun", "a walk"},
                                 {"wed, home", "wed", "home"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto leading = leading_day(row.text, today);
    REQUIRE(leading);
    CHECK(leading->day == row.day);
    CHECK(leading->text == row.rest);
  }
}

TEST_CASE("what only looks like a day at the beginning of a text is none") {
  for (const std::string_view text :
       {"today home", "sat down together", "sun on the terrace", "wed ten years", "mon ami", "yesterday's call",
        "friday-night dinner", "fridays", "-1 kg", "-d yesterday", "3 days", "20 people", "sat 20 nov home", "2026-11-23 home", "\u2014 yesterday", "tomorrow home",
        "home yesterday", "thumb", "", "-", "\u2014"}) {
    CAPTURE(text);
    CHECK_FALSE(leading_day(text, today));
  }
}

}  // namespace mend
