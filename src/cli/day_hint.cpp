// SPDX-License-Identifier: MIT
#include "mend/cli/day_hint.hpp"

#include "mend/cli/shell_word.hpp"
#include "mend/cli/targets.hpp"
#include "mend/cli/usage.hpp"
#include "mend/domain/date_words.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view day_name = "--on";

// Which of the command's words TEXT begins with.
std::optional<std::size_t> first_of_text(const Command& command) {
  for (std::size_t i = 0;; ++i) {
    const auto wanted = wanted_values(command.usage, i);
    if (wanted.empty()) return std::nullopt;
    if (wanted.front() == "TEXT") return i;
  }
}

std::string options_as_typed(std::span<const Option> options, const Arguments& arguments) {
  std::string typed;
  for (const Option& option : options) {
    const std::string name{option.long_name().substr(2)};
    if (!arguments.has(name)) continue;
    const std::string shown{option.short_name().empty() ? option.long_name() : option.short_name()};
    if (option.value.empty()) typed += " " + shown;
    for (const std::string& value : arguments.values(name)) typed += " " + shown + " " + shell_word(value);
  }
  return typed;
}

}  // namespace

void hint_at_day_in_text(Context& context, const Command& command, const Arguments& arguments) {
  const bool takes_day = std::ranges::any_of(
      command.options, [](const Option& option) { return option.long_name() == day_name; });
  if (command.words != WordsAre::text || !takes_day || arguments.has("on")) return;
  const auto first = first_of_text(command);
  const auto& words = arguments.words();
  if (!first || words.size() <= *first) return;
  const auto at = words.begin() + static_cast<std::ptrdiff_t>(*first);
  const std::string text = joined({at, words.end()});
  const auto leading = leading_day(text, context.today());
  if (!leading) return;
  if (context.discretion() == Discretion::on) {
    context.hint("The text begins with a day; this is saved for today. -d says for which day it is.");
    return;
  }
  std::string line = "mend " + std::string{command.name};
  for (auto word = words.begin(); word != at; ++word) line += " " + shell_word(*word);
  line += " -d " + shell_word(leading->day) + options_as_typed(command.options, arguments) +
          options_as_typed(global_options(), arguments);
  if (leading->text.starts_with('-')) line += " --";
  if (!leading->text.empty()) line += " " + shell_word(leading->text);
  const std::string undone = arguments.has("dry-run") ? "" : "undo it (mend undo) and ";
  context.hint("This is for today. If you meant " + leading->day + ", " + undone + "write: " + line);
}

}  // namespace mend
