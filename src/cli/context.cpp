// SPDX-License-Identifier: MIT
#include "mend/cli/context.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/number.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/system/entry_id.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"
#include "mend/text/fold.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace mend {
namespace {

constexpr std::string_view default_journal = "main";
constexpr std::size_t narrowest = 40;
constexpr std::size_t usual_width = 80;
constexpr std::size_t widest = 200;

std::optional<int> parse_columns(std::string_view text) {
  const auto columns = parse_number<int>(text);
  return columns && *columns >= 1 ? columns : std::nullopt;
}

bool is_set(std::string_view value) { return !value.empty() && value != "0"; }

bool is_utf8_locale(const Environment& environment) {
  for (const std::string_view name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string value{environment.variable(name)};
    if (value.empty()) continue;
    std::ranges::transform(value, value.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

// The option, then NO_COLOR, then CLICOLOR_FORCE, then whether a capable terminal reads along.
Color choose_color(ColorChoice choice, const Environment& environment) {
  if (choice != ColorChoice::automatic) {
    return choice == ColorChoice::always ? Color::on : Color::off;
  }
  if (!environment.variable("NO_COLOR").empty()) return Color::off;
  if (is_set(environment.variable("CLICOLOR_FORCE"))) return Color::on;
  const bool is_capable =
      environment.terminal.is_output && environment.variable("TERM") != "dumb";
  return is_capable ? Color::on : Color::off;
}

std::size_t choose_width(const Environment& environment) {
  auto columns = parse_columns(environment.variable("COLUMNS"));
  if (!columns) columns = environment.terminal.columns;
  if (!columns) return usual_width;
  return std::clamp(static_cast<std::size_t>(*columns), narrowest, widest);
}

bool is_written(Day day) {
  const int year = civil_of(day).year;
  return min_year <= year && year <= max_year;
}

// A value that lacks just its offset, or its time as well, with both.
std::string completed_now(std::string_view given, const Environment& environment) {
  for (const std::string_view time : {"", ":00", "T12:00:00"}) {
    const std::string whole = std::string{given} + std::string{time};
    const auto time_of_utc = parse_rfc3339(whole + "Z");
    if (!time_of_utc) continue;
    const Timestamp local{time_of_utc->instant, environment.zone->offset_at(time_of_utc->instant)};
    return whole + to_rfc3339(local).substr(whole.size());
  }
  return "2026-11-22T19:04:11+01:00";
}

Timestamp choose_now(const Environment& environment) {
  const auto given = environment.variable("MEND_NOW");
  Instant now = environment.now;
  if (!given.empty()) {
    const auto time = parse_rfc3339(given);
    if (!time) {
      stop_usage("MEND_NOW is '" + std::string{given} + "', which is not a time with an offset",
                 "Write it as " + completed_now(given, environment) + ", or unset it.");
    }
    now = time->instant;
  }
  const Timestamp local = environment.zone->local(now);
  if (!is_written(local.day())) {
    stop_usage("MEND_NOW is in a year that no date can be written in",
               "The years are 1 to 9999, in the local time zone.");
  }
  return local;
}

std::vector<std::string> journal_names(const Paths& paths) {
  std::vector<std::string> names = list_folder(paths.data);
  std::erase_if(names, [&](const std::string& name) {
    return !is_journal_name(name) || !is_folder(paths.journal(name));
  });
  return names;
}

// As it is in JSON.
std::string with_quotes_escaped(std::string_view name) {
  std::string escaped;
  for (const char c : name) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

// A name ends where its path goes on, or where a sentence does.
void replace_names(std::string& text, const std::string& folder, const std::string& name,
                   std::string_view sign) {
  constexpr std::string_view ends = "/:;,.'\") \n";
  for (auto at = text.find(folder + name); at != std::string::npos;
       at = text.find(folder + name, at + folder.size())) {
    const auto end = at + folder.size() + name.size();
    const bool is_whole = end == text.size() || ends.find(text[end]) != std::string_view::npos;
    if (is_whole) text.replace(at + folder.size(), name.size(), sign);
  }
}

// Where it is, and nothing of what stands there.
Diagnostic without_quotes(const Diagnostic& diagnostic) {
  Diagnostic masked = diagnostic;
  masked.what = "something here cannot be understood";
  masked.hint.clear();
  return masked;
}

}  // namespace

Result<Paths> find_paths(const Environment& environment) {
  return find_paths(environment.variable("HOME"), environment.variable("XDG_DATA_HOME"),
                    environment.variable("XDG_CONFIG_HOME"), environment.variable("XDG_STATE_HOME"),
                    environment.variable("XDG_CACHE_HOME"));
}

Context::Context(const Environment& environment, const Arguments& arguments)
    : environment_(environment),
      paths_(find_paths(environment)),
      now_(choose_now(environment)),
      may_ask_(!arguments.has("no-input")),
      is_json_(arguments.has("json")),
      is_quiet_(arguments.has("quiet")),
      is_dry_run_(arguments.has("dry-run")) {
  const bool is_discreet =
      arguments.has("discreet") || is_set(environment.variable("MEND_DISCREET"));
  discretion_ = is_discreet ? Discretion::on : Discretion::off;
  read_config_file();
  if (config_.discreet) discretion_ = Discretion::on;
  choose_journal(arguments);
  choose_style(arguments);
}

const Paths& Context::paths() const {
  if (!paths_) throw Stop(exit_usage, paths_.error());
  return *paths_;
}

bool Context::is_interactive() const {
  const Terminal& terminal = environment_.terminal;
  return terminal.is_input && terminal.is_output && may_ask_;
}

Dialogue* Context::dialogue() {
  if (environment_.dialogue == nullptr || !is_interactive() || is_json_) return nullptr;
  if (!dialogue_) dialogue_.emplace(*environment_.dialogue, style_.width);
  return &*dialogue_;
}

void Context::read_config_file() {
  if (!paths_) return;
  std::optional<FileContent> file;
  try {
    file = read_file(paths_->config_file);
  } catch (const SystemError& error) {
    warn(error.what());
    has_unread_ = true;
  }
  if (!file) return;
  auto result = read_config(file->bytes, paths_->config_file);
  config_ = std::move(result.settings);
  note_damage(result.problems);
}

// A folder can have the same name with its accents encoded otherwise, as other systems write them.
std::string Context::folder_name(const std::string& journal) const {
  const bool is_plain = std::ranges::all_of(journal, [](char c) { return c > 0; });
  if (is_plain || !paths_ || !is_journal_name(journal) || is_folder(paths_->journal(journal))) return journal;
  const std::string looked_for = composed(journal);
  for (const std::string& name : list_folder(paths_->data)) {
    if (composed(name) == looked_for && is_folder(paths_->journal(name))) return name;
  }
  return journal;
}

void Context::choose_journal(const Arguments& arguments) {
  journal_ = config_.journal;
  if (const auto variable = environment_.variable("MEND_JOURNAL"); !variable.empty()) {
    journal_ = variable;
  }
  if (const auto option = arguments.value("journal")) journal_ = *option;
  journal_ = folder_name(journal_);
  if (!is_journal_name(journal_)) {
    const std::string shown = discretion_ == Discretion::on ? "that" : "'" + journal_ + "'";
    stop_usage(shown + " cannot be the name of a journal",
               "A name has no '/', does not begin with '.' or '-', and is at most 100 bytes long.");
  }
}

void Context::choose_style(const Arguments& arguments) {
  ColorChoice choice = config_.color;
  if (const auto option = arguments.value("color")) {
    const auto known = color_from_word(lower_case(*option));
    if (!known) {
      stop_usage("'" + *option + "' is not a choice for --color", "Write auto, always or never.");
    }
    choice = *known;
  }
  style_.color = choose_color(choice, environment_);
  style_.charset = is_utf8_locale(environment_) ? Charset::unicode : Charset::ascii;
  style_.width = choose_width(environment_);
}

std::string Context::with_discreet_paths(std::string text) const {
  if (discretion_ == Discretion::off || !paths_) return text;
  const std::vector<std::string> folders = {paths_->data + "/", paths_->undo("")};
  const bool has_path = std::ranges::any_of(folders, [&](const std::string& folder) {
    return text.find(folder) != std::string::npos;
  });
  if (!has_path) return text;
  std::vector<std::string> names = journal_names(*paths_);
  names.push_back(journal_);
  std::erase(names, default_journal);
  // One name can be the beginning of another.
  std::ranges::sort(names, std::greater<>{}, &std::string::size);
  for (const std::string& folder : folders) {
    for (const std::string& name : names) {
      replace_names(text, folder, name, style_.ellipsis());
      replace_names(text, folder, with_quotes_escaped(name), style_.ellipsis());
    }
  }
  return text;
}

Style Context::style_for_lines() const {
  Style style = style_;
  if (!environment_.terminal.is_output) style.width = std::numeric_limits<std::size_t>::max();
  return style;
}

JournalPlace Context::place(const std::string& journal) const {
  std::string init = "mend init";
  if (journal != default_journal) {
    init += " -j " + (discretion_ == Discretion::on ? std::string{"NAME"} : journal);
  }
  return JournalPlace{paths().journal(journal), paths().marks(), std::move(init)};
}

// Making what a file is in the way of says that; it is no folder to be read.
void Context::require_readable_folder() const {
  if (!is_blocked_by_file(journal_folder())) list_journal(place());
}

void Context::require_readable_journal() const {
  if (is_missing_put_off_) list_journal(place());
}

// Is it missing, or cannot be read, and the refusal put off?
bool Context::is_missing_now() const {
  if (!is_missing_put_off_) return false;
  try {
    require_readable_folder();
    return false;
  } catch (const SystemError&) {
    return true;
  }
}

std::string Context::take_entry_id() {
  return reserved_id_.empty() ? make_entry_id() : std::exchange(reserved_id_, {});
}

void Context::note_missing_journal(const std::string& journal) {
  try {
    list_journal(place(journal));
  } catch (const SystemError& error) {
    warn(Diagnostic{error.what(), {}, 0, 0, error.hint()});
    has_unread_ = true;
  }
}

void Context::require_journal() const {
  if (journal_ == default_journal || is_folder(journal_folder()) || is_missing_now()) return;
  list_journal(place());
  if (discretion_ == Discretion::on) {
    stop_usage("there is no journal of that name", "'mend init -j NAME' creates one.");
  }
  std::vector<std::string> names = journal_names(paths());
  names.emplace_back(default_journal);
  const std::vector<std::string_view> views{names.begin(), names.end()};
  std::string hint = did_you_mean(journal_, views);
  if (!hint.empty()) hint += ' ';
  stop_usage("there is no journal '" + journal_ + "'",
             hint + "'mend init -j " + journal_ + "' creates it.");
}

const JournalSettings& Context::settings() {
  if (settings_) return *settings_;
  const std::string path = journal_settings_file();
  std::optional<FileContent> file;
  try {
    file = read_file(path);
  } catch (const SystemError& error) {
    if (is_missing_now()) return settings_.emplace();
    require_readable_folder();
    warn(error.what());
    has_unread_ = true;
    settings_.emplace().has_all_actions = false;
    return *settings_;
  }
  if (!file && !is_missing_put_off_) list_journal(place());
  settings_.emplace();
  if (!file) return *settings_;
  auto result = read_journal_settings(file->bytes, path);
  *settings_ = std::move(result.settings);
  note_damage(result.problems);
  return *settings_;
}

Day Context::today() { return current_day(now_, settings()); }

History Context::history(const WantsWords& wants_words, std::map<std::string, MonthContent> known) {
  settings();  // what they say wrong is damage of what was read, used or not
  History history = read_history(place(), wants_words, std::move(known));
  note_unread(history.damage, history.unread);
  return history;
}

std::vector<std::string> Context::rendered_history(const WantsWords& wants_words,
                                                   const RenderEntry& render) {
  RenderedHistory history = render_history(place(), wants_words, render);
  note_unread(history.damage, history.unread);
  return std::move(history.texts);
}

void Context::note_unread(const std::vector<Diagnostic>& damage,
                          const std::vector<std::string>& unread) {
  note_damage(damage);
  for (const std::string& each : unread) warn(each);
  has_unread_ = has_unread_ || !unread.empty();
}

void Context::hint(std::string_view text) {
  if (is_quiet_) return;
  err_ += harmless(text, LineBreaks::kept);
  err_ += '\n';
}

void Context::warn(std::string_view text) { warn(Diagnostic{std::string{text}, {}, 0, 0, {}}); }

// The same damage can be met while writing and again while reading; it is told once.
void Context::warn(const Diagnostic& diagnostic) {
  const bool may_quote_file = discretion_ == Discretion::on && !diagnostic.file.empty();
  const std::string text = message(may_quote_file ? without_quotes(diagnostic) : diagnostic);
  if (err_.find(text) == std::string::npos) err_ += text;
}

void Context::note_damage(const std::vector<Diagnostic>& problems) {
  for (const Diagnostic& problem : problems) warn(problem);
  has_damage_ = has_damage_ || !problems.empty();
}

void Context::retract_warnings() {
  err_.clear();
  has_damage_ = false;
  has_unread_ = false;
}

int Context::exit_code(int code) const {
  if (is_saved_) return code;
  if (has_unread_) return exit_io;
  return has_damage_ ? static_cast<int>(exit_damaged) : code;
}

std::string message(const Diagnostic& diagnostic) {
  std::string text = "mend: ";
  if (!diagnostic.file.empty()) {
    text += diagnostic.file + ":";
    if (diagnostic.line > 0) {
      text += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ":";
    }
    text += " ";
  }
  text += diagnostic.what;
  std::string out = harmless(text) + "\n";
  if (!diagnostic.hint.empty()) out += "      " + harmless(diagnostic.hint) + "\n";
  return out;
}

}  // namespace mend
