// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t state_width = 7;

std::string terms_of(const SpaceRow& row) {
  const auto contact = text_of(row.agreement.opening->keys, "contact");
  const auto asked_by = text_of(row.agreement.opening->keys, "asked_by");
  std::string terms = contact.empty() ? "" : "contact " + std::string{contact};
  if (!asked_by.empty()) terms += (terms.empty() ? "" : ", ") + ("asked by " + std::string{asked_by});
  return harmless(terms);
}

std::string until_of(const SpaceRow& row, const LocalDay& here) {
  return (row.is_over ? "was " : "") + describe_until(row.agreement.deadline, here);
}

std::string summary(std::span<const SpaceRow> rows) {
  const auto in_state = [&](std::string_view state) {
    return static_cast<int>(std::ranges::count(rows, state, &SpaceRow::state));
  };
  std::string words;
  for (const auto& [state, shown] :
       {std::pair{"on-time", " back on time"}, {"late", " back late"}, {"ended", " ended"}, {"open", " open"}}) {
    if (const int count = in_state(state)) {
      words += (words.empty() ? "" : ", ") + std::to_string(count) + shown;
    }
  }
  return quantity(static_cast<int>(rows.size()), "space", "spaces") + ": " + words + "\n";
}

}  // namespace

std::string_view SpaceRow::state() const {
  return agreement.is_open() ? "open" : word_of(*agreement.outcome());
}

std::string spaces_text(std::span<const SpaceRow> rows, const LocalDay& here, const Style& style,
                        Discretion discretion) {
  if (rows.empty()) return {};
  std::size_t name_width = 0;
  std::size_t until_width = 0;
  std::size_t terms_width = 0;
  for (const SpaceRow& row : rows) {
    name_width = std::max(name_width, row.name.size());
    until_width = std::max(until_width, until_of(row, here).size());
    terms_width = std::max(terms_width, display_width(terms_of(row)));
  }
  std::string out;
  for (const SpaceRow& row : rows) {
    std::string line = padded(row.name, name_width) + "  " +
                       to_iso(row.agreement.opening->day) + "  " + padded(row.state(), state_width) +
                       "  " + padded(until_of(row, here), until_width) + "  " +
                       padded(terms_of(row), terms_width);
    if (discretion == Discretion::off) {
      line += "  " + harmless(first_line(text_of(row.agreement.opening->keys, "text")));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += shorten(line, style.width, style.ellipsis()) + "\n";
  }
  return out + "\n" + summary(rows);
}

}  // namespace mend
