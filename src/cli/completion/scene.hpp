// SPDX-License-Identifier: MIT
#pragma once

#include "candidates.hpp"
#include "mend/cli/context.hpp"
#include "typed_line.hpp"

#include <optional>

namespace mend {

// What the completion of one kind of value works with: the line so far, what is offered, and the
// journal the line names, of which nothing is read before it is asked for.
class Scene {
 public:
  Scene(const Environment& environment, const std::vector<std::string>& words);

  const Environment& environment() const { return environment_; }
  const TypedLine& line() const { return line_; }
  Candidates& candidates() { return candidates_; }

  void offer(std::string_view candidate, std::string_view description = {}) {
    candidates_.offer(candidate, description);
  }

  // Null when the environment or the options leave no journal to look at.
  Context* context();

  // May words that somebody typed be shown?
  bool is_open();

 private:
  const Environment& environment_;
  TypedLine line_;
  Candidates candidates_;
  std::optional<Context> context_;
  bool has_tried_ = false;
};

// One function for each subject; each offers what fits.
void complete_value(Scene& scene, const Option& option);
void complete_word(Scene& scene);
void complete_commands(Scene& scene, const Family* family);

// `names` is what a value is called, "STEP" or "on|off"; `place` where it stands, "--apology" or
// "promise".
void complete_named(Scene& scene, std::string_view names, std::string_view place);

void complete_steps(Scene& scene);
void complete_targets(Scene& scene);      // STEP[/ACTION][,STEP[/ACTION]...]
void complete_rows(Scene& scene);         // what has a streak
void complete_own_actions(Scene& scene);  // by key alone
void complete_fields(Scene& scene);       // FIELD=VALUE
void complete_days(Scene& scene);         // looking back
void complete_days_ahead(Scene& scene);   // of a rest
void complete_times_ahead(Scene& scene);  // WHEN
void complete_spans(Scene& scene);
void complete_ids(Scene& scene);
void complete_open_promises(Scene& scene);
void complete_limits(Scene& scene);  // in force
void complete_apologies(Scene& scene);
void complete_setbacks(Scene& scene);
void complete_tags(Scene& scene);
void complete_journals(Scene& scene);
void complete_settings(Scene& scene);
void complete_setting_values(Scene& scene);

}  // namespace mend
