// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"

#include <span>
#include <string_view>
#include <unordered_map>

namespace mend {

// The words of promises and spaces, for the outcomes and returns that tell only which one they
// settled. It points into what it was made from.
class AgreementWords {
 public:
  explicit AgreementWords(std::span<const Entry> entries);

  // The first line of the promise or space this entry went on with; empty for all other entries.
  std::string_view about(const Entry& event) const;

 private:
  std::unordered_map<std::string_view, std::string_view> words_;  // by id
};

}  // namespace mend
