// SPDX-License-Identifier: MIT
#include "mend/domain/helplines.hpp"
#include "mend/report/safety.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// Longer lines are hard to read.
constexpr std::size_t longest_safety_line = 78;

class SafetyPage {
 public:
  explicit SafetyPage(const Style& style)
      : style_(style), width_(std::min(style.width, longest_safety_line)) {}

  std::string text() {
    const SafetyContent& content = safety_content();
    add_paragraphs(content.text);
    add_heading("Helplines, checked " + std::string{content.checked});
    for (const HelpPlace& place : content.places) add_place(place);
    add_paragraphs({&content.elsewhere, 1});
    add_heading("To leave no traces here");
    add_paragraphs(content.traces);
    out_.pop_back();
    return std::move(out_);
  }

 private:
  void add_heading(std::string_view heading) {
    out_ += style_.painted(heading, Paint::bold) + "\n\n";
  }

  void add_paragraphs(std::span<const std::string_view> paragraphs) {
    for (const auto paragraph : paragraphs) {
      for (const std::string& line : wrapped(paragraph, width_)) out_ += line + "\n";
      out_ += '\n';
    }
  }

  void add_place(const HelpPlace& place) {
    out_ += std::string{place.name} + " (emergency: " + std::string{place.emergency} + ")\n";
    for (const Helpline& line : place.lines) add_line(line);
    out_ += '\n';
  }

  // The number leads, and is never broken; what follows it hangs below it.
  void add_line(const Helpline& line) {
    std::string text = std::string{line.phone} + "  " + std::string{line.name};
    if (!line.web.empty()) text += ", " + std::string{line.web};
    if (!line.about.empty()) text += " (" + std::string{line.about} + ")";
    std::size_t indent = 2;
    for (const std::string& part : wrapped(text, width_ - 4)) {
      out_ += std::string(indent, ' ') + part + "\n";
      indent = 4;
    }
  }

  const Style& style_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string safety_text(const Style& style) { return SafetyPage{style}.text(); }

}  // namespace mend
