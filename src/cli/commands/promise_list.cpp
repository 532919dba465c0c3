// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/promises.hpp"
#include "mend/report/promise_list.hpp"

#include <limits>

namespace mend {
namespace {

int run_promise_list(Context& context, const Arguments& arguments) {
  context.require_journal();
  const History history = promise_history(context);
  const auto names = entry_names(history, context.moment());
  const PromiseList list = read_promise_list(
      history.entries, [&](const Entry& entry) { return names.at(&entry); },
      arguments.has("all") ? Settled::included : Settled::left_out, context.moment());
  if (context.is_json()) {
    context.print(promise_list_json(list, context.discretion()));
    return exit_done;
  }
  Style style = context.style();
  // A pipe gets whole lines, as from 'list'.
  if (!context.environment().terminal.is_output) {
    style.width = std::numeric_limits<std::size_t>::max();
  }
  const std::string text =
      promise_list_text(list, context.local_day(), style, context.discretion());
  context.print(text);
  if (text.empty() && history.is_whole()) {
    context.hint("No promises yet. One is made with:  mend promise add \"call at noon\" --due fri");
  }
  return exit_done;
}

constexpr std::string_view promise_examples[] = {
    "mend promise add \"call at noon\" --due fri@12:00 --to Sam",
    "mend promise keep",
    "mend promise list --all",
};

constexpr std::string_view promise_list_examples[] = {
    "mend promise list         those that are open, the most urgent first",
    "mend promise              the same",
    "mend promise list --all   the settled ones too",
};

constexpr Option promise_list_options[] = {
    {"--all", "", "the settled ones too"},
};

}  // namespace

const Family promise_family = {
    "promise", "Make promises and say what became of them.", promise_examples,
    "A promise has a due time. Kept by then, it counts for its step that day; after it, it is "
    "recorded as late. If you agree otherwise before it is due, change or drop it, and that is not "
    "a miss."};

const Command promise_list_command = {
    "promise list",
    "Record",
    "[--all]",
    "The promises that are open, by due time, and how many were kept.",
    promise_list_examples,
    "The last line says how many were kept, of those that were kept, late or missed.",
    promise_list_options,
    WordsAre::none,
    run_promise_list};

}  // namespace mend
