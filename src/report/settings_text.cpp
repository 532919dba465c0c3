// SPDX-License-Identifier: MIT
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string shown(const SettingRow& row) {
  const std::string text = harmless(plain_text(row.value));
  return text.empty() ? "-" : text;
}

// Without their line endings.
std::vector<std::string_view> split_lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
  }
  return lines;
}

std::string diff_line(std::string_view mark, std::string_view line) {
  return std::string{mark} + (line.empty() ? "" : " ") + harmless(line) + "\n";
}

}  // namespace

std::string plain_text(const Value& value) {
  if (value.text() != nullptr) return *value.text();
  if (const auto* const answer = std::get_if<bool>(&value.content)) {
    return *answer ? "true" : "false";
  }
  const auto* const number = std::get_if<std::int64_t>(&value.content);
  return number == nullptr ? std::string{} : std::to_string(*number);
}

std::string settings_text(std::span<const SettingRow> rows) {
  std::size_t key_width = 0;
  std::size_t value_width = 0;
  for (const SettingRow& row : rows) {
    key_width = std::max(key_width, row.key.size());
    if (row.is_default) value_width = std::max(value_width, display_width(shown(row)));
  }
  std::string out;
  std::string_view file;
  for (const SettingRow& row : rows) {
    if (row.file != file) out += (out.empty() ? "" : "\n") + harmless(row.file) + "\n";
    file = row.file;
    out += "  " + padded(row.key, key_width) + "  ";
    out += row.is_default ? padded(shown(row), value_width) + "  default\n" : shown(row) + "\n";
  }
  return out;
}

std::string changed_lines(std::string_view before, std::string_view after) {
  auto old_lines = split_lines_of(before);
  auto new_lines = split_lines_of(after);
  const auto [old_begin, new_begin] = std::ranges::mismatch(old_lines, new_lines);
  old_lines.erase(old_lines.begin(), old_begin);
  new_lines.erase(new_lines.begin(), new_begin);
  while (!old_lines.empty() && !new_lines.empty() && old_lines.back() == new_lines.back()) {
    old_lines.pop_back();
    new_lines.pop_back();
  }
  std::string out;
  for (const std::string_view line : old_lines) out += diff_line("-", line);
  for (const std::string_view line : new_lines) out += diff_line("+", line);
  return out;
}

}  // namespace mend
