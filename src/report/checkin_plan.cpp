// SPDX-License-Identifier: MIT
#include "mend/report/checkin_plan.hpp"

#include <utility>

namespace mend {
namespace {

bool is_wanting(const StepRow& row) { return row.is_asked && row.today != DayState::kept; }

}  // namespace

CheckinPlan plan_checkin(std::span<const StepRow> rows) {
  CheckinPlan plan;
  for (const StepRow& row : rows) {
    AskedStep asked{row.step, {}};
    for (const StepRow& action : row.actions) {
      if (is_wanting(action)) asked.actions.push_back(action.action);
    }
    if (is_wanting(row) || !asked.actions.empty()) {
      plan.asked.push_back(std::move(asked));
    } else if (row.today != DayState::kept && row.today != DayState::rest) {
      plan.others.push_back(row.step);
    }
  }
  return plan;
}

}  // namespace mend
