// SPDX-License-Identifier: MIT
#include "mend/cli/run.hpp"
#include "support/scripted_dialogue.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

struct Utc final : Zone {
  int offset_at(Instant) const override { return 0; }
  Instant instant_at(Day day, int second_of_day) const override {
    return Instant{std::int64_t{day.number} * 86'400 + second_of_day};
  }
};

// With --dry-run, so that what would be written can be seen and nothing is.
RunResult init(Dialogue& dialogue, std::vector<std::string> options = {}) {
  static const Utc zone;
  Environment environment;
  environment.arguments = {"init", "--dry-run"};
  environment.arguments.insert(environment.arguments.end(), options.begin(), options.end());
  environment.variables = {{"HOME", "/nowhere"}};
  environment.zone = &zone;
  environment.terminal.is_input = environment.terminal.is_output = true;
  environment.dialogue = &dialogue;
  return run_mend(environment);
}

TEST_CASE("answers are written, and Enter takes what is in brackets") {
  ScriptedDialogue dialogue{{"", "sunday", " 04:00\t", "OFF"}};
  const RunResult result = init(dialogue);
  CHECK(result.exit_code == 0);
  CHECK(result.out ==
        "would write /nowhere/.local/share/mend/main/journal.toml:\n\n"
        "# What this journal is read by. Plain TOML: edit it freely.\nformat = 1\n"
        "role = \"mending\"\nweek_start = \"sunday\"\nday_start = \"04:00\"\ngrace = false\n");
}

TEST_CASE("a bad answer is asked for again") {
  ScriptedDialogue dialogue{{"me", "healing", "4", "mon", "4", "", "maybe", "on"}};
  const RunResult result = init(dialogue);
  CHECK(result.exit_code == 0);
  CHECK(dialogue.asked == 8);
  CHECK(dialogue.shown.find("Write mending, healing or both.\n") != std::string::npos);
  CHECK(result.out.find("role = \"healing\"\nweek_start = \"mon\"\nday_start = \"00:00\"\n"
                        "grace = true\n") != std::string::npos);
}

TEST_CASE("Ctrl-D and Ctrl-C leave") {
  ScriptedDialogue ends{{"healing"}};
  const RunResult ended = init(ends);
  CHECK(ended.exit_code == 0);
  CHECK(ended.out.empty());
  CHECK(ended.err == "Nothing was written.\n");

  ScriptedDialogue interrupts{{"healing", "^C"}};
  const RunResult interrupted = init(interrupts);
  CHECK(interrupted.exit_code == 130);
  CHECK(interrupted.out.empty());
  CHECK(interrupted.err == "mend: interrupted; nothing was written\n");
}

TEST_CASE("an option, JSON or --no-input means that nobody is asked") {
  for (const std::string option : {"--role=both", "--json", "--no-input"}) {
    ScriptedDialogue dialogue{{}};
    CHECK(init(dialogue, {option}).exit_code == 0);
    CHECK(dialogue.asked == 0);
    CHECK(dialogue.shown.empty());
  }
}

}  // namespace
}  // namespace mend
