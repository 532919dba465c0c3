// SPDX-License-Identifier: MIT
#pragma once

#include "mend/store/change_note.hpp"
#include "mend/store/journal_state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mend {

// The changes of one journal, one small file each, numbered. Use only while the journal is locked.
// A note is named by its file.
class UndoLog {
 public:
  explicit UndoLog(JournalState state) : state_(std::move(state)) {}

  // Notes a change before it is made, durably, and touches no other note. The name of the note.
  // Throws SystemError. Those who change the journal use UndoNote.
  std::string push(const Change& change);

  // The change of that note has come about, so the note counts without a look at the files; those
  // that were undone before it are forgotten, and those that are too old. Waits for no disk.
  void settle(const std::string& name) const;

  // The notes of changes that have not been undone, the newest first; and of those that have been, the
  // one that was undone last first. Throws SystemError.
  std::vector<std::string> applied() const;
  std::vector<std::string> undone() const;

  // Is a file of that name a note, and not something else in the folder?
  static bool is_note(const std::string& name);

  // Whether the change of a note may not have come about, as nobody was there to settle it; and
  // whether it is newer than that of another.
  static bool is_unsettled(const std::string& name);
  static bool is_newer(const std::string& name, const std::string& other);

  std::string path_of(const std::string& name) const { return state_.folder() + "/" + name; }

  // The diagnostic is for a note that is damaged. Throws SystemError when it cannot be read.
  Result<ChangeNote> read(const std::string& name) const;

  // Is it this journal's, for certain?
  bool is_own(const ChangeNote& note) const;

  // They have been undone, or redone, or turned out to be so already; durable when it returns. Throw
  // SystemError.
  void mark_undone(const std::string& name) const;
  void mark_redone(const std::string& name) const;

  // Forgets what was undone before the change of this note was made. Waits for no disk.
  void forget_undone_before(const std::string& name) const;

  // Every entry in a note that can be read, also in what was set aside, the newest first. Needs no
  // lock.
  std::vector<Attributes> entries() const;

  // Takes the entries with these ids out of every note, also of those set aside, and removes notes
  // that hold no other, or cannot be read. An empty id stands for all entries without one, as these
  // cannot be told apart. Durable when it returns. Throws SystemError.
  void forget(const std::vector<std::string>& ids) const;

 private:
  std::vector<std::string> folders() const;

  JournalState state_;
};

// The note of a change, taken before it is made. It goes again unless it is kept, which is for when
// any part of the change has come about; then those it makes needless go.
class UndoNote {
 public:
  // Throws SystemError when the note cannot be taken; with `warnings`, there is one instead.
  UndoNote(UndoLog& log, const Change& change) : log_(log), name_(log.push(change)) {}
  UndoNote(UndoLog& log, const Change& change, std::vector<Diagnostic>& warnings);
  UndoNote(const UndoNote&) = delete;
  UndoNote& operator=(const UndoNote&) = delete;
  ~UndoNote();

  void keep() { is_kept_ = true; }

 private:
  const UndoLog& log_;
  std::string name_;
  bool is_kept_ = false;
};

}  // namespace mend
