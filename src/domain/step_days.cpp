// SPDX-License-Identifier: MIT
#include "mend/domain/step_days.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

// Past the end of every week and month that holds today.
constexpr int days_ahead = 31;

constexpr std::int64_t shortest_space_that_rests = 24 * 60 * 60;

// A year and a day: nobody leaves a journal for longer between its first two entries.
constexpr int far_before = 366;

using KeptDays = std::array<std::vector<Day>, step_count>;

// The step that an entry keeps without a look at any other.
std::optional<Step> step_kept_by(const Entry& entry) {
  const bool is_deed = entry.kind == Kind::action;
  const bool is_note = entry.kind == Kind::note && entry.step && is_kept_by_notes(*entry.step);
  return is_deed || is_note ? entry.step : std::nullopt;
}

// In order, and each once.
KeptDays read_kept_days(std::span<const Entry> entries, const Ledger& ledger, Day today) {
  KeptDays kept;
  for (const Entry& entry : entries) {
    const auto step = step_kept_by(entry);
    if (step && entry.day <= today) kept[index_of(*step)].push_back(entry.day);
  }
  for (const Agreement& promise : ledger.promises) {
    if (promise.outcome() != Outcome::kept || !promise.opening->step) continue;
    kept[index_of(*promise.opening->step)].push_back(promise.settlement->day);
  }
  for (const Agreement& space : ledger.spaces) {
    if (space.outcome() == Outcome::on_time) {
      kept[index_of(Step::space)].push_back(space.settlement->day);
    }
  }
  for (std::vector<Day>& days : kept) {
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
  }
  return kept;
}

std::optional<Day> first_of(const KeptDays& kept, Day after) {
  std::optional<Day> first;
  for (const std::vector<Day>& days : kept) {
    const auto found = std::ranges::upper_bound(days, after);
    if (found != days.end() && (!first || *found < *first)) first = *found;
  }
  return first;
}

// The days on which there was contact again, by an action for connection.
std::vector<Day> read_contacts(std::span<const Entry> entries, Day today) {
  std::vector<Day> days;
  for (const Entry& entry : entries) {
    const bool is_contact = entry.kind == Kind::action && entry.step == Step::connection;
    if (is_contact && entry.day <= today) days.push_back(entry.day);
  }
  std::ranges::sort(days);
  return days;
}

// The days a space touches. What was agreed apart does not begin to ask again because a date passed:
// then it goes on until there is contact, or, without any contact agreed, until somebody comes back.
DayRange touched_by(const Agreement& space, std::span<const Day> contacts, Day today) {
  const Entry& opening = *space.opening;
  const bool is_ended = space.outcome() == Outcome::ended;
  if (!space.is_open() && !is_ended) return {opening.day, space.settlement->day};
  const bool has_date = !space.deadline.is_never();
  if (has_date && space.deadline.day >= today) return {opening.day, space.deadline.day};
  if (opening.no_contact && !is_ended) return {opening.day, every_day.last};
  Day from = has_date ? std::max(space.deadline.day + 1, opening.day) : opening.day + 1;
  if (is_ended) from = std::max(from, space.settlement->day + 1);
  const auto contact = std::ranges::lower_bound(contacts, from);
  return {opening.day, contact == contacts.end() ? every_day.last : *contact - 1};
}

void apply_space(const Agreement& space, std::span<const Day> contacts, const DayClock& clock,
                 std::vector<StepDays>& steps) {
  const StepSet rested = rested_by(space, clock);
  if (rested.none()) return;
  const Day today = steps.front().today();
  const DayRange touched = touched_by(space, contacts, today);
  for (const Step step : all_steps) {
    if (rested.test(index_of(step))) steps[index_of(step)].rest(touched);
  }
  const bool is_settled = !space.is_open() && space.outcome() != Outcome::ended;
  if (!is_settled && touched.last == today - 1) steps[index_of(Step::connection)].rest_without_today(true);
}

void apply_entry(const Entry& entry, Day today, std::vector<StepDays>& steps) {
  if (entry.kind == Kind::rest) {
    for (const Step step : all_steps) {
      if (entry.rest_steps && !entry.rest_steps->test(index_of(step))) continue;
      steps[index_of(step)].rest(entry.rest);
    }
  }
  const bool is_breach = entry.kind == Kind::setback && entry.severity == Severity::breach;
  if (is_breach && entry.step && entry.day <= today) {
    steps[index_of(*entry.step)].breach(entry.day);
  }
}

bool is_of(const Entry& entry, const OwnAction& action) {
  return entry.kind == Kind::action && entry.step == action.step && action.is_named(entry.action);
}

bool names(const Entry& rest, const OwnAction& action) {
  return std::ranges::any_of(rest.rest_actions, [&](const ActionName& name) {
    return name.step == action.step && action.is_named(name.key);
  });
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

bool is_kept_by_notes(Step step) { return step != Step::consistency; }

StepDays::StepDays(Day first, Day today)
    : first_(first),
      today_(today),
      since_(first),
      flags_(static_cast<std::size_t>(today - first + 1 + days_ahead), std::uint8_t{0}) {}

DayState StepDays::state(Day day) const {
  if (is_kept(day)) return DayState::kept;
  if (is_covered(day)) return DayState::rest;
  return day < today_ ? DayState::quiet : DayState::open;
}

void StepDays::keep(Day day) {
  if (day < first_ || day > today_ || is_kept(day)) return;
  flags_[static_cast<std::size_t>(day - first_)] |= kept_flag;
  const bool is_newest = kept_days_.empty() || kept_days_.back() < day;
  kept_days_.insert(is_newest ? kept_days_.end() : std::ranges::lower_bound(kept_days_, day), day);
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

void StepDays::ask_on(const Cadence& cadence) {
  if (cadence.form == Cadence::Form::weekdays) weekdays_ = cadence.named_days;
}

StepDays StepDays::resting_alike() const {
  StepDays alike{*this};
  for (std::uint8_t& flags : alike.flags_) flags &= rest_flag;
  alike.weekdays_.set();
  alike.kept_days_.clear();
  alike.breaches_.clear();
  return alike;
}

StepSet rested_by(const Agreement& space, const DayClock& clock) {
  StepSet rested;
  if (!space.deadline.is_never()) {
    const auto length =
        end_of(space.deadline, clock).seconds - written_at(*space.opening, clock).seconds;
    if (length < shortest_space_that_rests) return rested;
  }
  rested.set(index_of(Step::apology));
  rested.set(index_of(Step::connection));
  rested.set(index_of(Step::honesty), space.opening->no_contact);
  rested.set(index_of(Step::empathy), space.opening->no_contact);
  return rested;
}

StepDays read_action_days(std::span<const Entry> entries, const OwnAction& action,
                          const StepDays& step_days) {
  StepDays days = step_days.resting_alike();
  std::vector<Day> kept;
  bool is_kept_otherwise = false;  // is its step, today, by another action?
  for (const Entry& entry : entries) {
    if (is_of(entry, action)) {
      if (entry.day <= days.today()) kept.push_back(entry.day);
    } else if (entry.kind == Kind::rest) {
      if (names(entry, action)) days.rest(entry.rest);
    } else if (entry.kind == Kind::action && entry.step == action.step) {
      is_kept_otherwise = is_kept_otherwise || entry.day == days.today();
    }
  }
  std::ranges::sort(kept);
  for (const Day day : kept) days.keep(day);
  days.begin_on(action.since.value_or(kept.empty() ? days.today() : kept.front()));
  if (action.until) days.end_on(*action.until);
  if (action.cadence) days.ask_on(*action.cadence);
  days.rest_without_today(step_days.rests_without_today() && !is_kept_otherwise);
  return days;
}

std::vector<StepDays> read_step_days(std::span<const Entry> entries, const JournalSettings& settings,
                                     Day today, const DayClock& clock) {
  const Ledger ledger = read_ledger(entries, today, clock);
  const KeptDays kept = read_kept_days(entries, ledger, today);
  const Day first = first_of(kept, every_day.first).value_or(today);
  std::vector<StepDays> steps(step_count, StepDays{first, today});
  for (const Step step : all_steps) {
    StepDays& days = steps[index_of(step)];
    days.ask_on(settings.cadence_of(step));
    if (settings.closed) days.end_on(*settings.closed);
    for (const Day day : kept[index_of(step)]) days.keep(day);
  }
  for (const Entry& entry : entries) apply_entry(entry, today, steps);
  const std::vector<Day> contacts = read_contacts(entries, today);
  for (const Agreement& space : ledger.spaces) apply_space(space, contacts, clock, steps);
  return steps;
}

Beginning read_beginning(std::span<const Entry> entries, Day today, const DayClock& clock) {
  const KeptDays kept = read_kept_days(entries, read_ledger(entries, today, clock), today);
  Beginning beginning;
  beginning.first = first_of(kept, every_day.first);
  if (beginning.first) beginning.next = first_of(kept, *beginning.first);
  return beginning;
}

bool is_far_before(const Beginning& beginning) {
  return beginning.first && beginning.next && *beginning.next - *beginning.first > far_before;
}

}  // namespace mend
