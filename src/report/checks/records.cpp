// SPDX-License-Identifier: MIT
#include "mend/report/records.hpp"

namespace mend {

Finding odd_entry(const Records& records, const Entry& entry, std::string what, std::string hint) {
  return odd_at(records.files[entry.place.file].path, entry.line, entry.column, std::move(what),
                std::move(hint));
}

std::string place_text(const Records& records, const Entry& entry) {
  const std::string& path = records.files[entry.place.file].path;
  return path.substr(path.rfind('/') + 1) + ":" + std::to_string(entry.line);
}

}  // namespace mend
