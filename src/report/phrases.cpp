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

std::string waiting_phrase(const Waiting& waiting, std::string_view text, const LocalDay& here) {
  if (waiting.kind == Kind::promise) {
    return (text.empty() ? "a promise" : std::string{text}) +
           (waiting.is_over ? ", was due " : ", due ") + describe(waiting.deadline, here);
  }
  return (waiting.is_over ? "space was " : waiting.deadline.is_never() ? "space, " : "space ") +
         describe_until(waiting.deadline, here) + (text.empty() ? "" : ": " + std::string{text});
}

std::string moved_phrase(const Agreement& agreement, const LocalDay& here) {
  const auto& first = agreement.opening->deadline;
  return first ? "moved from " + describe_in_full(*first, here) : "moved";
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

std::string value_phrase(const Value& value, const Zone& zone) {
  const auto* const date = std::get_if<DateText>(&value.content);
  const auto time = date == nullptr ? std::nullopt : parse_rfc3339(date->text);
  if (!time) return value_text(value, zone);
  const Timestamp here = zone.local(time->instant);
  return to_iso(here.day()) + " " + clock_of(here);
}

std::string setback_reply(Severity severity, std::string_view told) {
  const SetbackContent& content = setback_content();
  if (severity != Severity::breach) return std::string{content.reply};
  const bool may_be_unknown = told.empty() || told == "no";
  return std::string{content.reply_breach} +
         (may_be_unknown ? " " + std::string{content.reply_untold} : "");
}

}  // namespace mend
