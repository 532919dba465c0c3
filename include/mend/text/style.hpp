// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mend {

enum class Color { off, on };
enum class Charset { ascii, unicode };

// The last marks what was looked for: bold and underlined, as no colour shows on every ground.
enum class Paint { plain, bold, dim, green, hit };

// What the reader's side can show.
struct Style {
  Color color = Color::off;
  Charset charset = Charset::ascii;
  std::size_t width = 80;  // columns

  // The text in that paint, or as it is where there is no colour.
  std::string painted(std::string_view text, Paint paint) const;

  std::string_view ellipsis() const { return charset == Charset::unicode ? "…" : "..."; }
  std::string_view dash() const { return charset == Charset::unicode ? "–" : "-"; }
  std::string_view dot() const { return charset == Charset::unicode ? "·" : "-"; }
};

}  // namespace mend
