// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/domain/attributes.hpp"
#include "mend/store/journal_writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What is written down in a check-in. Every answer is durably in the journal when the call that adds
// it returns, so that nothing is lost however the check-in ends; an entry of several answers grows
// there. With --dry-run, nothing is written.
class CheckinRecord {
 public:
  CheckinRecord(Context& context, Day day) : context_(context), day_(day) {}

  // A new entry. It is written once it has an answer.
  void begin(Attributes head);

  // One more key of it. Throws as `save_entries` does, and Stop when somebody else has changed the
  // entry meanwhile; what was answered is kept in a recovery file then.
  void add(std::string_view key, Value value);

  // Writes it as it is, if that has not been done.
  void save();

  // Entries that are complete, written in one change.
  void save_all(std::vector<Attributes> entries);

  bool is_saved() const { return !is_head_; }

  // The newest entry as it is now. Only once one was begun.
  const Attributes& newest() const { return entries_.back(); }

  // What another command saved: "promise", "return", or "new time" where one was only moved.
  void note(std::string_view what) { noted_.push_back(what); }

  // What there is to say at the end: "saved: 2 actions, 1 promise", or what would be written.
  void print_ending();

 private:
  void write_more(const Attribute& attribute);
  void drop_head();

  Context& context_;
  Day day_;
  std::vector<Attributes> entries_;
  std::vector<std::string_view> noted_;
  bool is_head_ = false;  // is the newest entry still without an answer?
  SeenEntry newest_;      // where it stands
};

}  // namespace mend
