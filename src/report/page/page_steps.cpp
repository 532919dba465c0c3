// SPDX-License-Identifier: MIT
#include "mend/report/phrases.hpp"
#include "page_sections.hpp"

#include <algorithm>

namespace mend {
namespace {

// As of the last day; of a span that is over only what stood then.
std::string streak_words(const StepReport& step, const SpanReport& report) {
  if (!step.row) return {};
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

std::string_view name_of_length(DayRange span) {
  if (span.last == span.first) return "day";
  if (span.last - span.first == 6) return "week";
  const CivilDate first = civil_of(span.first);
  const CivilDate end = civil_of(span.last + 1);
  const int months = (end.year - first.year) * 12 + end.month - first.month;
  const bool is_whole = first.day == 1 && end.day == 1;
  if (is_whole && months == 1) return "month";
  if (is_whole && months == 3) return "quarter";
  if (is_whole && months == 12) return "year";
  return "span";
}

// "the 3 weeks before, latest first"
std::string before_words(const SpanReport& report) {
  const auto count = static_cast<int>(report.steps.front().before.size());
  const std::string_view unit = name_of_length(report.span);
  if (count == 1) return "the " + std::string{unit} + " before";
  return "the " + quantity(count, unit, std::string{unit} + "s") + " before, latest first";
}

}  // namespace

std::string kept_phrase(const KeptOfAsked& kept) {
  if (!kept.asked) return quantity(kept.days_kept, "day", "days");
  if (*kept.asked == 0) {
    return kept.days_kept == 0 ? "nothing asked" : quantity(kept.days_kept, "day", "days");
  }
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
  const auto add_row = [&](const StepReport& step) {
    const bool is_part = !step.action.empty();
    PageRow row{{is_part ? "/" + step.action : std::string{key_of(step.step)}, kept_phrase(step.kept)},
                is_part};
    if (has_before) row.cells.push_back(before_phrase(step));
    if (has_streaks) row.cells.push_back(streak_words(step, report));
    table.rows.push_back(std::move(row));
  };
  for (const StepReport& step : report.steps) {
    add_row(step);
    std::ranges::for_each(step.actions, add_row);
  }
  return section;
}

}  // namespace mend
