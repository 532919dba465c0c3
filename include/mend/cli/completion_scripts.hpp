// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace mend {

// A file of completions/, compiled in so that it can be had from the binary alone.
struct CompletionScript {
  std::string_view shell;
  std::string_view text;
};

std::span<const CompletionScript> completion_scripts();

}  // namespace mend
