// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/handing_over.hpp"
#include "mend/cli/output_file.hpp"
#include "mend/cli/span_argument.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/exchange/export.hpp"
#include "mend/store/attributes_file.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

ExportFormat chosen_format(const Context& context, const Arguments& arguments) {
  const auto word = arguments.value("format");
  if (!word) return ExportFormat::json;
  const auto format = export_format_from_word(lower_case(*word));
  if (!format) {
    const std::string hint = did_you_mean(*word, export_format_words);
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
  Discretion discretion;
  DayRange span;

  bool wants(const Facts& facts) const { return span.contains(facts.day); }

  // Nothing when the entry is not for them at all.
  std::optional<Attributes> shown(const Attributes& entry) const {
    if (!is_shared(entry, audience)) return std::nullopt;
    Attributes shared = shared_attributes(entry, audience);
    return discretion == Discretion::on ? without_words(shared) : std::move(shared);
  }
};

// To standard output, or into a new file once a person at a terminal has seen it and agrees.
int deliver(Context& context, const Arguments& arguments, const Request& request, std::string text) {
  const auto file = arguments.value("output");
  if (!file) {
    context.print_large(std::move(text));
    return exit_done;
  }
  Dialogue* const dialogue = request.audience == Audience::me ? nullptr : context.dialogue();
  if (dialogue != nullptr && !is_confirmed(*dialogue, harmless(text, LineBreaks::kept))) {
    context.hint("Nothing was handed over.");
    return exit_no;
  }
  write_output(context, *file, text);
  return exit_done;
}

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

int export_entry_by_entry(Context& context, const Arguments& arguments, const Request& request) {
  const bool is_json = request.format == ExportFormat::json;
  Attributes settings;
  // Nobody else needs them, and one's own actions are in them.
  if (request.audience == Audience::me) settings = read_settings_file(context);
  if (request.discretion == Discretion::on) settings = settings_without_words(settings);
  const auto render = is_json ? json_entry : toml_entry;
  auto texts = context.rendered_history(
      [&](const Facts& facts) { return request.wants(facts); },
      [&](const Facts&, const Attributes& entry) -> std::optional<std::string> {
        const auto shown = request.shown(entry);
        if (!shown) return std::nullopt;
        return render(*shown);
      });
  const Frame frame = (is_json ? json_frame : toml_frame)(settings, request.audience);
  return deliver(context, arguments, request, framed(frame, std::move(texts)));
}

int export_whole(Context& context, const Arguments& arguments, const Request& request) {
  const History history = context.history([&](const Facts& facts) { return request.wants(facts); });
  std::vector<ExportedEntry> entries;
  for (std::size_t i = 0; i < history.facts.size(); ++i) {
    if (!request.wants(history.facts[i])) continue;
    if (auto shown = request.shown(history.attributes[i])) {
      entries.push_back({&history.facts[i], *std::move(shown)});
    }
  }
  const ExportSource source{entries,           history.facts,   context.settings(),
                            request.audience,  context.today(), context.clock()};
  const auto render = request.format == ExportFormat::csv        ? csv_export
                      : request.format == ExportFormat::markdown ? markdown_export
                                                                 : ics_export;
  return deliver(context, arguments, request, render(source));
}

int run(Context& context, const Arguments& arguments) {
  context.require_journal();
  const Request request{chosen_format(context, arguments), read_audience(arguments, "export"),
                        context.discretion(),
                        span_argument(context, arguments).value_or(every_day)};
  const bool is_by_entry =
      request.format == ExportFormat::json || request.format == ExportFormat::toml;
  return (is_by_entry ? export_entry_by_entry : export_whole)(context, arguments, request);
}

constexpr std::string_view examples[] = {
    "mend export -o everything.json              everything, to import again",
    "mend export 2026 --format csv -o 2026.csv   a year for a spreadsheet",
    "mend export last-month --format markdown --for counsellor",
};

constexpr Option options[] = {
    {"--format", "json|csv|toml|markdown|ics", "json unless you say so"},
    {"--for", "me|partner|counsellor", "what each is shown"},
    {"-o,--output", "FILE", "write it to a new file, readable by you alone"},
    {"--since", "DAY", "only from this day on"},
    {"--until", "DAY", "only up to this day"},
};

}  // namespace

const Command export_command = {
    "export",
    "Data",
    "[SPAN]",
    "Write the journal out: to keep, to read, to give away.",
    examples,
    "json, the usual format, and toml are complete and can be imported again, settings too. csv is "
    "for spreadsheets, markdown to read, ics has promises and spaces for a calendar. A SPAN or --since "
    "and --until limit it. --for partner and --for counsellor leave out what is private: mend(1) says "
    "what. A file that is there already is never overwritten.",
    options,
    WordsAre::arguments,
    run};

}  // namespace mend
