// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/handing_over.hpp"
#include "mend/cli/output_file.hpp"
#include "mend/cli/span_argument.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/domain/units.hpp"
#include "mend/report/report_renderings.hpp"
#include "mend/system/dialogue.hpp"
#include "mend/system/errors.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

enum class Format { text, markdown, html, json, csv };

constexpr std::array<std::string_view, 5> format_words = {"text", "markdown", "html", "json", "csv"};

Format read_format(const Context& context, const Arguments& arguments) {
  const auto word = arguments.value("format");
  if (!word) return context.is_json() ? Format::json : Format::text;
  for (std::size_t i = 0; i < format_words.size(); ++i) {
    if (format_words[i] != *word) continue;
    const auto format = static_cast<Format>(i);
    if (context.is_json() && format != Format::json) {
      stop_usage("--json and --format " + *word + " ask for two formats", "Leave one of them out.");
    }
    return format;
  }
  const std::string hint = did_you_mean(*word, format_words);
  stop_usage("'" + *word + "' is no format of a report",
             hint.empty() ? "Write text, markdown, html, json or csv." : hint);
}

ReportChoice read_choice(const Context& context, const Arguments& arguments) {
  ReportChoice choice;
  choice.audience = read_audience(arguments, "report");
  choice.has_notes = arguments.has("notes");
  choice.discretion = context.discretion();
  if (choice.has_notes && choice.audience != Audience::me) {
    stop_usage("--notes shows all notes, which is for yourself alone",
               "For somebody else choose each note with --note ID.");
  }
  return choice;
}

History read_history_for(Context& context, const Arguments& arguments, DayRange span) {
  const bool is_any_chosen = arguments.has("note");
  return context.history(
      [=](const Facts& facts) { return is_any_chosen || has_part_in_report(facts, span); });
}

std::string rendered(Format format, const SpanReport& report, const ReportSource& source,
                     const Style& style) {
  switch (format) {
    case Format::text: return report_text(report_page(report, source), style);
    case Format::markdown: return report_markdown(report_page(report, source));
    case Format::html: return report_html(report, report_page(report, source));
    case Format::json: return report_json(report, source);
    case Format::csv: return report_csv(report, source);
  }
  return {};
}

void hint_at_left_out(Context& context, const ReportChoice& choice, const SpanReport& report) {
  const bool is_any_left_out = std::ranges::any_of(choice.chosen, [&](std::size_t entry) {
    return std::ranges::find(report.shown, entry, &ShownEntry::entry) == report.shown.end();
  });
  if (!is_any_left_out) return;
  context.hint(choice.discretion == Discretion::on
                   ? "With --discreet no entry is shown with its words."
                   : "A setback you chose is left out: a partner who has not been told of it is told "
                     "by you, never by a file.");
}

int run(Context& context, const Arguments& arguments) {
  context.require_journal();
  const Format format = read_format(context, arguments);
  ReportChoice choice = read_choice(context, arguments);
  const Day today = context.today();
  const DayRange span = span_argument(context, arguments)
                            .value_or(week_of(today, context.settings().week_start));
  const History history = read_history_for(context, arguments, span);
  if (arguments.has("note")) choice.chosen = find_entries(history, arguments.values("note"), context.moment());
  const ReportSource source{history.facts, history.attributes, context.settings(), today,
                            context.clock(), context.journal(), context.now().instant};
  const SpanReport report = read_span_report(source, span, choice);
  hint_at_left_out(context, choice, report);
  const auto file = arguments.value("output");
  if (Dialogue* const dialogue = context.dialogue();
      dialogue != nullptr && choice.audience != Audience::me) {
    if (!is_confirmed(*dialogue, rendered(Format::text, report, source, context.style()))) {
      context.hint("Nothing was handed over.");
      return exit_no;
    }
    // It stands on the screen already.
    if (!file && format == Format::text) return exit_done;
  }
  Style style = context.style();
  if (file) style.color = Color::off;
  const std::string text = rendered(format, report, source, style);
  if (file) {
    write_output(context, *file, text);
  } else {
    context.print(text);
  }
  if (report.extent == SpanReport::Extent::nothing_written && history.is_whole()) {
    context.hint("Begin with one line:  mend log c \"home by six\"");
  }
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend report                                   this week",
    "mend report last-month --format html -o october.html",
    "mend report month --for counsellor --note k7q2",
};

constexpr Option options[] = {
    {"--format", "text|markdown|html|json|csv", "how it is written"},
    {"--for", "me|partner|counsellor", "what each of them is shown"},
    {"-o,--output", "FILE", "write it to a new file, readable by you alone"},
    {"--notes", "", "with the notes of these days, in your words"},
    {"--note", "ID", "with this entry's words, but no private field for others",
     Option::Times::repeated},
    {"--since", "DAY", "only from this day on"},
    {"--until", "DAY", "only up to this day"},
};

}  // namespace

const Command report_command = {
    "report",
    "Look",
    "[SPAN]",
    "Look back on a week, a month, a year: what was kept, and what was learned.",
    examples,
    "Without a SPAN it is this week. Each step is compared with your own earlier spans of the same "
    "length, and never added to another. Your own actions stand under their step. No other word you "
    "typed is in it unless you ask with --notes or --note.\n\n"
    "For a partner there are no streaks and no words but those of entries you choose; for a "
    "counsellor no words but those, and for both no own actions. Fields that are private never leave, "
    "and both end with a sentence that says what it is not. On a terminal it is shown first, and asks.",
    options,
    WordsAre::arguments,
    run,
    Answer::long_text};

}  // namespace mend
