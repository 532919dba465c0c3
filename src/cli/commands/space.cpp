// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/report/text.hpp"

namespace mend {
namespace {

int list_spaces(Context& context, const Arguments&) {
  context.require_journal();
  const History history =
      context.history([](const Entry& entry) { return entry.kind == Kind::space; });
  const auto names = entry_names(history, context.moment());
  std::vector<SpaceRow> rows;
  for (const Agreement& space :
       read_ledger(history.entries, context.moment()).spaces) {
    const bool is_past = space.is_open() &&
                         is_over(space.deadline, context.now().instant, context.clock());
    rows.push_back({names.at(space.opening), space, is_past});
  }
  if (context.is_json()) {
    context.print(spaces_json(rows, context.discretion()));
    return exit_done;
  }
  context.print(spaces_text(rows, context.local_day(), context.style_for_lines(), context.discretion()));
  if (rows.empty()) context.hint("No space yet. For example:  mend space begin --until 18:00");
  return exit_done;
}

constexpr std::string_view space_examples[] = {
    "mend space begin --until 18:00 --contact practical",
    "mend space extend --until tomorrow",
    "mend space back",
};

constexpr std::string_view space_list_examples[] = {
    "mend space list",
    "mend space          the same",
};

}  // namespace

const Family space_family = {
    "space", "Time apart that is agreed, with a time to come back.", space_examples,
    "A space has an end from the start; coming back by then keeps the step space that day. Agreed "
    "for a day or more, it lets apology and connection rest, and with no contact honesty and "
    "empathy too. While one is open, 'today' shows when it ends, and nothing here suggests contact."};

const Command space_list_command = {
    "space list", "Record", "", "Every time apart, and how each one ended.", space_list_examples, "",
    {}, WordsAre::none, list_spaces};

}  // namespace mend
