// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

enum class LineBreaks { shown, kept };

// The text with everything that could drive a terminal or deceive a reader made visible, as
// `\n`, `\u001B` or, for a byte that is not UTF-8, `\xFF`. Newlines and tabs stay if `kept`.
std::string harmless(std::string_view text, LineBreaks line_breaks = LineBreaks::shown);

// The columns a harmless text takes on a terminal. An emoji sequence counts as the one glyph it is.
std::size_t display_width(std::string_view text);

// The bytes of what a reader takes for the first character of a text that is not empty.
std::size_t first_glyph_length(std::string_view text);

// Up to `width` columns of a harmless text, cut between words where that leaves most of it; what is
// left out is marked by `ellipsis`.
std::string shorten(std::string_view text, std::size_t width, std::string_view ellipsis);

// The text with spaces behind it up to `width` columns; longer texts stay as they are.
std::string padded(std::string_view text, std::size_t width);

// Lines of at most `width` columns, broken at spaces where possible; newlines in the text hold.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// The same, at most `most` lines; what is left out is marked by `ellipsis`.
std::vector<std::string> wrapped_within(std::string_view text, std::size_t width, std::size_t most,
                                        std::string_view ellipsis);

// The first line that has words, without its newline.
std::string_view first_line(std::string_view text);

}  // namespace mend
