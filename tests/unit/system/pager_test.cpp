// SPDX-License-Identifier: MIT
#include "mend/system/pager.hpp"

#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <string>

namespace mend {

TEST_CASE("a pager gets the text whole, and may have arguments") {
  const TempFolder folder;
  const std::string text(300'000, 'x');
  CHECK(show_in_pager("cat >'" + (folder / "a b") + "'", text));
  CHECK(read_bytes(folder / "a b") == text);
}

TEST_CASE("a pager that has seen enough is no failure") {
  const auto before = ::signal(SIGPIPE, SIG_IGN);  // as in every run of mend
  CHECK(show_in_pager("true", std::string(300'000, 'x')));
  CHECK(show_in_pager("false", "x"));
  ::signal(SIGPIPE, before);
}

TEST_CASE("a pager that is not there says so, and the text can still be shown") {
  CHECK_FALSE(show_in_pager("no-such-pager 2>/dev/null", ""));
}

TEST_CASE("less keeps nobody's searches, and what its variable says stays") {
  const TempFolder folder;
  const std::string path = folder / "variables";
  CHECK(show_in_pager("env | grep ^LESS >'" + path + "'", ""));
  CHECK(read_bytes(path).find("LESSHISTFILE=-\n") != std::string::npos);
}

}  // namespace mend
