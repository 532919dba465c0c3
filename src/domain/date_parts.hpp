// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/day.hpp"
#include "mend/domain/result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

// What the vocabularies of days, spans and times share. All but `as_read` and `not_a_date` take texts
// as `as_read` makes them.
namespace mend {

// What a refusal offers instead: the nearest of these words, or the examples.
struct Vocabulary {
  std::span<const std::string_view> words;
  std::string_view examples;
  char sign;  // of distances in days
};

// Why a text is none of the vocabulary's, as it was typed.
Diagnostic not_a_date(std::string_view text, const Vocabulary& vocabulary, Day today);

// A stretch of days where one day is wanted.
Diagnostic more_than_one_day(std::string_view text, std::string_view examples);

// The form dates are read in: small letters, single spaces, none at the ends.
std::string as_read(std::string_view text);

// Digits alone.
std::optional<int> parse_number(std::string_view text);

// Step over the start or end of a text where it stands.
bool take_start(std::string_view& text, std::string_view start);
bool take_end(std::string_view& text, std::string_view end);

// Steps over the first word and the space behind it.
std::string_view take_word(std::string_view& text);

// `3d`, `2w`, and `3 days`, `1 week`: a number of days.
std::optional<int> parse_short_distance(std::string_view text);
std::optional<int> parse_long_distance(std::string_view text);

// `nov` and `november`: 1..12.
std::optional<int> parse_month_name(std::string_view word);

// `24 nov`, `fri 20 nov`, `20 november 2026`.
struct WrittenDate {
  std::optional<Weekday> weekday;
  int day = 1;
  int month = 1;
  std::optional<int> year;
};
std::optional<WrittenDate> parse_written_date(std::string_view text);

// `nov 2026` and `november`; a year of 0 is one that is not written.
std::optional<Month> parse_written_month(std::string_view text);

// Weekdays, `MM-DD` and `24 nov` are the latest up to `today`. A weekday before a date without a year
// can make it a later day of this year, as mend prints such days.
std::optional<Day> find_past_day(std::string_view text, Day today);

// Weekdays, `MM-DD` and `24 nov` are the first on or after `from`; distances count from `today`.
std::optional<Day> find_coming_day(std::string_view text, Day today, Day from);

}  // namespace mend
