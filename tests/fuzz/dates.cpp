// SPDX-License-Identifier: MIT
// Date words: whatever is typed is a day, a span or a refusal that says what is wrong.
#include "fuzz_target.hpp"

#include "mend/domain/cadence.hpp"
#include "mend/domain/date_words.hpp"

namespace mend {
namespace {

void check(const Result<DayRange>& range) {
  if (range) {
    require(range->first <= range->last);
  } else {
    require(!range.error().what.empty());
  }
}

}  // namespace
}  // namespace mend

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mend;
  const std::string_view text = text_of_input(data, size);
  const Day today = *parse_iso_day("2026-11-22");
  if (const auto day = parse_day(text, today)) {
    const auto again = parse_day(to_iso(*day), today);
    require(again && *again == *day);
    const auto printed = parse_day(describe(*day, today), today);
    require(printed && *printed == *day);
  }
  const Timestamp now{UtcZone{}.instant_at(today, 12 * 3600), 0};
  if (const auto when = parse_when(text, now, UtcZone{}, today)) {
    const auto again = parse_when(to_text(*when), now, UtcZone{}, today);
    require(again && to_text(*again) == to_text(*when));
  }
  if (const auto leading = leading_day(text, today)) {
    require(parse_day(leading->day, today) && leading->text.size() < text.size());
  }
  static_cast<void>(is_date_word(text));
  check(parse_span(text, today, Weekday::monday));
  check(parse_span(text, today, Weekday::sunday));
  check(parse_rest_days(text, today));
  static_cast<void>(is_date_or_time_word(text));
  static_cast<void>(parse_rfc3339(text));
  if (const auto cadence = parse_cadence(text)) require(cadence->text == text);
  return 0;
}
