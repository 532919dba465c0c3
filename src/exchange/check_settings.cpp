// SPDX-License-Identifier: MIT
#include "mend/exchange/export.hpp"
#include "mend/store/settings_file.hpp"
#include "mend_import.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view own_actions = "action";

// The problems of a journal.toml that says this, all at one place.
void append_problems(std::vector<Diagnostic>& problems, const Attributes& settings,
                     const RowPlace& place) {
  const auto read = read_journal_settings(settings_file_text(settings), place.file);
  for (const auto& found : {read.problems, check_action_keys(read.settings, place.file)}) {
    for (const Diagnostic& problem : found) {
      problems.push_back(at_place(problem.what, place, problem.hint));
    }
  }
}

}  // namespace

std::vector<Diagnostic> check_settings(const Attributes& settings, const RowPlace& place,
                                       const std::vector<RowPlace>& action_places) {
  std::vector<Diagnostic> problems;
  const Value* const list = find_value(settings, own_actions);
  const auto* const actions = list == nullptr ? nullptr : std::get_if<Values>(&list->content);
  const bool has_places = actions != nullptr && actions->size() == action_places.size();
  Attributes others = settings;
  if (has_places) std::erase_if(others, [](const Attribute& each) { return each.key == own_actions; });
  append_problems(problems, others, place);
  if (!has_places) return problems;
  for (std::size_t i = 0; i < actions->size(); ++i) {
    append_problems(problems, {{std::string{own_actions}, {Values{(*actions)[i]}}}},
                    action_places[i]);
  }
  return problems;
}

std::vector<Diagnostic> check_action_keys(const JournalSettings& settings, const std::string& file) {
  std::vector<Diagnostic> problems;
  for (const OwnAction& action : settings.actions) {
    if (find_action(action.step, action.key) == nullptr) continue;
    problems.push_back({"'" + action.key + "' is an action that " +
                            std::string{key_of(action.step)} + " already has",
                        file, action.line, 1, "Give it another key in this file, or take it out."});
  }
  return problems;
}

}  // namespace mend
