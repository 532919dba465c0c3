// SPDX-License-Identifier: MIT
#include "mend/cli/editor_command.hpp"

namespace mend {

std::string editor_command(const Context& context) {
  for (const std::string_view name : {"MEND_EDITOR", "VISUAL", "EDITOR"}) {
    const auto command = context.environment().variable(name);
    if (!command.empty()) return std::string{command};
  }
  return context.config().editor;
}

}  // namespace mend
