// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/result.hpp"
#include "mend/domain/step_content.hpp"

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mend {

inline constexpr std::size_t step_count = 8;

// One of the eight steps, in their order; the value is the step's number minus one.
enum class Step {
  apology,
  honesty,
  responsibility,
  consistency,
  space,
  empathy,
  patience,
  connection
};

inline constexpr std::array<Step, step_count> all_steps = {
    Step::apology, Step::honesty, Step::responsibility, Step::consistency,
    Step::space,   Step::empathy, Step::patience,       Step::connection};

constexpr std::size_t index_of(Step step) { return static_cast<std::size_t>(step); }
constexpr int number_of(Step step) { return static_cast<int>(step) + 1; }

using StepSet = std::bitset<step_count>;

const StepContent& content_of(Step step);
std::string_view key_of(Step step);

// The step with exactly this key, as files spell it.
std::optional<Step> step_from_key(std::string_view key);

// A step as people name it: number, key, alias, or unambiguous prefix of a key, in capitals or not.
// Otherwise the diagnostic names the candidates or the nearest step.
Result<Step> parse_step(std::string_view word);

// Does it name no step, and can none have been meant?
bool is_unlike_steps(std::string_view word);

// A built-in action or field of that step, by its key; null when it has none.
const ActionContent* find_action(Step step, std::string_view key);
const FieldContent* find_field(Step step, std::string_view name);

}  // namespace mend
