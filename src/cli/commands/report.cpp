// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/handing_over.hpp"
#include "mend/cli/output_file.hpp"
#include "mend/cli/span_argument.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/domain/units.hpp"
#include "mend/report/report_renderings.hpp"
#include "mend/system/errors.hpp"

#include <array>

namespace mend {
namespace {

enum class ReportFormat { text, markdown, html, json, csv };

constexpr std::array<std::string_view, 5> format_words = {"text", "markdown", "html", "json", "csv"};

ReportFormat read_report_format(const Context& context, const Arguments& arguments) {
  const auto word = arguments.value("format");
  if (!word) return context.is_json() ? ReportFormat::json : ReportFormat::text;
  for (std::size_t i = 0; i < format_words.size(); ++i) {
    if (format_words[i] != listed_word(*word, format_words)) continue;
    const auto format = static_cast<ReportFormat>(i);
    if (context.is_json() && format != ReportFormat::json) {
      stop_usage("--json and --format " + *word + " ask for two formats", "Leave one of them out.");
    }
    return format;
  }
  const std::string hint = *word == "md" ? "Did you mean 'markdown'?" : did_you_mean(*word, format_words);
  stop_usage("'" + *word + "' is not a format of a report",
             hint.empty() ? "Write text, markdown, html, json or csv." : hint);
}

ReportChoice read_report_choice(const Context& context, const Arguments& arguments, Audience audience) {
  ReportChoice choice;
  choice.audience = audience;
  choice.has_notes = arguments.has("notes");
  choice.discretion = context.discretion();
  return choice;
}

void require_own_notes(const Arguments& arguments, Audience audience) {
  if (!arguments.has("notes") || audience == Audience::me) return;
  stop_usage("--notes shows every note, so it is only for your own report",
             "To share a note, choose it with --with ID.");
}

History read_history_for(Context& context, const Arguments& arguments, DayRange span) {
  const bool is_any_chosen = arguments.has("with");
  return context.history(
      [=](const Entry& entry) { return is_any_chosen || has_part_in_report(entry, span); });
}

std::string rendered_report(ReportFormat format, const SpanReport& report, const Zone& zone,
                            const Style& style) {
  switch (format) {
    case ReportFormat::text: return report_text(report_page(report, zone), style);
    case ReportFormat::markdown: return report_markdown(report_page(report, zone));
    case ReportFormat::html: return report_html(report, report_page(report, zone));
    case ReportFormat::json: return report_json(report);
    case ReportFormat::csv: return report_csv(report, zone);
  }
  return {};
}

std::string rendered_report(ReportFormat format, const PartnerShare& share, const Zone& zone, const Style& style) {
  switch (format) {
    case ReportFormat::text: return report_text(partner_page(share, zone), style);
    case ReportFormat::markdown: return report_markdown(partner_page(share, zone));
    case ReportFormat::html: return page_html(partner_page(share, zone));
    case ReportFormat::json: return partner_json(share, "report");
    case ReportFormat::csv: return partner_report_csv(share, zone);
  }
  return {};
}

// Text is made for the terminal, colours and all.
Preview preview_of(ReportFormat format) {
  return format == ReportFormat::text ? Preview::as_it_is : Preview::harmless;
}

int report_to_partner(Context& context, const Arguments& arguments, ReportFormat format, DayRange span,
                      const Style& style) {
  const PartnerShare share =
      read_share_for_partner(context, arguments, span, context.discretion());
  return hand_over(context, arguments, Audience::partner, rendered_report(format, share, context.clock().zone, style),
                   preview_of(format));
}

int run_report(Context& context, const Arguments& arguments) {
  context.require_journal();
  const ReportFormat format = read_report_format(context, arguments);
  const Audience audience = read_audience(arguments, "report");
  require_own_notes(arguments, audience);
  const Day today = context.today();
  const DayRange span = span_argument(context, arguments)
                            .value_or(week_of(today, context.settings().week_start));
  Style style = context.style();
  if (output_file(arguments)) style.color = Color::off;
  if (audience == Audience::partner) {
    return report_to_partner(context, arguments, format, span, style);
  }
  ReportChoice choice = read_report_choice(context, arguments, audience);
  const History history = read_history_for(context, arguments, span);
  choice.chosen = chosen_entries(history, arguments, context.moment());
  const ReportSource source{history.entries, context.settings(), today,
                            context.clock(), context.journal(),  context.now().instant};
  const SpanReport report = read_span_report(source, span, choice);
  if (!choice.chosen.empty() && choice.discretion == Discretion::on) {
    context.hint("With --discreet, entries are shown without their words.");
  }
  const int code = hand_over(context, arguments, audience,
                             rendered_report(format, report, context.clock().zone, style), preview_of(format));
  // On a screen the page says so.
  if (!report.lived && output_file(arguments)) context.hint(extent_words(report));
  if (report.extent == SpanReport::Extent::nothing_written && history.is_whole()) {
    context.hint("Begin with one line:  mend log c \"home by six\"");
  }
  return code;
}

constexpr std::string_view report_examples[] = {
    "mend report                                   this week",
    "mend report last-month --format html -o october.html",
    "mend report month --for counsellor --with k7q2",
};

constexpr Option report_options[] = {
    {"--format", "text|markdown|html|json|csv", "how it is written"},
    {"--for", "me|partner|counsellor", "what each of them is shown"},
    output_option,
    force_option,
    {"--notes", "", "with the notes of these days, in your words"},
    with_option,
    {"--since", "DAY", "only from this day on"},
    {"--until", "DAY", "only up to this day"},
};

}  // namespace

const Command report_command = {
    "report",
    "Look",
    "[SPAN]",
    "Look back on a week, a month, a year: what was kept, and what was learned.",
    report_examples,
    "Without a SPAN it is this week. Each step is compared with your own earlier spans of the same "
    "length, and never added to another. Your own actions are listed under their step. No other "
    "word you typed is in it unless you ask with --notes or --with.\n\n"
    "A partner sees only what you already share: for each step how often it was kept, out of how "
    "often it was due; the promises made to them ('mend config set partner NAME' says who that is); "
    "times apart; and the entries you choose with --with. A counsellor sees the words of chosen "
    "entries only. Neither sees your own actions or private fields. Both reports end with a note on "
    "what the report is not. On a terminal, you first see exactly what will be written, and confirm "
    "it.",
    report_options,
    WordsAre::arguments,
    run_report,
    Answer::long_text};

}  // namespace mend
