// SPDX-License-Identifier: MIT
// Loading a month file: any bytes may come, nothing of them is lost or counted twice.
#include "fuzz_target.hpp"

#include "mend/store/month_document.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mend;
  const MonthDocument document{std::string{text_of_input(data, size)}, "2026-11.toml"};
  std::size_t end = 0;
  for (const Piece& piece : document.pieces()) {
    require(piece.begin == end && piece.begin <= piece.header && piece.header <= piece.end);
    require(piece.content_end <= piece.end);
    end = piece.end;
  }
  // A file that is nested too deeply is not taken apart at all.
  require(end == size || document.pieces().empty());
  const MonthContent content = document.content(all_words);
  for (const Entry& entry : content.entries) require(entry.line > 0 && entry.column > 0);
  for (const Diagnostic& damage : content.damage) require(!damage.what.empty());
  return 0;
}
