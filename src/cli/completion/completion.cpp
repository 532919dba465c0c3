// SPDX-License-Identifier: MIT
#include "mend/cli/completion.hpp"

#include "scene.hpp"

#include <exception>

namespace mend {
namespace {

void complete_options(Scene& scene) {
  for (const Option* const option : scene.line().known_options()) {
    const bool is_spent = option->times == Option::Times::once && scene.line().has(option->long_name());
    if (!is_spent) scene.offer(option->long_name(), option->help);
  }
}

void complete_line(Scene& scene) {
  const TypedLine& line = scene.line();
  if (line.is_unknown) return;
  if (line.pending != nullptr) {
    complete_value(scene, *line.pending);
  } else if (line.typed.current.starts_with("-") && !line.only_words) {
    complete_options(scene);
  } else if (line.command == nullptr) {
    complete_commands(scene, line.family);
  } else {
    complete_word(scene);
  }
}

}  // namespace

std::string complete(const Environment& environment, const std::vector<std::string>& words) {
  try {
    Scene scene{environment, words};
    try {
      complete_line(scene);
    } catch (const std::exception&) {
      // What was found before is still true.
    }
    return scene.candidates().lines();
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace mend
