// SPDX-License-Identifier: MIT
#include "mend/report/span_report.hpp"

#include "mend/domain/schema.hpp"
#include "span_sections.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

constexpr std::size_t most_spans_before = 3;
constexpr DayRange no_days{Day{1}, Day{0}};

class StepReader {
 public:
  StepReader(const ReportSource& source, DayRange span, DayRange lived,
             std::span<const StepDays> all_days, const ReportChoice& choice)
      : source_(source), span_(span), lived_(lived), all_days_(all_days), choice_(choice) {
    rows_ = read_step_rows(source.entries, source.settings, lived.last, source.clock);
  }

  std::vector<StepReport> read() const {
    std::vector<StepReport> steps;
    for (const Step step : all_steps) {
      const StepDays& days = all_days_[index_of(step)];
      StepReport report;
      report.step = step;
      report.cadence = source_.settings.cadence_of(step);
      count(days, days.first(), report);
      for (const DayRange& part : trend_spans(lived_, days.first(), source_.settings.week_start)) {
        report.trend.push_back(kept_of_asked(days, report.cadence, part));
      }
      if (!rows_.empty()) report.row = rows_[index_of(step)];
      add_actions(days, report);
      steps.push_back(std::move(report));
    }
    return steps;
  }

 private:
  KeptOfAsked kept_of_asked(const StepDays& days, const Cadence& cadence, DayRange part) const {
    return read_kept_of_asked(days, cadence, source_.settings.week_start, part);
  }

  void count(const StepDays& days, Day first, StepReport& report) const {
    report.kept = kept_of_asked(days, report.cadence, span_);
    for (Day day = days.first(); day <= lived_.last && !report.has_begun; day = day + 1) {
      report.has_begun = days.is_kept(day);
    }
    for (const DayRange& before : spans_before(span_, first, most_spans_before)) {
      report.before.push_back(kept_of_asked(days, report.cadence, before));
    }
  }

  void add_actions(const StepDays& step_days, StepReport& step) const {
    if (!shows_own_actions(choice_.audience, choice_.discretion)) return;
    for (const OwnAction& action : source_.settings.actions) {
      if (action.step != step.step) continue;
      StepReport report;
      report.step = step.step;
      report.action = action.key;
      report.cadence = action.cadence.value_or(Cadence{Cadence::Form::as_needed, {}, 0, {}});
      const StepDays days = read_action_days(source_.entries, action, step_days);
      count(days, days.begin(), report);
      report.row = row_of(action, step);
      const bool asked = action.cadence && days.since() <= lived_.last &&
                         action.until.value_or(lived_.last) >= lived_.first;
      if (asked || report.kept.days_kept > 0) step.actions.push_back(std::move(report));
    }
  }

  static std::optional<StepRow> row_of(const OwnAction& action, const StepReport& step) {
    if (!step.row) return std::nullopt;
    const auto& rows = step.row->actions;
    const auto found = std::ranges::find(rows, action.key, &StepRow::action);
    return found == rows.end() || !found->is_current ? std::nullopt : std::optional{*found};
  }

  const ReportSource& source_;
  DayRange span_;
  DayRange lived_;
  std::span<const StepDays> all_days_;
  const ReportChoice& choice_;
  std::vector<StepRow> rows_;
};

bool is_lived_in(const Entry& entry, DayRange lived) {
  if (entry.kind != Kind::rest) return lived.contains(entry.day);
  return entry.rest.first <= lived.last && entry.rest.last >= lived.first;
}

int count_entries(std::span<const Entry> entries, DayRange lived) {
  return static_cast<int>(
      std::ranges::count_if(entries, [&](const Entry& entry) { return is_lived_in(entry, lived); }));
}

// What was written before any step was kept, a setback for one, has its place in a report too.
Day first_written(std::span<const Entry> entries, const StepDays& days) {
  Day first = days.first();
  for (const Entry& entry : entries) {
    if (entry.kind != Kind::rest) first = std::min(first, entry.day);
  }
  return first;
}

SpanReport::Extent read_extent(const SpanReport& report, const ReportSource& source,
                               const PromiseReport& promises) {
  using Extent = SpanReport::Extent;
  const bool has_begun = std::ranges::any_of(source.entries, [&](const Entry& entry) {
    return entry.kind != Kind::rest && is_known(entry, source.moment());
  });
  if (!has_begun) return Extent::nothing_written;
  if (report.span.first > report.today) return Extent::to_come;
  if (report.span.last < report.first_day) return Extent::before_the_journal;
  return report.entries == 0 && promises.open == 0 ? Extent::empty : Extent::some;
}

// A bare tick, of whichever action, says nothing that the numbers do not, nor does a bare setback.
bool has_words(Kind kind, const Attributes& entry) {
  return std::ranges::any_of(entry, [&](const Attribute& attribute) {
    const EntryKey* const key = find_key(kind, attribute.key);
    if (key == nullptr) return true;
    return !key->is_wordless && !key->is_choice() && key->type != ValueType::action;
  });
}

// The entries asked for, with what their reader may see of them.
std::vector<ShownEntry> read_shown(const ReportPart& part, const ReportChoice& choice) {
  std::vector<ShownEntry> shown;
  if (choice.discretion == Discretion::on) return shown;
  for (const Entry& entry : part.source.entries) {
    const bool is_chosen = std::ranges::find(choice.chosen, &entry) != choice.chosen.end();
    const bool is_note = choice.has_notes && entry.kind != Kind::outcome &&
                         entry.kind != Kind::comeback && part.lived.contains(entry.day);
    if (!is_chosen && !is_note) continue;
    Attributes attributes = shared_attributes(entry.keys, choice.audience,
                                              is_chosen ? Chosen::yes : Chosen::no);
    if (is_chosen || has_words(entry.kind, attributes)) shown.push_back({&entry, std::move(attributes)});
  }
  return shown;
}

// What `suggest` says today, without what is one's own where that is not shown.
std::optional<Suggestion> read_next(const ReportSource& source, const ReportChoice& choice) {
  const bool has_own = shows_own_actions(choice.audience, choice.discretion);
  const auto all = read_suggestions(source.entries, source.settings, source.journal, source.moment(),
                                    has_own ? Discretion::off : Discretion::on);
  return all.empty() ? std::nullopt : std::optional{all.front()};
}

void read_sections(const ReportPart& part, const ReportChoice& choice, SpanReport& report) {
  report.apologies = read_apologies(part);
  report.spaces = read_spaces(part);
  report.honesty = read_honesty(part);
  report.empathy = read_empathy(part);
  report.patience = read_patience(part);
  report.responsibility = read_responsibility(part);
  report.setbacks = read_setbacks(part);
  report.learned = read_learned(part);
  report.question = review_question(part.span);
  report.next = read_next(part.source, choice);
}

}  // namespace

bool has_part_in_report(const Entry& entry, DayRange span) {
  const bool is_looked_at_later = entry.kind == Kind::note && entry.step == Step::responsibility;
  return span.contains(entry.day) || entry.kind == Kind::promise || entry.kind == Kind::limit ||
         is_looked_at_later;
}

SpanReport read_span_report(const ReportSource& source, DayRange asked, const ReportChoice& choice) {
  const auto days = read_step_days(source.entries, source.settings, source.today, source.clock);
  const Day first = first_written(source.entries, days.front());
  const DayRange span = closed_span(asked, first, source.today);
  SpanReport report;
  report.span = span;
  report.today = source.today;
  report.first_day = first;
  report.audience = choice.audience;
  report.lived = lived_days(span, first, source.today);
  report.calendar = {std::nullopt, source.settings.week_start, source.today, {}};
  report.discretion = choice.discretion;
  if (report.lived) report.entries = count_entries(source.entries, *report.lived);
  const DayRange lived = report.lived.value_or(DayRange{source.today, source.today});
  report.steps = StepReader{source, span, lived, days, choice}.read();
  const Ledger ledger = read_ledger(source.entries, source.moment());
  const ReportPart part{source, report.lived.value_or(no_days), span, ledger};
  report.shown = read_shown(part, choice);
  if (choice.audience == Audience::counsellor && choice.discretion == Discretion::off) {
    report.limits = limits_in_force(ledger, source.moment());
  }
  report.promises = read_promises(part);
  report.extent = read_extent(report, source, report.promises);
  if (report.extent != SpanReport::Extent::some) return report;
  const auto trend = trend_spans(*report.lived, report.first_day, source.settings.week_start);
  report.calendar = read_calendar(days, {std::min(trend.front().first, span.first), span.last},
                                  std::nullopt, source.settings.week_start);
  read_sections(part, choice, report);
  return report;
}

}  // namespace mend
