// SPDX-License-Identifier: MIT
#include "mend/cli/limits.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t most_named_limits = 8;

[[noreturn]] void refuse_no_limit(const Entry& entry, const std::string& name) {
  stop(exit_no,
       entry.kind == Kind::limit ? "the limit " + name + " begins on a day that has not come yet"
                                 : name + " is no limit; its kind is " + std::string{word_of(entry.kind)},
       "'mend limit list' shows the limits.");
}

void require_in_force(Context& context, const Agreement& limit, const std::string& name) {
  if (limit.opening->id.empty()) {
    stop(exit_no, name + " has no id, so nothing can be said about it",
         "Give it a line  id = \"...\"  in its file; 'mend path' says where that is.");
  }
  switch (limit_state(limit, context.moment())) {
    case LimitState::in_force: return;
    case LimitState::lifted:
      stop(exit_no, "the limit " + name + " was lifted on " +
                        describe(limit.settlement->day, context.today()));
    case LimitState::over:
      stop(exit_no, "the limit " + name + " was " + describe_until(limit.deadline, context.local_day()) +
                        ", so it is in force no longer");
  }
}

[[noreturn]] void refuse_several_limits(Context& context, const EntryNames& names,
                                        const std::vector<Agreement>& all) {
  std::string candidates;
  for (std::size_t i = 0; i < all.size() && i < most_named_limits; ++i) {
    const Entry& limit = *all[i].opening;
    candidates += (i == 0 ? "" : "; ") + names.at(&limit);
    if (context.discretion() == Discretion::off) {
      candidates += " (" + std::string{first_line(text_of(limit.keys, "text"))} + ")";
    }
  }
  if (all.size() > most_named_limits) candidates += " and more";
  stop(exit_no, std::to_string(all.size()) + " limits are in force: " + candidates,
       "Name one: mend limit lift " + names.at(all.front().opening));
}

}  // namespace

History limit_history(Context& context) {
  return context.history([](const Entry& entry) { return entry.kind == Kind::limit; });
}

NamedLimit find_limit_in_force(Context& context, const History& history,
                               const std::vector<std::string>& words) {
  const EntryNames names = entry_names(history, context.moment());
  const Ledger ledger = read_ledger(history.entries, context.moment());
  std::vector<Agreement> found;
  if (words.empty()) {
    found = limits_in_force(ledger, context.moment());
    if (found.empty()) stop_not_there(history, "no limit is in force");
    if (found.size() > 1) refuse_several_limits(context, names, found);
    require_whole(history, "nobody can say whether only one limit is in force",
                  "If you mean this one: mend limit lift " + names.at(found.front().opening));
  } else {
    const Entry& entry = *find_entries(history, words, context.moment()).front();
    const auto limit = std::ranges::find(ledger.limits, &entry, &Agreement::opening);
    if (limit == ledger.limits.end()) refuse_no_limit(entry, names.at(&entry));
    found = {*limit};
  }
  const Entry& limit = *found.front().opening;
  require_in_force(context, found.front(), names.at(&limit));
  return {limit.id, names.at(&limit), std::string{text_of(limit.keys, "text")}, limit.day};
}

std::string find_limit(Context& context, const std::string& word) {
  const History history = context.history(no_words);
  const Entry& entry = *find_entries(history, {word}, context.moment()).front();
  if (entry.kind != Kind::limit || entry.id.empty()) {
    stop(exit_no, "'" + word + "' is no limit", "'mend limit list' shows the limits.");
  }
  return entry.id;
}

}  // namespace mend
