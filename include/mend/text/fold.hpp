// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A form in which texts that differ only in case, or in how accents are encoded, are the same.
std::string fold(std::string_view text);

// NFC: texts that differ only in how accents are encoded are the same.
std::string composed(std::string_view text);

// Folded, and each letter without its marks: "café" is "cafe".
std::string without_accents(std::string_view text);

// Bytes of a text.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

// Where a text holds `looked_for` once both are folded, from left to right and without overlap;
// always whole glyphs. Nothing is held nowhere.
std::vector<TextRange> find_folded(std::string_view text, std::string_view looked_for);

}  // namespace mend
