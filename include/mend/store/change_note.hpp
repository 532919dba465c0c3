// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/finding.hpp"
#include "mend/domain/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What one change did to one file of the journal: at `offset`, `removed` gave way to `inserted`.
struct Edit {
  std::string file;      // name in the journal's folder
  std::size_t offset = 0;
  std::string removed;
  std::string inserted;
};

// One change, as `undo` takes it back.
struct Change {
  std::string command;  // "log", "rm"; never a word anyone typed
  std::vector<Edit> edits;
  // The id of an entry that was written bit by bit: `undo` takes this back together with the changes
  // right before it that are about this entry. Empty for a change of its own.
  std::string continues = {};
};

// A change as it is written down, with the identity of its journal (JournalState); earlier versions
// noted none.
struct ChangeNote {
  std::string journal;
  Change change;
};

std::string write_change_note(const ChangeNote& note);

// The diagnostic is for a note that is not whole, wherever it was cut. Never throws.
Result<ChangeNote> read_change_note(std::string_view bytes, const std::string& file);

// What is wrong with the note of a change; nothing when `undo` can use it.
std::optional<Finding> check_undo_note(std::string_view bytes, const std::string& file);

// The entries in a change, those it removed and those it inserted.
std::vector<Attributes> entries_of(const Change& change);

// Does `later` go on with what `earlier`, the change right before it, began?
bool goes_on(const Change& later, const Change& earlier);

// Takes the entries with these ids out of a change, so that what is left is still what the files say
// once these entries are gone from them. An empty id stands for all entries without one. False when
// there were none.
bool take_out(Change& change, const std::vector<std::string>& ids);

}  // namespace mend
