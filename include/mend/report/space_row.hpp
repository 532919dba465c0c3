// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/ledger.hpp"

#include <string>
#include <string_view>

namespace mend {

// One agreed space and what became of it, for `space list`.
struct SpaceRow {
  std::string name;  // its shortest id or @N
  Agreement agreement;
  bool is_over = false;  // is it open though its time has come?

  // "open", or how it was come back from: "on-time", "late".
  std::string_view state() const;
};

}  // namespace mend
