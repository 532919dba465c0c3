// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

// What libFuzzer calls with every input; the replay calls it too. It returns 0, and aborts when
// something is not as it has to be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace mend {

inline std::string_view text_of_input(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Ends the run, so that the input is kept and can be replayed.
inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace mend
