// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/cadence.hpp"
#include "mend/domain/step.hpp"
#include "mend/domain/time.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

enum class Grace { on, off };

// The words of a role, and back.
std::string_view word_of(Who role);
std::optional<Who> role_from_word(std::string_view word);

// Can that be typed behind a step's slash? 1 to 64 of a-z, 0-9, _ and -.
bool is_action_key(std::string_view key);

// A practice of one's own, under one step.
struct OwnAction {
  std::string key;
  Step step = Step::apology;
  std::string text;
  std::optional<Cadence> cadence;
  std::optional<Day> since;
  std::optional<Day> until;
  std::vector<std::string> was = {};  // keys it had before it was renamed; entries may still name them
  int line = 0;                  // of its header in `journal.toml`

  // Is this the action that an entry of its step names so?
  bool is_named(std::string_view written) const;

  // May it be logged on that day: not before its `since`, not after its `until`?
  bool is_current(Day day) const { return (!since || *since <= day) && (!until || day <= *until); }
};

// What changes the meaning of a journal; it is kept in `journal.toml` and travels with the journal.
struct JournalSettings {
  JournalSettings();

  Who role = Who::mending;
  Weekday week_start = Weekday::monday;
  int day_start = 0;  // minutes after midnight at which the next day begins
  Grace grace = Grace::on;
  std::optional<Day> closed;  // the last day the journal asks anything of; every later one is rest
  std::string partner;  // whom promises are made to as to the partner; empty while nobody is named
  std::array<Cadence, step_count> cadences;
  std::vector<OwnAction> actions;
  bool has_all_actions = true;  // else some could not be read, and one that is not here may be there

  bool is_closed(Day day) const { return closed && day > *closed; }
  const Cadence& cadence_of(Step step) const { return cadences[index_of(step)]; }

  // By the key it has now, and by one that an entry may have been written with. Null without one.
  const OwnAction* find_action(Step step, std::string_view key) const;
  const OwnAction* find_written_action(Step step, std::string_view written) const;
};

// The day that is current at `now`, by the rule "Today" of mend-journal(5).
Day current_day(Timestamp now, const JournalSettings& settings);

}  // namespace mend
