// SPDX-License-Identifier: MIT
#include "mend/domain/step.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

std::string key_or_error(std::string_view word) {
  const auto step = parse_step(word);
  return step ? std::string{key_of(*step)} : "refused";
}

// What 1-product.md says of a word: a name of a step, else the only key that begins so.
std::string expected_step(std::string_view word) {
  std::vector<std::string_view> begin_so;
  for (const StepContent& content : step_contents()) {
    for (const auto alias : content.aliases) {
      if (alias == word) return std::string{content.key};
    }
    if (content.key == word) return std::string{content.key};
    if (content.key.starts_with(word)) begin_so.push_back(content.key);
  }
  return begin_so.size() == 1 ? std::string{begin_so.front()} : "refused";
}

}  // namespace

TEST_CASE("a step is named by number, key and every alias") {
  for (const Step step : all_steps) {
    const StepContent& content = content_of(step);
    CAPTURE(content.key);
    CHECK(content.number == number_of(step));
    CHECK(key_or_error(std::to_string(content.number)) == content.key);
    CHECK(key_or_error(content.key) == content.key);
    CHECK_FALSE(content.aliases.empty());
    for (const auto alias : content.aliases) CHECK(key_or_error(alias) == content.key);
  }
}

TEST_CASE("every start of a key names its step, unless it is another's") {
  for (const StepContent& content : step_contents()) {
    for (std::size_t length = 1; length <= content.key.size(); ++length) {
      const auto start = content.key.substr(0, length);
      CAPTURE(start);
      CHECK(key_or_error(start) == expected_step(start));
    }
  }
  CHECK(key_or_error("resp") == "responsibility");
  CHECK(key_or_error("conn") == "connection");
  CHECK(key_or_error("cons") == "consistency");
}

TEST_CASE("a start of two keys is refused with both") {
  for (const std::string_view word : {"co", "con"}) {
    CAPTURE(word);
    const auto step = parse_step(word);
    REQUIRE_FALSE(step);
    CHECK(step.error().what ==
          "'" + std::string{word} + "' could be consistency or connection");
    CHECK_FALSE(step.error().hint.empty());
  }
}

TEST_CASE("an unknown word is refused with the nearest step") {
  struct Row {
    std::string_view word;
    std::string_view hint;
  };
  const std::vector<Row> rows = {{"empaty", "Did you mean 'empathy'?"},
                                 {"honsety", "Did you mean 'honesty'?"},
                                 {"conection", "Did you mean 'connection'?"},
                                 {"sory", "Did you mean 'sorry'?"},
                                 {"oepn", "Did you mean 'open'?"}};
  for (const Row& row : rows) {
    CAPTURE(row.word);
    const auto step = parse_step(row.word);
    REQUIRE_FALSE(step);
    CHECK(step.error().what == "there is no step '" + std::string{row.word} + "'");
    CHECK(step.error().hint == row.hint);
  }
}

TEST_CASE("what is near to nothing is refused with all steps") {
  for (const std::string_view word : {"", "0", "9", "10", "01", "-1", "xyzzy", "/", "gardening", "c "}) {
    CAPTURE(word);
    const auto step = parse_step(word);
    REQUIRE_FALSE(step);
    CHECK_FALSE(step.error().hint.empty());
  }
  const auto step = parse_step("xyzzy");
  for (const Step each : all_steps) {
    CHECK(step.error().hint.find(key_of(each)) != std::string::npos);
  }
}

TEST_CASE("files spell a step by its key alone") {
  CHECK(step_from_key("empathy") == Step::empathy);
  for (const std::string_view word : {"e", "6", "empath", "Empathy", "empathize", "", "empathy "}) {
    CAPTURE(word);
    CHECK(step_from_key(word) == std::nullopt);
  }
}

TEST_CASE("actions and fields are found in their own step") {
  REQUIRE(find_action(Step::consistency, "on-time") != nullptr);
  CHECK(find_action(Step::consistency, "on-time")->key == "on-time");
  CHECK(find_action(Step::empathy, "on-time") == nullptr);
  CHECK(find_action(Step::consistency, "on-tim") == nullptr);
  CHECK(find_action(Step::consistency, "") == nullptr);
  REQUIRE(find_field(Step::empathy, "they_felt") != nullptr);
  CHECK(find_field(Step::empathy, "they_felt")->name == "they_felt");
  CHECK(find_field(Step::honesty, "they_felt") == nullptr);
  CHECK(find_field(Step::empathy, "") == nullptr);
}

}  // namespace mend
