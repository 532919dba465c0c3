// SPDX-License-Identifier: MIT
#pragma once

#include "mend/system/errors.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mend {

// What the state folder keeps of one journal, and of no other that has its name: two data folders
// that share a state folder do not mix, and a journal that was begun again has nothing of the old one.
// A home that is moved or copied whole keeps it.
class JournalState {
 public:
  // Whose a folder of the state is.
  struct Owner {
    std::string identity;
    std::string folder;
    std::string way;  // from the state to the journal: the same when both are moved together
  };

  // `base` is the folder for all journals of that name (Paths::undo); `journal_folder` is where this
  // one is, or will be made. Only reads, and what cannot be read is taken for another journal's, which has nothing of this one.
  JournalState(std::string base, const std::string& journal_folder);

  // Undo notes and marks of this journal are kept here. It need not be there.
  const std::string& folder() const { return folder_; }

  // What its notes are marked with, until the journal is begun again. Empty before the first claim.
  const std::string& identity() const { return identity_; }

  // Makes the folder and writes into it whose it is, which has to come before anything else there.
  // The name of that file is durable once the folder is synced. Throws SystemError, also when it could
  // not be read whose the folder is.
  void claim();

  // For a journal that is begun again: moves what was kept of the old one to a folder of its own,
  // which is answered; nothing when nothing was kept. Throws SystemError.
  std::optional<std::string> set_aside();

  // Where what was set aside is.
  std::vector<std::string> folders_set_aside() const;

 private:
  void find();
  std::optional<Owner> owner_or_stranger(const std::string& folder);

  std::string base_;
  std::string journal_folder_;
  std::string way_;  // from the state to the journal
  std::string folder_;
  std::string identity_;
  std::optional<SystemError> unread_;  // why it cannot be said whose a folder is
};

}  // namespace mend
