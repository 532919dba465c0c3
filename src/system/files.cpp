// SPDX-License-Identifier: MIT
#include "mend/system/files.hpp"

#include "mend/system/descriptor.hpp"
#include "mend/system/errors.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace mend {
namespace {

constexpr int max_links = 40;
constexpr std::string_view temporary_prefix = ".mend-";

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileVersion version_of(const struct stat& status) {
  return {status.st_dev, status.st_ino, status.st_size, nanoseconds(status.st_mtim),
          nanoseconds(status.st_ctim)};
}

// Follows links by hand, since the file at the end need not exist yet.
std::string resolve_links(std::string path) {
  for (int i = 0; i < max_links; ++i) {
    std::string target(PATH_MAX, '\0');
    const auto length =
        uninterrupted([&] { return ::readlink(path.c_str(), target.data(), target.size()); });
    if (length < 0) return path;
    target.resize(static_cast<std::size_t>(length));
    path = target.starts_with('/') ? target : folder_of(path) + "/" + target;
  }
  throw_system_error(Failure::io, "open", path, ELOOP);
}

int fsync_uninterrupted(int descriptor) {
  return uninterrupted([descriptor] { return ::fsync(descriptor); });
}

// `.mend-2026-11.toml-a1B2c3`, and nothing that merely begins like it.
bool is_temporary(std::string_view name) {
  constexpr std::size_t random_length = 6;
  if (!name.starts_with(temporary_prefix) || name.size() < random_length + 1) return false;
  const auto random = name.substr(name.size() - random_length);
  const auto rest = name.substr(0, name.size() - random_length);
  return rest.ends_with("-") && rest.find('.', 1) != std::string_view::npos &&
         std::ranges::all_of(random, [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0;
         });
}

// Is the path not there because a link on its way leads nowhere, and not because nobody made it?
bool is_behind_dangling_link(const std::string& path) {
  struct stat status {};
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (uninterrupted([&] { return ::lstat(part.c_str(), &status); }) != 0) return false;
    const bool is_link = S_ISLNK(status.st_mode);
    if (is_link && uninterrupted([&] { return ::stat(part.c_str(), &status); }) != 0) return true;
    if (end == std::string::npos) return false;
  }
}

// A new file beside its destination. It is removed unless it was moved there.
class Temporary {
 public:
  explicit Temporary(const std::string& destination)
      : path_(folder_of(destination) + "/" + std::string{temporary_prefix} + name_of(destination) +
              "-XXXXXX"),
        descriptor_(make(path_)) {
    if (!descriptor_.is_open()) fail("write in", folder_of(destination));
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!is_moved_) ::unlink(path_.c_str());
  }

  void set_mode(mode_t mode) {
    if (uninterrupted([&] { return ::fchmod(descriptor_.number(), mode); }) != 0) fail("set the mode of", path_);
  }

  void set_owner(uid_t owner, gid_t group) {
    struct stat status {};
    if (uninterrupted([&] { return ::fstat(descriptor_.number(), &status); }) != 0) {
      fail("look at", path_);
    }
    if (status.st_uid == owner && status.st_gid == group) return;
    if (uninterrupted([&] { return ::fchown(descriptor_.number(), owner, group); }) != 0) {
      fail("keep the owner of", path_);
    }
  }

  void fill(std::string_view bytes, Durability durability) {
    if (const int error = write_all(descriptor_.number(), bytes)) {
      throw_system_error(Failure::io, "write", path_, error);
    }
    if (durability != Durability::fast && fsync_uninterrupted(descriptor_.number()) != 0) {
      fail("save to disk", path_);
    }
    if (const int error = descriptor_.close()) {
      throw_system_error(Failure::io, "write", path_, error);
    }
  }

  void move_over(const std::string& destination) {
    if (uninterrupted([&] { return ::rename(path_.c_str(), destination.c_str()); }) != 0) {
      fail("replace", destination);
    }
    is_moved_ = true;
  }

  // False when something of that name exists.
  bool move_to_new(const std::string& destination) {
    if (uninterrupted([&] {
          return ::syscall(SYS_renameat2, AT_FDCWD, path_.c_str(), AT_FDCWD, destination.c_str(),
                           RENAME_NOREPLACE);
        }) == 0) {
      is_moved_ = true;
      return true;
    }
    if (errno == EEXIST) return false;
    if (errno != EINVAL && errno != ENOSYS) fail("create", destination);
    // The file system has no such rename: a hard link does not replace either.
    if (uninterrupted([&] { return ::link(path_.c_str(), destination.c_str()); }) == 0) return true;
    if (errno != EEXIST) fail("create", destination);
    return false;
  }

 private:
  // The name is used up by a call that failed.
  static int make(std::string& path) {
    const std::string pattern = path;
    return uninterrupted([&] {
      path = pattern;
      return ::mkostemp(path.data(), O_CLOEXEC);
    });
  }

  [[noreturn]] static void fail(std::string_view purpose, const std::string& path) {
    throw_system_error(Failure::io, purpose, path);
  }

  std::string path_;
  Descriptor descriptor_;
  bool is_moved_ = false;
};

// What could not be read again must not be written.
void refuse_too_large(std::string_view bytes, const std::string& path) {
  if (bytes.size() <= max_file_size) return;
  throw SystemError(Failure::io, "cannot write " + path + ": it would be larger than 64 MiB",
                    "No file of records may be larger, so it was left as it is.");
}

bool is_still(const FileContent& read) {
  struct stat status {};
  return uninterrupted([&] { return ::lstat(read.real_path.c_str(), &status); }) == 0 &&
         version_of(status) == read.version;
}

}  // namespace

std::optional<FileContent> read_file(const std::string& path) {
  FileContent content;
  content.real_path = resolve_links(path);
  const Descriptor descriptor =
      open_descriptor(content.real_path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (!descriptor.is_open()) {
    if (errno == ENOENT && content.real_path == path) return std::nullopt;
    throw_system_error(Failure::io, "read", path);
  }
  struct stat status {};
  if (uninterrupted([&] { return ::fstat(descriptor.number(), &status); }) != 0) {
    throw_system_error(Failure::io, "read", path);
  }
  if (!S_ISREG(status.st_mode)) {
    throw SystemError(Failure::io, "cannot read " + path + ": it is not a regular file");
  }
  if (static_cast<std::size_t>(status.st_size) > max_file_size) {
    throw_system_error(Failure::io, "read", path, EFBIG);
  }
  content.bytes.reserve(static_cast<std::size_t>(status.st_size) + read_size);
  if (const int error = read_all(descriptor.number(), max_file_size, content.bytes)) {
    throw_system_error(Failure::io, "read", path, error);
  }
  content.version = version_of(status);
  content.mode = status.st_mode & 07777;
  content.owner = status.st_uid;
  content.group = status.st_gid;
  content.is_hard_linked = status.st_nlink > 1;
  content.is_linked = content.real_path != path;
  return content;
}

// What changed in the folder has already happened: all that can fail is that it outlives a power cut.
void sync_folder(const std::string& folder, Failure failure) {
  const Descriptor descriptor = open_descriptor(folder, O_RDONLY | O_DIRECTORY);
  if (!descriptor.is_open() || fsync_uninterrupted(descriptor.number()) != 0) {
    const bool has_happened = failure == Failure::not_durable;
    throw SystemError(failure, std::string{has_happened ? "it was saved, but may not survive a power "
                                                          "cut: "
                                                        : ""} +
                                   "the disk did not confirm the write in " + folder + ": " +
                                   std::strerror(errno));
  }
}

bool replace_file(const FileContent& read, std::string_view bytes) {
  refuse_too_large(bytes, read.real_path);
  Temporary temporary{read.real_path};
  temporary.set_owner(read.owner, read.group);
  temporary.set_mode(read.mode);
  temporary.fill(bytes, Durability::durable);
  if (!is_still(read)) return false;
  temporary.move_over(read.real_path);
  sync_folder(folder_of(read.real_path), Failure::not_durable);
  return true;
}

bool create_file(const std::string& path, std::string_view bytes, Durability durability) {
  refuse_too_large(bytes, path);
  const std::string real_path = resolve_links(path);
  Temporary temporary{real_path};
  temporary.set_mode(0600);
  temporary.fill(bytes, durability);
  if (!temporary.move_to_new(real_path)) return false;
  if (durability == Durability::durable) sync_folder(folder_of(real_path), Failure::not_durable);
  return true;
}

bool remove_file(const FileContent& read) {
  if (!is_still(read)) return false;
  if (uninterrupted([&] { return ::unlink(read.real_path.c_str()); }) != 0) {
    throw_system_error(Failure::io, "remove", read.real_path);
  }
  sync_folder(folder_of(read.real_path), Failure::not_durable);
  return true;
}

void remove_leftovers(const std::string& path) {
  const std::string real_path = resolve_links(path);
  remove_leftovers_in(folder_of(real_path), name_of(real_path) + "-");
}

std::vector<std::string> remove_leftovers_in(const std::string& folder, std::string_view start) {
  const std::string prefix = std::string{temporary_prefix} + std::string{start};
  std::vector<std::string> names = list_folder(folder);
  std::erase_if(names, [&](const std::string& name) {
    const bool is_leftover = name.starts_with(prefix) && is_temporary(name);
    if (is_leftover) ::unlink((folder + "/" + name).c_str());
    return is_leftover;
  });
  return names;
}

bool unlink_path(const std::string& path) {
  return uninterrupted([&] { return ::unlink(path.c_str()); }) == 0;
}

bool rename_path(const std::string& path, const std::string& new_path) {
  return uninterrupted([&] { return ::rename(path.c_str(), new_path.c_str()); }) == 0;
}

void make_folders(const std::string& path) {
  if (is_folder(path)) return;
  const std::string parent = folder_of(path);
  if (parent != path) make_folders(parent);
  if (uninterrupted([&] { return ::mkdir(path.c_str(), 0700); }) != 0) {
    if (errno == EEXIST && is_folder(path)) return;
    throw_system_error(Failure::cannot_create, "create", path);
  }
  if (uninterrupted([&] { return ::chmod(path.c_str(), 0700); }) != 0) {
    throw_system_error(Failure::cannot_create, "create", path);
  }
  sync_folder(parent, Failure::cannot_create);
}

std::vector<std::string> list_folder(const std::string& path) {
  const auto close = [](DIR* folder) { ::closedir(folder); };
  DIR* opened = ::opendir(path.c_str());
  while (opened == nullptr && errno == EINTR) opened = ::opendir(path.c_str());
  const std::unique_ptr<DIR, decltype(close)> folder{opened, close};
  if (folder == nullptr) {
    if (errno != ENOENT) throw_system_error(Failure::io, "read", path);
    if (!is_behind_dangling_link(path)) return {};
    throw SystemError(Failure::io, "cannot read " + path + ": a link on the way leads nowhere");
  }
  std::vector<std::string> names;
  while (true) {
    errno = 0;
    const dirent* const entry = ::readdir(folder.get());
    if (entry == nullptr) break;
    names.emplace_back(entry->d_name);
  }
  if (errno != 0) throw_system_error(Failure::io, "read", path);
  std::erase_if(names, [](const std::string& name) { return name == "." || name == ".."; });
  std::ranges::sort(names);
  return names;
}

bool is_blocked_by_file(const std::string& path) {
  struct stat status {};
  const bool is_there = uninterrupted([&] { return ::stat(path.c_str(), &status); }) == 0;
  return is_there ? !S_ISDIR(status.st_mode) : errno == ENOTDIR;
}

bool is_there(const std::string& path) {
  return uninterrupted([&] { return ::access(path.c_str(), F_OK); }) == 0;
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return uninterrupted([&] { return ::stat(path.c_str(), &status); }) == 0 &&
         S_ISDIR(status.st_mode);
}

std::string real_path(const std::string& path) {
  const auto resolved = [](const std::string& existing) {
    const std::unique_ptr<char, decltype(&std::free)> found{::realpath(existing.c_str(), nullptr),
                                                            &std::free};
    return found ? std::string{found.get()} : std::string{};
  };
  std::string found = resolved(path);
  const std::string parent = folder_of(path);
  if (!found.empty() || parent == path) return found.empty() ? path : found;
  found = real_path(parent);
  return (found == "/" ? "" : found) + "/" + name_of(path);
}

}  // namespace mend
