// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/settings.hpp"
#include "mend/store/entry_editor.hpp"
#include "mend/store/splice.hpp"
#include "mend/store/undo_log.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// The file of a journal's folder that holds its own actions.
inline constexpr std::string_view actions_file = "journal.toml";

// The edits that change the [[action]] tables of a settings file, given its text. Nothing else in it
// changes, comments and line endings neither: that has been tried when an edit is returned. `file` is
// what the diagnostic calls it, which says in which line something stands in the way.

// New tables behind all that is there.
Result<Edit> actions_added(const std::string& bytes, const std::string& file,
                           std::span<const Attributes> actions);

// New values for some keys of one table.
Result<Edit> action_changed(const std::string& bytes, const std::string& file,
                            const OwnAction& action, const std::vector<KeyChange>& changes);

// The document with `insertion` in the place of a range. It is parsed and compared: the actions of
// the range have given way to those of `insertion`, all else is as it was.
Result<MonthDocument> spliced_actions(const MonthDocument& before, ByteRange range,
                                      std::string_view insertion, const std::string& file);

// Does an edit change more of a settings file than its actions? Then it is the whole file that gives
// way to another.
bool is_of_settings(const Edit& edit);

// The text with the edit made.
std::string applied(std::string bytes, const Edit& edit);

// The own actions a text of settings holds.
std::vector<OwnAction> actions_in(std::string_view text);

}  // namespace mend
