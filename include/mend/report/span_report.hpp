// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/ledger.hpp"
#include "mend/report/audience.hpp"
#include "mend/report/calendar.hpp"
#include "mend/report/json.hpp"
#include "mend/report/kept_of_asked.hpp"
#include "mend/report/report_source.hpp"
#include "mend/report/step_row.hpp"
#include "mend/report/suggestion.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// The one model behind every format of `report`: numbers and states, and words only where they were
// asked for. It never adds steps together.

// A step, or one of one's own actions under it.
struct StepReport {
  Step step = Step::apology;
  std::string action;  // key, of one of one's own actions
  Cadence cadence;     // of an own action without one, `as-needed` that nobody wrote
  KeptOfAsked kept;
  bool has_begun = false;           // was it ever kept, up to the last day?
  std::vector<KeptOfAsked> before;  // earlier spans of the same length, nearest first
  std::vector<KeptOfAsked> trend;   // by weeks or months, oldest first
  // As of the last day; absent for who is shown no streaks, and for what has none.
  std::optional<StepRow> row;
  // Of a step: its own actions that asked for something in these days or were done in them.
  std::vector<StepReport> actions;
};

struct PromiseReport {
  int made = 0;  // those given in these days
  int kept = 0, late = 0, missed = 0, dropped = 0, released = 0;
  int changed = 0;  // how often one was moved
  int open = 0;     // as of the last day
  int overdue = 0;  // of these, those past their time by then
  int hard = 0, hard_kept = 0;

  int settled() const { return kept + late + missed + dropped + released; }
  int rated() const { return kept + late + missed; }  // what the kept rate is of
};

struct ApologyReport {
  int notes = 0;
  int acknowledged = 0, regret = 0, heard_first = 0;
  int asked_once = 0, asked_not_yet = 0, chose_not = 0;
  // Of the promises attached to these apologies, by FollowThrough: kept, all of them, and open.
  int followed = 0, follow_through = 0, still_open = 0;
};

struct SpaceReport {
  int agreed = 0;
  int asked_by_me = 0, asked_by_them = 0, asked_by_both = 0;
  int on_time = 0, late = 0, extended = 0, ended = 0;
  bool is_open = false;
};

struct HonestyReport {
  int conversations = 0;  // those with minutes
  std::int64_t listened = 0, talked = 0;
  int by_me = 0, they_asked = 0;
  std::int64_t interrupted = 0;
  int defended = 0, not_defended = 0;
};

struct EmpathyReport {
  int notes = 0;
  int right = 0, partly = 0, wrong = 0, not_asked = 0;

  int checked() const { return right + partly + wrong; }
  int put_right() const { return partly + wrong; }
};

struct PatienceReport {
  int let_go = 0, acted_on = 0;
};

// A change made earlier that is due another look.
struct ChangeDue {
  const Entry* entry = nullptr;
  Day made;
  Day due;
  int after = 0;  // days; 0 for a day that was chosen
};

struct ResponsibilityReport {
  int said_first = 0, pointed_out = 0;
  int changes = 0;
  int holds = 0, holds_no_more = 0;
  std::vector<ChangeDue> due;
};

struct SetbackReport {
  const Entry* entry = nullptr;
  Day day;
  Step step = Step::apology;
  Severity severity = Severity::slip;
  std::string told;  // `yes`, `no`, `found-out` or empty

  // The first thing kept after it, of any step.
  struct Followed {
    Step step;
    int days;
  };
  std::optional<Followed> followed;
};

// Something learned: a field of a note or setback that looks ahead.
struct Learned {
  const Entry* entry = nullptr;
  std::string_view field;
};

// An entry shown with what its reader may see of it.
struct ShownEntry {
  const Entry* entry = nullptr;
  Attributes attributes;
};

struct SpanReport {
  DayRange span;
  Day today;
  Day first_day;  // of the journal
  std::optional<DayRange> lived;
  Audience audience = Audience::me;  // me or counsellor: a partner's is a PartnerShare
  Discretion discretion = Discretion::off;
  int entries = 0;
  enum class Extent { some, nothing_written, before_the_journal, to_come, empty } extent = Extent::some;

  std::vector<StepReport> steps;
  Calendar calendar;
  PromiseReport promises;
  ApologyReport apologies;
  SpaceReport spaces;
  HonestyReport honesty;
  EmpathyReport empathy;
  PatienceReport patience;
  ResponsibilityReport responsibility;
  std::vector<SetbackReport> setbacks;
  std::vector<Learned> learned;
  std::string_view question;
  std::optional<Suggestion> next;  // what `suggest` says today
  std::vector<ShownEntry> shown;  // only those asked for
  std::vector<Agreement> limits;  // those in force, for a counsellor
};

// Which entries are shown with their words, and to whom.
struct ReportChoice {
  Audience audience = Audience::me;
  bool has_notes = false;
  std::vector<const Entry*> chosen;
  Discretion discretion = Discretion::off;
};

SpanReport read_span_report(const ReportSource& source, DayRange span, const ReportChoice& choice);

}  // namespace mend
