// SPDX-License-Identifier: MIT
#include "mend/report/agreement_words.hpp"

#include "mend/domain/schema.hpp"
#include "mend/text/display.hpp"

namespace mend {

AgreementWords::AgreementWords(std::span<const Entry> entries) {
  for (const Entry& entry : entries) {
    if (!event_about(entry.kind) || entry.id.empty()) continue;
    words_.emplace(entry.id, first_line(text_of(entry.keys, "text")));
  }
}

std::string_view AgreementWords::about(const Entry& event) const {
  if (!event.result) return {};
  const auto found = words_.find(event.reference);
  return found == words_.end() ? std::string_view{} : found->second;
}

}  // namespace mend
