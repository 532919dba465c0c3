// SPDX-License-Identifier: MIT
#include "mend/store/history.hpp"

#include "mend/store/entry_writer.hpp"
#include "mend/system/errors.hpp"
#include "support/calendar.hpp"
#include "support/entries.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Names = std::vector<std::string>;

std::string entry_text(std::string_view id, std::string_view day, std::string_view more = "") {
  return "[[entry]]\nid = \"" + std::string{id} + "\"\nday = " + std::string{day} +
         "\nkind = \"action\"\nstep = \"space\"\n" + std::string{more};
}

std::string history_ids(const History& history) {
  std::string ids;
  for (const Entry& entry : history.entries) ids += (ids.empty() ? "" : " ") + entry.id;
  return ids;
}

}  // namespace

TEST_CASE("a journal that is not there has no entries and no faults") {
  const TempFolder folder;
  const History history = read_history(JournalPlace{folder / "none"}, all_words);
  CHECK(history.entries.empty());
  CHECK(history.files.empty());
  CHECK(history.is_whole());
  CHECK_FALSE(exists(folder / "none"));
}

TEST_CASE("entries of all months come in the order of list") {
  const TempFolder folder;
  write_bytes(folder / "2026-12.toml", entry_text("e", "2026-12-01"));
  write_bytes(folder / "2026-11.toml",
              entry_text("d", "2026-11-22", "at = 2026-11-22T10:00:00Z\n") +
                  entry_text("c", "2026-11-22", "at = 2026-11-22T10:00:00+02:00\n") +
                  entry_text("b", "2026-11-22") + entry_text("a", "2026-11-02"));
  const History history = read_history(JournalPlace{folder.path()}, all_words);
  CHECK(history_ids(history) == "a b c d e");
  CHECK(history.files == Names{"2026-11.toml", "2026-12.toml"});
  REQUIRE(history.entries.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(text_of(history.entries[i].keys, "id") == history.entries[i].id);
  }
  CHECK(history.entries[0].place == Place{0, 3});
  CHECK(history.entries[3].place == Place{0, 0});
  CHECK(history.entries[4].place == Place{1, 0});
}

TEST_CASE("an entry counts for the day it says, in whatever month's file it stands") {
  const TempFolder folder;
  write_bytes(folder / "2026-10.toml", entry_text("b", "2026-11-22"));
  write_bytes(folder / "2026-11.toml", entry_text("a", "2026-10-01"));
  CHECK(history_ids(read_history(JournalPlace{folder.path()}, no_words)) == "a b");
}

TEST_CASE("of one id in several files the later edited counts, else the first file's") {
  const TempFolder folder;
  write_bytes(folder / "2026-11.toml", entry_text("a", "2026-11-01") + entry_text("b", "2026-11-02"));
  write_bytes(folder / "2026-11.pending-x.toml", entry_text("a", "2026-11-03"));
  write_bytes(folder / "2026-12.toml", entry_text("b", "2026-12-02", "edited = 2026-12-03T10:00:00Z\n"));
  const History history = read_history(JournalPlace{folder.path()}, all_words);
  CHECK(history.files == Names{"2026-11.toml", "2026-11.pending-x.toml", "2026-12.toml"});
  CHECK(history_ids(history) == "a b");
  CHECK(history.entries[0].day == on("2026-11-01"));
  CHECK(history.entries[1].day == on("2026-12-02"));
  CHECK(text_of(history.entries[1].keys, "id") == "b");
}

TEST_CASE("only files of records are read") {
  const TempFolder folder;
  for (const std::string name : {"journal.toml", "2026-11.toml~", "2026-13.toml", "notes.txt",
                                 "2026-11.sync-conflict-20261122-101010-ABC.toml",
                                 ".mend-2026-11.toml-abc123"}) {
    write_bytes(folder / name, entry_text("x", "2026-11-22"));
  }
  const History history = read_history(JournalPlace{folder.path()}, all_words);
  CHECK(history.entries.empty());
  CHECK(history.is_whole());
}

TEST_CASE("damage in a month is told beside everything else") {
  const TempFolder folder;
  write_bytes(folder / "2026-10.toml", entry_text("a", "2026-10-01"));
  write_bytes(folder / "2026-11.toml",
              entry_text("b", "2026-11-01") + "[[entry]]\ntext = \"no end\n" + entry_text("c", "2026-11-02"));
  write_bytes(folder / "2026-12.toml", "format = 2\n" + entry_text("x", "2026-12-01"));
  const History history = read_history(JournalPlace{folder.path()}, no_words);
  CHECK(history_ids(history) == "a b c");
  CHECK_FALSE(history.is_whole());
  REQUIRE(history.damage.size() == 2);
  CHECK(history.damage[0].file == folder / "2026-11.toml");
  CHECK(history.damage[0].line == 7);
  CHECK(history.damage[1].file == folder / "2026-12.toml");
  CHECK(history.unread.empty());
}

TEST_CASE("a file that cannot be read is named, and is no empty month") {
  const TempFolder folder;
  write_bytes(folder / "2026-10.toml", entry_text("a", "2026-10-01"));
  std::filesystem::create_directory(folder / "2026-11.toml");
  REQUIRE(::mkfifo((folder / "2026-12.toml").c_str(), 0600) == 0);
  std::filesystem::create_symlink("nowhere", folder / "2027-01.toml");
  const History history = read_history(JournalPlace{folder.path()}, no_words);
  CHECK(history_ids(history) == "a");
  CHECK_FALSE(history.is_whole());
  REQUIRE(history.unread.size() == 3);
  CHECK(history.unread[0].find("2026-11.toml") != std::string::npos);
  CHECK(history.unread[1].find("2026-12.toml") != std::string::npos);
  CHECK(history.unread[2].find("2027-01.toml") != std::string::npos);
}

TEST_CASE("a folder that cannot be read is an error") {
  const TempFolder folder;
  write_bytes(folder / "file", "");
  CHECK_THROWS_AS(read_history(JournalPlace{folder / "file"}, no_words), SystemError);
}

TEST_CASE("a month that is already known is not read again") {
  const TempFolder folder;
  write_bytes(folder / "2026-10.toml", entry_text("a", "2026-10-01"));
  write_bytes(folder / "2026-11.toml", entry_text("old", "2026-11-01"));
  std::map<std::string, MonthContent> known;
  known.emplace("2026-11.toml",
                MonthDocument{entry_text("new", "2026-11-01"), "2026-11.toml"}.content(no_words));
  const History history = read_history(JournalPlace{folder.path()}, no_words, std::move(known));
  CHECK(history_ids(history) == "a new");
  CHECK(history.entries[1].place.file == 1);
}

}  // namespace mend
