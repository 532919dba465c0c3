// SPDX-License-Identifier: MIT
#include "mend/report/suggestion.hpp"

#include "mend/domain/ledger.hpp"
#include "mend/domain/step_days.hpp"
#include "mend/report/step_guide.hpp"
#include "mend/text/stable_hash.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace mend {
namespace {

struct Drawing {
  std::string seed;

  Drawing(Day day, std::string_view journal) : seed(to_iso(day) + '\n' + std::string{journal}) {}

  std::uint64_t place_of(Step step, std::string_view action = {}) const {
    return stable_hash(seed + '\n' + std::string{key_of(step)} + '/' + std::string{action});
  }
};

bool is_apart(std::span<const Entry> entries, const Moment& moment) {
  const Ledger ledger = read_ledger(entries, moment);
  return std::ranges::any_of(ledger.spaces, &Agreement::is_open);
}

bool is_logged(std::span<const Entry> entries, const Suggestion& suggestion, Day today) {
  return std::ranges::any_of(entries, [&](const Entry& entry) {
    return entry.day == today && entry.kind == Kind::action && entry.step == suggestion.step &&
           entry.action == suggestion.action;
  });
}

int quiet_days(const StepDays& days) {
  int count = 0;
  for (Day day = days.today() - 1; day >= days.first() && !days.is_kept(day); day = day - 1) {
    if (days.state(day) == DayState::quiet) ++count;
  }
  return count;
}

}  // namespace

std::vector<Suggestion> read_suggestions(Step step, std::span<const Entry> entries,
                                         const JournalSettings& settings, std::string_view journal,
                                         const Moment& moment, Discretion discretion) {
  const Day today = moment.today;
  const StepGuide guide = read_step_guide(step, settings, settings.role, today);
  const bool apart = is_apart(entries, moment);
  std::vector<Suggestion> all;
  for (const ActionContent& action : guide.actions) {
    if (apart && !action.is_alone) continue;
    all.push_back({step, std::string{action.key}, std::string{action.text}, false});
  }
  for (const OwnAction& own : guide.own_actions) {
    const bool has_begun = !own.since || *own.since <= today;
    if (apart || !has_begun || discretion == Discretion::on) continue;
    all.push_back({step, own.key, own.text.empty() ? own.key : own.text, true});
  }
  std::erase_if(all, [&](const Suggestion& each) { return is_logged(entries, each, today); });
  const Drawing drawing{today, journal};
  std::ranges::sort(all, {}, [&](const Suggestion& each) {
    return std::make_tuple(drawing.place_of(step, each.action), each.action);
  });
  return all;
}

std::vector<Suggestion> read_suggestions(std::span<const Entry> entries,
                                         const JournalSettings& settings, std::string_view journal,
                                         const Moment& moment, Discretion discretion) {
  const Day today = moment.today;
  const auto days = read_step_days(entries, settings, today, moment.clock);
  std::vector<Step> steps;
  for (const Step step : all_steps) {
    const bool is_asking = settings.cadence_of(step).unit() != Cadence::Unit::none;
    if (is_asking && !days[index_of(step)].is_rest(today)) steps.push_back(step);
  }
  const Drawing drawing{today, journal};
  std::ranges::sort(steps, {}, [&](Step step) {
    const StepDays& its = days[index_of(step)];
    return std::make_tuple(its.is_kept(today), -quiet_days(its), drawing.place_of(step), step);
  });
  std::vector<Suggestion> all;
  for (const Step step : steps) {
    const auto some = read_suggestions(step, entries, settings, journal, moment, discretion);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace mend
