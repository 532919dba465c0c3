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


// Throws SystemError (newer_format) for what `newer_format` found.
[[noreturn]] void throw_newer_format(const Diagnostic& newer);

}  // namespace mend
