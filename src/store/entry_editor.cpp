// SPDX-License-Identifier: MIT
#include "mend/store/entry_editor.hpp"

#include "mend/store/splice.hpp"
#include "toml.hpp"

#include <algorithm>

namespace mend {
namespace {

struct Replacement {
  ByteRange range;
  std::string text;
};

std::size_t end_of_line(std::string_view text, std::size_t at) {
  const auto newline = text.find('\n', at);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

// Is it spelled out by headers or keys of its own, `[entry.more]`, `[[entry.more]]` or `more.a = 1`,
// and not as one value?
bool is_spelled_out(const toml::node& node) {
  if (const auto* const table = node.as_table()) return !table->is_inline();
  const auto* const array = node.as_array();
  return array != nullptr && !array->empty() && is_spelled_out(*array->get(0));
}

class EntryEditor {
 public:
  EntryEditor(std::string_view text, const toml::table& table)
      : text_(text), table_(table), map_(text), line_ending_(line_ending_of(text)) {}

  std::string edit(const std::vector<KeyChange>& changes) {
    for (const KeyChange& change : changes) plan(change);
    std::ranges::sort(replacements_, std::ranges::greater{}, [](const Replacement& replacement) {
      return replacement.range.begin;
    });
    std::string out{text_};
    for (const Replacement& each : replacements_) {
      out.replace(each.range.begin, each.range.end - each.range.begin, each.text);
    }
    return out;
  }

 private:
  void plan(const KeyChange& change) {
    const auto found = table_.find(change.key);
    if (found == table_.end()) {
      if (change.value) append({change.key, *change.value});
      return;
    }
    const ByteRange value = range_of(found->second.source());
    if (change.value) {
      replacements_.push_back({value, write_value(*change.value, line_ending_)});
      return;
    }
    const auto key = map_.offset_of(found->first.source().begin);
    const auto line = text_.substr(0, key).rfind('\n') + 1;
    replacements_.push_back({{line, end_of_line(text_, value.end)}, ""});
  }

  // New keys go behind the last one that is the entry's own, before any table inside it.
  void append(const Attribute& attribute) {
    const std::string_view end = line_ending_ == LineEnding::crlf ? "\r\n" : "\n";
    const std::size_t at = end_of_line(text_, last_value_end());
    const std::string line = write_attribute(attribute, line_ending_) + std::string{end};
    const auto same_place = std::ranges::find_if(replacements_, [&](const Replacement& each) {
      return each.range.begin == at && each.range.end == at;
    });
    if (same_place != replacements_.end()) {
      same_place->text += line;
    } else {
      replacements_.push_back({{at, at}, line});
    }
  }

  std::size_t last_value_end() const {
    std::size_t last = map_.offset_of(table_.source().begin);
    for (const auto& [key, node] : table_) {
      if (!is_spelled_out(node)) last = std::max(last, range_of(node.source()).end);
    }
    return last;
  }

  ByteRange range_of(const toml::source_region& region) const {
    return {map_.offset_of(region.begin), map_.offset_of(region.end)};
  }

  std::string_view text_;
  const toml::table& table_;
  SourceMap map_;
  LineEnding line_ending_;
  std::vector<Replacement> replacements_;
};

Attributes sorted(Attributes attributes) {
  std::ranges::sort(attributes, {}, &Attribute::key);
  return attributes;
}

}  // namespace

Attributes changed(Attributes attributes, const std::vector<KeyChange>& changes) {
  for (const KeyChange& change : changes) {
    const auto found = std::ranges::find(attributes, change.key, &Attribute::key);
    if (found == attributes.end()) {
      if (change.value) attributes.push_back({change.key, *change.value});
    } else if (change.value) {
      found->value = *change.value;
    } else {
      attributes.erase(found);
    }
  }
  return attributes;
}

std::optional<std::string> edited_entry(std::string_view text,
                                        const std::vector<KeyChange>& changes) {
  return edited_table("entry", text, changes);
}

std::optional<std::string> edited_table(std::string_view name, std::string_view text,
                                        const std::vector<KeyChange>& changes) {
  // A last line without its end would run into a key that is added; it gets one meanwhile.
  std::string whole{text};
  std::string_view lent_end;
  if (!whole.ends_with('\n')) lent_end = line_ending_of(text) == LineEnding::crlf ? "\r\n" : "\n";
  whole += lent_end;
  const toml::parse_result parsed = toml::parse(whole);
  if (!parsed) return std::nullopt;
  const auto* const tables = parsed.table()[name].as_array();
  if (tables == nullptr || tables->size() != 1 || !(*tables)[0].is_table()) return std::nullopt;
  const toml::table& table = *(*tables)[0].as_table();
  const Attributes before = AttributeReader{whole}.read(table);
  std::string edited = EntryEditor{whole, table}.edit(changes);
  edited.resize(edited.size() - lent_end.size());
  const auto after = tables_in(edited, name);
  if (after.size() != 1 || sorted(after.front()) != sorted(changed(before, changes))) {
    return std::nullopt;
  }
  return edited;
}

}  // namespace mend
