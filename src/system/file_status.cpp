// SPDX-License-Identifier: MIT
#include "mend/system/file_status.hpp"

#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace mend {
namespace {

FileType type_of(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return FileType::file;
  return S_ISDIR(status.st_mode) ? FileType::folder : FileType::other;
}

bool leads_nowhere(int error) { return error == ENOENT || error == ENOTDIR || error == ELOOP; }

}  // namespace

std::optional<FileStatus> look_at(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw_system_error(Failure::io, "look at", path);
  }
  FileStatus found;
  found.path = path;
  found.is_link = S_ISLNK(status.st_mode);
  if (found.is_link && ::stat(path.c_str(), &status) != 0) {
    if (!leads_nowhere(errno)) throw_system_error(Failure::io, "look at", path);
    found.type = FileType::nowhere;
    return found;
  }
  found.type = type_of(status);
  found.mode = status.st_mode & 07777;
  found.is_own = status.st_uid == ::geteuid();
  found.is_hard_linked = found.type == FileType::file && status.st_nlink > 1;
  return found;
}

std::vector<FileStatus> look_into(const std::string& folder) {
  std::vector<FileStatus> found;
  for (const std::string& name : list_folder(folder)) {
    if (auto status = look_at(folder + "/" + name)) found.push_back(*std::move(status));
  }
  return found;
}

}  // namespace mend
