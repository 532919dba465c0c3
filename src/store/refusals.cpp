// SPDX-License-Identifier: MIT
#include "refusals.hpp"

#include "mend/system/errors.hpp"

#include <string>
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

void throw_newer_format(const Diagnostic& newer) {
  throw SystemError(Failure::newer_format,
                    newer.file + ":" + std::to_string(newer.line) + ":" +
                        std::to_string(newer.column) + ": nothing was written, because " + newer.what,
                    "A newer mend wrote it; use that version to change it.");
}

}  // namespace mend
