// SPDX-License-Identifier: MIT
#include "mend/store/settings_edit.hpp"

#include "mend/store/entry_writer.hpp"
#include "mend/store/setting_keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

namespace mend {
namespace {

std::string written_setting(const Value& value) { return write_value(value, LineEnding::lf); }

Value value_of(const std::string& key, std::string_view text) {
  return *parse_setting(*find_setting_key(key), text);
}

std::string set(const std::string& bytes, const std::string& key, std::string_view text) {
  const auto after = with_setting(bytes, "file", key, value_of(key, text));
  return after ? *after : "refused: " + after.error().what;
}

std::string unset(const std::string& bytes, const std::string& key) {
  const auto after = with_setting(bytes, "file", key, std::nullopt);
  return after ? *after : "refused: " + after.error().what;
}

// "LINE:COLUMN" of the refusal, or what it would have written.
std::string refused_at(const std::string& bytes, const std::string& key,
                       const std::optional<Value>& value) {
  const auto after = with_setting(bytes, "file", key, value);
  if (after) return *after;
  CHECK(after.error().file == "file");
  return std::to_string(after.error().line) + ":" + std::to_string(after.error().column);
}

TEST_CASE("a value is changed where it stands") {
  CHECK(set("  role   =\t'both'  # us \n", "role", "healing") ==
        "  role   =\t\"healing\"  # us \n");
  CHECK(set("\"role\" = \"both\"", "role", "healing") == "\"role\" = \"healing\"");
  CHECK(set("x = \"für\"\r\nlock_timeout = 1_0 # ö\r\n", "lock_timeout", "3") ==
        "x = \"für\"\r\nlock_timeout = 3 # ö\r\n");
  CHECK(set("\xEF\xBB\xBFrole = \"both\"\n", "role", "healing") ==
        "\xEF\xBB\xBFrole = \"healing\"\n");
  CHECK(set("due = { quiet = \"01:00-02:00\" } # q\n", "due.quiet", "22:00-08:00") ==
        "due = { quiet = \"22:00-08:00\" } # q\n");
  CHECK(set("[due]\n\"quiet\" = '''\n01:00-02:00''' # q\n", "due.quiet", "22:00-08:00") ==
        "[due]\n\"quiet\" = \"22:00-08:00\" # q\n");
  CHECK(set("steps.empathy.cadence = \"daily\"\n", "steps.empathy.cadence", "2/week") ==
        "steps.empathy.cadence = \"2/week\"\n");
  CHECK(set("role = [\n  1, # one\n]\nx = 1\n", "role", "both") == "role = \"both\"\nx = 1\n");
}

TEST_CASE("a missing key of no table comes before the first table") {
  CHECK(set("", "role", "both") == "role = \"both\"\n");
  CHECK(set("\xEF\xBB\xBF", "role", "both") == "\xEF\xBB\xBFrole = \"both\"\n");
  CHECK(set("# mine", "role", "both") == "# mine\nrole = \"both\"\n");
  CHECK(set("a = 1\n\n# of due\n[due]\n", "color", "never") ==
        "a = 1\ncolor = \"never\"\n\n# of due\n[due]\n");
  CHECK(set("a = 1\n[due]\n", "color", "never") == "a = 1\ncolor = \"never\"\n[due]\n");
  CHECK(set("# of due\n[due]\n", "color", "never") == "color = \"never\"\n\n# of due\n[due]\n");
  CHECK(set("\xEF\xBB\xBF[due]\r\n", "color", "never") ==
        "\xEF\xBB\xBF" "color = \"never\"\r\n\r\n[due]\r\n");
  CHECK(set("\n[due]\n", "color", "never") == "color = \"never\"\n\n[due]\n");
  CHECK(set("x = '''\n[due]\n'''\n", "color", "never") ==
        "x = '''\n[due]\n'''\ncolor = \"never\"\n");
  CHECK(set("a.b = 1 # b\n\n# [due]\n# quiet = 1\n", "color", "never") ==
        "a.b = 1 # b\ncolor = \"never\"\n\n# [due]\n# quiet = 1\n");
  CHECK(set("# mine\n# only\n\n# [due]\n", "color", "never") ==
        "# mine\n# only\ncolor = \"never\"\n\n# [due]\n");
}

TEST_CASE("a missing key of a table goes into it, or into a new one") {
  CHECK(set("[due] # q\n\n[other]\n", "due.quiet", "22:00-08:00") ==
        "[due] # q\nquiet = \"22:00-08:00\"\n\n[other]\n");
  CHECK(set("[due]\nx = [\n1] # x\n# vim: et\n", "due.quiet", "22:00-08:00") ==
        "[due]\nx = [\n1] # x\nquiet = \"22:00-08:00\"\n# vim: et\n");
  CHECK(set("[ steps . 'empathy' ]\r\nx = 1\r\n# of other\r\n[other]\r\n", "steps.empathy.cadence",
            "daily") ==
        "[ steps . 'empathy' ]\r\nx = 1\r\ncadence = \"daily\"\r\n# of other\r\n[other]\r\n");
  CHECK(set("[due]", "due.quiet", "22:00-08:00") == "[due]\nquiet = \"22:00-08:00\"\n");
  CHECK(set("a = 1", "due.quiet", "22:00-08:00") == "a = 1\n\n[due]\nquiet = \"22:00-08:00\"\n");
  CHECK(set("[steps.empathy.deeper]\nx = 1\n", "steps.empathy.cadence", "daily") ==
        "[steps.empathy.deeper]\nx = 1\n\n[steps.empathy]\ncadence = \"daily\"\n");
  CHECK(set("[[action]]\nkey = \"x\"\n\n", "steps.empathy.cadence", "daily") ==
        "[[action]]\nkey = \"x\"\n\n[steps.empathy]\ncadence = \"daily\"\n");
  CHECK(set("[steps]\nempathy.cadence = \"daily\"\n", "steps.space.cadence", "daily") ==
        "[steps]\nempathy.cadence = \"daily\"\n\n[steps.space]\ncadence = \"daily\"\n");
}

TEST_CASE("a key is taken out with its line, and its comment stays") {
  CHECK(unset("a = 1\nrole = \"both\"\nb = 2\n", "role") == "a = 1\nb = 2\n");
  CHECK(unset("\xEF\xBB\xBFrole = \"both\"\r\nb = 2\r\n", "role") == "\xEF\xBB\xBF" "b = 2\r\n");
  CHECK(unset("a = 1\n  role = \"both\" \t # us\n", "role") == "a = 1\n  # us\n");
  CHECK(unset("a = 1\nrole = \"both\"", "role") == "a = 1\n");
  CHECK(unset("role = '''\nboth''' # us", "role") == "# us");
  CHECK(unset("[due]\nquiet = \"\"\n", "due.quiet") == "[due]\n");
  CHECK(unset("due.quiet = \"\"\nx = 1\n", "due.quiet") == "x = 1\n");
  CHECK(unset("# nothing\n", "role") == "# nothing\n");
}

TEST_CASE("what cannot be edited safely is refused with its place") {
  const Value quiet = value_of("due.quiet", "22:00-08:00");
  const Value daily = value_of("steps.space.cadence", "daily");
  CHECK(refused_at("a = 1\ndue = { }\n", "due.quiet", quiet) == "2:7");
  CHECK(refused_at("a = 1\ndue = { quiet = \"\", b = 1 }\n", "due.quiet", std::nullopt) == "2:17");
  CHECK(refused_at("due = { quiet = \"\" } # q\n", "due.quiet", std::nullopt) == "1:17");
  CHECK(refused_at("steps = { empathy = { cadence = \"daily\" } }\n", "steps.space.cadence", daily) ==
        "1:9");
  CHECK(refused_at("due = 5\n", "due.quiet", quiet) == "1:7");
  CHECK(refused_at("[role]\nx = 1\n", "role", value_of("role", "both")) == "1:1");
  CHECK(refused_at("[[due]]\n", "due.quiet", quiet) == "1:1");
  CHECK(refused_at("[[role]]\nx = 1\n", "role", value_of("role", "both")) == "1:1");
  CHECK(refused_at("[[role]]\nx = 1\n", "role", std::nullopt) == "1:1");
  CHECK(refused_at("[role]\n", "role", std::nullopt) == "1:1");
  CHECK(refused_at("[[steps]]\n[steps.space]\n", "steps.space.cadence", daily) == "1:1");
  CHECK(refused_at("a = 1\nb = \n", "role", value_of("role", "both")) == "2:5");
  CHECK(refused_at("# new\nformat = 2\n", "role", value_of("role", "both")) == "2:10");
}

// A file line by line, so that a test knows without parsing what an edit has to make of it.
struct SettingsLine {
  std::string before_value;
  std::string value;  // as TOML; empty for a line without a key
  std::string after_value;
  std::string key;  // the whole name

  std::string text() const { return before_value + value + after_value; }
};

class RandomFile {
 public:
  explicit RandomFile(unsigned seed) : random_(seed), end_(one_of({"\n", "\n", "\r\n"})) {
    if (chance(4)) add("\xEF\xBB\xBF");
    add_comments();
    for (const std::string key : {"role", "grace", "lock_timeout"}) add_key(key, key);
    if (chance(4)) add_key("steps.honesty.cadence", "steps.honesty.cadence");
    for (const std::string table : {"steps.empathy", "due", "steps.space"}) {
      if (chance(2)) add_table(table);
    }
    if (chance(3)) lines_.back().after_value.clear();  // no newline at the end, maybe
  }

  const std::vector<SettingsLine>& lines() const { return lines_; }
  std::string_view end() const { return end_; }

  std::string bytes() const {
    std::string all;
    for (const SettingsLine& line : lines_) all += line.text();
    return all;
  }

  bool chance(unsigned of) { return random_() % of == 0; }

  std::string one_of(const std::vector<std::string>& choices) {
    return choices[random_() % choices.size()];
  }

  std::string random_value(const std::string& key) {
    if (key == "role") return one_of({"mending", "healing", "both"});
    if (key == "grace") return one_of({"true", "false"});
    if (key == "lock_timeout") return one_of({"0", "7", "3600"});
    if (key == "due.quiet") return one_of({"22:00-08:00", "00:00-23:59"});
    return one_of({"daily", "2/week", "mon,wed,fri", "every 3d", "as-needed"});
  }

 private:
  void add(const std::string& text) { lines_.push_back({text, "", "", ""}); }

  void add_comments() {
    while (!chance(3)) {
      add(one_of({"", "  ", "# [due]", "\t# role = \"both\"", "# ünï", "x" + fresh() + " = \"#\"",
                  "x" + fresh() + " = '''" + end_ + "[due]" + end_ + "'''",
                  "x" + fresh() + " = [ # a list" + end_ + "  \"grace = true\", ]"}) +
          end_);
    }
  }

  void add_key(const std::string& key, const std::string& spelled) {
    if (chance(2)) {
      lines_.push_back({one_of({"", "", "  ", "\t"}) + spelled + one_of({" = ", "=", "\t=  "}),
                        written_setting(value_of(key, random_value(key))),
                        one_of({"", " ", " # why", "# why", "\t#"}) + end_, key});
    }
    add_comments();
  }

  void add_table(const std::string& table) {
    const std::string leaf = table == "due" ? "quiet" : "cadence";
    add(one_of({"[", "  [ "}) + table + one_of({"]", " ] # of it"}) + end_);
    add_comments();
    add_key(table + "." + leaf, one_of({leaf, "\"" + leaf + "\"", "'" + leaf + "'"}));
  }

  std::string fresh() { return std::to_string(++names_); }

  std::mt19937 random_;
  std::string end_;
  std::vector<SettingsLine> lines_;
  int names_ = 0;
};

const std::vector<std::string> edited_keys = {"role",      "grace",
                                              "due.quiet", "steps.empathy.cadence",
                                              "steps.space.cadence", "lock_timeout"};

// What is put into a file for a key that was not there.
bool is_addition(std::string added, const std::string& key, const std::string& value,
                 std::string_view end) {
  const auto dot = key.rfind('.');
  const std::string line = key.substr(dot + 1) + " = " + value + std::string{end};
  const auto position = added.find(line);
  if (position == std::string::npos) return false;
  added.erase(position, line.size());
  const std::string header = "[" + key.substr(0, dot == std::string::npos ? 0 : dot) + "]";
  if (const auto at = added.find(header); at != std::string::npos) added.erase(at, header.size());
  return added.find_first_not_of("\r\n") == std::string::npos;
}

TEST_CASE("random edits of files full of comments touch what they should and nothing else") {
  int additions = 0;
  int replacements = 0;
  int removals = 0;
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    CAPTURE(seed);
    RandomFile file{seed};
    const std::string before = file.bytes();
    CAPTURE(before);
    const std::string key = file.one_of(edited_keys);
    CAPTURE(key);
    const bool is_removal = file.chance(3);
    const auto line = std::ranges::find(file.lines(), key, &SettingsLine::key);
    const bool is_there = line != file.lines().end();
    const std::string text = file.random_value(key);
    const std::string after = is_removal ? unset(before, key) : set(before, key, text);
    const std::string value = written_setting(value_of(key, text));

    std::string expected;
    for (const SettingsLine& each : file.lines()) {
      SettingsLine changed = each;
      if (each.key == key && !is_removal) changed.value = value;
      if (each.key == key && is_removal) {
        const auto comment = each.after_value.find('#');
        const auto indent = each.before_value.find_first_not_of(" \t");
        changed = comment == std::string::npos
                      ? SettingsLine{}
                      : SettingsLine{each.before_value.substr(0, indent), "",
                             each.after_value.substr(comment), ""};
      }
      expected += changed.text();
    }

    if (is_there || is_removal) {
      CHECK(after == expected);
      replacements += is_there && !is_removal;
      removals += is_there && is_removal;
      continue;
    }
    ++additions;
    REQUIRE(after.size() > before.size());
    const std::size_t added = after.size() - before.size();
    bool is_found = false;
    for (std::size_t at = 0; at <= before.size() && !is_found; ++at) {
      is_found = after.compare(0, at, before, 0, at) == 0 &&
                 after.compare(at + added, std::string::npos, before, at) == 0 &&
                 is_addition(after.substr(at, added), key, value, file.end());
    }
    CAPTURE(after);
    CHECK(is_found);
    CHECK(set(after, key, text) == after);
  }
  CHECK(additions > 300);
  CHECK(replacements > 300);
  CHECK(removals > 200);
}

TEST_CASE("no bytes at all are too odd to be refused or edited") {
  std::mt19937 random{7};
  const std::string letters = "[]{}\"'=.#\n\r\t due.quiet role \\";
  for (int i = 0; i < 3000; ++i) {
    std::string bytes;
    for (auto size = random() % 40; size > 0; --size) bytes += letters[random() % letters.size()];
    CAPTURE(bytes);
    for (const std::string& key : edited_keys) {
      const std::string text = RandomFile{static_cast<unsigned>(random())}.random_value(key);
      const auto after = with_setting(bytes, "file", key, value_of(key, text));
      if (after) CHECK(set(*after, key, text) == *after);
      with_setting(bytes, "file", key, std::nullopt);
    }
  }
}

}  // namespace
}  // namespace mend
