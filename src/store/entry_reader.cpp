// SPDX-License-Identifier: MIT
#include "entry_reader.hpp"

#include "mend/domain/entry_reader.hpp"

namespace mend {
namespace {

std::optional<Day> to_day(const toml::date& date) {
  return day_from_civil(date.year, date.month, date.day);
}

// The keys of an entry in a file.
class KeysInFile {
 public:
  using Node = const toml::node*;

  KeysInFile(const toml::table& table, const std::string& file, int line_offset)
      : table_(table), file_(file), line_offset_(line_offset) {}

  Node find(std::string_view key) const { return table_.get(key); }

  static std::optional<std::string_view> text(Node node) {
    const auto* const value = node->as_string();
    return value == nullptr ? std::nullopt : std::optional<std::string_view>{value->get()};
  }

  static std::optional<Day> day(Node node) {
    const auto* const date = node->as_date();
    return date == nullptr ? std::nullopt : to_day(date->get());
  }

  static std::optional<Timestamp> time(Node node) {
    const auto* const value = node->as_date_time();
    if (value == nullptr || !value->get().offset) return std::nullopt;
    const auto& [date, clock, zone] = value->get();
    const auto civil = to_day(date);
    if (!civil) return std::nullopt;
    const int offset = zone->minutes * 60;
    const std::int64_t local = std::int64_t{civil->number} * 86400 + clock.hour * 3600 +
                               clock.minute * 60 + clock.second;
    return Timestamp{Instant{local - offset}, offset};
  }

  static std::optional<std::vector<Node>> elements(Node node) {
    const auto* const array = node->as_array();
    if (array == nullptr) return std::nullopt;
    std::vector<Node> all;
    for (const toml::node& element : *array) all.push_back(&element);
    return all;
  }

  static bool is_answer(Node node) { return node->is_boolean(); }
  static bool is_number(Node node) { return node->is_integer(); }

  Diagnostic damage(Node node, std::string what, std::string hint) const {
    const toml::source_position begin = (node == nullptr ? table_.source() : node->source()).begin;
    return {std::move(what), file_, static_cast<int>(begin.line) + line_offset_,
            static_cast<int>(begin.column), std::move(hint)};
  }

 private:
  const toml::table& table_;
  const std::string& file_;
  int line_offset_;
};

}  // namespace

Result<Entry> read_entry(const toml::table& table, const std::string& file, int line_offset) {
  const KeysInFile source{table, file, line_offset};
  return EntryReader{source}.read();
}

}  // namespace mend
