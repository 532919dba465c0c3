// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mend {

// What `list` is asked for. Steps, kinds and tags each: any of them; between them: all.
struct Filter {
  std::vector<Step> steps;
  std::vector<DayRange> spans;
  std::vector<Kind> kinds;
  std::vector<std::string> tags;
  DayRange days = every_day;
  std::string grep;
  std::optional<std::size_t> limit;
};

// Throws Stop (usage).
Filter parse_filter(Context& context, const Arguments& arguments);

// The entries that fit, in the history's order.
std::vector<const Entry*> apply_filter(const Filter& filter, const History& history);

}  // namespace mend
