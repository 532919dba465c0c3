// SPDX-License-Identifier: MIT
#include "mend/cli/recording.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/tags.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/domain/schema.hpp"
#include "mend/domain/step_days.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/system/entry_id.hpp"
#include "mend/system/files.hpp"
#include "mend/system/standard_streams.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t longest_text = std::size_t{8} * 1024 * 1024;

std::string without_final_newline(std::string text) {
  if (text.ends_with('\n')) {
    text.pop_back();
    if (text.ends_with('\r')) text.pop_back();
  }
  return text;
}

bool is_text_from_input(const Arguments& arguments, std::size_t first) {
  return arguments.words().size() == first + 1 && arguments.words()[first] == "-" && !arguments.is_literal(first);
}

std::string joined_words(const Arguments& arguments, std::size_t first) {
  std::string text;
  for (std::size_t i = first; i < arguments.words().size(); ++i) {
    if (i > first) text += ' ';
    text += arguments.words()[i];
  }
  return text;
}

JournalWriter open_journal_to_record(const Context& context) {
  return JournalWriter{context.place(), context.paths().undo(context.journal()),
                       std::chrono::seconds{context.config().lock_timeout}};
}

// The least of the characters of ids that comes after this one, or 0.
char next_character(char character) {
  char next = '\0';
  for (const char each : id_characters) {
    if (each > character && (next == '\0' || each < next)) next = each;
  }
  return next;
}

// `fresh`, made greater than `newest` in as small a step as leaves room for many more. What somebody
// wrote by hand can leave no room: then it is `fresh` itself.
std::string id_after(const std::string& newest, const std::string& fresh) {
  constexpr std::size_t first_changed = 2;
  if (newest.empty()) return fresh;
  for (std::size_t i = first_changed; i < std::min(newest.size(), fresh.size()); ++i) {
    const char next = next_character(newest[i]);
    if (next != '\0') return newest.substr(0, i) + next + fresh.substr(i + 1);
  }
  return fresh;
}

void note_saved(Context& context, const Saved& saved) {
  context.note_saved();
  for (const Diagnostic& warning : saved.warnings) context.warn(warning);
}

// What they are refused for by what the journal says is no failure to save them.
std::vector<Attributes> made_or_refused(Context& context,
                                        const std::function<std::vector<Attributes>()>& make_entries) {
  try {
    return make_entries();
  } catch (const Stop& refusal) {
    if (refusal.code() == exit_no) context.hold({}, Typed::on_the_line);
    throw;
  }
}

void show_dry_run(Context& context, const std::string& command, Day day,
                  const std::vector<Attributes>& entries) {
  JournalWriter::require_writable(context.place(), month_of(day));
  if (context.is_json()) {
    context.print(entries_json(command, entries, context.discretion(), true));
  } else {
    print_dry_run(context, day, entries);
  }
  context.note_saved();
}

void answer_saved(Context& context, const std::string& command,
                  const std::vector<Attributes>& entries, Saved saved,
                  const std::function<void(const History&)>& answer) {
  if (context.is_json()) {
    context.print(entries_json(command, entries, context.discretion()));
  } else if (!context.is_quiet()) {
    answer(context.history(no_words, {{saved.file, std::move(saved.content)}}));
  }
}

// An entry from before all others moves the day the journal begins on, and with it what is asked.
void hint_at_beginning(Context& context, const History& history, std::size_t saved, Day day) {
  if (day >= context.today() || !history.is_whole()) return;
  const Beginning beginning = read_beginning(history.entries, context.today(), context.clock());
  const auto may_begin = [=](const Entry& entry) {
    return entry.day == day && entry.kind != Kind::rest && entry.kind != Kind::setback;
  };
  const auto that_day = std::ranges::count_if(history.entries, may_begin);
  if (beginning.first != day || static_cast<std::size_t>(that_day) > saved) return;
  hint_at_new_beginning(context, history, day);
}

}  // namespace

void hint_at_new_beginning(Context& context, const History& history, Day day) {
  const Beginning beginning = read_beginning(history.entries, context.today(), context.clock());
  const std::string now = "Your journal now starts on " + describe(day, context.today());
  if (is_far_before(beginning)) {
    const int years = civil_of(*beginning.next).year - civil_of(day).year;
    context.hint(now + ", " + quantity(std::max(years, 1), "year", "years") +
                 " before anything else in it. If that is a typing mistake, 'mend undo' takes it back.");
  } else {
    context.hint(now + ". Days before it count as rest.");
  }
}

Day recorded_day(Context& context, const Arguments& arguments) {
  const Day today = context.today();
  const auto text = arguments.value("on");
  if (!text) return today;
  const Day day = or_usage_error(parse_day(*text, today));
  if (day > today) {
    stop_usage(describe(day, today) + " has not come yet",
               "Record it once it has come; only 'mend rest' takes days ahead.");
  }
  return day;
}

std::optional<std::string> read_text(Context& context, const Arguments& arguments,
                                     std::size_t first) {
  const std::size_t count = arguments.words().size() - std::min(first, arguments.words().size());
  if (count == 0) {
    if (!context.environment().terminal.is_input && is_input_waiting()) {
      refuse_waiting_input("Write - in place of the text");
    }
    return std::nullopt;
  }
  if (!is_text_from_input(arguments, first)) {
    std::string text = joined_words(arguments, first);
    if (!has_words(text)) return std::nullopt;
    return text;
  }
  if (context.environment().terminal.is_input) context.require_readable_journal();
  std::string text = read_piped_text(context);
  if (!has_words(text)) return std::nullopt;
  return text;
}

bool is_yet_to_be_typed(const Context& context, const Arguments& arguments, std::size_t first) {
  if (!context.environment().terminal.is_input) return false;
  return is_text_from_input(arguments, first) || arguments.has("edit");
}

void refuse_waiting_input(std::string_view way_in) {
  stop_usage("there is text on standard input, but mend reads it only if you write -",
             std::string{way_in} + ", or add </dev/null to ignore it.");
}

std::string read_piped_text(Context& context) {
  std::string text = without_final_newline(context.unsaved().read_input(longest_text));
  if (const auto offset = first_invalid_byte(text)) {
    stop_usage("byte " + std::to_string(*offset + 1) + " of standard input is not UTF-8",
               "Texts have to be UTF-8.");
  }
  return text;
}

Attributes new_entry(Context& context, Day day, Kind kind) {
  return {{"id", {context.take_entry_id()}},
          {"day", {DateText{to_iso(day)}}},
          {"at", {DateText{to_rfc3339(context.now())}}},
          {"kind", {std::string{word_of(kind)}}}};
}

Attributes new_event(Context& context, Day day, Kind opening, const std::string& id,
                     std::span<const Entry> entries) {
  const EventKey about = *event_about(opening);
  std::string newest;
  for (const Entry& each : entries) {
    const bool is_of_this_second = each.at && each.at->instant == context.now().instant;
    if (each.kind == about.event && each.reference == id && is_of_this_second) {
      newest = std::max(newest, each.id);
    }
  }
  Attributes entry = new_entry(context, day, about.event);
  entry.front().value = {id_after(newest, *entry.front().value.text())};
  append_text(entry, std::string{about.key}, id);
  return entry;
}

void append_text(Attributes& entry, const std::string& key, const std::string& text) {
  entry.push_back({key, {text}});
}

std::string read_choice(const Arguments& arguments, std::string_view option, Kind kind,
                        std::string_view key) {
  const auto word = arguments.value(option);
  if (!word) return {};
  const auto choices = choices_of(kind, key);
  if (const auto known = listed_word(*word, choices); !known.empty()) return std::string{known};
  std::string all;
  for (const auto choice : choices) all += (all.empty() ? "" : ", ") + std::string{choice};
  const std::string hint = did_you_mean(*word, choices);
  stop_usage("'" + *word + "' does not fit --" + std::string{option},
             hint.empty() ? "Write one of " + all + "." : hint);
}

void append_tags(Attributes& entry, const Arguments& arguments) {
  Values tags;
  for (std::string& tag : read_tags(arguments.values("tag"))) tags.push_back({std::move(tag)});
  if (!tags.empty()) entry.push_back({"tags", {std::move(tags)}});
}

Saved save_entries(Context& context, const std::string& command, Day day,
                   const std::vector<Attributes>& entries, Typed typed) {
  context.hold(entries, typed);
  Saved saved = open_journal_to_record(context).add(command, month_of(day), entries);
  note_saved(context, saved);
  return saved;
}

void print_dry_run(Context& context, Day day, const std::vector<Attributes>& entries) {
  std::string text = "would add to " + month_file_name(month_of(day)) + ":\n";
  for (const Attributes& entry : entries) {
    const bool is_discreet = context.discretion() == Discretion::on;
    text += "\n" + write_entry(is_discreet ? without_words(entry) : entry, LineEnding::lf);
  }
  context.print(text);
}

void save_and_answer(Context& context, const std::string& command, Day day,
                     const std::vector<Attributes>& entries,
                     const std::function<void(const History&)>& answer) {
  context.require_journal();
  if (context.is_dry_run()) {
    show_dry_run(context, command, day, entries);
    return;
  }
  answer_saved(context, command, entries, save_entries(context, command, day, entries), answer);
}

void save_and_answer(Context& context, const std::string& command, Day day,
                     const std::function<std::vector<Attributes>()>& make_entries,
                     const std::function<void(const History&)>& answer,
                     std::vector<Attributes> drafts) {
  context.require_journal();
  if (context.is_dry_run()) {
    show_dry_run(context, command, day, make_entries());
    return;
  }
  context.hold(std::move(drafts), Typed::on_the_line);
  // A journal that is not there is not made for a refusal.
  if (!is_folder(context.journal_folder())) made_or_refused(context, make_entries);
  JournalWriter writer = open_journal_to_record(context);
  const std::vector<Attributes> entries = made_or_refused(context, make_entries);
  context.hold(entries, Typed::on_the_line);
  Saved saved = writer.add(command, month_of(day), entries);
  note_saved(context, saved);
  answer_saved(context, command, entries, std::move(saved), answer);
}

void print_kept(Context& context, const History& history, std::span<const Kept> all, Day day) {
  context.print(kept_answer(context, history, all, day));
  context.print(day_answer(context, day));
  hint_at_beginning(context, history, all.size(), day);
}

}  // namespace mend
