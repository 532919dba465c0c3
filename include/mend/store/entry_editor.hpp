// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/store/entry_writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A new value for one key of an entry, or none to take the key out.
struct KeyChange {
  std::string key;
  std::optional<Value> value;
};

// The attributes with the changes made; new keys come last.
Attributes changed(Attributes attributes, const std::vector<KeyChange>& changes);

// The text of one entry (its header, keys, and comments) with the changes made in place: values are
// replaced where they stand, new keys follow the last one, all other bytes stay. Nothing when the
// text is not one entry that can be edited so.
std::optional<std::string> edited_entry(std::string_view text,
                                        const std::vector<KeyChange>& changes);

// The same for the text of one `[[NAME]]` table.
std::optional<std::string> edited_table(std::string_view name, std::string_view text,
                                        const std::vector<KeyChange>& changes);

}  // namespace mend
