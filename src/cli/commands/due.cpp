// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/promise_list.hpp"
#include "mend/store/setting_words.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t most_lines = 3;

void print_lines(Context& context, const std::vector<Waiting>& due) {
  if (due.empty()) return;
  if (context.discretion() == Discretion::on) {
    context.print(std::to_string(due.size()) + " waiting\n");
    return;
  }
  for (std::size_t i = 0; i < std::min(due.size(), most_lines); ++i) {
    const Waiting& waiting = due[i];
    // A promise's words were given to somebody; what a space is for is a note.
    const auto text = waiting.kind == Kind::promise
                          ? first_line(text_of(waiting.entry->keys, "text"))
                          : std::string_view{};
    context.print(harmless(waiting_phrase(waiting, text, context.local_day())) + "\n");
  }
}

int run_due(Context& context, const Arguments& arguments) {
  context.require_journal();
  const bool is_quiet =
      is_in_clock_range(context.config().quiet, context.now().second_of_day() / 60) ||
      context.settings().is_closed(context.today());
  History history;
  std::vector<Waiting> due;
  if (!is_quiet) {
    const bool is_told = context.is_json() || context.discretion() == Discretion::off;
    history = context.history(
        [is_told](const Entry& entry) { return is_told && entry.kind == Kind::promise; });
    due = read_due(history.entries, context.today(), context.clock(), context.now().instant);
  }
  if (context.is_json()) {
    context.print(due_json(due, context.discretion(), is_quiet));
  } else {
    print_lines(context, due);
  }
  return arguments.has("exit-code") && due.empty() ? exit_no : exit_done;
}

constexpr std::string_view due_examples[] = {
    "mend due                        nothing, or what is due",
    "mend due --exit-code && beep    in a script",
    "mend due --discreet             2 waiting",
};

constexpr Option due_options[] = {
    {"--exit-code", "", "exit 1 when nothing is due"},
};

}  // namespace

const Command due_command = {
    "due",
    "For scripts",
    "[--exit-code]",
    "Print what is due (three lines at most); print nothing if nothing is.",
    due_examples,
    "Promises that are overdue or due today, and a space that ends today, within the hour, or has "
    "ended; the most urgent first. Never the words of a note. Silent in the quiet hours of "
    "'mend config set due.quiet 22:00-08:00'.",
    due_options,
    WordsAre::none,
    run_due};

}  // namespace mend
