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

namespace mend {
namespace {

void print_text(Context& context, const History& history, const std::vector<std::size_t>& found,
                std::string_view looked_for) {
  const auto names = entry_names(history, context.moment());
  const AgreementWords about{history.facts, history.attributes};
  std::vector<ListedEntry> entries;
  entries.reserve(found.size());
  for (const std::size_t index : found) {
    const Facts& facts = history.facts[index];
    entries.push_back({names[index], &facts, &history.attributes[index], about.about(facts)});
  }
  // Null for what is not listed.
  const auto find_listed = [&](std::size_t index) {
    const auto at = std::ranges::lower_bound(found, index);  // they are in the history's order
    const bool is_listed = at != found.end() && *at == index;
    return is_listed ? &entries[static_cast<std::size_t>(at - found.begin())] : nullptr;
  };
  const Ledger ledger = read_ledger(history.facts, context.moment());
  std::deque<Facts> moved;  // with the time that was agreed last in place of the first one
  for (const std::vector<Agreement>* const agreements : {&ledger.promises, &ledger.spaces}) {
    for (const Agreement& each : *agreements) {
      if (each.moves.empty()) continue;
      ListedEntry* const entry =
          find_listed(static_cast<std::size_t>(each.opening - history.facts.data()));
      if (entry == nullptr) continue;
      entry->facts = &moved.emplace_back(*each.opening);
      moved.back().deadline = each.deadline;
      entry->more = moved_phrase(each, context.local_day());
    }
  }
  for (const FollowThrough& through : read_follow_through(history.facts, ledger)) {
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
    for (const std::size_t index : found) entries.push_back(history.attributes[index]);
    context.print(entries_json("list", entries, context.discretion()));
    return exit_done;
  }
  print_text(context, history, found, filter.grep);
  if (history.facts.empty() && history.is_whole()) {
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
