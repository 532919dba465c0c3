// SPDX-License-Identifier: MIT
#include "mend/system/entry_id.hpp"

#include "mend/domain/entry.hpp"
#include "mend/system/errors.hpp"

#include <sys/random.h>

#include <array>

namespace mend {

std::string make_entry_id() {
  std::string id;
  while (id.size() < id_length) {
    std::array<unsigned char, 16> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size())) {
      if (errno == EINTR) continue;
      throw_system_error(Failure::io, "read", "random numbers");
    }
    for (const unsigned char byte : random) {
      // The lower five bits; the one value past the alphabet is thrown away, so all are as likely.
      const std::size_t index = byte & 31U;
      if (index < id_characters.size() && id.size() < id_length) id += id_characters[index];
    }
  }
  return id;
}

}  // namespace mend
