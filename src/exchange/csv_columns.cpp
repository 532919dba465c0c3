// SPDX-License-Identifier: MIT
#include "mend/exchange/csv_columns.hpp"

#include "mend/store/entry_writer.hpp"

#include <algorithm>

namespace mend {
namespace {

struct CellText {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const DateText& date) const { return date.text; }
  std::string operator()(const Values& values) const {
    const bool is_texts = std::ranges::all_of(
        values, [](const Value& value) { return value.text() != nullptr; });
    return is_texts ? joined_list(values) : write_value({values}, LineEnding::lf);
  }
  template <typename Other>
  std::string operator()(const Other& other) const {
    return write_value({other}, LineEnding::lf);
  }
};

}  // namespace

std::string cell_text(const Value& value) { return std::visit(CellText{}, value.content); }

std::string joined_list(const Values& texts) {
  std::string out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += ';';
    for (const char c : *texts[i].text()) {
      if (c == ';' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

Values split_list(std::string_view cell) {
  Values texts;
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size()) {
      text += cell[++i];
    } else if (cell[i] == ';') {
      texts.push_back({std::move(text)});
      text.clear();
    } else {
      text += cell[i];
    }
  }
  texts.push_back({std::move(text)});
  return texts;
}

}  // namespace mend
