// SPDX-License-Identifier: MIT
#include "mend/report/phrases.hpp"

#include "mend/domain/date_words.hpp"
#include "mend/report/text.hpp"

#include <algorithm>

namespace mend {
namespace {

// What there is to say where no streak stands: never that one was lost.
std::string standing_phrase(const StepRow& row) {
  if (row.ends_chapter) return "new chapter tomorrow";
  if (row.streak.total == 0) return "not begun";
  if (row.streak.state == DayState::rest) return "at rest";
  switch (row.cadence.unit()) {
    case Cadence::Unit::week: return "this week is open";
    case Cadence::Unit::month: return "this month is open";
    default: return "today is open";
  }
}

bool was_yesterday_bridged(const StepRow& row) {
  return row.cadence.unit() == Cadence::Unit::day && row.today == DayState::open &&
         row.yesterday == DayState::quiet && row.streak.bridged.value_or(0) > 0;
}

}  // namespace

std::string quantity(int count, std::string_view singular, std::string_view plural) {
  return std::to_string(count) + " " + std::string{count == 1 ? singular : plural};
}

std::string counted_units(int count, Cadence::Unit unit) {
  switch (unit) {
    case Cadence::Unit::day: return quantity(count, "day", "days");
    case Cadence::Unit::week: return quantity(count, "week", "weeks");
    case Cadence::Unit::month: return quantity(count, "month", "months");
    default: return quantity(count, "time", "times");
  }
}

std::string_view mark_of(DayState state, Charset charset) {
  const bool is_unicode = charset == Charset::unicode;
  switch (state) {
    case DayState::kept: return is_unicode ? "●" : "*";
    case DayState::rest: return is_unicode ? "–" : "-";
    case DayState::open: return is_unicode ? "○" : "o";
    case DayState::quiet: return is_unicode ? "·" : ".";
  }
  return {};
}

Paint paint_of(DayState state) {
  switch (state) {
    case DayState::kept: return Paint::green;
    case DayState::open: return Paint::plain;
    default: return Paint::dim;
  }
}

std::string steadiness_phrase(const StepRow& row) {
  if (!row.streak.steadiness) return {};
  const Steadiness& steadiness = *row.streak.steadiness;
  if (steadiness.is_early) return "still early";
  // What was never begun is not counted against anyone.
  if (row.streak.total == 0) return {};
  const std::string kept = std::to_string(steadiness.kept) + " of ";
  if (steadiness.units == 0) return kept + "the last " + std::to_string(steadiness.asked);
  return kept + std::to_string(steadiness.asked) + " in " +
         counted_units(steadiness.units, row.cadence.unit());
}

std::string streak_phrase(const StepRow& row) {
  if (!row.streak.current) {
    return row.streak.total == 0 ? "as needed" : quantity(row.streak.total, "day", "days") + " so far";
  }
  const int current = *row.streak.current;
  if (current == 0) return standing_phrase(row);
  std::string phrase = counted_units(current, row.cadence.unit());
  if (was_yesterday_bridged(row)) return phrase + ", yesterday quiet";
  return current == 1 ? phrase : phrase + " in a row";
}

std::string running_phrase(const StepRow& row) {
  const bool has_begun = row.streak.total > 0 || row.cadence.unit() == Cadence::Unit::none;
  return row.streak.current.value_or(1) > 0 && has_begun ? streak_phrase(row) : std::string{};
}

std::string lately_phrase(const StepRow& row) {
  const std::string unit = unit_phrase(row);
  const std::string streak = running_phrase(row);
  std::string phrase = steadiness_phrase(row);
  if (!streak.empty()) phrase += (phrase.empty() ? "" : ", ") + streak;
  return unit + (unit.empty() || phrase.empty() ? "" : "; ") + phrase;
}

std::string unit_phrase(const StepRow& row) {
  if (!row.unit || (row.unit->asked == 0 && row.unit->got == 0)) return {};
  return std::to_string(row.unit->got) + " of " + std::to_string(row.unit->asked) +
         (row.cadence.unit() == Cadence::Unit::week ? " this week" : " this month");
}

std::string waiting_phrase(const Waiting& waiting, std::string_view text, Day day) {
  if (waiting.kind == Kind::promise) {
    return (text.empty() ? "a promise" : std::string{text}) +
           (waiting.is_over ? ", was due " : ", due ") + describe(waiting.deadline, day);
  }
  return (waiting.is_over ? "space was " : waiting.deadline.is_never() ? "space, " : "space ") +
         describe_until(waiting.deadline, day) + (text.empty() ? "" : ": " + std::string{text});
}

std::string moved_phrase(const Agreement& agreement) {
  const auto& first = agreement.opening->deadline;
  return first ? "moved from " + describe(*first, first->day + 1) : "moved";
}

std::string follow_through_phrase(const FollowThrough& through) {
  return "follow-through " + std::to_string(through.kept) + " of " + std::to_string(through.of);
}

std::string unsaid_phrase(const Attributes& apology) {
  std::string phrase;
  for (const auto part : unsaid_parts(apology)) {
    phrase += (phrase.empty() ? "still unsaid: " : ", ") + std::string{part};
  }
  return phrase;
}

std::string key_phrase(std::string_view key) {
  std::string phrase{key};
  std::ranges::replace(phrase, '_', ' ');
  return phrase;
}

std::string value_phrase(const Value& value) {
  const auto* const date = std::get_if<DateText>(&value.content);
  constexpr std::size_t length_of_day = 10;
  constexpr std::size_t length_of_clock = 5;
  if (date == nullptr || date->text.size() <= length_of_day) return value_text(value);
  return date->text.substr(0, length_of_day) + " " +
         date->text.substr(length_of_day + 1, length_of_clock);
}

std::string setback_reply(Severity severity, std::string_view told) {
  const SetbackContent& content = setback_content();
  if (severity != Severity::breach) return std::string{content.reply};
  const bool may_be_unknown = told.empty() || told == "no";
  return std::string{content.reply_breach} +
         (may_be_unknown ? " " + std::string{content.reply_untold} : "");
}

}  // namespace mend
