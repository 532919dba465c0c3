// SPDX-License-Identifier: MIT
#include "mend/report/findings.hpp"

#include "mend/report/phrases.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

std::string place_of(const Diagnostic& diagnostic) {
  if (diagnostic.file.empty()) return {};
  std::string place = diagnostic.file + ":";
  if (diagnostic.line > 0) place += std::to_string(diagnostic.line) + ":";
  if (diagnostic.column > 0) place += std::to_string(diagnostic.column) + ":";
  return place + " ";
}

}  // namespace

Diagnostic told_of(const Finding& finding, Discretion discretion) {
  Diagnostic told = finding.diagnostic;
  if (discretion == Discretion::on) {
    if (finding.may_quote) {
      told.what = "something here cannot be understood";
      told.hint.clear();
    }
  } else if (!finding.typed.empty()) {
    told.what += ": '" + finding.typed + "'";
  }
  return told;
}

std::string findings_text(std::span<const Finding> findings, Discretion discretion, Hints hints) {
  std::string out;
  for (const Finding& finding : findings) {
    const Diagnostic told = told_of(finding, discretion);
    out += harmless(place_of(told) + told.what) + "\n";
    if (hints == Hints::shown && !told.hint.empty()) out += "    " + harmless(told.hint) + "\n";
  }
  return out;
}

std::string findings_summary(std::span<const Finding> findings) {
  if (findings.empty()) return "all is well\n";
  return quantity(static_cast<int>(findings.size()), "thing", "things") + " to look at\n";
}

}  // namespace mend
