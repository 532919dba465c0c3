// SPDX-License-Identifier: MIT
#include "mend/text/fold.hpp"

#include "mend/text/display.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace mend {
namespace {

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* folded = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &folded,
                                   static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{folded, std::free};
  // What is not UTF-8 can still be searched as it is.
  if (length < 0) return std::string{text};
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
}

}  // namespace

std::string fold(std::string_view text) {
  return mapped(text, UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE);
}

std::string composed(std::string_view text) { return mapped(text, UTF8PROC_COMPOSE); }

std::string without_accents(std::string_view text) {
  return mapped(text, UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
}

std::vector<TextRange> find_folded(std::string_view text, std::string_view looked_for) {
  std::vector<TextRange> found;
  const std::string needle = fold(looked_for);
  if (needle.empty()) return found;
  std::string folded;
  std::vector<TextRange> glyph_of;  // beside each byte of `folded`
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = first_glyph_length(text.substr(at));
    folded += fold(text.substr(at, length));
    glyph_of.resize(folded.size(), {at, at + length});
    at += length;
  }
  for (auto at = folded.find(needle); at != std::string::npos;
       at = folded.find(needle, at + needle.size())) {
    const TextRange range{glyph_of[at].begin, glyph_of[at + needle.size() - 1].end};
    if (found.empty() || range.begin >= found.back().end) found.push_back(range);
  }
  return found;
}

}  // namespace mend
