// SPDX-License-Identifier: MIT
#include "mend/domain/step_days.hpp"

#include <algorithm>

namespace mend {
namespace {

// Past the end of every week and month that holds today.
constexpr int days_ahead = 31;

constexpr std::int64_t shortest_space_that_rests = 24 * 60 * 60;

Day journal_first_day(std::span<const Facts> facts, Day today) {
  Day first = today;
  for (const Facts& entry : facts) {
    if (entry.kind != Kind::rest) first = std::min(first, entry.day);
  }
  return first;
}

void apply_entry(const Facts& entry, Day today, std::vector<StepDays>& steps) {
  if (entry.kind == Kind::rest) {
    for (const Step step : all_steps) {
      if (entry.rest_steps && !entry.rest_steps->test(index_of(step))) continue;
      steps[index_of(step)].rest(entry.rest);
    }
    return;
  }
  if (!entry.step || entry.day > today) return;
  StepDays& days = steps[index_of(*entry.step)];
  if (entry.kind == Kind::action || entry.kind == Kind::note) days.keep(entry.day);
  if (entry.kind == Kind::setback && entry.severity == Severity::breach) days.breach(entry.day);
}

void rest_unnamed_weekdays(const Cadence& cadence, StepDays& days) {
  if (cadence.form != Cadence::Form::weekdays || cadence.named_days.all()) return;
  for (Day day = days.first(); day <= days.today() + days_ahead; day = day + 1) {
    if (!cadence.asks_on(weekday_of(day))) days.rest({day, day});
  }
}

void apply_promise(const Agreement& promise, std::vector<StepDays>& steps) {
  if (promise.outcome() != Outcome::kept || !promise.opening->step) return;
  steps[index_of(*promise.opening->step)].keep(promise.settlement->day);
}

void apply_space(const Agreement& space, const DayClock& clock, std::vector<StepDays>& steps) {
  const Facts& opening = *space.opening;
  if (space.outcome() == Outcome::on_time) {
    steps[index_of(Step::space)].keep(space.settlement->day);
  }
  const StepSet rested = rested_by(space, clock);
  const DayRange touched{opening.day,
                         space.is_open() ? space.deadline.day : space.settlement->day};
  for (const Step step : all_steps) {
    if (rested.test(index_of(step))) steps[index_of(step)].rest(touched);
  }
}

}  // namespace

std::string_view word_of(DayState state) {
  switch (state) {
    case DayState::kept: return "kept";
    case DayState::rest: return "rest";
    case DayState::open: return "open";
    case DayState::quiet: return "quiet";
  }
  return {};
}

StepDays::StepDays(Day first, Day today)
    : first_(first),
      today_(today),
      flags_(static_cast<std::size_t>(today - first + 1 + days_ahead), std::uint8_t{0}) {}

DayState StepDays::state(Day day) const {
  if (is_kept(day)) return DayState::kept;
  if (is_rest(day)) return DayState::rest;
  return day < today_ ? DayState::quiet : DayState::open;
}

void StepDays::keep(Day day) {
  if (day >= first_ && day <= today_) flags_[static_cast<std::size_t>(day - first_)] |= kept_flag;
}

void StepDays::rest(DayRange days) {
  const Day last_known = first_ + (static_cast<int>(flags_.size()) - 1);
  for (Day day = std::max(days.first, first_); day <= std::min(days.last, last_known);
       day = day + 1) {
    flags_[static_cast<std::size_t>(day - first_)] |= rest_flag;
  }
}

void StepDays::breach(Day day) {
  const auto at = std::ranges::lower_bound(breaches_, day);
  if (at == breaches_.end() || *at != day) breaches_.insert(at, day);
}

void StepDays::leave_out_today() {
  flags_[static_cast<std::size_t>(today_ - first_)] &= static_cast<std::uint8_t>(~kept_flag);
}

void StepDays::forget_kept() {
  for (std::uint8_t& flags : flags_) flags &= static_cast<std::uint8_t>(~kept_flag);
}

StepSet rested_by(const Agreement& space, const DayClock& clock) {
  const auto length =
      end_of(space.deadline, clock).seconds - written_at(*space.opening, clock).seconds;
  StepSet rested;
  if (length < shortest_space_that_rests) return rested;
  rested.set(index_of(Step::apology));
  rested.set(index_of(Step::connection));
  rested.set(index_of(Step::honesty), space.opening->no_contact);
  return rested;
}

StepDays read_action_days(std::span<const Facts> facts, const OwnAction& action,
                          const StepDays& step_days) {
  StepDays days = step_days;
  days.forget_kept();
  if (action.since) days.rest({days.first(), *action.since - 1});
  if (action.until) days.rest({*action.until + 1, days.today() + days_ahead});
  if (action.cadence) rest_unnamed_weekdays(*action.cadence, days);
  for (const Facts& entry : facts) {
    const bool is_this = entry.kind == Kind::action && entry.step == action.step &&
                         action.is_named(entry.action);
    if (is_this) days.keep(entry.day);
  }
  return days;
}

std::vector<StepDays> read_step_days(std::span<const Facts> facts, const JournalSettings& settings,
                                     Day today, const DayClock& clock) {
  std::vector<StepDays> steps(step_count, StepDays{journal_first_day(facts, today), today});
  for (const Step step : all_steps) {
    rest_unnamed_weekdays(settings.cadence_of(step), steps[index_of(step)]);
  }
  for (const Facts& entry : facts) apply_entry(entry, today, steps);
  const Ledger ledger = read_ledger(facts, today, clock);
  for (const Agreement& promise : ledger.promises) apply_promise(promise, steps);
  for (const Agreement& space : ledger.spaces) apply_space(space, clock, steps);
  return steps;
}

}  // namespace mend
