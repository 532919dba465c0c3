// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

// The words of data/steps.toml. They are compiled in as constants: nothing here allocates, runs
// before main, or ever becomes invalid.

namespace mend {

// For whom something is meant: the one who broke trust, the one who was hurt, or either.
enum class Who { mending, healing, both };

// What a field holds: `reference` is the id of another entry, `minutes` and `count` are never
// negative, and a `scale` starts at 1.
enum class FieldType { text, choice, yes_no, minutes, count, scale, date, reference };

// One field of a note or setback; its name is its TOML key and never one that every entry has.
struct FieldContent {
  std::string_view name;
  FieldType type;
  std::span<const std::string_view> choices;  // empty unless the type is `choice`
  int scale_max;                              // 0 unless the type is `scale`
  std::string_view ask;
  bool is_private;  // never leaves in an export made for someone else
  bool is_core;     // one of the parts that the step itself consists of
};

// A built-in action; its key is unique inside its step.
struct ActionContent {
  std::string_view key;
  Who who;
  std::string_view text;
  bool is_alone = false;  // it needs no contact with the other person
};

// A question to think about, one sentence.
struct PromptContent {
  Who who;
  std::string_view text;
};

// Everything said about one step; no key or alias is shared by two steps.
struct StepContent {
  int number;  // 1..8
  std::string_view key;
  std::span<const std::string_view> aliases;  // the one-letter alias first
  std::string_view title;
  std::string_view intent;
  std::string_view cadence;  // the default, spelled as in a journal
  std::string_view cadence_why;
  std::string_view done;
  std::string_view metric;
  std::span<const std::string_view> misuse;
  std::span<const FieldContent> fields;
  std::span<const ActionContent> actions;
  std::span<const PromptContent> prompts;
};

// A setback's severity as it is written in an entry, and what it means.
struct SeverityContent {
  std::string_view key;
  std::string_view text;
};

// What a setback asks beside the fields of its step, and what is said once it is written down.
struct SetbackContent {
  std::span<const SeverityContent> severities;  // mildest first
  std::span<const FieldContent> fields;
  std::string_view reply;
  std::string_view reply_breach;
  std::string_view reply_untold;  // of a breach that they may not know of
};

// The eight steps in order: the step with number n is element n - 1.
std::span<const StepContent> step_contents();

// The one description of setbacks, for every step.
const SetbackContent& setback_content();

// The questions of a weekly review, in the order they are asked.
std::span<const std::string_view> weekly_review_prompts();

// The questions of a monthly review, in the order they are asked.
std::span<const std::string_view> monthly_review_prompts();

}  // namespace mend
