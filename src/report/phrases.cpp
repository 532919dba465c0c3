// SPDX-License-Identifier: MIT
#include "mend/report/phrases.hpp"

#include "mend/domain/date_words.hpp"
#include "mend/report/text.hpp"

#include <algorithm>

namespace mend {

std::string quantity(int count, std::string_view singular, std::string_view plural) {
  return std::to_string(count) + " " + std::string{count == 1 ? singular : plural};
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
  if (through.kept == 0 && through.open > 0) {
    return quantity(through.open, "promise", "promises") + " still open";
  }
  return "follow-through " + std::to_string(through.kept) + " of " + std::to_string(through.of);
}

std::string unsaid_phrase(const Attributes& apology) {
  std::string phrase;
  for (const auto part : unsaid_parts(apology)) {
    const std::string_view words = part == "acknowledged" ? "what I did"
                                   : part == "regret"     ? "what I regret"
                                                          : "asking forgiveness";
    phrase += (phrase.empty() ? "Not in this note yet: " : ", ") + std::string{words};
  }
  return phrase.empty() ? phrase : phrase + ".";
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
