// SPDX-License-Identifier: MIT
#include "mend/store/paths.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {

TEST_CASE("without variables everything lies below HOME") {
  const auto paths = find_paths("/home/sam", "", "", "", "");
  REQUIRE(paths);
  CHECK(paths->data == "/home/sam/.local/share/mend");
  CHECK(paths->config_file == "/home/sam/.config/mend/config.toml");
  CHECK(paths->state == "/home/sam/.local/state/mend");
  CHECK(paths->cache == "/home/sam/.cache/mend");
  CHECK(paths->journal("main") == "/home/sam/.local/share/mend/main");
  CHECK(paths->undo("main") == "/home/sam/.local/state/mend/undo/main");
  CHECK(paths->recovery() == "/home/sam/.local/state/mend/recovery");
}

TEST_CASE("the variables of the XDG specification come first, unless they are relative") {
  const auto paths = find_paths("/home/sam", "/d", "/c", "/s", "/k");
  REQUIRE(paths);
  CHECK(paths->data == "/d/mend");
  CHECK(paths->config_file == "/c/mend/config.toml");
  CHECK(paths->state == "/s/mend");
  CHECK(paths->cache == "/k/mend");
  const auto relative = find_paths("/home/sam", "d", "./c", "../s", "~/k");
  REQUIRE(relative);
  CHECK(relative->data == "/home/sam/.local/share/mend");
  CHECK(relative->config_file == "/home/sam/.config/mend/config.toml");
  CHECK(relative->state == "/home/sam/.local/state/mend");
  CHECK(relative->cache == "/home/sam/.cache/mend");
}

TEST_CASE("without HOME the folders themselves have to be named") {
  CHECK(find_paths("", "/d", "/c", "/s", "/k"));
  CHECK_FALSE(find_paths("", "/d", "/c", "/s", ""));
  CHECK_FALSE(find_paths("", "", "", "", ""));
  CHECK_FALSE(find_paths("home/sam", "", "", "", ""));
  CHECK_FALSE(find_paths("", "", "", "", "").error().hint.empty());
}

TEST_CASE("a journal's name cannot leave the folder of journals, hide there or deceive") {
  for (const std::string_view name : {"main", "sam", "Sam and me", "日本", "a.b", "a-b", "_", "0",
                                      "main.toml", "a..b", "~", "ü"}) {
    CAPTURE(name);
    CHECK(is_journal_name(name));
  }
  CHECK(is_journal_name(std::string(100, 'a')));
  const std::vector<std::string> refused = {
      "",      ".",       "..",     "../sam",     "/etc",         "a/b",      "a/",
      ".sam",  "-j",      "--json", "a\nb",       "a\tb",         "\x1b[31m", "a\x7f",
      "a\xFF", "\xC3",    "a\u202Eb", "a\u200Bb", "\uFEFFmain",   std::string{"a\0b", 3},
      std::string(101, 'a')};
  for (const std::string& name : refused) {
    CAPTURE(name);
    CHECK_FALSE(is_journal_name(name));
  }
}

TEST_CASE("files of records are known by their names") {
  CHECK(month_file_name({2026, 11}) == "2026-11.toml");
  CHECK(pending_file_name({2026, 2}, "k7q2m4x9p3") == "2026-02.pending-k7q2m4x9p3.toml");
  const auto month = parse_month_file_name("2026-11.toml");
  REQUIRE(month);
  CHECK(month->month == Month{2026, 11});
  CHECK_FALSE(month->is_pending);
  const auto pending = parse_month_file_name("2026-11.pending-a_b-9.toml");
  REQUIRE(pending);
  CHECK(pending->month == Month{2026, 11});
  CHECK(pending->is_pending);
}

TEST_CASE("no other file is one of records") {
  for (const std::string_view name :
       {"", ".toml", "journal.toml", "2026-11", "2026-11.tom", "2026-11.toml~", "2026-11.TOML",
        "2026-13.toml", "2026-00.toml", "0000-01.toml", "26-11.toml", "2026-1.toml", " 2026-11.toml",
        "2026-11 .toml", "2026-11-22.toml", "2026-11.sync-conflict-20261122-101010-ABC.toml",
        "2026-11 (conflicted copy).toml", "2026-11.pending-.toml", "2026-11.pending-A.toml",
        "2026-11.pending-a.b.toml", "2026-11.pending-a/b.toml", "2026-11.pending.toml",
        ".2026-11.toml", ".mend-2026-11.toml-abc123", "2026-11.toml.toml", "x2026-11.toml"}) {
    CAPTURE(name);
    CHECK_FALSE(parse_month_file_name(name));
  }
}

}  // namespace mend
