// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace mend {

// What a name stands for, behind all symbolic links; `nowhere` is a link to nothing.
enum class FileType { file, folder, other, nowhere };

struct FileStatus {
  std::string path;
  FileType type = FileType::file;
  bool is_link = false;
  mode_t mode = 0;              // its permission bits
  bool is_own = true;           // does it belong to whoever runs this?
  bool is_hard_linked = false;  // a file that has other names too
};

// Nothing when there is no such name. Throws SystemError (io).
std::optional<FileStatus> look_at(const std::string& path);

// All that stands directly in a folder, sorted by name. Throws SystemError (io).
std::vector<FileStatus> look_into(const std::string& folder);

}  // namespace mend
