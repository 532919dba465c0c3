// SPDX-License-Identifier: MIT
#include "mend/store/file_checks.hpp"

#include "support/records_of.hpp"

namespace mend {
namespace {

FileStatus listed_file(std::string path, FileType type = FileType::file) {
  FileStatus status;
  status.path = std::move(path);
  status.type = type;
  status.mode = type == FileType::folder ? 0700 : 0600;
  return status;
}

Lines said_of_name(const std::string& name, FileType type = FileType::file) {
  const std::vector files{listed_file("/main/" + name, type)};
  return lines_of(check_journal_files(files));
}

Lines said_of_mode(FileType type, mode_t mode) {
  std::vector files{listed_file("f", type)};
  files[0].mode = mode;
  return lines_of(check_privacy(files));
}

}  // namespace

TEST_CASE("months and settings are at home in a journal's folder") {
  CHECK(said_of_name("2026-11.toml").empty());
  CHECK(said_of_name("journal.toml").empty());
}

TEST_CASE("copies of sync programs are named") {
  for (const auto* const name : {"2026-11.sync-conflict-20261122-190411-ABCDEFG.toml",
                                 "2026-11 (conflicted copy).toml",
                                 "2026-11 (Sam's conflicted copy 2026-11-22).toml"}) {
    CAPTURE(name);
    REQUIRE(said_of_name(name).size() == 1);
    CHECK(said_of_name(name)[0].find("sync program") != std::string::npos);
  }
}

TEST_CASE("what waits, what was left behind, and strangers are told apart") {
  CHECK(said_of_name("2026-11.pending-k7q2.toml") ==
        Lines{"/main/2026-11.pending-k7q2.toml: this waits to be folded into 2026-11.toml; its "
              "entries are read"});
  CHECK(said_of_name(".mend-2026-11.toml-a1b2c3") ==
        Lines{"/main/.mend-2026-11.toml-a1b2c3: a write that was interrupted left this behind"});
  CHECK(said_of_name("2026-13.toml") ==
        Lines{"/main/2026-13.toml: this file is not part of the journal and is not read"});
  CHECK(said_of_name("letters", FileType::folder) ==
        Lines{"/main/letters: this folder is not part of the journal and is not read"});
  CHECK(said_of_name(".2026-11.toml.swp").size() == 1);
}

TEST_CASE("what people keep beside their records on purpose is no stranger") {
  CHECK(said_of_name(".git", FileType::folder).empty());
  CHECK(said_of_name("README").empty());
}

TEST_CASE("records and settings are known by their names") {
  CHECK(is_of_journal(listed_file("/main/2026-11.toml")));
  CHECK(is_of_journal(listed_file("/main/2026-11.pending-k7q2.toml")));
  CHECK(is_of_journal(listed_file("/main/journal.toml")));
  CHECK_FALSE(is_of_journal(listed_file("/main/.mend-2026-11.toml-a1b2c3")));
  CHECK_FALSE(is_of_journal(listed_file("/main/README")));
}

TEST_CASE("a month with several names") {
  std::vector files{listed_file("/main/2026-11.toml")};
  files[0].is_hard_linked = true;
  CHECK(check_journal_files(files).size() == 1);
}

TEST_CASE("modes that let others in, folders and files each") {
  CHECK(said_of_mode(FileType::file, 0600).empty());
  CHECK(said_of_mode(FileType::file, 0400).empty());
  CHECK(said_of_mode(FileType::folder, 0700).empty());
  CHECK(said_of_mode(FileType::file, 0640) ==
        Lines{"f: others on this machine are let in here (mode 0640)"});
  CHECK(said_of_mode(FileType::folder, 0711) ==
        Lines{"f: others on this machine are let in here (mode 0711)"});
}

TEST_CASE("owners, and links to nothing") {
  std::vector files{listed_file("f")};
  files[0].is_own = false;
  CHECK(lines_of(check_privacy(files)) == Lines{"f: this file belongs to another user"});
  files[0] = listed_file("f", FileType::nowhere);
  CHECK(lines_of(check_privacy(files)) == Lines{"f: this link leads nowhere"});
  CHECK(check_privacy(files).at(0).gravity == Gravity::unreadable);
}

TEST_CASE("words that wait") {
  const std::vector files{listed_file("/state/recovery", FileType::folder), listed_file("/state/recovery/a.toml"),
                          listed_file("/state/recovery/.mend-a.toml-x")};
  CHECK(lines_of(check_waiting_words(files)) ==
        Lines{"/state/recovery/a.toml: words that were not saved wait here"});
  CHECK(check_leftovers(files).size() == 1);
}

}  // namespace mend
