// SPDX-License-Identifier: MIT
#include "mend/cli/checkin.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/report/checkin_plan.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr Letter step_letters[] = {
    {'k', "kept"}, {'n', "note"}, {'s', "setback"}, {'t', "not today"}, {'q', "leave"}};
constexpr Letter severity_letters[] = {{'s', "slip"}, {'l', "lapse"}, {'b', "breach"}};
constexpr Letter told_letters[] = {
    {'y', "yes, I told them"}, {'n', "not yet"}, {'f', "found out"}, {'o', "leave it open"}};

std::string offered(const std::vector<Step>& steps) {
  std::string names;
  for (const Step step : steps) {
    names += (names.empty() ? "" : ", ") + std::string{key_of(step)};
  }
  return names;
}

// The words of `severity` and `told` in files.
std::string severity_of(char letter) {
  return letter == 'b' ? "breach" : letter == 'l' ? "lapse" : "slip";
}
std::string told_of(char letter) {
  return letter == 'f' ? "found-out" : letter == 'n' ? "no" : "yes";
}

}  // namespace

int Checkin::run() {
  int code = exit_done;
  try {
    talk();
  } catch (const Left&) {
    code = exit_done;
  } catch (const SystemError& error) {
    if (error.failure() != Failure::interrupted) throw;
    code = exit_interrupted;
  }
  record_.print_ending();
  return code;
}

void Checkin::talk() {
  const History history = context_.history(no_words);
  const auto rows = read_step_rows(history.facts, context_.settings(), day_, context_.clock());
  const CheckinPlan plan = plan_checkin(rows);
  questions_.say(describe(day_, context_.today()) +
                 ". Enter passes a question by, q leaves, and every answer is saved at once.\n");
  if (plan.asked.empty()) questions_.say("\nNothing more is asked of this day.\n");
  for (const Step step : plan.asked) ask_about(step);
  ask_about_others(plan.others);
}

StepRow Checkin::row_of(Step step) const {
  const History history = context_.history(no_words);
  return read_step_rows(history.facts, context_.settings(), day_, context_.clock())[index_of(step)];
}

void Checkin::ask_about(Step step) {
  const std::string lately = lately_phrase(row_of(step));
  questions_.say("\n" + context_.style().painted(content_of(step).title, Paint::bold) + "\n");
  if (!lately.empty()) questions_.say(lately + "\n");
  switch (questions_.choose(step_letters, 't')) {
    case 'k': ask_action(step); break;
    case 'n': ask_note(step); break;
    case 's': ask_setback(step); break;
    case 'q': throw Left{};
    default: break;
  }
}

// Whoever has been asked about is not offered again, but can be named.
void Checkin::ask_about_others(std::vector<Step> others) {
  while (true) {
    questions_.say("\n" + (others.empty() ? "" : "Others: " + offered(others) + "\n"));
    const auto word = questions_.words("Another step, or Enter to end > ");
    if (!word || *word == "q") return;
    const auto step = parse_step(*word);
    if (!step) {
      questions_.say(harmless(step.error().what + ". " + step.error().hint) + "\n");
      continue;
    }
    ask_about(*step);
    std::erase(others, *step);
  }
}

void Checkin::ask_action(Step step) {
  const StepGuide guide = read_step_guide(step, context_.settings(), context_.settings().role, day_);
  std::vector<std::string> keys;
  std::vector<std::string> texts;
  for (const ActionContent& action : guide.actions) {
    keys.emplace_back(action.key);
    texts.emplace_back(action.text);
  }
  for (const OwnAction& own : guide.own_actions) {
    if (context_.discretion() == Discretion::on) break;
    keys.push_back(own.key);
    texts.push_back(own.text.empty() ? own.key : own.text);
  }
  questions_.say_numbered(texts);
  const auto answer =
      questions_.pick("A number, your own words, or Enter for a bare tick > ", keys.size());
  record_.begin(entry_of(Kind::action, step));
  if (!answer) {
    record_.save();
  } else if (const auto* const index = std::get_if<std::size_t>(&*answer)) {
    record_.add("action", {keys[*index]});
  } else {
    record_.add("text", {std::get<std::string>(*answer)});
  }
  say_kept(step);
}

void Checkin::ask_note(Step step) {
  const StepGuide guide = read_step_guide(step, context_.settings(), context_.settings().role, day_);
  questions_.say("To think about:\n");
  for (const PromptContent& prompt : guide.prompts) questions_.say_behind("  ", prompt.text);
  questions_.say("Enter passes a question by, a single . ends the note.\n");
  record_.begin(entry_of(Kind::note, step));
  const auto text = questions_.words("In your words > ");
  if (text && *text != ".") record_.add("text", {*text});
  if (text != ".") add_fields(Kind::note, step, content_of(step).fields);
  if (record_.is_saved()) say_kept(step);
}

void Checkin::ask_setback(Step step) {
  const SetbackContent& content = setback_content();
  for (const SeverityContent& each : content.severities) {
    questions_.say_behind("  ", std::string{each.key} + ": " + std::string{each.text});
  }
  const std::string severity = severity_of(questions_.choose(severity_letters, 's'));
  record_.begin(entry_of(Kind::setback, step));
  record_.add("severity", {severity});
  if (const auto text = questions_.words("What happened, in your words > ")) {
    record_.add("text", {*text});
  }
  questions_.say("Do they know?\n");
  const char told = questions_.choose(told_letters, 'o');
  if (told != 'o') record_.add("told", {told_of(told)});
  add_fields(Kind::setback, step, content.fields);
  if (context_.is_dry_run()) return;
  questions_.say(std::string{severity == "breach" ? content.reply_breach : content.reply} + "\n");
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

void Checkin::say_kept(Step step) {
  if (context_.is_dry_run() || context_.is_quiet()) return;
  const std::vector<StepRow> rows = {row_of(step)};
  questions_.say(kept_text(rows, context_.style()));
}

}  // namespace mend
