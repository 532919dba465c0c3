// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/step_row.hpp"

#include <span>
#include <string>
#include <vector>

namespace mend {

// A step that is asked about, and which of one's own actions under it the day asks.
struct AskedStep {
  Step step = Step::apology;
  std::vector<std::string> actions;  // keys

  bool operator==(const AskedStep&) const = default;
};

// What a check-in asks about, in the order of the steps.
struct CheckinPlan {
  std::vector<AskedStep> asked;  // what the day asks, by the step or one's own actions, and is not kept
  std::vector<Step> others;  // offered afterwards: those that are neither kept nor at rest
};

CheckinPlan plan_checkin(std::span<const StepRow> rows);

}  // namespace mend
