// SPDX-License-Identifier: MIT
#include "date_parts.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"

#include <array>

namespace mend {
namespace {

constexpr std::string_view en_dash = "\u2013";
constexpr std::string_view em_dash = "\u2014";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Does a word go on here? "yesterday's" and "friday-night" are no days.
bool continues_word(std::string_view rest) {
  static constexpr std::array<std::string_view, 2> joiners = {"'", "-"};
  if (rest.empty()) return false;
  const auto c = static_cast<unsigned char>(rest.front());
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return is_letter || c == '_' || c == '/' || c == '@' || c >= 0x80 ||
         rest.starts_with(joiners[0]) || rest.starts_with(joiners[1]);
}

// The letters, digits and dashes that a text begins with.
std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && continues_word(text.substr(end))) ++end;
  return text.substr(0, end);
}

bool take_long_dash(std::string_view& text) {
  return take_start(text, en_dash) || take_start(text, em_dash);
}

bool is_past_day(const std::string& read, Day today) {
  const auto day = find_past_day(read, today);
  return day && *day <= today && read != "today";
}

std::optional<std::string> as_day(std::string_view word, Day today) {
  auto rest = word;
  const std::string read = as_read(take_long_dash(rest) ? "-" + std::string{rest} : std::string{word});
  return is_past_day(read, today) ? std::optional{read} : std::nullopt;
}

// `3 days ago`, `fri 20 november 2026`: the longest day of several words that the text begins with.
std::optional<LeadingDay> of_several_words(std::string_view text, Day today) {
  constexpr std::size_t most_words = 4;
  std::optional<LeadingDay> found;
  std::size_t end = first_word(text).size();
  for (std::size_t words = 2; words <= most_words && end > 0; ++words) {
    if (!text.substr(end).starts_with(' ')) break;
    const std::size_t length = first_word(text.substr(end + 1)).size();
    if (length == 0) break;
    end += 1 + length;
    const std::string read = as_read(text.substr(0, end));
    if (is_past_day(read, today)) found = LeadingDay{read, text.substr(end)};
  }
  return found;
}

bool is_a_word_too(std::string_view day) {
  return day == "sat" || day == "sun" || day == "wed" || day == "mon";
}

std::string_view without_mark(std::string_view text) {
  if (!text.empty() && (text.front() == ',' || text.front() == ':')) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

// The option as a phone writes it: a long dash, d, and the day.
std::optional<LeadingDay> after_long_dash(std::string_view text, Day today) {
  if (!take_long_dash(text) || (!take_start(text, "d ") && !take_start(text, "on "))) return std::nullopt;
  const auto word = text.substr(0, text.find_first_of(" \t\n"));
  if (!find_past_day(as_read(word), today)) return std::nullopt;
  return LeadingDay{lower_case(word), without_mark(text.substr(word.size()))};
}

}  // namespace

std::optional<LeadingDay> leading_day(std::string_view text, Day today) {
  if (auto typed = after_long_dash(text, today)) return typed;
  if (auto written = of_several_words(text, today)) {
    return LeadingDay{written->day, without_mark(written->text)};
  }
  const std::string_view word = first_word(text);
  auto day = as_day(word, today);
  if (!day) return std::nullopt;
  const auto rest = text.substr(word.size());
  const bool is_apart = rest.empty() || rest.front() == ',' || rest.front() == ':';
  if (is_a_word_too(*day) && !is_apart) return std::nullopt;
  return LeadingDay{*std::move(day), without_mark(rest)};
}

}  // namespace mend
