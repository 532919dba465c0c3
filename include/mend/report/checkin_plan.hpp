// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/step_row.hpp"

#include <span>
#include <vector>

namespace mend {

// What a check-in asks about, in the order of the steps.
struct CheckinPlan {
  std::vector<Step> asked;   // what the day asks, by the step or one's own actions, and is not kept
  std::vector<Step> others;  // offered afterwards: those that are neither kept nor at rest
};

CheckinPlan plan_checkin(std::span<const StepRow> rows);

}  // namespace mend
