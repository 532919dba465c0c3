// SPDX-License-Identifier: MIT
#include "mend/store/settings_file.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Texts = std::vector<std::string>;

// "line:column what", in the order of the file.
template <typename Settings>
Texts problems_of(const SettingsFile<Settings>& file) {
  auto problems = file.problems;
  std::ranges::sort(problems, {}, [](const Diagnostic& it) { return std::pair{it.line, it.column}; });
  Texts texts;
  for (const Diagnostic& problem : problems) {
    CHECK(problem.file == "x.toml");
    texts.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " +
                    problem.what);
  }
  return texts;
}

SettingsFile<JournalSettings> journal(std::string_view bytes) {
  return read_journal_settings(bytes, "x.toml");
}

SettingsFile<Config> config(std::string_view bytes) { return read_config(bytes, "x.toml"); }

bool is_default(const JournalSettings& settings) {
  const JournalSettings usual;
  bool is_same = settings.role == usual.role && settings.week_start == usual.week_start &&
                 settings.day_start == usual.day_start && settings.grace == usual.grace &&
                 settings.partner.empty() &&
                 settings.actions.empty();
  for (const Step step : all_steps) {
    is_same = is_same && settings.cadence_of(step).text == usual.cadence_of(step).text;
  }
  return is_same;
}

bool is_default(const Config& config) {
  return config.journal == "main" && config.color == ColorChoice::automatic && !config.discreet &&
         config.lock_timeout == 10 && config.editor.empty() && config.quiet.empty() &&
         !config.has_words_in_completion;
}

}  // namespace

TEST_CASE("journal.toml: every key is read") {
  const auto file = journal(
      "format = 1\nrole = \"healing\"\nweek_start = \"sunday\"\nday_start = \"04:30\"\ngrace = false\n"
      "partner = \"Sam\"\n"
      "[steps.empathy]\ncadence = \"daily\"\n[steps.space]\ncadence = \"as-needed\"\n"
      "[[action]]\nkey = \"call-at-noon\"\nstep = \"consistency\"\ntext = \"call at noon\"\n"
      "cadence = \"weekdays\"\nsince = 2026-11-01\nuntil = 2026-12-01\n"
      "[[action]]\nkey = \"table\"\nstep = \"connection\"\n");
  CHECK(problems_of(file) == Texts{});
  const JournalSettings& settings = file.settings;
  CHECK(settings.role == Who::healing);
  CHECK(settings.week_start == Weekday::sunday);
  CHECK(settings.day_start == 270);
  CHECK(settings.grace == Grace::off);
  CHECK(settings.partner == "Sam");
  CHECK(settings.cadence_of(Step::empathy).text == "daily");
  CHECK(settings.cadence_of(Step::space).text == "as-needed");
  CHECK(settings.cadence_of(Step::honesty).text == "daily");
  REQUIRE(settings.actions.size() == 2);
  CHECK(settings.actions[0].key == "call-at-noon");
  CHECK(settings.actions[0].step == Step::consistency);
  CHECK(settings.actions[0].text == "call at noon");
  CHECK(settings.actions[0].cadence->text == "weekdays");
  CHECK(settings.actions[0].since == on("2026-11-01"));
  CHECK(settings.actions[0].until == on("2026-12-01"));
  CHECK(settings.actions[1].text.empty());
  CHECK_FALSE(settings.actions[1].cadence);
}

TEST_CASE("an empty file is all defaults, without a problem") {
  for (const std::string_view bytes : {"", "\n# nothing\n", "format = 1\n"}) {
    CHECK(problems_of(journal(bytes)) == Texts{});
    CHECK(is_default(journal(bytes).settings));
  }
  CHECK(problems_of(config("")) == Texts{});
  CHECK(is_default(config("").settings));
}

TEST_CASE("journal.toml: bad values are told with their place, and the default stands") {
  struct Row {
    std::string_view bytes;
    std::string_view place;
  };
  const std::vector<Row> rows = {
      {"role = \"partner\"\n", "1:8"},
      {"\nrole = 1\n", "2:8"},
      {"week_start = \"someday\"\n", "1:14"},
      {"day_start = \"24:00\"\n", "1:13"},
      {"day_start = \"4:00\"\n", "1:13"},
      {"day_start = 04:00:00\n", "1:13"},
      {"grace = \"no\"\n", "1:9"},
      {"grace = 0\n", "1:9"},
      {"steps = 1\n", "1:9"},
      {"[steps]\nempathy = \"daily\"\n", "2:11"},
      {"[steps.empathy]\ncadence = \"often\"\n", "2:11"},
      {"[steps.empathy]\ncadence = 3\n", "2:11"},
      {"action = 1\n", "1:10"},
      {"[[action]]\nkey = \"x\"\n", "1:1"},
      {"[[action]]\nstep = \"space\"\n", "1:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const auto file = journal(row.bytes);
    const auto problems = problems_of(file);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().substr(0, problems.front().find(' ')) == row.place);
    CHECK(is_default(file.settings));
  }
}

TEST_CASE("journal.toml: unknown keys are told with their place and the nearest known one") {
  const auto file = journal(
      "rol = \"healing\"\n week_strat = \"sunday\"\n[steps.empaty]\ncadence = \"daily\"\n"
      "[steps.empathy]\ncadance = \"daily\"\n[zzz]\n");
  CHECK(problems_of(file) == Texts{"1:1 there is no setting 'rol'",
                                   "2:2 there is no setting 'week_strat'",
                                   "3:8 there is no step 'empaty'",
                                   "6:1 there is no setting 'steps.empathy.cadance'",
                                   "7:2 there is no setting 'zzz'"});
  const auto hint_of = [&](std::string_view what) {
    for (const Diagnostic& problem : file.problems) {
      if (problem.what.find(what) != std::string::npos) return problem.hint;
    }
    return std::string{"none"};
  };
  CHECK(hint_of("'rol'") == "Did you mean 'role'?");
  CHECK(hint_of("week_strat") == "Did you mean 'week_start'?");
  CHECK(hint_of("empaty") == "Did you mean 'empathy'?");
  CHECK(hint_of("cadance") == "Did you mean 'cadence'?");
  CHECK(hint_of("zzz").empty());
  CHECK(is_default(file.settings));
}

TEST_CASE("journal.toml: one bad value spoils no other") {
  const auto file = journal(
      "role = \"both\"\nweek_start = 3\nday_start = \"04:00\"\n[steps.empathy]\ncadence = \"x\"\n"
      "[steps.space]\ncadence = \"2/month\"\n[[action]]\nkey = \"a\"\nstep = \"space\"\ncadence = \"x\"\n"
      "since = \"2026-11-22\"\n[[action]]\nkey = \"b\"\nstep = \"space\"\n");
  CHECK(file.problems.size() == 4);
  CHECK(file.settings.role == Who::both);
  CHECK(file.settings.week_start == Weekday::monday);
  CHECK(file.settings.day_start == 240);
  CHECK(file.settings.cadence_of(Step::empathy).text == "4/week");
  CHECK(file.settings.cadence_of(Step::space).text == "2/month");
  REQUIRE(file.settings.actions.size() == 2);
  CHECK_FALSE(file.settings.actions[0].cadence);
  CHECK_FALSE(file.settings.actions[0].since);
}

TEST_CASE("a file that is not TOML, or of a newer format, is one problem and all defaults") {
  for (const std::string_view bytes : {"role = \"both\"\ngrace = \n", "role = \"both\"\nrole = \"both\"\n",
                                       "role = \"both\"\n[", "role = \"both\xFF\"\n",
                                       "role = \"both\"\nformat = 2\n"}) {
    CAPTURE(bytes);
    const auto file = journal(bytes);
    CHECK(file.problems.size() == 1);
    CHECK(file.problems.front().line >= 1);
    CHECK(is_default(file.settings));
  }
  CHECK(problems_of(config("journal = \"sam\"\ncolor = \n")).size() == 1);
  CHECK(is_default(config("journal = \"sam\"\ncolor = \n").settings));
  CHECK(config(std::string(100'000, '.')).problems.size() == 1);
  CHECK(problems_of(journal("format = 2\n")).front().starts_with("1:10 "));
}

TEST_CASE("config.toml: every key is read") {
  const auto file = config(
      "journal = \"sam\"\ncolor = \"never\"\ndiscreet = true\nlock_timeout = 0\neditor = \"nano -w\"\n"
      "[completion]\nwords = true\n[due]\nquiet = \"22:00-08:00\"\n");
  CHECK(problems_of(file) == Texts{});
  CHECK(file.settings.has_words_in_completion);
  CHECK(file.settings.journal == "sam");
  CHECK(file.settings.color == ColorChoice::never);
  CHECK(file.settings.discreet);
  CHECK(file.settings.lock_timeout == 0);
  CHECK(file.settings.editor == "nano -w");
  CHECK(file.settings.quiet == "22:00-08:00");
}

TEST_CASE("config.toml: what cannot be taken is told, and the default stands") {
  struct Row {
    std::string_view bytes;
    std::string_view place;
  };
  const std::vector<Row> rows = {
      {"journal = 1\n", "1:11"},        {"color = \"red\"\n", "1:9"},
      {"discreet = \"yes\"\n", "1:12"}, {"lock_timeout = -1\n", "1:16"},
      {"lock_timeout = 3601\n", "1:16"}, {"lock_timeout = 1.5\n", "1:16"},
      {"lock_timeout = \"10\"\n", "1:16"}, {"editor = []\n", "1:10"},
      {"due = \"22:00\"\n", "1:7"},     {"[due]\nquiet = \"22-8\"\n", "2:9"},
      {"[due]\nquiet = true\n", "2:9"}, {"[due]\nquite = \"22:00-08:00\"\n", "2:1"},
      {"colour = \"never\"\n", "1:1"},  {"role = \"both\"\n", "1:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const auto file = config(row.bytes);
    const auto problems = problems_of(file);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().substr(0, problems.front().find(' ')) == row.place);
    CHECK(is_default(file.settings));
  }
}

TEST_CASE("clock times have four digits") {
  CHECK(parse_clock("00:00") == 0);
  CHECK(parse_clock("04:30") == 270);
  CHECK(parse_clock("23:59") == 1439);
  for (const std::string_view text : {"", "4:00", "24:00", "12:60", "1200", "12.00", "12:00 ", "12:0x",
                                      "-1:00", "12:00:00", "1:000"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_clock(text));
  }
  CHECK(is_clock_range("22:00-08:00"));
  CHECK(is_clock_range("08:00-08:00"));
  for (const std::string_view text : {"", "22:00", "22:00-", "22-08", "22:00-8:00", "22:00–08:00",
                                      "22:00-08:00 ", "22:00-24:00"}) {
    CAPTURE(text);
    CHECK_FALSE(is_clock_range(text));
  }
}

TEST_CASE("roles and colours are read as they are written") {
  for (const Who who : {Who::mending, Who::healing, Who::both}) CHECK(role_from_word(word_of(who)) == who);
  CHECK(word_of(Who::healing) == "healing");
  CHECK_FALSE(role_from_word("Both"));
  CHECK(color_from_word("auto") == ColorChoice::automatic);
  CHECK(color_from_word("always") == ColorChoice::always);
  CHECK_FALSE(color_from_word(""));
}

}  // namespace mend
