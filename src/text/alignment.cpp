// SPDX-License-Identifier: MIT
#include "mend/text/alignment.hpp"

#include <algorithm>
#include <cstdint>

namespace mend {
namespace {

constexpr std::size_t most_cells = std::size_t{4} * 1024 * 1024;

using Lines = std::span<const std::string_view>;

// The lengths of the longest common subsequences of what follows each pair of places.
class Lengths {
 public:
  Lengths(Lines before, Lines after)
      : width_(after.size() + 1), cells_((before.size() + 1) * width_) {
    for (std::size_t i = before.size(); i-- > 0;) {
      for (std::size_t j = after.size(); j-- > 0;) {
        cells_[i * width_ + j] = before[i] == after[j]
                                     ? at(i + 1, j + 1) + 1
                                     : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }

  std::uint32_t at(std::size_t i, std::size_t j) const { return cells_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> cells_;
};

}  // namespace

std::vector<std::optional<std::size_t>> align(Lines before, Lines after) {
  std::vector<std::optional<std::size_t>> places(after.size());
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t first = 0;
  while (first < shorter && before[first] == after[first]) {
    places[first] = first;
    ++first;
  }
  std::size_t last = 0;
  while (last < shorter - first &&
         before[before.size() - 1 - last] == after[after.size() - 1 - last]) {
    places[after.size() - 1 - last] = before.size() - 1 - last;
    ++last;
  }
  const Lines left = before.subspan(first, before.size() - first - last);
  const Lines right = after.subspan(first, after.size() - first - last);
  if (left.empty() || right.empty() || (left.size() + 1) > most_cells / (right.size() + 1)) return places;
  const Lengths lengths{left, right};
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    if (left[i] == right[j]) {
      places[first + j++] = first + i++;
    } else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
  return places;
}

}  // namespace mend
