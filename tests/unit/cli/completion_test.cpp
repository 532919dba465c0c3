// SPDX-License-Identifier: MIT
#include "mend/cli/completion.hpp"

#include "mend/cli/command.hpp"
#include "support/home.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view month = R"toml(format = 1

[[entry]]
id = "aaaa000001"
day = 2026-11-20
at = 2026-11-20T18:00:00+01:00
kind = "action"
step = "consistency"
text = "Home by six"
tags = ["work", "home"]

[[entry]]
id = "bbbb000002"
day = 2026-11-21
at = 2026-11-21T18:00:00+01:00
kind = "note"
step = "empathy"
they_felt = "alone\u001B[31m with it"
tags = ["home", "two words", "a\nb", "$(touch x)"]

[[entry]]
id = "cccc000003"
day = 2026-11-21
at = 2026-11-21T19:00:00+01:00
kind = "setback"
step = "patience"
severity = "slip"
text = "Loud"
)toml";

constexpr std::string_view offered_settings = R"(
[[action]]
key = "call-at-noon"
step = "consistency"
text = "Rang at noon"
cadence = "daily"
[[action]]
key = "phone-away"
step = "consistency"
text = "Phone on the table"
)";

class Completing {
 public:
  Completing() {
    write(".local/share/mend/main/2026-11.toml", month);
    write(".local/share/mend/main/journal.toml", offered_settings);
    write(".local/share/mend/sam/journal.toml",
          "[[action]]\nkey = \"walk\"\nstep = \"consistency\"\ntext = \"A walk\"\n");
  }

  void write(std::string_view path, std::string_view text) {
    const std::filesystem::path file{home / path};
    std::filesystem::create_directories(file.parent_path());
    write_bytes(file, text);
  }

  std::string lines(Words words) {
    words.insert(words.begin(), {"__complete", "--"});
    const RunResult result = home.run(words);
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    return result.out;
  }

  // What is offered, without the descriptions.
  Words offers(const Words& words) {
    Words found;
    const std::string text = lines(words);
    for (std::string_view rest = text; !rest.empty();) {
      const auto line = rest.substr(0, rest.find('\n'));
      CHECK(std::ranges::count(line, '\t') == 1);
      found.emplace_back(line.substr(0, line.find('\t')));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return found;
  }

  bool has(const Words& words, std::string_view candidate) {
    const Words found = offers(words);
    return std::ranges::find(found, candidate) != found.end();
  }

  Home home;
};

}  // namespace

TEST_CASE("completion offers commands, the members of families, and help on both") {
  Completing mend;
  CHECK(mend.offers({"jou"}) == Words{"journals"});
  CHECK(mend.offers({"-q", "chec"}) == Words{"checkin", "check"});
  CHECK(mend.offers({"config", "s"}) == Words{"set"});
  CHECK(mend.offers({"help", "jou"}) == Words{"journals"});
  CHECK(mend.offers({"help", "config", "s"}) == Words{"set"});
  CHECK(mend.offers({"help", "log", ""}).empty());
  CHECK(mend.offers({"nonsense", ""}).empty());
  CHECK(mend.offers({"config", "nonsense", ""}).empty());
  CHECK(mend.offers({"completions", ""}) == Words{"bash", "zsh", "fish"});
  CHECK_FALSE(mend.has({""}, "__complete"));
}

TEST_CASE("completion offers options, those already given once no more") {
  Completing mend;
  CHECK(mend.has({"log", "c", "--"}, "--on"));
  CHECK_FALSE(mend.has({"log", "-d", "mon", "c", "--"}, "--on"));
  CHECK_FALSE(mend.has({"log", "--on=mon", "c", "--"}, "--on"));
  CHECK_FALSE(mend.has({"log", "-qdmon", "c", "--"}, "--on"));
  CHECK_FALSE(mend.has({"-q", "log", "c", "--"}, "--quiet"));
  CHECK(mend.has({"log", "-t", "x", "c", "--"}, "--tag"));
  CHECK(mend.offers({"log", "c", "--", "--on"}).empty());
  CHECK(mend.has({"config", "--"}, "--journal"));
}

TEST_CASE("completion offers spans, and behind dots their other end") {
  Completing mend;
  for (const std::string command : {"report", "calendar", "list", "export"}) {
    CAPTURE(command);
    for (const std::string_view span : {"week", "last-week", "month", "last-month", "quarter",
                                        "last-quarter", "year", "last-year", "yesterday"}) {
      CHECK(mend.has({command, ""}, span));
    }
    CHECK(mend.has({command, "2"}, "2026-11"));
    CHECK(mend.has({command, "mon..t"}, "mon..today"));
    CHECK_FALSE(mend.has({command, "mon.."}, "mon..week"));
  }
}

TEST_CASE("completion offers steps and actions, one's own and another journal's too") {
  Completing mend;
  CHECK(mend.offers({"log", "cons"}) == Words{"consistency"});
  CHECK(mend.offers({"log", "2,c/on"}) == Words{"2,c/on-time"});
  CHECK(mend.has({"log", "c/"}, "c/phone-away"));
  CHECK(mend.has({"-j", "sam", "log", "c/"}, "c/walk"));
  CHECK(mend.has({"log", "--journal=sam", "c/"}, "c/walk"));
  CHECK_FALSE(mend.has({"-j", "sam", "log", "c/"}, "c/phone-away"));
  CHECK(mend.offers({"streak", "a", "c/"}) == Words{"c/call-at-noon"});
  CHECK(mend.offers({"log", "c", ""}).empty());
  CHECK(mend.offers({"rest", "mon", "--step", "emp"}) == Words{"empathy"});
}

TEST_CASE("completion offers fields, and the values of those that have few") {
  Completing mend;
  CHECK(mend.offers({"note", "e", "-f", "they_f"}) == Words{"they_felt="});
  CHECK(mend.offers({"note", "e", "-f", "they_felt=x", "-f", "they_f"}).empty());
  CHECK(mend.offers({"note", "h", "-f", "defended="}) == Words{"defended=yes", "defended=no"});
  CHECK(mend.offers({"note", "h", "--field=defended=y"}) == Words{"--field=defended=yes"});
  CHECK(mend.has({"note", "a", "-f", "asked="}, "asked=not yet"));
  CHECK(mend.offers({"note", "p", "-f", "strength=5"}) == Words{"strength=5"});
  CHECK(mend.offers({"note", "e", "-f", "they_felt="}).empty());
  CHECK(mend.offers({"edit", "bbbb", "-f", "they_f"}) == Words{"they_felt="});
  CHECK(mend.offers({"edit", "zzzz", "-f", "they_f"}).empty());
  CHECK(mend.offers({"edit", "cccc", "-f", "t"}) == Words{"told=", "trigger="});
  CHECK(mend.offers({"edit", "cccc", "-f", "told=f"}) == Words{"told=found-out"});
  CHECK(mend.offers({"setback", "p", "-f", "told"}).empty());
}

TEST_CASE("completion offers the tags there are, and none that could not be typed") {
  Completing mend;
  CHECK(mend.offers({"log", "c", "-t", ""}) == Words{"home", "$(touch x)", "two words", "work"});
  CHECK(mend.lines({"list", "-t", "ho"}) == "home\t2 entries\n");
  CHECK(mend.offers({"list", "-t", "home", "-t", "ho"}).empty());
  CHECK(mend.offers({"list", "--tag=wo"}) == Words{"--tag=work"});
  CHECK(mend.offers({"-j", "sam", "list", "-t", ""}).empty());
}

TEST_CASE("completion offers ids, newest first, with day, step and kind") {
  Completing mend;
  CHECK(mend.lines({"show", ""}) ==
        "cccc000003\tSat 21 Nov  patience  setback\n"
        "bbbb000002\tSat 21 Nov  empathy  note\n"
        "aaaa000001\tFri 20 Nov  consistency  action\n");
  CHECK(mend.offers({"rm", "cccc", ""}) == Words{"bbbb000002", "aaaa000001"});
  CHECK(mend.offers({"edit", "aaaa00"}) == Words{"aaaa000001"});
  CHECK(mend.offers({"show", "@"}) == Words{"@1", "@2", "@3"});
  CHECK(mend.offers({"edit", "aaaa", ""}).empty());
}

TEST_CASE("completion shows what entries say once somebody wants that") {
  Completing mend;
  mend.write(".config/mend/config.toml", "[completion]\nwords = true\n");
  CHECK(mend.lines({"show", ""}) ==
        "cccc000003\tSat 21 Nov  patience  setback  slip: Loud\n"
        "bbbb000002\tSat 21 Nov  empathy  note  they_felt: alone\\u001B[31m with it\n"
        "aaaa000001\tFri 20 Nov  consistency  action  Home by six\n");
  CHECK(mend.lines({"--discreet", "show", "cc"}) == "cccc000003\tSat 21 Nov  patience  setback\n");
}

TEST_CASE("completion offers words for days, each with the day it stands for") {
  Completing mend;
  CHECK(mend.lines({"log", "c", "-d", "y"}) == "yesterday\tSat 21 Nov\n");
  CHECK(mend.lines({"day", "su"}) == "sun\tSun 22 Nov\n");
  CHECK(mend.lines({"day", "last-su"}) == "last-sun\tSun 15 Nov\n");
  CHECK(mend.lines({"log", "c", "--on=yes"}) == "--on=yesterday\tSat 21 Nov\n");
  CHECK(mend.lines({"log", "c", "-dyes"}) == "-dyesterday\tSat 21 Nov\n");
  CHECK(mend.offers({"log", "c", "-d", "-2"}) == Words{"-2d", "-2w"});
  CHECK(mend.has({"log", "c", "-d", "2026-11-2"}, "2026-11-20"));
  CHECK(mend.lines({"rest", "tom"}) == "tomorrow\tMon 23 Nov\n");
  CHECK(mend.lines({"rest", "mon..fr"}) == "mon..fri\tFri 27 Nov\n");
  CHECK(mend.lines({"list", "last-w"}) == "last-week\tMon 9 Nov to Sun 15 Nov\nlast-wed\tWed 18 Nov\n");
  CHECK(mend.lines({"list", "mon..yes"}) == "mon..yesterday\tSat 21 Nov\n");
  CHECK(mend.has({"list", "2026-1"}, "2026-10"));
  CHECK(mend.has({"list", "e"}, "empathy"));
}

TEST_CASE("completion offers settings and the values of those that have few") {
  Completing mend;
  CHECK(mend.offers({"config", "get", "week"}) == Words{"week_start"});
  CHECK(mend.offers({"config", "set", "week_start", "su"}) == Words{"sunday"});
  CHECK(mend.offers({"config", "set", "role", ""}) == Words{"mending", "healing", "both"});
  CHECK(mend.has({"config", "set", "steps.empathy.cadence", ""}, "2/week"));
  CHECK(mend.offers({"config", "set", "journal", "s"}) == Words{"sam"});
  CHECK(mend.offers({"config", "set", "editor", ""}).empty());
  CHECK(mend.offers({"config", "set", "nonsense", ""}).empty());
  CHECK(mend.offers({"--color", "al"}) == Words{"always"});
}

TEST_CASE("completion offers journals, whatever MEND_JOURNAL says") {
  Completing mend;
  mend.home.environment().variables["MEND_JOURNAL"] = "../nonsense";
  CHECK(mend.offers({"-j", ""}) == Words{"main", "sam"});
  CHECK(mend.offers({"--journal=s"}) == Words{"--journal=sam"});
  CHECK(mend.offers({"log", "c/on"}) == Words{"c/on-time"});
}

TEST_CASE("with discretion completion offers no word anyone typed") {
  Completing mend;
  CHECK(mend.offers({"--discreet", "list", "-t", ""}).empty());
  CHECK(mend.lines({"--discreet", "show", "aa"}) == "aaaa000001\tFri 20 Nov  consistency  action\n");
  CHECK(mend.offers({"--discreet", "-j", ""}).empty());
  CHECK(mend.offers({"--discreet", "setback", "c", "--severity", ""}).empty());
  CHECK_FALSE(mend.has({"--discreet", "log", "c/"}, "c/phone-away"));
  mend.home.environment().variables["MEND_DISCREET"] = "1";
  CHECK(mend.offers({"list", "-t", ""}).empty());
  CHECK(mend.lines({"show", "cc"}) == "cccc000003\tSat 21 Nov  patience  setback\n");
}

TEST_CASE("completion says nothing of what is wrong, and offers what it can") {
  Completing mend;
  mend.write(".config/mend/config.toml", "color = [\n");
  mend.write(".local/share/mend/main/2026-10.toml", "[[entry]\nid = ");
  CHECK(mend.offers({"show", "cc"}) == Words{"cccc000003"});
  mend.home.environment().variables["MEND_NOW"] = "soon";
  CHECK(mend.offers({"show", ""}).empty());
  CHECK(mend.offers({"log", "c/on"}) == Words{"c/on-time"});
  CHECK(mend.offers({"log", "\xFF"}).empty());
  CHECK(mend.offers({}) == mend.offers({""}));
}

TEST_CASE("completion makes nothing") {
  Home home;
  for (const Words& words : std::vector<Words>{{""}, {"show", ""}, {"list", "-t", ""}, {"-j", ""},
                                               {"log", "c/"}, {"day", ""}}) {
    Words line = {"__complete", "--"};
    line.insert(line.end(), words.begin(), words.end());
    CHECK(home.run(line).err.empty());
  }
  CHECK_FALSE(home.has_files());
}

TEST_CASE("every value that an option or a usage names is known, or is free text") {
  // Whoever adds a name that means a journal's own things adds it to the completion too.
  const Words free = {"TEXT", "TEXT...", "NAME", "N", "FORMAT", "VALUE", "NEW", "HOURS"};
  Completing mend;
  for (const Command& command : commands()) {
    for (const Option& option : command.options) {
      if (option.value.empty() || std::ranges::find(free, option.value) != free.end()) continue;
      Words line;
      for (std::string_view rest = command.name; !rest.empty();) {
        const auto word = rest.substr(0, rest.find(' '));
        line.emplace_back(word);
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      }
      const bool needs_step = option.value == "FIELD=VALUE";
      if (needs_step) line.emplace_back(command.name == "edit" ? "bbbb" : "empathy");
      line.emplace_back(option.long_name());
      line.emplace_back(option.value.starts_with("NAME=") ? "Gym=" : "");
      CAPTURE(command.name);
      CAPTURE(option.long_name());
      const bool is_about_promises = option.long_name() == "--apology";
      if (!is_about_promises) CHECK_FALSE(mend.lines(line).empty());
    }
  }
}

}  // namespace mend
