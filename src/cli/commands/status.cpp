// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/report/json.hpp"

namespace mend {
namespace {

struct Status {
  AskedCount count;
  int consistency = 0;
  std::size_t waiting = 0;
};

std::string expanded(const std::string& format, const Status& status) {
  std::string out;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%' || i + 1 == format.size()) {
      out += format[i];
      continue;
    }
    switch (format[++i]) {
      case 'k': out += std::to_string(status.count.kept); break;
      case 'a': out += std::to_string(status.count.asked); break;
      case 's': out += std::to_string(status.consistency); break;
      case 'w': out += std::to_string(status.waiting); break;
      case '%': out += '%'; break;
      default:
        stop_usage("'%" + std::string{format[i]} + "' means nothing in a status format",
                   "Use %k kept, %a asked, %s the consistency streak, %w waiting, %% a percent sign.");
    }
  }
  return out;
}

int run(Context& context, const Arguments& arguments) {
  context.require_journal();
  const History history = context.history(no_words);
  const Day today = context.today();
  const auto rows = read_step_rows(history.facts, context.settings(), today, context.clock());
  const Status status{count_asked(rows),
                      rows[index_of(Step::consistency)].streak.current.value_or(0),
                      read_waiting(history.facts, today, context.clock()).size()};
  const std::string line = expanded(arguments.value("format").value_or("%k/%a"), status);
  if (context.is_json()) {
    context.print(status_json(status.count, status.consistency, status.waiting));
  } else if (!context.settings().is_closed(today)) {
    context.print(line + "\n");
  }
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend status                       1/2",
    "mend status --format '%k/%a %s'   1/2 12",
};

constexpr Option options[] = {
    {"--format", "FORMAT",
     "%k kept of today's asked, %a asked, %s consistency streak, %w waiting, %% a percent sign"},
};

}  // namespace

const Command status_command = {"status",
                                "For scripts",
                                "[--format FORMAT]",
                                "One short line for a prompt, with no word anyone typed.",
                                examples,
                                "What is asked are the steps, and your own actions with a cadence. A "
                                "journal that is closed has no line.",
                                options,
                                WordsAre::none,
                                run};

}  // namespace mend
