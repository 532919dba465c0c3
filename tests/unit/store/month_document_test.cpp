// SPDX-License-Identifier: MIT
#include "mend/store/month_document.hpp"

#include "mend/store/entry_writer.hpp"
#include "support/calendar.hpp"
#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Texts = std::vector<std::string>;

const std::string month_file = "2026-11.toml";

MonthContent content_of(std::string_view bytes) {
  return MonthDocument{std::string{bytes}, month_file}.content(all_words);
}

// "id id id" of the entries that could be read.
std::string document_ids(const MonthContent& content) {
  std::string ids;
  for (const Entry& entry : content.entries) ids += (ids.empty() ? "" : " ") + entry.id;
  return ids;
}

// "line:column what" of each damage; all of it has to be in the file.
Texts damage_of(const MonthContent& content) {
  Texts texts;
  for (const Diagnostic& damage : content.damage) {
    CHECK(damage.file == month_file);
    texts.push_back(std::to_string(damage.line) + ":" + std::to_string(damage.column) + " " +
                    damage.what);
  }
  return texts;
}

// The places of each damage alone.
Texts places_of(const MonthContent& content) {
  Texts texts;
  for (const std::string& text : damage_of(content)) texts.push_back(text.substr(0, text.find(' ')));
  return texts;
}

std::string note_text(std::string_view id, std::string_view more = "") {
  return "[[entry]]\nid = \"" + std::string{id} +
         "\"\nday = 2026-11-22\nkind = \"note\"\nstep = \"empathy\"\ntext = \"t\"\n" +
         std::string{more};
}

// All that an entry means, whatever its keys are.
std::string meaning_of(const Entry& entry) {
  const auto number = [](const auto& word) { return std::to_string(word ? static_cast<int>(*word) : -1); };
  std::string text = std::string{word_of(entry.kind)} + " " + entry.id + " " + to_iso(entry.day) + " " +
                     (entry.at ? to_rfc3339(*entry.at) : "") + " " + number(entry.step) + " " +
                     entry.action + " " + number(entry.severity) + " " + entry.reference + " " +
                     std::string{word_of(entry.about)} + " " + number(entry.result) + " " +
                     to_text(entry.deadline.value_or(no_deadline)) + " " +
                     std::to_string(entry.no_contact) + " " + to_iso(entry.rest.first) + " " +
                     to_iso(entry.rest.last) + " " +
                     (entry.rest_steps ? entry.rest_steps->to_string() : "");
  for (const ActionName& name : entry.rest_actions) text += " " + std::string{key_of(name.step)} + "/" + name.key;
  return text;
}

}  // namespace

TEST_CASE("a month is read with its entries, their words and places") {
  const MonthContent content = content_of(
      "format = 1\n\n[[entry]]\nid = \"k7q2\"\nday = 2026-11-22\nat = 2026-11-22T19:04:11+01:00\n"
      "edited = 2026-11-23T08:00:00Z\nkind = \"note\"\nstep = \"empathy\"\ntext = \"\"\"\none\ntwo\"\"\"\n"
      "they_felt = \"alone\"\ntags = [\"school\"]\nmine = { a = 1 }\n\n" +
      note_text("b"));
  CHECK(content.damage.empty());
  REQUIRE(content.entries.size() == 2);
  const Entry& entry = content.entries.front();
  CHECK(entry.id == "k7q2");
  CHECK(entry.day == on("2026-11-22"));
  CHECK(entry.kind == Kind::note);
  CHECK(entry.step == Step::empathy);
  CHECK(entry.at == at("2026-11-22T19:04:11+01:00"));
  CHECK(entry.edited == at("2026-11-23T08:00:00Z"));
  CHECK(content.entries[1].place.index == 1);
  const Attributes words = {{"id", {std::string{"k7q2"}}},
                            {"day", {DateText{"2026-11-22"}}},
                            {"at", {DateText{"2026-11-22T19:04:11+01:00"}}},
                            {"edited", {DateText{"2026-11-23T08:00:00Z"}}},
                            {"kind", {std::string{"note"}}},
                            {"step", {std::string{"empathy"}}},
                            {"text", {std::string{"one\ntwo"}}},
                            {"they_felt", {std::string{"alone"}}},
                            {"tags", {Values{{std::string{"school"}}}}},
                            {"mine", {Attributes{{"a", {std::int64_t{1}}}}}}};
  CHECK(entry.keys == words);
}

TEST_CASE("words are read only where they are wanted") {
  const MonthDocument document{note_text("a") + note_text("b"), month_file};
  const auto none = document.content(no_words);
  REQUIRE(none.entries.size() == 2);
  CHECK(none.entries[0].keys.empty());
  const auto some = document.content([](const Entry& entry) { return entry.id == "b"; });
  CHECK(some.entries[0].keys.empty());
  CHECK(text_of(some.entries[1].keys, "id") == "b");
}

TEST_CASE("each kind is read with what it needs") {
  const auto entry = [](std::string_view keys) {
    return "[[entry]]\nday = 2026-11-22\n" + std::string{keys} + "\n";
  };
  const MonthContent content = content_of(
      entry("kind = \"action\"\nstep = \"honesty\"\naction = \"small-truth\"") +
      entry("kind = \"setback\"\nstep = \"honesty\"\nseverity = \"breach\"\ntold = \"found-out\"") +
      entry("kind = \"promise\"\nstep = \"space\"\ntext = \"t\"\ndue = 2026-11-27T18:00:00+01:00\neffort = \"some\"") +
      entry("kind = \"promise\"\nstep = \"space\"\ntext = \"t\"\ndue = 2026-11-27") +
      entry("kind = \"outcome\"\npromise = \"p\"\nresult = \"changed\"\ndue = 2026-12-01") +
      entry("kind = \"space\"\nuntil = 2026-11-23\ncontact = \"none\"\nasked_by = \"both\"") +
      entry("kind = \"return\"\nspace = \"s\"\nresult = \"on-time\"") +
      entry("kind = \"rest\"\nfrom = 2026-11-22\nto = 2026-11-24\nsteps = [\"space\", \"empathy\"]") +
      entry("kind = \"rest\"\nfrom = 2026-11-22\nto = 2026-11-24"));
  CHECK(damage_of(content) == Texts{});
  REQUIRE(content.entries.size() == 9);
  CHECK(content.entries[0].action == "small-truth");
  CHECK(content.entries[1].severity == Severity::breach);
  CHECK(to_text(*content.entries[2].deadline) == "2026-11-27T18:00:00+01:00");
  CHECK(to_text(*content.entries[3].deadline) == "2026-11-27");
  CHECK(content.entries[4].reference == "p");
  CHECK(content.entries[4].result == Outcome::changed);
  CHECK(content.entries[5].no_contact);
  CHECK(content.entries[6].kind == Kind::comeback);
  CHECK(content.entries[6].result == Outcome::on_time);
  CHECK(content.entries[7].rest == days("2026-11-22", "2026-11-24"));
  CHECK(content.entries[7].rest_steps->to_string() == "00110000");
  CHECK_FALSE(content.entries[8].rest_steps);
  for (const Entry& each : content.entries) {
    const Result<Entry> made = entry_from(each.keys);
    REQUIRE(made);
    CHECK(meaning_of(*made) == meaning_of(each));
    CHECK(made->keys == each.keys);
  }
}

TEST_CASE("keys that make no entry in a file make none without one") {
  const Attributes whole = {{"day", {DateText{"2026-11-22"}}},
                            {"kind", {std::string{"promise"}}},
                            {"step", {std::string{"honesty"}}},
                            {"text", {std::string{"call"}}},
                            {"due", {DateText{"2026-11-27T18:00:00+01:00"}}}};
  REQUIRE(entry_from(whole));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    Attributes keys = whole;
    keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(entry_from(keys).error().what == "this entry has no '" + whole[i].key + "'");
    keys = whole;
    keys[i].value = {std::int64_t{7}};
    CHECK(entry_from(keys).error().what.starts_with("'" + whole[i].key + "' has to be "));
  }
  for (const std::string_view due : {"2026-02-30", "2026-11-27T18:00:00", "2026-11-27T18:00:60Z"}) {
    Attributes keys = whole;
    keys.back().value = {DateText{std::string{due}}};
    CHECK_FALSE(entry_from(keys));
  }
}

TEST_CASE("damage in one entry hides that entry alone, and names its place") {
  struct Row {
    std::string_view what;
    std::string damaged;  // stands as third entry; its header is line 13
    std::string_view place;
  };
  const std::vector<Row> rows = {
      {"unclosed string", "[[entry]]\nid = \"x\"\ntext = \"no end\n", "15:8"},
      {"unclosed string behind wide letters", "[[entry]]\nid = \"x\"\n\"ä\" = \"no end\n", "15:7"},
      {"unclosed multi-line string", "[[entry]]\nid = \"x\"\ntext = \"\"\"no end\n\n", "15:8"},
      {"unclosed literal string", "[[entry]]\nid = \"x\"\ntext = '''no end\n", "15:8"},
      {"unclosed array", "[[entry]]\nid = \"x\"\ntags = [\"a\",\n", ""},
      {"no value", "[[entry]]\nid = \"x\"\ntext =\n", "15:7"},
      {"duplicate key", note_text("x", "text = \"again\"\n"), "19:8"},
      {"no day", "[[entry]]\nid = \"x\"\nkind = \"note\"\nstep = \"space\"\n", "13:1"},
      {"no kind", "[[entry]]\nid = \"x\"\nday = 2026-11-22\n", "13:1"},
      {"no step", "[[entry]]\nday = 2026-11-22\nkind = \"action\"\n", "13:1"},
      {"unknown kind", "[[entry]]\nday = 2026-11-22\nkind = \"notes\"\n", "15:8"},
      {"unknown step", "[[entry]]\nday = 2026-11-22\nkind = \"note\"\nstep = \"e\"\n", "16:8"},
      {"day in quotes", "[[entry]]\nday = \"2026-11-22\"\nkind = \"note\"\n", "14:7"},
      {"day with a time", "[[entry]]\nday = 2026-11-22T10:00:00Z\nkind = \"note\"\n", "14:7"},
      {"no such day", "[[entry]]\nday = 2026-11-31\nkind = \"note\"\nstep = \"space\"\n", ""},
      {"at without offset", note_text("x", "at = 2026-11-22T10:00:00\n"), "19:6"},
      {"at that is a day", note_text("x", "at = 2026-11-22\n"), "19:6"},
      {"edited in quotes", note_text("x", "edited = \"2026-11-22T10:00:00Z\"\n"), "19:10"},
      {"id that is none", "[[entry]]\nid = \"A B\"\nday = 2026-11-22\nkind = \"rest\"\n", "14:6"},
      {"empty id", "[[entry]]\nid = \"\"\nday = 2026-11-22\nkind = \"rest\"\n", "14:6"},
      {"number as text", "[[entry]]\nday = 2026-11-22\nkind = \"note\"\nstep = \"space\"\ntext = 3\n",
       "17:8"},
      {"tags that are a text", note_text("x", "tags = \"a\"\n"), "19:8"},
      {"a tag that is a number", note_text("x", "tags = [\"a\", 3]\n"), "19:14"},
      {"field of the wrong type", note_text("x", "they_felt = true\n"), "19:13"},
      {"unknown severity",
       "[[entry]]\nday = 2026-11-22\nkind = \"setback\"\nstep = \"space\"\nseverity = \"bad\"\n", "17:12"},
      {"promise without due",
       "[[entry]]\nday = 2026-11-22\nkind = \"promise\"\nstep = \"space\"\ntext = \"t\"\n", "13:1"},
      {"due without offset",
       "[[entry]]\nday = 2026-11-22\nkind = \"promise\"\nstep = \"space\"\ntext = \"t\"\ndue = 2026-11-22T10:00:00\n",
       "18:7"},
      {"rest without to", "[[entry]]\nday = 2026-11-22\nkind = \"rest\"\nfrom = 2026-11-22\n", "13:1"},
      {"rest for an unknown step",
       "[[entry]]\nday = 2026-11-22\nkind = \"rest\"\nfrom = 2026-11-22\nto = 2026-11-22\nsteps = [\"x\"]\n",
       "18:9"},
      {"an array as the entry's key", "[[entry]]\n= 1\n", "14:1"},
      {"an unreadable header", "[[entry]] x\nid = \"x\"\n", ""},
      {"bytes that are no text", "[[entry]]\ntext = \"\xFF\"\n", ""},
      {"a NUL", std::string{"[[entry]]\nid = \"x\"\0\n", 19}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string before = note_text("a") + note_text("b");
    const std::string after = "\n# about c\n" + note_text("c") + "[other]\nkey = 1\n" + note_text("d");
    const MonthContent content = content_of(before + row.damaged + after);
    CHECK(document_ids(content) == "a b c d");
    const Texts places = places_of(content);
    REQUIRE(places.size() == 1);
    // Before the next header, even where the parser only noticed on the way to it.
    const auto lines = std::count(row.damaged.begin(), row.damaged.end(), '\n');
    CHECK(content.damage.front().line >= 13);
    CHECK(content.damage.front().line < 13 + lines + 2);
    if (!row.place.empty()) CHECK(places.front() == row.place);
    // Places count the damaged entry too: they are what `rm` goes by.
    if (content.entries.size() == 4) {
      CHECK(content.entries[1].place.index == 1);
      CHECK(content.entries[2].place.index == 3);
      CHECK(content.entries[3].place.index == 4);
    }
  }
}

TEST_CASE("several damaged entries are each told, in their order") {
  const std::string broken = "[[entry]]\ntext = \"no end\n";
  const MonthContent content =
      content_of(broken + note_text("a") + "[[entry]]\nday = 3\n" + note_text("b") + broken + note_text("c"));
  CHECK(document_ids(content) == "a b c");
  CHECK(places_of(content) == Texts{"2:8", "9:1", "18:8"});
}

TEST_CASE("damage before the first entry hides no entry") {
  const MonthContent content = content_of("title = \"no end\n" + note_text("a") + note_text("b"));
  CHECK(document_ids(content) == "a b");
  CHECK(places_of(content) == Texts{"1:9"});
  const MonthContent swallowed = content_of("title = \"\"\"no end\n" + note_text("a") + note_text("b"));
  CHECK(document_ids(swallowed) == "a b");
  CHECK(places_of(swallowed) == Texts{"1:9"});
}

TEST_CASE("damage in another table hides no entry") {
  const MonthContent content = content_of(note_text("a") + "[other]\nkey = \"no end\n" + note_text("b"));
  CHECK(document_ids(content) == "a b");
  CHECK(places_of(content) == Texts{"8:7"});
  const MonthContent twice = content_of("[x]\n[x]\n" + note_text("a"));
  CHECK(document_ids(twice) == "a");
  CHECK(places_of(twice).size() == 1);
}

TEST_CASE("git conflict markers are told, and hide no entry that they do not stand in") {
  const MonthContent content =
      content_of(note_text("a") + note_text("b") + "<<<<<<< HEAD\n" + note_text("c") + "=======\n" + note_text("d") +
                 ">>>>>>> theirs\n" + note_text("e"));
  const std::string ids = " " + document_ids(content) + " ";
  CHECK(ids.find(" a ") != std::string::npos);
  CHECK(ids.find(" e ") != std::string::npos);
  REQUIRE_FALSE(content.damage.empty());
  CHECK(content.damage.front().line == 13);
}

TEST_CASE("the whole entries around git conflict markers are shown") {
  const MonthContent content =
      content_of(note_text("a") + note_text("b") + "<<<<<<< HEAD\n" + note_text("c") + "=======\n" + note_text("d") +
                 ">>>>>>> theirs\n" + note_text("e"));
  CHECK(document_ids(content) == "a b c d e");
}

TEST_CASE("a newer format is refused as a whole") {
  const MonthDocument document{"format = 2\n" + note_text("a"), month_file};
  CHECK_FALSE(document.is_changeable());
  const MonthContent content = document.content(all_words);
  CHECK(content.entries.empty());
  CHECK(places_of(content) == Texts{"1:10"});
  CHECK(content.damage.front().what.find("format 2") != std::string::npos);
  CHECK_FALSE(content.damage.front().hint.empty());
  for (const std::string_view format : {"0", "-1", "\"1\"", "1.0", "true"}) {
    CAPTURE(format);
    const MonthDocument odd{"format = " + std::string{format} + "\n" + note_text("a"), month_file};
    CHECK_FALSE(odd.is_changeable());
    CHECK(places_of(odd.content(all_words)) == Texts{"1:10"});
  }
}

TEST_CASE("a newer format is refused even where the file is damaged as well") {
  const MonthDocument document{"format = 2\n" + note_text("a") + "[[entry]]\ntext = \"no end\n", month_file};
  CHECK_FALSE(document.is_changeable());
  CHECK(document.content(all_words).entries.empty());
}

TEST_CASE("a file is changeable when it is TOML of a known format") {
  for (const std::string_view bytes : {"", "\n", "# c\n", "format = 1\n", "format = 1\n[other]\n"}) {
    CAPTURE(bytes);
    const MonthDocument document{std::string{bytes}, month_file};
    CHECK(document.is_changeable());
    CHECK(document.content(all_words).entries.empty());
    CHECK(document.content(all_words).damage.empty());
    CHECK(document.bytes() == bytes);
  }
  CHECK_FALSE(MonthDocument{note_text("a") + "[[entry]]\ntext = \"no end\n", month_file}.is_changeable());
  // A damaged entry in a file that is TOML can stay where it is.
  CHECK(MonthDocument{note_text("a") + "[[entry]]\nday = 3\n", month_file}.is_changeable());
}

TEST_CASE("an entry that is written otherwise is read or told, never lost in silence") {
  const MonthContent list = content_of(
      "entry = [{day = 2026-11-22, kind = \"note\", step = \"space\", text = \"t\", id = \"a\"}]\n");
  CHECK(document_ids(list) == "a");
  CHECK(places_of(content_of("entry = 3\n")) == Texts{"1:9"});
  CHECK(places_of(content_of("[entry]\nid = \"x\"\n")).size() == 1);
  CHECK(places_of(content_of("entry = [3]\n")).size() == 1);
}

TEST_CASE("columns count code points, lines count newlines, and the mark at the start nothing") {
  CHECK(places_of(content_of("\xEF\xBB\xBF[[entry]]\r\n\"日本\" = 1\r\nday = \"x\"\r\nkind = \"note\"\r\n")) ==
        Texts{"3:7"});
  CHECK(places_of(content_of("[[entry]]\nkind = \"note\"\nday = 2026-11-22\nstep = \"space\"\n"
                             "tags = [\"😀é\", 3]\n")) == Texts{"5:15"});
}

TEST_CASE("hostile files are refused, not crashed on") {
  const std::string dots(200'000, '.');
  const std::string brackets(200'000, '[');
  std::string braces;
  for (int i = 0; i < 50'000; ++i) braces += "{a=";
  std::string keys = "a";
  for (int i = 0; i < 50'000; ++i) keys += ".a";
  for (const std::string& bytes :
       {dots, brackets, "a = " + brackets, "a = " + braces, keys + " = 1\n", "[" + keys + "]\n",
        std::string(100'000, '\0'), std::string(100'000, '\xFF'), "a = \"" + std::string(100'000, '\\'),
        std::string{"[!"}, std::string{"[="}, std::string{"a = 1\n["}}) {
    const MonthDocument document{bytes, month_file};
    CHECK_FALSE(document.is_changeable());
    CHECK_FALSE(document.content(all_words).damage.empty());
    CHECK(document.content(all_words).entries.empty());
  }
}

TEST_CASE("random damage never hides what stands before it") {
  Random random{14};
  std::size_t wrong = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string before = note_text("a") + note_text("b");
    const std::string middle = "[[entry]]\n" + hostile_text(random, 20) + "\n";
    const MonthContent content = content_of(before + middle + note_text("c"));
    if (!document_ids(content).starts_with("a b")) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("any bytes at all are read without a crash") {
  Random random{15};
  std::size_t read = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string bytes = note_text("a", "tags = [\"x\"]\n") + note_text("b", "mine = { c = 1 }\n");
    for (std::size_t j = 1 + random.below(4); j > 0; --j) {
      const std::size_t at = random.below(bytes.size());
      switch (random.below(3)) {
        case 0: bytes[at] = static_cast<char>(random.below(256)); break;
        case 1: bytes.erase(at, 1 + random.below(8)); break;
        default: bytes.insert(at, hostile_text(random, 3)); break;
      }
    }
    const MonthDocument document{bytes, month_file};
    const MonthContent content = document.content(all_words);
    read += content.entries.size();
    REQUIRE(document.bytes() == bytes);
  }
  CHECK(read > 0);
}

TEST_CASE("a written month is read back as it was given, line by hostile line") {
  std::string bytes = month_preamble({2026, 11});
  std::vector<Attributes> entries;
  for (std::size_t i = 0; i < std::size(hostile_texts); ++i) {
    entries.push_back(note_of("e" + std::to_string(i), "2026-11-22", hostile_texts[i]));
    bytes += "\n" + write_entry(entries.back(), LineEnding::lf);
  }
  CHECK(keys_of(content_of(bytes).entries) == entries);
  // Even when the file is torn, its whole entries come back as they were.
  const MonthContent torn = content_of(bytes + "[[entry]]\ntext = \"\"\"no end\n");
  CHECK(keys_of(torn.entries) == entries);
  CHECK(torn.damage.size() == 1);
}

}  // namespace mend
