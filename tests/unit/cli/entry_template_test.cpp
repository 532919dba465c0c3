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
  return read_template(content, write_template(content));
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
    CHECK(text.find("\n#>>> " + std::string{field.name} + "   " + std::string{field.ask}) !=
          std::string::npos);
  }
  CHECK(read_template(empathy(), text).is_empty());
  CHECK(read_template(empathy(), "").is_empty());
  CHECK(read_template(empathy(), "\n \n\t\n# What did they feel?\n").is_empty());
}

TEST_CASE("what is written above and below the comments is the text and the fields") {
  const Composition composition = read_template(
      empathy(),
      "\n"
      "The school call.\n"
      "\n"
      "  And after.\n"
      "# A note for empathy, Sun 22 Nov.\n"
      "Between comments.\n"
      "# a comment of my own\n"
      ">>> they_felt\n"
      "\n"
      "alone\n"
      "with it\n"
      "\n"
      ">>> checked\n"
      "yes\n"
      ">>> i_heard\n"
      "\n"
      ">>> i_answered\tI said\n"
      "that I was there");
  CHECK(composition.text == "The school call.\n\n  And after.\nBetween comments.\n# a comment of my own");
  CHECK(composition.fields ==
        decltype(composition.fields){
            {"they_felt", "alone\nwith it"}, {"checked", "yes"}, {"i_answered", "I said\nthat I was there"}});
}

TEST_CASE("a field that is begun twice keeps both parts") {
  const Composition composition = read_template(empathy(), ">>> moment\none\n>>> i_heard\nx\n>>> moment\ntwo\n");
  CHECK(composition.fields == decltype(composition.fields){{"moment", "one\ntwo"}, {"i_heard", "x"}});
}

TEST_CASE("a mark without a name is text like any other") {
  for (const std::string text : {"one\n>>>\ntwo", "one\n>>> \ntwo", "one\n>>>   \ntwo", "one\n>>>x\ntwo",
                                 "one\n >>> x\ntwo", "> one\n>> two"}) {
    CAPTURE(text);
    const Composition composition = read_template(empathy(), text);
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
  for (int i = 0; i < 100; ++i) texts.push_back(hostile_text(random));
  static const std::vector<std::string_view> parts = {"#", "\\", ">>> ", ">>>", "\n", " ", "x", "they_felt", "\r", "\t"};
  for (int i = 0; i < 600; ++i) {
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
  const Composition before = read_template(content, text);
  CHECK(read_template(content, text + "\n\n") == before);
  CHECK(read_template(content, "\n" + text) == before);
  CHECK(read_template(content, "# mine\n" + text).text.starts_with("# mine\n"));
  CHECK(read_template(content, text + "x") != before);
  CHECK(read_template(content, "x\n" + text) != before);
  std::string shorter = text;
  shorter.erase(shorter.find("yes"), 3);
  CHECK(read_template(content, shorter) != before);
}

TEST_CASE("any line that is typed anywhere is in the text or in a field") {
  EntryTemplate content = empathy();
  content.composition.text = "one\n#\n>>> moment\ntwo";
  content.composition.fields = {{"i_heard", "three\n# four"}, {"checked", "yes"}};
  const std::string text = write_template(content);
  std::vector<std::string> typed = {"#", "# What did they feel?", "#1 fan", "\\#", "\\>>> moment", ">>> he said", ">>>",
                                    "#>>> moment", "# typed", "\\"};
  for (const FieldContent& field : content_of(Step::empathy).fields) {
    typed.push_back("#>>> " + std::string{field.name} + "   " + std::string{field.ask});
    if (field.type != FieldType::text) continue;
    typed.push_back(">>> " + std::string{field.name} + "   " + std::string{field.ask} + " typed");
  }
  const auto count = [](const Composition& composition, const std::string& line) {
    std::string all = "\n" + composition.text + "\n";
    for (const auto& [name, value] : composition.fields) all += value + "\n";
    std::size_t found = 0;
    for (auto at = all.find("\n" + line + "\n"); at != std::string::npos; at = all.find("\n" + line + "\n", at + 1)) ++found;
    return found;
  };
  const Composition before = read_template(content, text);
  for (const std::string& line : typed) {
    for (std::size_t at = 0; at != std::string::npos; at = text.find('\n', at)) {
      if (at > 0) ++at;
      CAPTURE(line);
      CAPTURE(at);
      std::string edited = text;
      edited.insert(at, line + "\n");
      const Composition after = read_template(content, edited);
      const std::string word = line.starts_with(">>> ") && line.ends_with(" typed") ? "typed" : line;
      REQUIRE(count(after, word) == count(before, word) + 1);
    }
  }
}

TEST_CASE("line ends and the mark at the start belong to the editor that put them there") {
  EntryTemplate content = empathy();
  content.composition.text = "one\r\ntwo\nthree";
  content.composition.fields = {{"checked", "yes"}};
  const std::string text = write_template(content);
  std::string dos = "\xEF\xBB\xBF";
  for (const char c : text) dos += c == '\n' ? "\r\n" : std::string{c};
  CHECK(read_template(content, dos) == read_template(content, text));
  content.composition.text = "one\ntwo";
  std::string mac = write_template(content);
  for (char& c : mac) c = c == '\n' ? '\r' : c;
  CHECK(read_template(content, mac) == content.composition);
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
  CHECK(read_template(content, write_template(content)) == content.composition);
}

}  // namespace mend
