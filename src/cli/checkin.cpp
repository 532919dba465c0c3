// SPDX-License-Identifier: MIT
#include "mend/cli/checkin.hpp"

#include "mend/cli/command.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/limits.hpp"
#include "mend/system/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/setback_answer.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/step_days.hpp"
#include "mend/report/checkin_plan.hpp"
#include "mend/report/limit_list.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/streak_phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr Letter step_letters[] = {
    {'k', "kept"}, {'n', "note"}, {'s', "setback"}, {'t', "not today"}, {'q', "leave"}};
// Enter alone writes nothing here: who came by mistake gets back to the step.
constexpr Letter severity_letters[] = {
    {'s', "slip"}, {'l', "lapse"}, {'b', "breach"}, {'g', "go back"}, {'q', "leave"}};
constexpr Letter discreet_severity_letters[] = {
    {'s', "least"}, {'l', "more"}, {'b', "most"}, {'g', "go back"}, {'q', "leave"}};
// Before its time has come a promise or a space can get another one; afterwards only what became of
// it is asked.
constexpr Letter due_letters[] = {
    {'k', "kept"}, {'m', "missed"}, {'c', "another time"}, {'l', "later"}, {'q', "leave"}};
constexpr Letter overdue_letters[] = {{'k', "kept"}, {'m', "missed"}, {'l', "later"}, {'q', "leave"}};
constexpr Letter space_letters[] = {
    {'b', "back"}, {'c', "another time"}, {'l', "not yet"}, {'q', "leave"}};
constexpr Letter space_over_letters[] = {{'b', "back"}, {'l', "not yet"}, {'q', "leave"}};
constexpr Letter told_letters[] = {{'y', "yes, I told them"},
                                   {'n', "not yet"},
                                   {'f', "found out"},
                                   {'o', "leave it for now"},
                                   {'q', "leave"}};

std::string offered(const std::vector<Step>& steps) {
  std::string names;
  for (const Step step : steps) {
    names += (names.empty() ? "" : ", ") + std::string{key_of(step)};
  }
  return names;
}

Severity severity_of(char letter) {
  return letter == 'b' ? Severity::breach : letter == 'l' ? Severity::lapse : Severity::slip;
}

// Of several open spaces the one that `space back` ends: the one begun last.
const Entry* newest_space(const std::vector<Waiting>& open) {
  const Entry* newest = nullptr;
  for (const Waiting& each : open) {
    const bool is_newer = newest == nullptr || listed_before(*newest, *each.entry);
    if (each.kind == Kind::space && is_newer) newest = each.entry;
  }
  return newest;
}

// The word of `told` in files; empty when it is left open.
std::string told_of(char letter) {
  switch (letter) {
    case 'y': return "yes";
    case 'n': return "no";
    case 'f': return "found-out";
    default: return {};
  }
}

}  // namespace

int Checkin::run() {
  int code = exit_done;
  try {
    talk();
  } catch (const Left&) {
    code = exit_done;
  } catch (const SystemError& error) {
    if (error.failure() != Failure::interrupted) {
      record_.print_ending();
      throw;
    }
    code = exit_interrupted;
  } catch (const Stop&) {
    record_.print_ending();
    throw;
  }
  record_.print_ending();
  return code;
}

void Checkin::talk() {
  questions_.say(describe(day_, context_.today()) +
                 ". Enter skips a question, q leaves, and every answer is saved at once.\n");
  say_limits();
  ask_about_waiting();
  // Read afterwards: a promise that was kept has kept its step.
  const History history = context_.history(no_words);
  const CheckinPlan plan = plan_checkin(
      read_step_rows(history.entries, context_.settings(), day_, context_.clock()));
  if (plan.asked.empty()) questions_.say("\nNothing more is asked today.\n");
  for (const AskedStep& each : plan.asked) ask_about(each.step, each.actions);
  ask_about_others(plan.others);
}

// What was agreed to stays in sight; nothing is asked about it.
void Checkin::say_limits() {
  if (context_.discretion() == Discretion::on) return;
  const History history = limit_history(context_);
  const Ledger ledger = read_ledger(history.entries, context_.moment());
  for (const Agreement& limit : limits_in_force(ledger, context_.moment())) {
    questions_.say("Limit: " + harmless(limit_phrase(limit, context_.local_day())) + "\n");
  }
}

void Checkin::ask_about_waiting() {
  const History history = context_.history([](const Entry& entry) {
    return entry.kind == Kind::promise || entry.kind == Kind::space;
  });
  const auto words = [&](const Waiting& waiting) {
    if (context_.discretion() == Discretion::on) return std::string{};
    const std::string text = harmless(text_of(waiting.entry->keys, "text"));
    return text.empty() ? text : ": " + text;
  };
  const Instant now = context_.now().instant;
  const Entry* const space = newest_space(read_waiting(history.entries, day_, context_.clock(), now));
  for (const Waiting& each : read_due(history.entries, day_, context_.clock(), now)) {
    const std::string& id = each.entry->id;
    if (id.empty() || (each.kind == Kind::space && each.entry != space)) continue;
    const bool is_of_later_day = each.entry->day > day_;
    if (is_of_later_day && day_ != context_.today()) continue;
    const std::string when =
        (each.is_over ? ", was " : ", ") +
        (each.kind == Kind::space ? describe_until(each.deadline, context_.local_day())
                                  : "due " + describe(each.deadline, context_.local_day())) +
        words(each) + "\n";
    if (each.kind == Kind::space) {
      questions_.say("\nA space" + when);
      ask_about_space(each.is_over);
    } else {
      questions_.say("\nA promise" + when);
      ask_about_promise(id, each.is_over);
    }
  }
}

void Checkin::ask_about_promise(const std::string& id, bool is_over) {
  const std::span<const Letter> letters =
      is_over ? std::span<const Letter>{overdue_letters} : std::span<const Letter>{due_letters};
  Arguments arguments;
  arguments.set_words({id});
  switch (questions_.choose(letters, 'l')) {
    case 'k': run_command("promise keep", "promise", arguments); break;
    case 'm': run_command("promise miss", "promise", arguments); break;
    case 'c': ask_another_time("promise change", "due", arguments); break;
    default: break;
  }
}

void Checkin::ask_about_space(bool is_over) {
  const std::span<const Letter> letters =
      is_over ? std::span<const Letter>{space_over_letters} : std::span<const Letter>{space_letters};
  switch (questions_.choose(letters, 'l')) {
    case 'b': run_command("space back", "return", {}); break;
    case 'c': ask_another_time("space extend", "until", {}); break;
    default: break;
  }
}

// Again, until it can be taken.
void Checkin::ask_another_time(std::string_view command, const std::string& option,
                               Arguments arguments) {
  while (const auto when = questions_.words("When, such as fri@18:00 or +3d > ")) {
    arguments.set(option, {*when});
    if (run_command(command, "new time", arguments)) return;
  }
}

// As if it had been typed; what it refuses is told, and the talk goes on.
bool Checkin::run_command(std::string_view name, std::string_view what, Arguments arguments) {
  if (day_ != context_.today()) arguments.set("on", {to_iso(day_)});
  bool is_taken = true;
  try {
    find_command(name)->run(context_, arguments);
    if (!context_.is_dry_run()) record_.note(what);
  } catch (const Stop& stop) {
    is_taken = false;
    questions_.say_why(stop.diagnostic());
  }
  const std::string printed = context_.take_printed();
  if (!printed.empty()) questions_.say(printed);
  return is_taken;
}

StepRow Checkin::row_of(Step step) const {
  const History history = context_.history(no_words);
  return read_step_rows(history.entries, context_.settings(), day_, context_.clock())[index_of(step)];
}

void Checkin::ask_about(Step step, const std::vector<std::string>& actions) {
  const std::string lately = lately_phrase(row_of(step));
  questions_.say("\n" + context_.style().painted(content_of(step).title, Paint::bold) + "\n");
  if (!lately.empty()) questions_.say(lately + "\n");
  say_asked_actions(step, actions);
  while (true) {
    switch (questions_.choose(step_letters, 't')) {
      case 'k': ask_action(step); return;
      case 'n': ask_note(step); return;
      case 's':
        if (ask_setback(step) == Setback::begun) return;
        break;
      default: return;
    }
  }
}

// One's own actions that the day asks, by name.
void Checkin::say_asked_actions(Step step, const std::vector<std::string>& actions) {
  if (context_.discretion() == Discretion::on) return;
  for (const std::string& key : actions) {
    const OwnAction* const own = context_.settings().find_action(step, key);
    const bool has_text = own != nullptr && !own->text.empty();
    questions_.say("Due today: " + harmless(has_text ? own->text + " (" + key + ")" : key) + "\n");
  }
}

// Whoever has been asked about is not offered again, but can be named.
void Checkin::ask_about_others(std::vector<Step> others) {
  while (true) {
    questions_.say("\n" + (others.empty() ? "" : "Others: " + offered(others) + "\n"));
    const auto word = questions_.words("Another step, or Enter to end > ");
    if (!word) return;
    const auto step = parse_step(*word);
    if (!step) {
      questions_.say(harmless(step.error().what + ". " + step.error().hint) + "\n");
      continue;
    }
    ask_about(*step, {});
    std::erase(others, *step);
  }
}

void Checkin::ask_action(Step step) {
  const StepGuide guide = read_step_guide(step, context_.settings(), context_.settings().role, day_);
  std::vector<std::string> keys;
  std::vector<std::string> texts;
  for (const OwnAction& own : guide.own_actions) {
    if (context_.discretion() == Discretion::on) break;
    keys.push_back(own.key);
    texts.push_back(own.text.empty() ? own.key : own.text);
  }
  for (const ActionContent& action : guide.actions) {
    keys.emplace_back(action.key);
    texts.emplace_back(action.text);
  }
  questions_.say_numbered(texts);
  const auto answer =
      questions_.pick_several("Numbers, your own words, or Enter to log it without words > ", keys.size());
  std::vector<Attributes> entries;
  if (!answer) {
    entries.push_back(entry_of(Kind::action, step));
  } else if (const auto* const indices = std::get_if<std::vector<std::size_t>>(&*answer)) {
    for (const std::size_t index : *indices) {
      entries.push_back(entry_of(Kind::action, step));
      append_text(entries.back(), "action", keys[index]);
    }
  } else {
    entries.push_back(entry_of(Kind::action, step));
    append_text(entries.back(), "text", std::get<std::string>(*answer));
  }
  record_.save_all(entries);
  say_kept(entries);
}

void Checkin::ask_note(Step step) {
  const StepGuide guide = read_step_guide(step, context_.settings(), context_.settings().role, day_);
  questions_.say("To think about:\n");
  for (const PromptContent& prompt : guide.prompts) questions_.say_behind("  ", prompt.text);
  questions_.say("Enter skips a question, a single . ends the note.\n");
  record_.begin(entry_of(Kind::note, step));
  const auto text = questions_.words("In your words > ");
  if (text && *text != ".") record_.add("text", {*text});
  if (text != ".") add_fields(Kind::note, step, content_of(step).fields);
  if (record_.is_saved()) say_kept({&record_.newest(), 1});
}

Checkin::Setback Checkin::ask_setback(Step step) {
  const SetbackContent& content = setback_content();
  const bool is_discreet = context_.discretion() == Discretion::on;
  if (!is_discreet) {
    for (const SeverityContent& each : content.severities) {
      questions_.say_behind("  ", std::string{each.key} + ": " + std::string{each.text});
    }
  }
  const char letter =
      questions_.choose(is_discreet ? discreet_severity_letters : severity_letters, 'g');
  if (letter == 'g') return Setback::not_begun;
  const Severity severity = severity_of(letter);
  record_.begin(entry_of(Kind::setback, step));
  record_.add("severity", {std::string{word_of(severity)}});
  if (const auto text = questions_.words("What happened, in your words > ")) {
    record_.add("text", {*text});
  }
  std::string told;
  if (!is_discreet) {
    questions_.say("Do they know?\n");
    told = told_of(questions_.choose(told_letters, 'o'));
  }
  if (!told.empty()) record_.add("told", {told});
  add_fields(Kind::setback, step, content.fields);
  if (!context_.is_dry_run()) {
    questions_.say(setback_answer(context_, context_.history(no_words), record_.newest()));
  }
  return Setback::begun;
}

void Checkin::add_fields(Kind kind, Step step, std::span<const FieldContent> fields) {
  for (const FieldContent& field : fields) {
    const auto answer = questions_.field(kind, step, field);
    if (answer.is_enough) return;
    if (answer.value) record_.add(field.name, *answer.value);
  }
}

Attributes Checkin::entry_of(Kind kind, Step step) const {
  Attributes entry = new_entry(context_, day_, kind);
  append_text(entry, "step", std::string{key_of(step)});
  return entry;
}

void Checkin::say_kept(std::span<const Attributes> written) {
  if (context_.is_dry_run() || context_.is_quiet()) return;
  std::vector<Kept> kept;
  for (const Attributes& entry : written) kept.push_back(kept_by(entry));
  questions_.say(kept_answer(context_, context_.history(no_words), kept, day_));
}

}  // namespace mend
