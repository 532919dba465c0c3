// SPDX-License-Identifier: MIT
#include "mend/report/step_page.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr int weeks_looked_at = 26;

WeekOfDays read_week(const StepDays& days, const Cadence& cadence, Weekday week_start, Day begin,
                     Day first) {
  WeekOfDays week;
  week.first = first;
  for (std::size_t i = 0; i < week.days.size(); ++i) {
    const Day day = first + static_cast<int>(i);
    if (day >= begin && day <= days.today()) week.days[i] = days.state(day);
  }
  if (cadence.unit() == Cadence::Unit::week) {
    week.unit = unit_at(whole_history(days), cadence, week_start, first);
  }
  return week;
}

std::vector<WeekOfDays> read_weeks(const StepDays& days, const Cadence& cadence,
                                   Weekday week_start, Day begin) {
  const Day newest = week_of(days.today(), week_start).first;
  const Day oldest =
      std::max(newest - (weeks_looked_at - 1) * 7, week_of(begin, week_start).first);
  std::vector<WeekOfDays> weeks;
  for (Day first = oldest; first <= newest; first = first + 7) {
    weeks.push_back(read_week(days, cadence, week_start, begin, first));
  }
  return weeks;
}

std::vector<Chapter> read_chapters(const StepDays& days, const Cadence& cadence,
                                   const JournalSettings& settings, Day begin) {
  std::vector<Chapter> all;
  Day first = days.first();
  for (const Day breach : days.breaches()) {
    all.push_back({first, breach, 0, {}});
    first = breach + 1;
  }
  all.push_back({first, std::nullopt, 0, {}});
  const auto best = best_by_chapter(days, cadence, settings);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].best = best[i];
    const auto begin_of = [&](Day day) { return std::ranges::lower_bound(days.kept_days(), day); };
    const Day end = all[i].last.value_or(days.today()) + 1;
    all[i].kept = static_cast<int>(begin_of(end) - begin_of(std::min(all[i].first, end)));
  }
  std::erase_if(all, [&](const Chapter& chapter) { return chapter.last && *chapter.last < begin; });
  all.front().first = std::max(all.front().first, begin);
  return all;
}

void count_kept(const StepDays& days, StepPage& page) {
  page.total = static_cast<int>(days.kept_days().size());
  if (page.total == 0) return;
  page.first_kept = days.kept_days().front();
  page.last_kept = days.kept_days().back();
}

}  // namespace

StepPage read_step_page(const StepDays& days, const Cadence& cadence,
                        const JournalSettings& settings) {
  const Day begin = days.begin();
  StepPage page;
  page.cadence = cadence;
  page.today = days.today();
  page.weeks = read_weeks(days, cadence, settings.week_start, begin);
  page.weekdays = read_weekday_pattern(days);
  page.chapters = read_chapters(days, cadence, settings, begin);
  count_kept(days, page);
  return page;
}

std::vector<Beside> read_beside(std::span<const Entry> entries, Step step,
                                const std::vector<WeekOfDays>& weeks, Day today) {
  std::vector<Beside> beside;
  for (const Entry& entry : entries) {
    const bool is_beside = entry.kind == Kind::setback && entry.step == step &&
                           entry.severity && *entry.severity != Severity::breach;
    if (!is_beside || weeks.empty() || entry.day < weeks.front().first || entry.day > today) continue;
    beside.push_back({entry.day, *entry.severity});
  }
  std::ranges::stable_sort(beside, {}, &Beside::day);
  return beside;
}

}  // namespace mend
