// SPDX-License-Identifier: MIT
// The one unit that compiles toml++. With its assertions, some broken input would end the process
// instead of being refused.
#ifndef NDEBUG
#define NDEBUG
#endif
#define TOML_IMPLEMENTATION
#include "toml.hpp"

#include "mend/store/attributes_file.hpp"
#include "mend/domain/number.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::int64_t known_format = 1;

// Deeper keys make the parser recurse until the stack ends; more values would take gigabytes.
constexpr std::size_t deepest_key = 32;
constexpr std::size_t deepest_nesting = 64;
constexpr std::size_t most_values = 1'000'000;

}  // namespace

SourceMap::SourceMap(std::string_view source) : source_(source), line_begins_{0} {
  for (auto at = source.find('\n'); at != std::string_view::npos; at = source.find('\n', at + 1)) {
    line_begins_.push_back(at + 1);
  }
}

std::size_t SourceMap::line_begin(toml::source_position position) const {
  if (position.line > line_begins_.size()) return source_.size();
  const std::size_t begin = line_begins_[position.line - 1];
  // The mark at a file's start belongs to no line.
  return begin == 0 && source_.starts_with(byte_order_mark) ? byte_order_mark.size() : begin;
}

std::size_t SourceMap::offset_of(toml::source_position position) const {
  std::size_t at = line_begin(position);
  std::uint32_t column = 1;
  // Values are asked for in their order: on a long line the last answer is a good start.
  if (last_.line == position.line && last_.column <= position.column) {
    at = last_offset_;
    column = last_.column;
  }
  for (; column < position.column && at < source_.size(); ++column) {
    ++at;
    while (at < source_.size() && continues_character(source_[at])) ++at;
  }
  last_ = position;
  last_offset_ = at;
  return at;
}

std::string AttributeReader::spelling_of(const toml::node& node) const {
  const auto at = map_.offset_of(node.source().begin);
  auto text = source_.substr(at, source_.find_first_of(",]}#\r\n", at) - at);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return std::string{text};
}

Value AttributeReader::read_value(const toml::node& node) const {
  if (const auto* const text = node.as_string()) return {text->get()};
  if (const auto* const number = node.as_integer()) return {number->get()};
  if (const auto* const number = node.as_floating_point()) return {number->get()};
  if (const auto* const answer = node.as_boolean()) return {answer->get()};
  if (const auto* const table = node.as_table()) return {read(*table)};
  if (const auto* const array = node.as_array()) {
    Values values;
    values.reserve(array->size());
    for (const toml::node& element : *array) values.push_back(read_value(element));
    return {std::move(values)};
  }
  return {DateText{spelling_of(node)}};
}

Attributes AttributeReader::read(const toml::table& table, std::string_view left_out) const {
  struct Found {
    toml::source_position position;
    const toml::key* key;
    const toml::node* node;
  };
  std::vector<Found> found;
  found.reserve(table.size());
  for (const auto& [key, node] : table) {
    if (left_out.empty() || key.str() != left_out) {
      found.push_back({key.source().begin, &key, &node});
    }
  }
  std::ranges::sort(found, [](const Found& a, const Found& b) { return a.position < b.position; });
  Attributes attributes;
  attributes.reserve(found.size());
  for (const Found& each : found) {
    attributes.push_back({std::string{each.key->str()}, read_value(*each.node)});
  }
  return attributes;
}

std::optional<Diagnostic> refuse_scanned(const Scan& scan, const std::string& file) {
  const bool is_shallow =
      scan.deepest_key <= deepest_key && scan.deepest_nesting <= deepest_nesting;
  if (is_shallow && scan.value_count <= most_values) return std::nullopt;
  return Diagnostic{"this file has deeper keys or more values than any journal has", file, 1, 1, {}};
}

std::optional<Diagnostic> refuse_before_parsing(std::string_view bytes, const std::string& file) {
  return refuse_scanned(scan_month(bytes), file);
}

namespace {

Diagnostic newer_format_at(std::int64_t number, const std::string& file, int line, int column) {
  return {"this file has format " + std::to_string(number) + ", and this mend knows format 1", file,
          line, column, "A newer mend wrote it; it is left as it is."};
}

std::string_view without_indent(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line;
}

// The number in `format = 2`.
std::optional<std::int64_t> format_on(std::string_view line) {
  constexpr std::string_view key = "format";
  line = without_indent(line);
  if (!line.starts_with(key)) return std::nullopt;
  line = without_indent(line.substr(key.size()));
  if (!line.starts_with('=')) return std::nullopt;
  line = without_indent(line.substr(1));
  return parse_number<std::int64_t>(line.substr(0, line.find_first_not_of("0123456789")));
}

}  // namespace

std::optional<Diagnostic> find_newer_format(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  int number = 1;
  for (auto rest = bytes; !rest.empty(); ++number) {
    const auto newline = rest.find('\n');
    const auto line = rest.substr(0, newline);
    if (without_indent(line).starts_with('[')) return std::nullopt;
    if (const auto format = format_on(line); format && *format > known_format) {
      const auto column = line.find('=') + 1;
      const auto value = line.find_first_not_of(" \t", column);
      return newer_format_at(*format, file, number, static_cast<int>(value) + 1);
    }
    if (newline == std::string_view::npos) break;
    rest.remove_prefix(newline + 1);
  }
  return std::nullopt;
}

std::optional<Diagnostic> check_newer_format(const toml::table& root, const std::string& file,
                                             int line_offset) {
  const toml::node* const format = root.get("format");
  if (format == nullptr) return std::nullopt;
  const auto number = format->value_exact<std::int64_t>();
  if (!number || *number <= known_format) return std::nullopt;
  const auto position = format->source().begin;
  return newer_format_at(*number, file, static_cast<int>(position.line) + line_offset,
                         static_cast<int>(position.column));
}

std::optional<Diagnostic> check_format(const toml::table& root, const std::string& file,
                                       int line_offset) {
  if (auto newer = check_newer_format(root, file, line_offset)) return newer;
  const toml::node* const format = root.get("format");
  if (format == nullptr || format->value_exact<std::int64_t>() == known_format) return std::nullopt;
  const auto position = format->source().begin;
  return Diagnostic{"'format' has to be 1", file, static_cast<int>(position.line) + line_offset,
                    static_cast<int>(position.column), {}};
}

Result<Attributes> read_attributes(std::string_view bytes, const std::string& name) {
  if (auto refusal = refuse_before_parsing(bytes, name)) return *std::move(refusal);
  const toml::parse_result parsed = toml::parse(bytes);
  if (!parsed) return diagnose(parsed.error(), name, 0);
  return AttributeReader{bytes}.read(parsed.table());
}

Diagnostic diagnose_file(const toml::parse_error& error, std::string_view bytes,
                         const std::string& file) {
  const auto newer = find_newer_format(bytes, file);
  return newer ? *newer : diagnose(error, file, 0);
}

Diagnostic diagnose(const toml::parse_error& error, const std::string& file, int line_offset) {
  Diagnostic diagnostic;
  diagnostic.what = std::string{error.description()};
  diagnostic.file = file;
  diagnostic.line = static_cast<int>(error.source().begin.line) + line_offset;
  diagnostic.column = static_cast<int>(error.source().begin.column);
  return diagnostic;
}

}  // namespace mend
