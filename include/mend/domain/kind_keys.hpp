// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "mend/domain/step_content.hpp"

#include <span>
#include <string_view>

namespace mend {

// What an entry of a kind says beside its text, its times and the fields of its step: what the
// options of the command that writes it ask for, by its names in files. A `reference` among them is
// the id of a note for apology.
std::span<const FieldContent> kind_keys(Kind kind);

// Null where the kind has no such key.
const FieldContent* find_kind_key(Kind kind, std::string_view name);

// The words that fit a key; none for one that is no choice.
std::span<const std::string_view> choices_of(Kind kind, std::string_view name);

// Can no entry of the kind be without it?
bool is_required(Kind kind, std::string_view name);

}  // namespace mend
