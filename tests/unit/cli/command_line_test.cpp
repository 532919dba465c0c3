// SPDX-License-Identifier: MIT
#include "mend/cli/command_line.hpp"

#include "mend/cli/errors.hpp"
#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Words = std::vector<std::string>;

struct Parsed {
  std::string command;
  Arguments arguments;
};

Parsed parse(const Words& line) {
  const ScannedLine scanned = scan_command_line(line);
  REQUIRE(scanned.command != nullptr);
  return {std::string{scanned.command->name}, parse_arguments(*scanned.command, scanned.tokens)};
}

Words words_of(const Words& line) { return parse(line).arguments.words(); }

// What is wrong with the line and the hint below it; empty when nothing is.
std::string refusal_of(const Words& line) {
  try {
    parse(line);
  } catch (const Stop& stop) {
    CHECK(stop.code() == exit_usage);
    return stop.diagnostic().what + " | " + stop.diagnostic().hint;
  }
  return {};
}

bool mentions(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no word of a text is taken for a command, an option or a list") {
  const std::vector<Words> texts = {
      {"list", "of", "things"}, {"keep", "calm"},  {"log", "log"},         {"help"},
      {"++"},                   {"[]"},            {"[a,b]"},              {"[", "]"},
      {"{}"},                   {"a,b"},           {"-5", "kg"},           {"-5 kg"},
      {"-"},                    {"010"},           {"0x10"},               {"1e3"},
      {""},                     {"", ""},          {" "},                  {"a=b"},
      {"#", "x"},               {"%d"},            {"\"quoted\""},         {"'"},
      {"\\"},                   {"a\nb"},          {"\x01"},               {"\x01" "a"},
      {"--", "x"},              {"---"},           {"-é"},                 {"--é"},
      {"- a"},                  {"-- a"},          {"--no such option"},   {"-1.5"},
      {"true"},                 {"false"},         {"/"},                  {"@1"},
      {"today"},                {"😀"},            {"-+"},                 {"+3"},
  };
  for (const Words& text : texts) {
    Words line = {"log", "c"};
    line.insert(line.end(), text.begin(), text.end());
    CAPTURE(text.front());
    Words expected = text;
    if (text.front() == "--") expected.erase(expected.begin());
    expected.insert(expected.begin(), "c");
    const Parsed parsed = parse(line);
    CHECK(parsed.command == "log");
    CHECK(parsed.arguments.words() == expected);
    CHECK_FALSE(parsed.arguments.has("on"));
  }
}

TEST_CASE("everything after -- is text, options and -- itself too") {
  CHECK(words_of({"log", "c", "a", "--", "-x"}) == Words{"c", "a", "-x"});
  CHECK(words_of({"log", "c", "--", "--json", "-d", "fri"}) == Words{"c", "--json", "-d", "fri"});
  CHECK(words_of({"log", "c", "--", "--"}) == Words{"c", "--"});
  CHECK(words_of({"log", "c", "--"}) == Words{"c"});
  const Parsed parsed = parse({"log", "c", "-t", "x", "--", "-t", "y"});
  CHECK(parsed.arguments.values("tag") == Words{"x"});
  CHECK(parsed.arguments.words() == Words{"c", "-t", "y"});
}

TEST_CASE("a word after -- means nothing but itself") {
  const auto literals = [](const Words& line) {
    const Arguments arguments = parse(line).arguments;
    std::string out;
    for (std::size_t i = 0; i < arguments.words().size(); ++i) out += arguments.is_literal(i) ? 'l' : 'w';
    return out;
  };
  CHECK(literals({"log", "c", "-"}) == "ww");
  CHECK(literals({"log", "c", "--", "-"}) == "wl");
  CHECK(literals({"log", "c", "a", "--", "b", "c"}) == "wwll");
}

TEST_CASE("an option takes exactly its own value") {
  const Parsed parsed = parse({"log", "c", "-t", "work", "home", "by", "six", "--tag", "x", "-tz"});
  CHECK(parsed.arguments.values("tag") == Words{"work", "x", "z"});
  CHECK(parsed.arguments.words() == Words{"c", "home", "by", "six"});
  const Arguments fields =
      parse({"note", "e", "-f", "a=[b,c]", "the", "call", "-f", "d=e=f", "--field=g=h i"}).arguments;
  CHECK(fields.values("field") == Words{"a=[b,c]", "d=e=f", "g=h i"});
  CHECK(fields.words() == Words{"e", "the", "call"});
  CHECK(parse({"log", "c", "-t", "-5"}).arguments.values("tag") == Words{"-5"});
  CHECK(parse({"log", "c", "-t", "++", "-t", "[]", "-t", "[a,b]"}).arguments.values("tag") ==
        Words{"++", "[]", "[a,b]"});
  CHECK(parse({"list", "-n", "010"}).arguments.value("limit") == "010");
}

TEST_CASE("options stand before and after, long and short, together and apart") {
  const std::vector<Words> lines = {
      {"log", "c", "x", "-d", "mon", "-q"},     {"log", "-d", "mon", "-q", "c", "x"},
      {"-q", "log", "-dmon", "c", "x"},         {"log", "c", "-qd", "mon", "x"},
      {"log", "c", "--on=mon", "x", "--quiet"}, {"--quiet", "log", "--on", "mon", "c", "x"},
      {"log", "c", "-qdmon", "x"},
  };
  for (const Words& line : lines) {
    const Parsed parsed = parse(line);
    CHECK(parsed.command == "log");
    CHECK(parsed.arguments.value("on") == "mon");
    CHECK(parsed.arguments.has("quiet"));
    CHECK(parsed.arguments.words() == Words{"c", "x"});
  }
  CHECK(parse({"-j", "log", "log", "c"}).arguments.value("journal") == "log");
}

TEST_CASE("an unknown option is refused with the nearest one") {
  CHECK(mentions(refusal_of({"log", "c", "--tga", "x"}), "'--tga' | Did you mean '--tag'?"));
  CHECK(mentions(refusal_of({"list", "--grp", "x"}), "Did you mean '--grep'?"));
  CHECK(mentions(refusal_of({"list", "--grp=x"}), "'--grp'"));
  CHECK(mentions(refusal_of({"--jsn", "list"}), "Did you mean '--json'?"));
  CHECK(mentions(refusal_of({"list", "-x"}), "'-x'"));
  CHECK(mentions(refusal_of({"list", "-tag", "x"}), "'-tag' | Did you mean '--tag'?"));
  CHECK(mentions(refusal_of({"list", "-since", "x"}), "Did you mean '--since'?"));
  for (const Words& line : std::vector<Words>{{"log", "c", "--zzz"}, {"list", "--zzz"}, {"--zzz"}}) {
    const std::string refusal = refusal_of(line);
    CHECK(mentions(refusal, "there is no option '--zzz'"));
    CHECK_FALSE(refusal.ends_with("| "));
  }
  // In a text the way out is named.
  CHECK(mentions(refusal_of({"log", "c", "-x"}), "put -- before it"));
  CHECK(mentions(refusal_of({"note", "e", "--what"}), "put -- before it"));
  // An option of another command is none of this one.
  CHECK(mentions(refusal_of({"log", "c", "--limit", "3"}), "'--limit'"));
}

TEST_CASE("no option and no command can be abbreviated") {
  for (const Words& line : std::vector<Words>{
           {"log", "c", "--ta", "x"}, {"list", "--lim", "3"}, {"list", "--js"}, {"lo", "c"}, {"lis"},
           {"LOG", "c"}, {"log ", "c"}, {"--jour", "x", "list"}}) {
    CAPTURE(line.front());
    CHECK_FALSE(refusal_of(line).empty());
  }
}

TEST_CASE("an unknown command is refused with the nearest one") {
  CHECK(refusal_of({"lgo", "c"}) == "there is no command 'lgo' | Did you mean 'log'?");
  CHECK(mentions(refusal_of({"straek"}), "Did you mean 'streak'?"));
  CHECK(mentions(refusal_of({"zzz"}), "'mend help'"));
  CHECK(mentions(refusal_of({"[]"}), "there is no command '[]'"));
  CHECK(mentions(refusal_of({""}), "there is no command ''"));
  // What is not in the help is not offered either.
  CHECK_FALSE(mentions(refusal_of({"_complete"}), "__complete"));
}

TEST_CASE("a value that is missing is refused, not taken from what follows") {
  for (const Words& line : std::vector<Words>{
           {"log", "c", "-d"}, {"log", "c", "--on"}, {"log", "c", "--tag=", "x"}, {"log", "c", "-t"},
           {"log", "c", "-t", "--json"}, {"log", "c", "-t", "-d", "mon"}, {"log", "c", "-t", "--", "x"},
           {"list", "--limit"}, {"-j"}, {"log", "c", "-qd"}}) {
    CAPTURE(line.back());
    CHECK(mentions(refusal_of(line), "needs a value"));
  }
}

TEST_CASE("an option that is given twice, or a value too many, is refused") {
  CHECK_FALSE(refusal_of({"log", "c", "-d", "mon", "--on", "tue"}).empty());
  CHECK_FALSE(refusal_of({"list", "-n", "1", "-n", "2"}).empty());
  CHECK_FALSE(refusal_of({"list", "--json=yes"}).empty());
  CHECK_FALSE(refusal_of({"-j", "a", "list", "-j", "b"}).empty());
  CHECK(refusal_of({"list", "--json", "--json"}).empty());
}

TEST_CASE("words for a command that takes none are refused by their name") {
  CHECK(mentions(refusal_of({"today", "tomorrow"}), "takes no 'tomorrow'"));
  CHECK(mentions(refusal_of({"undo", "--", "-x"}), "takes no '-x'"));
  CHECK(mentions(refusal_of({"today", "++"}), "takes no '++'"));
}

TEST_CASE("a bare date right after a date option's value is refused in a text") {
  for (const Words& line : std::vector<Words>{{"log", "c", "-d", "fri", "18:00", "x"},
                                              {"log", "c", "-dfri", "18:00"},
                                              {"log", "c", "--on", "fri", "6pm", "x"},
                                              {"log", "-d", "fri", "mon", "x"},
                                              {"note", "e", "--on=fri", "2026-11-22"},
                                              {"note", "e", "x", "-d", "fri", "tomorrow"},
                                              {"log", "c", "-d", "3", "-2w"}}) {
    CAPTURE(line.back());
    CHECK(mentions(refusal_of(line), "could belong to it or to the text"));
  }
  CHECK(mentions(refusal_of({"log", "c", "-d", "fri", "18:00"}), "'fri 18:00'"));
  // Where it is clear, it is text.
  CHECK(words_of({"log", "c", "-d", "fri", "home", "18:00"}) == Words{"c", "home", "18:00"});
  CHECK(words_of({"log", "c", "18:00", "-d", "fri"}) == Words{"c", "18:00"});
  CHECK(words_of({"log", "c", "-d", "fri", "--", "18:00"}) == Words{"c", "18:00"});
  CHECK(words_of({"log", "c", "-d", "fri", "-t", "x", "18:00"}) == Words{"c", "18:00"});
  CHECK(words_of({"log", "c", "-t", "fri", "18:00"}) == Words{"c", "18:00"});
  CHECK(words_of({"list", "--since", "mon", "fri"}) == Words{"fri"});
}

TEST_CASE("no command is today's matter of others") {
  const ScannedLine none = scan_command_line({});
  CHECK(none.command == nullptr);
  CHECK(none.tokens.empty());
  const ScannedLine json = scan_command_line({"--json", "-j", "sam"});
  CHECK(json.command == nullptr);
  CHECK(json.tokens.size() == 3);
}

TEST_CASE("any text comes through behind --, in any number of words") {
  Random random{20};
  for (int i = 0; i < 300; ++i) {
    Words line = {"note", "e", "--"};
    Words expected = {"e"};
    for (std::size_t j = random.below(6); j > 0; --j) {
      line.push_back(random.one_in(3) ? std::string{random.pick(hostile_texts)} : hostile_text(random));
      expected.push_back(line.back());
    }
    REQUIRE(words_of(line) == expected);
  }
}

TEST_CASE("a family's first word is followed by one of its members, or stands for its list") {
  const Parsed set = parse({"config", "--json", "set", "editor", "list"});
  CHECK(set.command == "config set");
  CHECK(set.arguments.words() == Words{"editor", "list"});
  CHECK(parse({"config", "get", "color"}).command == "config get");
  CHECK(parse({"config"}).command == "config list");
  CHECK(scan_command_line({"config"}).family == find_family("config"));
  CHECK(scan_command_line({"config", "list"}).family == nullptr);
  CHECK(mentions(refusal_of({"config", "lsit"}), "Did you mean 'config list'?"));
  CHECK(mentions(refusal_of({"config", "xyzzy"}), "one of: get, set, unset, list, edit, path"));
  CHECK(mentions(refusal_of({"config", "--nonsense"}), "there is no option '--nonsense'"));
  CHECK(mentions(refusal_of({"config list"}), "there is no command 'config list'"));
  CHECK(words_of({"log", "c", "config", "get"}) == Words{"c", "config", "get"});
}

TEST_CASE("the descriptions of commands are what parsing, help and completion can rely on") {
  std::set<std::string_view> names;
  std::set<std::string_view> globals;
  for (const Option& option : global_options()) {
    CHECK(globals.insert(option.long_name()).second);
    if (!option.short_name().empty()) CHECK(globals.insert(option.short_name()).second);
  }
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK(names.insert(command.name).second);
    CHECK(find_command(command.name) == &command);
    const bool can_run = command.run != nullptr;
    CHECK(can_run);
    CHECK_FALSE(command.summary.empty());
    if (!command.group.empty()) {
      CHECK(command.examples.size() >= 2);
      CHECK(command.examples.size() <= 3);
      for (const auto example : command.examples) CHECK(example.find("mend") != std::string_view::npos);
    }
    std::set<std::string_view> options = globals;
    for (const Option& option : command.options) {
      CAPTURE(option.names);
      CHECK(option.long_name().starts_with("--"));
      CHECK(options.insert(option.long_name()).second);
      if (!option.short_name().empty()) {
        CHECK(option.short_name().size() == 2);
        CHECK(options.insert(option.short_name()).second);
      }
      CHECK_FALSE(option.help.empty());
    }
  }
  for (const Family& family : families()) {
    CAPTURE(family.name);
    CHECK_FALSE(names.contains(family.name));
    CHECK(family.member_name(default_member(family)) == "list");
    CHECK(family.examples.size() >= 2);
    CHECK(family.examples.size() <= 3);
  }
  CHECK(find_command("nonsense") == nullptr);
  CHECK(find_command("") == nullptr);
}

}  // namespace mend
