// SPDX-License-Identifier: MIT
#include "mend/store/entry_editor.hpp"

#include "mend/store/splice.hpp"
#include "support/entries.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Changes = std::vector<KeyChange>;

KeyChange put(std::string key, Value value) { return {std::move(key), std::move(value)}; }
KeyChange put(std::string key, const char* text) { return {std::move(key), Value{std::string{text}}}; }
KeyChange drop(std::string key) { return {std::move(key), std::nullopt}; }

// The edited text, or what nobody writes when it was refused.
std::string edited(std::string_view text, const Changes& changes) {
  return edited_entry(text, changes).value_or("refused");
}

}  // namespace

TEST_CASE("a value is replaced where it stands, and nothing else") {
  const std::string text =
      "# said on the way\n"
      "  [[ entry ]]   # header\n"
      "id='k7q2'\n"
      "\n"
      "# about the text\n"
      "\t\"text\"   =   'it is \"so\"'   # and behind it\n"
      "tags = [ 'a', # one\n"
      "         'b' ] # two\n"
      "kind = \"note\"\n"
      "# the end";
  CHECK(edited(text, {put("text", "new")}) ==
        "# said on the way\n"
        "  [[ entry ]]   # header\n"
        "id='k7q2'\n"
        "\n"
        "# about the text\n"
        "\t\"text\"   =   \"new\"   # and behind it\n"
        "tags = [ 'a', # one\n"
        "         'b' ] # two\n"
        "kind = \"note\"\n"
        "# the end");
  CHECK(edited(text, {put("tags", Value{Values{{std::string{"c"}}}})}) ==
        "# said on the way\n"
        "  [[ entry ]]   # header\n"
        "id='k7q2'\n"
        "\n"
        "# about the text\n"
        "\t\"text\"   =   'it is \"so\"'   # and behind it\n"
        "tags = [\"c\"] # two\n"
        "kind = \"note\"\n"
        "# the end");
  CHECK(edited(text, {}) == text);
}

TEST_CASE("a key goes with its line, and comments on lines of their own stay") {
  const std::string text =
      "[[entry]]\n"
      "id = 1 # first\n"
      "# middle\n"
      "a = \"\"\"\nmany\n\nlines\n\"\"\" # behind\n"
      "b = {x = 1, y = [2, 3]}\n"
      "# foot\n";
  CHECK(edited(text, {drop("id")}) ==
        "[[entry]]\n# middle\na = \"\"\"\nmany\n\nlines\n\"\"\" # behind\nb = {x = 1, y = [2, 3]}\n# foot\n");
  CHECK(edited(text, {drop("a")}) ==
        "[[entry]]\nid = 1 # first\n# middle\nb = {x = 1, y = [2, 3]}\n# foot\n");
  CHECK(edited(text, {drop("b")}) ==
        "[[entry]]\nid = 1 # first\n# middle\na = \"\"\"\nmany\n\nlines\n\"\"\" # behind\n# foot\n");
  CHECK(edited(text, {drop("a"), drop("id"), drop("b")}) == "[[entry]]\n# middle\n# foot\n");
  CHECK(edited(text, {drop("nowhere")}) == text);
  CHECK(edited("[[entry]]\nonly = 1\n", {drop("only")}) == "[[entry]]\n");
}

TEST_CASE("new keys follow the last one, before any table inside the entry") {
  CHECK(edited("[[entry]]\na = 1 # one\n# foot\n", {put("b", "x"), put("c", Value{true})}) ==
        "[[entry]]\na = 1 # one\nb = \"x\"\nc = true\n# foot\n");
  CHECK(edited("[[entry]]\n", {put("a", "x")}) == "[[entry]]\na = \"x\"\n");
  CHECK(edited("[[entry]]\nlast = 1\n", {drop("last"), put("a", "x")}) == "[[entry]]\na = \"x\"\n");
  const std::string nested =
      "[[entry]]\n"
      "a = 1\n"
      "\n"
      "[entry.extra] # mine\n"
      "a = 2\n"
      "b = 3\n"
      "[[entry.extra.list]]\n"
      "a = 4\n";
  CHECK(edited(nested, {put("b", "x")}) ==
        "[[entry]]\na = 1\nb = \"x\"\n\n[entry.extra] # mine\na = 2\nb = 3\n[[entry.extra.list]]\na = 4\n");
  CHECK(edited(nested, {put("a", "x")}) ==
        "[[entry]]\na = \"x\"\n\n[entry.extra] # mine\na = 2\nb = 3\n[[entry.extra.list]]\na = 4\n");
  CHECK(edited(nested, {drop("a")}) ==
        "[[entry]]\n\n[entry.extra] # mine\na = 2\nb = 3\n[[entry.extra.list]]\na = 4\n");
  CHECK(edited("[[entry]]\na = 1\nmore.b = 2\nmore.c = 3\n", {put("d", "x")}) ==
        "[[entry]]\na = 1\nd = \"x\"\nmore.b = 2\nmore.c = 3\n");
  CHECK(edited("[[entry]]\na = 1\n[[entry.list]]\nb = 2\n", {put("d", "x")}) ==
        "[[entry]]\na = 1\nd = \"x\"\n[[entry.list]]\nb = 2\n");
  CHECK(edited("[[entry]]\na = [[{b = 1}]]\n", {put("d", "x")}) ==
        "[[entry]]\na = [[{b = 1}]]\nd = \"x\"\n");
}

TEST_CASE("what the last line lacks it still lacks") {
  CHECK(edited("[[entry]]\na = 1", {put("a", Value{true})}) == "[[entry]]\na = true");
  CHECK(edited("[[entry]]\r\na = 1", {put("a", Value{true})}) == "[[entry]]\r\na = true");
  CHECK(edited("[[entry]]\na = 1", {put("b", "x")}) == "[[entry]]\na = 1\nb = \"x\"");
  CHECK(edited("[[entry]]\r\na = 1", {put("b", "x")}) == "[[entry]]\r\na = 1\r\nb = \"x\"");
  CHECK(edited("[[entry]]", {put("b", "x")}) == "[[entry]]\nb = \"x\"");
  CHECK(edited("[[entry]]\na = 1", {drop("a")}) == "[[entry]]");
}

TEST_CASE("a CRLF file stays one, and lines of a text there are escaped") {
  CHECK(edited("[[entry]]\r\na = 1 # one\r\n# foot\r\n", {put("a", "x\ny"), put("b", "z")}) ==
        "[[entry]]\r\na = \"x\\ny\" # one\r\nb = \"z\"\r\n# foot\r\n");
  CHECK(edited("[[entry]]\r\na = \"\"\"\r\none\r\ntwo\"\"\"\r\nb = 1\r\n", {drop("a")}) ==
        "[[entry]]\r\nb = 1\r\n");
}

TEST_CASE("characters of several bytes and a byte order mark do not shift the place") {
  CHECK(edited("\xEF\xBB\xBF[[entry]]\na = 1\n", {put("a", "x")}) == "\xEF\xBB\xBF[[entry]]\na = \"x\"\n");
  CHECK(edited("# K\u00E4se \U0001F9C0\n[[entry]]\n\"k\u00E4\" = '\U0001F9C0' # \u4E2D\nb = 'x'\n",
               {put("k\u00E4", "\u00FC"), put("b", "y")}) ==
        "# K\u00E4se \U0001F9C0\n[[entry]]\n\"k\u00E4\" = \"\u00FC\" # \u4E2D\nb = \"y\"\n");
}

TEST_CASE("what is not one entry, or not written so that it can be changed, is refused") {
  CHECK_FALSE(edited_entry("", {put("a", "x")}));
  CHECK_FALSE(edited_entry("a = 1\n", {put("a", "x")}));
  CHECK_FALSE(edited_entry("[[entry]]\n[[entry]]\n", {put("a", "x")}));
  CHECK_FALSE(edited_entry("[[entry]]\na = \n", {put("a", "x")}));
  CHECK_FALSE(edited_entry("entry = [{a = 1}]\n", {put("b", "x")}));
  CHECK_FALSE(edited_entry("[[entry]]\nmore.a = 1\nmore.b = 2\n", {put("more", "x")}));
  CHECK_FALSE(edited_entry("[[entry]]\n[entry.more]\na = 1\n", {drop("more")}));
}

TEST_CASE("values of every type come and go") {
  const std::vector<Value> values = {
      {std::string{}},
      {std::string{"plain"}},
      {std::string{"\"quotes\" \\ and 'more' \"\"\" ''' # no comment"}},
      {std::string{"lines\n\n  [[entry]]\n\ttabs\r\nand\r"}},
      {std::string{"\n"}},
      {std::string{"zero \0 and \x01\x7F", 14}},
      {std::string{"\u202E\u200B\uFEFF\U0010FFFF\u0085"}},
      {true},
      {false},
      {std::int64_t{0}},
      {std::numeric_limits<std::int64_t>::min()},
      {std::numeric_limits<std::int64_t>::max()},
      {-0.0},
      {0.1},
      {1e300},
      {std::numeric_limits<double>::infinity()},
      {std::numeric_limits<double>::quiet_NaN()},
      {DateText{"2026-11-22"}},
      {DateText{"19:04:11.5"}},
      {DateText{"2026-11-22T19:04:11"}},
      {DateText{"2026-11-22 19:04:11.123456-05:30"}},
      {Values{}},
      {Values{{std::string{"a\nb"}}, {true}, {Values{{1.5}}}}},
      {Attributes{}},
      {Attributes{{"a b", {std::string{"x\ny"}}}, {"c", {Attributes{{"d", {DateText{"2026-11-22"}}}}}}}},
  };
  for (const Value& first : values) {
    const std::string start = edited("[[entry]]\nid = 'x' # c\nz = 1\n", {put("id", first)});
    CAPTURE(start);
    CHECK(start == "[[entry]]\nid = " + write_value(first, LineEnding::lf) + " # c\nz = 1\n");
    for (const Value& second : values) {
      CHECK(edited(start, {put("id", second)}) ==
            "[[entry]]\nid = " + write_value(second, LineEnding::lf) + " # c\nz = 1\n");
    }
    CHECK(edited(start, {drop("id")}) == "[[entry]]\nz = 1\n");
  }
}

namespace {

// One line of an entry, or several when its value has them, cut where an edit may cut.
struct EntryLine {
  std::string key;  // empty for comments and blank lines
  std::string before;
  std::string value;
  std::string behind;  // with the line's end
};

struct Corpus {
  std::string head;
  std::vector<EntryLine> lines;
  std::string tail;  // tables inside the entry, comments

  std::string text() const {
    std::string out = head;
    for (const EntryLine& line : lines) out += line.before + line.value + line.behind;
    return out + tail;
  }
};

std::string with_ends(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text) c == '\n' ? out.append(end) : out.append(1, c);
  return out;
}

Corpus make_corpus(Random& random, std::string_view end) {
  static const std::vector<std::string_view> heads = {
      "[[entry]]\n", "# one\n#two \u4E2D\n[[entry]] # three\n", "  [[ \"entry\" ]]\n\n",
      "[['entry']]\t# [[entry]]\n# a = 1\n"};
  static const std::vector<std::string_view> keys = {"id",   "day",      "at",   "kind", "step", "text",
                                                     "tags", "they_felt", "own-1", "\u00FCber x"};
  static const std::vector<std::string_view> spaces = {"", " ", "  ", "\t", " \t "};
  static const std::vector<std::string_view> values = {
      "1", "-17", "'literal # = '", "\"basic \\\" \\u00e4 # \"", "'''many\n\n'lines' # x\n[[entry ]]'''",
      "\"\"\"\nbasic \\\n   lines\\\"\"\"\"\"\"", "[1, 2]", "[ # open\n  'a', # x\n\n  'b',\n]",
      "{ a = 1, 'b c' = { d = [] } }", "2026-11-22", "2026-11-22 19:04:11Z", "07:32:00", "+1.5e3", "nan",
      "-inf", "true", "\"\u4E2D\U0001F9C0\"", "''", "\"\"\"\"\"\""};
  static const std::vector<std::string_view> remarks = {"", "  ", " # why", "\t#", " # a = \"b\" \U0001F9C0"};
  static const std::vector<std::string_view> between = {"\n", "# a comment\n", "  \t\n", "\t# text = 'no'\n"};
  static const std::vector<std::string_view> tails = {
      "", "", "# foot\n", "\n[entry.extra]\nid = 9\ntext = 'deep'\n", "[[entry.list]]\na = 1\n[entry.more]\n"};
  Corpus corpus;
  corpus.head = with_ends(random.pick(heads), end);
  for (const std::string_view key : keys) {
    if (random.one_in(3)) continue;
    while (random.one_in(3)) {
      corpus.lines.push_back({"", with_ends(random.pick(between), end), "", ""});
    }
    const bool is_bare = key.find(' ') == std::string_view::npos;
    const std::string name = is_bare && !random.one_in(3) ? std::string{key} : toml_string(key);
    corpus.lines.push_back({std::string{key},
                            std::string{random.pick(spaces)} + name + std::string{random.pick(spaces)} +
                                "=" + std::string{random.pick(spaces)},
                            with_ends(random.pick(values), end),
                            std::string{random.pick(remarks)} + std::string{end}});
  }
  corpus.tail = with_ends(random.pick(tails), end);
  return corpus;
}

// What the edit must make of it, told line by line.
Corpus changed_corpus(Corpus corpus, const Changes& changes, LineEnding line_ending, std::string_view end) {
  std::size_t last = 0;
  for (std::size_t i = 0; i < corpus.lines.size(); ++i) {
    if (!corpus.lines[i].key.empty()) last = i + 1;
  }
  std::string added;
  for (const KeyChange& change : changes) {
    bool is_there = false;
    for (EntryLine& line : corpus.lines) {
      if (line.key != change.key) continue;
      is_there = true;
      if (change.value) {
        line.value = write_value(*change.value, line_ending);
      } else {
        line = {};
      }
    }
    if (!is_there && change.value) {
      added += write_attribute({change.key, *change.value}, line_ending) + std::string{end};
    }
  }
  if (last == 0) {
    // Behind the header's own line; the head may have comment lines below it.
    const auto header = corpus.head.find("[[");
    corpus.head.insert(corpus.head.find('\n', header) + 1, added);
  } else {
    corpus.lines[last - 1].behind += added;
  }
  return corpus;
}

}  // namespace

TEST_CASE("random changes touch no other byte of a file full of comments") {
  static const std::vector<Value> values = {{std::string{"x"}},      {std::string{"a\nb # \"\"\""}},
                                            {std::string{}},         {true},
                                            {std::int64_t{-5}},      {2.5},
                                            {DateText{"2026-11-23"}}, {Values{{std::string{"t"}}}}};
  static const std::vector<std::string_view> keys = {"id",   "day",       "at",    "kind",        "step", "text",
                                                     "tags", "they_felt", "own-1", "\u00FCber x", "edited", "n 2"};
  for (std::uint64_t seed = 0; seed < 6000; ++seed) {
    Random random{seed};
    const auto line_ending = random.one_in(4) ? LineEnding::crlf : LineEnding::lf;
    const std::string_view end = line_ending == LineEnding::crlf ? "\r\n" : "\n";
    const Corpus corpus = make_corpus(random, end);
    Changes changes;
    for (const std::string_view key : keys) {
      if (!random.one_in(4)) continue;
      if (random.one_in(3)) {
        changes.push_back(drop(std::string{key}));
      } else {
        changes.push_back({std::string{key}, random.one_in(2) ? random.pick(values) : Value{hostile_text(random)}});
      }
    }
    CAPTURE(seed);
    CAPTURE(corpus.text());
    const auto text = edited(corpus.text(), changes);
    REQUIRE(text == changed_corpus(corpus, changes, line_ending, end).text());
    // And it says what was asked.
    const auto before = entries_in(corpus.text());
    const auto after = entries_in(text);
    REQUIRE(after.size() == 1);
    for (const KeyChange& change : changes) {
      const Value* const value = find_value(after.front(), change.key);
      REQUIRE((value != nullptr) == change.value.has_value());
      if (value != nullptr) REQUIRE(*value == *change.value);
    }
    REQUIRE(before.size() == 1);
  }
}

TEST_CASE("changes to attributes keep their order, and new ones come last") {
  const Attributes entry = {{"a", {true}}, {"b", {false}}, {"c", {std::int64_t{1}}}};
  CHECK(changed(entry, {put("b", "x"), put("d", "y"), drop("a"), drop("e")}) ==
        Attributes{{"b", {std::string{"x"}}}, {"c", {std::int64_t{1}}}, {"d", {std::string{"y"}}}});
  CHECK(changed(entry, {}) == entry);
}

}  // namespace mend
