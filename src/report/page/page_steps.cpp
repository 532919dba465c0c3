// SPDX-License-Identifier: MIT
#include "mend/report/phrases.hpp"
#include "mend/report/streak_phrases.hpp"
#include "page_sections.hpp"

#include <algorithm>

namespace mend {
namespace {

// As of the last day; of a span that is over only what stood then.
std::string streak_words(const StepReport& step, const SpanReport& report) {
  if (!step.row) return {};
  if (report.span.last >= report.today) return streak_phrase(*step.row);
  return step.row->streak.current ? running_phrase(*step.row, DayIs::past) : std::string{};
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

// "the 3 weeks before it, latest first"
std::string before_words(const SpanReport& report) {
  const auto count = static_cast<int>(report.steps.front().before.size());
  const std::string_view unit = name_of_length(report.span);
  if (count == 1) return "the " + std::string{unit} + " before it";
  return "the " + quantity(count, unit, std::string{unit} + "s") + " before it, latest first";
}

}  // namespace

std::string kept_phrase(const KeptOfAsked& kept) {
  if (kept.days_kept == 0) return std::string{word_of(kept.without_kept)};
  if (kept.kept == 0 || kept.asked.value_or(0) == 0) {
    return quantity(kept.days_kept, "day", "days");
  }
  return std::to_string(kept.kept) + " of " + std::to_string(*kept.asked);
}

namespace {

std::string step_or_action_name(const StepReport& step) {
  return step.action.empty() ? std::string{key_of(step.step)} : "/" + step.action;
}

// What was never kept says no more than its name.
std::string not_begun(const SpanReport& report) {
  std::string names;
  const auto add = [&](const StepReport& step) {
    if (!step.has_begun) names += (names.empty() ? "" : ", ") + step_or_action_name(step);
  };
  for (const StepReport& step : report.steps) {
    add(step);
    std::ranges::for_each(step.actions, add);
  }
  return names.empty() ? names : "Not begun yet: " + names + ".";
}

}  // namespace

PageSection steps_section(const SpanReport& report) {
  PageSection section{"steps", "The eight steps", {}, PageTable{}, {}};
  PageTable& table = *section.table;
  table.caption = "Kept, out of what each step asks";
  table.columns = {"Step", "Kept"};
  const bool has_before = !report.steps.front().before.empty();
  const bool has_streaks = report.steps.front().row.has_value();
  if (has_before) {
    table.caption += ". Before: " + before_words(report);
    table.columns.emplace_back("Before");
  }
  if (has_streaks) table.columns.emplace_back("Streak");
  const auto add_row = [&](const StepReport& step) {
    if (!step.has_begun) return;
    PageRow row{{step_or_action_name(step), kept_phrase(step.kept)}, !step.action.empty()};
    if (has_before) row.cells.push_back(before_phrase(step));
    if (has_streaks) row.cells.push_back(streak_words(step, report));
    table.rows.push_back(std::move(row));
  };
  for (const StepReport& step : report.steps) {
    add_row(step);
    std::ranges::for_each(step.actions, add_row);
  }
  if (table.rows.empty()) section.table.reset();
  if (std::string names = not_begun(report); !names.empty()) section.lines.push_back(std::move(names));
  return section;
}

}  // namespace mend
