// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/filter.hpp"
#include "mend/report/agreement_words.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace mend {
namespace {

void print_text(Context& context, const History& history, const std::vector<const Entry*>& found,
                std::string_view looked_for) {
  const auto names = entry_names(history, context.moment());
  const AgreementWords about{history.entries};
  std::vector<ListedEntry> entries;
  entries.reserve(found.size());
  std::unordered_map<const Entry*, ListedEntry*> listed;
  for (const Entry* const entry : found) {
    listed.emplace(entry, &entries.emplace_back(ListedEntry{names.at(entry), entry, about.about(*entry)}));
  }
  // Null for what is not listed.
  const auto find_listed = [&](const Entry* entry) {
    const auto at = listed.find(entry);
    return at == listed.end() ? nullptr : at->second;
  };
  const Ledger ledger = read_ledger(history.entries, context.moment());
  std::deque<Entry> moved;  // with the time that was agreed last in place of the first one
  for (const std::vector<Agreement>* const agreements : {&ledger.promises, &ledger.spaces}) {
    for (const Agreement& each : *agreements) {
      if (each.moves.empty()) continue;
      ListedEntry* const entry = find_listed(each.opening);
      if (entry == nullptr) continue;
      entry->entry = &moved.emplace_back(*each.opening);
      moved.back().deadline = each.deadline;
      entry->more = moved_phrase(each, context.local_day());
    }
  }
  for (const FollowThrough& through : read_follow_through(history.entries, ledger)) {
    ListedEntry* const entry = find_listed(through.apology);
    if (entry != nullptr) entry->more = follow_through_phrase(through);
  }
  context.print(list_text(entries, context.settings(), context.local_day(), context.style_for_lines(),
                          context.discretion(), looked_for));
}

int run_list(Context& context, const Arguments& arguments) {
  context.require_journal();
  const Filter filter = parse_filter(context, arguments);
  const History history = context.history(all_words);
  const auto found = apply_filter(filter, history);
  if (context.is_json()) {
    std::vector<Attributes> entries;
    for (const Entry* const entry : found) entries.push_back(entry->keys);
    context.print(entries_json("list", entries, context.discretion()));
    return exit_done;
  }
  print_text(context, history, found, filter.grep);
  if (history.entries.empty() && history.is_whole()) {
    context.hint("Nothing is written yet. Begin with one line:  mend log c \"home by six\"");
  }
  return exit_done;
}

constexpr std::string_view list_examples[] = {
    "mend list week                 this week's entries",
    "mend list empathy -n 5         the newest five for one step",
    "mend list --tag school --since 2026-09",
};

constexpr Option list_options[] = {
    {"--kind", "KIND", "only entries of this kind", Option::Times::repeated},
    {"-t,--tag", "TAG", "only entries with this tag", Option::Times::repeated},
    {"--since", "DAY", "only entries from this day on"},
    {"--until", "DAY", "only entries up to this day"},
    {"--grep", "TEXT", "only entries with this in their text or fields"},
    {"-n,--limit", "N", "the newest N"},
};

}  // namespace

const Command list_command = {
    "list",
    "Look",
    "[STEP|SPAN]...",
    "List entries, oldest first.",
    list_examples,
    "SPAN is a day, A..B, 2026, 2026-11, 2026-W47, week, last-week, month, last-month, quarter, "
    "year or last 30 days. Each line has the entry's shortest id, its day, step, kind and the first "
    "line of its text.",
    list_options,
    WordsAre::arguments,
    run_list,
    Answer::long_text};

}  // namespace mend
