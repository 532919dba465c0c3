// SPDX-License-Identifier: MIT
#include "candidates.hpp"

#include "mend/text/display.hpp"

namespace mend {
namespace {

// Shells cut or wrap what is longer, each in its own way.
constexpr std::size_t longest_description = 72;

}  // namespace

void TypedWord::keep_through(std::string_view separator) {
  const auto at = current.rfind(separator);
  if (at == std::string::npos) return;
  kept += current.substr(0, at + separator.size());
  current.erase(0, at + separator.size());
}

void Candidates::offer(std::string_view candidate, std::string_view description) {
  if (candidate.empty() || !candidate.starts_with(typed_.current)) return;
  if (harmless(candidate) != candidate || !seen_.emplace(candidate).second) return;
  lines_ += typed_.kept + std::string{candidate} + "\t" +
            shorten(harmless(description), longest_description, "...") + "\n";
}

}  // namespace mend
