// SPDX-License-Identifier: MIT
#include "mend/text/fold.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace mend {

std::string fold(std::string_view text) {
  utf8proc_uint8_t* folded = nullptr;
  const auto length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &folded,
      static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{folded, std::free};
  // What is not UTF-8 can still be searched as it is.
  if (length < 0) return std::string{text};
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
}

}  // namespace mend
