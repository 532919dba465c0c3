// SPDX-License-Identifier: MIT
#include "mend/report/weekday_pattern.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

constexpr int days_looked_at = 12 * 7;

// Below these a pattern would be chance.
constexpr int least_kept = 8;
constexpr int least_counted = 4;  // of a weekday

constexpr double least_difference = 1.0 / 3;  // between the most and the least kept weekday
constexpr double hardly_ever = 1.0 / 8;

struct WeekdayCount {
  int kept = 0;
  int counted = 0;

  bool is_enough() const { return counted >= least_counted; }
  double share() const { return static_cast<double>(kept) / counted; }
};

using Counts = std::array<WeekdayCount, 7>;

Counts count_weekdays(const StepDays& days) {
  Counts counts{};
  const Day first = std::max(days.first(), days.today() - (days_looked_at - 1));
  for (Day day = first; day <= days.today(); day = day + 1) {
    const DayState state = days.state(day);
    if (state != DayState::kept && state != DayState::quiet) continue;
    WeekdayCount& count = counts[static_cast<std::size_t>(weekday_of(day))];
    ++count.counted;
    if (state == DayState::kept) ++count.kept;
  }
  return counts;
}

constexpr std::bitset<7> working_days{0b0011111};
constexpr std::bitset<7> weekend{0b1100000};
constexpr std::size_t most_named = 3;

// "Mondays and Thursdays"; empty for more weekdays than anyone would name.
std::string names_of(std::bitset<7> weekdays) {
  if (weekdays == working_days) return "weekdays";
  if (weekdays == weekend) return "weekends";
  if (weekdays.count() > most_named) return {};
  std::string names;
  std::size_t left = weekdays.count();
  for (std::size_t i = 0; i < weekdays.size(); ++i) {
    if (!weekdays[i]) continue;
    --left;
    if (!names.empty()) names += left == 0 ? " and " : ", ";
    names += std::string{long_name(static_cast<Weekday>(i))} + "s";
  }
  return names;
}

}  // namespace

WeekdayPattern read_weekday_pattern(const StepDays& days) {
  WeekdayPattern pattern;
  const Counts counts = count_weekdays(days);
  double least = 1;
  double most = 0;
  int kept = 0;
  int compared = 0;
  for (const WeekdayCount& count : counts) {
    kept += count.kept;
    if (!count.is_enough()) continue;
    ++compared;
    least = std::min(least, count.share());
    most = std::max(most, count.share());
  }
  pattern.is_known = kept >= least_kept && compared > 1;
  const double difference = most - least;
  if (!pattern.is_known || difference < least_difference) return pattern;
  pattern.is_quiet = least <= hardly_ever;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (!counts[i].is_enough()) continue;
    pattern.often[i] = counts[i].share() >= most - difference / 3;
    pattern.seldom[i] = pattern.is_quiet ? counts[i].share() <= hardly_ever
                                         : counts[i].share() <= least + difference / 3;
  }
  return pattern;
}

std::string weekday_phrase(const WeekdayPattern& pattern) {
  if (!pattern.is_known || pattern.seldom.none()) return {};
  const std::string often = names_of(pattern.often);
  const std::string seldom = names_of(pattern.seldom);
  if (seldom.empty()) return often.empty() ? "" : "Most often on " + often + ".";
  const std::string rest = pattern.is_quiet ? seldom + " are quiet." : "less often on " + seldom + ".";
  if (!often.empty()) return "Most often on " + often + "; " + rest;
  return pattern.is_quiet ? rest : "L" + rest.substr(1);
}

}  // namespace mend
