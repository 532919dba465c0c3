// SPDX-License-Identifier: MIT
#include "mend/system/file_status.hpp"

#include "mend/system/errors.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

namespace mend {
namespace {

// A folder for one test, removed at its end.
struct Folder {
  Folder() { REQUIRE(::mkdtemp(path.data()) != nullptr); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  std::string path = (fs::current_path() / "file-status-XXXXXX").string();
};

}  // namespace

TEST_CASE("a name is looked at through links, and a link to nothing is nowhere") {
  const Folder folder;
  std::ofstream{folder.path + "/file"} << "x";
  fs::permissions(folder.path + "/file", fs::perms{0640});
  fs::create_symlink("file", folder.path + "/link");
  fs::create_symlink("gone", folder.path + "/nowhere");
  fs::create_symlink("round", folder.path + "/round");

  const auto found = look_into(folder.path);
  REQUIRE(found.size() == 4);
  CHECK(found[0].path == folder.path + "/file");
  CHECK(found[0].type == FileType::file);
  CHECK(found[0].mode == 0640);
  CHECK(found[0].is_own);
  CHECK_FALSE(found[0].is_link);
  CHECK_FALSE(found[0].is_hard_linked);
  CHECK(found[1].is_link);
  CHECK(found[1].type == FileType::file);
  CHECK(found[1].mode == 0640);
  CHECK(found[2].type == FileType::nowhere);
  CHECK(found[3].type == FileType::nowhere);
  CHECK(look_at(folder.path)->type == FileType::folder);
}

TEST_CASE("a file with two names says so") {
  const Folder folder;
  std::ofstream{folder.path + "/a"} << "x";
  fs::create_hard_link(folder.path + "/a", folder.path + "/b");
  CHECK(look_at(folder.path + "/a")->is_hard_linked);
}

TEST_CASE("what is not there is nothing, and what is no folder is an error") {
  const Folder folder;
  CHECK_FALSE(look_at(folder.path + "/nothing"));
  CHECK(look_into(folder.path + "/nothing").empty());
  std::ofstream{folder.path + "/file"} << "x";
  CHECK_THROWS_AS(look_into(folder.path + "/file"), SystemError);
}

}  // namespace mend
