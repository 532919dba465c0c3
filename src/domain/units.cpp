// SPDX-License-Identifier: MIT
#include "mend/domain/units.hpp"

#include <algorithm>
#include <limits>

namespace mend {
namespace {

constexpr Day before_all{std::numeric_limits<std::int32_t>::min() / 2};
constexpr Day after_all{std::numeric_limits<std::int32_t>::max() / 2};

DayRange unit_range(const Cadence& cadence, Weekday week_start, Day day) {
  switch (cadence.unit()) {
    case Cadence::Unit::week: return week_of(day, week_start);
    case Cadence::Unit::month: return month_range(day);
    default: return {day, day};
  }
}

// Counts the kept days of a unit and returns how many of its days are not rest.
int count_days(const Window& window, Unit& unit) {
  int available = 0;
  int covered = 0;
  for (Day day = unit.range.first; day <= unit.range.last; day = day + 1) {
    const bool is_covered = window.is_covered(day);
    if (is_covered) ++covered;
    if (window.is_kept(day)) {
      ++available;
      if (unit.got++ == 0) unit.first_kept = day;
      unit.last_kept = day;
    } else if (!is_covered) {
      ++available;
      if (day >= window.days.today()) ++unit.left;
    }
  }
  unit.is_mostly_rest = covered * 2 > unit.range.last - unit.range.first + 1;
  return available;
}

int asked_of(const Cadence& cadence, int available, int length) {
  if (cadence.unit() == Cadence::Unit::day) return available;
  return (std::min(cadence.count, length) * available + length - 1) / length;
}

}  // namespace

Window whole_history(const StepDays& days) { return {days, {before_all, after_all}}; }

Window without_today(const StepDays& days) { return {days, {before_all, after_all}, true}; }

std::vector<Window> chapters(const StepDays& days) {
  std::vector<Window> all;
  Day begin = before_all;
  for (const Day breach : days.breaches()) {
    all.push_back({days, {begin, breach}});
    begin = breach + 1;
  }
  all.push_back({days, {begin, after_all}});
  return all;
}

DayRange week_of(Day day, Weekday week_start) {
  const Day first = latest_weekday(day, week_start);
  return {first, first + 6};
}

DayRange month_range(Day day) { return {first_day(month_of(day)), last_day(month_of(day))}; }

Unit unit_at(const Window& window, const Cadence& cadence, Weekday week_start, Day day) {
  Unit unit;
  unit.range = unit_range(cadence, week_start, day);
  const int available = count_days(window, unit);
  unit.asked = asked_of(cadence, available, unit.range.last - unit.range.first + 1);
  if (unit.got >= std::max(unit.asked, 1)) {
    unit.state = DayState::kept;
  } else if (available == 0 || (unit.is_mostly_rest && unit.range.last < window.days.today())) {
    unit.state = DayState::rest;
  } else {
    unit.state = unit.range.contains(window.days.today()) ? DayState::open : DayState::quiet;
  }
  return unit;
}

std::vector<Unit> units(const Window& window, const Cadence& cadence, Weekday week_start) {
  const Day today = window.days.today();
  const Day last = std::min(window.range.last, today);
  const std::vector<Day>& kept = window.days.kept_days();
  std::vector<Unit> all;
  constexpr int enough = 2;
  int quiet = enough;  // in a row; nothing comes before the first
  Day day = std::max(window.range.first, window.days.first());
  while (day <= last) {
    if (quiet >= enough) {
      const auto next = std::ranges::lower_bound(kept, day);
      day = next == kept.end() ? last : std::min(*next, last);
    }
    const Unit& unit = all.emplace_back(unit_at(window, cadence, week_start, day));
    if (unit.state == DayState::quiet) ++quiet;
    if (unit.got > 0) quiet = 0;
    day = unit.range.last + 1;
  }
  return all;
}

}  // namespace mend
