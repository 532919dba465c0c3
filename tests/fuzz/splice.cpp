// SPDX-License-Identifier: MIT
// Adding an entry to any file and taking one out of it: no other byte and no other entry changes.
#include "fuzz_target.hpp"

#include "mend/store/splice.hpp"

#include <algorithm>

namespace mend {
namespace {

const Attributes entry = {{"id", {std::string{"k7q2m4x9p3"}}},
                          {"day", {DateText{"2026-11-22"}}},
                          {"kind", {std::string{"note"}}},
                          {"step", {std::string{"empathy"}}},
                          {"text", {std::string{"two\nlines, \"quoted\""}}}};

void check(const MonthDocument& before, ByteRange range, std::string_view insertion,
           std::size_t entries_after) {
  const auto after = spliced(before, range, insertion, "2026-11.toml");
  if (!after) return;
  const std::string_view bytes = before.bytes();
  require(after->bytes() == std::string{bytes.substr(0, range.begin)} + std::string{insertion} +
                                std::string{bytes.substr(range.end)});
  require(after->content(no_words).entries.size() == entries_after);
}

}  // namespace
}  // namespace mend

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mend;
  const MonthDocument document{std::string{text_of_input(data, size)}, "2026-11.toml"};
  if (!document.is_changeable()) return 0;
  const auto entries = document.content(no_words).entries;
  check(document, {size, size}, appendix(document.bytes(), {entry}), entries.size() + 1);
  for (std::size_t i = 0; i < document.pieces().size(); ++i) {
    const auto range = range_of_entry(document, i);
    if (!range) continue;
    require(range->begin <= range->end && range->end <= size);
    const auto is_this = [i](const Entry& each) { return each.place.index == i; };
    const bool is_readable = std::ranges::any_of(entries, is_this);
    check(document, *range, "", entries.size() - (is_readable ? 1 : 0));
  }
  return 0;
}
