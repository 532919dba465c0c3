// SPDX-License-Identifier: MIT
#pragma once

#include "mend/store/journal_place.hpp"
#include "mend/store/month_document.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mend {

// All entries of a journal that count, in the order of `list`.
struct History {
  std::vector<Entry> entries;
  std::vector<std::string> files;      // names of the month files; `Entry::place.file` counts them
  std::vector<Diagnostic> damage;      // entries and files that could not be understood
  std::vector<std::string> unread;     // files that could not be read at all, and why

  bool is_whole() const { return damage.empty() && unread.empty(); }
};

// What an entry becomes in somebody's hands; nothing leaves it out.
using RenderEntry = std::function<std::optional<std::string>(const Entry&)>;

// The texts of all entries that count, in the order of `list`.
struct RenderedHistory {
  std::vector<std::string> texts;
  std::vector<Diagnostic> damage;   // as in History
  std::vector<std::string> unread;
};

// Those of a folder's names that are files of records, by month, each month's own before those that
// wait beside it.
std::vector<std::string> month_files_among(std::vector<std::string> names);

// Reads every month file in a journal's folder. A file that cannot be read is named, not skipped
// silently. `known` holds the content of files that the caller has parsed, by name, and is emptied.
// Throws SystemError (io) as `list_journal` does.
History read_history(const JournalPlace& place, const WantsWords& wants_words,
                     std::map<std::string, MonthContent> known = {});

// The same from some of the folder's month files alone, for who needs no more than the newest.
History read_months(const std::string& folder, const std::vector<std::string>& names,
                    const WantsWords& wants_words, std::map<std::string, MonthContent> known = {});

// The same, of which only the texts are kept: no more than one month is ever held whole. Entries
// whose words are not wanted are left out.
RenderedHistory render_history(const JournalPlace& place, const WantsWords& wants_words,
                               const RenderEntry& render);

}  // namespace mend
