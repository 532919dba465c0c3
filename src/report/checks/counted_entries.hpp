// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/records.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace mend {

// The entries of some records that count, found by their ids.
class CountedEntries {
 public:
  explicit CountedEntries(const Records& records);
  CountedEntries(const CountedEntries&) = delete;
  CountedEntries& operator=(const CountedEntries&) = delete;

  const std::vector<Facts>& facts() const { return facts_; }
  const Attributes& attributes_of(std::size_t index) const { return *attributes_[index]; }

  // Null when no entry has exactly this id.
  const Facts* find(std::string_view id) const;

  // A hint when `id` is but the start of one.
  std::string did_you_mean(std::string_view id) const;

 private:
  std::vector<Facts> facts_;
  std::vector<const Attributes*> attributes_;
  std::unordered_map<std::string_view, const Facts*> by_id_;
};

}  // namespace mend
