// SPDX-License-Identifier: MIT
#include "mend/store/action_tables.hpp"

#include "mend/store/attributes_file.hpp"
#include "mend/store/settings_file.hpp"
#include "refusals.hpp"
#include "toml.hpp"

#include <algorithm>
#include <cstddef>

namespace mend {
namespace {

constexpr std::string_view table_name = "action";

Diagnostic refused_as_written(const std::string& file, const toml::source_region& region = {}) {
  Diagnostic refusal =
      refused("the way the actions are written here, they cannot be changed without a risk to the rest",
              file);
  refusal.line = static_cast<int>(region.begin.line);
  refusal.column = static_cast<int>(region.begin.column);
  return refusal;
}

bool is_list_of_headers(const toml::array& actions) {
  return std::ranges::all_of(actions, [](const toml::node& action) {
    return action.is_table() && !action.as_table()->is_inline();
  });
}

// The [[action]] tables, in a file that can be changed; null without any.
Result<const toml::array*> tables_of(const toml::table& root, const std::string& file) {
  const toml::node* const node = root.get(table_name);
  if (node == nullptr) return nullptr;
  const toml::array* const actions = node->as_array();
  if (actions == nullptr || !is_list_of_headers(*actions)) {
    return refused_as_written(file, node->source());
  }
  return actions;
}

struct ParsedSettings {
  toml::parse_result parsed;
  const toml::array* actions = nullptr;
};

Result<ParsedSettings> parse_settings(const std::string& bytes, const std::string& file) {
  if (auto refusal = refuse_before_parsing(bytes, file)) return *std::move(refusal);
  ParsedSettings settings{toml::parse(bytes), nullptr};
  if (!settings.parsed) return diagnose(settings.parsed.error(), file, 0);
  if (auto refusal = check_format(settings.parsed.table(), file, 0)) return *std::move(refusal);
  const auto actions = tables_of(settings.parsed.table(), file);
  if (!actions) return actions.error();
  settings.actions = *actions;
  return settings;
}

const toml::table* find_table(const toml::array* actions, const OwnAction& action) {
  if (actions == nullptr) return nullptr;
  for (const toml::node& node : *actions) {
    const toml::table& table = *node.as_table();
    if (table["key"] == action.key && table["step"] == key_of(action.step)) return &table;
  }
  return nullptr;
}

std::optional<ByteRange> range_of_table(const std::string& bytes, const toml::table& table) {
  const std::size_t header = SourceMap{bytes}.line_begin(table.source().begin);
  for (const Piece& piece : scan_month(bytes).pieces) {
    if (piece.kind != Piece::Kind::preamble && piece.header == header) return ByteRange{piece.begin, piece.content_end};
  }
  return std::nullopt;
}

Attributes without_actions(Attributes root) {
  std::erase_if(root, [](const Attribute& attribute) { return attribute.key == table_name; });
  return root;
}

bool holds_settings(std::string_view text) {
  const auto root = read_attributes(text, "");
  return root && !without_actions(*root).empty();
}

// Would the edit do what it says and no more?
Result<Edit> tried(const std::string& bytes, const std::string& file, Edit edit) {
  const ByteRange range{edit.offset, edit.offset + edit.removed.size()};
  const auto after = spliced_actions(MonthDocument{bytes, file}, range, edit.inserted, file);
  if (!after) return after.error();
  return edit;
}

}  // namespace

Result<Edit> actions_added(const std::string& bytes, const std::string& file,
                           std::span<const Attributes> actions) {
  const auto settings = parse_settings(bytes, file);
  if (!settings) return settings.error();
  std::string after = bytes;
  for (const Attributes& action : actions) {
    after += appendix(after, write_table(table_name, action, line_ending_of(bytes)));
  }
  return tried(bytes, file, {std::string{actions_file}, bytes.size(), "", after.substr(bytes.size())});
}

Result<Edit> action_changed(const std::string& bytes, const std::string& file,
                            const OwnAction& action, const std::vector<KeyChange>& changes) {
  const auto settings = parse_settings(bytes, file);
  if (!settings) return settings.error();
  const toml::table* const table = find_table(settings->actions, action);
  if (table == nullptr) return refused("the action was changed meanwhile; nothing was done", file);
  const auto range = range_of_table(bytes, *table);
  if (!range) return refused_as_written(file, table->source());
  const std::string before = bytes.substr(range->begin, range->end - range->begin);
  const auto after = edited_table(table_name, before, changes);
  if (!after) return refused_as_written(file, table->source());
  return tried(bytes, file, {std::string{actions_file}, range->begin, before, *after});
}

Result<MonthDocument> spliced_actions(const MonthDocument& before, ByteRange range,
                                      std::string_view insertion, const std::string& file) {
  const std::string& bytes = before.bytes();
  std::string after = bytes;
  after.replace(range.begin, range.end - range.begin, insertion);
  const auto old_root = read_attributes(bytes, file);
  const auto new_root = read_attributes(after, file);
  if (!old_root) return old_root.error();
  if (!new_root) return refused_as_written(file);
  auto intended = tables_in(bytes, table_name);
  const auto added = tables_in(insertion, table_name);
  const auto removed = tables_in(bytes.substr(range.begin, range.end - range.begin), table_name);
  const std::size_t index = tables_in(bytes.substr(0, range.begin), table_name).size();
  if (index + removed.size() > intended.size()) return refused_as_written(file);
  const auto at = intended.begin() + static_cast<std::ptrdiff_t>(index);
  intended.insert(intended.erase(at, at + static_cast<std::ptrdiff_t>(removed.size())),
                  added.begin(), added.end());
  const bool is_rest_the_same = without_actions(*old_root) == without_actions(*new_root);
  if (!is_rest_the_same || tables_in(after, table_name) != intended) return refused_as_written(file);
  return MonthDocument{std::move(after), file};
}

bool is_of_settings(const Edit& edit) {
  return edit.file == actions_file && (holds_settings(edit.removed) || holds_settings(edit.inserted));
}

std::string applied(std::string bytes, const Edit& edit) {
  return bytes.replace(edit.offset, edit.removed.size(), edit.inserted);
}

std::vector<OwnAction> actions_in(std::string_view text) {
  return read_journal_settings(text, "").settings.actions;
}

}  // namespace mend
