// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/ledger.hpp"
#include "mend/domain/settings.hpp"

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mend {

enum class DayState { kept, rest, open, quiet };

std::string_view word_of(DayState state);

// Which days one step was kept on, which are rest, and where its chapters end. It knows the days
// from the journal's first day to a month after today, as planned rest may lie ahead.
class StepDays {
 public:
  StepDays(Day first, Day today);

  Day first() const { return first_; }  // the journal's
  Day today() const { return today_; }

  // Since when it is asked for: one's own action from a day of its own, a step from the journal's
  // first day. May be before that day, and after today.
  Day since() const { return since_; }

  // The first day that is not rest only because it comes before the beginning of all.
  Day begin() const { return since_ > first_ ? since_ : first_; }

  // The days it was kept on, and those on which a breach ended a chapter; in order and each once.
  const std::vector<Day>& kept_days() const { return kept_days_; }
  const std::vector<Day>& breaches() const { return breaches_; }

  bool is_kept(Day day) const { return flag(day) & kept_flag; }

  // Does a rule make the day rest unless it is kept: an entry, a space, the cadence, the beginning or
  // the end of the journal or the action?
  bool is_covered(Day day) const {
    return day < begin() || day > end_ || (flag(day) & rest_flag) != 0 ||
           (!weekdays_.all() && !weekdays_[static_cast<std::size_t>(weekday_of(day))]);
  }

  bool is_rest(Day day) const { return !is_kept(day) && is_covered(day); }

  // Would today, and every day after it, rest if today were not kept? So it is with `connection` when
  // what keeps it today ended the rest that a space had brought.
  bool rests_without_today() const { return rests_without_today_; }

  DayState state(Day day) const;

  void keep(Day day);  // quickest in the order of the days
  void rest(DayRange days);
  void breach(Day day);
  void begin_on(Day since) { since_ = since; }
  void end_on(Day last) { end_ = last < end_ ? last : end_; }
  void ask_on(const Cadence& cadence);  // of one that names weekdays, the others are rest
  void rest_without_today(bool does_rest) { rests_without_today_ = does_rest; }

  // The days of something else that rests with this: nothing kept, asked on every weekday, no chapters.
  StepDays resting_alike() const;

 private:
  static constexpr std::uint8_t kept_flag = 1;
  static constexpr std::uint8_t rest_flag = 2;

  std::uint8_t flag(Day day) const {
    const auto index = static_cast<std::size_t>(day - first_);
    return day >= first_ && index < flags_.size() ? flags_[index] : std::uint8_t{0};
  }

  Day first_;
  Day today_;
  Day since_;
  Day end_ = every_day.last;
  std::bitset<7> weekdays_{0b1111111};
  bool rests_without_today_ = false;
  std::vector<std::uint8_t> flags_;
  std::vector<Day> kept_days_;
  std::vector<Day> breaches_;
};

// Do words keep the day? For `consistency` only deeds do.
bool is_kept_by_notes(Step step);

// A history read for every step at once, in the order of the steps, by the rules of "What counts"
// in mend-journal(5). Entries after today count for nothing, except planned rest.
std::vector<StepDays> read_step_days(std::span<const Entry> entries, const JournalSettings& settings,
                                     Day today, const DayClock& clock);

// The steps that rest while a space lasts: none if it was agreed for less than a day.
StepSet rested_by(const Agreement& space, const DayClock& clock);

// The days of one of one's own actions, from those of its step: kept by entries with that action, rest
// with its step, when a rest names it, before it began and after it ended. It has no chapters.
StepDays read_action_days(std::span<const Entry> entries, const OwnAction& action,
                          const StepDays& step_days);

// When a journal begins, by the first day up to `today` that any step was kept on.
struct Beginning {
  std::optional<Day> first;
  std::optional<Day> next;  // the day after it that any step was kept on
};

Beginning read_beginning(std::span<const Entry> entries, Day today, const DayClock& clock);

// Is the first day so far before the next that it may be a typing mistake?
bool is_far_before(const Beginning& beginning);

}  // namespace mend
