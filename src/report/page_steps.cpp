// SPDX-License-Identifier: MIT
#include "mend/report/phrases.hpp"
#include "page_sections.hpp"

#include <algorithm>

namespace mend {
namespace {

// As of the last day; of a span that is over only what stood then.
std::string streak_words(const StepReport& step, const SpanReport& report) {
  if (report.span.last >= report.today) return streak_phrase(*step.row);
  const int current = step.row->streak.current.value_or(0);
  if (current == 0) return {};
  return counted_units(current, step.cadence.unit()) + (current == 1 ? "" : " in a row");
}

std::string before_phrase(const StepReport& step) {
  std::string phrase;
  for (const KeptOfAsked& before : step.before) {
    phrase += (phrase.empty() ? "" : ", ") + kept_phrase(before);
  }
  return phrase;
}

// "the 3 weeks before, latest first"
std::string before_words(const SpanReport& report) {
  const auto count = static_cast<int>(report.steps.front().before.size());
  std::string_view unit = "span";
  if (report.span.last == report.span.first) unit = "day";
  if (report.span.last - report.span.first == 6) unit = "week";
  if (report.span == month_range(report.span.first)) unit = "month";
  if (count == 1) return "the " + std::string{unit} + " before";
  return "the " + quantity(count, unit, std::string{unit} + "s") + " before, latest first";
}

}  // namespace

std::string kept_phrase(const KeptOfAsked& kept) {
  if (!kept.asked) return quantity(kept.days_kept, "day", "days");
  if (*kept.asked == 0) return kept.days_kept == 0 ? "nothing asked" : quantity(kept.days_kept, "day", "days");
  return std::to_string(kept.kept) + " of " + std::to_string(*kept.asked);
}

PageSection steps_section(const SpanReport& report) {
  PageSection section{"steps", "The eight steps", {}, PageTable{}, {}};
  PageTable& table = *section.table;
  table.caption = "Kept of what was asked";
  table.columns = {"Step", "Kept"};
  const bool has_before = !report.steps.front().before.empty();
  const bool has_streaks = report.steps.front().row.has_value();
  if (has_before) {
    table.caption += "; before: " + before_words(report);
    table.columns.emplace_back("Before");
  }
  if (has_streaks) table.columns.emplace_back("Streak");
  for (const StepReport& step : report.steps) {
    std::vector<std::string> row = {std::string{key_of(step.step)}, kept_phrase(step.kept)};
    if (has_before) row.push_back(before_phrase(step));
    if (has_streaks) row.push_back(streak_words(step, report));
    table.rows.push_back(std::move(row));
  }
  return section;
}

}  // namespace mend
