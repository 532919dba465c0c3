// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/targets.hpp"
#include "mend/report/text.hpp"

namespace mend {
namespace {

int run(Context& context, const Arguments& arguments) {
  context.require_journal();
  const auto targets =
      parse_row_targets(arguments.words(), context.settings(), context.discretion());
  const History history = context.history(no_words);
  const Day today = context.today();
  const auto rows = named_rows(rows_of(context, history, today), targets);
  if (context.is_json()) {
    context.print(streak_json(rows, today));
    return exit_done;
  }
  context.print(streak_text(rows, today, context.style()));
  if (history.facts.empty() && history.is_whole()) {
    context.hint("\nNothing is written yet. Begin with one line:  mend log c \"home by six\"");
  }
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend streak                 all eight",
    "mend streak c e             two of them",
    "mend streak --json | jq '.steps[] | {step, current}'",
};

}  // namespace

const Command streak_command = {
    "streak",
    "Look",
    "[STEP[/ACTION]...]",
    "How steady you have been: kept of asked lately, the streak, the best.",
    examples,
    "One quiet day does not end a streak, and rest never does. A day without a record is quiet, "
    "nothing else.",
    {},
    WordsAre::arguments,
    Completes::steps,
    run};

}  // namespace mend
