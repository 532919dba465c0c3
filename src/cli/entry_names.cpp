// SPDX-License-Identifier: MIT
#include "mend/cli/entry_names.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/number.hpp"
#include "mend/report/phrases.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t shortest_name = 4;
constexpr std::size_t most_named_entries = 8;

std::size_t common_length(std::string_view a, std::string_view b) {
  const auto size = std::min(a.size(), b.size());
  std::size_t length = 0;
  while (length < size && a[length] == b[length]) ++length;
  return length;
}

constexpr char order_hint[] = "@1 is the entry written last, @2 the one written before it.";

const Entry* find_by_position(const History& history, const std::string& word, const Moment& moment,
                             Purpose purpose) {
  const std::size_t number = parse_number<std::size_t>(word.substr(1)).value_or(0);
  if (number == 0) {
    stop_usage("'" + word + "' is not an entry", order_hint);
  }
  if (history.entries.empty() && history.is_whole()) {
    stop(exit_no, "the journal has no entries yet", "'mend help log' shows how to write the first.");
  }
  if (number > history.entries.size()) {
    if (!history.is_whole()) stop_not_there(history, "there is no " + word);
    stop(exit_no, "there is no " + word + "; the journal has " +
                      quantity(static_cast<int>(history.entries.size()), "entry", "entries"),
         order_hint);
  }
  if (purpose == Purpose::change) {
    require_whole(history, "nobody can say which entry is " + word, "Name the entry by its id, which 'mend list' shows.");
  }
  return newest_written_first(history.entries, moment)[number - 1];
}

const Entry* find_by_id(const History& history, const std::string& word, Purpose purpose) {
  if (word.empty()) stop_usage("an id cannot be empty", "'mend list' shows the ids.");
  std::vector<const Entry*> found;
  for (const Entry& entry : history.entries) {
    if (entry.id == word) return &entry;
    if (entry.id.starts_with(word)) found.push_back(&entry);
  }
  if (found.size() == 1) {
    if (purpose == Purpose::change && word.size() < shortest_name) {
      require_whole(history, "nobody can say whether another id begins with '" + word + "' too",
                    "Write more of the id.");
    }
    return found.front();
  }
  if (found.empty()) {
    stop_not_there(history, "there is no entry '" + word + "'", "'mend list' shows the ids.");
  }
  std::string candidates;
  for (std::size_t i = 0; i < found.size() && i < most_named_entries; ++i) {
    candidates += (i == 0 ? "" : ", ") + found[i]->id + " (" + to_iso(found[i]->day) + ")";
  }
  if (found.size() > most_named_entries) candidates += " and more";
  stop(exit_no, "'" + word + "' could be " + candidates, "Write more of the id.");
}

}  // namespace

void stop_not_there(const History& history, const std::string& what, const std::string& hint) {
  if (history.is_whole()) stop(exit_no, what, hint);
  if (history.unread.empty()) {
    stop(exit_damaged, what + " in the part that could be read",
         "It may be in the part that could not; see below.");
  }
  stop(exit_io, what + " in the part that could be read", "It may be in the part that could not; see below.");
}

void require_whole(const History& history, const std::string& what, const std::string& hint) {
  if (history.is_whole()) return;
  const bool is_read = history.unread.empty();
  stop(is_read ? exit_damaged : exit_io,
       what + (is_read ? " while something here cannot be understood" : " while something here cannot be read"),
       "It is named below." + (hint.empty() ? "" : " " + hint));
}

bool is_position(std::string_view word) { return word.starts_with('@'); }

EntryNames entry_names(const History& history, const Moment& moment) {
  std::vector<const Entry*> order;
  for (const Entry& entry : history.entries) {
    if (!entry.id.empty()) order.push_back(&entry);
  }
  std::ranges::sort(order, {}, &Entry::id);
  EntryNames names;
  names.reserve(history.entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    std::size_t length = shortest_name;
    if (i > 0) length = std::max(length, common_length(order[i]->id, order[i - 1]->id) + 1);
    if (i + 1 < order.size()) {
      length = std::max(length, common_length(order[i]->id, order[i + 1]->id) + 1);
    }
    names.emplace(order[i], order[i]->id.substr(0, length));
  }
  if (order.size() == history.entries.size()) return names;
  std::size_t position = 0;
  for (const Entry* const entry : newest_written_first(history.entries, moment)) {
    ++position;
    if (entry->id.empty()) names.emplace(entry, "@" + std::to_string(position));
  }
  return names;
}

std::string entry_name(const History& history, std::string_view id) {
  std::size_t length = shortest_name;
  for (const Entry& each : history.entries) {
    if (each.id != id) length = std::max(length, common_length(each.id, id) + 1);
  }
  return std::string{id.substr(0, length)};
}

std::vector<const Entry*> find_entries(const History& history,
                                       const std::vector<std::string>& words,
                                       const Moment& moment, Purpose purpose) {
  std::vector<const Entry*> found;
  for (const std::string& word : words) {
    if (word.empty()) stop_usage("an id cannot be empty", "'mend list' shows the ids.");
    const Entry* const entry = is_position(word) ? find_by_position(history, word, moment, purpose)
                                                : find_by_id(history, word, purpose);
    if (std::ranges::find(found, entry) == found.end()) found.push_back(entry);
  }
  return found;
}

std::vector<std::string> or_newest(const std::vector<std::string>& words) {
  return words.empty() ? std::vector<std::string>{"@1"} : words;
}

}  // namespace mend
