// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/targets.hpp"
#include "mend/report/text.hpp"

namespace mend {
namespace {

StepPage page_of(Context& context, const History& history, Step step) {
  const JournalSettings& settings = context.settings();
  const auto days = read_step_days(history.facts, settings, context.today(), context.clock());
  return read_step_page(days[index_of(step)], settings.cadence_of(step), settings);
}

int run(Context& context, const Arguments& arguments) {
  context.require_journal();
  const auto steps = parse_steps(arguments.words());
  const History history = context.history(no_words);
  const Day today = context.today();
  const auto rows = named_rows(
      read_step_rows(history.facts, context.settings(), today, context.clock()), steps);
  if (context.is_json()) {
    context.print(streak_json(rows, today));
    return exit_done;
  }
  context.print(streak_text(rows, today, context.style()));
  if (steps.size() == 1) {
    context.print(step_page_text(page_of(context, history, steps.front()), context.style()));
  }
  if (history.facts.empty() && history.is_whole()) {
    context.hint("\nNothing is written yet. Begin with one line:  mend log c \"home by six\"");
  }
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend streak                 all eight",
    "mend streak c               one, with its last weeks, weekdays and chapters",
    "mend streak --json | jq '.steps[] | {step, current}'",
};

}  // namespace

const Command streak_command = {
    "streak",
    "Look",
    "[STEP...]",
    "How steady you have been: kept of asked lately, the streak, the best.",
    examples,
    "One step comes with its last weeks, the weekdays it is kept on, and its chapters. One quiet "
    "day does not end a streak, and rest never does. A day without a record is quiet, nothing else.",
    {},
    WordsAre::arguments,
    Completes::steps,
    run};

}  // namespace mend
