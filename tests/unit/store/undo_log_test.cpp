// SPDX-License-Identifier: MIT
#include "mend/store/undo_log.hpp"

#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "support/entries.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

Change change_of(const std::string& command, const std::string& inserted = "[[entry]]\n") {
  return {command, {{"2026-11.toml", 12, "", inserted}}};
}

std::string newest_of(const UndoLog& log) {
  std::string unreadable;
  const auto change = log.newest(unreadable);
  CHECK(unreadable.empty());
  return change ? change->command : "none";
}

std::string undone_of(const UndoLog& log) {
  std::string unreadable;
  const auto change = log.newest_undone(unreadable);
  CHECK(unreadable.empty());
  return change ? change->command : "none";
}

}  // namespace

TEST_CASE("an empty log has nothing to undo, and makes no folder for it") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  CHECK(newest_of(log) == "none");
  CHECK(undone_of(log) == "none");
  log.mark_newest_undone();
  log.mark_redone();
  CHECK_FALSE(exists(folder / "undo"));
}

TEST_CASE("a change is noted byte for byte") {
  const TempFolder folder;
  UndoLog log{folder / "state/undo"};
  for (const auto text : hostile_texts) {
    CAPTURE(text);
    const Change noted{"rm", {{"2026-11.toml", 0, std::string{text}, ""},
                              {"2026-12.pending-a.toml", 123456789, "x", std::string{text} + "\n"}}};
    log.push(noted);
    std::string unreadable;
    const auto read = log.newest(unreadable);
    REQUIRE(read);
    CHECK(unreadable.empty());
    CHECK(read->command == "rm");
    REQUIRE(read->edits.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(read->edits[i].file == noted.edits[i].file);
      CHECK(read->edits[i].offset == noted.edits[i].offset);
      CHECK(read->edits[i].removed == noted.edits[i].removed);
      CHECK(read->edits[i].inserted == noted.edits[i].inserted);
    }
  }
}

TEST_CASE("what it holds is for its owner alone") {
  const TempFolder folder;
  UndoLog log{folder / "state/undo"};
  log.push(change_of("log"));
  CHECK(mode_of(folder / "state/undo") == 0700);
  for (const auto& name : list_folder(folder / "state/undo")) {
    CHECK(mode_of(folder / ("state/undo/" + name)) == 0600);
  }
}

TEST_CASE("changes are undone from the newest and redone from the last undone") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  for (const auto* const command : {"one", "two", "three"}) log.push(change_of(command));
  CHECK(newest_of(log) == "three");
  log.mark_newest_undone();
  CHECK(newest_of(log) == "two");
  CHECK(undone_of(log) == "three");
  log.mark_newest_undone();
  CHECK(newest_of(log) == "one");
  CHECK(undone_of(log) == "two");
  log.mark_redone();
  CHECK(newest_of(log) == "two");
  CHECK(undone_of(log) == "three");
  log.mark_newest_undone();
  log.mark_newest_undone();
  CHECK(newest_of(log) == "none");
  CHECK(undone_of(log) == "one");
}

TEST_CASE("a new change forgets those that were undone") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  log.push(change_of("one"));
  log.push(change_of("two"));
  log.mark_newest_undone();
  log.push(change_of("three"));
  CHECK(undone_of(log) == "none");
  CHECK(newest_of(log) == "three");
  log.mark_newest_undone();
  CHECK(newest_of(log) == "one");
}

TEST_CASE("a change that did not come about leaves no note") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  std::vector<Diagnostic> warnings;
  UndoNote{log, change_of("one"), warnings}.keep();
  { const UndoNote note{log, change_of("two"), warnings}; }
  CHECK(warnings.empty());
  CHECK(newest_of(log) == "one");
  CHECK(undone_of(log) == "none");
}

TEST_CASE("it goes back at least fifty changes, and does not grow for ever") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  for (int i = 0; i < 260; ++i) log.push(change_of(std::to_string(i)));
  CHECK(list_folder(folder / "undo").size() <= 250);
  for (int i = 259; i > 259 - 50; --i) {
    CHECK(newest_of(log) == std::to_string(i));
    log.mark_newest_undone();
  }
}

TEST_CASE("a note that cannot be understood is named, not passed over") {
  for (const std::string_view bytes : {"", "nonsense", "format = 1\n", "[[edit]]\nfile = \"a\"\n",
                                       "[[edit]]\noffset = -1\n", "edit = 3\n", "edit = [3]\n",
                                       "[[edit]]\noffset = \"1\"\n"}) {
    CAPTURE(bytes);
    const TempFolder folder;
    UndoLog log{folder / "undo"};
    log.push(change_of("one"));
    log.push(change_of("two"));
    const auto names = list_folder(folder / "undo");
    write_bytes(folder / ("undo/" + names.back()), bytes);
    std::string unreadable;
    CHECK_FALSE(log.newest(unreadable));
    CHECK(unreadable == folder / ("undo/" + names.back()));
  }
}

TEST_CASE("other files in its folder are none of its") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  log.push(change_of("one"));
  for (const std::string name : {"note.txt", "1.toml", "00000009.toml~", "00000009x.txt",
                                 "aaaaaaaa.toml", ".toml"}) {
    write_bytes(folder / ("undo/" + name), "kept");
  }
  CHECK(newest_of(log) == "one");
  for (int i = 0; i < 3; ++i) log.push(change_of("more"));
  log.mark_newest_undone();
  CHECK(read_bytes(folder / "undo/note.txt") == "kept");
  CHECK(read_bytes(folder / "undo/1.toml") == "kept");
}

TEST_CASE("what is to be forgotten leaves every note that holds it") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  log.push(change_of("one", "[[entry]]\nid = \"aaaa\"\n"));
  log.push(change_of("two", "[[entry]]\nid = \"bbbb\"\n"));
  log.push(change_of("three", "[[entry]]\nid = \"aaaa\"\n"));
  log.push(change_of("four", "[[entry]]\nid = \"cccc\"\n"));
  log.mark_newest_undone();
  log.forget({"aaaa", "cccc"});
  CHECK(undone_of(log) == "none");
  CHECK(newest_of(log) == "two");
  log.mark_newest_undone();
  CHECK(newest_of(log) == "none");
}

TEST_CASE("forgetting an entry without an id forgets all of these, and no other") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  log.push(change_of("with", "[[entry]]\nid = \"aaaa\"\n"));
  log.push(change_of("without"));
  log.forget({""});
  CHECK(newest_of(log) == "with");
}

TEST_CASE("forgetting one entry keeps the notes of those whose ids or words only look like it") {
  const TempFolder folder;
  UndoLog log{folder / "undo"};
  log.push(change_of("longer id", "[[entry]]\nid = \"aaaabbbb\"\n"));
  log.push(change_of("in a text", "[[entry]]\nid = \"cccc\"\ntext = \"aaaa\"\n"));
  log.forget({"aaaa"});
  CHECK(newest_of(log) == "in a text");
  log.mark_newest_undone();
  CHECK(newest_of(log) == "longer id");
}

TEST_CASE("a folder that cannot be written is an error, not a silence") {
  const TempFolder folder;
  write_bytes(folder / "file", "");
  UndoLog log{folder / "file"};
  CHECK_THROWS_AS(log.push(change_of("one")), SystemError);
}

}  // namespace mend
