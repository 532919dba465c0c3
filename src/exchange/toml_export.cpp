// SPDX-License-Identifier: MIT
#include "mend/exchange/export.hpp"
#include "mend/store/entry_writer.hpp"

#include <algorithm>

namespace mend {
namespace {

// Tables further inside are written in one line; no reader need follow longer headers.
constexpr int deepest_header = 4;

const Attributes* table_of(const Value& value) { return std::get_if<Attributes>(&value.content); }

// A list that can be written as [[tables]]; null when it is something else.
const Values* tables_of(const Value& value) {
  const auto* const values = std::get_if<Values>(&value.content);
  const bool is_tables = values != nullptr && !values->empty() &&
                         std::ranges::all_of(*values, [](const Value& each) {
                           return table_of(each) != nullptr;
                         });
  return is_tables ? values : nullptr;
}

// What stands below a header: plain values first, so that they belong to it.
void append_body(std::string& out, const std::string& name, const Attributes& table, int depth) {
  const auto has_header = [depth](const Value& value) {
    return depth < deepest_header && (table_of(value) != nullptr || tables_of(value) != nullptr);
  };
  for (const Attribute& each : table) {
    if (!has_header(each.value)) out += write_attribute(each, LineEnding::lf) + "\n";
  }
  for (const Attribute& each : table) {
    if (!has_header(each.value)) continue;
    const std::string inner = (name.empty() ? "" : name + ".") + write_key(each.key);
    if (const Attributes* const below = table_of(each.value)) {
      const bool is_only_tables =
          !below->empty() && std::ranges::all_of(*below, [](const Attribute& inside) {
            return table_of(inside.value) != nullptr;
          });
      if (!is_only_tables || depth + 1 == deepest_header) out += "\n[" + inner + "]\n";
      append_body(out, inner, *below, depth + 1);
      continue;
    }
    for (const Value& below : *tables_of(each.value)) {
      out += "\n[[" + inner + "]]\n";
      append_body(out, inner, *table_of(below), depth + 1);
    }
  }
}

}  // namespace

std::string settings_file_text(const Attributes& settings) {
  std::string text = "# What this journal is read by. Plain TOML: edit it freely.\n";
  append_body(text, "", ordered_settings(settings), 0);
  return text;
}

Frame toml_frame(const Attributes& settings, Audience audience) {
  std::string begin = "# mend journal, one file. Plain TOML.\nformat = 1\n";
  if (!settings.empty()) {
    begin += "\n[settings]\n";
    append_body(begin, "settings", ordered_settings(settings), 1);
  }
  std::string end;
  if (audience != Audience::me) end = "\n# " + std::string{shared_closing} + "\n";
  return {begin + "\n", "\n", end};
}

std::string toml_entry(const Attributes& entry) { return write_entry(entry, LineEnding::lf); }

}  // namespace mend
