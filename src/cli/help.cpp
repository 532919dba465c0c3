// SPDX-License-Identifier: MIT
#include "mend/cli/help.hpp"

#include "mend/report/json.hpp"
#include "mend/text/display.hpp"

#include <algorithm>
#include <vector>

namespace mend {
namespace {

constexpr std::size_t text_width = 78;

std::string usage_line(const Command& command) {
  std::string line = "mend " + std::string{command.name};
  if (!command.usage.empty()) line += " " + std::string{command.usage};
  return line;
}

std::string option_label(const Option& option) {
  std::string label = option.short_name().empty() ? "    " : std::string{option.short_name()} + ", ";
  label += option.long_name();
  if (!option.value.empty()) label += " " + std::string{option.value};
  return label;
}

void append_entry(std::string& out, std::string_view name, std::size_t width,
                  std::string_view text) {
  const auto lines = wrapped(text, text_width - width - 4);
  out += "  " + padded(name, width) + "  " + lines[0] + "\n";
  for (std::size_t i = 1; i < lines.size(); ++i) {
    out += std::string(width + 4, ' ') + lines[i] + "\n";
  }
}

void append_options(std::string& out, std::span<const Option> options) {
  std::size_t width = 0;
  for (const Option& option : options) width = std::max(width, option_label(option).size());
  for (const Option& option : options) {
    std::string help{option.help};
    if (option.times == Option::Times::repeated) help += " (can be repeated)";
    append_entry(out, option_label(option), width, help);
  }
}

std::string opening(std::span<const std::string_view> examples, const std::string& usage,
                    std::string_view summary, std::string_view description) {
  std::string out;
  for (const auto example : examples) out += "  " + std::string{example} + "\n";
  out += "\n" + usage + "\n\n";
  const std::string text = std::string{summary} +
                           (description.empty() ? "" : "\n\n" + std::string{description});
  for (const std::string& line : wrapped(text, text_width)) out += line + "\n";
  return out;
}

std::string help_as_json(const Family* family, const Command* command) {
  std::vector<CommandSummary> summaries;
  std::vector<std::string> usages;
  for (const Command& each : commands()) {
    const bool is_meant = family != nullptr    ? family_of(each) == family
                          : command != nullptr ? &each == command
                                               : !each.group.empty();
    if (!is_meant) continue;
    usages.push_back(usage_line(each));
    summaries.push_back({each.name, {}, each.summary});
  }
  for (std::size_t i = 0; i < usages.size(); ++i) summaries[i].usage = usages[i];
  return help_json(summaries);
}

}  // namespace

std::string help_text() {
  std::string out =
      "mend: a daily practice companion for rebuilding trust. One line records what\n"
      "you did today for one of eight steps; one line shows how steady you have been.\n"
      "\n"
      "  mend log c \"home by six\"      an action for consistency\n"
      "  mend note e \"the school call\" a note about empathy\n"
      "  mend                          today\n";
  std::string_view group;
  std::size_t width = 0;
  const auto words = first_words();
  for (const FirstWord& word : words) width = std::max(width, word.name.size());
  for (const FirstWord& word : words) {
    if (word.group != group) out += "\n" + std::string{word.group} + "\n";
    group = word.group;
    append_entry(out, word.name, width, word.summary);
  }
  out += "\nOptions before or after any command\n";
  append_options(out, global_options());
  return out +
         "\n"
         "'mend help COMMAND' explains one. The steps, with their letters: apology a,\n"
         "honesty h, responsibility r, consistency c, space s, empathy e, patience p,\n"
         "connection b.\n\n"
         "Afraid of your partner, or of what you might do: 'mend help safety'.\n";
}

std::string help_text(const Command& command) {
  std::string out = opening(command.examples, usage_line(command), command.summary,
                            command.description);
  if (!command.options.empty()) {
    out += "\nOptions\n";
    append_options(out, command.options);
  }
  return out + "\nOptions of all commands: mend help\n";
}

std::string help_text(const Family& family) {
  const std::string name{family.name};
  std::string out = opening(family.examples, "mend " + name + " COMMAND", family.summary,
                            family.description);
  std::vector<const Command*> members;
  std::size_t width = 0;
  for (const Command& command : commands()) {
    if (family_of(command) != &family) continue;
    members.push_back(&command);
    width = std::max(width, command.name.size());
  }
  out += "\nCommands\n";
  for (const Command* const command : members) {
    append_entry(out, command->name, width, command->summary);
  }
  out += '\n';
  const std::string more = "'mend help " + name + " COMMAND' explains one; 'mend " + name +
                           "' alone is 'mend " + std::string{default_member(family).name} + "'.";
  for (const std::string& line : wrapped(more, text_width)) out += line + "\n";
  return out;
}

std::string help_on(const Family* family, const Command* command, bool is_json) {
  if (is_json) return help_as_json(family, command);
  if (family != nullptr) return help_text(*family);
  return command == nullptr ? help_text() : help_text(*command);
}

std::string version_text(bool is_json) {
  if (is_json) return texts_json("version", {{"version", MEND_VERSION}});
  return "mend " MEND_VERSION "\n";
}

}  // namespace mend
