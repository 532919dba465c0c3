// SPDX-License-Identifier: MIT
#include "mend/report/step_row.hpp"

#include "mend/domain/ledger.hpp"
#include "mend/domain/step_days.hpp"

#include <algorithm>

namespace mend {
namespace {

StepRow read_row(Step step, const StepDays& days, const Cadence& cadence,
                 const JournalSettings& settings) {
  StepRow row;
  row.step = step;
  row.cadence = cadence;
  row.streak = read_streak(days, row.cadence, settings);
  row.day = days.today();
  row.today = days.state(days.today());
  for (std::size_t i = 0; i < row.last_days.size(); ++i) {
    const Day day = days.today() - static_cast<int>(row.last_days.size() - 1 - i);
    if (day >= days.begin()) row.last_days[i] = days.state(day);
  }
  row.begin = days.begin();
  row.strip = read_strip(days, row.cadence, settings.week_start, strip_days);
  row.is_asked = is_asked_today(days, row.cadence, settings);
  row.ends_chapter = !days.breaches().empty() && days.breaches().back() == days.today();
  if (row.cadence.has_long_unit()) {
    row.unit = unit_at(whole_history(days), row.cadence, settings.week_start, days.today());
  }
  return row;
}

// The step an entry was written for: its own; of an outcome that of its promise, and of a return
// space. None when that promise or space was unknown then.
std::optional<Step> step_of(const Entry& entry, std::span<const Entry> entries, Day today) {
  if (!entry.result) return entry.step;
  const auto opening = std::ranges::find_if(entries, [&](const Entry& each) {
    return each.kind == entry.about && !each.id.empty() && each.id == entry.reference &&
           (each.day <= today || (each.at && entry.at && each.at->instant <= entry.at->instant));
  });
  if (opening == entries.end()) return std::nullopt;
  return opening->kind == Kind::space ? Step::space : opening->step;
}

}  // namespace

std::vector<StepRow> read_step_rows(std::span<const Entry> entries, const JournalSettings& settings,
                                    Day today, const DayClock& clock) {
  const auto days = read_step_days(entries, settings, today, clock);
  std::vector<StepRow> rows;
  rows.reserve(step_count);
  for (const Step step : all_steps) {
    rows.push_back(read_row(step, days[index_of(step)], settings.cadence_of(step), settings));
  }
  for (const OwnAction& action : settings.actions) {
    if (!action.cadence) continue;
    const auto action_days = read_action_days(entries, action, days[index_of(action.step)]);
    StepRow row = read_row(action.step, action_days, *action.cadence, settings);
    row.action = action.key;
    row.is_current = action.is_current(today);
    for (const Entry& entry : entries) {
      const bool is_its = entry.day == today && entry.kind == Kind::action &&
                          entry.step == action.step && action.is_named(entry.action);
      if (is_its) row.entries.push_back(&entry);
    }
    rows[index_of(action.step)].actions.push_back(std::move(row));
  }
  for (const Entry& entry : entries) {
    if (entry.day != today) continue;
    if (const auto step = step_of(entry, entries, today)) {
      rows[index_of(*step)].entries.push_back(&entry);
    }
  }
  return rows;
}

int count_quiet_days(std::span<const Entry> entries, const JournalSettings& settings, Day today,
                     const DayClock& clock) {
  const auto steps = read_step_days(entries, settings, today, clock);
  Day last_written = every_day.first;
  for (const Entry& entry : entries) {
    if (entry.kind != Kind::rest && entry.day < today) last_written = std::max(last_written, entry.day);
  }
  const auto is_any = [&](Day day, DayState state) {
    return std::ranges::any_of(steps, [=](const StepDays& step) { return step.state(day) == state; });
  };
  int count = 0;
  Day day = today - 1;
  while (day > last_written && !is_any(day, DayState::kept) && is_any(day, DayState::quiet)) {
    ++count;
    day = day - 1;
  }
  return count;
}

AskedCount count_asked(std::span<const StepRow> rows) {
  AskedCount count;
  for (const StepRow& row : rows) {
    if (row.is_asked) {
      ++count.asked;
      if (row.today == DayState::kept) ++count.kept;
    }
    const AskedCount of_actions = count_asked(row.actions);
    count.asked += of_actions.asked;
    count.kept += of_actions.kept;
  }
  return count;
}

std::vector<StepRow> asked_rows(std::span<const StepRow> rows) {
  std::vector<StepRow> asked;
  for (const StepRow& row : rows) {
    if (row.is_asked) asked.push_back(row);
    for (StepRow& action : asked_rows(row.actions)) asked.push_back(std::move(action));
  }
  return asked;
}

std::vector<Waiting> read_waiting(std::span<const Entry> entries, Day today, const DayClock& clock,
                                  std::optional<Instant> now) {
  std::vector<Waiting> waiting;
  const auto add = [&](Kind kind, const Agreement& agreement) {
    const Deadline& deadline = agreement.deadline;
    waiting.push_back({kind, agreement.opening, deadline,
                       now ? is_over(deadline, *now, clock) : day_of(deadline, clock) < today});
  };
  const Moment moment = now ? Moment{today, *now, clock} : last_moment_of(today, clock);
  const Ledger ledger = read_ledger(entries, moment);
  for (const Agreement& space : ledger.spaces) {
    if (space.is_open()) add(Kind::space, space);
  }
  for (const Agreement& promise : ledger.promises) {
    if (promise.is_open() && day_of(promise.deadline, clock) <= today) add(Kind::promise, promise);
  }
  std::ranges::stable_sort(waiting, [&](const Waiting& a, const Waiting& b) {
    return end_of(a.deadline, clock) < end_of(b.deadline, clock);
  });
  return waiting;
}

std::vector<Waiting> read_due(std::span<const Entry> entries, Day today, const DayClock& clock,
                              Instant now) {
  constexpr std::int64_t hour = 3600;
  auto waiting = read_waiting(entries, today, clock, now);
  std::erase_if(waiting, [&](const Waiting& each) {
    const bool is_near = day_of(each.deadline, clock) <= today ||
                         end_of(each.deadline, clock).seconds - now.seconds <= hour;
    return each.kind == Kind::space && !is_near;
  });
  return waiting;
}

}  // namespace mend
