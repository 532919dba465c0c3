// SPDX-License-Identifier: MIT
#include "mend/domain/cadence.hpp"

#include "mend/domain/number.hpp"

namespace mend {
namespace {

// A count without sign, leading zero or anything after it.
std::optional<int> parse_count(std::string_view text, int least, int most) {
  if (text.empty() || text.size() > 3 || text[0] == '0') return std::nullopt;
  const auto count = parse_number<int>(text);
  return count && *count >= least && *count <= most ? count : std::nullopt;
}

std::optional<std::bitset<7>> parse_named_days(std::string_view text) {
  std::bitset<7> days;
  while (true) {
    const auto comma = text.find(',');
    const auto word = text.substr(0, comma);
    const auto weekday = word.size() == 3 ? parse_weekday(word) : std::nullopt;
    if (!weekday) return std::nullopt;
    days.set(static_cast<std::size_t>(*weekday));
    if (comma == std::string_view::npos) return days;
    text.remove_prefix(comma + 1);
  }
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

Cadence counted(Cadence::Form form, int count, std::string_view text) {
  return Cadence{form, {}, count, std::string{text}};
}

Cadence on_days(std::bitset<7> days, std::string_view text) {
  return Cadence{Cadence::Form::weekdays, days, 0, std::string{text}};
}

}  // namespace

Cadence::Unit Cadence::unit() const {
  switch (form) {
    case Form::weekdays: return Unit::day;
    case Form::weekly: return Unit::week;
    case Form::monthly: return Unit::month;
    case Form::every_n_days: return Unit::time;
    case Form::as_needed: return Unit::none;
  }
  return Unit::none;
}

std::optional<Cadence> parse_cadence(std::string_view text) {
  if (text == "daily") return on_days(std::bitset<7>{0b1111111}, text);
  if (text == "weekdays") return on_days(std::bitset<7>{0b0011111}, text);
  if (text == "as-needed") return counted(Cadence::Form::as_needed, 0, text);
  auto rest = text;
  if (take_suffix(rest, "/week")) {
    const auto count = parse_count(rest, 1, 7);
    if (!count) return std::nullopt;
    return counted(Cadence::Form::weekly, *count, text);
  }
  if (take_suffix(rest, "/month")) {
    const auto count = parse_count(rest, 1, 31);
    if (!count) return std::nullopt;
    return counted(Cadence::Form::monthly, *count, text);
  }
  if (rest.starts_with("every ") && take_suffix(rest, "d")) {
    rest.remove_prefix(std::string_view{"every "}.size());
    const auto count = parse_count(rest, 2, 365);
    if (!count) return std::nullopt;
    return counted(Cadence::Form::every_n_days, *count, text);
  }
  const auto days = parse_named_days(text);
  if (!days) return std::nullopt;
  return on_days(*days, text);
}

std::string_view cadence_forms() {
  return "daily, weekdays, days such as mon,wed,fri, 1/week to 7/week, 1/month to 31/month, "
         "every 2d to every 365d, as-needed";
}

}  // namespace mend
