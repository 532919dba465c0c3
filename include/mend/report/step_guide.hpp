// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/settings.hpp"

#include <string>
#include <vector>

namespace mend {

// What one step is and asks, in one journal and for one role: the model behind `steps STEP`.
// Intent, fields and misuse are everyone's and stand in content_of(step).
struct StepGuide {
  Step step = Step::apology;
  Cadence cadence;                     // the one in force, the journal's own or the usual one
  std::vector<ActionContent> actions;  // those for the role
  std::vector<OwnAction> own_actions;  // those in use on that day
  std::vector<PromptContent> prompts;  // those for the role
};

// A role is shown its own actions and prompts and those for both; `both` is shown all.
StepGuide read_step_guide(Step step, const JournalSettings& settings, Who role, Day today);

// What a value of the field looks like: "yes or no", "1 to 5"; empty for a text.
std::string type_words(const FieldContent& field);

}  // namespace mend
