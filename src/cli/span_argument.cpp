// SPDX-License-Identifier: MIT
#include "mend/cli/span_argument.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/targets.hpp"
#include "mend/domain/date_words.hpp"

#include <algorithm>

namespace mend {

std::optional<DayRange> span_argument(Context& context, const Arguments& arguments) {
  const auto span_of = [&](const std::string& text) {
    return or_usage_error(parse_span(text, context.today(), context.settings().week_start));
  };
  std::optional<DayRange> span;
  if (!arguments.words().empty()) span = span_of(joined(arguments.words()));
  const auto since = arguments.value("since");
  const auto until = arguments.value("until");
  if (!since && !until) return span;
  if (!span) span = every_day;
  if (since) span->first = std::max(span->first, span_of(*since).first);
  if (until) span->last = std::min(span->last, span_of(*until).last);
  if (span->last < span->first) {
    stop_usage("no day is left between --since and --until", "Both days are included.");
  }
  return span;
}

}  // namespace mend
