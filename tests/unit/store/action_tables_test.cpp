// SPDX-License-Identifier: MIT
#include "mend/store/action_tables.hpp"

#include "mend/store/settings_file.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mend {
namespace {

const std::string settings_file_name = "journal.toml";

OwnAction named(std::string key, Step step = Step::consistency) {
  OwnAction action;
  action.key = std::move(key);
  action.step = step;
  return action;
}

const std::vector<Attributes> walks{
    Attributes{{"key", {"walk"}}, {"step", {"connection"}}, {"text", {"walk \"out\""}}}};

std::string after_adding(const std::string& bytes) {
  const auto edit = actions_added(bytes, settings_file_name, walks);
  REQUIRE(edit);
  CHECK(edit->removed.empty());
  return applied(bytes, *edit);
}

std::string after_ending(const std::string& bytes, const OwnAction& action) {
  const auto edit = action_changed(bytes, settings_file_name, action, {{"until", Value{DateText{"2026-11-22"}}}});
  REQUIRE(edit);
  return applied(bytes, *edit);
}

int line_of_refusal(const Result<Edit>& edit) {
  REQUIRE_FALSE(edit);
  CHECK(edit.error().file == settings_file_name);
  return edit.error().line;
}

}  // namespace

TEST_CASE("an action that is added comes last, in the file's own way") {
  CHECK(after_adding("") == "[[action]]\nkey = \"walk\"\nstep = \"connection\"\ntext = \"walk \\\"out\\\"\"\n");
  CHECK(after_adding("format = 1 # one") ==
        "format = 1 # one\n\n[[action]]\nkey = \"walk\"\nstep = \"connection\"\ntext = \"walk \\\"out\\\"\"\n");
  CHECK(after_adding("\r\nformat = 1\r\n\r\n# the end\r\n") ==
        "\r\nformat = 1\r\n\r\n# the end\r\n\r\n[[action]]\r\nkey = \"walk\"\r\nstep = \"connection\"\r\n"
        "text = \"walk \\\"out\\\"\"\r\n");
}

TEST_CASE("a change touches one table, and in it one line") {
  const std::string before =
      "# mine\nformat = 1\n\n# at noon\n[[action]]\nkey = \"call\" # often\nstep = \"consistency\"\n\n"
      "[steps.empathy]\ncadence = \"daily\"\n\n[[action]]\nkey = \"call\"\nstep = \"honesty\"\n";
  const std::string ended = after_ending(before, named("call"));
  CHECK(ended.substr(0, ended.find("until")) == before.substr(0, before.find("\n[steps")));
  CHECK(ended.find("step = \"consistency\"\nuntil = 2026-11-22\n\n[steps") != std::string::npos);
  CHECK(after_ending(before, named("call", Step::honesty)) == before + "until = 2026-11-22\n");
  const std::string first = "[[action]]\nkey = \"call\"\nstep = \"consistency\"";
  CHECK(after_ending(first, named("call")) == first + "\nuntil = 2026-11-22");
}

TEST_CASE("what cannot be changed safely is refused with its line") {
  const std::string inlined = "format = 1\naction = [{ key = \"call\", step = \"consistency\" }]\n";
  CHECK(line_of_refusal(actions_added(inlined, settings_file_name, walks)) == 2);
  CHECK(line_of_refusal(action_changed(inlined, settings_file_name, named("call"), {})) == 2);
  CHECK(line_of_refusal(actions_added("format = 1\naction = 3\n", settings_file_name, walks)) == 2);
  CHECK(line_of_refusal(actions_added("format = 1\n\nx = \"\n", settings_file_name, walks)) == 3);
  CHECK(line_of_refusal(actions_added("format = 99\n", settings_file_name, walks)) == 1);
}

TEST_CASE("an action that is not there any more is not changed") {
  CHECK(line_of_refusal(action_changed("format = 1\n", settings_file_name, named("call"), {})) == 0);
  const std::string other = "[[action]]\nkey = \"call\"\nstep = \"honesty\"\n";
  CHECK(line_of_refusal(action_changed(other, settings_file_name, named("call"), {})) == 0);
}

TEST_CASE("a splice may change the actions of its range alone") {
  const std::string bytes =
      "format = 1\n\n[[action]]\nkey = \"a\"\nstep = \"honesty\"\n\n[[action]]\nkey = \"b\"\nstep = \"honesty\"\n";
  const MonthDocument before{bytes, settings_file_name};
  const auto second = bytes.rfind("[[action]]");
  CHECK(spliced_actions(before, {second, bytes.size()}, "", settings_file_name));
  CHECK_FALSE(spliced_actions(before, {0, second}, "", settings_file_name));          // takes the format along
  CHECK_FALSE(spliced_actions(before, {second + 3, second + 4}, "", settings_file_name));
  CHECK_FALSE(spliced_actions(before, {second, second}, "x = 1\n", settings_file_name));  // becomes a key of `a`
}

TEST_CASE("settings know the keys an action had") {
  const auto actions = actions_in("[[action]]\nkey = \"b\"\nstep = \"honesty\"\nwas = [\"a\", \"c\"]\n");
  REQUIRE(actions.size() == 1);
  CHECK(actions.front().was == std::vector<std::string>{"a", "c"});
  CHECK(actions.front().is_named("a"));
  CHECK(actions.front().is_named("b"));
  CHECK_FALSE(actions.front().is_named("d"));
  CHECK(read_journal_settings("[[action]]\nkey = \"b\"\nstep = \"honesty\"\nwas = \"a\"\n", settings_file_name).problems.size() == 1);
  CHECK(read_journal_settings("[[action]]\nkey = \"b\"\nstep = \"honesty\"\nwas = [1]\n", settings_file_name).problems.size() == 1);
}

}  // namespace mend
