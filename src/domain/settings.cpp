// SPDX-License-Identifier: MIT
#include "mend/domain/settings.hpp"

#include <algorithm>

namespace mend {

std::string_view word_of(Who role) {
  switch (role) {
    case Who::mending: return "mending";
    case Who::healing: return "healing";
    case Who::both: return "both";
  }
  return {};
}

std::optional<Who> role_from_word(std::string_view word) {
  for (const Who role : {Who::mending, Who::healing, Who::both}) {
    if (word_of(role) == word) return role;
  }
  return std::nullopt;
}

bool is_action_key(std::string_view key) {
  return !key.empty() && key.size() <= 64 && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

bool OwnAction::is_named(std::string_view written) const {
  return written == key || std::ranges::find(was, written) != was.end();
}

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

const OwnAction* JournalSettings::find_written_action(Step step, std::string_view written) const {
  if (const OwnAction* const current = find_action(step, written)) return current;
  for (const OwnAction& action : actions) {
    if (action.step == step && action.is_named(written)) return &action;
  }
  return nullptr;
}

// The civil clock is turned back, not the instant: a day with a DST change has its usual start.
Day current_day(Timestamp now, const JournalSettings& settings) {
  const bool is_still_yesterday = now.second_of_day() < settings.day_start * 60;
  return now.day() - (is_still_yesterday ? 1 : 0);
}

}  // namespace mend
