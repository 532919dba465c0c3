// SPDX-License-Identifier: MIT
#include "mend/cli/usage.hpp"

namespace mend {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    if (end != 0 && !text.empty()) parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// The part without the signs for what can be left out and repeated.
std::string bare(std::string_view part) {
  std::string text;
  for (const char c : part) {
    if (c != '[' && c != ']' && c != '.') text += c;
  }
  return text;
}

}  // namespace

std::vector<std::string> alternatives(std::string_view names) {
  std::vector<std::string> found;
  for (const std::string_view name : split(names, '|')) found.emplace_back(name);
  return found;
}

std::vector<std::string> wanted_values(std::string_view usage, std::size_t index) {
  std::vector<std::string_view> slots;
  bool is_value_of_option = false;
  for (const std::string_view part : split(usage, ' ')) {
    const std::string name = bare(part);
    if (is_value_of_option) {
      is_value_of_option = false;
    } else if (name.starts_with("-")) {
      is_value_of_option = name != "--";
    } else {
      slots.push_back(part);
    }
  }
  if (slots.empty()) return {};
  const std::string_view last = slots.back();
  const bool is_repeated = last.ends_with("...") || last.ends_with("...]");
  if (index >= slots.size() && !is_repeated) return {};
  return alternatives(bare(index < slots.size() ? slots[index] : last));
}

}  // namespace mend
