// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/cli/entry_template.hpp"
#include "mend/domain/entry.hpp"
#include "mend/store/entry_editor.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mend {

// One entry on its way from what it is to what it will be. Members throw Stop (usage) for what does
// not fit its kind or step.
class EntryEdit {
 public:
  EntryEdit(Context& context, const Entry& entry);

  // What the options of `mend edit` ask for.
  void apply(const Arguments& arguments);

  // What became of the words in the editor.
  void apply(const Composition& before, const Composition& after);

  bool is_changed() const { return !changes_.empty(); }
  Day day() const { return day_; }

  // Words that somebody would miss: a text, a field, tags.
  bool has_new_words() const;

  // What the entry says with the changes so far, and the fields it can have.
  Attributes result() const { return changed(entry_.keys, changes_); }
  std::vector<FieldContent> fields() const;

  // Throws Stop (usage) for a kind that has neither a text nor fields.
  void require_words() const;

  // The changes, and when they were made. Throws Stop (usage) when the entry could not be read then.
  std::vector<KeyChange> finished();

 private:
  void apply_options(const Arguments& arguments, const std::optional<std::string>& text);
  std::string read_other_text();
  void change(const std::string& key, std::optional<Value> value);
  void change_step(const std::string& word);
  void change_day(const Arguments& arguments);
  void change_text(const std::string& text);
  void change_field(const std::string& typed, const std::string& value);
  Value parsed(const FieldContent& field, const std::string& value);
  void change_tags(const std::vector<std::string>& typed);
  bool has_text() const;
  bool has_words(const Attributes& entry) const;
  bool has_own_key(const std::string& name) const;

  Context& context_;
  const Entry& entry_;
  std::optional<Step> step_;
  Day day_;
  std::vector<KeyChange> changes_;
};

}  // namespace mend
