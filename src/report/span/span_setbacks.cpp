// SPDX-License-Identifier: MIT
#include "span_sections.hpp"

#include <algorithm>
#include <tuple>

namespace mend {
namespace {

// Something kept: when, and of which step.
struct Kept {
  Day day;
  Instant at;
  Step step;
};

std::vector<Kept> read_kept(const ReportPart& part) {
  const DayClock& clock = part.source.clock;
  std::vector<Kept> kept;
  for (const Entry& entry : part.source.entries) {
    const bool keeps = entry.kind == Kind::action || entry.kind == Kind::note;
    if (!keeps || !entry.step || entry.day > part.source.today) continue;
    kept.push_back({entry.day, written_at(entry, clock), *entry.step});
  }
  for (const Agreement& promise : part.ledger.promises) {
    if (promise.outcome() != Outcome::kept) continue;
    const Step step = promise.opening->step.value_or(Step::consistency);
    kept.push_back({promise.settlement->day, written_at(*promise.settlement, clock), step});
  }
  for (const Agreement& space : part.ledger.spaces) {
    if (space.outcome() != Outcome::on_time) continue;
    kept.push_back(
        {space.settlement->day, written_at(*space.settlement, clock), Step::space});
  }
  std::ranges::stable_sort(kept, [](const Kept& a, const Kept& b) {
    return std::tie(a.day, a.at) < std::tie(b.day, b.at);
  });
  return kept;
}

}  // namespace

std::vector<SetbackReport> read_setbacks(const ReportPart& part) {
  std::vector<SetbackReport> setbacks;
  for (const Entry& entry : part.source.entries) {
    if (entry.kind != Kind::setback || !entry.step) continue;
    if (!part.lived.contains(entry.day)) continue;
    setbacks.push_back({&entry, entry.day, *entry.step, entry.severity.value_or(Severity::slip),
                        std::string{text_of(entry.keys, "told")}, std::nullopt});
  }
  if (setbacks.empty()) return setbacks;
  const auto kept = read_kept(part);
  for (SetbackReport& setback : setbacks) {
    const Instant at = written_at(*setback.entry, part.source.clock);
    const auto next = std::ranges::find_if(kept, [&](const Kept& each) {
      return std::tie(each.day, each.at) > std::tie(setback.day, at);
    });
    if (next == kept.end()) continue;
    setback.followed = {next->step, next->day - setback.day};
  }
  return setbacks;
}

std::string_view review_question(DayRange span) {
  constexpr int longest_weekly = 14;
  const bool is_weekly = span.last - span.first < longest_weekly;
  const auto prompts = is_weekly ? weekly_review_prompts() : monthly_review_prompts();
  const CivilDate first = civil_of(span.first);
  // One after the other, week by week and month by month.
  const int turn = is_weekly ? (span.first.number + 800'000) / 7 : first.year * 12 + first.month;
  return prompts[static_cast<std::size_t>(turn) % prompts.size()];
}

}  // namespace mend
