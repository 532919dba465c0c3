// SPDX-License-Identifier: MIT
#include "mend/cli/help.hpp"

#include "mend/text/display.hpp"
#include "support/json.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace mend {
namespace {

bool help_mentions(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

void check_lines(const std::string& text) {
  CHECK(text.ends_with('\n'));
  for (std::string_view rest = text; !rest.empty();) {
    const auto line = first_line(rest);
    CAPTURE(line);
    CHECK(display_width(line) <= 80);
    CHECK_FALSE(line.ends_with(' '));
    CHECK(harmless(line) == line);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
}

}  // namespace

TEST_CASE("the help lists every command that is not hidden, and every option of all commands") {
  const std::string text = help_text();
  check_lines(text);
  for (const Command& command : commands()) {
    if (family_of(command) != nullptr) continue;
    CAPTURE(command.name);
    CHECK(help_mentions(text, "\n  " + std::string{command.name} + " ") == !command.group.empty());
  }
  for (const Option& option : global_options()) CHECK(help_mentions(text, option.long_name()));
}

TEST_CASE("the help of a command begins with its examples and names its options") {
  for (const Command& command : commands()) {
    if (command.group.empty()) continue;
    CAPTURE(command.name);
    const std::string text = help_text(command);
    check_lines(text);
    REQUIRE_FALSE(command.examples.empty());
    CHECK(text.starts_with("  " + std::string{command.examples.front()}));
    CHECK(help_mentions(text, "mend " + std::string{command.name}));
    for (const Option& option : command.options) {
      CHECK(help_mentions(text, option.long_name()));
      CHECK(help_mentions(text, option.short_name()));
    }
  }
}

TEST_CASE("the help as JSON holds the same commands") {
  const std::string all = help_on(nullptr, nullptr, true);
  CHECK(json_fault(all) == "");
  for (const Command& command : commands()) {
    const std::string name = "\"name\":\"" + std::string{command.name} + "\"";
    CHECK(help_mentions(all, name) == !command.group.empty());
    if (command.group.empty()) continue;
    const std::string one = help_on(nullptr, &command, true);
    CHECK(json_fault(one) == "");
    CHECK(help_mentions(one, name));
  }
}

TEST_CASE("the help of a family names its members, and the overview the family once") {
  for (const Family& family : families()) {
    const std::string text = help_text(family);
    CHECK(help_mentions(text, "'mend " + std::string{family.name} + "' alone is"));
    const std::string all = help_on(&family, nullptr, true);
    CHECK(json_fault(all) == "");
    for (const Command& command : commands()) {
      const bool is_member = family_of(command) == &family;
      CHECK(help_mentions(text, "\n  " + std::string{command.name} + " ") == is_member);
      CHECK(help_mentions(all, "\"name\":\"" + std::string{command.name} + "\"") == is_member);
      if (is_member) CHECK_FALSE(help_mentions(help_text(), "\n  " + std::string{command.name} + " "));
    }
    CHECK(help_mentions(help_text(), "\n  " + std::string{family.name} + " "));
  }
}

TEST_CASE("the version is a name and a number") {
  CHECK(version_text(false).starts_with("mend "));
  CHECK(json_fault(version_text(true)) == "");
}

}  // namespace mend
