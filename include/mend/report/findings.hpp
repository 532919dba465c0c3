// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/finding.hpp"
#include "mend/report/json.hpp"

#include <span>
#include <string>

namespace mend {

enum class Hints { shown, hidden };

// What is said of a finding; with discretion no word anyone typed, but keys, ids and file names.
Diagnostic told_of(const Finding& finding, Discretion discretion);

// "FILE:LINE:COLUMN: what" and the hint below it for each, harmless.
std::string findings_text(std::span<const Finding> findings, Discretion discretion, Hints hints);

// "all is well", or "N things to look at".
std::string findings_summary(std::span<const Finding> findings);

}  // namespace mend
