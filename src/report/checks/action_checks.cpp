// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include <algorithm>

namespace mend {

std::vector<Finding> check_own_actions(const JournalSettings& settings, const std::string& file) {
  std::vector<Finding> findings;
  const auto report = [&](const OwnAction& action, std::string what, std::string hint) {
    findings.push_back(odd_at(file, action.line, 1, std::move(what), std::move(hint)));
  };
  const auto& actions = settings.actions;
  for (auto action = actions.begin(); action != actions.end(); ++action) {
    const auto first = std::find_if(actions.begin(), action, [&](const OwnAction& other) {
      return other.step == action->step &&
             (other.is_named(action->key) || action->is_named(other.key));
    });
    if (first != action && action->is_named(first->key)) {
      report(*action,
             "the action in line " + std::to_string(first->line) + " has this key too, '" +
                 first->key + "'",
             "Give one of them another key; entries written with it keep the old one.");
    } else if (first != action) {
      report(*action,
             "the action in line " + std::to_string(first->line) + " used to have this key, '" +
                 action->key + "'",
             "Entries with that key would count for both.");
    }
    if (find_action(action->step, action->key) != nullptr) {
      report(*action,
             "'" + action->key + "' is an action that " + std::string{key_of(action->step)} +
                 " already has",
             "Give it another key, or remove it: the step's own is the one that counts.");
    }
    if (action->since && action->until && *action->since > *action->until) {
      report(*action, "the 'since' of '" + action->key + "' comes after its 'until'",
             "So there is no day on which it counts.");
    }
  }
  return findings;
}

}  // namespace mend
