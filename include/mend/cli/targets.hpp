// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/settings.hpp"
#include "mend/report/step_row.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What `log` names: a step, or one of its actions.
struct Target {
  Step step = Step::apology;
  std::string action;  // a key, or empty
};

// `STEP[/ACTION][,STEP[/ACTION]...]`. Throws Stop (usage) with the nearest name for what is unknown.
std::vector<Target> parse_targets(std::string_view list, const JournalSettings& settings);

// Words that each name a step.
std::vector<Step> parse_steps(const std::vector<std::string>& words);

// The rows of these steps in the order they were named; all rows when none was.
std::vector<StepRow> named_rows(std::vector<StepRow> rows, const std::vector<Step>& steps);

// The words with one space between them.
std::string joined(const std::vector<std::string>& words);

// A line for a person, harmless, with its newline.
std::string harmless_line(std::string_view text);

}  // namespace mend
