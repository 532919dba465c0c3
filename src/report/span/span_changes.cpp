// SPDX-License-Identifier: MIT
#include "span_sections.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

// After as many days a change is looked at again, unless a day was chosen.
constexpr std::array<int, 2> usual_looks = {30, 90};

// A look a few days early counts for the one that was due.
constexpr int early_look = 7;

std::optional<Day> date_of(const Attributes& attributes, std::string_view key) {
  const Value* const value = find_value(attributes, key);
  const auto* const date = value == nullptr ? nullptr : std::get_if<DateText>(&value->content);
  return date == nullptr ? std::nullopt : parse_iso_day(date->text);
}

bool is_look(const Entry& entry) {
  if (entry.step != Step::responsibility) return false;
  if (entry.kind == Kind::action) return entry.action == "looked-again";
  return entry.kind == Kind::note && answer_of(entry.keys, "still_holds").has_value();
}

class ChangesDue {
 public:
  explicit ChangesDue(const ReportPart& part) : part_(part) {
    for (const Entry& entry : part.source.entries) {
      if (entry.day <= part.source.today && is_look(entry)) looks_.push_back(entry.day);
    }
  }

  void add(const Entry& entry) {
    const Day made = entry.day;
    if (const auto chosen = date_of(entry.keys, "look_again")) {
      add({&entry, made, *chosen, 0});
      return;
    }
    for (const int days : usual_looks) add({&entry, made, made + days, days});
  }

  std::vector<ChangeDue> take() {
    std::ranges::stable_sort(due_, {}, &ChangeDue::due);
    return std::move(due_);
  }

 private:
  void add(ChangeDue change) {
    const bool was_looked_at = std::ranges::any_of(
        looks_, [&](Day look) { return look > change.made && look >= change.due - early_look; });
    if (part_.span.contains(change.due) && !was_looked_at) due_.push_back(change);
  }

  const ReportPart& part_;
  std::vector<Day> looks_;
  std::vector<ChangeDue> due_;
};

}  // namespace

ResponsibilityReport read_responsibility(const ReportPart& part) {
  ResponsibilityReport report;
  for_each_of(part, Kind::note, Step::responsibility, [&](const Entry& note) {
                const Attributes& entry = note.keys;
                if (const auto first = answer_of(entry, "before_asked")) {
                  ++(*first ? report.said_first : report.pointed_out);
                }
                if (const auto holds = answer_of(entry, "still_holds")) {
                  ++(*holds ? report.holds : report.holds_no_more);
                }
                if (!text_of(entry, "change").empty()) ++report.changes;
              });
  ChangesDue due{part};
  for (const Entry& entry : part.source.entries) {
    const bool is_note = entry.kind == Kind::note && entry.step == Step::responsibility;
    if (is_note && entry.day <= part.source.today &&
        !text_of(entry.keys, "change").empty()) {
      due.add(entry);
    }
  }
  report.due = due.take();
  return report;
}

}  // namespace mend
