// SPDX-License-Identifier: MIT
#include "mend/report/streak_phrases.hpp"

#include "mend/domain/date_words.hpp"
#include "mend/report/phrases.hpp"

namespace mend {
namespace {

std::string_view unit_name(Cadence::Unit unit) {
  switch (unit) {
    case Cadence::Unit::week: return "week";
    case Cadence::Unit::month: return "month";
    default: return "day";
  }
}

// What there is to say without a streak: never that one was lost.
std::string standing_phrase(const StepRow& row) {
  if (row.ends_chapter) return "new chapter tomorrow";
  if (row.streak.total == 0) return "not begun";
  if (row.streak.state == DayState::rest) return "resting";
  switch (row.cadence.unit()) {
    case Cadence::Unit::week: return "this week is open";
    case Cadence::Unit::month: return "this month is open";
    default: return "today is open";
  }
}

std::string quiet_between(int bridged) { return ", " + std::to_string(bridged) + " quiet between"; }

// Of the quiet unit after the streak: the one right before this one by its name.
std::string quiet_at_end(const StepRow& row, DayRange quiet) {
  const auto unit = row.cadence.unit();
  const Day next = quiet.last + 1;
  if (unit == Cadence::Unit::day) return next == row.day ? "yesterday quiet" : "then a quiet day";
  const bool is_last = row.unit && next == row.unit->range.first;
  return (is_last ? "last " : "then a quiet ") + std::string{unit_name(unit)} + (is_last ? " quiet" : "");
}

// "Tue 10 to Wed 25 Nov": the month once where it is the same.
std::string days_phrase(DayRange days, Day today) {
  const std::string first = describe(days.first, today);
  const std::string last = describe(days.last, today);
  if (days.first == days.last) return first;
  const auto day_end = first.find(' ', first.find(' ') + 1);
  const bool is_one_month = month_of(days.first) == month_of(days.last);
  return (is_one_month ? first.substr(0, day_end) : first) + " to " + last;
}

std::string total_phrase(int total) { return quantity(total, "day", "days") + " in all"; }

// After little of late, all there was says more than where it stands now.
bool is_total_told(const Streak& streak) {
  return streak.steadiness && !streak.steadiness->is_early &&
         streak.steadiness->kept * 3 < streak.steadiness->asked;
}

// Two quiet ones within the gap end a streak; so do many in a row, which are not just "two".
std::string end_phrase(const QuietRun& quiet, const StepRow& row) {
  const std::string units = std::string{unit_name(row.cadence.unit())} + "s";
  if (quiet.count <= 2) return "Two quiet " + units + " close together";
  if (row.cadence.unit() == Cadence::Unit::day && !quiet.has_rest) {
    return "Quiet from " + days_phrase(quiet.days, row.day);
  }
  return std::to_string(quiet.count) + " quiet " + units + " in a row";
}

}  // namespace

std::string counted_units(int count, Cadence::Unit unit) {
  switch (unit) {
    case Cadence::Unit::day: return quantity(count, "day", "days");
    case Cadence::Unit::week: return quantity(count, "week", "weeks");
    case Cadence::Unit::month: return quantity(count, "month", "months");
    default: return quantity(count, "time", "times");
  }
}

std::string steadiness_phrase(const StepRow& row) {
  if (!row.streak.steadiness) return {};
  const Steadiness& steadiness = *row.streak.steadiness;
  if (steadiness.is_early || steadiness.asked == 0 || row.streak.total == 0) return {};
  if (is_total_told(row.streak)) return total_phrase(row.streak.total);
  const std::string kept = std::to_string(steadiness.kept) + " of ";
  if (steadiness.units == 0) return kept + "the last " + std::to_string(steadiness.asked);
  return kept + std::to_string(steadiness.asked) + " in " +
         counted_units(steadiness.units, row.cadence.unit());
}

std::string streak_phrase(const StepRow& row, DayIs day_is) {
  if (!row.streak.current) {
    return row.streak.total == 0 ? "as needed" : total_phrase(row.streak.total);
  }
  const int current = *row.streak.current;
  if (current == 0) return standing_phrase(row);
  const std::string phrase = counted_units(current, row.cadence.unit());
  if (row.streak.quiet_at_end) {
    return day_is == DayIs::past ? phrase : phrase + ", " + quiet_at_end(row, *row.streak.quiet_at_end);
  }
  const int bridged = row.streak.bridged.value_or(0);
  if (bridged > 0) return phrase + quiet_between(bridged);
  return current == 1 ? phrase : phrase + " in a row";
}

std::string running_phrase(const StepRow& row, DayIs day_is) {
  const bool has_begun = row.streak.total > 0 || row.cadence.unit() == Cadence::Unit::none;
  return row.streak.current.value_or(1) > 0 && has_begun ? streak_phrase(row, day_is) : std::string{};
}

std::string summary_phrase(const StepRow& row, DayIs day_is) {
  const bool is_short = is_total_told(row.streak) && row.streak.current.value_or(0) <= 1;
  const std::string running = is_short ? std::string{} : running_phrase(row, day_is);
  return running.empty() ? steadiness_phrase(row) : running;
}

std::string length_phrase(const BestStreak& best, Cadence::Unit unit) {
  return counted_units(best.length, unit) + (best.bridged > 0 ? quiet_between(best.bridged) : "");
}

std::string best_phrase(const StepRow& row, BestIs best_is) {
  if (!row.streak.best) return {};
  const BestStreak& best = *row.streak.best;
  const std::string quiet = best.bridged > 0 ? ", " + std::to_string(best.bridged) + " quiet" : "";
  const std::string length = best_is == BestIs::whole ? length_phrase(best, row.cadence.unit())
                                                      : std::to_string(best.length) + quiet;
  return "best " + length + ", " + days_phrase(best.days, row.day);
}

std::string unit_phrase(const StepRow& row, DayIs day_is) {
  if (!row.unit || (row.unit->asked == 0 && row.unit->got == 0)) return {};
  const Unit& unit = *row.unit;
  const bool is_past = day_is == DayIs::past;
  const std::string which = (is_past ? " that " : " this ") + std::string{unit_name(row.cadence.unit())};
  if (unit.state == DayState::kept) return "done" + which;
  const std::string asked = std::to_string(unit.asked);
  const bool is_due = !is_past && row.is_asked && row.today == DayState::open;
  if (unit.got == 0) {
    return is_past ? std::string{} : asked + which + (is_due ? ", due today" : "");
  }
  return std::to_string(unit.got) + " of " + asked + (is_due ? ", due today" : which);
}

std::string lately_phrase(const StepRow& row) {
  const std::string unit = unit_phrase(row);
  const std::string streak = summary_phrase(row);
  std::string phrase = steadiness_phrase(row);
  if (phrase != streak) phrase += (phrase.empty() ? "" : ", ") + streak;
  return unit + (unit.empty() || phrase.empty() ? "" : "; ") + phrase;
}

std::string ended_phrase(const StepRow& row) {
  const auto& ended = row.streak.ended;
  if (!ended) return {};
  std::string phrase = end_phrase(ended->quiet, row);
  if (ended->counting_from) phrase += ": counting from " + describe(*ended->counting_from, row.day);
  phrase += ".";
  const bool was_longer = row.streak.best && row.streak.best->length > row.streak.current.value_or(0);
  if (was_longer) phrase += " The best so far is " + std::to_string(row.streak.best->length) + ".";
  return phrase;
}

}  // namespace mend
