// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/result.hpp"
#include "mend/store/month_document.hpp"

#include <string>
#include <string_view>

namespace mend {

// How often somebody else's save may come in between before a change is given up.
inline constexpr int most_attempts = 5;

// Throws SystemError (busy).
[[noreturn]] void throw_unsettled(const std::string& path);

// A change that is not made, and why.
Diagnostic refused(std::string what, const std::string& file, std::string_view hint = {});
Diagnostic refused_damaged(const MonthDocument& document);

}  // namespace mend
