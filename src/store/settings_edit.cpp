// SPDX-License-Identifier: MIT
#include "mend/store/settings_edit.hpp"

#include "mend/store/attributes_file.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/store/splice.hpp"
#include "toml.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace mend {
namespace {

using KeyPath = std::vector<std::string>;

KeyPath path_of(std::string_view key) {
  KeyPath path;
  for (auto dot = key.find('.'); dot != std::string_view::npos; dot = key.find('.')) {
    path.emplace_back(key.substr(0, dot));
    key.remove_prefix(dot + 1);
  }
  path.emplace_back(key);
  return path;
}

// Is this the line of a `[table]` with that path?
bool is_header_of(std::string_view line, const KeyPath& path) {
  const toml::parse_result parsed = toml::parse(line);
  if (!parsed) return false;
  const toml::table* table = &parsed.table();
  for (const std::string& name : path) {
    const toml::node* const node = table->get(name);
    table = node == nullptr ? nullptr : node->as_table();
    if (table == nullptr) return false;
  }
  return table->empty();
}

// Everything a file says, by the whole path of its key. Where tables begin makes no difference.
void collect(const Attributes& table, KeyPath& path, std::map<KeyPath, Value>& values) {
  for (const Attribute& attribute : table) {
    path.push_back(attribute.key);
    if (const auto* const below = std::get_if<Attributes>(&attribute.value.content)) {
      collect(*below, path, values);
    } else {
      values[path] = attribute.value;
    }
    path.pop_back();
  }
}

std::optional<std::map<KeyPath, Value>> values_of(std::string_view bytes) {
  const auto root = read_attributes(bytes, "");
  if (!root) return std::nullopt;
  std::map<KeyPath, Value> values;
  KeyPath path;
  collect(*root, path, values);
  return values;
}

// What may have headers, and so no place of its own.
bool is_made_of_tables(const toml::node& node) {
  return node.is_table() || node.is_array_of_tables();
}

struct Splice {
  ByteRange range;
  std::string insertion;
};

class SettingsEditor {
 public:
  SettingsEditor(const std::string& bytes, const std::string& file, std::string_view key,
                 const toml::table& root)
      : bytes_(bytes),
        file_(file),
        path_(path_of(key)),
        root_(root),
        map_(bytes),
        line_ending_(line_ending_of(bytes)),
        end_(characters_of(line_ending_)) {
    find_nodes();
  }

  Result<std::string> edit(const std::optional<Value>& value) const {
    const bool is_there = found_.size() == path_.size();
    if (!value && !is_there) return bytes_;
    if (is_there && is_made_of_tables(*found_.back())) return refusal();
    const auto splice = !value ? removal() : is_there ? replacement(*value) : addition(*value);
    if (!splice) return refusal();
    std::string after = bytes_;
    after.replace(splice->range.begin, splice->range.end - splice->range.begin, splice->insertion);
    if (!is_what_was_meant(after, value)) return refusal();
    return after;
  }

 private:
  // The nodes along the path, as far as they are there.
  void find_nodes() {
    const toml::table* table = &root_;
    for (const std::string& name : path_) {
      const toml::node* const node = table == nullptr ? nullptr : table->get(name);
      if (node == nullptr) return;
      found_.push_back(node);
      table = node->as_table();
    }
  }

  ByteRange range_of(const toml::node& node) const {
    return {map_.offset_of(node.source().begin), map_.offset_of(node.source().end)};
  }

  Splice replacement(const Value& value) const {
    return {range_of(*found_.back()), write_value(value, line_ending_)};
  }

  // The key's line, up to a comment. Out of an inline table this makes something that is not TOML.
  Splice removal() const {
    const std::size_t line = map_.line_begin(found_.back()->source().begin);
    const std::size_t value_end = range_of(*found_.back()).end;
    const auto newline = std::min(bytes_.find('\n', value_end), bytes_.size());
    const auto rest = std::min(bytes_.find_first_not_of(" \t\r", value_end), newline);
    if (rest < newline) return {{bytes_.find_first_not_of(" \t", line), rest}, ""};
    return {{line, std::min(newline + 1, bytes_.size())}, ""};
  }

  std::optional<Splice> addition(const Value& value) const {
    const std::string line = path_.back() + " = " + write_value(value, line_ending_) + std::string{end_};
    const KeyPath table{path_.begin(), path_.end() - 1};
    const std::vector<Piece> pieces = scan_month(bytes_).pieces;
    if (table.empty()) return added_at_top(pieces.front(), line);
    for (const Piece& piece : pieces) {
      if (piece.kind == Piece::Kind::preamble || !is_header_of(line_at(piece.header), table)) continue;
      if (found_.size() != table.size() || !found_.back()->is_table()) return std::nullopt;
      const auto last = last_value_end(*found_.back()->as_table(), piece);
      return added_below(last.value_or(piece.header), line);
    }
    std::string header;
    for (const std::string& name : table) header += (header.empty() ? "[" : ".") + name;
    const std::size_t size = bytes_.size();
    return Splice{{size, size}, appendix(bytes_, header + "]" + std::string{end_} + line)};
  }

  // Below the last key of no table; where there is none, below the comment the file begins with.
  Splice added_at_top(const Piece& preamble, const std::string& line) const {
    if (const auto last = last_value_end(root_, preamble)) return added_below(*last, line);
    const std::size_t top = map_.line_begin({1, 1});
    if (bytes_.compare(top, 1, "#") == 0 && preamble.content_end > top) {
      return added_below(end_of_comments(top), line);
    }
    const bool is_right_above_table = preamble.end <= top && top < bytes_.size();
    return {{top, top}, is_right_above_table ? line + std::string{end_} : line};
  }

  Splice added_below(std::size_t offset, const std::string& line) const {
    const auto newline = bytes_.find('\n', offset);
    if (newline != std::string::npos) return {{newline + 1, newline + 1}, line};
    return {{bytes_.size(), bytes_.size()}, std::string{end_} + line};
  }

  // In the last of the comment lines that begin there.
  std::size_t end_of_comments(std::size_t offset) const {
    auto newline = bytes_.find('\n', offset);
    while (newline != std::string::npos && bytes_.compare(newline + 1, 1, "#") == 0) {
      offset = newline + 1;
      newline = bytes_.find('\n', offset);
    }
    return offset;
  }

  // Behind the last value of the table, or of one below it, that stands in that piece.
  std::optional<std::size_t> last_value_end(const toml::table& table, const Piece& piece) const {
    std::optional<std::size_t> last;
    for (const auto& [key, node] : table) {
      const toml::table* const below = node.as_table();
      std::optional<std::size_t> end;
      if (below != nullptr && !below->is_inline()) {
        end = last_value_end(*below, piece);
      } else if (!node.is_array_of_tables()) {
        end = range_of(node).end;
      }
      if (end && piece.begin < *end && *end <= piece.end) last = std::max(last, end);
    }
    return last;
  }

  std::string_view line_at(std::size_t offset) const {
    const auto end = bytes_.find_first_of("\r\n", offset);
    return std::string_view{bytes_}.substr(offset, end - offset);
  }

  bool is_what_was_meant(const std::string& after, const std::optional<Value>& value) const {
    auto intended = values_of(bytes_);
    if (!intended) return false;
    if (value) {
      (*intended)[path_] = *value;
    } else {
      intended->erase(path_);
    }
    return values_of(after) == intended;
  }

  // Points at what is there of the key: the key itself, or the table it would have to go into.
  Diagnostic refusal() const {
    std::string key;
    for (const std::string& name : path_) key += (key.empty() ? "" : ".") + name;
    Diagnostic diagnostic;
    diagnostic.what = "the way '" + (found_.empty() ? key : path_[found_.size() - 1]) +
                      "' is written here, '" + key + "' cannot be changed without a risk to the rest";
    diagnostic.file = file_;
    if (!found_.empty()) {
      diagnostic.line = static_cast<int>(found_.back()->source().begin.line);
      diagnostic.column = static_cast<int>(found_.back()->source().begin.column);
    }
    return diagnostic;
  }

  const std::string& bytes_;
  const std::string& file_;
  KeyPath path_;
  const toml::table& root_;
  SourceMap map_;
  LineEnding line_ending_;
  std::string_view end_;
  std::vector<const toml::node*> found_;
};

}  // namespace

Result<std::string> with_setting(const std::string& bytes, const std::string& file,
                                 std::string_view key, const std::optional<Value>& value) {
  if (auto refusal = refuse_before_parsing(bytes, file)) return *std::move(refusal);
  const toml::parse_result parsed = toml::parse(bytes);
  if (!parsed) return diagnose_file(parsed.error(), bytes, file);
  if (auto refusal = check_format(parsed.table(), file, 0)) return *std::move(refusal);
  return SettingsEditor{bytes, file, key, parsed.table()}.edit(value);
}

}  // namespace mend
