// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

namespace mend {

// What the readers of mend's own exports have in common.

// Settings whose dates came as texts, as they are spelled in journal.toml.
Attributes settings_with_dates(Attributes settings);

// "this was made for a partner ...", for the remarks.
std::string shared_remark(std::string_view audience);

Diagnostic at_place(std::string what, const RowPlace& place, std::string hint = {});

}  // namespace mend
