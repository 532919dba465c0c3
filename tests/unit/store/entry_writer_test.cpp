// SPDX-License-Identifier: MIT
#include "mend/store/entry_writer.hpp"

#include "mend/store/splice.hpp"
#include "mend/text/utf8.hpp"
#include "support/calendar.hpp"
#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr LineEnding line_endings[] = {LineEnding::lf, LineEnding::crlf};

bool comes_back(const Attributes& entry, LineEnding line_ending) {
  return entries_in(write_entry(entry, line_ending)) == std::vector<Attributes>{entry};
}

bool is_surrogate_half(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// What promises 12 and 13 ask of the bytes of one entry.
std::string entry_fault(const std::string& written, LineEnding line_ending) {
  if (!written.starts_with(line_ending == LineEnding::crlf ? "[[entry]]\r\n" : "[[entry]]\n")) {
    return "no header";
  }
  for (std::string_view rest = written; !rest.empty();) {
    const Decoded decoded = decode_first(rest);
    const bool is_ending = decoded.code_point == U'\n' ||
                           (line_ending == LineEnding::crlf && rest.starts_with("\r\n"));
    if (!decoded.is_valid) return "not UTF-8";
    if (!is_ending && is_invisible_control(decoded.code_point)) return "an unseen character";
    rest.remove_prefix(decoded.length);
  }
  for (auto at = written.find('\n'); at != std::string::npos; at = written.find('\n', at + 1)) {
    if (line_ending == LineEnding::crlf && written[at - 1] != '\r') return "a bare newline";
    const auto first = written.find_first_not_of(" \t", at + 1);
    if (first != std::string::npos && written.substr(first).starts_with("[[")) {
      return "a line like a header";
    }
  }
  return {};
}

}  // namespace

TEST_CASE("an entry looks as in the manual") {
  const Attributes entry = {
      {"id", {std::string{"k7q2m4x9p3"}}},
      {"day", {DateText{"2026-11-22"}}},
      {"at", {DateText{"2026-11-22T19:04:11+01:00"}}},
      {"kind", {std::string{"note"}}},
      {"step", {std::string{"empathy"}}},
      {"text", {std::string{"Sam came home upset.\nI said \"no\"."}}},
      {"listened_min", {std::int64_t{20}}},
      {"defended", {false}},
      {"tags", {Values{{std::string{"school"}}, {std::string{"a\nb"}}}}},
  };
  CHECK(write_entry(entry, LineEnding::lf) ==
        "[[entry]]\n"
        "id = \"k7q2m4x9p3\"\n"
        "day = 2026-11-22\n"
        "at = 2026-11-22T19:04:11+01:00\n"
        "kind = \"note\"\n"
        "step = \"empathy\"\n"
        "text = \"\"\"\nSam came home upset.\nI said \\\"no\\\".\"\"\"\n"
        "listened_min = 20\n"
        "defended = false\n"
        "tags = [\"school\", \"a\\nb\"]\n");
  CHECK(write_entry({{"text", {std::string{"a\nb"}}}}, LineEnding::crlf) ==
        "[[entry]]\r\ntext = \"a\\nb\"\r\n");
}

TEST_CASE("texts of one line are quoted with everything unseen escaped") {
  CHECK(toml_string("") == "\"\"");
  CHECK(toml_string("plain häß 😀") == "\"plain häß 😀\"");
  CHECK(toml_string("\"\\") == "\"\\\"\\\\\"");
  CHECK(toml_string("\n\r\t") == "\"\\n\\r\\t\"");
  CHECK(toml_string("\x1b\x7f\xC2\x9B") == "\"\\u001B\\u007F\\u009B\"");
  CHECK(toml_string("\u202E\U000E0041") == "\"\\u202E\\U000E0041\"");
  CHECK(toml_string("[[entry]]") == "\"[[entry]]\"");
}

TEST_CASE("a new month says what it is") {
  CHECK(month_preamble({2026, 11}) ==
        "# mend journal, November 2026. Plain TOML: edit it freely; comments and order are kept.\n"
        "format = 1\n");
}

TEST_CASE("every code point comes back, alone on a line and among others") {
  std::vector<std::string> wrong;
  std::string in_line;
  std::string in_lines;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (!is_surrogate_half(c)) {
      append_utf8(in_line, c);
      append_utf8(in_lines, c);
      in_lines += '\n';
    }
    if ((c & 0x1FFFU) != 0x1FFFU) continue;
    const Attributes entry = {{"one", {in_line}}, {"more", {in_lines}}, {in_line + "key", {true}}};
    for (const LineEnding line_ending : line_endings) {
      const std::string fault = comes_back(entry, line_ending)
                                    ? entry_fault(write_entry(entry, line_ending), line_ending)
                                    : "changed";
      if (!fault.empty()) wrong.push_back(std::to_string(static_cast<unsigned>(c)) + ": " + fault);
    }
    in_line.clear();
    in_lines.clear();
  }
  CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("hostile texts come back and make no key, table or entry") {
  for (const auto text : hostile_texts) {
    for (const LineEnding line_ending : line_endings) {
      CAPTURE(text);
      const std::string owned{text};
      const Attributes entry = {{"text", {owned}},
                                {"tags", {Values{{owned}, {owned}}}},
                                {"table", {Attributes{{"k" + owned, {owned}}}}},
                                {"key" + owned, {owned}}};
      CHECK(comes_back(entry, line_ending));
      CHECK(entry_fault(write_entry(entry, line_ending), line_ending) == "");
    }
  }
}

TEST_CASE("random hostile texts come back") {
  Random random{12};
  for (int i = 0; i < 3000; ++i) {
    const Attributes entry = {{"text", {hostile_text(random)}},
                              {"tags", {Values{{hostile_text(random)}}}},
                              {"x" + hostile_text(random, 4), {hostile_text(random)}}};
    const LineEnding line_ending = random.pick(line_endings);
    const std::string written = write_entry(entry, line_ending);
    CAPTURE(written);
    REQUIRE(comes_back(entry, line_ending));
    REQUIRE(entry_fault(written, line_ending) == "");
  }
}

TEST_CASE("a key is bare where it can be") {
  const auto line_of = [](const std::string& key) {
    const std::string written = write_entry({{key, {true}}}, LineEnding::lf);
    return written.substr(std::string_view{"[[entry]]\n"}.size());
  };
  CHECK(line_of("they_felt") == "they_felt = true\n");
  CHECK(line_of("A-1") == "A-1 = true\n");
  CHECK(line_of("a b") == "\"a b\" = true\n");
  CHECK(line_of("a.b") == "\"a.b\" = true\n");
  CHECK(line_of("ä") == "\"ä\" = true\n");
  CHECK(line_of("") == "\"\" = true\n");
  for (const std::string key : {"", "a b", "a.b", "\"", "'", "#", "=", "a\nb", "a\tb", "[[entry]]"}) {
    CAPTURE(key);
    CHECK(comes_back({{key, {std::string{"x"}}}}, LineEnding::lf));
  }
}

TEST_CASE("values of every type come back, nested as well") {
  const Attributes entry = {
      {"yes", {true}},
      {"least", {std::numeric_limits<std::int64_t>::min()}},
      {"most", {std::numeric_limits<std::int64_t>::max()}},
      {"whole", {3.0}},
      {"negative zero", {-0.0}},
      {"tiny", {std::numeric_limits<double>::denorm_min()}},
      {"huge", {std::numeric_limits<double>::max()}},
      {"infinite", {-std::numeric_limits<double>::infinity()}},
      {"day", {DateText{"2026-11-22"}}},
      {"local", {DateText{"2026-11-22T19:04:11"}}},
      {"clock", {DateText{"19:04:11.5"}}},
      {"empty list", {Values{}}},
      {"empty table", {Attributes{}}},
      {"list", {Values{{Values{{std::int64_t{1}}}}, {Attributes{{"a", {Values{{true}}}}}}}}},
      {"table", {Attributes{{"b", {DateText{"2026-11-22"}}}, {"a", {std::string{"x\ny"}}}}}},
  };
  for (const LineEnding line_ending : line_endings) CHECK(comes_back(entry, line_ending));
  const Attributes nan = {{"nan", {std::numeric_limits<double>::quiet_NaN()}}};
  const auto read = entries_in(write_entry(nan, LineEnding::lf));
  REQUIRE(read.size() == 1);
  CHECK(std::isnan(std::get<double>(read.front().front().value.content)));
}

TEST_CASE("numbers come back to the last bit") {
  Random random{13};
  Values numbers;
  for (int i = 0; i < 2000; ++i) {
    const auto number = std::bit_cast<double>(random.next());
    if (std::isfinite(number)) numbers.push_back({number});
    numbers.push_back({static_cast<std::int64_t>(random.next())});
    numbers.push_back({static_cast<double>(random.between(-1000, 1000)) / 8});
  }
  CHECK(comes_back({{"numbers", {numbers}}}, LineEnding::lf));
}

}  // namespace mend
