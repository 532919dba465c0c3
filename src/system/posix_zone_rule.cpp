// SPDX-License-Identifier: MIT
#include "posix_zone_rule.hpp"

#include <cstddef>

namespace mend {
namespace {

// POSIX lets an offset be 24 hours, but no time can be written with it (RFC 3339).
constexpr int most_hours_of_offset = 23;
constexpr int most_hours_of_change = 167;  // RFC 8536: a change may lie days from its date

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Each member takes its part from the front, and says whether it was there and right.
class Rule {
 public:
  explicit Rule(std::string_view text) : rest_(text) {}

  bool is_at_end() const { return rest_.empty(); }

  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_name() {
    const bool is_quoted = take('<');
    std::size_t length = 0;
    while (length < rest_.size() && is_of_name(rest_[length], is_quoted)) ++length;
    rest_.remove_prefix(length);
    return length >= 3 && (!is_quoted || take('>'));
  }

  bool take_offset() { return take_time(most_hours_of_offset); }

  // `M3.5.0/2`, `J60`, `59`: a day of the year, and perhaps a time.
  bool take_change() {
    const bool has_day = take('M')   ? take_number(1, 12) && take('.') && take_number(1, 5) &&
                                         take('.') && take_number(0, 6)
                         : take('J') ? take_number(1, 365)
                                     : take_number(0, 365);
    return has_day && (!take('/') || take_time(most_hours_of_change));
  }

 private:
  static bool is_of_name(char c, bool is_quoted) {
    return is_letter(c) || (is_quoted && (is_digit(c) || c == '+' || c == '-'));
  }

  bool take_number(int least, int most) {
    std::size_t length = 0;
    int number = 0;
    while (length < rest_.size() && length < 3 && is_digit(rest_[length])) {
      number = number * 10 + (rest_[length++] - '0');
    }
    rest_.remove_prefix(length);
    return length > 0 && least <= number && number <= most;
  }

  bool take_time(int most_hours) {
    if (!take('+')) take('-');
    if (!take_number(0, most_hours)) return false;
    if (!take(':')) return true;
    return take_number(0, 59) && (!take(':') || take_number(0, 59));
  }

  std::string_view rest_;
};

}  // namespace

bool is_posix_zone_rule(std::string_view tz) {
  Rule rule{tz};
  if (!rule.take_name() || !rule.take_offset()) return false;
  if (rule.is_at_end()) return true;
  if (!rule.take_name()) return false;
  if (rule.is_at_end()) return true;
  if (!rule.take(',')) {
    if (!rule.take_offset()) return false;
    if (rule.is_at_end()) return true;
    if (!rule.take(',')) return false;
  }
  return rule.take_change() && rule.take(',') && rule.take_change() && rule.is_at_end();
}

}  // namespace mend
