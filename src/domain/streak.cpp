// SPDX-License-Identifier: MIT
#include "mend/domain/streak.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace mend {
namespace {

// The streak a walk towards the past adds up to.
struct Run {
  int length = 0;
  int bridged = 0;
  DayRange days{};  // first and last kept day; meaningless while length is 0

  void prepend_older_to(const Unit& newest) {
    days = {length == 0 ? newest.first_kept : days.first, newest.last_kept};
    ++length;
  }
};

struct Outlook {
  Run current;
  Run if_quiet;  // `current` if the newest unit, open, ended quiet with nothing else kept
  bool can_end_quiet = false;  // is it open, can still be kept, and ends quiet otherwise?
  std::optional<DayRange> quiet_at_end;
  std::optional<EndedStreak> ended;
  std::optional<BestStreak> best;
};

void consider(std::optional<BestStreak>& best, const Run& run) {
  if (run.length == 0) return;
  if (best && run.length < best->length) return;
  if (best && run.length == best->length && run.days.last <= best->days.last) return;
  best = BestStreak{run.length, run.days, run.bridged};
}

int bridging_gap(const Cadence& cadence) {
  return cadence.unit() == Cadence::Unit::day ? 7 : 4;
}

// What a walk finds from one unit towards the past depends only on how far back the newest bridged
// unit lies. So the units are read once, oldest first, keeping the run for every such distance,
// counted in units that are not rest; `gap` stands for "far enough, or none".
class Walk {
 public:
  Walk(Grace grace, int gap) : grace_(grace), gap_(static_cast<std::size_t>(gap)) {}

  void step(const Unit& unit) {
    switch (unit.state) {
      case DayState::rest:
      case DayState::open: return;
      case DayState::kept: keep(unit); break;
      case DayState::quiet: pass_quiet(); break;
    }
    newest_is_kept_ = unit.state == DayState::kept;
  }

  Run run() const { return by_distance_[gap_]; }

  // The run if one more unit, quiet, came after those read so far.
  Run run_if_quiet() const { return can_bridge() ? bridged() : Run{}; }

 private:
  using Runs = std::array<Run, 8>;  // by distance 1..gap; index 0 is not used

  bool can_bridge() const { return grace_ == Grace::on && newest_is_kept_; }

  Run bridged() const {
    Run run = by_distance_[1];
    ++run.bridged;
    return run;
  }

  void keep(const Unit& unit) {
    Runs next;
    for (std::size_t distance = 1; distance <= gap_; ++distance) {
      next[distance] = by_distance_[std::min(distance + 1, gap_)];
      next[distance].prepend_older_to(unit);
    }
    by_distance_ = next;
  }

  void pass_quiet() {
    const Run far_enough = run_if_quiet();
    by_distance_.fill(Run{});
    by_distance_[gap_] = far_enough;
  }

  Grace grace_;
  std::size_t gap_;
  Runs by_distance_{};
  bool newest_is_kept_ = false;
};

// An end longer ago than so many units is not told of.
constexpr int units_told_of = 7;

// The quiet units before and after this one, up to the next that is kept or open.
QuietRun read_quiet_run(const Window& window, const Cadence& cadence, Weekday week_start, DayRange quiet) {
  QuietRun run{1, quiet, false};
  bool is_after_rest = false;
  const auto take = [&](const Unit& unit) {
    if (unit.state == DayState::rest) is_after_rest = true;
    if (unit.state != DayState::quiet) return unit.state == DayState::rest;
    ++run.count;
    run.has_rest = run.has_rest || is_after_rest;
    run.days = {std::min(run.days.first, unit.range.first), std::max(run.days.last, unit.range.last)};
    is_after_rest = false;
    return true;
  };
  for (Day day = quiet.first - 1; day >= window.range.first;) {
    const Unit unit = unit_at(window, cadence, week_start, day);
    if (!take(unit)) break;
    day = unit.range.first - 1;
  }
  is_after_rest = false;
  for (Day day = quiet.last + 1; day <= window.days.today();) {
    const Unit unit = unit_at(window, cadence, week_start, day);
    if (!take(unit)) break;
    day = unit.range.last + 1;
  }
  return run;
}

// What came after the quiet unit that ended a streak; nothing when that is long ago.
std::optional<EndedStreak> read_end(const Window& window, const Cadence& cadence,
                                    Weekday week_start, DayRange quiet, const Run& current) {
  EndedStreak ended;
  int since = 0;
  for (Day day = quiet.last + 1; day <= window.days.today();) {
    const Unit unit = unit_at(window, cadence, week_start, day);
    day = unit.range.last + 1;
    if (unit.state == DayState::rest) continue;
    if (++since > units_told_of) return std::nullopt;
    if (unit.state == DayState::kept) ++ended.kept_since;
  }
  if (current.length > 0) ended.counting_from = current.days.first;
  ended.quiet = read_quiet_run(window, cadence, week_start, quiet);
  return ended;
}

Outlook walk_units(const Window& window, const Cadence& cadence, const JournalSettings& settings) {
  Outlook outlook;
  Walk walk{settings.grace, bridging_gap(cadence)};
  std::optional<DayRange> end;  // the quiet unit that made the streak shorter last
  for (const Unit& unit : units(window, cadence, settings.week_start)) {
    const bool is_open = unit.state == DayState::open;
    outlook.can_end_quiet = is_open && unit.is_reachable() && !unit.is_mostly_rest;
    const int length_before = walk.run().length;
    walk.step(unit);
    if (walk.run().length < length_before) end = unit.range;
    if (unit.state == DayState::kept) outlook.quiet_at_end.reset();
    if (unit.state == DayState::quiet) outlook.quiet_at_end = unit.range;
    if (!is_open) consider(outlook.best, walk.run());
  }
  outlook.current = walk.run();
  if (outlook.current.length == 0) outlook.quiet_at_end.reset();
  // With grace it takes a second quiet unit: one alone is bridged.
  if (end && settings.grace == Grace::on) {
    outlook.ended = read_end(window, cadence, settings.week_start, *end, outlook.current);
  }
  outlook.if_quiet = walk.run_if_quiet();
  return outlook;
}

// How many days from `first` to the one before `end` are quiet; no more than `most` are counted.
int count_quiet(const Window& window, Day first, Day end, int most) {
  int quiet = 0;
  for (Day day = first; day < end && quiet < most; day = day + 1) {
    if (!window.is_kept(day) && !window.is_covered(day)) ++quiet;
  }
  return quiet;
}

// Every N days: kept days follow one another while fewer than N quiet days lie between them.
Outlook walk_times(const Window& window, const Cadence& cadence) {
  Outlook outlook;
  const Day today = window.days.today();
  Run run;
  Day after = window.range.first;  // the day after the last kept one
  // The run that is alive after the quiet days up to `end`, and one more when that is asked for.
  const auto alive_at = [&](Day end, int more) {
    return count_quiet(window, after, end, cadence.count) + more < cadence.count ? run : Run{};
  };
  for (const Day day : window.days.kept_days()) {
    if (!window.is_kept(day)) continue;
    if (run.length > 0) run = alive_at(day, 0);
    Unit unit;
    unit.first_kept = day;
    unit.last_kept = day;
    run.prepend_older_to(unit);
    consider(outlook.best, run);
    after = day + 1;
  }
  if (run.length == 0) return outlook;
  const Day end = std::min(today, window.range.last + 1);
  outlook.current = alive_at(end, 0);
  outlook.if_quiet = alive_at(end, 1);
  outlook.can_end_quiet = window.range.contains(today) && !window.is_kept(today) &&
                          !window.is_covered(today);
  return outlook;
}

Outlook look_back(const Window& window, const Cadence& cadence, const JournalSettings& settings) {
  return cadence.unit() == Cadence::Unit::time ? walk_times(window, cadence)
                                               : walk_units(window, cadence, settings);
}

constexpr int steadiness_days = 28;
constexpr int steadiness_weeks = 4;
constexpr int steadiness_months = 3;
constexpr int early_days = 7;
constexpr int early_units = 2;

Steadiness steadiness_of_days(const StepDays& days) {
  Steadiness steadiness;
  for (Day day = days.today() - (steadiness_days - 1); day <= days.today(); day = day + 1) {
    const DayState state = days.state(day);
    if (state == DayState::kept) ++steadiness.kept;
    if (state == DayState::kept || state == DayState::quiet) ++steadiness.asked;
  }
  steadiness.is_early = steadiness.asked == 0 || days.today() - days.begin() < early_days;
  return steadiness;
}

Steadiness steadiness_of_units(const StepDays& days, const Cadence& cadence, Weekday week_start) {
  const int count = cadence.unit() == Cadence::Unit::week ? steadiness_weeks : steadiness_months;
  Steadiness steadiness;
  const Window window = whole_history(days);
  Unit unit = unit_at(window, cadence, week_start, days.today());
  int complete = 0;
  for (int i = 0; i < count; ++i) {
    unit = unit_at(window, cadence, week_start, unit.range.first - 1);
    if (unit.range.first >= days.begin()) ++complete;
    if (unit.state == DayState::rest) continue;
    steadiness.kept += std::min(unit.got, unit.asked);
    steadiness.asked += unit.asked;
    ++steadiness.units;
  }
  steadiness.is_early = steadiness.asked == 0 || complete < early_units;
  return steadiness;
}

std::optional<Steadiness> read_steadiness(const StepDays& days, const Cadence& cadence,
                                          Weekday week_start) {
  switch (cadence.unit()) {
    case Cadence::Unit::day: return steadiness_of_days(days);
    case Cadence::Unit::week:
    case Cadence::Unit::month: return steadiness_of_units(days, cadence, week_start);
    default: return std::nullopt;
  }
}

DayMark mark_of(const StepDays& days, const Cadence& cadence, const std::optional<Unit>& unit,
                Day day) {
  if (days.is_kept(day)) return DayMark::kept;
  if (cadence.unit() == Cadence::Unit::none) return DayMark::none;
  if (day < days.begin()) return DayMark::before;
  if (days.is_covered(day)) return DayMark::rest;
  if (unit) return unit->state == DayState::quiet ? DayMark::quiet : DayMark::silent;
  return day < days.today() ? DayMark::quiet : DayMark::open;
}

std::optional<DayState> newest_state(const StepDays& days, const Cadence& cadence,
                                     Weekday week_start) {
  switch (cadence.unit()) {
    case Cadence::Unit::none: return std::nullopt;
    case Cadence::Unit::week:
    case Cadence::Unit::month:
      return unit_at(whole_history(days), cadence, week_start, days.today()).state;
    default: return days.state(days.today());
  }
}

// Every N days: have N - 1 or more been quiet since it was kept last, or since it began?
bool is_needed_by_now(const Window& window, const Cadence& cadence) {
  const auto& kept = window.days.kept_days();
  const auto next = std::ranges::lower_bound(kept, window.days.today());
  const Day last = next == kept.begin() ? window.days.since() : *std::prev(next);
  const int enough = cadence.count - 1;
  return count_quiet(window, last + 1, window.days.today(), enough) >= enough;
}

// Is today the last chance to keep the week or month, and one that counts?
bool is_last_chance(const Window& window, const Cadence& cadence, Weekday week_start) {
  const Unit unit = unit_at(window, cadence, week_start, window.days.today());
  const int missing = unit.asked - unit.got;
  return missing >= 1 && missing == unit.left && !unit.is_mostly_rest &&
         !unit.range.contains(window.days.begin());
}

}  // namespace

Streak read_streak(const StepDays& days, const Cadence& cadence, const JournalSettings& settings) {
  Streak streak;
  streak.total = static_cast<int>(days.kept_days().size());
  if (streak.total > 0) streak.last = days.kept_days().back();
  streak.chapter = 1 + static_cast<int>(days.breaches().size());
  streak.state = newest_state(days, cadence, settings.week_start);
  streak.steadiness = read_steadiness(days, cadence, settings.week_start);
  if (cadence.unit() == Cadence::Unit::none) return streak;

  Outlook outlook;
  for (const Window& chapter : chapters(days)) {
    auto best = outlook.best;
    outlook = look_back(chapter, cadence, settings);
    if (outlook.best) consider(best, Run{outlook.best->length, outlook.best->bridged, outlook.best->days});
    outlook.best = best;
  }
  streak.current = outlook.current.length;
  streak.bridged = outlook.current.bridged;
  streak.quiet_at_end = outlook.quiet_at_end;
  streak.ended = outlook.ended;
  streak.best = outlook.best;
  streak.is_at_risk = outlook.current.length > 0 && outlook.can_end_quiet &&
                      outlook.if_quiet.length < outlook.current.length;
  return streak;
}

std::vector<std::optional<BestStreak>> best_by_chapter(const StepDays& days, const Cadence& cadence,
                                                       const JournalSettings& settings) {
  std::vector<std::optional<BestStreak>> best;
  for (const Window& chapter : chapters(days)) {
    const bool has_streaks = cadence.unit() != Cadence::Unit::none;
    best.push_back(has_streaks ? look_back(chapter, cadence, settings).best : std::nullopt);
  }
  return best;
}

bool is_asked_today(const StepDays& days, const Cadence& cadence, const JournalSettings& settings) {
  const Window window = without_today(days);
  if (window.is_covered(days.today())) return false;
  switch (cadence.unit()) {
    case Cadence::Unit::none: return false;
    case Cadence::Unit::day: return true;
    case Cadence::Unit::time: return is_needed_by_now(window, cadence);
    default: return is_last_chance(window, cadence, settings.week_start);
  }
}

std::vector<DayMark> read_strip(const StepDays& days, const Cadence& cadence, Weekday week_start,
                                int count) {
  std::vector<DayMark> strip;
  const Day first = days.today() - (count - 1);
  const bool is_of_units = cadence.has_long_unit();
  std::optional<Unit> unit;
  for (Day day = first; day <= days.today(); day = day + 1) {
    if (is_of_units && !(unit && unit->range.contains(day))) {
      unit = unit_at(whole_history(days), cadence, week_start, day);
    }
    strip.push_back(mark_of(days, cadence, unit, day));
  }
  return strip;
}

}  // namespace mend
