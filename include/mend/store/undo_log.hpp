// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/finding.hpp"

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
};

// What is wrong with the note of a change; nothing when `undo` can use it.
std::optional<Finding> check_undo_note(std::string_view bytes, const std::string& file);

// The changes of one journal, newest last, one small file each. Use only while the journal is
// locked. Losing them loses no record, so they do not wait for the disk.
class UndoLog {
 public:
  explicit UndoLog(std::string folder) : folder_(std::move(folder)) {}

  // Notes a change before it is made, and forgets those that were undone. Throws SystemError.
  void push(const Change& change);

  // The newest change that has not been undone, and the one undone last. Nothing when there is none,
  // or it cannot be understood any more (then `unreadable` names its file).
  std::optional<Change> newest(std::string& unreadable) const;
  std::optional<Change> newest_undone(std::string& unreadable) const;

  // They have been undone, or redone, or turned out to be so already.
  void mark_newest_undone();
  void mark_redone();

  // Removes every note of a change that holds an entry with one of these ids, or cannot be read.
  void forget(const std::vector<std::string>& ids);

  // The newest change was noted but did not come about.
  void drop_newest();

 private:
  enum class State { applied, undone };
  std::vector<std::string> changes(State state) const;
  std::optional<Change> read(const std::string& name, std::string& unreadable) const;
  void rename(const std::string& name, const std::string& new_name) const;

  std::string folder_;
};

}  // namespace mend
