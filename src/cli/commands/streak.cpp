// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/targets.hpp"
#include "mend/report/text.hpp"

namespace mend {
namespace {

StepPage page_of(Context& context, const History& history, const Target& target) {
  const JournalSettings& settings = context.settings();
  const auto steps = read_step_days(history.entries, settings, context.today(), context.clock());
  const StepDays& days = steps[index_of(target.step)];
  const OwnAction* const action = settings.find_action(target.step, target.action);
  if (action == nullptr) {
    StepPage page = read_step_page(days, settings.cadence_of(target.step), settings);
    page.beside = read_beside(history.entries, target.step, page.weeks, context.today());
    if (context.discretion() == Discretion::on) {
      for (Beside& each : page.beside) each.severity.reset();
    }
    return page;
  }
  return read_step_page(read_action_days(history.entries, *action, days), *action->cadence, settings);
}

int run_streak(Context& context, const Arguments& arguments) {
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
  context.print(streak_text(rows, context.style()));
  if (targets.size() == 1 && !rows.empty()) {
    context.print(step_page_text(page_of(context, history, targets.front()), rows.front(),
                                 context.style()));
  }
  if (rows.size() < targets.size()) context.hint("--discreet leaves out your own actions.");
  if (history.entries.empty() && history.is_whole()) {
    context.hint("\nNothing is written yet. Begin with one line:  mend log c \"home by six\"");
  }
  return exit_done;
}

constexpr std::string_view streak_examples[] = {
    "mend streak                 all eight",
    "mend streak c               one, with its last weeks, weekdays and chapters",
    "mend streak --json | jq '.steps[] | {step, current}'",
};

}  // namespace

const Command streak_command = {
    "streak",
    "Look",
    "[STEP[/ACTION]...]",
    "How steady you have been: days kept lately, the streak now, the best so far.",
    streak_examples,
    "One step comes with its last weeks, the weekdays it is kept on, and its chapters. One quiet "
    "day does not end a streak, unless another is bridged less than seven days from it, and rest "
    "never does. A day without a record is quiet, nothing else.",
    {},
    WordsAre::arguments,
    run_streak,
    Answer::long_text};

}  // namespace mend
