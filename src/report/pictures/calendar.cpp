// SPDX-License-Identifier: MIT
#include "mend/report/calendar.hpp"

#include <algorithm>

namespace mend {
namespace {

DayState state_of_all(std::span<const StepDays> steps, Day day, const StepSet& kept) {
  if (kept.any()) return DayState::kept;
  const bool is_rest =
      std::ranges::all_of(steps, [=](const StepDays& step) { return step.is_rest(day); });
  if (is_rest) return DayState::rest;
  return day < steps.front().today() ? DayState::quiet : DayState::open;
}

}  // namespace

DayRange closed_span(DayRange span, Day first, Day today) {
  if (span.first == every_day.first) span.first = std::min(first, span.last);
  if (span.last == every_day.last) span.last = std::max(today, span.first);
  return span;
}

std::optional<DayRange> lived_days(DayRange span, Day first, Day today) {
  const DayRange lived{std::max(span.first, first), std::min(span.last, today)};
  if (lived.last < lived.first) return std::nullopt;
  return lived;
}

Calendar read_calendar(std::span<const StepDays> steps, DayRange span, std::optional<Step> step,
                       Weekday week_start) {
  Calendar calendar{step, week_start, steps.front().today(), {}};
  const auto lived = lived_days(span, steps.front().first(), steps.front().today());
  if (!lived) return calendar;
  for (Day day = lived->first; day <= lived->last; day = day + 1) {
    CalendarDay cell{day, DayState::quiet, {}};
    for (const Step each : all_steps) {
      cell.kept[index_of(each)] = (!step || each == *step) && steps[index_of(each)].is_kept(day);
    }
    cell.state = step ? steps[index_of(*step)].state(day) : state_of_all(steps, day, cell.kept);
    calendar.days.push_back(cell);
  }
  return calendar;
}

}  // namespace mend
