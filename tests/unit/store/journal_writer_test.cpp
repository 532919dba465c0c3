// SPDX-License-Identifier: MIT
#include "mend/store/journal_writer.hpp"

#include "mend/store/history.hpp"
#include "mend/system/errors.hpp"
#include "support/entries.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Names = std::vector<std::string>;

constexpr Month november{2026, 11};
constexpr Month december{2026, 12};

// A journal in a folder of its own, changed as the commands do it.
class Journal {
 public:
  std::string operator/(std::string_view name) const {
    return folder_ / ("main/" + std::string{name});
  }
  std::string path() const { return folder_ / "main"; }
  std::string undo_path() const { return folder_ / "undo"; }

  JournalWriter writer() const { return {JournalPlace{path()}, undo_path(), std::chrono::seconds{0}}; }

  Saved add(const Attributes& entry, Month month = november) const {
    return writer().add("log", month, {entry});
  }

  SeenEntry seen(std::string_view id) const {
    const History history = read_history(JournalPlace{path()}, all_words);
    for (const Entry& entry : history.entries) {
      if (entry.id == id) return {history.files[entry.place.file], entry.place.index, entry.keys};
    }
    FAIL("no entry ", std::string{id});
    return {};
  }

  bool remove(const std::vector<SeenEntry>& entries) const {
    return static_cast<bool>(writer().remove("rm", entries));
  }

  // Ids in the order of `list`.
  std::string ids() const {
    std::string out;
    for (const Entry& entry : read_history(JournalPlace{path()}, no_words).entries) {
      out += (out.empty() ? "" : " ") + entry.id;
    }
    return out;
  }

  Names files() const { return list_folder(path()); }

  // Every byte of every file of records.
  std::string bytes() const {
    std::string all;
    for (const std::string& name : files()) all += name + "\n" + read_bytes(*this / name) + "\n\f";
    return all;
  }

 private:
  TempFolder folder_;
};

Attributes note(std::string_view id, std::string_view text = "t") {
  return note_of(id, "2026-11-22", text);
}

std::string undo_error(const Journal& journal, Run run = Run::for_real) {
  const auto undone = journal.writer().undo(run);
  return undone ? "done" : undone.error().what;
}

}  // namespace

TEST_CASE("the first entry makes folder and file, and undo leaves nothing of it") {
  const Journal journal;
  const Saved saved = journal.add(note("a"));
  CHECK(saved.file == "2026-11.toml");
  CHECK(saved.warnings.empty());
  REQUIRE(saved.content.entries.size() == 1);
  CHECK(saved.content.entries.front().id == "a");
  CHECK(read_bytes(journal / "2026-11.toml") ==
        month_preamble(november) + "\n" + write_entry(note("a"), LineEnding::lf));
  CHECK(mode_of(journal.path()) == 0700);
  CHECK(mode_of(journal / "2026-11.toml") == 0600);
  const auto undone = journal.writer().undo(Run::for_real);
  REQUIRE(undone);
  CHECK(undone->command == "log");
  CHECK(undone->gone == std::vector<Attributes>{note("a")});
  CHECK(undone->here.empty());
  CHECK(journal.files().empty());
  const auto redone = journal.writer().redo(Run::for_real);
  REQUIRE(redone);
  CHECK(redone->here == std::vector<Attributes>{note("a")});
  CHECK(journal.ids() == "a");
}

TEST_CASE("several entries are one write, and one undo") {
  const Journal journal;
  journal.writer().add("log", november, {note("a"), note("b"), note("c")});
  CHECK(journal.ids() == "a b c");
  CHECK(undo_error(journal) == "done");
  CHECK(journal.ids().empty());
}

TEST_CASE("every text is saved as it was given, beside every other") {
  const Journal journal;
  std::vector<Attributes> entries;
  for (const auto text : hostile_texts) {
    entries.push_back(note("e" + std::to_string(entries.size()), text));
    CHECK(journal.add(entries.back()).warnings.empty());
  }
  CHECK(keys_of(read_history(JournalPlace{journal.path()}, all_words).entries) == entries);
}

TEST_CASE("a person's file keeps every byte, its mode, and its link") {
  const Journal journal;
  journal.add(note("first"), december);
  const std::string own = "# my notes\r\nformat = 1\r\n\r\n[[entry]]\r\nday = 2026-11-01 # c\r\nkind = 'rest'\r\n"
                          "from = 2026-11-01\r\nto=2026-11-02\r\n# the end, without a newline";
  write_bytes(journal / "real", own);
  REQUIRE(::chmod((journal / "real").c_str(), 0640) == 0);
  std::filesystem::create_symlink("real", journal / "2026-11.toml");
  journal.add(note("a"));
  const std::string bytes = read_bytes(journal / "2026-11.toml");
  CHECK(bytes.starts_with(own + "\r\n\r\n[[entry]]\r\n"));
  CHECK(std::filesystem::is_symlink(journal / "2026-11.toml"));
  CHECK(mode_of(journal / "2026-11.toml") == 0640);
  CHECK(undo_error(journal) == "done");
  CHECK(read_bytes(journal / "2026-11.toml") == own);
}

TEST_CASE("a hard-linked file is replaced with a warning") {
  const Journal journal;
  journal.add(note("a"));
  std::filesystem::create_hard_link(journal / "2026-11.toml", journal / "other");
  const Saved saved = journal.add(note("b"));
  CHECK(saved.warnings.size() == 1);
  CHECK(journal.ids() == "a b");
  CHECK(read_bytes(journal / "other").find("\"b\"") == std::string::npos);
}

TEST_CASE("entries are removed with what belongs to them, from several months at once") {
  const Journal journal;
  journal.add(note("a"));
  journal.add(note("b"));
  journal.add(note("c"));
  journal.add(note_of("d", "2026-12-01", "t"), december);
  const std::string before = journal.bytes();
  REQUIRE(journal.remove({journal.seen("b"), journal.seen("d"), journal.seen("a")}));
  CHECK(journal.ids() == "c");
  // What was only made for entries goes with the last of them.
  CHECK(journal.files() == Names{"2026-11.toml"});
  const auto undone = journal.writer().undo(Run::for_real);
  REQUIRE(undone);
  CHECK(undone->here.size() == 3);
  CHECK(journal.bytes() == before);
  REQUIRE(journal.writer().redo(Run::for_real));
  CHECK(journal.ids() == "c");
}

TEST_CASE("an entry that is not as it was seen is not removed") {
  const Journal journal;
  journal.add(note("a"));
  journal.add(note("b"));
  SeenEntry seen = journal.seen("b");
  const std::string before = journal.bytes();
  seen.attributes.back().value = {std::string{"other words"}};
  const auto removed = journal.writer().remove("rm", {journal.seen("a"), seen});
  REQUIRE_FALSE(removed);
  CHECK(removed.error().file == journal / "2026-11.toml");
  CHECK(journal.bytes() == before);
  // Nor does undo know of what was not done.
  CHECK(undo_error(journal) == "done");
  CHECK(journal.ids() == "a");
}

TEST_CASE("an entry that moved is found where it is now") {
  const Journal journal;
  journal.add(note("a"));
  journal.add(note("b"));
  const SeenEntry seen = journal.seen("b");
  REQUIRE(journal.remove({journal.seen("a")}));
  REQUIRE(journal.remove({seen}));
  CHECK(journal.ids().empty());
}

TEST_CASE("of entries that say the same the one that was meant is removed") {
  const Journal journal;
  journal.add(note("start"));
  const std::string twin = "\n# NAME\n[[entry]]\nday = 2026-11-22\nkind = \"action\"\nstep = \"space\"\n";
  std::string bytes = read_bytes(journal / "2026-11.toml");
  for (const std::string name : {"one", "two", "three"}) {
    bytes += twin;
    bytes.replace(bytes.rfind("NAME"), 4, name);
  }
  write_bytes(journal / "2026-11.toml", bytes);
  SeenEntry seen{"2026-11.toml", 2, {}};
  seen.attributes = MonthDocument{bytes, ""}.content(all_words).entries[2].keys;
  REQUIRE(journal.remove({seen}));
  const std::string after = read_bytes(journal / "2026-11.toml");
  CHECK(after.find("# one") != std::string::npos);
  CHECK(after.find("# two") == std::string::npos);
  CHECK(after.find("# three") != std::string::npos);
}

TEST_CASE("undo goes back step by step to the very bytes, and redo forth again") {
  const Journal journal;
  Random random{19};
  std::vector<std::string> states;
  int added = 0;
  for (int i = 0; i < 60; ++i) {
    states.push_back(std::filesystem::exists(journal.path()) ? journal.bytes() : "");
    const History history = i == 0 ? History{} : read_history(JournalPlace{journal.path()}, all_words);
    if (!history.entries.empty() && random.one_in(3)) {
      const auto& id = history.entries[random.below(history.entries.size())].id;
      if (random.one_in(2)) {
        REQUIRE(journal.remove({journal.seen(id)}));
      } else {
        const bool moves = random.one_in(3);
        const Month month = random.one_in(2) ? november : december;
        std::vector<KeyChange> changes = {{"text", Value{hostile_text(random)}}};
        if (moves) changes.push_back({"day", Value{DateText{to_iso(month) + "-03"}}});
        const SeenEntry seen = journal.seen(id);
        const Month target = moves ? month : Month{2026, seen.file == "2026-12.toml" ? 12 : 11};
        REQUIRE(journal.writer().edit("edit", seen, changes, target));
      }
    } else {
      const bool is_december = random.one_in(3);
      journal.add(note_of("e" + std::to_string(added++), is_december ? "2026-12-01" : "2026-11-22",
                          hostile_text(random)),
                  is_december ? december : november);
    }
  }
  const std::string last = journal.bytes();
  for (int i = 59; i >= 0; --i) {
    CAPTURE(i);
    REQUIRE(undo_error(journal) == "done");
    REQUIRE(journal.bytes() == states[static_cast<std::size_t>(i)]);
  }
  CHECK(undo_error(journal) == "there is nothing to undo");
  for (int i = 0; i < 60; ++i) REQUIRE(journal.writer().redo(Run::for_real));
  CHECK(journal.bytes() == last);
  CHECK_FALSE(journal.writer().redo(Run::for_real));
}

TEST_CASE("undo that is only shown changes nothing") {
  const Journal journal;
  journal.add(note("a"));
  const std::string before = journal.bytes();
  const auto shown = journal.writer().undo(Run::dry);
  REQUIRE(shown);
  CHECK(shown->gone == std::vector<Attributes>{note("a")});
  CHECK(journal.bytes() == before);
  CHECK(undo_error(journal) == "done");
}

TEST_CASE("undo leaves what somebody has edited since") {
  const Journal journal;
  journal.add(note("a"));
  journal.add(note("b", "by mend"));
  std::string bytes = read_bytes(journal / "2026-11.toml");
  bytes.replace(bytes.find("by mend"), 7, "by hand");
  write_bytes(journal / "2026-11.toml", bytes);
  for (const Run run : {Run::dry, Run::for_real, Run::for_real}) {
    CHECK(undo_error(journal, run).find("was changed since") != std::string::npos);
    CHECK(read_bytes(journal / "2026-11.toml") == bytes);
  }
}

TEST_CASE("undo finds its entry after edits elsewhere, and keeps them") {
  const Journal journal;
  journal.add(note("a"));
  journal.add(note("b"));
  const std::string bytes = read_bytes(journal / "2026-11.toml");
  write_bytes(journal / "2026-11.toml", "# a line more\n" + bytes + "\n# and below\n");
  CHECK(undo_error(journal) == "done");
  CHECK(journal.ids() == "a");
  const std::string after = read_bytes(journal / "2026-11.toml");
  CHECK(after.starts_with("# a line more\n"));
  CHECK(after.ends_with("# and below\n"));
}

TEST_CASE("what somebody else has undone already is told once and passed over") {
  const Journal journal;
  journal.add(note("a"));
  journal.add(note("b"));
  const std::string before = read_bytes(journal / "2026-11.toml");
  journal.add(note("c"));
  write_bytes(journal / "2026-11.toml", before);
  CHECK(undo_error(journal).find("no longer there") != std::string::npos);
  CHECK(undo_error(journal) == "done");
  CHECK(journal.ids() == "a");

  // The same for an entry that is back already.
  const std::string with_a = read_bytes(journal / "2026-11.toml");
  REQUIRE(journal.remove({journal.seen("a")}));
  write_bytes(journal / "2026-11.toml", with_a);
  CHECK(undo_error(journal) != "done");
  CHECK(journal.ids() == "a");
}

TEST_CASE("an entry comes back at the end when its old place is inside another") {
  const Journal journal;
  journal.add(note("a", "short"));
  journal.add(note("b"));
  REQUIRE(journal.remove({journal.seen("b")}));
  std::string bytes = read_bytes(journal / "2026-11.toml");
  bytes.replace(bytes.find("short"), 5, std::string(500, 'x'));
  write_bytes(journal / "2026-11.toml", bytes);
  CHECK(undo_error(journal) == "done");
  CHECK(journal.ids() == "a b");
  CHECK(read_bytes(journal / "2026-11.toml").starts_with(bytes));
}

TEST_CASE("beside a damaged month entries wait in a file of their own, and undo takes it away") {
  const Journal journal;
  journal.add(note("a"));
  const std::string damaged = read_bytes(journal / "2026-11.toml") + "[[entry]]\ntext = \"no end\n";
  write_bytes(journal / "2026-11.toml", damaged);
  const Saved saved = journal.add(note("b", "beside"));
  CHECK(saved.file == "2026-11.pending-b.toml");
  CHECK(saved.content.entries.size() == 1);
  CHECK(saved.warnings.size() == 2);
  CHECK(saved.warnings.front().line == 12);
  CHECK(read_bytes(journal / "2026-11.toml") == damaged);
  CHECK(mode_of(journal / "2026-11.pending-b.toml") == 0600);
  CHECK(journal.ids() == "a b");

  // What waits can be removed and edited like any other; what stands in the damaged file cannot.
  REQUIRE(journal.writer().edit("edit", journal.seen("b"), {{"text", Value{std::string{"x"}}}},
                                november));
  CHECK(undo_error(journal) == "done");
  const auto refused = journal.writer().remove("rm", {journal.seen("a")});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().line == 12);
  CHECK(undo_error(journal) == "done");
  CHECK(journal.files() == Names{"2026-11.toml"});
  CHECK(read_bytes(journal / "2026-11.toml") == damaged);
}

TEST_CASE("nothing is written to a month of a newer format, nor beside it") {
  const Journal journal;
  journal.add(note("start"), december);
  for (const std::string_view bytes : {"format = 2\n", "format = 2\nnew = <something new>\n"}) {
    CAPTURE(bytes);
    write_bytes(journal / "2026-11.toml", bytes);
    CHECK_THROWS_AS(journal.add(note("a")), SystemError);
    CHECK(read_bytes(journal / "2026-11.toml") == bytes);
    CHECK(journal.files() == Names{"2026-11.toml", "2026-12.toml"});
  }
}

TEST_CASE("a file in which [[entry]] cannot follow gets entries beside it") {
  const Journal journal;
  journal.add(note("start"), december);
  for (const std::string_view bytes : {"entry = []\n", "entry = 3\n", "[entry]\na = 1\n"}) {
    CAPTURE(bytes);
    write_bytes(journal / "2026-11.toml", bytes);
    const Saved saved = journal.add(note("a"));
    CHECK(saved.file == "2026-11.pending-a.toml");
    CHECK(read_bytes(journal / "2026-11.toml") == bytes);
    CHECK(undo_error(journal) == "done");
  }
}

TEST_CASE("an edit changes its keys and nothing else, and moves to another month whole") {
  const Journal journal;
  journal.add(note("a"));
  std::string bytes = read_bytes(journal / "2026-11.toml") +
                      "\n# mine\n[[entry]]\nid = \"b\" # c\nday = 2026-11-22\nkind = 'action'\nstep = 'space'\n";
  write_bytes(journal / "2026-11.toml", bytes);
  const std::string before = journal.bytes();
  REQUIRE(journal.writer().edit("edit", journal.seen("b"), {{"step", Value{std::string{"empathy"}}}},
                                november));
  CHECK(read_bytes(journal / "2026-11.toml") ==
        bytes.replace(bytes.find("'space'"), 7, "\"empathy\""));
  CHECK(undo_error(journal) == "done");
  CHECK(journal.bytes() == before);

  REQUIRE(journal.writer().edit("edit", journal.seen("b"),
                                {{"day", Value{DateText{"2026-12-01"}}}}, december));
  CHECK(journal.ids() == "a b");
  CHECK(read_bytes(journal / "2026-12.toml").ends_with(
      "\n# mine\n[[entry]]\nid = \"b\" # c\nday = 2026-12-01\nkind = 'action'\nstep = 'space'\n"));
  CHECK(read_bytes(journal / "2026-11.toml").find("mine") == std::string::npos);
  const auto undone = journal.writer().undo(Run::for_real);
  REQUIRE(undone);
  CHECK(journal.bytes() == before);
}

TEST_CASE("what is forgotten is in no file and in no note of undo") {
  const Journal journal;
  journal.add(note("aaaa", "never to be read again"));
  journal.add(note("bbbb"));
  REQUIRE(journal.writer().edit("edit", journal.seen("aaaa"), {{"step", Value{std::string{"space"}}}},
                                november));
  REQUIRE(journal.writer().forget({journal.seen("aaaa")}));
  CHECK(journal.ids() == "bbbb");
  std::string everything = journal.bytes();
  for (const std::string& name : list_folder(journal.undo_path())) {
    everything += read_bytes(journal.undo_path() + "/" + name);
  }
  CHECK(everything.find("never to be read") == std::string::npos);
  CHECK(everything.find("bbbb") != std::string::npos);
}

TEST_CASE("without a place for its notes the entry is saved, with a warning") {
  const TempFolder folder;
  write_bytes(folder / "undo", "a file in the way");
  JournalWriter writer{JournalPlace{folder / "main"}, folder / "undo", std::chrono::seconds{0}};
  const Saved saved = writer.add("log", november, {note("a")});
  CHECK(saved.warnings.size() == 1);
  CHECK(read_history(JournalPlace{folder / "main"}, no_words).entries.size() == 1);
}

TEST_CASE("what an interrupted write left behind is cleared away") {
  const Journal journal;
  journal.add(note("a"));
  write_bytes(journal / ".mend-2026-11.toml-abc123", "half an entry");
  journal.add(note("b"));
  CHECK(journal.files() == Names{"2026-11.toml"});
}

TEST_CASE("a second writer of the same journal has to wait") {
  const Journal journal;
  journal.add(note("a"));
  const JournalWriter holder = journal.writer();
  try {
    const JournalWriter second = journal.writer();
    FAIL("both write");
  } catch (const SystemError& error) {
    CHECK(error.failure() == Failure::busy);
  }
}

}  // namespace mend
