// SPDX-License-Identifier: MIT
#pragma once

// toml++ as this project uses it: compiled once, errors as values.
#define TOML_HEADER_ONLY 0
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_UNRELEASED_FEATURES 0
#include <toml++/toml.h>

#include "mend/domain/attributes.hpp"
#include "mend/domain/result.hpp"
#include "mend/store/split.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Finds positions of the parser, which counts lines and code points, in the text it has read.
class SourceMap {
 public:
  explicit SourceMap(std::string_view source);
  std::size_t line_begin(toml::source_position position) const;
  std::size_t offset_of(toml::source_position position) const;

 private:
  std::string_view source_;
  std::vector<std::size_t> line_begins_;
  mutable toml::source_position last_{};
  mutable std::size_t last_offset_ = 0;
};

// Our own form of a value or table. Dates are spelled as in `source`, the text that was parsed.
class AttributeReader {
 public:
  explicit AttributeReader(std::string_view source) : source_(source), map_(source) {}
  // All keys but `left_out`.
  Attributes read(const toml::table& table, std::string_view left_out = {}) const;

 private:
  Value read_value(const toml::node& node) const;
  std::string spelling_of(const toml::node& node) const;

  std::string_view source_;
  SourceMap map_;
};

// Nothing when the parser can be trusted with these bytes; else why not.
std::optional<Diagnostic> refuse_scanned(const Scan& scan, const std::string& file);
std::optional<Diagnostic> refuse_before_parsing(std::string_view bytes, const std::string& file);

// Nothing when the root table's `format` is one this program knows, or absent.
std::optional<Diagnostic> check_format(const toml::table& root, const std::string& file,
                                       int line_offset);

// What the parser found wrong, with the line counted on from `line_offset`.
Diagnostic diagnose(const toml::parse_error& error, const std::string& file, int line_offset);

}  // namespace mend
