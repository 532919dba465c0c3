// SPDX-License-Identifier: MIT
#include "mend/report/step_guide.hpp"

namespace mend {
namespace {

bool is_for(Who who, Who role) { return who == role || who == Who::both || role == Who::both; }

template <typename Content>
std::vector<Content> for_role(std::span<const Content> all, Who role) {
  std::vector<Content> some;
  for (const Content& content : all) {
    if (is_for(content.who, role)) some.push_back(content);
  }
  return some;
}

}  // namespace

StepGuide read_step_guide(Step step, const JournalSettings& settings, Who role, Day today) {
  StepGuide guide;
  guide.step = step;
  guide.cadence = settings.cadence_of(step);
  guide.actions = for_role(content_of(step).actions, role);
  guide.prompts = for_role(content_of(step).prompts, role);
  for (const OwnAction& action : settings.actions) {
    const bool is_retired = action.until && *action.until < today;
    if (action.step == step && !is_retired) guide.own_actions.push_back(action);
  }
  return guide;
}

}  // namespace mend
