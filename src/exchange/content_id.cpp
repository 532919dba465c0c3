// SPDX-License-Identifier: MIT
#include "mend/domain/entry.hpp"
#include "mend/exchange/import.hpp"
#include "mend/text/stable_hash.hpp"

#include <cstdint>

namespace mend {

std::string content_id(std::string_view content) {
  // Stirred once more, so that every bit of a short text reaches all of the id.
  std::uint64_t hash = stable_hash(content) * 0xC4CEB9FE1A85EC53U;
  hash ^= hash >> 33U;
  std::string id;
  while (id.size() < id_length) {
    id += id_characters[hash % id_characters.size()];
    hash /= id_characters.size();
  }
  return id;
}

}  // namespace mend
