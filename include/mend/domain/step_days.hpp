// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/ledger.hpp"
#include "mend/domain/settings.hpp"

#include <array>
#include <cstdint>
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

  Day first() const { return first_; }
  Day today() const { return today_; }

  // The days on which a breach ended a chapter, in order and each once.
  const std::vector<Day>& breaches() const { return breaches_; }

  bool is_kept(Day day) const { return flag(day) & kept_flag; }

  // Rest by an entry, a space, the cadence, or because the journal had not begun. Kept is not rest.
  bool is_rest(Day day) const {
    return !is_kept(day) && (day < first_ || (flag(day) & rest_flag) != 0);
  }

  DayState state(Day day) const;

  void keep(Day day);
  void rest(DayRange days);
  void breach(Day day);
  void forget_kept();  // no day is kept any more; what rests still does
  void leave_out_today();  // as if nothing had been kept today

 private:
  static constexpr std::uint8_t kept_flag = 1;
  static constexpr std::uint8_t rest_flag = 2;

  std::uint8_t flag(Day day) const {
    const auto index = static_cast<std::size_t>(day - first_);
    return day >= first_ && index < flags_.size() ? flags_[index] : std::uint8_t{0};
  }

  Day first_;
  Day today_;
  std::vector<std::uint8_t> flags_;
  std::vector<Day> breaches_;
};

// A history read for every step at once, in the order of the steps, by the rules of "What counts"
// in mend-journal(5). Entries after today count for nothing, except planned rest.
std::vector<StepDays> read_step_days(std::span<const Facts> facts, const JournalSettings& settings,
                                     Day today, const DayClock& clock);

// The steps that rest while a space lasts: none unless it was agreed for a day or more.
StepSet rested_by(const Agreement& space, const DayClock& clock);

// The days of one of one's own actions, from those of its step: kept by entries with that action,
// rest when its step rests, before it began and after it ended. It has its step's chapters.
StepDays read_action_days(std::span<const Facts> facts, const OwnAction& action,
                          const StepDays& step_days);

}  // namespace mend
