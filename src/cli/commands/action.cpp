// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/report/text.hpp"

#include <algorithm>

namespace mend {
namespace {

int list_actions(Context& context, const Arguments&) {
  context.require_journal();
  const auto& all = context.settings().actions;
  std::vector<OwnAction> actions{all.begin(), all.end()};
  std::ranges::stable_sort(actions, {}, &OwnAction::step);
  if (context.is_json()) {
    context.print(own_actions_json("action list", actions, context.discretion()));
    return exit_done;
  }
  context.print(
      own_actions_text(actions, context.today(), context.style_for_lines(), context.discretion()));
  if (actions.empty()) {
    context.hint("No action of your own yet. For example:\n"
                 "  mend action add call-at-noon \"call Sam at noon\" --step consistency --cadence "
                 "daily");
  }
  return exit_done;
}

constexpr std::string_view action_examples[] = {
    "mend action add call-at-noon \"call Sam at noon\" --step c --cadence daily",
    "mend log c/call-at-noon",
    "mend action retire call-at-noon",
};

constexpr std::string_view action_list_examples[] = {
    "mend action list",
    "mend action          the same",
};

}  // namespace

const Family action_family = {
    "action", "Practices of your own, each under one step.", action_examples,
    "An action of your own works like a built-in one: 'log STEP/KEY', completion, 'steps STEP'. With a "
    "cadence it has a streak of its own, below its step in 'today' and 'streak'; 'check STEP/KEY' and "
    "'streak STEP/KEY' ask for it alone.\n\n"
    "They are kept in the journal's journal.toml, as [[action]] tables; 'undo' takes a change of them "
    "back like any other."};

const Command action_list_command = {
    "action list", "Record", "", "Your own actions, by step.", action_list_examples, "", {},
    WordsAre::none, list_actions};

}  // namespace mend
