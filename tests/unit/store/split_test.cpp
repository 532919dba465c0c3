// SPDX-License-Identifier: MIT
#include "mend/store/split.hpp"

#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Texts = std::vector<std::string>;

char letter_of(Piece::Kind kind) {
  return kind == Piece::Kind::preamble ? 'P' : kind == Piece::Kind::entry ? 'E' : 'F';
}

// Each piece as its kind and its bytes: "E:[[entry]]\nid = ...".
Texts pieces_of(std::string_view bytes, const std::vector<Piece>& pieces) {
  Texts texts;
  for (const Piece& piece : pieces) {
    texts.push_back(std::string{letter_of(piece.kind)} + ":" +
                    std::string{bytes.substr(piece.begin, piece.end - piece.begin)});
  }
  return texts;
}

Texts split(std::string_view bytes) { return pieces_of(bytes, scan_month(bytes).pieces); }

// The kinds alone: "PEEF".
std::string kinds_of(std::string_view bytes) {
  std::string out;
  for (const Piece& piece : scan_month(bytes).pieces) out += letter_of(piece.kind);
  return out;
}

// The first lines of the pieces, from their headers on.
Texts headers_of(std::string_view bytes) {
  Texts texts;
  for (const Piece& piece : scan_month(bytes).pieces) {
    const auto line = bytes.substr(piece.header, bytes.find('\n', piece.header) - piece.header);
    texts.emplace_back(line);
  }
  return texts;
}

}  // namespace

TEST_CASE("a file is its preamble, its entries and other tables") {
  CHECK(split("") == Texts{"P:"});
  CHECK(split("format = 1\n") == Texts{"P:format = 1\n"});
  CHECK(split("format = 1\n[[entry]]\na = 1\n[[entry]]\nb = 2\n[other]\nc = 3\n[[entry]]") ==
        Texts{"P:format = 1\n", "E:[[entry]]\na = 1\n", "E:[[entry]]\nb = 2\n", "F:[other]\nc = 3\n",
              "E:[[entry]]"});
  CHECK(split("[[entry]]\n") == Texts{"P:", "E:[[entry]]\n"});
}

TEST_CASE("a header is known in every way TOML lets one write it") {
  for (const std::string_view header :
       {"[[entry]]", "  [[entry]]", "\t[[entry]]", "[[ entry ]]", "[[\tentry]]", "[[\"entry\"]]",
        "[['entry']]", "[[entry]] # comment", "[[entry]]\r"}) {
    CAPTURE(header);
    CHECK(kinds_of(std::string{header} + "\na = 1\n") == "PE");
  }
  for (const std::string_view header :
       {"[entry2]", "[[entries]]", "[[entryx]]", "[[other]]", "[other]", "[entry]", "[[ent]]",
        "['other']", "[other.entry]", "[[\"[[entry]]\"]]"}) {
    CAPTURE(header);
    CHECK(kinds_of(std::string{header} + "\na = 1\n") == "PF");
  }
}

TEST_CASE("a table inside an entry belongs to it") {
  for (const std::string_view header : {"[entry.more]", "[[entry.more]]", "[ entry . more ]",
                                        "[\"entry\".more]", "['entry'.more.and.more]"}) {
    CAPTURE(header);
    CHECK(kinds_of("[[entry]]\na = 1\n" + std::string{header} + "\nb = 2\n[[entry]]\n") == "PEE");
  }
}

TEST_CASE("what looks like a header inside a string, an array or a comment is none") {
  for (const std::string_view value :
       {"a = \"[[entry]]\"", "a = '[[entry]]'", "a = \"\"\"\n[[entry]]\n\"\"\"",
        "a = '''\n[[entry]]\n'''", "a = \"\"\"one \\\"\"\" two\n[[entry]]\n\"\"\"",
        "a = \"\"\"\n\"two\" quotes\n[[entry]]\"\"\"", "a = \"\"\"x\n[[entry]]\n\"\"\"\"\"",
        "a = '''x\n[[entry]]\n'''''", "a = '''\\\n[[entry]]'''", "a = [\n[[entry]]\n]",
        "a = [\n  [ \"x\" ], # ]\n  [\"]\"],\n[[entry]]\n]", "a = { b = [\n[[entry]]\n] }",
        "a = [ '''\n]''',\n[[entry]]\n]", "# [[entry]]", "a = 1 # \"\"\"", "a = 1 # '''",
        "a = '\"\"\"'", "a = \"'''\"", "\"a\\\"\" = '''\n[[entry]]'''", "a = \"\\\\\" # \"\"\""}) {
    CAPTURE(value);
    CHECK(kinds_of("[[entry]]\n" + std::string{value} + "\n[[entry]]\nb = 2\n") == "PEE");
  }
}

TEST_CASE("comment lines right above a header belong to the entry below") {
  CHECK(split("a = 1\n# one\n# two\n[[entry]]\nb = 2\n") ==
        Texts{"P:a = 1\n", "E:# one\n# two\n[[entry]]\nb = 2\n"});
  CHECK(split("a = 1\n# above\n\n# below\n[[entry]]\n") ==
        Texts{"P:a = 1\n# above\n\n", "E:# below\n[[entry]]\n"});
  CHECK(split("[[entry]]\nb = 2\n# end\n\n[[entry]]\n") ==
        Texts{"P:", "E:[[entry]]\nb = 2\n# end\n\n", "E:[[entry]]\n"});
  CHECK(split("[[entry]]\nb = 2\n  # indented\n\t[[entry]]\n") ==
        Texts{"P:", "E:[[entry]]\nb = 2\n", "E:  # indented\n\t[[entry]]\n"});
  CHECK(split("[[entry]]\nb = [ # not\n# this\n]\n[[entry]]\n") ==
        Texts{"P:", "E:[[entry]]\nb = [ # not\n# this\n]\n", "E:[[entry]]\n"});
  CHECK(split("# top\n[[entry]]\n") == Texts{"P:", "E:# top\n[[entry]]\n"});
  CHECK(headers_of("# top\n[[entry]]\n")[1] == "[[entry]]");
}

TEST_CASE("blank lines after an entry are not its content") {
  const std::string_view bytes = "[[entry]]\na = 1\n\n \t\n# next\n[[entry]]\nb = 2\n# end\n\n";
  const auto pieces = scan_month(bytes).pieces;
  REQUIRE(pieces.size() == 3);
  const auto content = [&](const Piece& piece) {
    return bytes.substr(piece.begin, piece.content_end - piece.begin);
  };
  CHECK(content(pieces[1]) == "[[entry]]\na = 1\n");
  CHECK(content(pieces[2]) == "# next\n[[entry]]\nb = 2\n# end\n");
}

TEST_CASE("CRLF and a byte order mark change nothing") {
  CHECK(split("\xEF\xBB\xBF[[entry]]\r\na = 1\r\n\r\n# c\r\n[[entry]]\r\n") ==
        Texts{"P:\xEF\xBB\xBF", "E:[[entry]]\r\na = 1\r\n\r\n", "E:# c\r\n[[entry]]\r\n"});
  CHECK(split("\xEF\xBB\xBF# c\n[[entry]]\n") == Texts{"P:\xEF\xBB\xBF", "E:# c\n[[entry]]\n"});
  CHECK(kinds_of("a = \"\"\"\r\n[[entry]]\\\r\n\"\"\"\r\n[[entry]]\r\n") == "PE");
}

TEST_CASE("pieces know the line they begin in") {
  const auto lines_of = [](std::string_view bytes) {
    std::vector<int> lines;
    for (const Piece& piece : scan_month(bytes).pieces) lines.push_back(piece.line);
    return lines;
  };
  using Lines = std::vector<int>;
  CHECK(lines_of("a = 1\n\n# c\n[[entry]]\n[other]\n") == Lines{1, 3, 5});
  CHECK(lines_of("[[entry]]\na = \"\"\"\none\\\ntwo\n\"\"\"\n[[entry]]\n") == Lines{1, 1, 6});
  CHECK(lines_of("[[entry]]\r\na = '''\r\n'''\r\n[[entry]]\r\n") == Lines{1, 1, 4});
  CHECK(lines_of("[[entry]]\na = \"\"\"\r\none\\\r\ntwo\"\"\"\r\n[[entry]]\n") == Lines{1, 1, 5});
}

TEST_CASE("a string that nothing closes is found where it begins") {
  CHECK_FALSE(scan_month("a = \"x\"\n").unclosed_string);
  CHECK_FALSE(scan_month("a = \"\"\"x\"\"\"\"\"\n").unclosed_string);
  CHECK(scan_month("a = \"x\n[[entry]]\n").unclosed_string == 4U);
  CHECK(scan_month("a = 'x\n").unclosed_string == 4U);
  CHECK(scan_month("a = \"\"\"x\n[[entry]]\n").unclosed_string == 4U);
  CHECK(scan_month("a = 'x'\nb = '''\n''").unclosed_string == 12U);
  CHECK(scan_month("a = \"x\\").unclosed_string == 4U);
  // One on a single line ends with it and hides nothing behind.
  CHECK(kinds_of("[[entry]]\na = \"x\n[[entry]]\nb = 'y\n[[entry]]\n") == "PEEE");
  CHECK(kinds_of("[[entry]]\na = \"\"\"x\n[[entry]]\n[[entry]]\n") == "PE");
}

TEST_CASE("behind a string that was never closed the entries are found by their lines") {
  const std::string_view bytes =
      "[[entry]]\na = \"\"\"x\n# c\n[[entry]]\nb = 2\n  [[entry]] # d\nc = [[entry]]\n";
  const auto pieces = scan_month(bytes).pieces;
  REQUIRE(pieces.size() == 2);
  const auto parts = split_by_lines(bytes, pieces[1]);
  CHECK(pieces_of(bytes, parts) == Texts{"E:[[entry]]\na = \"\"\"x\n# c\n", "E:[[entry]]\nb = 2\n",
                                         "E:  [[entry]] # d\nc = [[entry]]\n"});
  CHECK(parts[1].line == 4);
  CHECK(parts[2].line == 6);
}

TEST_CASE("a piece without further headers is one part") {
  const std::string_view bytes = "# c\n[[entry]]\na = \"x\n";
  const auto pieces = scan_month(bytes).pieces;
  CHECK(split_by_lines(bytes, pieces[1]).size() == 1);
  CHECK(split_by_lines(bytes, pieces[0]).size() == 1);
}

TEST_CASE("what would cost the parser its stack or its memory is counted") {
  CHECK(scan_month("a.b.c = 1\n[d.e]\n").deepest_key == 2);
  CHECK(scan_month("a = \"b.c.d.e\"\n").deepest_key == 0);
  CHECK(scan_month(std::string(1, 'a') + std::string(5000, '.') + "b = 1\n").deepest_key == 5000);
  CHECK(scan_month("a = [1, 2, 3]\nb = {c = 4, d = 5}\n").value_count == 7);
  CHECK(scan_month("# a.b.c = [1,2]\n").value_count == 0);
  CHECK(scan_month("[[x]]\n[[x]]\n").value_count == 2 * scan_month("[x]\n").value_count);
  CHECK(scan_month("[x]\n").value_count > 1);
}

TEST_CASE("whatever the bytes, the pieces follow one another without gaps") {
  static constexpr std::string_view parts[] = {
      "[[entry]]", "[other]", "\n",  "\n",  "\r\n", "\"", "\"\"\"", "'", "'''", "#",
      "a = ",      "[",       "]",   "{",   "}",    "\\", " ",      "x", "é",   "\xFF",
      "\xEF\xBB\xBF", "[entry.x]", ".", ",", "\t"};
  Random random{11};
  std::size_t wrong = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string bytes;
    for (std::size_t j = random.below(40); j > 0; --j) bytes += random.pick(parts);
    const Scan scan = scan_month(bytes);
    std::size_t at = 0;
    for (const Piece& piece : scan.pieces) {
      const bool is_ordered = piece.begin == at && piece.begin <= piece.header &&
                              piece.header <= piece.content_end && piece.content_end <= piece.end;
      const auto newlines = std::count(bytes.begin(),
                                       bytes.begin() + static_cast<std::ptrdiff_t>(piece.begin), '\n');
      if (piece.kind != Piece::Kind::preamble && !is_ordered) ++wrong;
      if (piece.line != newlines + 1) ++wrong;
      at = piece.end;
      std::size_t part_at = piece.begin;
      for (const Piece& part : split_by_lines(bytes, piece)) {
        if (part.begin != part_at) ++wrong;
        part_at = part.end;
      }
      if (part_at != piece.end) ++wrong;
    }
    if (at != bytes.size() || scan.pieces.front().kind != Piece::Kind::preamble) ++wrong;
  }
  CHECK(wrong == 0);
}

}  // namespace mend
