// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"

#include "date_parts.hpp"

#include <array>

namespace mend {
namespace {

constexpr std::array<std::string_view, 23> day_words = {
    "today",    "yesterday", "mon",      "tue",      "wed",      "thu",      "fri",      "sat",
    "sun",      "monday",    "tuesday",  "wednesday", "thursday", "friday",  "saturday", "sunday",
    "last-mon", "last-tue",  "last-wed", "last-thu", "last-fri", "last-sat", "last-sun"};

constexpr Vocabulary day_vocabulary = {day_words, "today, yesterday, mon, last-mon, -3d, 11-22 or 2026-11-22",
                             '-'};

}  // namespace

Result<Day> parse_day(std::string_view text, Day today) {
  const std::string read = as_read(text);
  if (const auto day = find_past_day(read, today)) return *day;
  if (find_coming_day(read, today, today)) {
    Diagnostic diagnostic;
    diagnostic.what = "'" + std::string{text} + "' has not come yet";
    diagnostic.hint = "Days here are today or past; only 'mend rest' takes days ahead.";
    return diagnostic;
  }
  if (parse_span(text, today, Weekday::monday)) return more_than_one_day(text, day_vocabulary.examples);
  return not_a_date(text, day_vocabulary, today);
}

}  // namespace mend
