// SPDX-License-Identifier: MIT
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <iostream>
#include <set>
#include <string>
#include <string_view>

// Runs at build time: turns data/steps.toml into constant tables, so that mend starts without
// reading or parsing anything, and refuses content that mend could not use.

namespace {

using Names = std::set<std::string>;
using Keys = std::initializer_list<std::string_view>;

struct Refusal {
  toml::source_index line;
  std::string what;
};

// The keys of every entry and of a setback: a field named like one would overwrite it in a file.
constexpr auto entry_keys = std::to_array<std::string_view>(
    {"id", "day", "at", "kind", "step", "action", "text", "tags", "edited", "severity", "told"});

// Spelled like the enumerators of FieldType and Who.
constexpr auto field_types = std::to_array<std::string_view>(
    {"text", "choice", "yes_no", "minutes", "count", "scale", "date", "reference"});
constexpr auto audiences = std::to_array<std::string_view>({"mending", "healing", "both"});

[[noreturn]] void refuse(const toml::node& where, const std::string& what) {
  throw Refusal{where.source().begin.line, what};
}

std::string quoted(std::string_view text) { return "'" + std::string{text} + "'"; }

bool contains(const auto& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Octal escapes end after three digits; \x would take in the letters that follow. A second `?` is
// escaped because compilers warn of trigraphs.
std::string literal(std::string_view text) {
  std::string code = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool again = c == '?' && code.back() == '?';
    if (byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\' || again) {
      code += '\\';
      for (const int shift : {6, 3, 0}) code += static_cast<char>('0' + ((byte >> shift) & 7));
    } else {
      code += c;
    }
  }
  return code + '"';
}

const toml::node& node_in(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) refuse(table, quoted(key) + " is missing");
  return *node;
}

const toml::table& table_with(Keys keys, const toml::node& node) {
  if (!node.is_table()) refuse(node, "this has to be a table");
  for (const auto& [key, value] : *node.as_table()) {
    if (!contains(keys, key.str())) refuse(value, "unknown key " + quoted(key.str()));
  }
  return *node.as_table();
}

template <typename Value>
Value exactly(const toml::node& node) {
  const auto value = node.value_exact<Value>();
  if (!value) refuse(node, "a value of the wrong type");
  return *value;
}

bool flag_in(const toml::table& table, std::string_view key) {
  return table.contains(key) && exactly<bool>(node_in(table, key));
}

std::string text_of(const toml::node& node) {
  const auto text = exactly<std::string>(node);
  if (text.empty()) refuse(node, "an empty text");
  if (text.find('\n') != std::string::npos) refuse(node, "a text of more than one line");
  return text;
}

std::string text_in(const toml::table& table, std::string_view key) {
  return literal(text_of(node_in(table, key)));
}

std::string one_of(const auto& words, const toml::node& node) {
  const std::string word = text_of(node);
  if (!contains(words, word)) refuse(node, quoted(word) + " is not known here");
  return word;
}

std::string new_name(const toml::node& node, char joiner, Names& taken) {
  const std::string name = text_of(node);
  for (const char c : name) {
    if ((c < 'a' || c > 'z') && c != joiner) {
      refuse(node, quoted(name) + " may only have a to z and " + joiner);
    }
  }
  if (!taken.insert(name).second) refuse(node, quoted(name) + " is used twice");
  return literal(name);
}

// The constant arrays that the lists of the content become.
class Arrays {
 public:
  // Adds the list at `key`, each element as `code_of` writes it, and returns the array's name.
  std::string add(std::string_view type, const toml::table& table, std::string_view key,
                  const auto& code_of) {
    const toml::node& node = node_in(table, key);
    if (!node.is_array() || node.as_array()->empty()) refuse(node, quoted(key) + " lists nothing");
    std::string elements;
    for (const toml::node& element : *node.as_array()) elements += code_of(element) + ",\n";
    const std::string name = "array_" + std::to_string(++count_);
    code_ += "constexpr " + std::string{type} + " " + name + "[] = {\n" + elements + "};\n\n";
    return name;
  }

  std::string add_texts(const toml::table& table, std::string_view key) {
    return add("std::string_view", table, key,
               [](const toml::node& text) { return literal(text_of(text)); });
  }

  const std::string& code() const { return code_; }

 private:
  int count_ = 0;
  std::string code_;
};

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

// Actions, prompts and severities: a text, and what else of `key` and `who` is in `members`.
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
    return code + ".text = " + text_in(saying, "text") + "}";
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
  code += add_sayings("ActionContent", step, "action", {"key", "who", "text"}, arrays);
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

std::string function(std::string_view type, std::string_view name, const std::string& value) {
  return std::string{type} + " " + std::string{name} + "() { return " + value + "; }\n";
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
  return "// Generated from data/steps.toml; a change belongs there.\n"
         "#include \"mend/domain/step_content.hpp\"\n\nnamespace mend {\nnamespace {\n\n" +
         arrays.code() + "constexpr SetbackContent setback = " + setback +
         ";\n\n}  // namespace\n\n" +
         function("std::span<const StepContent>", "step_contents", steps) +
         function("const SetbackContent&", "setback_content", "setback") +
         function("std::span<const std::string_view>", "weekly_review_prompts", weekly) +
         function("std::span<const std::string_view>", "monthly_review_prompts", monthly) +
         "\n}  // namespace mend\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: generate_step_content IN.toml OUT.cpp\n";
    return 1;
  }
  const std::string in = argv[1];
  try {
    const std::string code = generate(toml::parse_file(in));
    std::ofstream out{argv[2], std::ios::binary};
    if (out << code << std::flush) return 0;
    std::cerr << argv[2] << ": cannot be written\n";
  } catch (const toml::parse_error& error) {
    std::cerr << in << ':' << error.source().begin.line << ": " << error.description() << '\n';
  } catch (const Refusal& refusal) {
    std::cerr << in << ':' << refusal.line << ": " << refusal.what << '\n';
  }
  return 1;
}
