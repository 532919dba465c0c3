// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/report/text.hpp"

namespace mend {
namespace {

Who role_of(Context& context, const Arguments& arguments) {
  const auto word = arguments.value("role");
  if (!word) return context.settings().role;
  const auto role = role_from_word(lower_case(*word));
  if (!role) {
    stop_usage("'" + *word + "' is not a choice for --role", "Write mending, healing or both.");
  }
  return *role;
}

std::string all_of_them(Context& context) {
  const JournalSettings& settings = context.settings();
  return context.is_json() ? steps_json(settings) : steps_text(settings, context.style());
}

std::string one_of_them(Context& context, Step step, Who role) {
  const StepGuide guide = read_step_guide(step, context.settings(), role, context.today());
  return context.is_json() ? step_guide_json(guide, context.discretion())
                           : step_guide_text(guide, context.style(), context.discretion());
}

int run_steps(Context& context, const Arguments& arguments) {
  context.require_journal();
  const auto& words = arguments.words();
  if (words.size() > 1) {
    stop_usage("'steps' explains one step at a time", "Without a step it lists all eight.");
  }
  const Who role = role_of(context, arguments);
  context.print(words.empty() ? all_of_them(context)
                              : one_of_them(context, or_usage_error(parse_step(words[0])), role));
  return exit_done;
}

constexpr std::string_view steps_examples[] = {
    "mend steps                  the eight",
    "mend steps e                empathy: what it asks, its actions and fields",
    "mend steps a --role both    for both sides: broke trust, and was hurt",
};

constexpr Option steps_options[] = {
    {"--role", "ROLE",
     "whose actions and prompts: mending, healing or both; the journal's role unless given"},
};

}  // namespace

const Command steps_command = {
    "steps",
    "Look",
    "[STEP]",
    "The eight steps, or one of them whole.",
    steps_examples,
    "One step comes with its intent, how often it asks and why, what counts as done, its actions "
    "and your own, the fields of its notes, questions to think about, and what it is not.",
    steps_options,
    WordsAre::arguments,
    run_steps,
    Answer::long_text};

}  // namespace mend
