// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/targets.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/report/text.hpp"

namespace mend {
namespace {

// A promise or space that waits may have been written long ago, and its words are shown that day.
History history_for(Context& context, Day day) {
  return context.history([day](const Entry& entry) {
    return entry.day == day || entry.kind == Kind::promise || entry.kind == Kind::space ||
           entry.kind == Kind::limit;
  });
}

int show_day(Context& context, std::string_view command, Day day) {
  context.require_journal();
  const History history = history_for(context, day);
  const auto rows = rows_of(context, history, day);
  const bool is_today = day == context.today();
  const Moment moment = is_today ? context.moment() : last_moment_of(day, context.clock());
  const auto waiting = read_waiting(history.entries, day, context.clock(),
                                    is_today ? std::optional{moment.now} : std::nullopt);
  const Ledger ledger = read_ledger(history.entries, moment);
  auto apologies = read_follow_through(history.entries, ledger);
  std::erase_if(apologies, [](const FollowThrough& through) { return through.open == 0; });
  DayReport report{command, day, rows, history.entries, waiting, apologies, {}, {},
                   count_quiet_days(history.entries, context.settings(), day, context.clock()),
                   day < context.today()};
  for (const Entry& entry : history.entries) {
    if (entry.day == day && entry.kind == Kind::setback) report.setbacks.push_back(&entry);
  }
  if (std::ranges::any_of(ledger.spaces, &Agreement::is_open)) {
    report.limits = limits_in_force(ledger, moment);
  }
  if (context.is_json()) {
    context.print(day_json(report, context.discretion()));
    return exit_done;
  }
  context.print(day_text(report, context.settings(), moment.clock.zone, context.style(),
                         context.discretion()));
  if (history.entries.empty() && history.is_whole()) {
    context.hint("\nNothing is written yet. Begin with one line:  mend log c \"home by six\"");
  }
  return exit_done;
}

int run_today(Context& context, const Arguments&) {
  return show_day(context, "today", context.today());
}

int run_day(Context& context, const Arguments& arguments) {
  if (arguments.words().empty()) {
    stop_usage("which day?", "For example: mend day yesterday, or mend day 11-16");
  }
  const Day today = context.today();
  const Day day = or_usage_error(parse_day(joined(arguments.words()), today));
  if (day > today) stop_usage(describe(day, today) + " has not come yet", "Today is 'mend today'.");
  return show_day(context, "day", day);
}

constexpr std::string_view today_examples[] = {
    "mend                the same as mend today",
    "mend today --json   for scripts",
};

constexpr std::string_view day_examples[] = {
    "mend day yesterday",
    "mend day 11-16",
    "mend day last mon",
};

}  // namespace

const Command today_command = {
    "today",
    "Look",
    "",
    "The eight steps today: state, what was logged, how steady you have been.",
    today_examples,
    "Then what is waiting (promises due, an open space) and the setbacks of the day. This is what "
    "'mend' shows without a command.",
    {},
    WordsAre::none,
    run_today};

const Command day_command = {"day",
                             "Look",
                             "DAY",
                             "The same for another day, as it stood then.",
                             day_examples,
                             "Entries after that day count for nothing.",
                             {},
                             WordsAre::arguments,
                             run_day};

}  // namespace mend
