// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/limit_list.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string limit_state_words(const LimitRow& row, const LocalDay& here) {
  switch (row.state) {
    case LimitState::in_force:
      return row.limit.deadline.is_never() ? "in force"
                                           : "in force " + describe_until(row.limit.deadline, here);
    case LimitState::lifted: return "lifted " + describe(row.limit.settlement->day, here.today);
    case LimitState::over: return "was " + describe_until(row.limit.deadline, here);
  }
  return {};
}

std::string limit_words(const LimitRow& row) {
  const Attributes& keys = row.limit.opening->keys;
  const auto asked_by = text_of(keys, "asked_by");
  return harmless(first_line(text_of(keys, "text"))) +
         (asked_by.empty() ? "" : " (asked by " + harmless(asked_by) + ")");
}

}  // namespace

std::string limit_phrase(const Agreement& limit, const LocalDay& here) {
  return std::string{first_line(text_of(limit.opening->keys, "text"))} +
         (limit.deadline.is_never() ? "" : ", " + describe_until(limit.deadline, here));
}

std::string limits_text(std::span<const LimitRow> rows, const LocalDay& here, const Style& style,
                        Discretion discretion) {
  std::size_t name_width = 0;
  std::size_t state_width = 0;
  for (const LimitRow& row : rows) {
    name_width = std::max(name_width, row.name.size());
    state_width = std::max(state_width, limit_state_words(row, here).size());
  }
  std::string out;
  for (const LimitRow& row : rows) {
    std::string line = padded(row.name, name_width) + "  " + to_iso(row.limit.opening->day) + "  " +
                       padded(limit_state_words(row, here), state_width);
    if (discretion == Discretion::off) line += "  " + limit_words(row);
    line.erase(line.find_last_not_of(' ') + 1);
    out += shorten(line, style.width, style.ellipsis()) + "\n";
  }
  return out;
}

}  // namespace mend
