// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/domain/schema.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// The values of `-f FIELD=VALUE` as the fields of that kind and step want them. Throws Stop (usage)
// for unknown fields, with the nearest one, for values of the wrong type, and for fields given twice.
Attributes parse_fields(Context& context, Kind kind, Step step,
                        const std::vector<std::string>& fields);

// The keys of the kind that are asked for, and the fields of its step: all that `edit -f` can change.
// Nothing for a kind that has neither.
std::vector<FieldContent> editable_fields(Kind kind, std::optional<Step> step);

// The field of that name. Throws Stop (usage), with the nearest name; `who` begins the sentence:
// "notes for 'empathy' have".
FieldContent require_field(std::span<const FieldContent> fields, std::string_view name,
                           const std::string& who);

// "notes for 'empathy' have", "a space has".
std::string owner_of_fields(Kind kind, std::optional<Step> step);

// What somebody wrote, as the field wants it. Throws Stop (usage).
Value parse_value(Context& context, const FieldContent& field, std::string_view value);

// The value of one field of such an entry. Throws Stop (usage).
Value parse_field(Context& context, Kind kind, Step step, const std::string& name,
                  const std::string& value);

// The dates among these fields, as they were understood: "look again: Tue 22 Dec\n". Empty without any.
std::string dates_text(std::span<const FieldContent> fields, const Attributes& attributes, Day today);

}  // namespace mend
