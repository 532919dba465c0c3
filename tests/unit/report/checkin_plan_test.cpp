// SPDX-License-Identifier: MIT
#include "mend/report/checkin_plan.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

StepRow row(Step step, bool is_asked, DayState today) {
  StepRow row;
  row.step = step;
  row.is_asked = is_asked;
  row.today = today;
  return row;
}

TEST_CASE("asked and not kept comes first, the others are offered, rest is left alone") {
  struct Case {
    bool is_asked;
    DayState today;
    bool comes_first;
    bool is_offered;
  };
  for (const Case& each : {Case{true, DayState::open, true, false},
                           Case{true, DayState::quiet, true, false},
                           Case{true, DayState::kept, false, false},
                           Case{false, DayState::open, false, true},
                           Case{false, DayState::quiet, false, true},
                           Case{false, DayState::kept, false, false},
                           Case{false, DayState::rest, false, false}}) {
    const std::vector<StepRow> rows = {row(Step::honesty, each.is_asked, each.today)};
    const CheckinPlan plan = plan_checkin(rows);
    CHECK(plan.asked.empty() != each.comes_first);
    CHECK(plan.others.empty() != each.is_offered);
  }
}

TEST_CASE("both lists are in the order of the steps") {
  std::vector<StepRow> rows;
  for (const Step step : all_steps) {
    rows.push_back(row(step, number_of(step) % 2 == 0, DayState::open));
  }
  const CheckinPlan plan = plan_checkin(rows);
  std::vector<Step> asked;
  for (const AskedStep& each : plan.asked) asked.push_back(each.step);
  CHECK(asked == std::vector{Step::honesty, Step::consistency, Step::empathy, Step::connection});
  CHECK(plan.others == std::vector{Step::apology, Step::responsibility, Step::space, Step::patience});
}

TEST_CASE("a step is asked about when one's own action under it is") {
  StepRow consistency = row(Step::consistency, true, DayState::kept);
  consistency.actions.push_back(row(Step::consistency, true, DayState::open));
  consistency.actions.front().action = "on-foot";
  CHECK(plan_checkin(std::vector{consistency}).asked ==
        std::vector{AskedStep{Step::consistency, {"on-foot"}}});
  consistency.actions.front().today = DayState::kept;
  CHECK(plan_checkin(std::vector{consistency}).asked.empty());
}

}  // namespace
}  // namespace mend
