// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace mend {

// Where a journal is. A mark outside of it remembers that mend last left entries in this folder, so that
// one that is locked or not mounted is not taken for a journal nobody has begun.
struct JournalPlace {
  // Of a folder alone nothing is remembered.
  explicit JournalPlace(std::string journal_folder, std::string mark_folder = {},
                        std::string how_to_begin = "mend init")
      : folder(std::move(journal_folder)),
        marks(std::move(mark_folder)),
        init_command(std::move(how_to_begin)) {}

  std::string folder;
  std::string marks;
  std::string init_command;  // what begins a new journal here, for messages
};

// Is one of these names in a folder a month, what waits beside one, or the settings?
bool holds_records(const std::vector<std::string>& names);

// The names in the journal's folder, sorted; none for a journal that is yet to begin. Throws SystemError
// (io) when the folder cannot be read, a link on the way to it leads nowhere, or it has no records though
// it was left with entries.
std::vector<std::string> list_journal(const JournalPlace& place);

// Remembers, after they are saved, that there are entries. It writes only what is not remembered yet.
// Never throws: the entries are saved, and the next save remembers them.
void remember_entries(const JournalPlace& place);

// Before the last of them goes, or a new journal begins. Durable. Throws SystemError (io).
void forget_entries(const JournalPlace& place);

bool are_entries_remembered(const JournalPlace& place);

// The names of the journals in the folder `data` whose entries are remembered. Throws SystemError (io).
std::vector<std::string> remembered_journals(const std::string& marks, const std::string& data);

}  // namespace mend
