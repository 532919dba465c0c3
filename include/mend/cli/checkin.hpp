// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/checkin_record.hpp"
#include "mend/cli/questions.hpp"
#include "mend/report/step_row.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// One day, one question at a time: first the promises that fell due and a space that is to end, then
// the steps that the day asks, then an offer of the others.
class Checkin {
 public:
  Checkin(Context& context, Dialogue& dialogue, Day day)
      : context_(context), questions_(context, dialogue), record_(context, day), day_(day) {}

  // Talks until there is nothing more to ask or somebody leaves, prints what was saved, and returns
  // the exit code. Throws SystemError when an answer could not be saved.
  int run();

 private:
  void talk();
  void say_limits();
  void ask_about_waiting();
  void ask_about_promise(const std::string& id, bool is_over);
  void ask_about_space(bool is_over);
  void ask_another_time(std::string_view command, const std::string& option, Arguments arguments);
  bool run_command(std::string_view name, std::string_view what, Arguments arguments);
  void ask_about(Step step, const std::vector<std::string>& actions);
  void say_asked_actions(Step step, const std::vector<std::string>& actions);
  void ask_about_others(std::vector<Step> others);
  void ask_action(Step step);
  void ask_note(Step step);
  enum class Setback { begun, not_begun };
  Setback ask_setback(Step step);

  Attributes entry_of(Kind kind, Step step) const;
  void add_fields(Kind kind, Step step, std::span<const FieldContent> fields);
  StepRow row_of(Step step) const;
  void say_kept(std::span<const Attributes> written);

  Context& context_;
  Questions questions_;
  CheckinRecord record_;
  Day day_;
};

}  // namespace mend
