// SPDX-License-Identifier: MIT
#include "mend/system/editor.hpp"

#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace mend {
namespace {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "mend-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

TEST_CASE("an editor may have arguments, and the path may be anything") {
  const Folder folder;
  const std::string path = folder.file("it's \"$HOME\" `x` *.toml");
  CHECK(run_editor("printf '%s\\n' \"two words\" one >", path) == 0);
  CHECK(read_file(path)->bytes == "two words\none\n");
}

TEST_CASE("the editor's exit code comes back") {
  CHECK(run_editor("test -z", "path") == 1);
  CHECK(run_editor("sh -c 'kill -TERM $$'", "path") == 128 + SIGTERM);
  CHECK(run_editor("'unclosed", "path") != 0);
}

TEST_CASE("an editor that is not there cannot be started") {
  CHECK_THROWS_AS(run_editor("no-such-editor --wait", "path"), SystemError);
  CHECK_THROWS_AS(run_editor("/", "path"), SystemError);
}

TEST_CASE("Ctrl-C is the editor's while it runs, and ours again afterwards") {
  struct sigaction before {};
  ::sigaction(SIGINT, nullptr, &before);
  CHECK(run_editor("sh -c 'kill -INT $PPID; exit 3'", "path") == 3);
  CHECK(run_editor("sh -c 'trap \"exit 4\" INT; kill -INT $$; exit 5'", "path") == 4);
  struct sigaction after {};
  ::sigaction(SIGINT, nullptr, &after);
  CHECK((after.sa_handler == before.sa_handler));
}

}  // namespace
}  // namespace mend
