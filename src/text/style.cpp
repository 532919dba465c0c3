// SPDX-License-Identifier: MIT
#include "mend/text/style.hpp"

namespace mend {

std::string Style::painted(std::string_view text, Paint paint) const {
  if (color == Color::off || paint == Paint::plain || text.empty()) return std::string{text};
  std::string_view code;
  switch (paint) {
    case Paint::plain: break;
    case Paint::bold: code = "1"; break;
    case Paint::dim: code = "2"; break;
    case Paint::green: code = "32"; break;
    case Paint::hit: code = "1;4"; break;
  }
  return "\x1b[" + std::string{code} + "m" + std::string{text} + "\x1b[0m";
}

}  // namespace mend
