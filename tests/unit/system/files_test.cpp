// SPDX-License-Identifier: MIT
#include "mend/system/files.hpp"

#include "mend/system/errors.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mend {
namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

std::optional<Failure> failure_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const SystemError& error) {
    CHECK_FALSE(std::string{error.what()}.empty());
    return error.failure();
  }
  return std::nullopt;
}

FileContent content_at(const std::string& path) {
  auto file = read_file(path);
  REQUIRE(file);
  return *std::move(file);
}

class Umask {
 public:
  explicit Umask(mode_t mask) : before_(::umask(mask)) {}
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;
  ~Umask() { ::umask(before_); }

 private:
  mode_t before_;
};

}  // namespace

TEST_CASE("a file is read whole, with what is needed to replace it") {
  const TempFolder folder;
  const std::string path = folder / "2026-11.toml";
  const std::string bytes{"a\0b\r\n\xFF", 6};
  write_bytes(path, bytes);
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  const FileContent file = content_at(path);
  CHECK(file.bytes == bytes);
  CHECK(file.real_path == path);
  CHECK(file.mode == 0640);
  CHECK(file.owner == ::geteuid());
  CHECK(file.version.size == 6);
  CHECK_FALSE(file.is_hard_linked);
  CHECK(content_at(path).version == file.version);
}

TEST_CASE("an empty file is a file, and none is none") {
  const TempFolder folder;
  write_bytes(folder / "empty", "");
  CHECK(content_at(folder / "empty").bytes.empty());
  CHECK_FALSE(read_file(folder / "none"));
  CHECK_FALSE(read_file(folder / "no/folder/either"));
  // A link was made for a reason: what it leads to is missing, not empty.
  REQUIRE(::symlink("nowhere", (folder / "dangling").c_str()) == 0);
  CHECK(failure_of([&] { read_file(folder / "dangling"); }) == Failure::io);
}

TEST_CASE("what is no regular file of a sane size is refused, and is no empty file") {
  const TempFolder folder;
  CHECK(failure_of([&] { read_file(folder.path()); }) == Failure::io);
  REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  CHECK(failure_of([&] { read_file(folder / "fifo"); }) == Failure::io);
  CHECK(failure_of([&] { read_file("/dev/zero"); }) == Failure::io);
  write_bytes(folder / "large", "");
  fs::resize_file(folder / "large", max_file_size + 1);
  CHECK(failure_of([&] { read_file(folder / "large"); }) == Failure::io);
  REQUIRE(::symlink("loop", (folder / "loop").c_str()) == 0);
  CHECK(failure_of([&] { read_file(folder / "loop"); }) == Failure::io);
  write_bytes(folder / "file", "");
  CHECK(failure_of([&] { read_file(folder / "file/below"); }) == Failure::io);
}

TEST_CASE("a file is replaced with its mode, and nothing is left beside it") {
  const TempFolder folder;
  const Umask umask{0};
  for (const mode_t mode : {0600U, 0644U, 0400U, 0660U}) {
    CAPTURE(mode);
    const std::string path = folder / "2026-11.toml";
    fs::remove(path);
    write_bytes(path, "before");
    REQUIRE(::chmod(path.c_str(), mode) == 0);
    REQUIRE(replace_file(content_at(path), "after"));
    CHECK(read_bytes(path) == "after");
    CHECK(mode_of(path) == mode);
    CHECK(list_folder(folder.path()) == Names{"2026-11.toml"});
  }
}

TEST_CASE("links stay links, and what they lead to is replaced") {
  const TempFolder folder;
  fs::create_directory(folder / "dotfiles");
  write_bytes(folder / "dotfiles/real.toml", "before");
  REQUIRE(::symlink("dotfiles/real.toml", (folder / "second").c_str()) == 0);
  REQUIRE(::symlink((folder / "second").c_str(), (folder / "2026-11.toml").c_str()) == 0);
  const FileContent file = content_at(folder / "2026-11.toml");
  CHECK(fs::equivalent(file.real_path, folder / "dotfiles/real.toml"));
  REQUIRE(replace_file(file, "after"));
  CHECK(fs::is_symlink(folder / "2026-11.toml"));
  CHECK(fs::is_symlink(folder / "second"));
  CHECK_FALSE(fs::is_symlink(folder / "dotfiles/real.toml"));
  CHECK(read_bytes(folder / "dotfiles/real.toml") == "after");
  CHECK(list_folder(folder / "dotfiles") == Names{"real.toml"});

  REQUIRE(remove_file(content_at(folder / "2026-11.toml")));
  CHECK_FALSE(exists(folder / "dotfiles/real.toml"));
  CHECK(fs::is_symlink(folder / "2026-11.toml"));
}

TEST_CASE("a hard-linked file is known as one, and its other names keep the old text") {
  const TempFolder folder;
  write_bytes(folder / "one", "before");
  REQUIRE(::link((folder / "one").c_str(), (folder / "other").c_str()) == 0);
  const FileContent file = content_at(folder / "one");
  CHECK(file.is_hard_linked);
  REQUIRE(replace_file(file, "after"));
  CHECK(read_bytes(folder / "one") == "after");
  CHECK(read_bytes(folder / "other") == "before");
}

TEST_CASE("a file that is no longer the one that was read is not touched") {
  struct Row {
    const char* what;
    std::function<void(const std::string&)> meddle;
    std::optional<std::string> afterwards;
  };
  const std::vector<Row> rows = {
      {"appended", [](const std::string& path) { write_bytes(path, "before and more"); },
       "before and more"},
      {"replaced by a file of the same size",
       [](const std::string& path) {
         write_bytes(path + "~", "BEFORE");
         fs::rename(path + "~", path);
       },
       "BEFORE"},
      {"removed", [](const std::string& path) { fs::remove(path); }, std::nullopt},
      {"turned into a link",
       [](const std::string& path) {
         fs::rename(path, path + "~");
         fs::create_symlink(path + "~", path);
       },
       "before"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const TempFolder folder;
    const std::string path = folder / "2026-11.toml";
    write_bytes(path, "before");
    const FileContent file = content_at(path);
    row.meddle(path);
    const auto names = list_folder(folder.path());
    CHECK_FALSE(replace_file(file, "after"));
    CHECK_FALSE(remove_file(file));
    CHECK(list_folder(folder.path()) == names);
    CHECK(exists(path) == row.afterwards.has_value());
    if (row.afterwards) CHECK(read_bytes(path) == *row.afterwards);
  }
}

TEST_CASE("a new file is private whatever the umask, and never replaces one") {
  const TempFolder folder;
  const std::string path = folder / "new";
  for (const mode_t mask : {0U, 0022U, 0377U}) {
    for (const auto durability : {Durability::durable, Durability::fast}) {
      CAPTURE(mask);
      const Umask umask{mask};
      fs::remove(path);
      REQUIRE(create_file(path, "bytes", durability));
      CHECK(mode_of(path) == 0600);
      CHECK(read_bytes(path) == "bytes");
      CHECK_FALSE(create_file(path, "other", durability));
      CHECK(read_bytes(path) == "bytes");
      CHECK(list_folder(folder.path()) == Names{"new"});
    }
  }
  fs::create_directory(folder / "folder");
  CHECK_FALSE(create_file(folder / "folder", "bytes"));
  CHECK(failure_of([&] { (void)create_file(folder / "none/new", "bytes"); }) == Failure::io);
}

TEST_CASE("a link that leads nowhere is followed when the file is made") {
  const TempFolder folder;
  fs::create_directory(folder / "dotfiles");
  REQUIRE(::symlink("dotfiles/real", (folder / "link").c_str()) == 0);
  REQUIRE(create_file(folder / "link", "bytes"));
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_bytes(folder / "dotfiles/real") == "bytes");
  CHECK_FALSE(create_file(folder / "link", "other"));
}

TEST_CASE("only what an interrupted write of that file left behind is removed") {
  const TempFolder folder;
  fs::create_directory(folder / "real");
  write_bytes(folder / "real/2026-11.toml", "");
  REQUIRE(::symlink("real/2026-11.toml", (folder / "2026-11.toml").c_str()) == 0);
  for (const std::string name : {".mend-2026-11.toml-abc123", ".mend-2026-12.toml-abc123", "2026-11.toml~",
                          ".2026-11.toml-abc123"}) {
    write_bytes(folder / "real/" + name, "left");
    write_bytes(folder / name, "left");
  }
  remove_leftovers(folder / "2026-11.toml");
  CHECK(list_folder(folder / "real") == Names{".2026-11.toml-abc123", ".mend-2026-12.toml-abc123",
                                              "2026-11.toml", "2026-11.toml~"});
  CHECK(exists(folder / ".mend-2026-11.toml-abc123"));
  remove_leftovers(folder / "real/2026-12.toml");
  CHECK_FALSE(exists(folder / "real/.mend-2026-12.toml-abc123"));
}

TEST_CASE("folders are made with all above them, each for its owner alone") {
  const TempFolder folder;
  for (const mode_t mask : {0U, 0777U}) {
    const Umask umask{mask};
    const std::string top = folder / ("mask" + std::to_string(mask));
    make_folders(top + "/b/c");
    for (const std::string below : {"", "/b", "/b/c"}) {
      CAPTURE(below);
      CHECK(is_folder(top + below));
      CHECK(mode_of(top + below) == 0700);
    }
    make_folders(top + "/b/c");
  }
  fs::create_directory(folder / "open");
  REQUIRE(::chmod((folder / "open").c_str(), 0755) == 0);
  make_folders(folder / "open/below");
  CHECK(mode_of(folder / "open") == 0755);
  write_bytes(folder / "file", "");
  CHECK(failure_of([&] { make_folders(folder / "file"); }) == Failure::cannot_create);
  CHECK(failure_of([&] { make_folders(folder / "file/below"); }) == Failure::cannot_create);
}

TEST_CASE("the names in a folder are all there and in order") {
  const TempFolder folder;
  for (const std::string_view name : {"b", "a", ".hidden", "c c", "ä"}) write_bytes(folder / name, "");
  CHECK(list_folder(folder.path()) == Names{".hidden", "a", "b", "c c", "ä"});
  CHECK(list_folder(folder / "none").empty());
  CHECK(failure_of([&] { list_folder(folder / "a"); }) == Failure::io);
  CHECK(is_folder(folder.path()));
  CHECK_FALSE(is_folder(folder / "a"));
  CHECK_FALSE(is_folder(folder / "none"));
}

TEST_CASE("what would be too large to be read again is not written") {
  const TempFolder folder;
  const std::string path = folder / "2026-11.toml";
  write_bytes(path, "old");
  const FileContent file = content_at(path);
  const std::string most(max_file_size, 'x');
  const std::string more = most + 'x';
  CHECK(failure_of([&] { (void)!replace_file(file, more); }) == Failure::io);
  CHECK(failure_of([&] { (void)!create_file(folder / "2026-12.toml", more); }) == Failure::io);
  CHECK(read_bytes(path) == "old");
  CHECK(list_folder(folder.path()) == Names{"2026-11.toml"});
  CHECK(replace_file(file, most));
  CHECK(content_at(path).bytes == most);
}

}  // namespace mend
