// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

#include <string_view>
#include <vector>

namespace mend {

// A JSON file of which one list of objects, `entries`, matters most.
struct JsonDocument {
  Attributes root;  // without `entries`
  std::vector<ImportedEntry> entries;
  RowPlace settings_place;               // of the object `settings`; line 0 without one
  std::vector<RowPlace> action_places;   // of the objects in its list `action`
};

// Never deep, never large beyond what a journal is: what would exhaust the memory is refused, with
// its place. Null stands for a key that is absent.
Result<JsonDocument> read_json_document(const ImportFile& file);

}  // namespace mend
