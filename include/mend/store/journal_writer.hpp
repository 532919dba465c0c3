// SPDX-License-Identifier: MIT
#pragma once

#include "mend/store/month_document.hpp"
#include "mend/store/undo_log.hpp"
#include "mend/system/files.hpp"
#include "mend/system/lock.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace mend {

enum class Run { for_real, dry };

// A file as it is after a change, and what to tell about it.
struct Saved {
  std::string file;      // name in the journal's folder
  MonthContent content;  // its facts
  std::vector<std::string> warnings;
};

// An entry as it was seen: which file it stands in, and all it says.
struct SeenEntry {
  std::string file;
  std::size_t index = 0;
  Attributes attributes;
};

// What an undo did: entries that are gone again, entries that are back.
struct Undone {
  std::string command;
  std::vector<Attributes> taken_back;
  std::vector<Attributes> put_back;
  bool was_already_so = false;  // somebody else had done it; the change is forgotten
};

// Changes one journal. Holds its lock, so make one, use it and let go. Every change is prepared,
// parsed again and compared before one rename makes it true; it is durable when the call returns.
// Members throw SystemError when the disk or another process is in the way.
class JournalWriter {
 public:
  // Makes the folder when it is missing.
  JournalWriter(std::string folder, std::string undo_folder, std::chrono::seconds patience);

  // Adds entries, each with an id, to one month. Beside a month that cannot be changed they go to a
  // pending file of their own, with a warning.
  Saved add(const std::string& command, Month month, const std::vector<Attributes>& entries);

  // Removes entries. The diagnostic says which one is no longer as it was seen, or stands in a
  // damaged file; then nothing is changed.
  Result<std::vector<std::string>> remove(const std::string& command,
                                          const std::vector<SeenEntry>& entries);

  // Takes back the newest change, after looking whether it is still what stands there.
  Result<Undone> undo(Run run);

 private:
  // One file on its way from what it was to what it will be.
  struct Draft {
    std::string name;
    std::optional<FileContent> read;
    MonthDocument document;
  };

  std::string path_of(const std::string& name) const { return folder_ + "/" + name; }
  Draft open_draft(const std::string& name) const;
  std::optional<Saved> try_add(const std::string& command, Month month,
                               const std::vector<Attributes>& entries);
  Saved add_pending(const std::string& command, Month month,
                    const std::vector<Attributes>& entries, const std::string& reason);
  Result<std::vector<Draft>> draft_removal(const std::vector<SeenEntry>& entries, Change& change);
  Result<std::vector<Draft>> draft_undo(const Change& change, Undone& undone);
  bool commit(const std::vector<Draft>& drafts, std::vector<std::string>& warnings);
  bool write(const Draft& draft, std::vector<std::string>& warnings);
  bool note(const Change& change, std::vector<std::string>& warnings);

  std::string folder_;
  FolderLock lock_;
  UndoLog undo_log_;
};

}  // namespace mend
