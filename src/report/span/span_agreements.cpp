// SPDX-License-Identifier: MIT
#include "span_sections.hpp"

#include "mend/domain/follow_through.hpp"

#include <algorithm>
#include <span>

namespace mend {
namespace {


// The day an entry of the ledger is counted on. What a clock ahead of this one has dated tomorrow is
// known today.
Day day_known(const Entry& entry, const ReportPart& part) {
  return std::min(entry.day, part.source.today);
}

bool is_settled_in(const Agreement& agreement, const ReportPart& part) {
  return !agreement.is_open() && part.lived.contains(day_known(*agreement.settlement, part));
}

bool is_open_after(const Agreement& agreement, const ReportPart& part) {
  const Day day = part.lived.last;
  return day_known(*agreement.opening, part) <= day &&
         (agreement.is_open() || day_known(*agreement.settlement, part) > day);
}

// As it was agreed up to that day.
Deadline deadline_on(const Agreement& agreement, Day day, const ReportPart& part) {
  const Entry* last = nullptr;
  for (const Entry* const move : agreement.moves) {
    if (day_known(*move, part) > day) continue;
    if (last == nullptr || happened_before(*last, *move, part.source.clock)) last = move;
  }
  if (last != nullptr) return *last->deadline;
  return agreement.opening->deadline.value_or(agreement.deadline);
}

// Of one that is open after the days of the report: had its time come by then?
bool is_overdue(const Agreement& agreement, const ReportPart& part) {
  const ReportSource& source = part.source;
  const Deadline deadline = deadline_on(agreement, part.lived.last, part);
  if (part.lived.last < source.today) return day_of(deadline, source.clock) <= part.lived.last;
  return source.now ? is_over(deadline, *source.now, source.clock)
                    : day_of(deadline, source.clock) < source.today;
}

// How often the time of one was moved in the days of the report.
int count_moves(std::span<const Agreement> agreements, const ReportPart& part) {
  std::ptrdiff_t count = 0;
  for (const Agreement& agreement : agreements) {
    count += std::ranges::count_if(
        agreement.moves,
        [&part](const Entry* move) { return part.lived.contains(day_known(*move, part)); });
  }
  return static_cast<int>(count);
}

}  // namespace

PromiseReport read_promises(const ReportPart& part) {
  PromiseReport report;
  for (const Agreement& promise : part.ledger.promises) {
    if (part.lived.contains(day_known(*promise.opening, part))) ++report.made;
    if (is_open_after(promise, part)) {
      ++report.open;
      if (is_overdue(promise, part)) ++report.overdue;
    }
    if (!is_settled_in(promise, part)) continue;
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
  report.changed = count_moves(part.ledger.promises, part);
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
    if (is_open_after(space, part)) report.is_open = true;
    if (is_settled_in(space, part)) {
      ++(space.outcome() == Outcome::on_time ? report.on_time
         : space.outcome() == Outcome::late  ? report.late
                                             : report.ended);
    }
    if (!part.lived.contains(day_known(*space.opening, part))) continue;
    ++report.agreed;
    const auto asked_by = text_of(space.opening->keys, "asked_by");
    if (asked_by == "me") ++report.asked_by_me;
    if (asked_by == "them") ++report.asked_by_them;
    if (asked_by == "both") ++report.asked_by_both;
  }
  report.extended = count_moves(part.ledger.spaces, part);
  return report;
}

}  // namespace mend
