// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mend {

// In small letters, as every word of a list of mend's is written. ASCII alone.
std::string lower_case(std::string_view text);

// The one of `words` that somebody means who types `typed`, in capitals or not; empty when it is none.
std::string_view listed_word(std::string_view typed, std::span<const std::string_view> words);

// The candidate with the fewest edits (insert, delete, replace, swap of neighbours) from `word`, in
// capitals or not;
// empty when none is near enough to be what somebody meant.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

// "Did you mean 'tag'?", or empty when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace mend
