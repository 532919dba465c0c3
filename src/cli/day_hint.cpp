// SPDX-License-Identifier: MIT
#include "mend/cli/day_hint.hpp"

#include "mend/cli/shell_word.hpp"
#include "mend/cli/targets.hpp"
#include "mend/cli/typed_line.hpp"
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
    context.hint("The text starts with a day, but this is for today. Use -d to record it for "
                 "another day.");
    return;
  }
  std::string line = "mend " + std::string{command.name};
  for (auto word = words.begin(); word != at; ++word) line += " " + shell_word(*word);
  line += " -d " + shell_word(leading->day) + options_as_typed(command, arguments);
  if (leading->text.starts_with('-')) line += " --";
  if (!leading->text.empty()) line += " " + shell_word(leading->text);
  if (context.is_dry_run()) {
    context.hint("This would be saved for today. If you mean " + leading->day + ", run: " + line);
    return;
  }
  context.hint("This was saved for today. If you meant " + leading->day +
               ", run 'mend undo' and then: " + line);
}

}  // namespace mend
