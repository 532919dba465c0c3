// SPDX-License-Identifier: MIT
#include "mend/domain/facts.hpp"
#include "mend/exchange/import.hpp"

#include <cstdint>

namespace mend {
namespace {

// FNV-1a, stirred at the end so that every bit of a short text reaches all of the id.
std::uint64_t hash_of(std::string_view content) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : content) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  hash ^= hash >> 33U;
  hash *= 0xFF51AFD7ED558CCDU;
  hash ^= hash >> 33U;
  hash *= 0xC4CEB9FE1A85EC53U;
  return hash ^ (hash >> 33U);
}

}  // namespace

std::string content_id(std::string_view content) {
  std::uint64_t hash = hash_of(content);
  std::string id;
  while (id.size() < id_length) {
    id += id_characters[hash % id_characters.size()];
    hash /= id_characters.size();
  }
  return id;
}

}  // namespace mend
