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

  const std::vector<Entry>& all() const { return entries_; }

  // Null when no entry has exactly this id.
  const Entry* find(std::string_view id) const;

  // A hint when `id` is but the start of one.
  std::string did_you_mean(std::string_view id) const;

 private:
  const std::vector<Entry>& entries_;
  std::unordered_map<std::string_view, const Entry*> by_id_;
};

}  // namespace mend
