// SPDX-License-Identifier: MIT
#include "mend/cli/entry_template.hpp"

#include "mend/domain/step.hpp"
#include "support/entries.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

EntryTemplate empathy() {
  EntryTemplate content;
  content.heading = "A note for empathy, Sun 22 Nov.";
  content.prompts = {"What did they feel?", "What did I hear?"};
  content.fields = content_of(Step::empathy).fields;
  return content;
}

// What comes back when nobody touches the file.
Composition round_trip(const Composition& composition) {
  EntryTemplate content = empathy();
  content.composition = composition;
  return read_template(write_template(content));
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// The text as it must come back: without blank lines around it.
std::string without_blank_lines_around(std::string text) {
  const auto lines_end = [&text] { return text.rfind('\n'); };
  while (text.find('\n') != std::string::npos && is_blank(text.substr(0, text.find('\n')))) {
    text.erase(0, text.find('\n') + 1);
  }
  while (lines_end() != std::string::npos && is_blank(text.substr(lines_end() + 1))) {
    text.erase(lines_end());
  }
  return is_blank(text) ? "" : text;
}

}  // namespace

TEST_CASE("an empty template says what it is for, and reads back as nothing") {
  const std::string text = write_template(empathy());
  CHECK(text.starts_with("\n\n# A note for empathy, Sun 22 Nov.\n"));
  CHECK(text.find("\n# What did they feel?\n") != std::string::npos);
  CHECK(text.find("\n#>>> they_felt   ") != std::string::npos);
  for (const FieldContent& field : content_of(Step::empathy).fields) {
    CAPTURE(field.name);
    CHECK(text.find("\n#>>> " + std::string{field.name} + "   " + std::string{field.ask} + "\n") !=
          std::string::npos);
  }
  CHECK(read_template(text).is_empty());
  CHECK(read_template("").is_empty());
  CHECK(read_template("\n \n\t\n# a comment\n").is_empty());
}

TEST_CASE("what is written above and below the comments is the text and the fields") {
  const Composition composition = read_template(
      "\n"
      "The school call.\n"
      "\n"
      "  And after.\n"
      "# A note for empathy\n"
      "Between comments.\n"
      "#>>> moment   When?\n"
      ">>> they_felt   What did they feel?\n"
      "\n"
      "alone\n"
      "with it\n"
      "\n"
      "# a comment\n"
      ">>> checked\n"
      "yes\n"
      ">>> i_heard   What did I hear?\n"
      "\n"
      ">>> i_answered\twhat\n"
      "that I was there");
  CHECK(composition.text == "The school call.\n\n  And after.\nBetween comments.");
  CHECK(composition.fields ==
        decltype(composition.fields){
            {"they_felt", "alone\nwith it"}, {"checked", "yes"}, {"i_answered", "that I was there"}});
}

TEST_CASE("a field that is begun twice keeps both parts") {
  const Composition composition = read_template(">>> moment\none\n>>> i_heard\nx\n>>> moment\ntwo\n");
  CHECK(composition.fields == decltype(composition.fields){{"moment", "one\ntwo"}, {"i_heard", "x"}});
}

TEST_CASE("a mark without a name is text like any other") {
  for (const std::string text : {"one\n>>>\ntwo", "one\n>>> \ntwo", "one\n>>>   \ntwo", "one\n>>>x\ntwo",
                                 "one\n >>> x\ntwo", "> one\n>> two"}) {
    CAPTURE(text);
    const Composition composition = read_template(text);
    CHECK(composition.text == text);
    CHECK(composition.fields.empty());
    CHECK(round_trip(composition) == composition);
  }
}

TEST_CASE("any text comes back as it was, without blank lines around it") {
  std::vector<std::string> texts{
      "# no comment", "## neither", "#", "\\#", "\\\\# two", "\\", "\\\\", "one\n# two\nthree\n\\# four",
      ">>> they_felt", ">>> they_felt   What?\nalone", "\\>>> they_felt", "\\\\>>> x", ">>>", ">>> ", "\\>>> ",
      "#>>> they_felt", "one\n\n\ntwo", "\n\none\n\n", "  indented\n\ttoo  ", "one\r\ntwo", "\r", "\r\n\r\n",
      "\n", " ", "\t\n \n", "A note for empathy", "Leave everything as it is, or empty, to save nothing.",
      "\xEF\xBB\xBF# mark", "# \U0001F9C0"};
  for (const auto hostile : hostile_texts) texts.emplace_back(hostile);
  Random random{7};
  for (int i = 0; i < 500; ++i) texts.push_back(hostile_text(random));
  static const std::vector<std::string_view> parts = {"#", "\\", ">>> ", ">>>", "\n", " ", "x", "they_felt", "\r", "\t"};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t j = random.below(9); j > 0; --j) text += random.pick(parts);
    texts.push_back(text);
  }
  for (const std::string& text : texts) {
    CAPTURE(text);
    const std::string expected = without_blank_lines_around(text);
    Composition composition;
    composition.text = text;
    REQUIRE(round_trip(composition).text == expected);
    REQUIRE(round_trip(composition).fields.empty());
    // The same below a field, with a text above it and a field behind it.
    composition.text = "above";
    composition.fields = {{"moment", text}, {"i_heard", "below"}};
    const Composition back = round_trip(composition);
    REQUIRE(back.text == "above");
    REQUIRE(back.fields.at("i_heard") == "below");
    REQUIRE(back.fields.contains("moment") == !expected.empty());
    if (!expected.empty()) REQUIRE(back.fields.at("moment") == expected);
  }
}

TEST_CASE("a file that was saved as it is, is unchanged; any word makes a difference") {
  EntryTemplate content = empathy();
  content.composition.text = "\n\nThe school call.\n \n";
  content.composition.fields = {{"they_felt", "alone\n\nwith it\n"}, {"checked", "yes"}, {"moment", ""}};
  const std::string text = write_template(content);
  const Composition before = read_template(text);
  CHECK(read_template(text + "\n\n") == before);
  CHECK(read_template("\n" + text) == before);
  CHECK(read_template("# mine\n" + text) == before);
  CHECK(read_template(text + "x") != before);
  CHECK(read_template("x\n" + text) != before);
  std::string shorter = text;
  shorter.erase(shorter.find("yes"), 3);
  CHECK(read_template(shorter) != before);
}

TEST_CASE("an entry is composed of its text and its fields, as they would be given with -f") {
  const auto field = [](std::string_view name, FieldType type) {
    return FieldContent{name, type, {}, 5, "Ask?", false, false};
  };
  const std::vector<FieldContent> fields = {
      field("said", FieldType::text),       field("yes", FieldType::yes_no), field("no", FieldType::yes_no),
      field("minutes", FieldType::minutes), field("day", FieldType::date),   field("absent", FieldType::text)};
  const Attributes entry = {{"id", {std::string{"k7q2"}}},
                            {"text", {std::string{"one\ntwo"}}},
                            {"minutes", {std::int64_t{45}}},
                            {"own", {std::string{"key"}}},
                            {"yes", {true}},
                            {"no", {false}},
                            {"said", {std::string{"# alone"}}},
                            {"day", {DateText{"2026-11-22"}}}};
  EntryTemplate content;
  content.fields = fields;
  content.composition = composition_of(entry, fields);
  CHECK(content.composition.text == "one\ntwo");
  CHECK(content.composition.fields ==
        decltype(Composition::fields){
            {"said", "# alone"}, {"yes", "yes"}, {"no", "no"}, {"minutes", "45"}, {"day", "2026-11-22"}});
  CHECK(read_template(write_template(content)) == content.composition);
}

}  // namespace mend
