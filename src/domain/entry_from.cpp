// SPDX-License-Identifier: MIT
#include "mend/domain/entry_reader.hpp"

namespace mend {
namespace {

// TOML has none.
bool is_leap_second(std::string_view time) { return time.size() > 17 && time[17] == '6'; }

// The keys of an entry that somebody holds.
class HeldKeys {
 public:
  using Node = const Value*;

  explicit HeldKeys(const Attributes& keys) : keys_(keys) {}

  Node find(std::string_view key) const { return find_value(keys_, key); }

  static std::optional<std::string_view> text(Node node) {
    const std::string* const value = node->text();
    return value == nullptr ? std::nullopt : std::optional<std::string_view>{*value};
  }

  static std::optional<Day> day(Node node) {
    const auto* const date = std::get_if<DateText>(&node->content);
    return date == nullptr ? std::nullopt : parse_iso_day(date->text);
  }

  static std::optional<Timestamp> time(Node node) {
    const auto* const date = std::get_if<DateText>(&node->content);
    return date == nullptr || is_leap_second(date->text) ? std::nullopt : parse_rfc3339(date->text);
  }

  static std::optional<std::vector<Node>> elements(Node node) {
    const auto* const values = std::get_if<Values>(&node->content);
    if (values == nullptr) return std::nullopt;
    std::vector<Node> all;
    for (const Value& each : *values) all.push_back(&each);
    return all;
  }

  static bool is_answer(Node node) { return std::holds_alternative<bool>(node->content); }
  static bool is_number(Node node) { return std::holds_alternative<std::int64_t>(node->content); }

  static Diagnostic damage(Node, std::string what, std::string hint) {
    return {std::move(what), {}, 0, 0, std::move(hint)};
  }

 private:
  const Attributes& keys_;
};

}  // namespace

Result<Entry> entry_from(Attributes keys) {
  const HeldKeys source{keys};
  Result<Entry> entry = EntryReader{source}.read();
  if (entry) entry->keys = std::move(keys);
  return entry;
}

}  // namespace mend
