// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mend {

// The bytes of a settings file with that key set to `value` or, without one, with the key gone.
// Every other byte stays, comments too: one behind a key that goes is left on a line of its own.
// A key that is missing comes below the others of its table, or into a new table at the end.
//
// The outcome has been parsed and compared: this key has changed and no other. When that cannot be
// had, the diagnostic says what stands in the way; `file` is what it calls the file.
Result<std::string> with_setting(const std::string& bytes, const std::string& file,
                                 std::string_view key, const std::optional<Value>& value);

}  // namespace mend
