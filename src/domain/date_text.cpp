// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"

#include <array>
#include <cstdio>

namespace mend {

std::string describe(Day day, Day today) {
  const auto civil = civil_of(day);
  std::string out{short_name(weekday_of(day))};
  out += " " + std::to_string(civil.day) + " " + std::string{short_month_name(civil.month)};
  if (civil.year != civil_of(today).year) out += " " + std::to_string(civil.year);
  return out;
}

std::string describe(const Deadline& deadline, Day today) {
  if (!deadline.time) return deadline.day == today ? "today" : describe(deadline.day, today);
  const int minute = deadline.time->second_of_day() / 60;
  std::array<char, 16> clock{};
  std::snprintf(clock.data(), clock.size(), "%02d:%02d", minute / 60, minute % 60);
  const std::string time{clock.data()};
  return deadline.day == today ? time : describe(deadline.day, today) + " " + time;
}

std::string describe_until(const Deadline& until, Day today) {
  return until.is_never() ? "no date agreed" : "until " + describe(until, today);
}

std::string describe(DayRange range, Day today) {
  if (range.first == range.last) return describe(range.first, today);
  return describe(range.first, today) + " to " + describe(range.last, today);
}

}  // namespace mend
