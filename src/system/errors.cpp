// SPDX-License-Identifier: MIT
#include "mend/system/errors.hpp"

#include <cstring>

namespace mend {

void throw_system_error(Failure failure, std::string_view purpose, std::string_view path,
                        int error_number) {
  std::string message = "cannot ";
  message += purpose;
  message += ' ';
  message += path;
  message += ": ";
  message += std::strerror(error_number);
  throw SystemError(failure, std::move(message));
}

void throw_unsettled(const std::string& path) {
  throw SystemError(Failure::busy, "cannot write " + path + ": it keeps changing meanwhile",
                    "Close the editor that has it open, then try again.");
}

}  // namespace mend
