// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mend {

// Which lines of `before` are still there: for each line of `after` the index of the equal line of
// `before` it goes back to, in rising order, as many as possible. Where that would cost too much,
// those between the lines that are equal from the start and from the end count as new.
std::vector<std::optional<std::size_t>> align(std::span<const std::string_view> before,
                                              std::span<const std::string_view> after);

}  // namespace mend
