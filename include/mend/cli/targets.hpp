// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/domain/settings.hpp"
#include "mend/report/json.hpp"
#include "mend/report/step_row.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What `log` names: a step, or one of its actions.
struct Target {
  Step step = Step::apology;
  std::string action;  // a key, or empty

  bool operator==(const Target&) const = default;
};

// `STEP[/ACTION][,STEP[/ACTION]...]`, each once however often it is named. Throws Stop (usage) with
// the nearest name for what is unknown; with discretion, never one that somebody chose.
std::vector<Target> parse_targets(std::string_view list, const JournalSettings& settings,
                                  Discretion discretion);

// Words that each name a step, or one of one's own actions that has a cadence.
std::vector<Target> parse_row_targets(const std::vector<std::string>& words,
                                      const JournalSettings& settings, Discretion discretion);

// The rows of these targets in the order they were named; all rows of steps when none was.
std::vector<StepRow> named_rows(std::vector<StepRow> rows, const std::vector<Target>& targets);

// The rows of a day. With discretion, without one's own actions: their keys are words.
std::vector<StepRow> rows_of(Context& context, const History& history, Day day);

// The words with one space between them.
std::string joined(const std::vector<std::string>& words);

}  // namespace mend
