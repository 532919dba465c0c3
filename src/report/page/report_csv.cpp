// SPDX-License-Identifier: MIT
#include "mend/report/report_renderings.hpp"
#include "mend/text/csv.hpp"

#include <string>

namespace mend {
namespace {

class CsvReport {
 public:
  CsvReport(const SpanReport& report, const Zone& zone) : report_(report), zone_(zone) {}

  std::string render() {
    out_ = csv_row({"section", "item", "measure", "value"});
    if (report_.extent == SpanReport::Extent::some) {
      add_steps();
      add_agreements();
      add_notes();
      add_looking_back();
    }
    if (report_.audience != Audience::me) {
      add("closing", "", "text", std::string{shared_closing});
    }
    return std::move(out_);
  }

 private:
  void add(std::string_view section, std::string_view item, std::string_view measure,
           const std::string& value) {
    out_ += csv_row({std::string{section}, std::string{item}, std::string{measure}, value});
  }

  void add(std::string_view section, std::string_view measure, std::int64_t value) {
    add(section, "", measure, std::to_string(value));
  }

  void add_kept(std::string_view step, const std::string& start, const KeptOfAsked& kept) {
    add("steps", step, start + "kept", std::to_string(kept.kept));
    if (kept.asked) add("steps", step, start + "asked", std::to_string(*kept.asked));
    add("steps", step, start + "days", std::to_string(kept.days_kept));
  }

  void add_steps() {
    for (const StepReport& step : report_.steps) {
      add_step(step, std::string{key_of(step.step)});
      for (const StepReport& action : step.actions) {
        add_step(action, std::string{key_of(step.step)} + "/" + action.action);
      }
    }
  }

  void add_step(const StepReport& step, const std::string& name) {
    add_kept(name, "", step.kept);
    for (const KeptOfAsked& before : step.before) {
      add_kept(name, "from " + to_iso(before.days.first) + " ", before);
    }
    if (step.row && step.row->streak.current) {
      add("steps", name, "current", std::to_string(*step.row->streak.current));
    }
  }

  void add_agreements() {
    const PromiseReport& promises = report_.promises;
    add("promises", "given", promises.made);
    add("promises", "kept", promises.kept);
    add("promises", "late", promises.late);
    add("promises", "changed", promises.changed);
    add("promises", "missed", promises.missed);
    add("promises", "dropped", promises.dropped);
    add("promises", "released", promises.released);
    add("promises", "open", promises.open);
    add("promises", "overdue", promises.overdue);
    add("promises", "hard", promises.hard);
    add("promises", "hard kept", promises.hard_kept);
    const ApologyReport& apologies = report_.apologies;
    add("apologies", "notes", apologies.notes);
    add("apologies", "follow-through kept", apologies.followed);
    add("apologies", "follow-through of", apologies.follow_through);
    const SpaceReport& spaces = report_.spaces;
    add("space", "agreed", spaces.agreed);
    add("space", "on-time", spaces.on_time);
    add("space", "late", spaces.late);
    add("space", "extended", spaces.extended);
    add("space", "ended", spaces.ended);
  }

  void add_notes() {
    const HonestyReport& honesty = report_.honesty;
    add("honesty", "conversations", honesty.conversations);
    add("honesty", "listened_min", honesty.listened);
    add("honesty", "talked_min", honesty.talked);
    add("honesty", "by me", honesty.by_me);
    add("honesty", "they asked", honesty.they_asked);
    add("honesty", "interrupted", honesty.interrupted);
    const EmpathyReport& empathy = report_.empathy;
    add("empathy", "notes", empathy.notes);
    add("empathy", "checked", empathy.checked());
    add("empathy", "put right", empathy.put_right());
    add("patience", "let go", report_.patience.let_go);
    add("patience", "acted on", report_.patience.acted_on);
    const ResponsibilityReport& part = report_.responsibility;
    add("responsibility", "before asked", part.said_first);
    add("responsibility", "pointed out", part.pointed_out);
    add("responsibility", "changes", part.changes);
    for (const ChangeDue& change : part.due) {
      add("responsibility", item_of(change.entry), "due", to_iso(change.due));
    }
  }

  void add_looking_back() {
    for (const SetbackReport& setback : report_.setbacks) {
      const std::string item = item_of(setback.entry);
      add("setbacks", item, "day", to_iso(setback.day));
      add("setbacks", item, "step", std::string{key_of(setback.step)});
      if (report_.discretion == Discretion::off) {
        add("setbacks", item, "severity", std::string{word_of(setback.severity)});
      }
      if (!setback.followed) continue;
      add("setbacks", item, "followed by", std::string{key_of(setback.followed->step)});
      add("setbacks", item, "followed after days", std::to_string(setback.followed->days));
    }
    for (const Learned& learned : report_.learned) {
      add("learned", item_of(learned.entry), "field", std::string{learned.field});
    }
    if (!report_.question.empty()) add("question", "", "text", std::string{report_.question});
    if (report_.next) add_next(*report_.next);
    for (const ShownEntry& shown : report_.shown) {
      for (const std::string& words : words_of(shown.attributes, zone_)) {
        add("notes", item_of(shown.entry), "words", words);
      }
    }
  }

  void add_next(const Suggestion& next) {
    add("next", std::string{key_of(next.step)} + "/" + next.action, "text", next.text);
  }

  static std::string item_of(const Entry* entry) {
    return entry->id.empty() ? to_iso(entry->day) : entry->id;
  }

  const SpanReport& report_;
  const Zone& zone_;
  std::string out_;
};

}  // namespace

std::string report_csv(const SpanReport& report, const Zone& zone) {
  return CsvReport{report, zone}.render();
}

}  // namespace mend
