// SPDX-License-Identifier: MIT
#include "mend/domain/streak.hpp"

#include "support/calendar.hpp"
#include "support/naive_streak.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr std::string_view first_day_of_all = "2025-12-01";  // a Monday, and the first of a month

// Units written as for the naive walk, and where breaches end a chapter.
struct History {
  std::string units;
  std::vector<std::size_t> breaches;
};

// Mostly kept, so that there is something to walk; the last unit is kept, rest or open.
History random_history(Random& random, std::size_t longest) {
  static constexpr std::string_view letters = "KKKKKKQQX";
  History history;
  history.units.resize(1 + random.below(longest));
  for (char& unit : history.units) unit = random.pick(letters);
  if (history.units.back() == 'Q') history.units.back() = 'O';
  if (random.one_in(3)) {
    for (std::size_t i = 0; i < history.units.size(); ++i) {
      if (random.one_in(15)) history.breaches.push_back(i);
    }
  }
  return history;
}

StepDays to_days(const History& history) {
  StepDays days{on(first_day_of_all),
                on(first_day_of_all) + (static_cast<int>(history.units.size()) - 1)};
  for (std::size_t i = 0; i < history.units.size(); ++i) {
    const Day day = days.first() + static_cast<int>(i);
    if (history.units[i] == 'K') days.keep(day);
    if (history.units[i] == 'X') days.rest({day, day});
  }
  for (const std::size_t breach : history.breaches) {
    days.breach(days.first() + static_cast<int>(breach));
  }
  return days;
}

JournalSettings with_grace(bool grace) {
  JournalSettings settings;
  settings.grace = grace ? Grace::on : Grace::off;
  return settings;
}

using WalkFrom = std::function<naive::Walk(std::string_view)>;

// What 3-streaks.md says of these units, in one line.
std::string expected_streak(const History& history, const WalkFrom& walk) {
  const auto chapters = naive::chapters(history.units, history.breaches);
  naive::Walk best;
  for (const std::string& chapter : chapters) {
    const naive::Walk here = naive::best(chapter, walk);
    if (here.length >= std::max(best.length, 1)) best = here;
  }
  std::string current = chapters.back();
  const naive::Walk now = walk(current);
  bool is_at_risk = false;
  if (current.back() == 'O') {
    current.back() = 'Q';
    is_at_risk = now.length > 0 && walk(current).length < now.length;
  }
  return std::to_string(now.length) + " bridged " + std::to_string(now.bridged) +
         (is_at_risk ? " at risk" : "") + " best " + std::to_string(best.length) +
         (best.length > 0
              ? " " + std::to_string(best.oldest) + ".." + std::to_string(best.newest)
              : "");
}

// The same line from the program; `unit_of` counts units from the first.
std::string actual(const Streak& streak, const std::function<int(Day)>& unit_of) {
  std::string line = std::to_string(*streak.current) + " bridged " + std::to_string(*streak.bridged) +
                     (streak.is_at_risk ? " at risk" : "") + " best ";
  if (!streak.best) return line + "0";
  return line + std::to_string(streak.best->length) + " " +
         std::to_string(unit_of(streak.best->days.first)) + ".." +
         std::to_string(unit_of(streak.best->days.last));
}

}  // namespace

TEST_CASE("a walk straight from the rules finds the same streaks of days") {
  Random random{1};
  const auto daily = *parse_cadence("daily");
  for (int i = 0; i < 6000; ++i) {
    const History history = random_history(random, 60);
    const bool grace = random.one_in(2);
    const StepDays days = to_days(history);
    const Streak streak = read_streak(days, daily, with_grace(grace));
    CAPTURE(history.units);
    CAPTURE(history.breaches.size());
    CAPTURE(grace);
    REQUIRE(actual(streak, [&](Day day) { return day - days.first(); }) ==
            expected_streak(history, [&](auto units) { return naive::walk(units, grace, 7); }));
    REQUIRE(streak.total == std::ranges::count(history.units, 'K'));
    REQUIRE(streak.chapter == 1 + static_cast<int>(history.breaches.size()));
  }
}

TEST_CASE("a walk straight from the rules finds the same streaks of every N days") {
  Random random{2};
  for (int i = 0; i < 4000; ++i) {
    History history = random_history(random, 40);
    for (char& unit : history.units) {
      if (unit == 'K' && random.one_in(2)) unit = 'Q';
    }
    if (history.units.back() == 'Q') history.units.back() = 'O';
    const int count = random.between(2, 6);
    const StepDays days = to_days(history);
    const Streak streak = read_streak(days, *parse_cadence("every " + std::to_string(count) + "d"),
                                      with_grace(random.one_in(2)));
    CAPTURE(history.units);
    CAPTURE(count);
    REQUIRE(actual(streak, [&](Day day) { return day - days.first(); }) ==
            expected_streak(history, [&](auto units) { return naive::walk_times(units, count); }));
  }
}

TEST_CASE("a walk straight from the rules finds the same streaks of weeks and months") {
  Random random{3};
  for (int i = 0; i < 1500; ++i) {
    const bool is_weekly = random.one_in(2);
    History history = random_history(random, 30);
    history.breaches.clear();
    const int count = static_cast<int>(history.units.size());
    const Day first = on(first_day_of_all);
    const Month month = month_of(first);
    const auto range_of = [&](int unit) {
      return is_weekly ? DayRange{first + unit * 7, first + (unit * 7 + 6)}
                       : DayRange{first_day(month + unit), last_day(month + unit)};
    };
    const DayRange newest = range_of(count - 1);
    // The newest unit is kept early and open late, so that today can be any of its days.
    StepDays days{first, newest.first + random.between(0, newest.last - newest.first)};
    for (int unit = 0; unit < count; ++unit) {
      const DayRange range = range_of(unit);
      const char letter = history.units[static_cast<std::size_t>(unit)];
      if (letter == 'X') days.rest(range);
      if (letter != 'K') continue;
      const int length = unit == count - 1 ? 1 : range.last - range.first + 1;
      days.keep(range.first + random.between(0, length - 1));
    }
    const bool grace = random.one_in(2);
    const Streak streak = read_streak(days, *parse_cadence(is_weekly ? "1/week" : "1/month"),
                                      with_grace(grace));
    CAPTURE(history.units);
    CAPTURE(is_weekly);
    const auto unit_of = [&](Day day) {
      if (is_weekly) return (day - first) / 7;
      const Month found = month_of(day);
      return (found.year - month.year) * 12 + found.month - month.month;
    };
    REQUIRE(actual(streak, unit_of) ==
            expected_streak(history, [&](auto units) { return naive::walk(units, grace, 4); }));
  }
}

TEST_CASE("one more kept day never lowers a total, a streak or a best") {
  Random random{4};
  static constexpr std::string_view cadences[] = {"daily",   "mon,wed,sat", "2/week",
                                                  "5/month", "every 3d",    "as-needed"};
  for (int i = 0; i < 4000; ++i) {
    const History history = random_history(random, 80);
    StepDays days = to_days(history);
    const auto cadence = *parse_cadence(random.pick(cadences));
    const JournalSettings settings = with_grace(random.one_in(2));
    const Streak before = read_streak(days, cadence, settings);
    days.keep(days.first() + random.between(0, days.today() - days.first()));
    const Streak after = read_streak(days, cadence, settings);
    CAPTURE(history.units);
    CAPTURE(cadence.text);
    REQUIRE(after.total >= before.total);
    REQUIRE(after.total <= before.total + 1);
    REQUIRE(after.last >= before.last);
    REQUIRE(after.chapter == before.chapter);
    const auto best = [](const Streak& streak) { return streak.best ? streak.best->length : 0; };
    REQUIRE(after.current.value_or(0) >= before.current.value_or(0));
    REQUIRE(best(after) >= best(before));
  }
}

TEST_CASE("rest in the place of a quiet day never shortens the current streak") {
  Random random{5};
  for (int i = 0; i < 6000; ++i) {
    const History history = random_history(random, 60);
    std::vector<std::size_t> quiet;
    for (std::size_t at = 0; at < history.units.size(); ++at) {
      if (history.units[at] == 'Q') quiet.push_back(at);
    }
    if (quiet.empty()) continue;
    StepDays days = to_days(history);
    static constexpr std::string_view cadences[] = {"daily", "every 2d", "every 4d"};
    const auto cadence = *parse_cadence(random.pick(cadences));
    const JournalSettings settings = with_grace(random.one_in(2));
    const Streak before = read_streak(days, cadence, settings);
    const Day rested = days.first() + static_cast<int>(random.pick(quiet));
    days.rest({rested, rested});
    CAPTURE(history.units);
    CAPTURE(cadence.text);
    REQUIRE(*read_streak(days, cadence, settings).current >= *before.current);
  }
}

TEST_CASE("a current streak is never longer than the best with today counted") {
  Random random{6};
  for (int i = 0; i < 3000; ++i) {
    const History history = random_history(random, 60);
    const Streak streak = read_streak(to_days(history), *parse_cadence("daily"), {});
    CAPTURE(history.units);
    REQUIRE(*streak.current <= (streak.best ? streak.best->length : 0));
    REQUIRE(*streak.current <= streak.total);
  }
}

}  // namespace mend
