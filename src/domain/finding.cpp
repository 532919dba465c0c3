// SPDX-License-Identifier: MIT
#include "mend/domain/finding.hpp"

#include <array>
#include <tuple>

namespace mend {

std::string_view word_of(Gravity gravity) {
  static constexpr std::array<std::string_view, 3> words = {"odd", "damaged", "unreadable"};
  return words[static_cast<std::size_t>(gravity)];
}

Finding odd_in(std::string file, std::string what, std::string hint) {
  return odd_at(std::move(file), 0, 0, std::move(what), std::move(hint));
}

Finding odd_at(std::string file, int line, int column, std::string what, std::string hint) {
  return {Gravity::odd, {std::move(what), std::move(file), line, column, std::move(hint)}};
}

Finding damaged_at(std::string file, int line, int column, std::string what, std::string hint) {
  return {Gravity::damaged, {std::move(what), std::move(file), line, column, std::move(hint)}};
}

Finding read_damage(Diagnostic diagnostic) {
  return {Gravity::damaged, std::move(diagnostic), {}, true};
}

Finding unreadable(std::string file, std::string_view what) {
  std::string sentence{what};
  if (const auto at = sentence.find(file); !file.empty() && at != std::string::npos) {
    sentence.replace(at, file.size(), "this");
  }
  return {Gravity::unreadable, {std::move(sentence), std::move(file), 0, 0, {}}};
}

bool found_before(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& finding) {
    const Diagnostic& diagnostic = finding.diagnostic;
    return std::tie(diagnostic.file, diagnostic.line, diagnostic.column);
  };
  return key(a) < key(b);
}

}  // namespace mend
