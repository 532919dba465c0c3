// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/exchange/import.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/store/setting_keys.hpp"

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mend {

// What an import would change in a journal.
struct ImportPlan {
  std::map<Month, std::vector<Attributes>> months;  // the entries that are new
  std::vector<Attributes> actions;                  // own actions that are new
  std::string settings;  // the whole of journal.toml, where it says nothing yet; else empty
  // Where it does, but nothing that anybody chose.
  std::vector<std::pair<const SettingKey*, Value>> setting_changes;
  std::size_t already = 0;     // entries the journal has with the same id, or the same without one
  std::size_t other_words = 0;    // of these, those that say something else here
  std::size_t other_details = 0;  // and those that only have, for instance, another day
  std::map<std::string, std::size_t> elsewhere;  // and those that belong to another step here, by it
  std::vector<Diagnostic> ahead;  // days of entries that come in and are ahead of today
  std::vector<std::string> kept_settings;  // keys of the import that the journal has its own way

  bool has_settings() const { return !settings.empty() || !setting_changes.empty(); }
  bool is_empty() const { return months.empty() && actions.empty() && !has_settings(); }
  std::vector<Attributes> entries() const;
};

// The entries of a journal by their ids; one without an id by what its content makes one. The pointers
// and texts are those of `history` and `made_ids`.
std::unordered_map<std::string_view, const Attributes*> entries_by_id(const History& history,
                                                                      std::deque<std::string>& made_ids);

// `known` are all entries of the journal. Throws Stop (damaged) for settings that cannot be written down.
ImportPlan make_import_plan(Context& context, const Import& import, const History& history,
                            const std::unordered_map<std::string_view, const Attributes*>& known);

// Makes it so, as one change that `undo` takes back. Throws Stop when a file in the way is damaged;
// then nothing has come in. A dry run only finds that out.
void carry_out(Context& context, const ImportPlan& plan, Run run);

}  // namespace mend
