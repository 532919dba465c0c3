// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/step_content.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What somebody composes in the editor: a text, and fields as they would be given with -f.
struct Composition {
  std::string text;
  std::map<std::string, std::string, std::less<>> fields;

  bool is_empty() const { return text.empty() && fields.empty(); }
  friend bool operator==(const Composition&, const Composition&) = default;
};

// What the editor shows: the text, what it is for, the step's prompts and fields. Lines that begin
// with `#` are comments; `>>> NAME` begins a field. Lines of texts that look like either are written
// with a `\` before them.
struct EntryTemplate {
  std::string heading;
  std::vector<std::string_view> prompts;
  std::span<const FieldContent> fields;
  Composition composition;
};

std::string write_template(const EntryTemplate& content);

// Reads what came back. Blank lines around a text are not part of it.
Composition read_template(std::string_view text);

// The text and the fields of an entry as they are composed.
Composition composition_of(const Attributes& entry, std::span<const FieldContent> fields);

}  // namespace mend
