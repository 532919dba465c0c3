// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/day.hpp"
#include "mend/domain/result.hpp"

#include <optional>
#include <span>
#include <string_view>

// What the vocabularies of days, spans and times share.
namespace mend {

// What a refusal offers instead: the nearest of these words, or the examples.
struct Vocabulary {
  std::span<const std::string_view> words;
  std::string_view examples;
  char sign;  // of distances in days
};

Diagnostic not_a_date(std::string_view text, const Vocabulary& vocabulary);

// Digits alone.
std::optional<int> parse_number(std::string_view text);

// Step over the start or end of a text where it stands.
bool take_start(std::string_view& text, std::string_view start);
bool take_end(std::string_view& text, std::string_view end);

// `3d`, `2w`, and `3 days`, `1 week`: a number of days.
std::optional<int> parse_short_distance(std::string_view text);
std::optional<int> parse_long_distance(std::string_view text);

// Weekdays and `MM-DD` are the latest up to `today`.
std::optional<Day> find_past_day(std::string_view text, Day today);

// Weekdays and `MM-DD` are the first on or after `from`; distances count from `today`.
std::optional<Day> find_coming_day(std::string_view text, Day today, Day from);

}  // namespace mend
