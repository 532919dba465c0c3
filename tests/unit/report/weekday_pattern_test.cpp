// SPDX-License-Identifier: MIT
#include "mend/report/weekday_pattern.hpp"

#include "days_of.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

const Day pattern_sunday = iso("2026-11-22");

// The same week, Monday first, so many times.
std::string phrase_of(std::string_view week, int times) {
  std::string letters;
  for (int i = 0; i < times; ++i) letters += week;
  return weekday_phrase(read_weekday_pattern(days_of(letters, pattern_sunday)));
}

TEST_CASE("a weekday pattern is told as a person would tell it") {
  CHECK(phrase_of("KQQKQQQ", 12) == "Most often on Mondays and Thursdays.");
  CHECK(phrase_of("KKKKKQK", 12) == "Saturdays are quiet.");
  CHECK(phrase_of("KKKKKQQ", 12) == "Most often on weekdays; weekends are quiet.");
  CHECK(phrase_of("QQQQQKK", 12) == "Most often on weekends; weekdays are quiet.");
  CHECK(phrase_of("KKKKKKK", 12) == "");
  CHECK(phrase_of("KXKXKXX", 12) == "");
}

TEST_CASE("weekdays that are kept less, but not hardly ever, are not quiet") {
  CHECK(phrase_of("KKKKKKK KKKKKKQ", 6) == "Less often on Sundays.");
  CHECK(phrase_of("KQQKQQQ KQQKQQK", 6) == "Most often on Mondays and Thursdays.");
  CHECK(phrase_of("KKQQQQQ KKKKKKK", 6) ==
        "Most often on Mondays and Tuesdays.");
}

TEST_CASE("nothing is said where a pattern would be chance") {
  CHECK(phrase_of("KKKKKKK", 3).empty());
  CHECK(phrase_of("KQQQQQQ", 7).empty());
  CHECK(phrase_of("XXXXXXK", 12).empty());
  CHECK(phrase_of("QQQQQQQ", 12).empty());
}

TEST_CASE("only the last twelve weeks count, and an open today does not") {
  std::string letters;
  for (int i = 0; i < 20; ++i) letters += "KQQQQQQ";
  for (int i = 0; i < 12; ++i) letters += "QKQQQQQ";
  CHECK(weekday_phrase(read_weekday_pattern(days_of(letters, pattern_sunday))) == "Most often on Tuesdays.");

  letters.clear();
  for (int i = 0; i < 4; ++i) letters += "KKKKKKK";
  CHECK(read_weekday_pattern(days_of(letters, pattern_sunday)).seldom.none());
  letters.back() = 'O';
  CHECK(read_weekday_pattern(days_of(letters, pattern_sunday)).seldom.none());
}

}  // namespace
}  // namespace mend
