// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/result.hpp"
#include "mend/store/month_document.hpp"

#include <string>
#include <string_view>

namespace mend {

// A change that is not made, and why.
Diagnostic refused(std::string what, const std::string& file, std::string_view hint = {});
Diagnostic refused_damaged(const MonthDocument& document);

}  // namespace mend
