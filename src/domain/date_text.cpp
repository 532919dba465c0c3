// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"

#include <array>
#include <cstdio>

namespace mend {

std::string describe(Day day, Day today) {
  const auto civil = civil_of(day);
  std::string out{short_name(weekday_of(day))};
  out += " " + std::to_string(civil.day) + " " + std::string{short_month_name(civil.month)};
  if (civil.year != civil_of(today).year) out += " " + to_iso(day).substr(0, 4);
  return out;
}

std::string clock_of(Timestamp time) {
  const int minute = time.second_of_day() / 60;
  std::array<char, 16> clock{};
  std::snprintf(clock.data(), clock.size(), "%02d:%02d", minute / 60, minute % 60);
  return clock.data();
}

std::string clock_when_written(Timestamp at, const Zone& zone) {
  const Timestamp here = zone.local(at.instant);
  return clock_of(here.day() == at.day() ? here : at);
}

std::string describe_in_full(const Deadline& deadline, const LocalDay& here) {
  const Deadline shown = local(deadline, here.zone);
  return describe(shown.day, here.today) + (shown.time ? " " + clock_of(*shown.time) : "");
}

std::string describe(const Deadline& deadline, const LocalDay& here) {
  const Deadline shown = local(deadline, here.zone);
  if (shown.day != here.today) return describe_in_full(deadline, here);
  return shown.time ? clock_of(*shown.time) : "today";
}

std::string describe_until(const Deadline& until, const LocalDay& here) {
  return until.is_never() ? "no date agreed" : "until " + describe(until, here);
}

std::string describe(DayRange range, Day today) {
  if (range.first == range.last) return describe(range.first, today);
  return describe(range.first, today) + " to " + describe(range.last, today);
}

}  // namespace mend
