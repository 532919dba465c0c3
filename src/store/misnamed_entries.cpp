// SPDX-License-Identifier: MIT
#include "misnamed_entries.hpp"

#include "mend/domain/spelling.hpp"
#include "mend/store/text_checks.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

bool is_like_entry(const toml::table& table) { return table.contains("kind") && table.contains("day"); }

bool has_entry_key(const toml::table& table) {
  static constexpr std::array<std::string_view, 6> keys = {"id", "day", "at", "kind", "step", "text"};
  return std::ranges::any_of(keys, [&](std::string_view key) { return table.contains(key); });
}

bool is_like_entry_name(std::string_view key) {
  static constexpr std::array<std::string_view, 2> names = {"entry", "entries"};
  return !listed_word(key, names).empty();
}

class Search {
 public:
  Search(const std::string& file, int line_offset, std::vector<Diagnostic>& damage)
      : file_(file), line_offset_(line_offset), damage_(damage) {}

  void look_into(const toml::table& root) {
    if (is_like_entry(root)) report("an entry begins with the line [[entry]], which is missing here",
                                    *root.get("kind"));
    for (const auto& [key, node] : root) {
      if (key.str() != "entry") look_at(key.str(), node);
    }
  }

 private:
  void look_at(std::string_view key, const toml::node& node) {
    if (const auto* const tables = node.as_array()) {
      for (const toml::node& each : *tables) {
        if (each.is_table()) look_at(key, each);
      }
      return;
    }
    const auto* const table = node.as_table();
    if (table == nullptr) return;
    if (is_like_entry(*table) || (is_like_entry_name(key) && has_entry_key(*table))) {
      report("this entry is ignored, because its header is not [[entry]]", *table);
      return;
    }
    for (const auto& [name, inner] : *table) look_at(name.str(), inner);
  }

  void report(std::string what, const toml::node& node) {
    const auto position = node.source().begin;
    damage_.push_back({std::move(what), file_, static_cast<int>(position.line) + line_offset_,
                       static_cast<int>(position.column), "Write [[entry]], in small letters."});
  }

  const std::string& file_;
  int line_offset_;
  std::vector<Diagnostic>& damage_;
};

}  // namespace

void add_misnamed_entries(const toml::table& root, const std::string& file, int line_offset,
                          std::vector<Diagnostic>& damage) {
  Search{file, line_offset, damage}.look_into(root);
}

std::vector<Diagnostic> misnamed_entries(std::string_view bytes, const std::string& file) {
  std::vector<Diagnostic> damage;
  const toml::parse_result result = toml::parse(bytes);
  if (result) add_misnamed_entries(result.table(), file, 0, damage);
  return damage;
}

}  // namespace mend
