// SPDX-License-Identifier: MIT
#include "mend/report/agreement_words.hpp"

#include "mend/text/display.hpp"

namespace mend {

AgreementWords::AgreementWords(std::span<const Facts> facts,
                               std::span<const Attributes> attributes) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool is_agreement = facts[i].kind == Kind::promise || facts[i].kind == Kind::space;
    if (!is_agreement || facts[i].id.empty()) continue;
    words_.emplace(facts[i].id, first_line(text_of(attributes[i], "text")));
  }
}

std::string_view AgreementWords::about(const Facts& event) const {
  if (event.kind != Kind::outcome && event.kind != Kind::comeback) return {};
  const auto found = words_.find(event.reference);
  return found == words_.end() ? std::string_view{} : found->second;
}

}  // namespace mend
