// SPDX-License-Identifier: MIT
#include "mend_import.hpp"

#include "entry_types.hpp"
#include "json_document.hpp"
#include "mend/domain/entry.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/domain/step.hpp"
#include "mend/exchange/csv_columns.hpp"
#include "mend/store/attributes_file.hpp"
#include "mend/store/settings_file.hpp"
#include "mend/store/split.hpp"
#include "mend/store/text_checks.hpp"
#include "mend/text/csv.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace mend {
namespace {

constexpr std::string_view known_version = "/1";

Import refused(Diagnostic problem) {
  Import import;
  import.problems.push_back(std::move(problem));
  return import;
}

const Attributes* table_at(const Attributes& root, std::string_view key) {
  const Value* const value = find_value(root, key);
  return value == nullptr ? nullptr : std::get_if<Attributes>(&value->content);
}

std::vector<std::string> columns_of(const std::vector<CsvCell>& header) {
  std::vector<std::string> columns;
  for (const CsvCell& cell : header) columns.emplace_back(csv_text(cell.text));
  return columns;
}

std::size_t index_of(const std::vector<std::string>& columns, std::string_view column) {
  return static_cast<std::size_t>(std::ranges::find(columns, column) - columns.begin());
}

Attributes entry_of_row(const std::vector<std::string>& columns, std::size_t kind_column,
                        std::size_t step_column, const std::vector<CsvCell>& row) {
  const auto cell_at = [&row](std::size_t index) {
    return index < row.size() ? csv_text(row[index].text) : std::string_view{};
  };
  // In capitals or not, as on the command line; a word that is not known stays as it is written.
  const auto kind_word = kind_from_word(lower_case(cell_at(kind_column)));
  const std::string_view kind = kind_word ? word_of(*kind_word) : cell_at(kind_column);
  const auto known_step = step_from_key(lower_case(cell_at(step_column)));
  const std::string_view step = known_step ? key_of(*known_step) : cell_at(step_column);
  Attributes entry;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view cell = i == kind_column ? kind : i == step_column ? step : csv_text(row[i].text);
    if (!cell.empty()) entry.push_back({columns[i], value_of_cell(kind, step, columns[i], cell)});
  }
  return entry;
}

std::optional<Diagnostic> judge_header(const std::vector<std::string>& columns,
                                       const ImportFile& file) {
  if (columns.empty()) {
    return Diagnostic{"the file is empty: a first line has to name the columns", file.name, 1, 1,
                      "It has to be what 'mend export --format csv' writes."};
  }
  for (const std::string_view needed : {"day", "kind"}) {
    if (std::ranges::find(columns, needed) == columns.end()) {
      return Diagnostic{"the first line has no column '" + std::string{needed} + "'", file.name, 1,
                        1, "It has to be what 'mend export --format csv' writes."};
    }
  }
  const std::set<std::string_view> names{columns.begin(), columns.end()};
  if (names.size() < columns.size()) {
    return Diagnostic{"the first line names a column twice", file.name, 1, 1, {}};
  }
  return std::nullopt;
}

// A row cut short would come in without what it lacks.
std::optional<Diagnostic> judge_length(const std::vector<CsvCell>& row, std::size_t columns,
                                       const ImportFile& file) {
  if (row.size() == columns) return std::nullopt;
  const CsvCell& cell = row.size() > columns ? row[columns] : row.back();
  return Diagnostic{"this row has " + std::to_string(row.size()) +
                        (row.size() == 1 ? " cell" : " cells") + ", and the first line names " +
                        std::to_string(columns),
                    file.name, cell.line, cell.column, {}};
}

// Of several that are the same in all, each has an id of its own.
void add_ids(Import& import) {
  std::map<std::string, int> seen;
  for (ImportedEntry& each : import.entries) {
    if (find_value(each.entry, "id") != nullptr) continue;
    const std::string id = id_from_content(each.entry);
    each.entry.insert(each.entry.begin(), {"id", {repeated_content_id(id, ++seen[id])}});
  }
}

void become_date(Value& value) {
  const std::string* const text = value.text();
  if (text != nullptr && is_date_text(*text)) value = {DateText{*text}};
}

// As they are spelled in journal.toml: JSON has its dates as texts.
Attributes settings_with_dates(Attributes settings) {
  for (Attribute& setting : settings) {
    if (setting.key == "closed") become_date(setting.value);
    auto* const actions = std::get_if<Values>(&setting.value.content);
    if (setting.key != "action" || actions == nullptr) continue;
    for (Value& action : *actions) {
      auto* const table = std::get_if<Attributes>(&action.content);
      if (table == nullptr) continue;
      for (Attribute& each : *table) {
        if (each.key == "since" || each.key == "until") become_date(each.value);
      }
    }
  }
  return settings;
}

std::string shared_remark(std::string_view audience) {
  return "This was made for a " + std::string{audience} + ": what was left out is not in it.";
}

}  // namespace

Diagnostic at_place(std::string what, const RowPlace& place, std::string hint) {
  return {std::move(what), place.file, place.line, place.column, std::move(hint)};
}

namespace {

Import read_json(const ImportFile& file) {
  auto document = read_json_document(file);
  if (!document) return refused(document.error());
  const std::string_view schema = text_of(document->root, "schema");
  if (!schema.starts_with("mend.")) {
    return refused({"this JSON is not one of mend's", file.name, 1, 1,
                    "'mend export' writes what can be imported; for jrnl's, use --from jrnl."});
  }
  if (!schema.ends_with(known_version)) {
    return refused({"this file is '" + std::string{schema} + "', and this mend knows version 1",
                    file.name, 1, 1, "A newer mend wrote it; it is left as it is."});
  }
  const std::string_view audience = text_of(document->root, "for");
  if (audience == "partner") {
    return refused({"this was made for a partner, and is not a journal", file.name, 1, 1,
                    "Import an export you made for yourself."});
  }
  const Value* const entries = find_value(document->root, "entries");
  if (entries == nullptr || !std::holds_alternative<Values>(entries->content)) {
    return refused({"this JSON holds no entries", file.name, 1, 1,
                    "'mend export' writes what can be imported."});
  }
  Import import;
  import.entries = std::move(document->entries);
  for (ImportedEntry& each : import.entries) each.entry = with_dates(std::move(each.entry));
  if (const Attributes* const settings = table_at(document->root, "settings")) {
    import.settings = settings_with_dates(*settings);
    import.problems = check_settings(import.settings, document->settings_place,
                                     document->action_places);
  } else if (find_value(document->root, "settings") != nullptr) {
    return refused({"'settings' has to be an object in braces", file.name, 1, 1, {}});
  }
  if (!audience.empty()) import.remarks.push_back(shared_remark(audience));
  return import;
}

Import read_toml(const ImportFile& file) {
  const auto root = read_attributes(file.bytes, file.name);
  if (!root) return refused(root.error());
  Import import;
  auto read = read_settings_table(file.bytes, file.name);
  import.problems = std::move(read.problems);
  for (Diagnostic& problem : check_action_keys(read.settings, file.name)) {
    import.problems.push_back(std::move(problem));
  }
  for (Diagnostic& problem : misnamed_entries(file.bytes, file.name)) {
    import.problems.push_back(std::move(problem));
  }
  if (const Attributes* const settings = table_at(*root, "settings")) import.settings = *settings;
  const Value* const entries = find_value(*root, "entry");
  const auto* const values = entries == nullptr ? nullptr : std::get_if<Values>(&entries->content);
  if (entries != nullptr && values == nullptr) {
    return refused({"'entry' has to be written as [[entry]]", file.name, 1, 1, {}});
  }
  if (values == nullptr) return import;
  const Scan scan = scan_month(file.bytes);
  std::size_t piece = 0;
  for (const Value& value : *values) {
    while (piece < scan.pieces.size() && scan.pieces[piece].kind != Piece::Kind::entry) ++piece;
    const int line = piece < scan.pieces.size() ? scan.pieces[piece++].line : 1;
    const auto* const entry = std::get_if<Attributes>(&value.content);
    if (entry == nullptr) {
      return refused({"an entry has to be written as [[entry]]", file.name, line, 1, {}});
    }
    import.entries.push_back({*entry, {file.name, line, 1}});
  }
  return import;
}

Import read_csv(const ImportFile& file) {
  CsvReader reader{file.bytes};
  Import import;
  const auto header = reader.next();
  const auto columns = header ? columns_of(*header) : std::vector<std::string>{};
  if (header || !reader.fault()) {
    if (auto problem = judge_header(columns, file)) return refused(*std::move(problem));
  }
  const std::size_t kind = index_of(columns, "kind");
  const std::size_t step = index_of(columns, "step");
  while (const auto row = reader.next()) {
    const RowPlace place{file.name, row->front().line, row->front().column};
    if (auto problem = judge_length(*row, columns.size(), file)) {
      import.problems.push_back(*std::move(problem));
    } else {
      import.entries.push_back({entry_of_row(columns, kind, step, *row), place});
    }
  }
  if (const auto& fault = reader.fault()) {
    import.problems.push_back({fault->what, file.name, fault->line, fault->column, fault->hint});
  }
  return import;
}

Import with_ids(Import import) {
  add_ids(import);
  return import;
}

}  // namespace

Import read_mend_json(const ImportFile& file) { return with_ids(read_json(file)); }
Import read_mend_toml(const ImportFile& file) { return with_ids(read_toml(file)); }
Import read_mend_csv(const ImportFile& file) { return with_ids(read_csv(file)); }

}  // namespace mend
