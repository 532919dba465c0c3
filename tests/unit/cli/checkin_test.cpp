// SPDX-License-Identifier: MIT
#include "mend/cli/run.hpp"
#include "mend/domain/step.hpp"

#include "support/home.hpp"
#include "support/json.hpp"
#include "support/scripted_dialogue.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

using Answers = std::deque<std::string>;

struct Talk {
  RunResult result;
  std::string shown;
};

// Of the steps, honesty and consistency are asked every day; the others once it is the last chance,
// which on a Sunday it is for most. With these cadences, the two alone are.
void ask_for_two(const Home& home) {
  std::filesystem::create_directories(home / ".local/share/mend/main");
  std::string settings;
  for (const Step step : all_steps) {
    if (step == Step::honesty || step == Step::consistency) continue;
    settings += "[steps." + std::string{key_of(step)} + "]\ncadence = \"as-needed\"\n";
  }
  write_bytes(home / ".local/share/mend/main/journal.toml", settings);
}

Talk check_in(Home& home, Answers answers, std::vector<std::string> options = {}) {
  ScriptedDialogue dialogue{std::move(answers)};
  home.environment().terminal.is_output = true;
  home.environment().variables["NO_COLOR"] = "1";
  home.environment().dialogue = &dialogue;
  options.insert(options.begin(), "checkin");
  Talk talk{home.run(options), {}};
  talk.shown = dialogue.shown;
  home.environment().dialogue = nullptr;
  return talk;
}

bool page_says(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// What the entries say, from `step` on, each with a bar before it.
std::string written_by_checkin(const Home& home) {
  if (!exists(home.month())) return {};
  std::string out;
  const std::string text = read_bytes(home.month());
  std::size_t from = 0;
  while ((from = text.find("kind = ", from)) != std::string::npos) {
    const auto end = text.find("\n\n", from);
    std::string entry = text.substr(from, end == std::string::npos ? end : end + 1 - from);
    for (char& c : entry) c = c == '\n' ? ';' : c;
    out += "|" + entry;
    from += 1;
  }
  return out;
}

TEST_CASE("an own action that the day asks is named with its step") {
  Home home;
  ask_for_two(home);
  const std::string journal = home / ".local/share/mend/main/journal.toml";
  write_bytes(journal, read_bytes(journal) +
                           "[[action]]\nkey = \"walk\"\nstep = \"patience\"\ntext = \"Walked round the block\"\n"
                           "cadence = \"daily\"\nsince = 2026-11-01\n");
  const Talk talk = check_in(home, {"t", "t", "q"});
  CHECK(page_says(talk.shown, "Due today: Walked round the block (walk)\n"));
  CHECK(talk.shown.find("Be consistent") < talk.shown.find("Due today"));
  CHECK_FALSE(page_says(check_in(home, {"t", "t", "q"}, {"--discreet"}).shown, "block"));
}

TEST_CASE("a note for consistency is noted, and keeps nothing") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"t", "n", "late again", ".", "q"});
  CHECK(page_says(talk.shown, "noted  consistency"));
  CHECK_FALSE(page_says(talk.shown, "kept  consistency"));
}

TEST_CASE("the steps asked come first, then an offer of the others") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"k", "", "k", "1", "p", "k", "let it be", ""});
  CHECK(talk.result.exit_code == 0);
  CHECK(talk.result.out == "saved: 3 actions\n");
  CHECK(written_by_checkin(home) ==
        "|kind = \"action\";step = \"honesty\";"
        "|kind = \"action\";step = \"consistency\";action = \"on-time\";"
        "|kind = \"action\";step = \"patience\";text = \"let it be\";");
  CHECK(talk.shown.find("Be open and honest") < talk.shown.find("Be consistent"));
  CHECK(talk.shown.find("Be consistent") < talk.shown.find("Others: apology"));
  CHECK(page_says(talk.shown, "kept  honesty"));
}

TEST_CASE("Enter passes by, and nothing is written") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"", "", ""});
  CHECK(talk.result.exit_code == 0);
  CHECK(talk.result.out == "Nothing was written.\n");
  CHECK_FALSE(exists(home.month()));
}

TEST_CASE("a note grows by one answer after the other") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"n", "the bill", "money", "2", "", "", "", "", "long", "5", "."});
  CHECK(talk.result.out == "saved: 1 note\n");
  CHECK(written_by_checkin(home) ==
        "|kind = \"note\";step = \"honesty\";text = \"the bill\";topic = \"money\";"
        "prompted = \"they asked\";listened_min = 5;");
  CHECK(page_says(talk.shown, "'long' does not fit the field 'listened_min'.\n"));
}

TEST_CASE("promises that fell due are closed first") {
  Home home;
  ask_for_two(home);
  for (const std::string text : {"first", "second", "third"}) {
    home.run({"promise", "add", text, "--due", "+1h"});
  }
  home.environment().now = at("2026-11-22T18:00:00+01:00").instant;
  home.run({"promise", "add", "fourth", "--due", "20:00"});
  const Talk talk = check_in(home, {"k", "m", "", "c", "+3d", "q"});
  CHECK(talk.result.out == "saved: 2 promises, 1 new time\n");
  const std::string text = written_by_checkin(home);
  for (const char* result : {"late", "missed", "changed"}) {
    CHECK(page_says(text, "result = \"" + std::string{result} + "\";"));
  }
  CHECK(talk.shown.find("first") < talk.shown.find("Be open and honest"));
}

TEST_CASE("a setback is written down and answered gently") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"s", "l", "late again", "n", "", "no sleep", "if late, I call"});
  CHECK(talk.result.out == "saved: 1 setback\n");
  CHECK(written_by_checkin(home) ==
        "|kind = \"setback\";step = \"honesty\";severity = \"lapse\";text = \"late again\";"
        "told = \"no\";before = \"no sleep\";if_then = \"if late, I call\";");
  CHECK(page_says(talk.shown, "Nothing you did before it is undone."));
}

TEST_CASE("wherever somebody leaves, every answer until then is kept") {
  for (const std::string leave : {"^D", "^C"}) {
    for (std::size_t count = 0; count <= 5; ++count) {
      INFO(leave, " after ", count);
      Home home;
      ask_for_two(home);
      Answers answers = {"n", "one", "two", "1", "four"};
      answers.resize(count);
      if (leave == "^C") answers.push_back(leave);
      const Talk talk = check_in(home, answers);
      CHECK(talk.result.exit_code == (leave == "^C" ? 130 : 0));
      const std::vector<std::string> parts = {"", "", "text = \"one\";", "topic = \"two\";",
                                              "prompted = \"by me\";", "happened = \"four\";"};
      std::string expected = count < 2 ? "" : "|kind = \"note\";step = \"honesty\";";
      for (std::size_t i = 0; i <= count; ++i) expected += parts[i];
      CHECK(written_by_checkin(home) == expected);
      CHECK(talk.result.out == (count < 2 ? "Nothing was written.\n" : "saved: 1 note\n"));
    }
  }
}

TEST_CASE("q leaves, also from among the others") {
  Home home;
  ask_for_two(home);
  CHECK(check_in(home, {"k", "", "q"}).result.out == "saved: 1 action\n");
  CHECK(check_in(home, {"t", "q"}).result.out == "Nothing was written.\n");
}

TEST_CASE("q leaves a note and a setback at every question, and what was said stays") {
  const std::string setback = "|kind = \"setback\";step = \"honesty\";severity = \"lapse\";";
  const std::string text = "text = \"late again\";";
  struct Row {
    Answers answers;
    std::string written;
  };
  const std::vector<Row> rows = {
      {{"s", "q"}, ""},
      {{"s", "leave"}, ""},
      {{"s", "l", "q"}, setback},
      {{"s", "l", "late again", "q"}, setback + text},
      {{"s", "l", "late again", "Q"}, setback + text},
      {{"s", "l", "late again", "n", "q"}, setback + text + "told = \"no\";"},
      {{"k", "q"}, ""},
      {{"n", "q"}, ""},
      {{"n", "one", "q"}, "|kind = \"note\";step = \"honesty\";text = \"one\";"},
      {{"n", "one", "two", "q"}, "|kind = \"note\";step = \"honesty\";text = \"one\";topic = \"two\";"},
  };
  for (const Row& row : rows) {
    INFO(row.answers.size(), " ", row.answers.back());
    Home home;
    ask_for_two(home);
    Answers answers = row.answers;
    answers.insert(answers.end(), {"k", "1", "k", "1"});
    const Talk talk = check_in(home, answers);
    CHECK(talk.result.exit_code == 0);
    CHECK(written_by_checkin(home) == row.written);
  }
}

TEST_CASE("a setback begun by mistake leads back to its step, and nothing is written") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"s", "", "s", "g", "k", "", "q"});
  CHECK(page_says(talk.shown, "g go back (or Enter), q leave > "));
  CHECK(written_by_checkin(home) == "|kind = \"action\";step = \"honesty\";");
  CHECK(talk.result.out == "saved: 1 action\n");
}

TEST_CASE("a space gets another time only while its time has not come") {
  Home home;
  ask_for_two(home);
  home.run({"space", "begin", "--until", "+1h"});
  CHECK(page_says(check_in(home, {"q"}).shown, "A space, until "));
  CHECK(page_says(check_in(home, {"q"}).shown, "b back, c another time, l not yet (or Enter), q leave > "));
  home.environment().now.seconds += 2 * 3600;
  const Talk talk = check_in(home, {"q"});
  CHECK(page_says(talk.shown, "A space, was until "));
  CHECK(page_says(talk.shown, "b back, l not yet (or Enter), q leave > "));
}

TEST_CASE("what cannot be understood is asked again") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"x", "K", "99", "\xFF", " 1 ", "", "kindness", "c", "kept", "", ""});
  CHECK(page_says(talk.shown, "Type k, n, s, t or q, and Enter.\n"));
  CHECK(page_says(talk.shown, "The numbers go from 1 to"));
  CHECK(page_says(talk.shown, "That was not UTF-8."));
  CHECK(page_says(talk.shown, "there is no step 'kindness'"));
  CHECK(written_by_checkin(home) ==
        "|kind = \"action\";step = \"honesty\";action = \"volunteered\";"
        "|kind = \"action\";step = \"consistency\";");
}

TEST_CASE("a dry run shows what would be written, and writes nothing") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"n", "one", "two", "."}, {"--dry-run"});
  CHECK(page_says(talk.result.out, "would add to 2026-11.toml:\n"));
  CHECK(page_says(talk.result.out, "text = \"one\"\ntopic = \"two\"\n"));
  CHECK_FALSE(exists(home.month()));
}

TEST_CASE("nobody is asked without a terminal") {
  for (const std::string option : {"--json", "--no-input", ""}) {
    Home home;
    ScriptedDialogue dialogue{{"k"}};
    home.environment().dialogue = &dialogue;
    home.environment().terminal.is_output = !option.empty();
    std::vector<std::string> words = {"checkin"};
    if (!option.empty()) words.push_back(option);
    CHECK(home.run(words).exit_code == 2);
    CHECK(dialogue.asked == 0);
    CHECK(dialogue.shown.empty());
  }
}

TEST_CASE("one's own actions are among those to pick from, unless words are to be kept in") {
  Home home;
  ask_for_two(home);
  const std::string settings = home / ".local/share/mend/main/journal.toml";
  write_bytes(settings, read_bytes(settings) +
                            "[[action]]\nkey = \"noon\"\nstep = \"honesty\"\ntext = \"call at noon\"\n");
  CHECK(page_says(check_in(home, {"k"}).shown, " 1  call at noon\n"));
  CHECK_FALSE(page_says(check_in(home, {"k"}, {"--discreet"}).shown, "call at noon"));
}

TEST_CASE("several numbers are several actions, each once and in one change") {
  Home home;
  ask_for_two(home);
  const Talk talk = check_in(home, {"k", "1,99", "2 1, 2", "k", "2 walks", ""});
  CHECK(page_says(talk.shown, "The numbers go from 1 to"));
  CHECK(written_by_checkin(home) ==
        "|kind = \"action\";step = \"honesty\";action = \"full-answer\";"
        "|kind = \"action\";step = \"honesty\";action = \"volunteered\";"
        "|kind = \"action\";step = \"consistency\";text = \"2 walks\";");
  home.run({"undo"});
  home.run({"undo"});
  CHECK_FALSE(page_says(written_by_checkin(home), "volunteered"));
  CHECK_FALSE(page_says(written_by_checkin(home), "full-answer"));
}

TEST_CASE("another day can be talked about") {
  Home home;
  ask_for_two(home);
  home.run({"log", "h", "-d", "2026-11-20"});
  const Talk talk = check_in(home, {"k", "", "q"}, {"-d", "yesterday"});
  CHECK(page_says(read_bytes(home.month()), "day = 2026-11-21"));
}

}  // namespace
}  // namespace mend
