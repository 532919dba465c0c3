// SPDX-License-Identifier: MIT
#include "mend/cli/setback_answer.hpp"

#include "mend/domain/step_days.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

// The chapter that ends stays in sight: "consistency: a new chapter begins tomorrow; before it 31".
std::string chapters_line(Context& context, const History& history, Step step) {
  const JournalSettings& settings = context.settings();
  const auto days = read_step_days(history.facts, settings, context.today(), context.clock());
  const StepPage page = read_step_page(days[index_of(step)], settings.cadence_of(step), settings);
  if (page.total == 0 || page.chapters.size() < 2) return {};
  return std::string{key_of(step)} + ": " + chapters_phrase(page) + "\n";
}

}  // namespace

std::string setback_answer(Context& context, const History& history, Step step, Severity severity,
                           std::string_view told) {
  if (context.discretion() == Discretion::on) return "Written down.\n";
  std::string answer;
  for (const std::string& line : wrapped(setback_reply(severity, told), context.style().width)) {
    answer += line + "\n";
  }
  if (severity == Severity::breach) answer += chapters_line(context, history, step);
  return answer;
}

}  // namespace mend
