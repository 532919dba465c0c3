// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/handing_over.hpp"
#include "mend/cli/output_file.hpp"
#include "mend/cli/span_argument.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/exchange/export.hpp"
#include "mend/report/report_renderings.hpp"
#include "mend/store/attributes_file.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <algorithm>

namespace mend {
namespace {

ExportFormat chosen_format(const Context& context, const Arguments& arguments) {
  const auto word = arguments.value("format");
  if (!word) return ExportFormat::json;
  const auto format = export_format_from_word(lower_case(*word));
  if (!format) {
    const std::string hint = *word == "md" ? "Did you mean 'markdown'?" : did_you_mean(*word, export_format_words);
    stop_usage("there is no format '" + *word + "'",
               hint.empty() ? "The formats are json, csv, toml, markdown and ics." : hint);
  }
  if (context.is_json() && format != ExportFormat::json) {
    stop_usage("--json and --format " + *word + " ask for two formats", "Leave one of them out.");
  }
  return *format;
}

// What is wrong with the file was told when its settings were read.
Attributes read_settings_file(Context& context) {
  context.settings();
  const std::string path = context.journal_settings_file();
  try {
    const auto file = read_file(path);
    if (!file) return {};
    auto settings = read_attributes(file->bytes, path);
    return settings ? *std::move(settings) : Attributes{};
  } catch (const SystemError&) {
    return {};
  }
}

struct Request {
  ExportFormat format;
  Audience audience;
  DayRange span;

  bool wants(const Entry& entry) const { return span.contains(entry.day); }
};

// Takes each text apart as it is put in, so that no two of the whole are held.
std::string framed(const Frame& frame, std::vector<std::string> texts) {
  std::size_t size = frame.begin.size() + frame.end.size();
  for (const std::string& text : texts) size += text.size() + frame.between.size();
  std::string out;
  out.reserve(size);
  out += frame.begin;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += frame.between;
    out += texts[i];
    std::string{}.swap(texts[i]);
  }
  out += frame.end;
  return out;
}

int export_everything(Context& context, const Arguments& arguments, const Request& request) {
  const bool is_json = request.format == ExportFormat::json;
  const auto render = is_json ? json_entry : toml_entry;
  auto texts = context.rendered_history(
      [&](const Entry& entry) { return request.wants(entry); },
      [&](const Entry& entry) { return std::optional{render(entry.keys)}; });
  const Frame frame =
      (is_json ? json_frame : toml_frame)(read_settings_file(context), request.audience);
  return hand_over(context, arguments, request.audience, framed(frame, std::move(texts)),
                   Preview::harmless);
}

std::string rendered_export(ExportFormat format, const ExportSource& source) {
  switch (format) {
    case ExportFormat::csv: return csv_export(source);
    case ExportFormat::markdown: return markdown_export(source);
    case ExportFormat::ics: return ics_export(source);
    case ExportFormat::json:
    case ExportFormat::toml: break;
  }
  const bool is_json = format == ExportFormat::json;
  std::vector<std::string> texts;
  for (const ExportedEntry& entry : source.entries) {
    texts.push_back((is_json ? json_entry : toml_entry)(entry.shown));
  }
  // Nobody else needs the settings, and one's own actions are in them.
  return framed((is_json ? json_frame : toml_frame)({}, source.audience), std::move(texts));
}

int export_entries(Context& context, const Arguments& arguments, const Request& request) {
  const History history = context.history([&](const Entry& entry) {
    return request.wants(entry) || arguments.has("with");
  });
  const auto chosen = chosen_entries(history, arguments, context.moment());
  std::vector<ExportedEntry> entries;
  for (const Entry& entry : history.entries) {
    const bool is_chosen = std::ranges::find(chosen, &entry) != chosen.end();
    if (!request.wants(entry) && !is_chosen) continue;
    entries.push_back({&entry,
                       shared_attributes(entry.keys, request.audience,
                                         is_chosen ? Chosen::yes : Chosen::no)});
  }
  const ExportSource source{entries,           history.entries,   context.settings(),
                            request.audience,  context.today(), context.clock()};
  return hand_over(context, arguments, request.audience, rendered_export(request.format, source),
                   Preview::harmless);
}

std::string rendered_export(ExportFormat format, const PartnerShare& share, const Zone& zone) {
  switch (format) {
    case ExportFormat::json: return partner_json(share, "export");
    case ExportFormat::csv: return partner_export_csv(share);
    case ExportFormat::toml: return partner_toml(share);
    case ExportFormat::markdown: return report_markdown(partner_page(share, zone));
    case ExportFormat::ics: return partner_ics(share);
  }
  return {};
}

int export_to_partner(Context& context, const Arguments& arguments, const Request& request) {
  const PartnerShare share =
      read_share_for_partner(context, arguments, request.span, Discretion::off);
  if (request.format == ExportFormat::ics && !share.entries.empty()) {
    context.hint("A calendar has promises and times apart only; the entries you chose are not in it.");
  }
  return hand_over(context, arguments, request.audience, rendered_export(request.format, share, context.clock().zone),
                   Preview::harmless);
}

// Data is never thinned out; what may not be seen on this screen is not shown on it at all.
void refuse_on_screen(Context& context, const Arguments& arguments, Audience audience) {
  if (context.discretion() == Discretion::off) return;
  const bool is_shown = !output_file(arguments) && context.environment().terminal.is_output;
  const bool is_previewed = audience != Audience::me && context.dialogue() != nullptr;
  if (!is_shown && !is_previewed) return;
  stop_usage(is_shown ? "discreet is on, and an export contains everything you wrote"
                      : "discreet is on, and what you hand over is shown on this terminal first",
             is_shown ? "Write it to a file with -o FILE or to a pipe, or turn discreet off."
                      : "Turn discreet off to look at it, or write it unseen with --no-input.");
}

int run_export(Context& context, const Arguments& arguments) {
  context.require_journal();
  const Request request{chosen_format(context, arguments), read_audience(arguments, "export"),
                        span_argument(context, arguments).value_or(every_day)};
  refuse_on_screen(context, arguments, request.audience);
  if (request.audience == Audience::partner) return export_to_partner(context, arguments, request);
  if (request.audience == Audience::me && arguments.has("with")) {
    stop_usage("--with chooses entries for somebody else; your own export has all of them",
               "Add --for partner or --for counsellor, or leave it out.");
  }
  const bool is_everything =
      request.audience == Audience::me &&
      (request.format == ExportFormat::json || request.format == ExportFormat::toml);
  return (is_everything ? export_everything : export_entries)(context, arguments, request);
}

constexpr std::string_view export_examples[] = {
    "mend export -o everything.json              everything, to import again",
    "mend export 2026 --format csv -o 2026.csv   a year for a spreadsheet",
    "mend export last-month --format markdown --for counsellor",
};

constexpr Option export_options[] = {
    {"--format", "json|csv|toml|markdown|ics", "json unless you say so"},
    {"--for", "me|partner|counsellor", "what each is shown"},
    with_option,
    output_option,
    force_option,
    {"--since", "DAY", "only from this day on"},
    {"--until", "DAY", "only up to this day"},
};

}  // namespace

const Command export_command = {
    "export",
    "Data",
    "[SPAN]",
    "Write the journal out: to keep, to read, to give away.",
    export_examples,
    "json, the usual format, and toml are complete and can be imported again, settings too. csv is "
    "for spreadsheets, markdown to read, ics has promises and spaces for a calendar. A SPAN or "
    "--since and --until limit it. --for partner and --for counsellor leave out what is private: "
    "mend(1) says what. A file that is there already is replaced only with --force.\n\n"
    "With discreet on, everything is still written to a file or a pipe; nothing is printed on a "
    "terminal.",
    export_options,
    WordsAre::arguments,
    run_export};

}  // namespace mend
