// SPDX-License-Identifier: MIT
#include "mend/cli/paging.hpp"

#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t usual_columns = 80;

std::string plain_line(std::string_view line) {
  std::string plain;
  while (true) {
    const auto escape = line.find('\x1b');
    plain += line.substr(0, escape);
    if (escape == std::string_view::npos) return plain;
    const auto end = line.find('m', escape);
    if (end == std::string_view::npos) return plain;
    line.remove_prefix(end + 1);
  }
}

// A line that is wider than the terminal goes on in the next one.
std::size_t rows_of(std::string_view text, std::size_t columns) {
  std::size_t rows = 0;
  while (!text.empty()) {
    const auto line = first_line(text);
    const std::size_t width = display_width(plain_line(line));
    rows += std::max<std::size_t>(1, (width + columns - 1) / columns);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return rows;
}

// Somebody's own `less -X` would leave the page on the screen; its other options stay.
std::string without_leftovers(const std::string& command) {
  const std::string_view program = std::string_view{command}.substr(0, command.find(' '));
  const bool is_less = program == "less" || program.ends_with("/less");
  return is_less && program.size() < command.size() ? command + " -+X" : command;
}

}  // namespace

std::string pager_for(std::string_view text, const Environment& environment) {
  const Terminal& terminal = environment.terminal;
  const bool is_attended = terminal.is_input && terminal.is_output;
  if (!is_attended || !terminal.rows || environment.variable("TERM") == "dumb") return {};
  const auto rows = static_cast<std::size_t>(std::max(*terminal.rows, 1));
  const std::size_t columns =
      terminal.columns ? static_cast<std::size_t>(*terminal.columns) : usual_columns;
  if (rows_of(text, columns) < rows) return {};
  const auto pager = environment.variables.find("PAGER");
  return pager == environment.variables.end() ? "less" : without_leftovers(pager->second);
}

}  // namespace mend
