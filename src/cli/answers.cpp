// SPDX-License-Identifier: MIT
#include "mend/cli/answers.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/step_days.hpp"
#include "mend/report/streak_phrases.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// With discretion, nothing that somebody typed.
std::string action_words(Context& context, const Kept& kept) {
  if (kept.action.empty()) return {};
  if (const auto* const action = find_action(kept.step, kept.action)) {
    return std::string{action->text};
  }
  if (context.discretion() == Discretion::on) return {};
  const OwnAction* const own = context.settings().find_written_action(kept.step, kept.action);
  return harmless(own == nullptr || own->text.empty() ? kept.action : own->text);
}

bool is_kept_on(Context& context, const History& history, Step step, Day day) {
  const auto days =
      read_step_days(history.entries, context.settings(), context.today(), context.clock());
  return days[index_of(step)].is_kept(day);
}

class KeptAnswer {
 public:
  KeptAnswer(Context& context, const History& history, std::span<const Kept> all, Day day)
      : context_(context),
        history_(history),
        all_(all),
        day_(day),
        rows_(read_step_rows(history.entries, context.settings(), context.today(), context.clock())) {}

  std::string render() {
    std::vector<Recorded> lines;
    for (const Kept& kept : all_) lines.push_back(line_of(kept));
    std::string out = recorded_text(lines, context_.style());
    // Below, and not before an id: the command can be copied as it is.
    if (says_why_noted_) out += "A note does not keep this step; log an action, too:  mend log c\n";
    for (const StepRow& row : rows_) {
      if (!begins_again(row)) continue;
      const std::string why = ended_phrase(row);
      if (why.empty()) continue;
      for (const std::string& line : wrapped(why, context_.style().width)) out += line + "\n";
    }
    return out;
  }

 private:
  Recorded line_of(const Kept& kept) {
    Recorded line{"kept", Paint::green, std::string{key_of(kept.step)}, {}, {}};
    if (!kept.id.empty()) line.name = entry_name(history_, kept.id);
    const bool is_noted = kept.kind == Kind::note && !is_kept_by_notes(kept.step);
    if (is_noted) line.verb = "noted";
    if (is_noted && !is_kept_on(context_, history_, kept.step, day_)) {
      line.paint = Paint::plain;
      says_why_noted_ = true;
      return line;
    }
    const bool is_event = kept.kind == Kind::outcome || kept.kind == Kind::comeback;
    if (is_event && !is_kept_on(context_, history_, kept.step, day_)) {
      // It was agreed on a clock ahead of this one, and streaks go by days.
      line.paint = Paint::plain;
      line.words = std::string{"counts from the day "} +
                   (kept.kind == Kind::outcome ? "it was promised" : "the space began") +
                   ", which has not come here yet";
      return line;
    }
    line.words = action_words(context_, kept);
    // Once for a step, however much was written for it.
    if (said_.test(index_of(kept.step))) return line;
    said_.set(index_of(kept.step));
    const std::string lately = lately_phrase(rows_[index_of(kept.step)]);
    line.words += (line.words.empty() || lately.empty() ? "" : "; ") + lately;
    return line;
  }

  // Is this what a streak counts from, after two quiet units ended the one before?
  bool begins_again(const StepRow& row) const {
    const bool is_named = std::ranges::find(all_, row.step, &Kept::step) != all_.end();
    const auto& ended = row.streak.ended;
    if (!is_named || day_ != row.day || row.today != DayState::kept) return false;
    if (!ended || ended->kept_since != 1) return false;
    const bool was_reached_before = row.unit && row.unit->got > std::max(row.unit->asked, 1);
    return !was_reached_before && std::ranges::none_of(row.entries, [&](const Entry* entry) {
      return is_from_before(*entry);
    });
  }

  bool is_from_before(const Entry& entry) const {
    const bool may_keep = entry.kind == Kind::action || entry.kind == Kind::note ||
                          entry.result == Outcome::kept || entry.result == Outcome::on_time;
    return may_keep && std::ranges::find(all_, entry.id, &Kept::id) == all_.end();
  }

  Context& context_;
  const History& history_;
  std::span<const Kept> all_;
  Day day_;
  std::vector<StepRow> rows_;
  StepSet said_;
  bool says_why_noted_ = false;
};

}  // namespace

Kept kept_by(const Attributes& entry) {
  return {step_from_key(text_of(entry, "step")).value_or(Step::apology),
          kind_from_word(text_of(entry, "kind")).value_or(Kind::action),
          std::string{text_of(entry, "action")}, std::string{text_of(entry, "id")}};
}

std::string kept_answer(Context& context, const History& history, std::span<const Kept> all,
                        Day day) {
  return KeptAnswer{context, history, all, day}.render();
}

std::string day_answer(Context& context, Day day) {
  return day == context.today() ? std::string{} : "for " + describe(day, context.today()) + "\n";
}

std::string recorded_answer(Context& context, const History& history, std::string verb,
                            std::string subject, std::string words, const std::string& id) {
  const Recorded line{std::move(verb), Paint::plain, std::move(subject), std::move(words),
                      entry_name(history, id)};
  return recorded_text({&line, 1}, context.style());
}

}  // namespace mend
