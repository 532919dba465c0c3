// SPDX-License-Identifier: MIT
#include "mend/store/splice.hpp"

#include "mend/store/attributes_file.hpp"

#include <algorithm>

namespace mend {
namespace {

bool ends_with_newline(std::string_view bytes) { return bytes.empty() || bytes.back() == '\n'; }

// Where the blank line right before `at` begins; `at` when there is none.
std::size_t before_blank_line(std::string_view bytes, std::size_t at) {
  const auto before = bytes.substr(0, at);
  for (const std::string_view blank : {"\r\n", "\n"}) {
    if (before.ends_with(blank) && ends_with_newline(before.substr(0, at - blank.size()))) {
      return at - blank.size();
    }
  }
  return at;
}

}  // namespace

Result<MonthDocument> spliced(const MonthDocument& before, ByteRange range,
                              std::string_view insertion, const std::string& name) {
  std::vector<std::size_t> removed;
  std::size_t index = 0;
  std::size_t added_at = 0;
  for (const Piece& piece : before.pieces()) {
    if (piece.kind != Piece::Kind::entry) continue;
    if (piece.header < range.begin) ++added_at;
    if (piece.header >= range.begin && piece.header < range.end) removed.push_back(index);
    ++index;
  }
  std::string bytes = before.bytes();
  bytes.replace(range.begin, range.end - range.begin, insertion);
  MonthDocument after{std::move(bytes), name};
  auto difference = after.difference_from(before, removed, added_at, entries_in(insertion));
  if (difference.empty()) return after;
  Diagnostic diagnostic;
  diagnostic.what = std::move(difference);
  diagnostic.file = name;
  return diagnostic;
}

LineEnding line_ending_of(std::string_view bytes) {
  const auto newline = bytes.find('\n');
  const bool is_crlf = newline != std::string_view::npos && newline > 0 && bytes[newline - 1] == '\r';
  return is_crlf ? LineEnding::crlf : LineEnding::lf;
}

std::string_view characters_of(LineEnding line_ending) {
  return line_ending == LineEnding::crlf ? "\r\n" : "\n";
}

std::string appendix(std::string_view bytes, std::string_view entry) {
  const std::string_view end = characters_of(line_ending_of(bytes));
  std::string out;
  if (!ends_with_newline(bytes)) out += end;
  const bool has_blank_line = before_blank_line(bytes, bytes.size()) != bytes.size();
  if (!bytes.empty() && !has_blank_line) out += end;
  out += entry;
  if (!ends_with_newline(entry)) out += end;
  return out;
}

std::string appendix(std::string_view bytes, const std::vector<Attributes>& entries) {
  const LineEnding line_ending = line_ending_of(bytes);
  std::string text;
  for (const Attributes& entry : entries) {
    if (!text.empty()) text += characters_of(line_ending);
    text += write_entry(entry, line_ending);
  }
  return appendix(bytes, text);
}

std::optional<ByteRange> text_of_entry(const MonthDocument& document, std::size_t index) {
  for (const Piece& piece : document.pieces()) {
    if (piece.kind != Piece::Kind::entry || index-- != 0) continue;
    return ByteRange{piece.begin, piece.content_end};
  }
  return std::nullopt;
}

std::optional<ByteRange> range_of_entry(const MonthDocument& document, std::size_t index) {
  auto range = text_of_entry(document, index);
  if (range) range->begin = before_blank_line(document.bytes(), range->begin);
  return range;
}

std::vector<Attributes> entries_in(std::string_view text) { return tables_in(text, "entry"); }

std::vector<Attributes> tables_in(std::string_view text, std::string_view name) {
  std::vector<Attributes> tables;
  const auto root = read_attributes(text, "");
  if (!root) return tables;
  const Value* const value = find_value(*root, name);
  const auto* const values = value == nullptr ? nullptr : std::get_if<Values>(&value->content);
  if (values == nullptr) return tables;
  for (const Value& each : *values) {
    if (const auto* const attributes = std::get_if<Attributes>(&each.content)) {
      tables.push_back(*attributes);
    }
  }
  return tables;
}

}  // namespace mend
