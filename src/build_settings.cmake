# SPDX-License-Identifier: MIT
# Warnings and switches for all of our own code.
add_library(mend_settings INTERFACE)
target_compile_options(mend_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wextra-semi
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # false alarms of GCC 12 in std::string
  $<$<BOOL:${MEND_WERROR}>:-Werror>)
if(MEND_SANITIZE)
  target_compile_options(mend_settings INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(mend_settings INTERFACE -fsanitize=address,undefined)
endif()
if(MEND_FUZZ)
  target_compile_options(mend_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(MEND_COVERAGE)
  target_compile_options(mend_settings INTERFACE --coverage)
  target_link_options(mend_settings INTERFACE --coverage)
endif()

set(standard_headers <algorithm> <array> <charconv> <chrono> <cstdint> <filesystem> <functional>
  <iterator> <map> <memory> <optional> <set> <span> <string> <string_view> <unordered_map> <utility>
  <variant> <vector>)
