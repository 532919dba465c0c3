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

// What the editor shows: the text, what it is for, the step's prompts and fields. The lines that mend
// writes for the reader are comments; `>>> NAME` begins a field. A line of a text that looks like
// either is written with a `\` before it.
struct EntryTemplate {
  std::string heading;
  std::vector<std::string_view> prompts;
  std::span<const FieldContent> fields;
  Composition composition;
  std::string id = {};  // of the entry, where it has one already
};

std::string write_template(const EntryTemplate& content);

// Reads what came back. Left out are mend's own lines where they are as they were written, and blank
// lines around a text; all else is text or field, what follows `>>> NAME` on its line too. A byte order
// mark and line endings that the editor put there are not part of it. A field that is not there, but
// nearly called like one that is, is among the fields.
Composition read_template(const EntryTemplate& content, std::string_view text);

// The text and the fields of an entry as they are composed.
Composition composition_of(const Attributes& entry, std::span<const FieldContent> fields);

}  // namespace mend
