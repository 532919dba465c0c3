// SPDX-License-Identifier: MIT
#include "counted_entries.hpp"

namespace mend {

CountedEntries::CountedEntries(const Records& records) {
  for (const std::size_t index : counted(records.facts)) {
    facts_.push_back(records.facts[index]);
    attributes_.push_back(&records.attributes[index]);
  }
  for (const Facts& facts : facts_) {
    if (!facts.id.empty()) by_id_.emplace(facts.id, &facts);
  }
}

const Facts* CountedEntries::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::string CountedEntries::did_you_mean(std::string_view id) const {
  const Facts* meant = nullptr;
  for (const Facts& facts : facts_) {
    if (id.empty() || !facts.id.starts_with(id)) continue;
    if (meant != nullptr) return {};
    meant = &facts;
  }
  return meant == nullptr ? std::string{} : "Did you mean '" + meant->id + "'?";
}

}  // namespace mend
