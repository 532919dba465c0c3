// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/report/text.hpp"
#include "mend/store/journal_writer.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string one_of(Kind kind) {
  const std::string word{word_of(kind)};
  return (kind == Kind::action || kind == Kind::outcome ? "an " : "a ") + word;
}

// One entry on its way from what it is to what it will be.
class EntryEdit {
 public:
  EntryEdit(Context& context, const Facts& facts, const Attributes& entry)
      : context_(context), facts_(facts), entry_(entry), step_(facts.step), day_(facts.day) {}

  void apply(const Arguments& arguments) {
    if (const auto step = arguments.value("step")) change_step(*step);
    if (arguments.has("on")) change_day(arguments);
    if (const auto text = arguments.value("text")) change_text(*text == "-" ? read_piped_text() : *text);
    for (const std::string& field : arguments.values("field")) change_field(field);
    if (arguments.has("tag")) change_tags(arguments.values("tag"));
  }

  void apply(const Composition& before, const Composition& after) {
    if (after.text != before.text) change_text(after.text);
    for (const auto& [name, value] : before.fields) {
      if (!after.fields.contains(name)) change(name, std::nullopt);
    }
    for (const auto& [name, value] : after.fields) {
      const auto old = before.fields.find(name);
      if (old == before.fields.end() || old->second != value) set_field(name, value);
    }
  }

  std::span<const FieldContent> fields() const {
    const bool has_fields = facts_.kind == Kind::note || facts_.kind == Kind::setback;
    return has_fields && step_ ? content_of(*step_).fields : std::span<const FieldContent>{};
  }

  Day day() const { return day_; }
  bool is_changed() const { return !changes_.empty(); }
  Attributes so_far() const { return changed(entry_, changes_); }

  // The changes and when they were made. Throws Stop (usage) when the entry could not be read then.
  std::vector<KeyChange> finished() {
    change("edited", Value{DateText{to_rfc3339(context_.now())}});
    const Attributes result = changed(entry_, changes_);
    const bool is_empty_note =
        facts_.kind == Kind::note && find_value(result, "text") == nullptr &&
        std::ranges::none_of(fields(), [&](const FieldContent& field) {
          return find_value(result, field.name) != nullptr;
        });
    if (is_empty_note) stop_usage("the note would be empty", "'mend rm' removes it.");
    const MonthDocument document{write_entry(result, LineEnding::lf), ""};
    const auto damage = document.content(no_words).damage;
    if (!damage.empty()) stop_usage(damage.front().what, damage.front().hint);
    return changes_;
  }

 private:
  void change(const std::string& key, std::optional<Value> value) {
    changes_.push_back({key, std::move(value)});
  }

  void change_step(const std::string& word) {
    if (!facts_.step) {
      stop_usage(one_of(facts_.kind) + " belongs to no step");
    }
    const Step step = or_usage_error(parse_step(word));
    if (!facts_.action.empty() && find_action(step, facts_.action) == nullptr &&
        context_.settings().find_action(step, facts_.action) == nullptr) {
      stop_usage("'" + std::string{key_of(step)} + "' has no action '" + facts_.action + "'",
                 "Remove this entry and log the right one.");
    }
    step_ = step;
    change("step", Value{std::string{key_of(step)}});
  }

  void change_day(const Arguments& arguments) {
    const Day today = context_.today();
    const bool is_rest = facts_.kind == Kind::rest;
    if (!is_rest) {
      day_ = recorded_day(context_, arguments);
    } else {
      const DayRange days = or_usage_error(parse_rest_days(*arguments.value("on"), today));
      const int length = facts_.rest.last - facts_.rest.first;
      day_ = days.first;
      change("from", Value{DateText{to_iso(days.first)}});
      change("to", Value{DateText{to_iso(days.first == days.last ? days.first + length : days.last)}});
    }
    change("day", Value{DateText{to_iso(day_)}});
  }

  void change_text(const std::string& text) {
    const bool has_text = facts_.kind != Kind::rest && facts_.kind != Kind::outcome &&
                          facts_.kind != Kind::comeback;
    if (!has_text) stop_usage(one_of(facts_.kind) + " has no text");
    if (text.empty() && facts_.kind == Kind::promise) stop_usage("a promise needs a text");
    if (text.empty()) {
      change("text", std::nullopt);
    } else {
      change("text", Value{text});
    }
  }

  void change_field(const std::string& field) {
    const auto equals = field.find('=');
    const std::string name = field.substr(0, equals);
    if (equals == std::string::npos) {
      stop_usage("the field '" + name + "' needs a value",
                 "Write -f " + name + "=\"...\", or -f " + name + "= to take it out.");
    }
    const std::string value = field.substr(equals + 1);
    if (value.empty()) {
      change(name, std::nullopt);
    } else {
      set_field(name, value);
    }
  }

  void set_field(const std::string& name, const std::string& value) {
    if (fields().empty()) {
      stop_usage(one_of(facts_.kind) + " has no field '" + name + "'");
    }
    change(name, parse_note_field(context_, *step_, name, value));
  }

  void change_tags(const std::vector<std::string>& tags) {
    Values values;
    for (const std::string& tag : tags) {
      if (!tag.empty()) values.push_back({tag});
    }
    if (values.empty()) {
      change("tags", std::nullopt);
    } else {
      change("tags", Value{std::move(values)});
    }
  }

  Context& context_;
  const Facts& facts_;
  const Attributes& entry_;
  std::optional<Step> step_;
  Day day_;
  std::vector<KeyChange> changes_;
};

void answer(Context& context, const SeenEntry& seen, const std::vector<KeyChange>& changes) {
  const Attributes result = changed(seen.attributes, changes);
  if (context.is_json()) {
    context.print(entries_json("edit", std::span{&result, 1}, context.discretion(),
                               context.is_dry_run()));
    return;
  }
  if (context.is_quiet()) return;
  context.print(context.is_dry_run() ? "would become\n" : "edited; 'mend undo' takes it back\n");
  context.print(show_text(context.discretion() == Discretion::on ? without_words(result) : result));
}

void save(Context& context, const SeenEntry& seen, EntryEdit& edit) {
  const auto changes = edit.finished();
  if (!context.is_dry_run()) {
    JournalWriter writer{context.journal_folder(), context.paths().undo(context.journal()),
                         std::chrono::seconds{context.config().lock_timeout}};
    const auto warnings = writer.edit("edit", seen, changes, month_of(edit.day()));
    if (!warnings) stop_unchanged(warnings.error());
    for (const Diagnostic& warning : *warnings) context.warn(warning);
  }
  context.note_saved();
  answer(context, seen, changes);
}

int run(Context& context, const Arguments& arguments) {
  if (arguments.words().size() != 1) {
    stop_usage("edit takes one entry", "Its id is in 'mend list'; @1 is the last one there.");
  }
  context.require_journal();
  const History history = context.history(all_words);
  const std::size_t index = find_entries(history, arguments.words()).front();
  const Facts& facts = history.facts[index];
  const SeenEntry seen{history.files[facts.place.file], facts.place.index,
                       history.attributes[index]};
  EntryEdit edit{context, facts, seen.attributes};
  edit.apply(arguments);
  if (edit.is_changed() && !arguments.has("edit")) {
    save(context, seen, edit);
    return exit_done;
  }
  if (!can_compose(context)) {
    stop_usage("what should change?",
               "Say it with --text, -f, --on, --step or -t; the editor needs a terminal.");
  }
  EntryTemplate content;
  content.heading = "Entry " + facts.id + ", " + describe(facts.day, context.today()) + ".";
  content.fields = edit.fields();
  content.composition = composition_of(edit.so_far(), content.fields);
  const Composition before = read_template(write_template(content));
  compose(context, content, [&](const Composition& after) {
    edit.apply(before, after);
    save(context, seen, edit);
  }, edit.is_changed() ? Unchanged::is_enough : Unchanged::is_nothing);
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend edit @1                      the last entry, in the editor",
    "mend edit k7q2 --text \"home by half past six\"",
    "mend edit k7q2 --on yesterday -f they_needed=\"quiet\" -t school",
};

constexpr Option options[] = {
    {"--text", "TEXT", "another text; - reads standard input, an empty one takes it out"},
    {"-f,--field", "FIELD=VALUE", "a field; an empty value takes it out", Option::Times::repeated},
    {"-d,--on", "DAY", "the day it counts for"},
    {"--step", "STEP", "the step it belongs to"},
    {"-t,--tag", "TAG", "in the place of all its tags", Option::Times::repeated},
    edit_option,
};

}  // namespace

const Command edit_command = {
    "edit",
    "Change",
    "ID",
    "Change an entry, in the editor or by options.",
    examples,
    "Only the keys that change are rewritten; comments and everything else stay. An entry that is "
    "moved to a day of another month moves to that month's file.",
    options,
    WordsAre::arguments,
    Completes::nothing,
    run};

}  // namespace mend
