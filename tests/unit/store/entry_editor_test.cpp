// SPDX-License-Identifier: MIT
#include "mend/store/entry_editor.hpp"

#include "mend/store/splice.hpp"
#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

KeyChange set(std::string key, std::string text) { return {std::move(key), Value{std::move(text)}}; }

KeyChange drop(std::string key) { return {std::move(key), std::nullopt}; }

const std::string entry =
    "# above\n"
    "[[entry]] # beside\n"
    "id = \"a\" # its id\n"
    "\n"
    "text = \"\"\"\n"
    "one\n"
    "two\"\"\" # about the text\n"
    "  day=2026-11-22   # spaces\n"
    "# between\n"
    "tags = [\n"
    "  \"x\", # why\n"
    "]\n"
    "\"odd key\" = 'y' # ä\n"
    "# below\n";

std::string with(std::string_view old_text, std::string_view new_text) {
  std::string out = entry;
  const auto at = out.find(old_text);
  REQUIRE(at != std::string::npos);
  return out.replace(at, old_text.size(), new_text);
}

std::string crlf(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string{"\r\n"} : std::string{c};
  return out;
}

Attributes sorted(Attributes attributes) {
  std::ranges::sort(attributes, {}, &Attribute::key);
  return attributes;
}

}  // namespace

TEST_CASE("a value is replaced where it stands, and nothing around it") {
  struct Row {
    std::vector<KeyChange> changes;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {{}, entry},
      {{set("id", "b")}, with("\"a\" #", "\"b\" #")},
      {{set("text", "short")}, with("\"\"\"\none\ntwo\"\"\"", "\"short\"")},
      {{set("text", "a\nb")}, with("\"\"\"\none\ntwo\"\"\"", "\"\"\"\na\nb\"\"\"")},
      {{{"day", Value{DateText{"2026-12-01"}}}}, with("2026-11-22", "2026-12-01")},
      {{{"tags", Value{Values{{std::string{"z"}}}}}}, with("[\n  \"x\", # why\n]", "[\"z\"]")},
      {{set("odd key", "z")}, with("'y'", "\"z\"")},
      {{set("id", "b"), {"day", Value{DateText{"2026-12-01"}}}},
       [] {
         std::string out = with("\"a\" #", "\"b\" #");
         return out.replace(out.find("2026-11-22"), 10, "2026-12-01");
       }()},
  };
  for (const Row& row : rows) {
    CHECK(edited_entry(entry, row.changes) == row.expected);
    CHECK(edited_entry(crlf(entry), row.changes).has_value());
  }
}

TEST_CASE("a key that is taken out takes its line along") {
  CHECK(edited_entry(entry, {drop("id")}) == with("id = \"a\" # its id\n", ""));
  CHECK(edited_entry(entry, {drop("text")}) ==
        with("text = \"\"\"\none\ntwo\"\"\" # about the text\n", ""));
  CHECK(edited_entry(entry, {drop("tags")}) == with("tags = [\n  \"x\", # why\n]\n", ""));
  CHECK(edited_entry(entry, {drop("none")}) == entry);
}

TEST_CASE("a new key follows the last one") {
  CHECK(edited_entry(entry, {set("step", "space")}) == with("# ä\n", "# ä\nstep = \"space\"\n"));
  CHECK(edited_entry(entry, {set("a", "1"), set("b", "2")}) ==
        with("# ä\n", "# ä\na = \"1\"\nb = \"2\"\n"));
  CHECK(edited_entry("[[entry]]\n", {set("a", "1")}) == "[[entry]]\na = \"1\"\n");
  CHECK(edited_entry("[[entry]]", {set("a", "1")}) == "[[entry]]\na = \"1\"\n");
  CHECK(edited_entry("[[entry]]\nb = 1", {set("a", "1")}) == "[[entry]]\nb = 1\na = \"1\"\n");
  CHECK(edited_entry("[[entry]]\r\nb = 1\r\n", {set("a", "x\ny")}) ==
        "[[entry]]\r\nb = 1\r\na = \"x\\ny\"\r\n");
  // Not into a table inside it.
  CHECK(edited_entry("[[entry]]\nb = 1\n[entry.more]\nc = 2\n", {set("a", "1")}) ==
        "[[entry]]\nb = 1\na = \"1\"\n[entry.more]\nc = 2\n");
}

TEST_CASE("what is no single entry, or would become something else, is not edited") {
  for (const std::string_view text : {"", "id = 1\n", "[[other]]\n", "[[entry]]\n[[entry]]\n",
                                      "[[entry]]\ntext = \"no end\n", "entry = [3]\n"}) {
    CAPTURE(text);
    CHECK_FALSE(edited_entry(text, {set("id", "b")}));
  }
  // Dropping one part of a dotted key would drop the other.
  const auto edited = edited_entry("[[entry]]\na.b = 1\na.c = 2\n", {drop("a")});
  if (edited) CHECK(entries_in(*edited) == std::vector<Attributes>{Attributes{}});
}

TEST_CASE("any text can take the place of any other, and every other key stays") {
  Random random{18};
  for (const std::string& original : {entry, crlf(entry)}) {
    const auto before = entries_in(original);
    REQUIRE(before.size() == 1);
    for (int i = 0; i < 400; ++i) {
      std::vector<KeyChange> changes;
      static constexpr std::string_view keys[] = {"id", "text", "day", "tags", "odd key", "new", "more"};
      for (const auto key : keys) {
        if (random.one_in(3)) changes.push_back(set(std::string{key}, hostile_text(random)));
        else if (random.one_in(6)) changes.push_back(drop(std::string{key}));
      }
      const auto edited = edited_entry(original, changes);
      REQUIRE(edited);
      const auto after = entries_in(*edited);
      REQUIRE(after.size() == 1);
      REQUIRE(sorted(after.front()) == sorted(changed(before.front(), changes)));
      REQUIRE(edited->starts_with("# above"));
      REQUIRE(edited->find("# between") != std::string::npos);
    }
  }
}

TEST_CASE("changes to attributes: replace, take out, add at the end") {
  const Attributes attributes = {{"a", {true}}, {"b", {true}}};
  CHECK(changed(attributes, {}) == attributes);
  CHECK(changed(attributes, {set("a", "x")}) == Attributes{{"a", {std::string{"x"}}}, {"b", {true}}});
  CHECK(changed(attributes, {drop("a")}) == Attributes{{"b", {true}}});
  CHECK(changed(attributes, {set("c", "x"), drop("d")}) ==
        Attributes{{"a", {true}}, {"b", {true}}, {"c", {std::string{"x"}}}});
}

}  // namespace mend
