// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/report/limit_list.hpp"

namespace mend {
namespace {

int list_limits(Context& context, const Arguments&) {
  context.require_journal();
  const History history =
      context.history([](const Entry& entry) { return entry.kind == Kind::limit; });
  const auto names = entry_names(history, context.moment());
  std::vector<LimitRow> rows;
  for (const Agreement& limit :
       read_ledger(history.entries, context.moment()).limits) {
    rows.push_back({names.at(limit.opening), limit,
                    limit_state(limit, context.moment())});
  }
  if (context.is_json()) {
    context.print(limits_json(rows, context.discretion()));
    return exit_done;
  }
  context.print(limits_text(rows, context.local_day(), context.style_for_lines(), context.discretion()));
  if (rows.empty() && history.is_whole()) {
    context.hint("No limit yet. For example:  mend limit add \"no calls after ten\"");
  }
  return exit_done;
}

constexpr std::string_view limit_family_examples[] = {
    "mend limit add \"no calls after ten\" --asked-by them",
    "mend limit lift",
    "mend limit list",
};

constexpr std::string_view limit_list_examples[] = {
    "mend limit list",
    "mend limit          the same",
};

}  // namespace

const Family limit_family = {
    "limit", "Boundaries and lasting agreements that you agreed to.", limit_family_examples,
    "Such as \"no calls after ten\". You write down what you agreed to; it is never a list of rules for "
    "somebody else. 'today' shows the limits in force beside an open space, 'checkin' before its "
    "questions. A limit keeps no step and breaks none."};

const Command limit_list_command = {
    "limit list", "Record", "", "All limits, and which of them are in force.", limit_list_examples, "",
    {}, WordsAre::none, list_limits};

}  // namespace mend
