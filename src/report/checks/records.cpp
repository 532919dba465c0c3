// SPDX-License-Identifier: MIT
#include "mend/report/records.hpp"

namespace mend {

Finding odd_entry(const Records& records, const Facts& facts, std::string what, std::string hint) {
  return odd_at(records.files[facts.place.file].path, facts.line, facts.column, std::move(what),
                std::move(hint));
}

std::string place_text(const Records& records, const Facts& facts) {
  const std::string& path = records.files[facts.place.file].path;
  return path.substr(path.rfind('/') + 1) + ":" + std::to_string(facts.line);
}

}  // namespace mend
