// SPDX-License-Identifier: MIT
#include "mend/store/split.hpp"

#include "mend/text/utf8.hpp"

#include <algorithm>

namespace mend {
namespace {

// A table takes as much memory as this many values.
constexpr std::size_t values_in_table = 3;

enum class Header { none, entry, inside_entry, foreign, conflict };

std::string_view without_blanks(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  text = without_blanks(text);
  return true;
}

// What kind of header does this line begin with?
Header header_of(std::string_view line) {
  line = without_blanks(line);
  if (!line.starts_with('[')) return Header::none;
  const bool is_array = take(line, "[[");
  if (!is_array) take(line, "[");
  const bool is_entry = take(line, "entry") || take(line, "\"entry\"") || take(line, "'entry'");
  if (is_entry && line.starts_with('.')) return Header::inside_entry;
  if (is_entry && is_array && line.starts_with("]]")) return Header::entry;
  return Header::foreign;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// No key begins like this, so it can only be what git wrote.
bool is_conflict_line(std::string_view text) {
  return text.starts_with("<<<<<<<") || text.starts_with("|||||||") ||
         text.starts_with("=======") || text.starts_with(">>>>>>>");
}

class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) {
    scan_.pieces.push_back({});
    // Not part of the first line's text.
    if (bytes_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  }

  Scan run() {
    while (at_ < bytes_.size()) scan_line();
    Piece& last = scan_.pieces.back();
    last.end = bytes_.size();
    last.content_end = content_end_;
    return std::move(scan_);
  }

 private:
  void scan_line() {
    const std::size_t begin = at_;
    if (depth_ == 0) {
      std::size_t first = begin;
      while (first < bytes_.size() && (bytes_[first] == ' ' || bytes_[first] == '\t')) ++first;
      const char start = first < bytes_.size() ? bytes_[first] : '\n';
      if (start == '\n' || start == '\r') {
        const auto newline = std::min(bytes_.find('\n', first), bytes_.size());
        if (is_blank(bytes_.substr(first, newline - first))) {
          comments_.reset();
          is_apart_ = true;
          next_line(newline);
          return;
        }
      }
      if (is_conflict_line(bytes_.substr(begin))) start_piece(Header::conflict, begin);
      if (start == '#' && !comments_) {
        comments_ = Mark{begin, line_};
        content_end_before_comments_ = content_end_;
      }
      if (start == '[') {
        scan_.value_count += values_in_table;
        start_piece(header_of(bytes_.substr(first, bytes_.find('\n', first) - first)), begin);
      }
      if (start != '#') comments_.reset();
      if (start == '#' && is_apart_) {
        scan_tokens();
        return;
      }
    }
    is_apart_ = false;
    scan_tokens();
    content_end_ = at_;
  }

  void start_piece(Header header, std::size_t begin) {
    if (header == Header::none || header == Header::inside_entry) return;
    const Mark mark = comments_.value_or(Mark{begin, line_});
    Piece& last = scan_.pieces.back();
    last.end = mark.offset;
    last.content_end = comments_ ? content_end_before_comments_ : content_end_;
    Piece piece;
    piece.kind = header == Header::entry      ? Piece::Kind::entry
                 : header == Header::conflict ? Piece::Kind::conflict
                                              : Piece::Kind::foreign;
    piece.begin = mark.offset;
    piece.header = begin;
    piece.line = mark.line;
    scan_.pieces.push_back(piece);
  }

  // Reads on to the end of the line, or of the last line of a string that begins in it.
  void scan_tokens() {
    std::size_t dots = 0;
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      switch (c) {
        case '\n': next_line(at_); return;
        case '#': at_ = std::min(bytes_.find('\n', at_), bytes_.size()); continue;
        case '"':
        case '\'': skip_string(c); continue;
        case '[':
        case '{':
          ++depth_;
          dots = 0;
          scan_.deepest_nesting =
              std::max(scan_.deepest_nesting, static_cast<std::size_t>(depth_));
          break;
        case ']':
        case '}': depth_ = std::max(0, depth_ - 1); dots = 0; break;
        case ',':
        case '=': ++scan_.value_count; dots = 0; break;
        case '.': scan_.deepest_key = std::max(scan_.deepest_key, ++dots); break;
        default: break;
      }
      ++at_;
    }
  }

  void skip_string(char quote) {
    const std::size_t begin = at_;
    const std::string triple(3, quote);
    const bool is_multi_line = bytes_.substr(at_).starts_with(triple);
    at_ += is_multi_line ? 3 : 1;
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if (c == '\\' && quote == '"') {
        if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++line_;
        at_ = std::min(at_ + 2, bytes_.size());
        continue;
      }
      if (c == '\n') {
        if (!is_multi_line) break;
        ++line_;
      }
      if (c == quote && (!is_multi_line || bytes_.substr(at_).starts_with(triple))) {
        at_ += is_multi_line ? 3 : 1;
        // Up to two more quotes may end the text of a multi-line string.
        while (is_multi_line && at_ < bytes_.size() && bytes_[at_] == quote) ++at_;
        return;
      }
      ++at_;
    }
    if (!scan_.unclosed_string) scan_.unclosed_string = begin;
  }

  void next_line(std::size_t newline) {
    at_ = std::min(newline + 1, bytes_.size());
    ++line_;
  }

  struct Mark {
    std::size_t offset;
    int line;
  };

  std::string_view bytes_;
  std::size_t at_ = 0;
  int line_ = 1;
  int depth_ = 0;
  std::optional<Mark> comments_;  // where the comment lines right above this line begin
  std::size_t content_end_ = 0;
  bool is_apart_ = false;  // has there been a blank line since the last content?
  std::size_t content_end_before_comments_ = 0;
  Scan scan_;
};

}  // namespace

Scan scan_month(std::string_view bytes) { return Scanner{bytes}.run(); }

std::vector<Piece> split_by_lines(std::string_view bytes, const Piece& piece) {
  std::vector<Piece> parts{piece};
  int line = piece.line;
  for (std::size_t at = piece.begin; at < piece.end;) {
    const auto newline = std::min(bytes.find('\n', at), piece.end);
    const bool is_new = at != piece.begin && at != piece.header;
    if (is_new && header_of(bytes.substr(at, newline - at)) == Header::entry) {
      parts.back().end = at;
      parts.back().content_end = at;
      parts.push_back({Piece::Kind::entry, at, at, piece.end, piece.end, line});
    }
    at = newline + 1;
    ++line;
  }
  return parts;
}

}  // namespace mend
