// SPDX-License-Identifier: MIT
#include "mend/store/action_tables.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/store/paths.hpp"
#include "mend/store/splice.hpp"
#include "mend/system/descriptor.hpp"
#include "mend/system/errors.hpp"
#include "refusals.hpp"

namespace mend {

Result<std::vector<Diagnostic>> JournalWriter::add_all(
    const std::string& command, const std::vector<Attributes>& actions,
    const std::map<Month, std::vector<Attributes>>& months, Run run,
    const RewriteSettings& rewrite_settings) {
  return commit_change(command, run, Noting::on, [&](Change& change) {
    return draft_additions(actions, months, rewrite_settings, change);
  });
}

Result<std::vector<JournalWriter::Draft>> JournalWriter::draft_additions(
    const std::vector<Attributes>& actions, const std::map<Month, std::vector<Attributes>>& months,
    const RewriteSettings& rewrite_settings, Change& change) {
  std::vector<Draft> drafts;
  if (!actions.empty() || rewrite_settings) drafts.push_back(open_draft(std::string{actions_file}));
  if (rewrite_settings) {
    MonthDocument& document = drafts.front().document;
    auto after = rewrite_settings(document.bytes());
    if (!after) return after.error();
    change.edits.push_back({std::string{actions_file}, 0, document.bytes(), *after});
    document = MonthDocument{*std::move(after), path_of(drafts.front().name)};
  }
  if (!actions.empty()) {
    MonthDocument& document = drafts.front().document;
    auto edit = actions_added(document.bytes(), path_of(drafts.front().name), actions);
    if (!edit) return edit.error();
    document = MonthDocument{applied(document.bytes(), *edit), path_of(drafts.front().name)};
    change.edits.push_back(*std::move(edit));
  }
  for (const auto& [month, entries] : months) {
    stop_if_interrupted();
    Draft draft = open_draft(month_file_name(month));
    if (!draft.document.is_changeable()) return refused_damaged(draft.document);
    const std::size_t size = draft.document.bytes().size();
    std::string insertion = appendix(draft.document.bytes(), entries);
    if (entries_in(insertion) != entries) {
      throw SystemError(Failure::io, "the entries would not be read back as they were given");
    }
    auto after = spliced(draft.document, {size, size}, insertion, path_of(draft.name));
    if (!after) return after.error();
    draft.document = std::move(*after);
    draft.document.keep_bytes_alone();
    change.edits.push_back({draft.name, size, "", std::move(insertion)});
    drafts.push_back(std::move(draft));
  }
  stop_if_interrupted();
  return drafts;
}

}  // namespace mend
