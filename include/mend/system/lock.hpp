// SPDX-License-Identifier: MIT
#pragma once

#include "mend/system/descriptor.hpp"

#include <chrono>
#include <string>

namespace mend {

// The right to write in a folder, held until destruction, however the process ends. Waits in line
// for at most `patience`. Throws SystemError: busy, naming the holder; interrupted; io.
class FolderLock {
 public:
  FolderLock(const std::string& folder, std::chrono::seconds patience);

 private:
  Descriptor descriptor_;
};

}  // namespace mend
