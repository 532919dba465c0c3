// SPDX-License-Identifier: MIT
#include "mend/cli/run.hpp"

#include "mend/cli/errors.hpp"
#include "support/home.hpp"
#include "support/json.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("wrong input ends with 2, a word on standard error, and nothing written") {
  const std::vector<Words> lines = {
      {"lgo"},
      {"log"},
      {"log", "zzz"},
      {"log", "co", "x"},
      {"log", "9"},
      {"log", "c,", "x"},
      {"log", "c,zzz", "x"},
      {"log", "c/nonsense"},
      {"log", "c/"},
      {"log", "c", "x", "-d", "someday"},
      {"log", "c", "x", "-d", "tomorrow"},
      {"log", "c", "x", "-d", "2026-11-23"},
      {"log", "c", "x", "-d", "11/22"},
      {"log", "c", "x", "-d", "3m"},
      {"log", "c", "x", "-d", "fri 18:00"},
      {"log", "c", "\xFF"},
      {"log", "c", "-t", "\xC3"},
      {"log", "c", "x", "--zzz"},
      {"log", "c", "-d"},
      {"note"},
      {"note", "e"},
      {"note", "e", "-f", "nonsense=x"},
      {"note", "e", "-f", "they_felt"},
      {"note", "e", "-f", "they_felt="},
      {"note", "e", "-f", "they_felt=a", "-f", "they_felt=b"},
      {"note", "honesty", "-f", "listened_min=long"},
      {"note", "honesty", "-f", "listened_min=-5"},
      {"note", "honesty", "-f", "defended=maybe"},
      {"note", "patience", "-f", "strength=6"},
      {"note", "apology", "-f", "asked=twice"},
      {"rest"},
      {"rest", "someday"},
      {"rest", "fri..3m"},
      {"rest", "fri", "--step", "zzz"},
      {"day"},
      {"day", "tomorrow"},
      {"day", "2026-02-30"},
      {"today", "x"},
      {"streak", "zzz"},
      {"list", "zzz"},
      {"list", "--kind", "zzz"},
      {"list", "-n", "x"},
      {"list", "-n", "-1"},
      {"list", "--since", "zzz"},
      {"list", "2026-11-20..2026-11-16"},
      {"show"},
      {"show", "@0"},
      {"show", "@x"},
      {"rm"},
      {"check", "zzz"},
      {"status", "--format", "%z"},
      {"init", "--role", "partner"},
      {"init", "--week-start", "someday"},
      {"init", "--day-start", "25:00"},
      {"init", "--grace", "maybe"},
      {"-j", "../x", "list"},
      {"-j", ".x", "log", "c"},
      {"-j", "nowhere", "log", "c"},
      {"-j", "nowhere", "undo"},
      {"--color", "sometimes", "list"},
      {"help", "zzz"},
      {"list", "--json=1"},
  };
  Home home;
  for (const Words& line : lines) {
    std::string shown;
    for (const std::string& word : line) shown += word + " ";
    CAPTURE(shown);
    const RunResult result = home.run(line);
    CHECK(result.exit_code == exit_usage);
    CHECK(result.out.empty());
    CHECK(result.err.starts_with("mend: "));
    CHECK(result.err.ends_with("\n"));
    CHECK_FALSE(result.is_saved);
    CHECK_FALSE(home.has_files());
    // With --json standard output is an object or nothing.
    Words json = line;
    json.insert(json.begin(), "--json");
    CHECK(home.run(json).out.empty());
  }
}

TEST_CASE("variables that cannot be taken end with 2") {
  struct Row {
    std::string name;
    std::string value;
  };
  for (const Row& row : std::vector<Row>{{"MEND_NOW", "now"},
                                         {"MEND_NOW", "2026-11-22"},
                                         {"MEND_NOW", "2026-11-22T12:00:00"},
                                         {"MEND_NOW", "9999-12-31T23:30:00Z"},
                                         {"MEND_JOURNAL", "../x"},
                                         {"MEND_JOURNAL", "-x"},
                                         {"MEND_JOURNAL", "a\nb"},
                                         {"HOME", ""},
                                         {"HOME", "relative"}}) {
    CAPTURE(row.name);
    CAPTURE(row.value);
    Home home;
    home.environment().variables[row.name] = row.value;
    const RunResult result = home.run({"log", "c", "x"});
    CHECK(result.exit_code == exit_usage);
    CHECK(result.out.empty());
    CHECK_FALSE(result.err.empty());
    CHECK_FALSE(home.has_files());
  }
}

TEST_CASE("what is not there ends with 1") {
  Home home;
  REQUIRE(home.run({"log", "c", "x"}).exit_code == exit_done);
  for (const Words& line : std::vector<Words>{{"show", "zzzz"}, {"show", "@2"}, {"rm", "zzzz"},
                                              {"check", "e"}, {"redo"}}) {
    CAPTURE(line.front());
    const RunResult result = home.run(line);
    CHECK(result.exit_code == exit_no);
    CHECK(result.out.empty());
  }
  CHECK(home.run({"undo"}).exit_code == exit_done);
  CHECK(home.run({"undo"}).exit_code == exit_no);
}

TEST_CASE("reading an empty home ends with 0 and makes nothing") {
  Home home;
  for (const Words& line : std::vector<Words>{{}, {"today"}, {"day", "yesterday"}, {"streak"},
                                              {"list"}, {"status"}, {"journals"}, {"path"},
                                              {"help"}, {"--version"}, {"-h"}, {"log", "-h"}}) {
    for (const bool is_json : {false, true}) {
      Words words = line;
      if (is_json) words.push_back("--json");
      const RunResult result = home.run(words);
      CHECK(result.exit_code == exit_done);
      CHECK_FALSE(result.is_saved);
      CHECK_FALSE(home.has_files());
      if (is_json) CHECK(json_fault(result.out) == "");
    }
  }
  CHECK(home.run({"check"}).exit_code == exit_no);  // the daily steps ask
}

TEST_CASE("an answer is given after the entry is saved, and the words come back exactly") {
  Home home;
  const RunResult result = home.run({"log", "c", "home", "by", "six", "-t", "work", "-d", "yesterday"});
  CHECK(result.exit_code == exit_done);
  CHECK(result.is_saved);
  CHECK(result.err.starts_with("Your journal now starts on Sat 21 Nov."));
  CHECK(home.run({"log", "c", "-d", "yesterday"}).err.empty());
  CHECK(result.out.find("kept") != std::string::npos);
  CHECK(result.out.find("Sat 21 Nov") != std::string::npos);
  const std::string bytes = read_bytes(home.month());
  CHECK(bytes.find("day = 2026-11-21\nat = 2026-11-22T12:00:00+01:00\n") != std::string::npos);
  CHECK(bytes.find("text = \"home by six\"\ntags = [\"work\"]\n") != std::string::npos);
}

TEST_CASE("the current day is that of the instant in the zone, and of day_start") {
  Home home;
  home.environment().variables["MEND_NOW"] = "2026-11-22T23:30:00Z";
  home.run({"log", "c"});
  CHECK(read_bytes(home.month()).find("day = 2026-11-23\nat = 2026-11-23T00:30:00+01:00") !=
        std::string::npos);
  write_bytes(home / ".local/share/mend/main/journal.toml", "day_start = \"04:00\"\n");
  CHECK(home.run({"status"}).exit_code == exit_done);
  home.run({"log", "e"});
  CHECK(read_bytes(home.month()).find("day = 2026-11-22\nat = 2026-11-23T00:30:00+01:00") !=
        std::string::npos);
}

TEST_CASE("a dry run of everything that writes touches nothing") {
  Home home;
  for (const Words& line : std::vector<Words>{{"log", "c", "x"}, {"note", "e", "x"}, {"rest", "fri"},
                                              {"init", "-j", "sam"}}) {
    for (const bool is_json : {false, true}) {
      Words words = line;
      words.push_back("--dry-run");
      if (is_json) words.push_back("--json");
      CAPTURE(line.front());
      const RunResult result = home.run(words);
      CHECK(result.exit_code == exit_done);
      CHECK_FALSE(result.out.empty());
      CHECK_FALSE(home.has_files());
      if (is_json) {
        CHECK(json_fault(result.out) == "");
        CHECK(result.out.find("\"dry_run\":true") != std::string::npos);
      }
    }
  }
  home.run({"log", "c", "x"});
  const std::string before = read_bytes(home.month());
  CHECK(home.run({"rm", "@1", "--dry-run"}).exit_code == exit_done);
  CHECK(home.run({"undo", "--dry-run"}).exit_code == exit_done);
  CHECK(read_bytes(home.month()) == before);
}

TEST_CASE("a damaged month ends a reading with 65 and a writing with 0, and both show the rest") {
  Home home;
  home.run({"log", "c", "first"});
  home.append("[[entry]]\ntext = \"no end\n");
  const RunResult list = home.run({"list"});
  CHECK(list.exit_code == exit_damaged);
  CHECK(list.out.find("first") != std::string::npos);
  CHECK(list.err.find(home.month() + ":13:8: ") != std::string::npos);
  const RunResult log = home.run({"log", "e", "second"});
  CHECK(log.exit_code == exit_done);
  CHECK(log.err.find("2026-11.toml:13:8: ") != std::string::npos);
  CHECK(home.run({"list"}).out.find("second") != std::string::npos);
  const RunResult json = home.run({"list", "--json"});
  CHECK(json.exit_code == exit_damaged);
  CHECK(json_fault(json.out) == "");
}

TEST_CASE("settings that cannot be taken end a reading with 65, and show what they can") {
  Home home;
  home.run({"log", "c", "first"});
  write_bytes(home / ".local/share/mend/main/journal.toml", "week_start = \"someday\"\n");
  const RunResult result = home.run({"streak"});
  CHECK(result.exit_code == exit_damaged);
  CHECK(result.out.find("consistency") != std::string::npos);
  CHECK(result.err.find("journal.toml:1:14: ") != std::string::npos);
  CHECK(home.run({"log", "c", "second"}).exit_code == exit_done);
}

TEST_CASE("a file that cannot be read ends with 74 after what could be shown") {
  Home home;
  home.run({"log", "c", "first"});
  std::filesystem::create_directory(home / ".local/share/mend/main/2026-10.toml");
  const RunResult result = home.run({"list"});
  CHECK(result.exit_code == exit_io);
  CHECK(result.out.find("first") != std::string::npos);
  CHECK(result.err.find("2026-10.toml") != std::string::npos);
}

TEST_CASE("what cannot be saved is kept in a recovery file, and the code says so") {
  Home home;
  write_bytes(home / ".local", "a file in the way");
  const RunResult blocked = home.run({"log", "c", "my words"});
  CHECK(blocked.exit_code == exit_cannot_create);
  CHECK(blocked.out.empty());
  CHECK_FALSE(blocked.is_saved);
  CHECK(blocked.err.find("my words") != std::string::npos);

  Home other;
  other.environment().variables["XDG_DATA_HOME"] = "/proc/nowhere";
  const RunResult recovered = other.run({"log", "c", "my words"});
  CHECK(recovered.exit_code == exit_cannot_create);
  const std::string folder = other / ".local/state/mend/recovery";
  CHECK(recovered.err.find(folder) != std::string::npos);
  REQUIRE(std::filesystem::exists(folder));
  std::string kept;
  for (const auto& file : std::filesystem::directory_iterator{folder}) kept += read_bytes(file.path());
  CHECK(kept.find("my words") != std::string::npos);
}

TEST_CASE("with discretion no word anyone typed is shown") {
  Home home;
  home.run({"log", "c", "sesame", "-t", "sesame"});
  home.run({"note", "e", "sesame", "-f", "they_felt=sesame"});
  home.run({"rest", "fri", "--reason", "sesame"});
  home.append("[[entry]]\nid = \"p\"\nday = 2026-11-20\nkind = \"promise\"\nstep = \"space\"\n"
              "text = \"sesame\"\nto = \"sesame\"\nif_then = \"sesame\"\ndue = 2026-11-21\n"
              "sesame = \"sesame\"\n[entry.more]\nfrom = \"sesame\"\n"
              "[[entry]]\nid = \"o\"\nday = 2026-11-20\nkind = \"action\"\nstep = \"space\"\n"
              "action = \"sesame\"\n");
  write_bytes(home / ".local/share/mend/main/journal.toml",
              "[[action]]\nkey = \"sesame\"\nstep = \"space\"\ntext = \"sesame\"\ncadence = \"daily\"\n");
  CHECK(home.run({"streak"}).out.find("sesame") != std::string::npos);
  for (const Words& line : std::vector<Words>{{"today"}, {"day", "fri"}, {"list"}, {"show", "p"},
                                              {"show", "@1"}, {"show", "@2"}, {"show", "o"},
                                              {"streak"}, {"status"}, {"check"}, {"undo", "--dry-run"},
                                              {"rm", "@1", "--dry-run"}, {"log", "c", "sesame", "--dry-run"},
                                              {"edit", "p", "--text", "sesame", "--dry-run"}}) {
    CAPTURE(line.front());
    CHECK(home.discreet(line).find("sesame") == std::string::npos);
  }
}

TEST_CASE("with discretion a damaged word is not shown either, whatever quotes are in it") {
  for (const std::string value : {"sesame", "'sesame", "it's a sesame", "'' sesame ''"}) {
    CAPTURE(value);
    Home home;
    home.run({"log", "c"});
    home.append("[[entry]]\nday = 2026-11-20\nkind = \"" + value + "\"\n");
    CHECK(home.discreet({"list"}).find("sesame") == std::string::npos);
  }
}

TEST_CASE("with discretion a key of one's own is not shown, though it has a name that mend knows") {
  Home home;
  home.run({"log", "c"});
  home.append("[[entry]]\nid = \"o\"\nday = 2026-11-20\nkind = \"action\"\nstep = \"space\"\n"
              "from = \"sesame\"\ncontact = \"sesame\"\nsteps = [\"sesame\"]\n");
  CHECK(home.discreet({"show", "o"}).find("sesame") == std::string::npos);
  CHECK(home.discreet({"list"}).find("sesame") == std::string::npos);
}

TEST_CASE("hostile arguments are made visible in messages") {
  Home home;
  for (const Words& line : std::vector<Words>{{"\x1b[31m"}, {"log", "\x1b[31m"}, {"list", "\x1b[31m"},
                                              {"-j", "a\x1b[31m", "list"}, {"log", "c", "-d", "\x1b[31m"},
                                              {"log", "c", "\x1b\xFF"}, {"--x\x1b[31m"}}) {
    const RunResult result = home.run(line);
    CHECK(result.exit_code == exit_usage);
    CHECK(result.err.find('\x1b') == std::string::npos);
    CHECK(result.err.find("\xFF") == std::string::npos);
  }
}

TEST_CASE("an ambiguous step or id is refused with its candidates") {
  Home home;
  const RunResult step = home.run({"list", "con"});
  CHECK(step.exit_code == exit_usage);
  CHECK(step.err.find("could be consistency or connection") != std::string::npos);
  CHECK(step.err.find("Did you mean") == std::string::npos);
  home.run({"log", "c"});
  for (const std::string id : {"same1", "same2"}) {
    home.append("[[entry]]\nid = \"" + id + "\"\nday = 2026-11-20\nkind = \"action\"\nstep = \"space\"\n");
  }
  const std::string bytes = read_bytes(home.month());
  const RunResult id = home.run({"show", "same"});
  CHECK(id.exit_code == exit_no);
  CHECK(id.err.find("same1") != std::string::npos);
  CHECK(id.err.find("same2") != std::string::npos);
  CHECK(read_bytes(home.month()) == bytes);
}

TEST_CASE("colour is chosen by option, NO_COLOR, CLICOLOR_FORCE, then the terminal") {
  struct Row {
    Words options;
    std::map<std::string, std::string> variables;
    bool is_terminal;
    bool is_colored;
  };
  const std::vector<Row> rows = {
      {{}, {}, false, false},
      {{}, {{"TERM", "xterm"}}, true, true},
      {{}, {{"TERM", "dumb"}}, true, false},
      {{}, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, true, false},
      {{}, {{"TERM", "xterm"}, {"NO_COLOR", ""}}, true, true},
      {{}, {{"CLICOLOR_FORCE", "1"}}, false, true},
      {{}, {{"CLICOLOR_FORCE", "0"}}, false, false},
      {{}, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}, false, false},
      {{"--color", "always"}, {{"NO_COLOR", "1"}}, false, true},
      {{"--color=never"}, {{"TERM", "xterm"}}, true, false},
      {{"--color", "auto"}, {{"TERM", "xterm"}}, true, true},
  };
  for (const Row& row : rows) {
    Home home;
    for (const auto& [name, value] : row.variables) home.environment().variables[name] = value;
    home.environment().terminal.is_output = row.is_terminal;
    Words words = {"today"};
    words.insert(words.end(), row.options.begin(), row.options.end());
    const RunResult result = home.run(words);
    CHECK((result.out.find('\x1b') != std::string::npos) == row.is_colored);
  }
}

TEST_CASE("a journal has to be made before it is written to, unless it is main") {
  Home home;
  const RunResult near = home.run({"-j", "mian", "log", "c"});
  CHECK(near.exit_code == exit_usage);
  CHECK(near.err.find("Did you mean 'main'?") != std::string::npos);
  CHECK(home.run({"init", "-j", "sam"}).exit_code == exit_done);
  CHECK(home.run({"init", "-j", "sam"}).exit_code != exit_done);
  CHECK(home.run({"-j", "sam", "log", "c"}).exit_code == exit_done);
  home.environment().variables["MEND_JOURNAL"] = "sam";
  CHECK(home.run({"list"}).out.find("consistency") != std::string::npos);
  CHECK(home.run({"-j", "main", "list"}).out.empty());
}

}  // namespace mend
