// SPDX-License-Identifier: MIT
#include "generate_content.hpp"

#include <array>
#include <cstdint>

// Runs at build time: turns data/steps.toml into constant tables, so that mend starts without
// reading or parsing anything, and refuses content that mend could not use.

namespace mend::content {
namespace {

// The keys of every entry and of a setback: a field named like one would overwrite it in a file.
constexpr auto entry_keys = std::to_array<std::string_view>(
    {"id", "day", "at", "kind", "step", "action", "text", "tags", "edited", "severity", "told"});

// Spelled like the enumerators of FieldType and Who.
constexpr auto field_types = std::to_array<std::string_view>(
    {"text", "choice", "yes_no", "minutes", "count", "scale", "date", "reference"});
constexpr auto audiences = std::to_array<std::string_view>({"mending", "healing", "both"});

std::string field_code(const toml::table& field, Names& names, Arrays& arrays) {
  const toml::node& name = node_in(field, "name");
  if (contains(entry_keys, text_of(name))) refuse(name, "entries have a key of this name");
  const std::string type = one_of(field_types, node_in(field, "type"));
  const bool choice = type == "choice";
  const bool scale = type == "scale";
  if (!choice && field.contains("values")) refuse(field, "only a choice has values");
  if (!scale && field.contains("max")) refuse(field, "only a scale has a max");
  const auto max = scale ? exactly<std::int64_t>(node_in(field, "max")) : 0;
  if (scale && (max < 2 || max > 10)) refuse(field, "a max has to lie between 2 and 10");
  return "{.name = " + new_name(name, '_', names) + ", .type = FieldType::" + type +
         ", .choices = " + (choice ? arrays.add_texts(field, "values") : "{}") +
         ", .scale_max = " + std::to_string(max) + ", .ask = " + text_in(field, "ask") +
         ", .is_private = " + (flag_in(field, "private") ? "true" : "false") +
         ", .is_core = " + (flag_in(field, "core") ? "true" : "false") + "}";
}

std::string add_fields(const toml::table& table, Arrays& arrays) {
  Names names;
  return arrays.add("FieldContent", table, "field", [&](const toml::node& node) {
    const Keys keys = {"name", "type", "values", "max", "ask", "core", "private"};
    return field_code(table_with(keys, node), names, arrays);
  });
}

// Actions, prompts and severities: a text, and what else of `key`, `who` and `alone` is in `members`.
std::string add_sayings(std::string_view type, const toml::table& table, std::string_view list,
                        Keys members, Arrays& arrays) {
  Names names;
  return arrays.add(type, table, list, [&](const toml::node& node) {
    const auto& saying = table_with(members, node);
    std::string code = "{";
    if (contains(members, "key")) {
      code += ".key = " + new_name(node_in(saying, "key"), '-', names) + ", ";
    }
    if (contains(members, "who")) {
      code += ".who = Who::" + one_of(audiences, node_in(saying, "who")) + ", ";
    }
    code += ".text = " + text_in(saying, "text");
    if (flag_in(saying, "alone")) code += ", .is_alone = true";
    return code + "}";
  });
}

std::string step_code(const toml::table& step, Names& names, Arrays& arrays) {
  std::string code = ".key = " + new_name(node_in(step, "key"), '-', names);
  code += ", .aliases = " + arrays.add("std::string_view", step, "aliases", [&](const auto& alias) {
    return new_name(alias, '-', names);
  });
  for (const char* key : {"title", "intent", "cadence", "cadence_why", "done", "metric"}) {
    code += ", ." + std::string{key} + " = " + text_in(step, key);
  }
  code += ", .misuse = " + arrays.add_texts(step, "misuse");
  code += ", .fields = " + add_fields(step, arrays);
  code += ", .actions = ";
  code += add_sayings("ActionContent", step, "action", {"key", "who", "alone", "text"}, arrays);
  code += ", .prompts = ";
  code += add_sayings("PromptContent", step, "prompt", {"who", "text"}, arrays);
  return code;
}

std::string add_steps(const toml::table& content, Arrays& arrays) {
  const Keys keys = {"number", "key",    "aliases", "title", "intent", "cadence", "cadence_why",
                     "done",   "metric", "misuse",  "field", "action", "prompt"};
  Names names;
  int number = 0;
  std::string steps = arrays.add("StepContent", content, "step", [&](const toml::node& node) {
    const auto& step = table_with(keys, node);
    if (exactly<std::int64_t>(node_in(step, "number")) != ++number) {
      refuse(node_in(step, "number"), "this step has to be number " + std::to_string(number));
    }
    return "{.number = " + std::to_string(number) + ", " + step_code(step, names, arrays) + "}";
  });
  if (number != 8) refuse(node_in(content, "step"), "there have to be eight steps");
  return steps;
}

std::string setback_code(const toml::node& node, Arrays& arrays) {
  const auto& setback = table_with({"severity", "field", "reply", "reply_breach", "reply_untold"}, node);
  std::string code = "{.severities = ";
  code += add_sayings("SeverityContent", setback, "severity", {"key", "text"}, arrays);
  code += ", .fields = " + add_fields(setback, arrays);
  code += ", .reply = " + text_in(setback, "reply");
  code += ", .reply_breach = " + text_in(setback, "reply_breach");
  return code + ", .reply_untold = " + text_in(setback, "reply_untold") + "}";
}

std::string generate(const toml::table& content) {
  table_with({"step", "setback", "review"}, content);
  const auto& review = table_with({"weekly", "monthly"}, node_in(content, "review"));
  Arrays arrays;
  const std::string steps = add_steps(content, arrays);
  const std::string setback = setback_code(node_in(content, "setback"), arrays);
  const auto add_prompts = [&](std::string_view span) {
    return arrays.add_texts(table_with({"prompts"}, node_in(review, span)), "prompts");
  };
  const std::string weekly = add_prompts("weekly");
  const std::string monthly = add_prompts("monthly");
  return source_file(
      "mend/domain/step_content.hpp",
      arrays.code() + "constexpr SetbackContent setback = " + setback + ";\n",
      function("std::span<const StepContent>", "step_contents", steps) +
          function("const SetbackContent&", "setback_content", "setback") +
          function("std::span<const std::string_view>", "weekly_review_prompts", weekly) +
          function("std::span<const std::string_view>", "monthly_review_prompts", monthly));
}

}  // namespace
}  // namespace mend::content

int main(int argc, char** argv) {
  return mend::content::generate_content(argc, argv, mend::content::generate);
}
