// SPDX-License-Identifier: MIT
#include "mend/domain/streak.hpp"

#include <algorithm>
#include <array>
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
  std::optional<DayRange> quiet_at_end;
  std::optional<EndedStreak> ended;
  bool is_open = false;
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
  return ended;
}

Outlook walk_units(const Window& window, const Cadence& cadence, const JournalSettings& settings) {
  Outlook outlook;
  Walk walk{settings.grace, bridging_gap(cadence)};
  std::optional<DayRange> end;  // the quiet unit that made the streak shorter last
  for (const Unit& unit : units(window, cadence, settings.week_start)) {
    outlook.is_open = unit.state == DayState::open;
    const int length_before = walk.run().length;
    walk.step(unit);
    if (walk.run().length < length_before) end = unit.range;
    if (unit.state == DayState::kept) outlook.quiet_at_end.reset();
    if (unit.state == DayState::quiet) outlook.quiet_at_end = unit.range;
    if (!outlook.is_open) consider(outlook.best, walk.run());
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

// Every N days: kept days follow one another while fewer than N quiet days lie between them.
Outlook walk_times(const Window& window, const Cadence& cadence) {
  Outlook outlook;
  Run run;
  int quiet = 0;
  const auto alive = [&](int quiet_days) { return quiet_days < cadence.count ? run : Run{}; };
  const Day today = window.days.today();
  const Day last = std::min(today, window.range.last);
  for (Day day = std::max(window.days.first(), window.range.first); day <= last; day = day + 1) {
    outlook.is_open = false;
    if (window.is_kept(day)) {
      run = alive(quiet);
      run.prepend_older_to(Unit{{day, day}, DayState::kept, 1, 1, day, day});
      quiet = 0;
      consider(outlook.best, run);
    } else if (!window.is_rest(day)) {
      outlook.is_open = day == today;
      if (!outlook.is_open) ++quiet;
    }
  }
  outlook.current = alive(quiet);
  outlook.if_quiet = alive(quiet + 1);
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
  steadiness.is_early = steadiness.asked < early_days;
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
    steadiness.kept += std::min(unit.got, unit.asked);
    steadiness.asked += unit.asked;
    if (unit.range.last >= days.first()) ++complete;
  }
  steadiness.units = complete;
  steadiness.is_early = complete < early_units;
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

int quiet_days_before_today(const StepDays& days) {
  int quiet = 0;
  for (Day day = days.today() - 1; day >= days.first() && !days.is_kept(day); day = day - 1) {
    if (!days.is_rest(day)) ++quiet;
  }
  return quiet;
}

bool was_kept_before_today(const StepDays& days) {
  for (Day day = days.today() - 1; day >= days.first(); day = day - 1) {
    if (days.is_kept(day)) return true;
  }
  return false;
}

// Is keeping today needed to get what the week or month still asks for?
bool is_needed_in_unit(const StepDays& days, const Cadence& cadence, Weekday week_start) {
  const Unit unit = unit_at(whole_history(days), cadence, week_start, days.today());
  int available = 0;
  for (Day day = days.today(); day <= unit.range.last; day = day + 1) {
    if (!days.is_rest(day)) ++available;
  }
  const int missing = unit.asked - unit.got;
  return missing >= 1 && missing >= available;
}

}  // namespace

Streak read_streak(const StepDays& days, const Cadence& cadence, const JournalSettings& settings) {
  Streak streak;
  for (Day day = days.first(); day <= days.today(); day = day + 1) {
    if (!days.is_kept(day)) continue;
    ++streak.total;
    streak.last = day;
  }
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
  streak.is_at_risk = outlook.current.length > 0 && outlook.is_open &&
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
  StepDays before = days;
  before.leave_out_today();
  if (before.is_rest(before.today())) return false;
  switch (cadence.unit()) {
    case Cadence::Unit::none: return false;
    case Cadence::Unit::day: return true;
    case Cadence::Unit::time:
      return !was_kept_before_today(before) || quiet_days_before_today(before) >= cadence.count - 1;
    default: return is_needed_in_unit(before, cadence, settings.week_start);
  }
}

}  // namespace mend
