// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/entry.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace mend {

// What every object of mend-json(5) is made with.

using Json = nlohmann::ordered_json;

// One line with its newline. What acts on a terminal without being seen is escaped.
std::string line(const Json& json);

// "mend.COMMAND/1"; of a family's member "mend.promise-list/1".
std::string schema(std::string_view command);

Json to_json(const Value& value);
Json to_json(const Attributes& attributes);

// Null for a space that was agreed without a date.
Json deadline_json(const Deadline& deadline);

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace mend
