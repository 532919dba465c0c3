// SPDX-License-Identifier: MIT
#include "mend/domain/spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace mend {
namespace {

// The optimal string alignment distance: Damerau-Levenshtein without edits inside a swap.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
    }
    before_last.swap(last);
    last.swap(current);
  }
  return last[b.size()];
}

constexpr std::size_t longest_word = 64;

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lower{text};
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view listed_word(std::string_view typed, std::span<const std::string_view> words) {
  const std::string lower = lower_case(typed);
  const auto found = std::ranges::find_if(
      words, [&](std::string_view word) { return lower_case(word) == lower; });
  return found == words.end() ? std::string_view{} : *found;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.size() > longest_word) return {};
  const std::string typed = lower_case(word);
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, (word.size() + 1) / 3) + 1;
  for (const auto candidate : candidates) {
    const std::string known = lower_case(candidate);
    const bool is_start = word.size() >= 2 && known.starts_with(typed);
    const std::size_t edits = edit_distance(typed, known);
    const std::size_t distance = is_start ? std::min<std::size_t>(edits, 1) : edits;
    if (distance < best_distance && distance < candidate.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const auto best = nearest(word, candidates);
  if (best.empty()) return {};
  return "Did you mean '" + std::string{best} + "'?";
}

}  // namespace mend
