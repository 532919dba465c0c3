// SPDX-License-Identifier: MIT
#include "mend/system/editor.hpp"

#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <string>

namespace mend {
namespace {

TEST_CASE("an editor may have arguments, and the path may be anything") {
  const TempFolder folder;
  const std::string path = folder / "it's \"$HOME\" `x` *.toml";
  CHECK(run_editor("printf '%s\\n' \"two words\" one >", path) == 0);
  CHECK(read_bytes(path) == "two words\none\n");
}

TEST_CASE("the editor's exit code comes back") {
  CHECK(run_editor("test -z", "path") == 1);
  CHECK(run_editor("sh -c 'kill -TERM $$'", "path") == 128 + SIGTERM);
}

TEST_CASE("an editor that is not there ends as the shell says") {
  CHECK(run_editor("no-such-editor --wait 2>/dev/null", "path") == 127);
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
