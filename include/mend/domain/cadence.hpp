// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/day.hpp"

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace mend {

// How often a step asks for something; the forms and their spelling are those of mend-journal(5).
struct Cadence {
  enum class Form { weekdays, weekly, monthly, every_n_days, as_needed };
  enum class Unit { day, week, month, time, none };

  Form form = Form::weekdays;
  std::bitset<7> named_days;  // weekdays: which ask, by Weekday; all seven for `daily`
  int count = 0;              // N of weekly, monthly, every_n_days
  std::string text;           // as written

  Unit unit() const;
  bool has_long_unit() const { return unit() == Unit::week || unit() == Unit::month; }
  bool asks_on(Weekday weekday) const { return named_days[static_cast<std::size_t>(weekday)]; }
};

// `daily`, `weekdays`, `mon,wed,fri`, `N/week`, `N/month`, `every Nd`, `as-needed`, spelled exactly so.
std::optional<Cadence> parse_cadence(std::string_view text);

// What the forms are, for the hint of an error.
std::string_view cadence_forms();

}  // namespace mend
