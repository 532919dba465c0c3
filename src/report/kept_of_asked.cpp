// SPDX-License-Identifier: MIT
#include "mend/report/kept_of_asked.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr int most_days_in_weeks = 26 * 7;
constexpr int least_days_of_trend = 12 * 7;

void count_days(const StepDays& days, KeptOfAsked& result) {
  int quiet = 0;
  const DayRange lived{std::max(result.days.first, days.first()),
                       std::min(result.days.last, days.today())};
  for (Day day = lived.first; day <= lived.last; day = day + 1) {
    const DayState state = days.state(day);
    if (state == DayState::kept) ++result.days_kept;
    if (state == DayState::quiet) ++quiet;
  }
  result.kept = result.days_kept;
  result.asked = result.days_kept + quiet;
}

void count_units(const StepDays& days, const Cadence& cadence, Weekday week_start,
                 KeptOfAsked& result) {
  result.asked.reset();
  int kept = 0;
  int asked = 0;
  Day day = std::max(result.days.first, days.begin());
  while (day <= std::min(result.days.last, days.today())) {
    const Unit unit = unit_at(whole_history(days), cadence, week_start, day);
    day = unit.range.last + 1;
    if (unit.range.last > result.days.last) break;
    if (unit.state != DayState::rest) {
      kept += std::min(unit.got, unit.asked);
      asked += unit.asked;
    }
    result.asked = asked;
  }
  if (result.asked) result.kept = kept;
}

bool is_of_whole_months(DayRange span) {
  return civil_of(span.first).day == 1 && civil_of(span.last + 1).day == 1;
}

}  // namespace

KeptOfAsked read_kept_of_asked(const StepDays& days, const Cadence& cadence, Weekday week_start,
                               DayRange span) {
  KeptOfAsked result;
  result.days = span;
  count_days(days, result);
  switch (cadence.unit()) {
    case Cadence::Unit::day: break;
    case Cadence::Unit::week:
    case Cadence::Unit::month: count_units(days, cadence, week_start, result); break;
    default: result.asked.reset();
  }
  return result;
}

DayRange span_before(DayRange span) {
  if (!is_of_whole_months(span)) {
    return {span.first - (span.last - span.first + 1), span.first - 1};
  }
  const Month first = month_of(span.first);
  const Month last = month_of(span.last);
  const int months = (last.year - first.year) * 12 + last.month - first.month + 1;
  return {first_day(first + -months), span.first - 1};
}

std::vector<DayRange> spans_before(DayRange span, Day first, std::size_t most) {
  std::vector<DayRange> spans;
  while (spans.size() < most && span.first > first) {
    span = span_before(span);
    spans.push_back(span);
  }
  return spans;
}

std::vector<DayRange> trend_spans(DayRange lived, Day first, Weekday week_start) {
  const bool is_long = lived.last - lived.first >= most_days_in_weeks;
  const Day begin = std::max(first, std::min(lived.first, lived.last - (least_days_of_trend - 1)));
  std::vector<DayRange> spans;
  for (Day day = begin; day <= lived.last;) {
    const DayRange whole = is_long ? month_range(day) : week_of(day, week_start);
    spans.push_back(whole);
    day = whole.last + 1;
  }
  return spans;
}

}  // namespace mend
