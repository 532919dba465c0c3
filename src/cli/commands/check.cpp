// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/targets.hpp"
#include "mend/report/json.hpp"

#include <algorithm>

namespace mend {
namespace {

int run_check(Context& context, const Arguments& arguments) {
  context.require_journal();
  const auto targets =
      parse_row_targets(arguments.words(), context.settings(), context.discretion());
  const History history = context.history(no_words);
  const auto all =
      read_step_rows(history.entries, context.settings(), context.today(), context.clock());
  const auto rows = targets.empty() ? asked_rows(all) : named_rows(all, targets);
  const bool is_kept =
      context.settings().is_closed(context.today()) ||
      std::ranges::all_of(rows, [](const StepRow& row) { return row.today == DayState::kept; });
  if (context.is_json()) context.print(check_json(is_kept, rows, context.discretion()));
  return is_kept ? exit_done : exit_no;
}

constexpr std::string_view check_examples[] = {
    "mend check && echo \"all that was due today is kept\"",
    "mend check c; [ $? -ne 1 ] || echo \"consistency is still open\"",
};

}  // namespace

const Command check_command = {
    "check",
    "For scripts",
    "[STEP[/ACTION]...]",
    "Exit 0 when every named step is kept today, else 1. Prints nothing.",
    check_examples,
    "Without a step: every step, and every action of your own with a cadence, that is due today. A "
    "weekly one is due only when it is the last chance to keep its week. In a closed journal the "
    "exit status is always 0.",
    {},
    WordsAre::arguments,
    run_check};

}  // namespace mend
