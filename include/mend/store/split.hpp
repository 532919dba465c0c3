// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A stretch of a month file: what comes before the first header, an entry with the comment lines
// right above its header, another table, or a line that git left in a conflict with what follows it.
// Pieces follow one another without gaps.
struct Piece {
  enum class Kind { preamble, entry, foreign, conflict };
  Kind kind = Kind::preamble;
  std::size_t begin = 0;
  std::size_t header = 0;       // where the header's line begins; `begin` in a preamble
  std::size_t content_end = 0;  // behind the last key and the comments right below it
  std::size_t end = 0;
  int line = 1;  // of `begin`, counted from 1
};

struct Scan {
  std::vector<Piece> pieces;  // never empty; the first is the preamble
  std::size_t deepest_key = 0;
  std::size_t deepest_nesting = 0;  // of arrays and inline tables
  std::size_t value_count = 0;  // a table counts for several, by the memory it takes
  std::optional<std::size_t> unclosed_string;  // offset of a quote that nothing closes
};

// Splits at the headers that stand outside strings and arrays. Any bytes may come in.
Scan scan_month(std::string_view bytes);

// Splits one piece at every line that starts like an entry's header, inside strings too. This is
// how the entries behind a string that was never closed are found again: the writer never starts a
// line of a text that way.
std::vector<Piece> split_by_lines(std::string_view bytes, const Piece& piece);

}  // namespace mend
