// SPDX-License-Identifier: MIT
#include "mend/cli/removed_entries.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/store/journal_state.hpp"
#include "mend/store/traces.hpp"
#include "mend/store/undo_log.hpp"

#include <algorithm>
#include <iterator>

namespace mend {
namespace {

constexpr std::size_t most_named_removed = 8;

bool is_in(const History& history, std::string_view id) {
  return std::ranges::any_of(history.entries, [id](const Entry& entry) { return entry.id == id; });
}

// Each once, as it was last.
std::vector<Attributes> removed_entries(const Context& context, const History& history) {
  const Paths& paths = context.paths();
  const UndoLog log{JournalState{paths.undo(context.journal()), context.journal_folder()}};
  std::vector<Attributes> all = log.entries();
  for (const std::string& folder : {paths.recovery(), paths.editor()}) {
    std::ranges::move(traces_in(folder), std::back_inserter(all));
  }
  std::vector<Attributes> removed;
  for (Attributes& entry : all) {
    const auto id = text_of(entry, "id");
    const bool is_known = std::ranges::any_of(
        removed, [id](const Attributes& other) { return text_of(other, "id") == id; });
    if (!id.empty() && !is_known && !is_in(history, id)) removed.push_back(std::move(entry));
  }
  return removed;
}

// What the word may name.
struct Candidates {
  std::vector<const Entry*> found;
  std::vector<const Attributes*> removed;

  std::size_t size() const { return found.size() + removed.size(); }
};

Candidates candidates_for(const std::string& word, const History& history,
                          const std::vector<Attributes>& removed) {
  Candidates starting;
  for (const Entry& entry : history.entries) {
    if (entry.id == word) return {{&entry}, {}};
    if (entry.id.starts_with(word)) starting.found.push_back(&entry);
  }
  for (const Attributes& entry : removed) {
    const auto id = text_of(entry, "id");
    if (id == word) return {{}, {&entry}};
    if (id.starts_with(word)) starting.removed.push_back(&entry);
  }
  return starting;
}

[[noreturn]] void refuse_several(const std::string& word, const Candidates& candidates) {
  std::vector<std::string> names;
  for (const Entry* const entry : candidates.found) {
    names.push_back(entry->id + " (" + to_iso(entry->day) + ")");
  }
  for (const Attributes* const entry : candidates.removed) {
    names.push_back(std::string{text_of(*entry, "id")} + " (removed)");
  }
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < most_named_removed; ++i) {
    list += (i == 0 ? "" : ", ") + names[i];
  }
  if (names.size() > most_named_removed) list += " and more";
  stop(exit_no, "'" + word + "' could be " + list, "Write more of the id.");
}

template <typename Item>
void add_once(std::vector<Item>& items, const Item& item) {
  if (std::ranges::find(items, item) == items.end()) items.push_back(item);
}

}  // namespace

ToForget find_to_forget(Context& context, const History& history,
                        const std::vector<std::string>& words) {
  const auto removed = removed_entries(context, history);
  ToForget named;
  std::vector<std::string> unknown;
  for (const std::string& word : words) {
    if (word.empty() || word.starts_with('@')) {
      add_once(named.found, find_entries(history, {word}, context.moment()).front());
      continue;
    }
    const Candidates candidates = candidates_for(word, history, removed);
    if (candidates.size() > 1) refuse_several(word, candidates);
    // It says when an entry that could not be read may be meant as well.
    if (!candidates.found.empty()) find_entries(history, {word}, context.moment());
    // In a month that could not be read there may be such an entry.
    if (candidates.size() == 0 || (candidates.found.empty() && !history.is_whole())) {
      unknown.push_back(word);
    }
    for (const Entry* const entry : candidates.found) add_once(named.found, entry);
    for (const Attributes* const entry : candidates.removed) add_once(named.removed, *entry);
  }
  const bool is_nothing = named.found.empty() && named.removed.empty();
  if (!unknown.empty() && (is_nothing || !history.is_whole())) {
    find_entries(history, {unknown.front()}, context.moment());
  }
  for (const std::string& word : unknown) context.hint("Nothing was found for '" + word + "'.");
  return named;
}

void stop_if_removed(Context& context, const History& history,
                     const std::vector<std::string>& words) {
  if (!history.is_whole()) return;
  const auto is_unknown = [&](const std::string& word) {
    return !word.empty() && !word.starts_with('@') &&
           std::ranges::none_of(history.entries,
                                [&](const Entry& entry) { return entry.id.starts_with(word); });
  };
  const auto word = std::ranges::find_if(words, is_unknown);
  if (word == words.end()) return;
  const auto removed = removed_entries(context, history);
  const Candidates candidates = candidates_for(*word, history, removed);
  if (candidates.size() == 0) return;
  if (candidates.size() > 1) refuse_several(*word, candidates);
  const std::string id{text_of(*candidates.removed.front(), "id")};
  stop(exit_no, "the entry '" + id + "' is not in the journal any more",
       "Its words are still kept for undo or recovery; 'mend rm " + id + " --forget' removes them too.");
}

}  // namespace mend
