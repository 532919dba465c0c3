// SPDX-License-Identifier: MIT
#include "mend/store/setting_keys.hpp"

#include "mend/store/entry_writer.hpp"

#include <doctest/doctest.h>

#include <set>

namespace mend {
namespace {

std::string written_value(const Value& value) { return write_value(value, LineEnding::lf); }

std::string text_in_force(const std::string& bytes, const std::string& name) {
  const SettingKey& key = *find_setting_key(name);
  Settings settings;
  CHECK(read_settings(bytes, key.home, "file", settings).empty());
  return written_value(key.value(settings));
}

bool accepts(const std::string& name, std::string_view text) {
  return static_cast<bool>(parse_setting(*find_setting_key(name), text));
}

TEST_CASE("every setting is found by its name, and takes its own default") {
  std::set<std::string> names;
  for (const SettingKey& key : setting_keys()) {
    CAPTURE(key.name);
    CHECK(names.insert(key.name).second);
    CHECK(find_setting_key(key.name) == &key);
    Settings settings;
    const Value usual = key.value(settings);
    const bool is_made = usual.text() == nullptr || !usual.text()->empty();
    CHECK(key.take(usual, settings) == is_made);
    CHECK(key.value(settings) == usual);
    CHECK_FALSE(key.take({Values{}}, settings));
  }
  CHECK(names.size() == 22);
  CHECK(find_setting_key("colour") == nullptr);
}

TEST_CASE("what is typed becomes a value of the setting's type") {
  CHECK(written_value(*parse_setting(*find_setting_key("grace"), "off")) == "false");
  CHECK(written_value(*parse_setting(*find_setting_key("lock_timeout"), "0")) == "0");
  CHECK(written_value(*parse_setting(*find_setting_key("role"), "both")) == "\"both\"");
  CHECK(written_value(*parse_setting(*find_setting_key("role"), "Both")) == "\"both\"");
  CHECK(written_value(*parse_setting(*find_setting_key("journal"), "Sam")) == "\"Sam\"");
  CHECK(written_value(*parse_setting(*find_setting_key("steps.space.cadence"), "every 3d")) ==
        "\"every 3d\"");
}

TEST_CASE("values that do not fit are refused") {
  CHECK_FALSE(accepts("format", "2"));
  CHECK_FALSE(accepts("role", "Mendin"));
  CHECK_FALSE(accepts("week_start", "someday"));
  CHECK_FALSE(accepts("day_start", "4:00"));
  CHECK_FALSE(accepts("day_start", "24:00"));
  CHECK_FALSE(accepts("grace", "yes"));
  CHECK_FALSE(accepts("steps.honesty.cadence", "8/week"));
  CHECK_FALSE(accepts("journal", "../elsewhere"));
  CHECK_FALSE(accepts("color", "sometimes"));
  CHECK_FALSE(accepts("lock_timeout", "-1"));
  CHECK_FALSE(accepts("lock_timeout", "3601"));
  CHECK_FALSE(accepts("lock_timeout", "10 "));
  CHECK_FALSE(accepts("lock_timeout", "9223372036854775808"));
  CHECK_FALSE(accepts("editor", " "));
  CHECK_FALSE(accepts("due.quiet", "22:00"));
  CHECK_FALSE(accepts("partner", " "));
  CHECK_FALSE(accepts("completion.words", "some"));
  CHECK(parse_setting(*find_setting_key("grace"), "yes").error().what ==
        "'grace' has to be true or false");
}

TEST_CASE("a file says what its keys say") {
  CHECK(text_in_force("week_start = \"sun\"\n", "week_start") == "\"sunday\"");
  CHECK(text_in_force("day_start = \"04:05\"\n", "day_start") == "\"04:05\"");
  CHECK(text_in_force("steps.empathy.cadence = \"mon,fri\"\n", "steps.empathy.cadence") ==
        "\"mon,fri\"");
  CHECK(text_in_force("[due]\nquiet = \"22:00-08:00\"\n", "due.quiet") == "\"22:00-08:00\"");
}

TEST_CASE("problems are told in the order of the file") {
  const auto file = read_journal_settings(
      "role = \"me\"\ncolor = \"auto\"\n[steps.e]\ncadence = \"daily\"\n[steps.empathy]\n"
      "cadance = 1\n[week_start]\n[due]\n",
      "journal.toml");
  std::string told;
  for (const Diagnostic& problem : file.problems) {
    told += std::to_string(problem.line) + " " + problem.what + " | " + problem.hint + "\n";
  }
  CHECK(told ==
        "1 'role' has to be \"mending\", \"healing\" or \"both\" | \n"
        "2 there is no setting 'color' | It belongs in config.toml.\n"
        "3 there is no step 'e' | Did you mean 'empathy'?\n"
        "6 there is no setting 'steps.empathy.cadance' | Did you mean 'cadence'?\n"
        "7 'week_start' has to be a weekday such as \"monday\" | \n"
        "8 there is no setting 'due' | \n");
  CHECK(file.settings.role == Who::mending);
}

TEST_CASE("a table that is none is told") {
  const auto file = read_config("due = \"22:00-08:00\"\n", "config.toml");
  REQUIRE(file.problems.size() == 1);
  CHECK(file.problems[0].what == "'due' has to be a table: [due]");
}

TEST_CASE("own actions") {
  const auto file = read_journal_settings(
      "[[action]]\nkey = \"call\"\nstep = \"consistency\"\ntext = \"call at noon\"\n"
      "cadence = \"daily\"\nsince = 2026-11-01\n\n[[action]]\nkey = \"lost\"\nsince = \"today\"\n",
      "journal.toml");
  REQUIRE(file.settings.actions.size() == 1);
  CHECK(file.settings.actions[0].step == Step::consistency);
  CHECK(to_iso(*file.settings.actions[0].since) == "2026-11-01");
  REQUIRE(file.problems.size() == 2);
  CHECK(file.problems[0].what == "an [[action]] needs a 'step' and a 'key' of a-z, 0-9, _ and -");
  CHECK(file.problems[1].what == "'action.since' has to be a date");
}

}  // namespace
}  // namespace mend
