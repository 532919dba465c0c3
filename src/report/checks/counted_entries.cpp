// SPDX-License-Identifier: MIT
#include "counted_entries.hpp"

namespace mend {

CountedEntries::CountedEntries(const Records& records) : entries_(records.counted) {
  for (const Entry& entry : entries_) {
    if (!entry.id.empty()) by_id_.emplace(entry.id, &entry);
  }
}

const Entry* CountedEntries::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::string CountedEntries::did_you_mean(std::string_view id) const {
  const Entry* meant = nullptr;
  for (const Entry& entry : entries_) {
    if (id.empty() || !entry.id.starts_with(id)) continue;
    if (meant != nullptr) return {};
    meant = &entry;
  }
  return meant == nullptr ? std::string{} : "Did you mean '" + meant->id + "'?";
}

}  // namespace mend
