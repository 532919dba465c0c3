// SPDX-License-Identifier: MIT
#include "refusals.hpp"

#include <utility>

namespace mend {

Diagnostic refused(std::string what, const std::string& file, std::string_view hint) {
  Diagnostic diagnostic;
  diagnostic.what = std::move(what);
  diagnostic.file = file;
  diagnostic.hint = hint;
  return diagnostic;
}

Diagnostic refused_damaged(const MonthDocument& document) {
  Diagnostic damage = document.content(no_words).damage.front();
  damage.hint = "A damaged file is left as it is, so nothing was changed. Mend that place by hand first.";
  return damage;
}

}  // namespace mend
