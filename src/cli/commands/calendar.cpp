// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/output_file.hpp"
#include "mend/cli/span_argument.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/domain/units.hpp"
#include "mend/report/calendar_renderings.hpp"
#include "mend/report/pictures.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t usual_weeks = 26;

enum class CalendarFormat { text, svg, json };

CalendarFormat read_calendar_format(const Context& context, const Arguments& arguments) {
  const auto word = arguments.value("format");
  if (!word) return context.is_json() ? CalendarFormat::json : CalendarFormat::text;
  static constexpr std::string_view formats[] = {"text", "svg", "json"};
  const auto format = listed_word(*word, formats);
  if (format == "json") return CalendarFormat::json;
  if (format.empty()) {
    const std::string hint = did_you_mean(*word, formats);
    stop_usage("'" + *word + "' is not a format of a calendar",
               hint.empty() ? "Write text, svg or json." : hint);
  }
  if (context.is_json()) {
    stop_usage("--json and --format " + *word + " ask for two formats", "Leave one of them out.");
  }
  return format == "svg" ? CalendarFormat::svg : CalendarFormat::text;
}

DayRange usual_span(Context& context, CalendarFormat format) {
  const std::size_t fit = format == CalendarFormat::text ? weeks_that_fit(context.style().width) : usual_weeks;
  const int weeks = static_cast<int>(std::min(usual_weeks, fit));
  const DayRange week = week_of(context.today(), context.settings().week_start);
  return {week.first - 7 * (weeks - 1), week.last};
}

std::string rendered_calendar(CalendarFormat format, const Calendar& calendar, DayRange span, const Style& style) {
  switch (format) {
    case CalendarFormat::svg: return heat_map_svg(calendar, Picture::alone);
    case CalendarFormat::json: return calendar_json(calendar, span);
    case CalendarFormat::text: break;
  }
  return calendar.days.empty() ? std::string{} : calendar_text(calendar, style);
}

int run_calendar(Context& context, const Arguments& arguments) {
  context.require_journal();
  const CalendarFormat format = read_calendar_format(context, arguments);
  std::optional<Step> step;
  if (const auto word = arguments.value("step")) step = or_usage_error(parse_step(*word));
  const auto asked = span_argument(context, arguments);
  const History history = context.history(no_words);
  const auto days =
      read_step_days(history.entries, context.settings(), context.today(), context.clock());
  const DayRange span =
      closed_span(asked.value_or(usual_span(context, format)), days.front().first(), context.today());
  const Calendar calendar = read_calendar(days, span, step, context.settings().week_start);
  Style style = context.style();
  const auto file = output_file(arguments);
  if (file) style.color = Color::off;
  const std::string text = rendered_calendar(format, calendar, span, style);
  if (file) {
    write_output(context, arguments, *file, text);
  } else if (format != CalendarFormat::text || !history.entries.empty()) {
    context.print(text);
  }
  if (history.entries.empty() && history.is_whole()) {
    context.hint("Nothing is written yet. Begin with one line:  mend log c \"home by six\"");
  } else if (calendar.days.empty()) {
    context.hint("The journal has no day in this span.");
  }
  return exit_done;
}

constexpr std::string_view calendar_examples[] = {
    "mend calendar                  the last half year, all steps",
    "mend calendar 2026 --step c    a year of one step",
    "mend calendar --format svg -o calendar.svg",
};

constexpr Option calendar_options[] = {
    {"--step", "STEP", "the days of one step; of all eight without it"},
    {"--format", "text|svg|json", "how it is drawn"},
    output_option,
    force_option,
    {"--since", "DAY", "only from this day on"},
    {"--until", "DAY", "only up to this day"},
};

}  // namespace

const Command calendar_command = {
    "calendar",
    "Look",
    "[SPAN]",
    "A map of days: a column a week, a row a weekday.",
    calendar_examples,
    "Without a SPAN it is the last 26 weeks, or as many as fit. For all steps, each day shows how "
    "many were kept; for one, whether it was kept, resting, quiet or open.",
    calendar_options,
    WordsAre::arguments,
    run_calendar};

}  // namespace mend
