// SPDX-License-Identifier: MIT
#include "mend/cli/setback_answer.hpp"

#include "mend/cli/answers.hpp"
#include "mend/domain/step_days.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

// The chapter that ends stays in sight: "A new chapter begins tomorrow; best in the one before 31.".
std::string chapters_line(Context& context, const History& history, Step step) {
  const JournalSettings& settings = context.settings();
  const auto days = read_step_days(history.entries, settings, context.today(), context.clock());
  const StepPage page = read_step_page(days[index_of(step)], settings.cadence_of(step), settings);
  if (page.total == 0 || page.chapters.size() < 2) return {};
  std::string lines;
  for (const std::string& line : wrapped(chapters_phrase(page), context.style().width)) {
    lines += line + "\n";
  }
  return lines;
}

}  // namespace

std::string setback_answer(Context& context, const History& history, const Attributes& setback) {
  const Step step = step_from_key(text_of(setback, "step")).value_or(Step::apology);
  const std::string id{text_of(setback, "id")};
  const std::string subject{key_of(step)};
  if (context.discretion() == Discretion::on) {
    return recorded_answer(context, history, "written down", subject, {}, id);
  }
  const Severity severity =
      severity_from_word(text_of(setback, "severity")).value_or(Severity::slip);
  std::string answer = recorded_answer(context, history, "written down",
                                       subject + ", " + std::string{word_of(severity)}, {}, id);
  const std::string reply = setback_reply(severity, text_of(setback, "told"));
  for (const std::string& line : wrapped(reply, context.style().width)) answer += line + "\n";
  if (severity == Severity::breach) answer += chapters_line(context, history, step);
  return answer;
}

}  // namespace mend
