// SPDX-License-Identifier: MIT
// Undo and redo, through all that can happen to a journal in between.
#include "mend/store/journal_writer.hpp"

#include "mend/store/history.hpp"
#include "support/entries.hpp"
#include "support/random.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr Month october{2026, 10};
constexpr Month november_2026{2026, 11};
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Every file of records by name.
using Snapshot = std::map<std::string, std::string>;

class ReplayedJournal {
 public:
  std::string path() const { return folder_ / "main"; }
  std::string state() const { return folder_ / "state"; }
  std::string undo_folder() const { return folder_ / "state/undo"; }
  std::string operator/(std::string_view name) const { return path() + "/" + std::string{name}; }

  JournalWriter writer() const { return {JournalPlace{path()}, undo_folder(), std::chrono::seconds{0}}; }

  History history() const { return read_history(JournalPlace{path()}, all_words); }

  std::vector<SeenEntry> all_seen() const {
    const History all = history();
    std::vector<SeenEntry> seen;
    for (const Entry& entry : all.entries) {
      seen.push_back({all.files[entry.place.file], entry.place.index, entry.keys});
    }
    return seen;
  }

  SeenEntry seen(std::string_view id) const {
    for (SeenEntry& each : all_seen()) {
      if (text_of(each.attributes, "id") == id) return std::move(each);
    }
    FAIL("no entry ", std::string{id});
    return {};
  }

  std::string ids() const {
    std::string out;
    for (const Entry& entry : history().entries) out += (out.empty() ? "" : " ") + entry.id;
    return out;
  }

  std::string text_of_entry(std::string_view id) const {
    return std::string{text_of(seen(id).attributes, "text")};
  }

  Snapshot snapshot() const {
    Snapshot all;
    if (!exists(path())) return all;
    for (const std::string& name : list_folder(path())) all[name] = read_bytes(*this / name);
    return all;
  }

  void write(std::string_view name, std::string_view bytes) const {
    std::filesystem::create_directories(path());
    write_bytes(*this / name, bytes);
    std::filesystem::permissions(*this / name, std::filesystem::perms{0600});
  }

  void add(const Attributes& entry, Month month = november_2026) const {
    writer().add("log", month, {entry});
  }

  void edit(std::string_view id, const std::vector<KeyChange>& changes, Month month = november_2026) const {
    REQUIRE(writer().edit("edit", seen(id), changes, month));
  }

  void write_on(std::string_view id, const std::vector<KeyChange>& changes, Month month = november_2026) const {
    REQUIRE(writer().write_on("checkin", seen(id), changes, month));
  }

  // "done", or what stood in the way.
  std::string undo(Run run = Run::for_real) const { return outcome(writer().undo(run)); }
  std::string redo(Run run = Run::for_real) const { return outcome(writer().redo(run)); }

 private:
  static std::string outcome(const Result<Replayed>& replayed) {
    return replayed ? "done" : replayed.error().what;
  }

  TempFolder folder_;
};

Attributes replayed_note(std::string_view id, std::string_view text = "t") {
  return note_of(id, "2026-11-22", text);
}

KeyChange text_change(std::string_view text) { return {"text", Value{std::string{text}}}; }

std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text) c == '\n' ? out.append(end) : out.append(1, c);
  return out;
}

// A month as somebody wrote it: comments everywhere, another table, entries with and without an id.
std::string month_by_hand(Random& random, const std::string& month, std::string_view end) {
  static const std::vector<std::string_view> heads = {
      "", "format = 1\n", "# mine\n\nformat = 1 # one\n\n# alone\n\n", "\n\n# a line\n",
      "format = 1\n[own] # mine\nkey = '[[entry]]'\n"};
  static const std::vector<std::string_view> between = {
      "", "\n", "\n\n", "\n# alone\n\n", "# right above\n", "\n# right above\n# both\n",
      "\n[own-%] # between\nkey = 1\n\n", "\n \t\n"};
  static const std::vector<std::string_view> behind = {
      "", "", "# below\n", "[entry.extra]\nmore = 'x' # y\n", "[[entry.list]]\na = 1\n\n[[entry.list]]\n",
      "text = '''\nlines\n\n[[entry ]]\n'''\n", "text = \"\"\"\na \\\n  b\"\"\" # c\n"};
  std::string text{random.pick(heads)};
  const std::size_t count = random.below(5);
  for (std::size_t i = 0; i < count; ++i) {
    std::string gap{random.pick(between)};
    if (const auto at = gap.find('%'); at != std::string::npos) gap.replace(at, 1, std::to_string(i));
    text += gap + (random.one_in(4) ? "  [[ entry ]] # here\n" : "[[entry]]\n");
    if (!random.one_in(5)) text += "id = 'h" + month.substr(5) + std::to_string(i) + "' # id\n";
    text += "day = " + month + "-0" + std::to_string(random.between(1, 9)) + "\nkind = \"note\"\n# note\nstep='space'\n";
    text += random.pick(behind);
  }
  if (count > 0 && random.one_in(3)) text += "\n# the end";
  if (text.ends_with('\n') && random.one_in(3)) text.pop_back();
  return (random.one_in(4) ? std::string{byte_order_mark} : std::string{}) + with_line_ends(text, end);
}

const std::vector<Month> months = {{2025, 12}, {2026, 9}, october, november_2026};

// One random change, as the commands make them. False when there was nothing to change.
bool change_something(const ReplayedJournal& journal, Random& random, int number) {
  const Month month = random.pick(months);
  const auto seen = journal.all_seen();
  const int choice = random.between(1, 10);
  if (choice <= 4 || seen.empty()) {
    std::vector<Attributes> entries;
    for (int i = random.between(1, 3); i > 0; --i) {
      entries.push_back(note_of("n" + std::to_string(number) + "-" + std::to_string(i), to_iso(month) + "-15",
                                hostile_text(random)));
    }
    journal.writer().add("log", month, entries);
    return true;
  }
  if (choice == 5) {
    const std::string id = "w" + std::to_string(number);
    journal.add(note_of(id, to_iso(month) + "-15", hostile_text(random)), month);
    for (int i = random.between(1, 3); i > 0; --i) {
      journal.write_on(id, {text_change(hostile_text(random))}, month);
    }
    return true;
  }
  if (choice <= 7) {
    std::vector<SeenEntry> gone;
    for (const SeenEntry& each : seen) {
      if (gone.size() < 3 && random.one_in(seen.size())) gone.push_back(each);
    }
    if (gone.empty()) gone.push_back(random.pick(seen));
    REQUIRE(journal.writer().remove("rm", gone));
    return true;
  }
  const SeenEntry& entry = random.pick(seen);
  std::vector<KeyChange> changes = {{"edited", Value{DateText{"2026-11-22T19:04:11+01:00"}}}};
  if (random.one_in(2)) changes.push_back(text_change(hostile_text(random)));
  if (random.one_in(3)) changes.push_back({"text", std::nullopt});
  if (changes.size() == 3) changes.erase(changes.begin() + 1);
  if (random.one_in(3)) changes.push_back({"tags", Value{Values{{std::string{"a"}}}}});
  Month target = *parse_iso_month(entry.file.substr(0, 7));
  if (random.one_in(2)) target = month;
  changes.push_back({"day", Value{DateText{to_iso(target) + "-20"}}});
  REQUIRE(journal.writer().edit("edit", entry, changes, target));
  return true;
}

}  // namespace

TEST_CASE("any sequence of changes is undone and redone byte for byte") {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Random random{seed};
    CAPTURE(seed);
    const ReplayedJournal journal;
    for (const Month month : months) {
      if (random.one_in(3)) continue;
      const std::string_view end = random.one_in(3) ? "\r\n" : "\n";
      journal.write(to_iso(month) + ".toml", month_by_hand(random, to_iso(month), end));
    }
    REQUIRE(journal.history().damage.empty());
    std::vector<Snapshot> at = {journal.snapshot()};
    for (int i = 0; i < 60; ++i) {
      CAPTURE(i);
      REQUIRE(change_something(journal, random, i));
      at.push_back(journal.snapshot());
      REQUIRE(journal.history().damage.empty());
    }
    std::size_t now = at.size() - 1;
    while (now > 0) {
      CAPTURE(now);
      REQUIRE(journal.undo(Run::dry) == "done");
      REQUIRE(journal.snapshot() == at[now]);
      REQUIRE(journal.undo() == "done");
      REQUIRE(journal.snapshot() == at[--now]);
    }
    CHECK(journal.undo() == "there is nothing to undo");
    while (now + 1 < at.size()) {
      CAPTURE(now);
      REQUIRE(journal.redo() == "done");
      REQUIRE(journal.snapshot() == at[++now]);
    }
    CHECK(journal.redo() == "there is nothing to redo");
    for (int i = 0; i < 40; ++i) {
      CAPTURE(now);
      const bool is_back = now == at.size() - 1 || (now > 0 && random.one_in(2));
      REQUIRE((is_back ? journal.undo() : journal.redo()) == "done");
      now = is_back ? now - 1 : now + 1;
      REQUIRE(journal.snapshot() == at[now]);
    }
    while (now + 3 > at.size()) {
      REQUIRE(journal.undo() == "done");
      --now;
    }
    change_something(journal, random, 100);
    CHECK(journal.redo() == "there is nothing to redo");
    CHECK(journal.undo() == "done");
    CHECK(journal.snapshot() == at[now]);
  }
}

TEST_CASE("what was written bit by bit is taken back and made again at once") {
  const ReplayedJournal journal;
  journal.add(replayed_note("before"));
  const Snapshot before = journal.snapshot();
  journal.add(replayed_note("a"));
  journal.write_on("a", {text_change("more")});
  journal.write_on("a", {{"told", Value{std::string{"yes"}}}});
  const Snapshot after = journal.snapshot();
  const auto undone = journal.writer().undo(Run::for_real);
  REQUIRE(undone);
  REQUIRE(undone->gone.size() == 1);
  CHECK(text_of(undone->gone.front(), "told") == "yes");
  CHECK(undone->here.empty());
  CHECK(journal.snapshot() == before);
  const auto redone = journal.writer().redo(Run::for_real);
  REQUIRE(redone);
  CHECK(redone->here.size() == 1);
  CHECK(redone->gone.empty());
  CHECK(journal.snapshot() == after);
  CHECK(journal.undo() == "done");
  CHECK(journal.undo() == "done");
  CHECK(journal.undo() == "there is nothing to undo");
}

TEST_CASE("what somebody else changed in between is a step of its own") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  journal.write_on("a", {text_change("more")});
  journal.add(replayed_note("other"));
  journal.write_on("a", {text_change("still more")});
  CHECK(journal.undo() == "done");
  CHECK(journal.text_of_entry("a") == "more");
  CHECK(journal.ids() == "a other");
  CHECK(journal.undo() == "done");
  CHECK(journal.undo() == "done");
  CHECK(journal.ids().empty());
}

TEST_CASE("undo refuses what was edited by hand since, again and again, and changes nothing") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  journal.edit("a", {text_change("mine")});
  std::string bytes = read_bytes(journal / "2026-11.toml");
  bytes.replace(bytes.find("mine"), 4, "by hand");
  journal.write("2026-11.toml", bytes);
  for (int i = 0; i < 3; ++i) {
    CHECK(journal.undo() == "the entry was changed since; nothing was done");
    CHECK(read_bytes(journal / "2026-11.toml") == bytes);
  }
  // Once it is as it was, undo goes on.
  bytes.replace(bytes.find("by hand"), 7, "mine");
  journal.write("2026-11.toml", bytes);
  CHECK(journal.undo() == "done");
  CHECK(journal.text_of_entry("a") == "t");
}

TEST_CASE("redo refuses what was edited by hand since") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  journal.edit("a", {text_change("mine")});
  REQUIRE(journal.undo() == "done");
  std::string bytes = read_bytes(journal / "2026-11.toml");
  bytes.replace(bytes.find("\"t\""), 3, "\"by hand\"");
  journal.write("2026-11.toml", bytes);
  CHECK(journal.redo() == "the entry was changed since; nothing was done");
  CHECK(read_bytes(journal / "2026-11.toml") == bytes);
}

TEST_CASE("edits around the entry, by hand, do not stand in the way") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  journal.add(replayed_note("b"));
  journal.edit("a", {text_change("mine")});
  std::string bytes = read_bytes(journal / "2026-11.toml");
  bytes = "# new above\n" + bytes + "\n# new below\n";
  journal.write("2026-11.toml", bytes);
  REQUIRE(journal.undo() == "done");
  CHECK(journal.text_of_entry("a") == "t");
  REQUIRE(journal.redo() == "done");
  CHECK(read_bytes(journal / "2026-11.toml") == bytes);
}

TEST_CASE("an entry does not come back into the middle of a comment") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  journal.add(replayed_note("b"));
  REQUIRE(journal.writer().remove("rm", {journal.seen("b")}));
  const std::string bytes = "format = 1\n\n# " + std::string(900, 'x') + "\n";
  journal.write("2026-11.toml", bytes);
  CHECK(journal.undo() == "done");
  CHECK(journal.ids() == "b");
  CHECK(read_bytes(journal / "2026-11.toml").starts_with(bytes));
}

TEST_CASE("a change whose entry was removed by hand is told and passed over") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  const std::string before = read_bytes(journal / "2026-11.toml");
  journal.add(replayed_note("b"));
  journal.edit("b", {text_change("mine")});
  journal.write("2026-11.toml", before);
  CHECK(journal.undo(Run::dry) == "what the change would replace is no longer there");
  CHECK(journal.undo() == "what the change would replace is no longer there");  // the edit
  CHECK(journal.undo() == "what the change would replace is no longer there");  // the log
  CHECK(journal.undo() == "done");
  CHECK(journal.snapshot().empty());
}

TEST_CASE("a change that was taken back by hand is told and passed over") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  const std::string before = read_bytes(journal / "2026-11.toml");
  journal.edit("a", {text_change("mine")});
  journal.write("2026-11.toml", before);
  CHECK(journal.undo() == "what the change would bring is already there");
  CHECK(journal.undo() == "done");
  CHECK(journal.snapshot().empty());
}

TEST_CASE("a move that was cut off in the middle is undone, and its undo as well") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  const Snapshot before = journal.snapshot();
  journal.edit("a", {text_change("moved"), {"day", Value{DateText{"2026-10-01"}}}}, october);
  const Snapshot after = journal.snapshot();
  REQUIRE(after.size() == 1);
  // As after a crash between the two files: it is in both.
  journal.write("2026-11.toml", before.at("2026-11.toml"));
  CHECK(journal.undo() == "done");
  CHECK(journal.snapshot() == before);
  CHECK(journal.redo() == "done");
  CHECK(journal.snapshot() == after);
}

TEST_CASE("removing an entry that stands twice removes both, and undo brings both back") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a", "old"));
  const std::string before = read_bytes(journal / "2026-11.toml");
  journal.edit("a", {text_change("new"), {"edited", Value{DateText{"2026-11-22T20:00:00+01:00"}}},
                     {"day", Value{DateText{"2026-10-01"}}}},
               october);
  journal.write("2026-11.toml", before);
  const Snapshot twice = journal.snapshot();
  REQUIRE(twice.size() == 2);
  CHECK(journal.text_of_entry("a") == "new");
  REQUIRE(journal.writer().remove("rm", {journal.seen("a")}));
  CHECK(journal.ids().empty());
  CHECK(journal.undo() == "done");
  CHECK(journal.snapshot() == twice);
  REQUIRE(journal.writer().forget({journal.seen("a")}));
  CHECK(journal.ids().empty());
  CHECK(journal.undo() == "there is nothing to undo");
}

TEST_CASE("a dry run of any change changes nothing at all") {
  const ReplayedJournal journal;
  journal.add(replayed_note("a"));
  journal.add(replayed_note("b"));
  REQUIRE(journal.undo() == "done");
  const Snapshot before = journal.snapshot();
  const auto notes = list_folder(journal.undo_folder());
  const SeenEntry a = journal.seen("a");
  CHECK(journal.writer().edit("edit", a, {text_change("x")}, october, Run::dry));
  CHECK(journal.writer().remove("rm", {a}, Run::dry));
  CHECK(journal.writer().forget({a}, Run::dry));
  CHECK(journal.undo(Run::dry) == "done");
  CHECK(journal.redo(Run::dry) == "done");
  CHECK(journal.snapshot() == before);
  CHECK(list_folder(journal.undo_folder()) == notes);
  // And it says what would be refused.
  const SeenEntry gone{a.file, a.index, replayed_note("a", "other")};
  CHECK_FALSE(journal.writer().edit("edit", gone, {text_change("x")}, november_2026, Run::dry));
  CHECK_FALSE(journal.writer().remove("rm", {gone}, Run::dry));
}

TEST_CASE("a month that was damaged since is left alone") {
  for (const bool is_redo : {false, true}) {
    const ReplayedJournal journal;
    journal.add(replayed_note("a"));
    journal.edit("a", {text_change("mine")});
    if (is_redo) REQUIRE(journal.undo() == "done");
    const std::string damaged = read_bytes(journal / "2026-11.toml") + "\n[[entry]]\nday = [\n";
    journal.write("2026-11.toml", damaged);
    const auto replayed = is_redo ? journal.writer().redo(Run::for_real) : journal.writer().undo(Run::for_real);
    REQUIRE_FALSE(replayed);
    CHECK(replayed.error().line > 0);
    CHECK(replayed.error().file == journal / "2026-11.toml");
    CHECK(read_bytes(journal / "2026-11.toml") == damaged);
  }
}

TEST_CASE("an entry moves into a month of any line ending, and stays readable") {
  for (const std::string_view end : {"\n", "\r\n"}) {
    for (const bool has_last_end : {true, false}) {
      const ReplayedJournal journal;
      journal.write("2026-10.toml", with_line_ends("format = 1\n# mine", end) + (has_last_end ? std::string{end} : ""));
      journal.write("2026-11.toml", "[[entry]]\nid = \"a\"\nday = 2026-11-22\nkind = \"action\"\nstep = \"space\"");
      const Snapshot before = journal.snapshot();
      journal.edit("a", {{"day", Value{DateText{"2026-10-01"}}}}, october);
      CHECK(journal.snapshot().size() == 2);  // the old month has its own text, be it empty
      CHECK(journal.history().damage.empty());
      CHECK(journal.seen("a").file == "2026-10.toml");
      CHECK(journal.snapshot().at("2026-10.toml").ends_with(std::string{"2026-10-01"} + "\nkind = \"action\"\nstep = \"space\"" + std::string{end}));
      journal.add(note_of("b", "2026-10-02", "t"), october);
      CHECK(journal.ids() == "a b");
      CHECK(journal.undo() == "done");
      CHECK(journal.undo() == "done");
      CHECK(journal.snapshot() == before);
    }
  }
}

TEST_CASE("what is forgotten leaves no trace in the undo history") {
  const ReplayedJournal journal;
  const auto traces = [&](std::string_view word) {
    int count = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator{journal.state()}) {
      if (!file.is_regular_file()) continue;
      count += read_bytes(file.path().string()).find(word) != std::string::npos;
    }
    return count;
  };
  journal.add(replayed_note("keep", "kept"));
  journal.add(replayed_note("gone", "secret one"));
  journal.edit("gone", {text_change("secret two")});
  journal.edit("gone", {text_change("secret three"), {"day", Value{DateText{"2026-10-01"}}}}, october);
  journal.edit("keep", {text_change("kept as well")});
  journal.edit("gone", {text_change("secret four")}, october);
  REQUIRE(journal.undo() == "done");
  REQUIRE(traces("secret") > 3);
  REQUIRE(traces("gone") > 3);
  write_bytes(journal.undo_folder() + "/.mend-00000009.toml-x1y2z3", "removed = \"id = \\\"gone\\\"\\nsecr");
  REQUIRE(journal.writer().forget({journal.seen("gone")}));
  CHECK(traces("secr") == 0);
  CHECK(traces("gone") == 0);
  CHECK(journal.ids() == "keep");
  CHECK(journal.redo() == "there is nothing to redo");
  CHECK(journal.undo() == "done");
  CHECK(journal.text_of_entry("keep") == "kept");
  CHECK(journal.undo() == "done");
  CHECK(journal.ids().empty());
  CHECK(journal.undo() == "there is nothing to undo");
}

TEST_CASE("an entry without an id can be edited, undone and forgotten") {
  const ReplayedJournal journal;
  const std::string bytes = "[[entry]]\nday = 2026-11-22\nkind = 'note'\nstep = 'space'\ntext = 'nameless' # c\n";
  journal.write("2026-11.toml", bytes);
  journal.add(replayed_note("other"));
  REQUIRE(journal.writer().edit("edit", journal.all_seen().front(), {text_change("renamed")}, november_2026));
  CHECK(journal.undo() == "done");
  CHECK(read_bytes(journal / "2026-11.toml").starts_with(bytes));
  CHECK(journal.redo() == "done");
  REQUIRE(journal.writer().forget({journal.all_seen().front()}));
  for (const std::string& name : list_folder(journal.undo_folder())) {
    CHECK(read_bytes(journal.undo_folder() + "/" + name).find("named") == std::string::npos);
  }
  CHECK(journal.undo() == "done");
  CHECK(journal.ids().empty());
}

TEST_CASE("of entries that are all alike, the one that was changed is changed again") {
  const ReplayedJournal journal;
  const std::string twin = "[[entry]]\nday = 2026-11-22\nkind = 'note'\nstep = 'space'\ntext = 'twin'\n";
  journal.write("2026-11.toml", twin + "\n" + twin + "\n" + twin);
  REQUIRE(journal.writer().edit("edit", journal.all_seen().at(1), {text_change("middle")}, november_2026));
  const Snapshot after = journal.snapshot();
  CHECK(journal.undo() == "done");
  CHECK(journal.redo() == "done");
  CHECK(journal.snapshot() == after);
}

}  // namespace mend
