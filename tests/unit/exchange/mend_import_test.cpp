// SPDX-License-Identifier: MIT
#include "mend/exchange/export.hpp"
#include "mend/exchange/import.hpp"
#include "mend/report/partner_share.hpp"
#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mend {
namespace {

std::vector<Attributes> hostile_entries() {
  std::vector<Attributes> entries;
  Random random{7};
  const auto add = [&](std::string text) {
    entries.push_back(note_of("id" + std::to_string(entries.size()), "2026-11-22", text));
    Attributes& entry = entries.back();
    entry.push_back({"tags", {Values{{text}, {text}}}});
    entry.push_back({text + "key", {text}});
    entry.push_back({"number", {std::int64_t{-5}}});
    entry.push_back({"share", {2.5}});
    entry.push_back({"answer", {true}});
    entry.push_back({"table", {Attributes{{"inner", {text}}}}});
  };
  for (const std::string_view text : hostile_texts) add(std::string{text});
  for (int i = 0; i < 200; ++i) add(hostile_text(random));
  return entries;
}

std::string framed(const Frame& frame, std::string (*render)(const Attributes&),
                   const std::vector<Attributes>& entries) {
  std::string out = frame.begin;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) out += frame.between;
    out += render(entries[i]);
  }
  return out + frame.end;
}

std::vector<Attributes> entries_of(const Import& import) {
  std::vector<Attributes> entries;
  for (const ImportedEntry& each : import.entries) entries.push_back(each.entry);
  return entries;
}

Diagnostic problem_of(const Import& import) {
  REQUIRE_FALSE(import.problems.empty());
  return import.problems.front();
}

const Attributes imported_settings = {
    {"format", {std::int64_t{1}}},
    {"steps", {Attributes{{"empathy", {Attributes{{"cadence", {std::string{"daily"}}}}}}}}},
    {"role", {std::string{"both"}}},
    {"action", {Values{{Attributes{{"key", {std::string{"call"}}},
                                   {"step", {std::string{"consistency"}}},
                                   {"text", {std::string{"Rang\n[[entry]] \"Sam\""}}},
                                   {"since", {DateText{"2026-07-02"}}}}}}}}};

TEST_CASE("every text comes back from JSON as it was") {
  const auto entries = hostile_entries();
  const std::string text = framed(json_frame(imported_settings, Audience::me), json_entry, entries);
  const Import import = read_mend_json({"x", text});
  REQUIRE(import.problems.empty());
  CHECK(entries_of(import) == entries);
  CHECK(import.settings == ordered_settings(imported_settings));
  CHECK(framed(json_frame(import.settings, Audience::me), json_entry, entries_of(import)) == text);
}

TEST_CASE("every text comes back from TOML as it was") {
  const auto entries = hostile_entries();
  const std::string text = framed(toml_frame(imported_settings, Audience::me), toml_entry, entries);
  const Import import = read_mend_toml({"x", text});
  REQUIRE(import.problems.empty());
  CHECK(entries_of(import) == entries);
  CHECK(import.settings == ordered_settings(imported_settings));
  CHECK(framed(toml_frame(import.settings, Audience::me), toml_entry, entries_of(import)) == text);
}

TEST_CASE("plain settings come before tables, however the file was written") {
  const Attributes ordered = ordered_settings(imported_settings);
  REQUIRE(ordered.size() == 4);
  CHECK(ordered[1].key == "role");
  CHECK(ordered_settings(ordered) == ordered);
}

TEST_CASE("every entry of a CSV has the types of its keys") {
  Attributes note = note_of("k7q2m4x9p3", "2026-11-22", "=1+1");
  note[4].value = {std::string{"honesty"}};
  note.push_back({"tags", {Values{{std::string{"a;b"}}, {std::string{"c\\"}}}}});
  note.push_back({"listened_min", {std::int64_t{20}}});
  note.push_back({"defended", {false}});
  Attributes rest = {{"id", {std::string{"abc"}}},
                     {"day", {DateText{"2026-11-23"}}},
                     {"kind", {std::string{"rest"}}},
                     {"from", {DateText{"2026-11-23"}}},
                     {"to", {DateText{"2026-11-24"}}},
                     {"steps", {Values{{std::string{"empathy"}}, {std::string{"patience"}}}}}};
  const Entry entry;
  const std::vector<ExportedEntry> entries = {{&entry, note}, {&entry, rest}};
  const JournalSettings journal;
  const UtcZone zone;
  const ExportSource source{entries, {}, journal, Audience::me, Day{}, DayClock{zone, 0}};
  const Import import = read_mend_csv({"x", csv_export(source)});
  REQUIRE(import.problems.empty());
  CHECK(entries_of(import) == std::vector<Attributes>{note, rest});
}

TEST_CASE("a row that cannot be read is named") {
  Import import = read_mend_csv({"x.csv", "id,day,kind,step\na,2026-11-22,note,empathy\n"
                                          "b,yesterday,action,empathy\nc,2026-11-22,action,empathy\n"});
  check_entries(import);
  REQUIRE(import.problems.size() == 1);
  CHECK(import.problems[0].line == 3);
  CHECK(problem_of(read_mend_csv({"x.csv", "day,kind\n2026-11-22,note,x\n"})).column == 17);
  CHECK(problem_of(read_mend_csv({"x.csv", "day,kind,text\n2026-11-22,note\n"})).column == 12);
  CHECK(problem_of(read_mend_csv({"x.csv", "day,kind,text\n2026-11-22,note\n"})).line == 2);
  CHECK(problem_of(read_mend_csv({"x.csv", "a,b\n1,2\n"})).line == 1);
  CHECK(problem_of(read_mend_csv({"x.csv", "day,kind\n\"2026\n"})).line == 2);
}

TEST_CASE("line ends of a lone CR are refused where the first is") {
  for (const std::string_view text :
       {"day,kind\r2026-11-22,rest\r", "day,kind\n2026-11-22,rest\r2026-11-23,rest\n",
        "day,kind\r\n2026-11-22,\"rest\"\r2026-11-23,rest"}) {
    CAPTURE(text);
    const Import import = read_mend_csv({"x.csv", std::string{text}});
    CHECK(problem_of(import).what == "this line ends in a lone carriage return (CR)");
    CHECK(problem_of(import).line == (text.starts_with("day,kind\r2") ? 1 : 2));
  }
}

TEST_CASE("a row without an id gets the same one in every format, however its keys are ordered") {
  const Import csv = read_mend_csv({"x", "kind,day,step,text,listened_min,defended\n"
                                         "note,2026/11/22,honesty,same,20,false\n"
                                         "note,2026-11-22,honesty,same,20,false\n"});
  const Import json = read_mend_json(
      {"x", R"({"schema": "mend.export/1", "entries": [{"day": "2026-11-22", "kind": "note",
          "step": "honesty", "listened_min": 20, "text": "same", "defended": false, "edited": "2026-11-23T10:00:00Z"}]})"});
  const Import toml = read_mend_toml({"x", "[[entry]]\nday = 2026-11-22\ntext = \"same\"\nkind = \"note\"\n"
                                           "step = \"honesty\"\ndefended = false\nlistened_min = 20\n"});
  REQUIRE(csv.entries.size() == 2);
  const auto id = [](const Import& import, std::size_t index) {
    return text_of(import.entries.at(index).entry, "id");
  };
  CHECK(id(csv, 0).size() == id_length);
  CHECK(id(csv, 0) != id(csv, 1));
  CHECK(id(json, 0) == id(csv, 0));
  CHECK(id(toml, 0) == id(csv, 0));
}

TEST_CASE("entries differ in words, in other details, or in neither") {
  const Attributes note = note_of("k7q2m4x9p3", "2026-11-22", "x");
  Attributes other{note.rbegin(), note.rend()};
  other.push_back({"edited", {DateText{"2026-11-23T10:00:00Z"}}});
  CHECK(difference_of(note, other) == Difference::none);
  other.push_back({"share", {std::int64_t{5}}});
  CHECK(difference_of(note, other) == Difference::details);
  other.back().value = {std::string{"five"}};
  CHECK(difference_of(note, other) == Difference::words);
  other.back() = {"tags", {Values{{std::string{"a"}}}}};
  CHECK(difference_of(note, other) == Difference::words);
}

TEST_CASE("JSON of mend's own without entries is refused") {
  for (const std::string_view text : {R"({"schema": "mend.streak/1", "steps": []})",
                                      R"({"schema": "mend.export/1"})",
                                      R"({"schema": "mend.export/1", "entries": {}})"}) {
    CAPTURE(text);
    CHECK(problem_of(read_mend_json({"x", std::string{text}})).what == "this JSON holds no entries");
  }
}

TEST_CASE("two entries of one import cannot have the same id") {
  Import import;
  for (int i = 0; i < 2; ++i) {
    import.entries.push_back({note_of("k7q2m4x9p3", "2026-11-22", "x"), {"x", i + 1, 1}});
  }
  check_entries(import);
  REQUIRE(import.problems.size() == 1);
  CHECK(import.problems.front().line == 2);
}

TEST_CASE("JSON that is not ours, or no JSON, is refused where it stops") {
  CHECK(problem_of(read_mend_json({"x", "{\"entries\": []}"})).what == "this JSON is not one of mend's");
  CHECK(problem_of(read_mend_json({"x", "{\n\"schema\": nonsense"})).line == 2);
  for (const std::string_view text : {"", "[]", "1", "{", "{\"entries\": [1]}", "{\"a\": 1, \"a\": 2}",
                                      "{\"a\": [null]}", "{\"a\": 99999999999999999999}", "{} {}"}) {
    CAPTURE(text);
    CHECK_FALSE(read_mend_json({"x", std::string{text}}).problems.empty());
  }
}

TEST_CASE("settings are read as journal.toml is, each where it stands") {
  const std::string head = "{\"schema\": \"mend.export/1\", \"entries\": [],\n \"settings\": ";
  const Import actions = read_mend_json(
      {"x", head + "{\"grace\": true, \"action\": [{\"key\": \"a\", \"step\": \"empathy\"},\n"
                   "{\"key\": \"on-time\", \"step\": \"consistency\"}]}}"});
  REQUIRE(actions.problems.size() == 1);
  CHECK(actions.problems.front().line == 3);
  CHECK(problem_of(read_mend_json({"x", head + "{\"role\": 5}}"})).line == 2);
  CHECK(problem_of(read_mend_json({"x", head + "5}"})).file == "x");
  const Import table = read_mend_toml({"x", "format = 1\n[settings]\nfrob = 1\n"});
  REQUIRE(table.problems.size() == 1);
  CHECK(table.problems.front().line == 3);
}

TEST_CASE("what a newer mend wrote is refused") {
  constexpr std::string_view newer = "A newer mend wrote it; it is left as it is.";
  CHECK(problem_of(read_mend_json({"x", "{\"schema\": \"mend.export/2\"}"})).hint == newer);
  CHECK(problem_of(read_mend_json({"x", "{\"schema\": \"mend.export/1\", \"entries\": [], \"settings\": {\"format\": 2}}"}))
            .hint == newer);
  CHECK(problem_of(read_mend_toml({"x", "format = 2\n"})).hint == newer);
  CHECK(problem_of(read_mend_toml({"x", "[settings]\nformat = 2\n"})).hint == newer);
}

TEST_CASE("a CSV without a first line is no export") {
  for (const std::string_view text : {"", "\xEF\xBB\xBF"}) {
    CHECK(problem_of(read_mend_csv({"x", std::string{text}})).line == 1);
  }
}

TEST_CASE("what is nested too deep is refused before it costs anything") {
  std::string deep = "{\"schema\": \"mend.export/1\", \"x\": ";
  for (int i = 0; i < 1'000'000; ++i) deep += '[';
  CHECK(problem_of(read_mend_json({"x", deep})).what == "this is nested deeper than any journal");
}

TEST_CASE("what was made for somebody else says so") {
  const std::string text = framed(json_frame({}, Audience::counsellor), json_entry, {});
  const Import import = read_mend_json({"x", text});
  CHECK(import.remarks.size() == 1);
  CHECK(problem_of(read_mend_json({"x", partner_json({}, "export")})).what ==
        "this was made for a partner, and is not a journal");
  CHECK(text.find(shared_closing) != std::string::npos);
  CHECK(framed(toml_frame({}, Audience::counsellor), toml_entry, {}).find(shared_closing) !=
        std::string::npos);
}

TEST_CASE("text that only looks like a date stays a text where none belongs") {
  Attributes note = note_of("k7q2m4x9p3", "2026-11-22", "2026-11-22");
  note.push_back({"due", {std::string{"2026-11-22"}}});
  const Import import =
      read_mend_json({"x", framed(json_frame({}, Audience::me), json_entry, {note})});
  CHECK(entries_of(import) == std::vector<Attributes>{note});
}

}  // namespace
}  // namespace mend
