// SPDX-License-Identifier: MIT
#include "mend/store/action_tables.hpp"
#include "mend/store/journal_writer.hpp"

namespace mend {

Result<std::vector<Diagnostic>> JournalWriter::change_actions(
    const std::string& command, const std::function<Result<Edit>(const std::string&)>& make_edit) {
  return commit_change(
      command, Run::for_real, Noting::on, [&](Change& change) -> Result<std::vector<Draft>> {
        Draft draft = open_draft(std::string{actions_file});
        auto edit = make_edit(draft.document.bytes());
        if (!edit) return edit.error();
        draft.document = MonthDocument{applied(draft.document.bytes(), *edit), path_of(draft.name)};
        change.edits.push_back(*std::move(edit));
        std::vector<Draft> drafts;
        drafts.push_back(std::move(draft));
        return drafts;
      });
}

}  // namespace mend
