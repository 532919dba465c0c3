// SPDX-License-Identifier: MIT
#include "mend/cli/entry_template.hpp"

#include "mend/domain/step.hpp"
#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

EntryTemplate template_of(Step step, Composition composition) {
  EntryTemplate content;
  content.heading = "A note for " + std::string{key_of(step)} + ", Sun 22 Nov.";
  for (const PromptContent& prompt : content_of(step).prompts) content.prompts.push_back(prompt.text);
  content.fields = content_of(step).fields;
  content.composition = std::move(composition);
  return content;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Without the blank lines around it.
std::string trimmed(std::string_view text) {
  while (true) {
    const auto newline = text.find('\n');
    if (newline == std::string_view::npos || !is_blank(text.substr(0, newline))) break;
    text.remove_prefix(newline + 1);
  }
  while (true) {
    const auto newline = text.rfind('\n');
    if (newline == std::string_view::npos || !is_blank(text.substr(newline + 1))) break;
    text = text.substr(0, newline);
  }
  return is_blank(text) ? "" : std::string{text};
}

}  // namespace

TEST_CASE("a template that comes back unchanged is empty") {
  for (const Step step : all_steps) {
    CAPTURE(key_of(step));
    const Composition read = read_template(write_template(template_of(step, {})));
    CHECK(read.text.empty());
    CHECK(read.fields.empty());
  }
}

TEST_CASE("a template shows the heading, every prompt and every field") {
  const std::string text = write_template(template_of(Step::empathy, {}));
  CHECK(text.find("# A note for empathy, Sun 22 Nov.") != std::string::npos);
  for (const FieldContent& field : content_of(Step::empathy).fields) {
    CAPTURE(field.name);
    CHECK(text.find("\n#>>> " + std::string{field.name}) != std::string::npos);
  }
}

TEST_CASE("what is written below a field's line is its value") {
  const std::string text = write_template(template_of(Step::empathy, {}));
  const std::string mark = "#>>> they_felt";
  std::string filled = "my words\n" + text;
  const auto at = filled.find(mark);
  REQUIRE(at != std::string::npos);
  filled.erase(at, 1);
  filled.insert(filled.find('\n', at) + 1, "alone\nwith it\n");
  const Composition read = read_template(filled);
  CHECK(read.text == "my words");
  REQUIRE(read.fields.size() == 1);
  CHECK(read.fields.at("they_felt") == "alone\nwith it");
}

TEST_CASE("any text and any field come back as they were, less blank lines around them") {
  Random random{30};
  std::vector<std::string> texts{std::begin(hostile_texts), std::end(hostile_texts)};
  for (const std::string_view text : {"# a", "\\# a", "\\\\# a", "\\", ">>> they_felt", "\\>>> x", ">>>", "#",
                                      "a\n# b\n>>> they_felt\nc", "\\#\n\\\\>>> x"}) {
    texts.emplace_back(text);
  }
  for (int i = 0; i < 400; ++i) texts.push_back(hostile_text(random, 20));
  for (const std::string& text : texts) {
    CAPTURE(text);
    Composition composition;
    composition.text = text;
    if (!trimmed(text).empty()) composition.fields["i_heard"] = text;
    const Composition read = read_template(write_template(template_of(Step::empathy, composition)));
    CHECK(read.text == trimmed(text));
    CHECK(read.fields.contains("i_heard") == !trimmed(text).empty());
    if (read.fields.contains("i_heard")) CHECK(read.fields.at("i_heard") == trimmed(text));
    CHECK(read.fields.size() <= 1);
  }
}

TEST_CASE("an entry is composed of its text and its fields, answers as people give them") {
  const Attributes entry = {{"text", {std::string{"t"}}},        {"listened_min", {std::int64_t{20}}},
                            {"defended", {true}},                {"other", {std::string{"not a field"}}},
                            {"step", {std::string{"honesty"}}}};
  const Composition composition = composition_of(entry, content_of(Step::honesty).fields);
  CHECK(composition.text == "t");
  CHECK(composition.fields == decltype(composition.fields){{"defended", "yes"}, {"listened_min", "20"}});
  CHECK(composition_of({}, content_of(Step::honesty).fields).fields.empty());
}

}  // namespace mend
