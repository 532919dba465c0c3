// SPDX-License-Identifier: MIT
#include "span_sections.hpp"

#include "mend/domain/follow_through.hpp"

#include <algorithm>
#include <span>

namespace mend {
namespace {

bool is_settled_in(const Agreement& agreement, DayRange days) {
  return !agreement.is_open() && days.contains(agreement.settlement->day);
}

bool is_open_after(const Agreement& agreement, Day day) {
  return agreement.opening->day <= day &&
         (agreement.is_open() || agreement.settlement->day > day);
}

// As it was agreed up to that day.
Deadline deadline_on(const Agreement& agreement, Day day, const DayClock& clock) {
  const Entry* last = nullptr;
  for (const Entry* const move : agreement.moves) {
    if (move->day > day) continue;
    if (last == nullptr || happened_before(*last, *move, clock)) last = move;
  }
  if (last != nullptr) return *last->deadline;
  return agreement.opening->deadline.value_or(agreement.deadline);
}

// Of one that is open after the days of the report: had its time come by then?
bool is_overdue(const Agreement& agreement, const ReportPart& part) {
  const ReportSource& source = part.source;
  const Deadline deadline = deadline_on(agreement, part.lived.last, source.clock);
  if (part.lived.last < source.today) return day_of(deadline, source.clock) <= part.lived.last;
  return source.now ? is_over(deadline, *source.now, source.clock)
                    : day_of(deadline, source.clock) < source.today;
}

// How often the time of one was moved in the days of the report.
int count_moves(std::span<const Agreement> agreements, DayRange days) {
  std::ptrdiff_t count = 0;
  for (const Agreement& agreement : agreements) {
    count += std::ranges::count_if(
        agreement.moves, [days](const Entry* move) { return days.contains(move->day); });
  }
  return static_cast<int>(count);
}

}  // namespace

PromiseReport read_promises(const ReportPart& part) {
  PromiseReport report;
  for (const Agreement& promise : part.ledger.promises) {
    if (part.lived.contains(promise.opening->day)) ++report.made;
    if (is_open_after(promise, part.lived.last)) {
      ++report.open;
      if (is_overdue(promise, part)) ++report.overdue;
    }
    if (!is_settled_in(promise, part.lived)) continue;
    const Outcome outcome = *promise.outcome();
    const bool is_hard = text_of(promise.opening->keys, "effort") == "hard";
    switch (outcome) {
      case Outcome::kept: ++report.kept; break;
      case Outcome::late: ++report.late; break;
      case Outcome::missed: ++report.missed; break;
      case Outcome::released: ++report.released; break;
      default: ++report.dropped;
    }
    const bool is_rated = outcome != Outcome::dropped && outcome != Outcome::released;
    if (!is_hard || !is_rated) continue;
    ++report.hard;
    if (outcome == Outcome::kept) ++report.hard_kept;
  }
  report.changed = count_moves(part.ledger.promises, part.lived);
  return report;
}

ApologyReport read_apologies(const ReportPart& part) {
  ApologyReport report;
  for_each_of(part, Kind::note, Step::apology, [&](const Entry& note) {
                const Attributes& entry = note.keys;
                ++report.notes;
                if (answer_of(entry, "acknowledged").value_or(false)) ++report.acknowledged;
                if (!text_of(entry, "regret").empty()) ++report.regret;
                if (answer_of(entry, "heard_first").value_or(false)) ++report.heard_first;
                const auto asked = text_of(entry, "asked");
                if (asked == "once") ++report.asked_once;
                if (asked == "not yet") ++report.asked_not_yet;
                if (asked == "chose not to") ++report.chose_not;
              });
  for (const FollowThrough& through : read_follow_through(part.source.entries, part.ledger)) {
    if (!part.lived.contains(through.apology->day)) continue;
    report.followed += through.kept;
    report.follow_through += through.of;
    report.still_open += through.open;
  }
  return report;
}

SpaceReport read_spaces(const ReportPart& part) {
  SpaceReport report;
  for (const Agreement& space : part.ledger.spaces) {
    if (is_open_after(space, part.lived.last)) report.is_open = true;
    if (is_settled_in(space, part.lived)) {
      ++(space.outcome() == Outcome::on_time ? report.on_time
         : space.outcome() == Outcome::late  ? report.late
                                             : report.ended);
    }
    if (!part.lived.contains(space.opening->day)) continue;
    ++report.agreed;
    const auto asked_by = text_of(space.opening->keys, "asked_by");
    if (asked_by == "me") ++report.asked_by_me;
    if (asked_by == "them") ++report.asked_by_them;
    if (asked_by == "both") ++report.asked_by_both;
  }
  report.extended = count_moves(part.ledger.spaces, part.lived);
  return report;
}

}  // namespace mend
