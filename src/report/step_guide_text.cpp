// SPDX-License-Identifier: MIT
#include "mend/report/step_guide.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// Longer lines are hard to read.
constexpr std::size_t longest_guide_line = 96;

// From this width on what a key means stands beside it.
constexpr std::size_t wide_guide = 64;
constexpr std::size_t guide_indent = 4;
constexpr std::size_t field_key_width = 18;

std::string joined_aliases(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string{word};
  return out;
}

// In quotes, as some have commas in them.
std::string choice_words(std::span<const std::string_view> choices) {
  std::string out;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) out += i + 1 == choices.size() ? " or " : ", ";
    out += "'" + std::string{choices[i]} + "'";
  }
  return out;
}

std::string in_parentheses(const std::string& first, const std::string& second) {
  if (first.empty() && second.empty()) return {};
  return " (" + first + (first.empty() || second.empty() ? "" : "; ") + second + ")";
}

class GuidePage {
 public:
  GuidePage(const StepGuide& guide, const Style& style, Discretion discretion)
      : guide_(guide),
        content_(content_of(guide.step)),
        style_(style),
        discretion_(discretion),
        width_(std::min(style.width, longest_guide_line)) {}

  std::string render() {
    out_ = style_.painted(std::to_string(content_.number) + " " + std::string{content_.title},
                          Paint::bold) +
           "\n";
    add_paragraph(std::string{content_.key} + ", or " + joined_aliases(content_.aliases), 2);
    out_ += "\n";
    add_paragraph(content_.intent, 0);
    add_heading("How often", cadence_words());
    add_paragraph(content_.cadence_why, guide_indent);
    add_heading("What counts as done");
    add_paragraph(content_.done, guide_indent);
    add_actions();
    add_fields();
    add_heading("To think about");
    for (const PromptContent& prompt : guide_.prompts) add_item(prompt.text);
    add_heading("What it is not");
    for (const std::string_view misuse : content_.misuse) add_item(misuse);
    return std::move(out_);
  }

 private:
  // The detail stands beside the heading, or below it where that is too long.
  void add_heading(std::string_view heading, const std::string& detail = {}) {
    out_ += "\n" + style_.painted(heading, Paint::bold);
    const bool is_beside = heading.size() + 2 + detail.size() <= width_;
    out_ += detail.empty() || !is_beside ? "\n" : "  " + detail + "\n";
    if (!is_beside) add_paragraph(detail, guide_indent);
  }

  void add_paragraph(std::string_view text, std::size_t indent) {
    for (const std::string& line : wrapped(text, width_ - indent)) {
      out_ += std::string(indent, ' ') + line + "\n";
    }
  }

  // A line of its own; what does not fit hangs below, set in a little.
  void add_item(std::string_view text) {
    std::size_t indent = guide_indent;
    for (const std::string& line : wrapped(text, width_ - guide_indent - 2)) {
      out_ += std::string(indent, ' ') + line + "\n";
      indent = guide_indent + 2;
    }
  }

  void add_pair(const std::string& key, const std::string& text) {
    const bool is_beside = width_ >= wide_guide && display_width(key) + 2 <= field_key_width;
    const std::size_t column = guide_indent + (width_ >= wide_guide ? field_key_width : 2);
    out_ += std::string(guide_indent, ' ');
    out_ += is_beside && !text.empty() ? padded(key, field_key_width)
                                       : shorten(key, width_ - guide_indent, style_.ellipsis()) + "\n";
    if (text.empty()) return;
    std::size_t indent = is_beside ? 0 : column;
    for (const std::string& line : wrapped(text, width_ - column)) {
      out_ += std::string(indent, ' ') + line + "\n";
      indent = column;
    }
  }

  std::string cadence_words() const {
    const std::string usual{content_.cadence};
    if (guide_.cadence.text == usual) return usual;
    return guide_.cadence.text + " in this journal, otherwise " + usual;
  }

  std::string letter() const { return std::string{content_.aliases.front()}; }

  void add_actions() {
    add_heading("Actions", "mend log " + letter() + "/ACTION");
    for (const ActionContent& action : guide_.actions) {
      add_pair(std::string{action.key}, std::string{action.text});
    }
    if (guide_.own_actions.empty() || discretion_ == Discretion::on) return;
    add_heading("Your own actions");
    for (const OwnAction& action : guide_.own_actions) {
      const std::string cadence = action.cadence ? in_parentheses(action.cadence->text, {}) : "";
      add_pair(harmless(action.key), harmless(action.text) + cadence);
    }
  }

  void add_fields() {
    add_heading("Fields of its notes", "mend note " + letter() + " -f FIELD=VALUE");
    bool has_private = false;
    for (const FieldContent& field : content_.fields) {
      has_private = has_private || field.is_private;
      add_pair(std::string{field.name},
               std::string{field.ask} +
                   in_parentheses(type_words(field), field.is_private ? "private" : ""));
    }
    if (has_private) {
      out_ += "\n";
      add_paragraph("Private fields are never part of an export for someone else.",
                    guide_indent);
    }
  }

  const StepGuide& guide_;
  const StepContent& content_;
  const Style& style_;
  Discretion discretion_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string type_words(const FieldContent& field) {
  switch (field.type) {
    case FieldType::text: return {};
    case FieldType::choice: return choice_words(field.choices);
    case FieldType::yes_no: return "yes or no";
    case FieldType::minutes: return "minutes";
    case FieldType::count: return "a number";
    case FieldType::scale: return "1 to " + std::to_string(field.scale_max);
    case FieldType::date: return "a day";
    case FieldType::reference: return "the id of an entry";
  }
  return {};
}

std::string step_guide_text(const StepGuide& guide, const Style& style, Discretion discretion) {
  return GuidePage{guide, style, discretion}.render();
}

}  // namespace mend
