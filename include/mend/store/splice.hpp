// SPDX-License-Identifier: MIT
#pragma once

#include "mend/store/entry_writer.hpp"
#include "mend/store/month_document.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A stretch of bytes.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The document with `insertion` in the place of a range. It is parsed and compared: the entries
// whose headers lie in the range are gone, those of `insertion` are there, all else is as it was.
// The diagnostic says what would go wrong.
Result<MonthDocument> spliced(const MonthDocument& before, ByteRange range,
                              std::string_view insertion, const std::string& name);

LineEnding line_ending_of(std::string_view bytes);

// The characters that end a line there.
std::string_view characters_of(LineEnding line_ending);

// The entries as they are appended to these bytes, with the blank line that keeps them apart.
std::string appendix(std::string_view bytes, const std::vector<Attributes>& entries);

// The text of an entry, as it is appended there.
std::string appendix(std::string_view bytes, std::string_view entry);

// The text of the entry with that index, with the comment lines right above its header.
std::optional<ByteRange> text_of_entry(const MonthDocument& document, std::size_t index);

// What to take out to remove the entry with that index: it, the comment lines right above its
// header, and the blank line before it. Nothing when the file is not written as the index supposes.
std::optional<ByteRange> range_of_entry(const MonthDocument& document, std::size_t index);

// The entries a text of whole `[[entry]]` tables holds; empty when it is not such a text.
std::vector<Attributes> entries_in(std::string_view text);

// The same for `[[NAME]]` tables.
std::vector<Attributes> tables_in(std::string_view text, std::string_view name);

}  // namespace mend
