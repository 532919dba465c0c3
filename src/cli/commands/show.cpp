// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/report/text.hpp"

namespace mend {
namespace {

int run(Context& context, const Arguments& arguments) {
  if (arguments.words().empty()) {
    stop_usage("which entry?", "Its id is in 'mend list'; @1 is the last one there.");
  }
  context.require_journal();
  const History history = context.history(all_words);
  std::vector<Attributes> entries;
  for (const std::size_t index : find_entries(history, arguments.words())) {
    entries.push_back(context.discretion() == Discretion::on
                          ? without_words(history.attributes[index])
                          : history.attributes[index]);
  }
  if (context.is_json()) {
    context.print(entries_json("show", entries, context.discretion()));
    return exit_done;
  }
  // A pipe gets the lines as they are.
  const Style style = context.style_for_lines();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) context.print("\n");
    context.print(show_text(entries[i], style));
  }
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend show k7q2       by the start of its id",
    "mend show @1         the last entry of mend list",
};

}  // namespace

const Command show_command = {"show",
                              "Look",
                              "ID...",
                              "Show entries whole, every field.",
                              examples,
                              "An ID is the start of an entry's id, as long as only one entry begins "
                              "so, or @N, counted from the end of 'mend list'.",
                              {},
                              WordsAre::arguments,
                              Completes::nothing,
                              run,
                              Answer::long_text};

}  // namespace mend
