// SPDX-License-Identifier: MIT
#include "mend/store/undo_log.hpp"

#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "support/entries.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

Change change_of(const std::string& command, const std::string& inserted = "[[entry]]\n") {
  return {command, {{"2026-11.toml", 12, "", inserted}}};
}

UndoLog log_in(const TempFolder& folder) {
  return UndoLog{JournalState{folder / "state/undo", folder / "journal"}};
}

std::string undo_note(const TempFolder& folder, const std::string& name) {
  return folder / ("state/undo/" + name);
}

void make(UndoLog& log, const Change& change) { UndoNote{log, change}.keep(); }

std::string command_of(const UndoLog& log, const std::vector<std::string>& names) {
  if (names.empty()) return "none";
  const auto undo_note = log.read(names.front());
  REQUIRE(undo_note);
  CHECK(log.is_own(*undo_note));
  return undo_note->change.command;
}

std::string newest_of(const UndoLog& log) { return command_of(log, log.applied()); }
std::string undone_of(const UndoLog& log) { return command_of(log, log.undone()); }
void undo_newest(const UndoLog& log) { log.mark_undone(log.applied().front()); }

}  // namespace

TEST_CASE("an empty log has nothing to undo, and makes no folder for it") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  CHECK(newest_of(log) == "none");
  CHECK(undone_of(log) == "none");
  CHECK_FALSE(exists(folder / "state"));
}

TEST_CASE("a change is noted byte for byte") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  for (const auto text : hostile_texts) {
    CAPTURE(text);
    const Change noted{"rm", {{"2026-11.toml", 0, std::string{text}, ""},
                              {"2026-12.pending-a.toml", 123456789, "x", std::string{text} + "\n"}}};
    make(log, noted);
    const auto written = log.read(log.applied().front());
    REQUIRE(written);
    const Change* const read = &written->change;
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
  UndoLog log = log_in(folder);
  make(log, change_of("log"));
  CHECK(mode_of(folder / "state/undo") == 0700);
  for (const auto& name : list_folder(folder / "state/undo")) {
    CHECK(mode_of(folder / ("state/undo/" + name)) == 0600);
  }
}

TEST_CASE("changes are undone from the newest and redone from the last undone") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  for (const auto* const command : {"one", "two", "three"}) make(log, change_of(command));
  CHECK(newest_of(log) == "three");
  undo_newest(log);
  CHECK(newest_of(log) == "two");
  CHECK(undone_of(log) == "three");
  undo_newest(log);
  CHECK(newest_of(log) == "one");
  CHECK(undone_of(log) == "two");
  log.mark_redone(log.undone().front());
  CHECK(newest_of(log) == "two");
  CHECK(undone_of(log) == "three");
  undo_newest(log);
  undo_newest(log);
  CHECK(newest_of(log) == "none");
  CHECK(undone_of(log) == "one");
}

TEST_CASE("a new change forgets those that were undone") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("one"));
  make(log, change_of("two"));
  undo_newest(log);
  make(log, change_of("three"));
  CHECK(undone_of(log) == "none");
  CHECK(newest_of(log) == "three");
  undo_newest(log);
  CHECK(newest_of(log) == "one");
}

TEST_CASE("a change that did not come about leaves no note, and takes nothing from redo") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("one"));
  make(log, change_of("two"));
  undo_newest(log);
  std::vector<Diagnostic> warnings;
  { const UndoNote undo_note{log, change_of("three"), warnings}; }
  CHECK(warnings.empty());
  CHECK(newest_of(log) == "one");
  CHECK(undone_of(log) == "two");
}

TEST_CASE("what an interrupted change leaves behind is newest, unsettled, and takes nothing from redo") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("one"));
  undo_newest(log);
  const std::string name = log.push(change_of("two"));
  CHECK(newest_of(log) == "two");
  CHECK(UndoLog::is_unsettled(name));
  CHECK(undone_of(log) == "one");
  log.settle(name);
  CHECK_FALSE(UndoLog::is_unsettled(log.applied().front()));
  CHECK(undone_of(log) == "none");
}

TEST_CASE("it goes back at least fifty changes, and does not grow for ever") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  for (int i = 0; i < 260; ++i) make(log, change_of(std::to_string(i)));
  CHECK(log.applied().size() == 200);
  for (int i = 259; i > 259 - 50; --i) {
    CHECK(newest_of(log) == std::to_string(i));
    undo_newest(log);
  }
}

TEST_CASE("the oldest note goes only once the change after the last that fits has come about") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  for (int i = 0; i < 200; ++i) make(log, change_of(std::to_string(i)));
  { const UndoNote undo_note{log, change_of("failed")}; }
  CHECK(exists(undo_note(folder, "00000001.toml")));
  make(log, change_of("made"));
  CHECK_FALSE(exists(undo_note(folder, "00000001.toml")));
  CHECK(log.applied().size() == 200);
}

TEST_CASE("numbers go on when they no longer fit into eight digits") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("one"));
  std::filesystem::rename(undo_note(folder, "00000001.toml"), undo_note(folder, "99999999.toml"));
  for (const auto* const command : {"two", "three"}) make(log, change_of(command));
  CHECK(log.applied() ==
        std::vector<std::string>{"100000001.toml", "100000000.toml", "99999999.toml"});
  CHECK(newest_of(log) == "three");
  for (int i = 0; i < 3; ++i) undo_newest(log);
  CHECK(undone_of(log) == "one");
}

TEST_CASE("a note that cannot be understood is said to be damaged, wherever it was cut") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  Change change = change_of("rm");
  change.edits.push_back({"2026-12.toml", 3, "[[entry]]\nid = \"a\"\n", ""});
  make(log, change);
  const std::string name = log.applied().front();
  const std::string whole = read_bytes(log.path_of(name));
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    CAPTURE(size);
    write_bytes(log.path_of(name), std::string_view{whole}.substr(0, size));
    CHECK_FALSE(log.read(name));
  }
  for (const std::string_view bytes : {"nonsense", "format = 1\n", "[[edit]]\nfile = \"a\"\n",
                                       "[[edit]]\noffset = -1\n", "edit = 3\n", "edit = [3]\n",
                                       "[[edit]]\noffset = \"1\"\n"}) {
    CAPTURE(bytes);
    write_bytes(log.path_of(name), bytes);
    CHECK_FALSE(log.read(name));
  }
  write_bytes(log.path_of(name), std::string(whole.size(), '\0'));
  CHECK_FALSE(log.read(name));
}

TEST_CASE("other files in its folder are none of its") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("one"));
  for (const std::string name : {"note.txt", "1.toml", "00000009.toml~", "00000009x.txt",
                                 "aaaaaaaa.toml", ".toml", "9999999999999999999.toml"}) {
    write_bytes(undo_note(folder, name), "kept");
  }
  CHECK(newest_of(log) == "one");
  for (int i = 0; i < 3; ++i) make(log, change_of("more"));
  undo_newest(log);
  log.forget({"aaaa"});
  CHECK(read_bytes(undo_note(folder, "note.txt")) == "kept");
  CHECK(read_bytes(undo_note(folder, "1.toml")) == "kept");
}

TEST_CASE("what is to be forgotten leaves every note that holds it") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("one", "[[entry]]\nid = \"aaaa\"\n"));
  make(log, change_of("two", "[[entry]]\nid = \"bbbb\"\n"));
  make(log, change_of("three", "[[entry]]\nid = \"aaaa\"\n"));
  make(log, change_of("four", "[[entry]]\nid = \"cccc\"\n"));
  undo_newest(log);
  log.forget({"aaaa", "cccc"});
  CHECK(undone_of(log) == "none");
  CHECK(newest_of(log) == "two");
  undo_newest(log);
  CHECK(newest_of(log) == "none");
}

TEST_CASE("what is forgotten takes nothing along that is nowhere else") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  const auto entry = [](const std::string& id) {
    return "\n[[entry]]\nid = \"" + id + "\"\nday = 2026-11-20\nkind = \"note\"\ntext = \"of " + id + "\"\n";
  };
  make(log, {"rm", {{"2026-11.toml", 12, entry("aaaa"), ""}, {"2026-11.toml", 12, entry("bbbb"), ""}}});
  make(log, {"import", {{"2026-11.toml", 12, "", entry("cccc") + entry("aaaa") + entry("dddd")}}});
  log.forget({"aaaa"});
  auto left = log.read(log.applied()[0]);
  REQUIRE(left);
  CHECK(left->change.edits.front().inserted == entry("cccc") + entry("dddd"));
  left = log.read(log.applied()[1]);
  REQUIRE(left);
  REQUIRE(left->change.edits.size() == 1);
  CHECK(left->change.edits.front().removed == entry("bbbb"));
  CHECK(log.is_own(*left));
}

TEST_CASE("what was set aside is forgotten, too") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("one", "[[entry]]\nid = \"aaaa\"\n"));
  const auto aside = JournalState{folder / "state/undo", folder / "journal"}.set_aside();
  REQUIRE(aside);
  CHECK(exists(*aside + "/00000001.toml"));
  UndoLog again = log_in(folder);
  REQUIRE(again.entries().size() == 1);
  again.forget({"aaaa"});
  CHECK_FALSE(exists(*aside + "/00000001.toml"));
}

TEST_CASE("forgetting an entry without an id forgets all of these, and no other") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("with", "[[entry]]\nid = \"aaaa\"\n"));
  make(log, change_of("without"));
  log.forget({""});
  CHECK(newest_of(log) == "with");
}

TEST_CASE("forgetting one entry keeps the notes of those whose ids or words only look like it") {
  const TempFolder folder;
  UndoLog log = log_in(folder);
  make(log, change_of("longer id", "[[entry]]\nid = \"aaaabbbb\"\n"));
  make(log, change_of("in a text", "[[entry]]\nid = \"cccc\"\ntext = \"aaaa\"\n"));
  log.forget({"aaaa"});
  CHECK(newest_of(log) == "in a text");
  undo_newest(log);
  CHECK(newest_of(log) == "longer id");
}

TEST_CASE("a folder that cannot be written is an error, not a silence") {
  const TempFolder folder;
  write_bytes(folder / "state", "");
  UndoLog log = log_in(folder);
  CHECK_THROWS_AS(log.push(change_of("one")), SystemError);
}

}  // namespace mend
