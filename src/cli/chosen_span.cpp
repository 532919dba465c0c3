// SPDX-License-Identifier: MIT
#include "mend/cli/chosen_span.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/targets.hpp"
#include "mend/domain/date_words.hpp"

#include <algorithm>

namespace mend {
namespace {

DayRange span_of(Context& context, const std::string& text) {
  return or_usage_error(parse_span(text, context.today(), context.settings().week_start));
}

}  // namespace

DayRange days_between(Context& context, const Arguments& arguments) {
  DayRange days = every_day;
  if (const auto since = arguments.value("since")) days.first = span_of(context, *since).first;
  if (const auto until = arguments.value("until")) days.last = span_of(context, *until).last;
  return days;
}

DayRange chosen_span(Context& context, const Arguments& arguments, DayRange usual) {
  const DayRange span =
      arguments.words().empty() ? usual : span_of(context, joined(arguments.words()));
  const DayRange days = days_between(context, arguments);
  return {std::max(span.first, days.first), std::min(span.last, days.last)};
}

}  // namespace mend
