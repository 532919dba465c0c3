// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string shown_action_name(const OwnAction& action, Discretion discretion) {
  const std::string step{key_of(action.step)};
  return discretion == Discretion::on ? step : step + "/" + harmless(action.key);
}

std::string cadence_of(const OwnAction& action) {
  return action.cadence ? action.cadence->text : "-";
}

std::string days_of_action(const OwnAction& action, Day today) {
  const std::string since = action.since ? "since " + describe(*action.since, today) : "";
  if (!action.until) return since;
  const std::string ended =
      (*action.until < today ? "ended " : "until ") + describe(*action.until, today);
  return since.empty() ? ended : since + ", " + ended;
}

}  // namespace

std::string own_actions_text(std::span<const OwnAction> actions, Day today, const Style& style,
                             Discretion discretion) {
  std::size_t name_width = 0;
  std::size_t cadence_width = 0;
  std::size_t days_width = 0;
  for (const OwnAction& action : actions) {
    name_width = std::max(name_width, display_width(shown_action_name(action, discretion)));
    cadence_width = std::max(cadence_width, cadence_of(action).size());
    days_width = std::max(days_width, days_of_action(action, today).size());
  }
  std::string out;
  for (const OwnAction& action : actions) {
    std::string line = padded(shown_action_name(action, discretion), name_width) + "  " +
                       padded(cadence_of(action), cadence_width) + "  " +
                       padded(days_of_action(action, today), days_width);
    if (discretion == Discretion::off) line += "  " + harmless(first_line(action.text));
    line.erase(line.find_last_not_of(' ') + 1);
    out += shorten(line, style.width, style.ellipsis()) + "\n";
  }
  return out;
}

}  // namespace mend
