// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/report/json.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";

struct Status {
  AskedCount count;
  int consistency = 0;
  std::size_t waiting = 0;
};

// What stands for a number in a format: `%k` or, for programs that take `%` themselves, `{kept}`.
struct Placeholder {
  char letter;
  std::string_view name;
  std::size_t value;
};

[[noreturn]] void refuse_placeholder(std::string_view written) {
  stop_usage("'" + std::string{written} + "' has no meaning in a status format",
             "Use %k or {kept}, %a or {asked}, %s or {streak} for consistency, %w or {waiting}, and "
             "%% for a percent sign.");
}

std::string expanded(std::string_view format, const Status& status) {
  const std::array<Placeholder, 4> placeholders = {
      {{'k', "kept", static_cast<std::size_t>(status.count.kept)},
       {'a', "asked", static_cast<std::size_t>(status.count.asked)},
       {'s', "streak", static_cast<std::size_t>(status.consistency)},
       {'w', "waiting", status.waiting}}};
  const auto value_of = [&](const auto& key, auto member, std::string_view written) {
    const auto found = std::ranges::find(placeholders, key, member);
    if (found == placeholders.end()) refuse_placeholder(written);
    return std::to_string(found->value);
  };
  std::string out;
  while (!format.empty()) {
    const auto brace = format.front() == '{' ? format.find_first_not_of(letters, 1) : 0;
    std::size_t length = 1;
    if (format.starts_with("%%")) {
      length = 2;
      out += '%';
    } else if (format.front() == '%' && format.size() > 1) {
      length = 2;
      out += value_of(format[1], &Placeholder::letter, format.substr(0, length));
    } else if (brace != std::string_view::npos && brace > 1 && format[brace] == '}') {
      length = brace + 1;
      out += value_of(format.substr(1, brace - 1), &Placeholder::name, format.substr(0, length));
    } else {
      out += format.front();
    }
    format.remove_prefix(length);
  }
  return out;
}

int run_status(Context& context, const Arguments& arguments) {
  context.require_journal();
  const History history = context.history(no_words);
  const Day today = context.today();
  const auto rows = read_step_rows(history.entries, context.settings(), today, context.clock());
  const Status status{count_asked(rows),
                      rows[index_of(Step::consistency)].streak.current.value_or(0),
                      read_waiting(history.entries, today, context.clock(), context.now().instant).size()};
  const std::string line = expanded(arguments.value("format").value_or("%k/%a"), status);
  if (context.is_json()) {
    context.print(status_json(status.count, status.consistency, status.waiting));
  } else if (!context.settings().is_closed(today)) {
    context.print(line + "\n");
  }
  return exit_done;
}

constexpr std::string_view status_examples[] = {
    "mend status                       1/2",
    "mend status --format '%k/%a %s'   1/2 12",
    "mend status --format '{kept} of {asked}'",
};

constexpr Option status_options[] = {
    {"--format", "FORMAT",
     "%k how many of today's steps are kept, %a how many are due, %s consistency streak, %w "
     "waiting, %% a percent sign; or by name: {kept} {asked} {streak} {waiting}"},
};

}  // namespace

const Command status_command = {"status",
                                "For scripts",
                                "[--format FORMAT]",
                                "One short line for a prompt, with no word anyone typed.",
                                status_examples,
                                "It counts the steps and those of your own actions that have a "
                                "cadence. In a closed journal it prints nothing.",
                                status_options,
                                WordsAre::none,
                                run_status};

}  // namespace mend
