// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/domain/entry.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace mend {

// An entry made of words, a text and the fields that its kind and step ask for: a note or a setback.
struct WordedEntry {
  Kind kind = Kind::note;
  Step step = Step::apology;
  Day day;
  std::optional<std::string> text;
  Attributes fields;

  bool is_empty() const { return !text && fields.empty(); }
};

// What `STEP [TEXT...] -d DAY -f FIELD=VALUE` say. Throws Stop (usage).
WordedEntry read_worded_entry(Context& context, const Arguments& arguments, Kind kind);

// Lets somebody go on in the editor, on the prompts and fields of the step, and hands what became of
// it to `save`; as `compose` does. `what` is "A note".
void compose_worded_entry(Context& context, std::string_view what, WordedEntry entry,
                          const std::function<void(const WordedEntry&)>& save);

// The entry as it is saved: `own` are the keys of its kind alone, such as a severity.
Attributes attributes_of(Context& context, const Arguments& arguments, const WordedEntry& entry,
                         const Attributes& own = {});

}  // namespace mend
