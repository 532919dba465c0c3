// SPDX-License-Identifier: MIT
#include "mend/report/span_report.hpp"

#include "span_sections.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t most_spans_before = 3;
constexpr DayRange no_days{Day{1}, Day{0}};

std::vector<StepReport> read_steps(const ReportSource& source, DayRange span, DayRange lived,
                                   std::span<const StepDays> all_days, Audience audience) {
  const Weekday week_start = source.settings.week_start;
  const Day first = all_days.front().first();
  std::vector<StepRow> rows;
  if (shows_streaks(audience)) {
    rows = read_step_rows(source.facts, source.settings, lived.last, source.clock);
  }
  std::vector<StepReport> steps;
  for (const Step step : all_steps) {
    const StepDays& days = all_days[index_of(step)];
    StepReport report;
    report.step = step;
    report.cadence = source.settings.cadence_of(step);
    const auto read = [&](DayRange part) {
      return read_kept_of_asked(days, report.cadence, week_start, part);
    };
    report.kept = read(span);
    for (const DayRange& before : spans_before(span, first, most_spans_before)) {
      report.before.push_back(read(before));
    }
    for (const DayRange& part : trend_spans(lived, first, week_start)) {
      report.trend.push_back(read(part));
    }
    if (!rows.empty()) report.row = std::move(rows[index_of(step)]);
    steps.push_back(std::move(report));
  }
  return steps;
}

bool is_in(const Facts& facts, DayRange lived) {
  if (facts.kind != Kind::rest) return lived.contains(facts.day);
  return facts.rest.first <= lived.last && facts.rest.last >= lived.first;
}

SpanReport::Extent read_extent(const SpanReport& report, std::span<const Facts> facts) {
  using Extent = SpanReport::Extent;
  const bool has_begun = std::ranges::any_of(facts, [&](const Facts& entry) {
    return entry.kind != Kind::rest && entry.day <= report.today;
  });
  if (!has_begun) return Extent::nothing_written;
  if (report.span.first > report.today) return Extent::to_come;
  if (report.span.last < report.first_day) return Extent::before_the_journal;
  return report.entries == 0 ? Extent::empty : Extent::some;
}

// The entries asked for, with what their reader may see of them.
std::vector<ShownEntry> read_shown(const ReportPart& part, const ReportChoice& choice) {
  std::vector<ShownEntry> shown;
  if (choice.discretion == Discretion::on) return shown;
  for (std::size_t i = 0; i < part.source.facts.size(); ++i) {
    const bool is_chosen = std::ranges::find(choice.chosen, i) != choice.chosen.end();
    const Facts& facts = part.source.facts[i];
    const bool is_note = choice.has_notes && facts.kind != Kind::outcome &&
                         facts.kind != Kind::comeback && part.lived.contains(facts.day);
    if (!part.visible[i] || !(is_chosen || is_note)) continue;
    Attributes attributes = shared_attributes(part.source.attributes[i], choice.audience,
                                              is_chosen ? Chosen::yes : Chosen::no);
    // A bare tick says nothing that the numbers do not.
    const Attributes wordless = without_words(attributes);
    if (is_chosen || attributes.size() > wordless.size()) shown.push_back({i, std::move(attributes)});
  }
  return shown;
}

void read_sections(const ReportPart& part, const ReportChoice& choice, SpanReport& report) {
  report.promises = read_promises(part);
  report.apologies = read_apologies(part);
  report.spaces = read_spaces(part);
  report.honesty = read_honesty(part);
  report.empathy = read_empathy(part);
  report.patience = read_patience(part);
  report.responsibility = read_responsibility(part);
  report.setbacks = read_setbacks(part);
  report.learned = read_learned(part);
  // What the writer is asked is no business of the one it is about.
  if (choice.audience != Audience::partner) report.question = review_question(part.span);
}

}  // namespace

bool has_part_in_report(const Facts& facts, DayRange span) {
  const bool is_looked_at_later = facts.kind == Kind::note && facts.step == Step::responsibility;
  return span.contains(facts.day) || facts.kind == Kind::promise || is_looked_at_later;
}

SpanReport read_span_report(const ReportSource& source, DayRange asked, const ReportChoice& choice) {
  const auto days = read_step_days(source.facts, source.settings, source.today, source.clock);
  const DayRange span = closed_span(asked, days.front().first(), source.today);
  SpanReport report;
  report.span = span;
  report.today = source.today;
  report.first_day = days.front().first();
  report.audience = choice.audience;
  report.lived = lived_days(span, days.front());
  report.calendar = {std::nullopt, source.settings.week_start, source.today, {}};
  if (report.lived) {
    const DayRange lived = *report.lived;
    report.entries = static_cast<int>(std::ranges::count_if(
        source.facts, [&](const Facts& facts) { return is_in(facts, lived); }));
  }
  report.extent = read_extent(report, source.facts);
  const bool is_some = report.extent == SpanReport::Extent::some;
  report.steps = read_steps(source, span, report.lived.value_or(DayRange{source.today, source.today}),
                            days, choice.audience);
  const Ledger ledger = read_ledger(source.facts, source.today, source.clock);
  ReportPart part{source, report.lived.value_or(no_days), span, ledger, {}};
  for (const Attributes& entry : source.attributes) {
    part.visible.push_back(is_shared(entry, choice.audience));
  }
  report.shown = read_shown(part, choice);
  if (!is_some) return report;
  const auto trend = trend_spans(*report.lived, report.first_day, source.settings.week_start);
  report.calendar = read_calendar(days, {std::min(trend.front().first, span.first), span.last},
                                  std::nullopt, source.settings.week_start);
  read_sections(part, choice, report);
  return report;
}

}  // namespace mend
