// SPDX-License-Identifier: MIT
#include "mend/cli/entry_template.hpp"

#include "mend/text/display.hpp"

namespace mend {
namespace {

constexpr std::string_view field_mark = ">>> ";
constexpr std::size_t comment_width = 76;

// The name in `>>> NAME`; empty for any other line.
std::string_view field_named_in(std::string_view line) {
  if (!line.starts_with(field_mark)) return {};
  line.remove_prefix(field_mark.size());
  return line.substr(0, line.find_first_of(" \t\r"));
}

bool is_special(std::string_view line) {
  const auto first = line.find_first_not_of('\\');
  if (first == std::string_view::npos) return false;
  line.remove_prefix(first);
  return line.starts_with('#') || !field_named_in(line).empty();
}

void append_comment(std::string& out, std::string_view text) {
  for (const std::string& line : wrapped(text, comment_width)) {
    out += line.empty() ? "#\n" : "# " + line + "\n";
  }
}

void append_lines(std::string& out, std::string_view text) {
  while (true) {
    const auto newline = text.find('\n');
    const auto line = text.substr(0, newline);
    if (is_special(line)) out += '\\';
    out += line;
    out += '\n';
    if (newline == std::string_view::npos) return;
    text.remove_prefix(newline + 1);
  }
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string joined_lines(const std::vector<std::string_view>& lines) {
  std::size_t first = 0;
  std::size_t last = lines.size();
  while (first < last && is_blank(lines[first])) ++first;
  while (last > first && is_blank(lines[last - 1])) --last;
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) text += '\n';
    text += lines[i];
  }
  return text;
}

}  // namespace

std::string write_template(const EntryTemplate& content) {
  std::string out;
  append_lines(out, content.composition.text);
  out += '\n';
  append_comment(out, content.heading);
  append_comment(out,
                 "Lines that begin with # are left out. Leave everything as it is, or empty, to save "
                 "nothing.");
  if (!content.prompts.empty()) append_comment(out, "\n");
  for (const auto prompt : content.prompts) append_comment(out, prompt);
  if (!content.fields.empty()) {
    append_comment(out, "\nFields: take away the # before one and write below it.");
  }
  for (const FieldContent& field : content.fields) {
    const std::string mark = std::string{field_mark} + std::string{field.name};
    const auto value = content.composition.fields.find(field.name);
    const bool has_value = value != content.composition.fields.end();
    out += (has_value ? mark : "#" + mark) + "   " + std::string{field.ask} + "\n";
    if (has_value) append_lines(out, value->second);
  }
  return out;
}

Composition read_template(std::string_view text) {
  Composition composition;
  std::vector<std::string_view> lines;
  std::string field;
  const auto end_section = [&] {
    const std::string value = joined_lines(lines);
    lines.clear();
    if (field.empty()) {
      composition.text = value;
    } else if (!value.empty()) {
      // Begun twice: neither part is lost.
      std::string& whole = composition.fields[field];
      whole += (whole.empty() ? "" : "\n") + value;
    }
  };
  while (!text.empty()) {
    const auto newline = text.find('\n');
    auto line = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    if (line.starts_with('#')) continue;
    if (const auto name = field_named_in(line); !name.empty()) {
      end_section();
      field = name;
      continue;
    }
    if (line.starts_with('\\') && is_special(line)) line.remove_prefix(1);
    lines.push_back(line);
  }
  end_section();
  return composition;
}

Composition composition_of(const Attributes& entry, std::span<const FieldContent> fields) {
  Composition composition;
  composition.text = text_of(entry, "text");
  for (const FieldContent& field : fields) {
    const Value* const value = find_value(entry, field.name);
    if (value == nullptr) continue;
    std::string text;
    if (value->text() != nullptr) text = *value->text();
    if (const auto* const answer = std::get_if<bool>(&value->content)) text = *answer ? "yes" : "no";
    if (const auto* const number = std::get_if<std::int64_t>(&value->content)) {
      text = std::to_string(*number);
    }
    if (const auto* const date = std::get_if<DateText>(&value->content)) text = date->text;
    composition.fields[std::string{field.name}] = text;
  }
  return composition;
}

}  // namespace mend
