// SPDX-License-Identifier: MIT
#include "mend/domain/settings.hpp"

namespace mend {

JournalSettings::JournalSettings() {
  for (const Step step : all_steps) {
    cadences[index_of(step)] = *parse_cadence(content_of(step).cadence);
  }
}

const OwnAction* JournalSettings::find_action(Step step, std::string_view key) const {
  for (const OwnAction& action : actions) {
    if (action.step == step && action.key == key) return &action;
  }
  return nullptr;
}

// The civil clock is turned back, not the instant: a day with a DST change has its usual start.
Day current_day(Timestamp now, const JournalSettings& settings) {
  const bool is_still_yesterday = now.second_of_day() < settings.day_start * 60;
  return now.day() - (is_still_yesterday ? 1 : 0);
}

}  // namespace mend
