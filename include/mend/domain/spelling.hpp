// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mend {

// The candidate with the fewest edits (insert, delete, replace, swap of neighbours) from `word`;
// empty when none is near enough to be what somebody meant.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

// "Did you mean 'tag'?", or empty when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace mend
