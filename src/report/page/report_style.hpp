// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace mend {

// What a page of HTML looks like, beside `picture_style`.
extern const std::string_view page_style;

// SHA-256 of `picture_style` and `page_style` one after the other, as a content security policy names
// it; a test computes it anew and says what it has to be.
inline constexpr std::string_view style_hash = "sha256-rjZXgKyHpKI64FjFwJ9m6CQBRV3SV+nZAqQCllwIgRw=";

}  // namespace mend
