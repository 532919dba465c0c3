// SPDX-License-Identifier: MIT
#include "mend/store/splice.hpp"

#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

const std::string spliced_file = "2026-11.toml";

const Attributes tick = {{"id", {std::string{"x"}}}};

MonthDocument parsed(std::string_view bytes) { return {std::string{bytes}, spliced_file}; }

std::vector<Attributes> spliced_words(const MonthDocument& document) {
  return keys_of(document.content(all_words).entries);
}

// Everything a careful person writes around entries.
const std::string corpus =
    "# mend journal, November 2026.\n"
    "format = 1\n"
    "mine = { colour = 'green', n = 3 } # kept\n"
    "\n"
    "# --- the first week ---\n"
    "\n"
    "# above a\n"
    "# above a, too\n"
    "[[entry]] # beside a\n"
    "id = \"a\" # its id\n"
    "day = 2026-11-02\n"
    "kind = 'note'\n"
    "step = \"empathy\"\n"
    "text = '''\n"
    "# no comment\n"
    "'[[entry]]' is no header'''\n"
    "\n"
    "\n"
    "[[entry]]\n"
    "id=\"b\"\n"
    "day=2026-11-03\n"
    "kind=\"action\"\n"
    "step=\"honesty\"\n"
    "tags = [\n"
    "  \"one\", # why\n"
    "  \"two\",\n"
    "]\n"
    "# below b\n"
    "\n"
    "  # above c, indented\n"
    "  [[ entry ]]\n"
    "    id = \"c\"\n"
    "    kind = \"note\"\n"
    "    day = 2026-11-04\n"
    "    step = \"space\"\n"
    "    text = \"\"\"\\\n"
    "       folded \\\n"
    "       lines\"\"\"\n"
    "  [entry.inner]\n"
    "  key = nan\n"
    "[other] # not an entry\n"
    "key = [1, 2]\n"
    "\n"
    "[[entry]]\n"
    "id = \"d\"\n"
    "day = 2026-11-05\n"
    "kind = \"note\"\n"
    "step = \"space\"\n"
    "\"quoted key\" = 1e3\n"
    "text = \"t\"\n"
    "[[entry]]\n"
    "day = 2026-11-05\n"
    "kind = \"rest\"\n"
    "from = 2026-11-05\n"
    "to = 2026-11-06\n"
    "# the end\n";

std::string with_crlf(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += c == '\n' ? std::string{"\r\n"} : std::string{c};
  return out;
}

// The corpus in every dress a file can wear.
std::vector<std::string> corpora() {
  std::string no_end = corpus;
  no_end.pop_back();
  return {corpus, with_crlf(corpus), "\xEF\xBB\xBF" + corpus, no_end, corpus + "\n\n"};
}

std::string removed_bytes(const MonthDocument& document, std::size_t index) {
  const auto range = range_of_entry(document, index);
  REQUIRE(range);
  return document.bytes().substr(range->begin, range->end - range->begin);
}

}  // namespace

TEST_CASE("a file's line ending is that of its first line") {
  CHECK(line_ending_of("") == LineEnding::lf);
  CHECK(line_ending_of("a = 1") == LineEnding::lf);
  CHECK(line_ending_of("a = 1\nb = 2\r\n") == LineEnding::lf);
  CHECK(line_ending_of("a = 1\r\nb = 2\n") == LineEnding::crlf);
  CHECK(line_ending_of("\n") == LineEnding::lf);
}

TEST_CASE("entries are appended behind a blank line, in the file's own line ending") {
  struct Row {
    std::string_view bytes;
    std::string_view appendix;
  };
  const std::vector<Row> rows = {
      {"", "[[entry]]\nid = \"x\"\n"},
      {"a = 1\n", "\n[[entry]]\nid = \"x\"\n"},
      {"a = 1", "\n\n[[entry]]\nid = \"x\"\n"},
      {"a = 1\n\n", "[[entry]]\nid = \"x\"\n"},
      {"a = 1\n\n\n", "[[entry]]\nid = \"x\"\n"},
      {"\n", "[[entry]]\nid = \"x\"\n"},
      {"a = 1\r\n", "\r\n[[entry]]\r\nid = \"x\"\r\n"},
      {"a = 1\r\n\r\n", "[[entry]]\r\nid = \"x\"\r\n"},
      {"a = 1\r\nb = 2", "\r\n\r\n[[entry]]\r\nid = \"x\"\r\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(appendix(row.bytes, {tick}) == row.appendix);
  }
  CHECK(appendix("a = 1\n", {tick, tick}) ==
        "\n[[entry]]\nid = \"x\"\n\n[[entry]]\nid = \"x\"\n");
}

TEST_CASE("what goes with a removed entry: the comments right above it and one blank line") {
  const MonthDocument document = parsed(
      "format = 1\n\n# above\n[[entry]]\nid = \"a\"\n\n\n[[entry]]\nid = \"b\"\n[[entry]]\nid = \"c\"");
  CHECK(removed_bytes(document, 0) == "\n# above\n[[entry]]\nid = \"a\"\n");
  CHECK(removed_bytes(document, 1) == "\n[[entry]]\nid = \"b\"\n");
  CHECK(removed_bytes(document, 2) == "[[entry]]\nid = \"c\"");
  CHECK_FALSE(range_of_entry(document, 3));
  CHECK_FALSE(range_of_entry(parsed("entry = []\n"), 0));
  const MonthDocument crlf = parsed("a = 1\r\n\r\n[[entry]]\r\nid = \"a\"\r\n");
  CHECK(removed_bytes(crlf, 0) == "\r\n[[entry]]\r\nid = \"a\"\r\n");
}

TEST_CASE("appending keeps every byte before it, and every entry") {
  for (const std::string& bytes : corpora()) {
    for (const auto text : hostile_texts) {
      CAPTURE(text);
      const MonthDocument before = parsed(bytes);
      REQUIRE(before.is_changeable());
      const Attributes added = note_of("new", "2026-11-22", text);
      const auto after = spliced(before, {bytes.size(), bytes.size()}, appendix(bytes, {added}), spliced_file);
      REQUIRE(after);
      CHECK(after->bytes().starts_with(bytes));
      auto expected = spliced_words(before);
      expected.push_back(added);
      CHECK(spliced_words(*after) == expected);
    }
  }
}

TEST_CASE("dates and times outside the entries stand in the way of no change") {
  const std::string bytes =
      "begun = 2026-11-01 # a day\nat = [2026-11-22T10:00:00Z, 10:00:00]\n[other]\nkey = 2026-11-22\n";
  // In a process of its own: it was a crash once, and would take the other tests with it.
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::signal(SIGSEGV, SIG_DFL);
    ::signal(SIGABRT, SIG_DFL);
    const auto after =
        spliced(parsed(bytes), {bytes.size(), bytes.size()}, appendix(bytes, {tick}), spliced_file);
    const bool is_right = after && !spliced(*after, {8, 18}, "2026-11-02", spliced_file);
    ::_exit(is_right ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("removing an entry and putting it back changes nothing but it, in any order") {
  Random random{16};
  const auto all = corpora();
  for (int i = 0; i < 400; ++i) {
    const std::string& original = random.pick(all);
    MonthDocument document = parsed(original);
    struct Removal {
      std::size_t offset;
      std::string bytes;
    };
    std::vector<Removal> removals;
    for (std::size_t count = 1 + random.below(5); count > 0; --count) {
      const auto words = spliced_words(document);
      const std::size_t index = random.below(words.size());
      const auto range = range_of_entry(document, index);
      REQUIRE(range);
      removals.push_back({range->begin, removed_bytes(document, index)});
      auto after = spliced(document, *range, "", spliced_file);
      REQUIRE(after);
      CHECK(after->bytes() ==
            document.bytes().substr(0, range->begin) + document.bytes().substr(range->end));
      auto rest = words;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(index));
      REQUIRE(spliced_words(*after) == rest);
      document = std::move(*after);
    }
    for (auto removal = removals.rbegin(); removal != removals.rend(); ++removal) {
      auto after = spliced(document, {removal->offset, removal->offset}, removal->bytes, spliced_file);
      REQUIRE(after);
      document = std::move(*after);
    }
    REQUIRE(document.bytes() == original);
  }
}

TEST_CASE("what was appended can be removed without a trace") {
  Random random{17};
  for (const std::string& original : {corpus, with_crlf(corpus), std::string{"format = 1\n"}}) {
    MonthDocument document = parsed(original);
    const std::size_t first = spliced_words(document).size();
    for (int i = 0; i < 20; ++i) {
      const auto& bytes = document.bytes();
      auto after = spliced(document, {bytes.size(), bytes.size()},
                           appendix(bytes, {note_of("n" + std::to_string(i), "2026-11-22",
                                                    hostile_text(random))}),
                           spliced_file);
      REQUIRE(after);
      document = std::move(*after);
    }
    for (std::size_t left = 20; left > 0; --left) {
      const auto range = range_of_entry(document, first + random.below(left));
      REQUIRE(range);
      auto after = spliced(document, *range, "", spliced_file);
      REQUIRE(after);
      document = std::move(*after);
    }
    CHECK(document.bytes() == original);
  }
}

TEST_CASE("a splice that would do more than it is meant to is refused") {
  struct Row {
    std::string_view what;
    std::size_t begin;
    std::size_t end;
    std::string_view insertion;
  };
  const std::string bytes = "format = 1\n[[entry]]\nid = \"a\"\ntext = \"t\"\n[[entry]]\nid = \"b\"\n";
  const auto at = [&](std::string_view text) { return bytes.find(text); };
  const std::size_t end = bytes.size();
  const std::vector<Row> rows = {
      {"no TOML any more", end, end, "[[entry]\n"},
      {"a key for the last entry", end, end, "step = \"space\"\n"},
      {"a key for the root", 0, 0, "a = 1\n"},
      {"another table", end, end, "[other]\n"},
      {"half an entry gone", at("text"), at("[[entry]]\nid = \"b"), ""},
      {"a header gone, its keys not", at("[[entry]]\nid = \"a"), at("id = \"a"), ""},
      {"a value changed", at("\"t\""), at("\"t\"") + 3, "\"u\""},
      {"the format gone", 0, at("[[entry]]"), ""},
      {"an entry and the value before", at("\"t\"") + 3, end, ", 1\n"},
      {"a string torn open", at("\"t\"") + 2, at("\"t\"") + 3, ""},
  };
  const MonthDocument document = parsed(bytes);
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const auto after = spliced(document, {row.begin, row.end}, row.insertion, spliced_file);
    REQUIRE_FALSE(after);
    CHECK_FALSE(after.error().what.empty());
    CHECK(after.error().file == spliced_file);
  }
  CHECK(document.bytes() == bytes);
}

TEST_CASE("the outcome of a change is compared with what was meant") {
  const MonthDocument before = parsed("format = 1\n[[entry]]\nid = \"a\"\n[[entry]]\nid = \"b\"\n");
  const Attributes a = {{"id", {std::string{"a"}}}};
  const auto difference = [&](std::string_view bytes, const std::vector<std::size_t>& removed,
                              std::size_t added_at, const std::vector<Attributes>& added) {
    return parsed(bytes).difference_from(before, removed, added_at, added);
  };
  const std::string both = "format = 1\n[[entry]]\nid = \"a\"\n[[entry]]\nid = \"b\"\n";
  CHECK(difference(both, {}, 2, {}).empty());
  CHECK(difference("# c\n" + both, {}, 2, {}).empty());
  CHECK(difference("format = 1\n[[entry]]\nid = \"b\"\n", {0}, 0, {}).empty());
  CHECK(difference("format = 1\n", {0, 1}, 0, {}).empty());
  CHECK(difference(both + "[[entry]]\nid = \"x\"\n", {}, 2, {tick}).empty());
  CHECK(difference("format = 1\n[[entry]]\nid = \"x\"\n[[entry]]\nid = \"b\"\n", {0}, 0, {tick}).empty());

  CHECK_FALSE(difference(both, {0}, 0, {}).empty());
  CHECK_FALSE(difference("format = 1\n[[entry]]\nid = \"a\"\n", {0}, 0, {}).empty());
  CHECK_FALSE(difference(both + "[[entry]]\nid = \"y\"\n", {}, 2, {tick}).empty());
  CHECK_FALSE(difference(both + "[[entry]]\nid = \"x\"\n", {}, 0, {tick}).empty());
  CHECK_FALSE(difference("format = 1.0\n[[entry]]\nid = \"a\"\n[[entry]]\nid = \"b\"\n", {}, 2, {}).empty());
  CHECK_FALSE(difference("[[entry]]\nid = \"a\"\n[[entry]]\nid = \"b\"\n", {}, 2, {}).empty());
  CHECK_FALSE(difference("format = 1\n[[entry]]\nid = \"b\"\n[[entry]]\nid = \"a\"\n", {}, 2, {}).empty());
  CHECK_FALSE(difference(both + "\"", {}, 2, {}).empty());
}

TEST_CASE("entries are found in a text of whole tables, and in no other") {
  CHECK(entries_in("[[entry]]\nid = \"x\"\n") == std::vector<Attributes>{tick});
  CHECK(entries_in("\n# c\n[[entry]]\nid = \"x\"\n\n[[entry]]\nid = \"x\"\n").size() == 2);
  for (const std::string_view text : {"", "id = \"x\"\n", "[[other]]\n", "[[entry]\n", "entry = 3\n",
                                      "[[entry]]\nid = \"x\n"}) {
    CAPTURE(text);
    CHECK(entries_in(text).empty());
  }
}

}  // namespace mend
