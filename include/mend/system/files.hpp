// SPDX-License-Identifier: MIT
#pragma once

#include "mend/system/errors.hpp"

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// No file of records is larger; what is, is refused before it is read, and what would be, before it
// is written.
inline constexpr std::size_t max_file_size = std::size_t{64} * 1024 * 1024;

// What tells one version of a file from another.
struct FileVersion {
  dev_t device = 0;
  ino_t inode = 0;
  off_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  friend bool operator==(const FileVersion&, const FileVersion&) = default;
};

// A whole file as it was read, with all that is needed to put another version in its place.
struct FileContent {
  std::string bytes;
  std::string real_path;  // behind all symbolic links
  FileVersion version;
  mode_t mode = 0600;
  uid_t owner = 0;
  gid_t group = 0;
  bool is_hard_linked = false;
  bool is_linked = false;  // reached by a symbolic link
};

// Reads a regular file to its end; nothing when there is none. Throws SystemError (io) for
// everything else, a link that leads nowhere too: an error is never an empty or shorter file.
std::optional<FileContent> read_file(const std::string& path);

// Puts `bytes` in the place of the file that was read, durably: temporary, fsync, rename, fsync of
// the directory; mode and owner stay. False, with nothing changed, when the file is no longer the
// one that was read. Throws SystemError: io, and the file is as before; or not_durable, and the new
// bytes stand there but may not survive a power cut.
[[nodiscard]] bool replace_file(const FileContent& read, std::string_view bytes);

// synced: what is in it, but the name only once the folder is synced.
enum class Durability { durable, synced, fast };

// Makes a new file with mode 0600, durably or without waiting for the disk. False, with nothing
// changed, when something of that name exists. A link that leads nowhere is followed.
[[nodiscard]] bool create_file(const std::string& path, std::string_view bytes,
                               Durability durability = Durability::durable);

// Removes the file that was read, durably. False when it is no longer that file.
[[nodiscard]] bool remove_file(const FileContent& read);

// Removes what interrupted writes left behind: in a folder, those of names that begin with `start`;
// or of one file whose link leads to another folder. Only while the journal is locked.
void remove_leftovers_in(const std::string& folder, std::string_view start = {});
void remove_leftovers(const std::string& path);

// What was made, moved and removed in the folder outlives a power cut from here on. Throws SystemError
// with that failure.
void sync_folder(const std::string& folder, Failure failure);

// unlink(2) and rename(2), without waiting for the disk. False with errno set on failure.
bool unlink_path(const std::string& path);
bool rename_path(const std::string& path, const std::string& new_path);

// Makes the folder and those above it that are missing, each 0700 whatever the umask, durably.
// Throws SystemError (cannot_create).
void make_folders(const std::string& path);

// The names in a folder, sorted; empty when there is no such folder. Throws SystemError (io).
std::vector<std::string> list_folder(const std::string& path);

bool is_folder(const std::string& path);

// The path without links in it; of what is not there, as it would be made. `path` itself when there
// is no telling.
std::string real_path(const std::string& path);

}  // namespace mend
