// SPDX-License-Identifier: MIT
#include "mend/report/checkin_plan.hpp"

#include <algorithm>

namespace mend {
namespace {

bool is_wanting(const StepRow& row) {
  return (row.is_asked && row.today != DayState::kept) ||
         std::ranges::any_of(row.actions, is_wanting);
}

}  // namespace

CheckinPlan plan_checkin(std::span<const StepRow> rows) {
  CheckinPlan plan;
  for (const StepRow& row : rows) {
    if (is_wanting(row)) {
      plan.asked.push_back(row.step);
    } else if (row.today != DayState::kept && row.today != DayState::rest) {
      plan.others.push_back(row.step);
    }
  }
  return plan;
}

}  // namespace mend
