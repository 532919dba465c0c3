// SPDX-License-Identifier: MIT
#include "mend/store/recovery.hpp"

#include "mend/store/splice.hpp"
#include "mend/store/traces.hpp"
#include "support/entries.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace mend {

TEST_CASE("entries that could not be saved are kept whole, for their owner alone") {
  const TempFolder folder;
  std::vector<Attributes> entries;
  for (const auto text : hostile_texts) {
    entries.push_back(note_of("e" + std::to_string(entries.size()), "2026-11-22", text));
  }
  const auto path = write_recovery_file(folder / "state/recovery", "words", entries);
  REQUIRE(path);
  CHECK(path->starts_with(folder / "state/recovery/"));
  CHECK(mode_of(*path) == 0600);
  CHECK(mode_of(folder / "state/recovery") == 0700);
  CHECK(entries_in(read_bytes(*path)) == entries);
  CHECK(entries_in(recovery_text(entries)) == entries);
}

TEST_CASE("where no file can be written there is no path, and no throw") {
  const TempFolder folder;
  write_bytes(folder / "file", "");
  CHECK_FALSE(write_recovery_file(folder / "file", "words", {note_of("a", "2026-11-22", "t")}));
  CHECK_FALSE(write_recovery_file(folder / "file/below", "words", {note_of("a", "2026-11-22", "t")}));
}

TEST_CASE("a recovery file is never written over") {
  const TempFolder folder;
  REQUIRE(write_recovery_file(folder.path(), "words", {note_of("a", "2026-11-22", "first")}));
  const auto second = write_recovery_file(folder.path(), "words", {note_of("a", "2026-11-22", "second")});
  std::string all;
  for (const auto& file : std::filesystem::directory_iterator{folder.path()}) {
    all += read_bytes(file.path().string());
  }
  CHECK(all.find("first") != std::string::npos);
  if (second) CHECK(read_bytes(*second).find("second") != std::string::npos);
}

TEST_CASE("what is to be forgotten leaves the recovery files that hold it") {
  const TempFolder folder;
  const auto a = write_recovery_file(folder.path(), "words", {note_of("aaaa", "2026-11-22", "t")});
  const auto b = write_recovery_file(folder.path(), "words", {note_of("bbbb", "2026-11-22", "aaaa"),
                                                     note_of("cccc", "2026-11-22", "t")});
  REQUIRE(a);
  REQUIRE(b);
  forget_files(folder.path(), {"aaaab", ""});
  CHECK(exists(*a));
  forget_files(folder.path(), {"aaaa"});
  CHECK_FALSE(exists(*a));
  forget_files(folder.path(), {"cccc"});
  CHECK(read_bytes(*b).find("cccc") == std::string::npos);
  CHECK(read_bytes(*b).find("bbbb") != std::string::npos);
  forget_files(folder.path(), {"bbbb"});
  CHECK_FALSE(exists(*b));
  forget_files(folder / "none", {"aaaa"});
}

}  // namespace mend
