// SPDX-License-Identifier: MIT
#include "mend/cli/typed_line.hpp"

#include "mend/cli/shell_word.hpp"
#include "mend/cli/targets.hpp"
#include "mend/domain/step.hpp"

namespace mend {
namespace {

std::string given_options(std::span<const Option> known, const Arguments& arguments) {
  std::string typed;
  for (const Option& option : known) {
    const std::string name{option.long_name().substr(2)};
    if (!arguments.has(name)) continue;
    const std::string shown{option.short_name().empty() ? option.long_name() : option.short_name()};
    if (option.value.empty()) typed += " " + shown;
    for (const std::string& value : arguments.values(name)) typed += " " + shown + " " + shell_word(value);
  }
  return typed;
}

}  // namespace

std::string options_as_typed(const Command& command, const Arguments& arguments) {
  return given_options(command.options, arguments) + given_options(global_options(), arguments);
}

Stop with_step_first(const Stop& refused, const Command& command, const Arguments& arguments,
                     Discretion discretion) {
  const std::string& word = arguments.words().front();
  const bool is_no_step = refused.code() == exit_usage && is_unlike_steps(word);
  // One word alone may be a step that was mistyped; a setback's is more likely what happened.
  const bool is_text = word.find(' ') != std::string::npos || arguments.words().size() > 1 ||
                       command.name == "setback";
  const bool is_list = word.find_first_of("/,0123456789") != std::string::npos && word.find(' ') == std::string::npos;
  if (!is_no_step || !is_text || is_list) return refused;
  Diagnostic diagnostic = refused.diagnostic();
  const std::string line = "mend " + std::string{command.name} + " c";
  diagnostic.hint = "Name a step first: " + line +
                    (discretion == Discretion::on
                         ? " \"...\""
                         : given_options(command.options, arguments) + " " + shell_word(joined(arguments.words())));
  return {refused.code(), std::move(diagnostic)};
}

}  // namespace mend
