// SPDX-License-Identifier: MIT
#include "mend/cli/entry_template.hpp"

#include "mend/domain/spelling.hpp"
#include "mend/report/step_guide.hpp"
#include "mend/text/alignment.hpp"
#include "mend/text/display.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>
#include <set>

namespace mend {
namespace {

constexpr std::string_view field_mark = ">>> ";
constexpr std::size_t comment_width = 76;

struct Line {
  enum class Kind { words, comment, escaped } kind;
  std::string shown;
  std::string meant = {};  // of one that is escaped
};

std::vector<std::string_view> lines_in(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const auto newline = text.find('\n');
    lines.push_back(text.substr(0, newline));
    if (newline == std::string_view::npos) return lines;
    text.remove_prefix(newline + 1);
  }
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// What a field asks, and what can be answered.
std::string ask_of(const FieldContent& field) {
  const std::string type = type_words(field);
  return std::string{field.ask} + (type.empty() ? "" : " (" + type + ")");
}

std::string mark_of(const FieldContent& field) {
  return std::string{field_mark} + std::string{field.name} + "   " + ask_of(field);
}

const FieldContent* find_field(const EntryTemplate& content, std::string_view name) {
  const auto found = std::ranges::find(content.fields, name, &FieldContent::name);
  return found == content.fields.end() ? nullptr : &*found;
}

// The name in `>>> NAME`, when there is such a field or one that was surely meant.
std::string_view field_named_in(const EntryTemplate& content, std::string_view line) {
  if (!line.starts_with(field_mark)) return {};
  line.remove_prefix(field_mark.size());
  const auto name = line.substr(0, line.find_first_of(" \t\r"));
  std::vector<std::string_view> names;
  for (const FieldContent& field : content.fields) names.push_back(field.name);
  return name.empty() || nearest(name, names).empty() ? std::string_view{} : name;
}

// What somebody wrote on the line of a mark, beside what mend asks there.
std::string words_beside(const EntryTemplate& content, std::string_view line, std::string_view name) {
  std::string words{without_blanks(line.substr(field_mark.size() + name.size()))};
  const FieldContent* const field = find_field(content, name);
  const std::string ask = field == nullptr ? "" : ask_of(*field);
  const auto at = ask.empty() ? std::string::npos : words.find(ask);
  if (at == std::string::npos) return words;
  const std::string before{without_blanks(std::string_view{words}.substr(0, at))};
  const std::string behind{without_blanks(std::string_view{words}.substr(at + ask.size()))};
  return before + (before.empty() || behind.empty() ? "" : " ") + behind;
}

class TemplateLines {
 public:
  explicit TemplateLines(const EntryTemplate& content) : content_(content) {
    add_comments(content.heading);
    add_comments("Write above this. Lines that mend added are dropped if you leave them unchanged; "
                 "everything you write is kept, even if it starts with #. To save nothing, change "
                 "nothing or empty the file.");
    if (!content.prompts.empty()) add_comments("\n");
    for (const auto prompt : content.prompts) add_comments(prompt);
    if (!content.fields.empty()) {
      add_comments("\nFields: remove the # in front of a field and write your answer below it.");
    }
    for (const FieldContent& field : content.fields) {
      if (!content.composition.fields.contains(field.name)) {
        marks_.push_back({Line::Kind::comment, "#" + mark_of(field)});
      }
    }
    for (const auto* const own : {&comments_, &marks_}) {
      for (const Line& line : *own) own_.insert(line.shown);
    }
  }

  std::vector<Line> lines() const {
    std::vector<Line> lines;
    append_text(lines, content_.composition.text);
    lines.push_back({Line::Kind::words, ""});
    lines.insert(lines.end(), comments_.begin(), comments_.end());
    auto mark = marks_.begin();
    for (const FieldContent& field : content_.fields) {
      const auto value = content_.composition.fields.find(field.name);
      if (value == content_.composition.fields.end()) {
        lines.push_back(*mark++);
      } else {
        lines.push_back({Line::Kind::words, mark_of(field)});
        append_text(lines, value->second);
      }
    }
    return lines;
  }

 private:
  void add_comments(std::string_view text) {
    for (const std::string& line : wrapped(text, comment_width)) {
      comments_.push_back({Line::Kind::comment, line.empty() ? "#" : "# " + line});
    }
  }

  void append_text(std::vector<Line>& lines, std::string_view text) const {
    for (const auto line : lines_in(text)) {
      if (is_special(line)) {
        lines.push_back({Line::Kind::escaped, "\\" + std::string{line}, std::string{line}});
      } else {
        lines.push_back({Line::Kind::words, std::string{line}});
      }
    }
  }

  // Would it be taken for one of mend's lines, or for one that was escaped?
  bool is_special(std::string_view line) const {
    line.remove_prefix(std::min(line.find_first_not_of('\\'), line.size()));
    return own_.contains(without_return(line)) || !field_named_in(content_, line).empty();
  }

  const EntryTemplate& content_;
  std::vector<Line> comments_;
  std::vector<Line> marks_;
  std::set<std::string, std::less<>> own_;
};

// Without what an editor puts at the start and at line ends, where mend did not.
std::string without_editor_marks(std::string text, std::string_view before) {
  if (text.starts_with(byte_order_mark) && !before.starts_with(byte_order_mark)) {
    text.erase(0, byte_order_mark.size());
  }
  if (text.find('\n') == std::string::npos && before.find('\r') == std::string_view::npos) {
    std::ranges::replace(text, '\r', '\n');
  }
  auto lines = lines_in(text);
  const auto ended = std::span{lines}.first(lines.size() - 1);
  const bool has_returns = !ended.empty() && std::ranges::all_of(ended, [](std::string_view line) {
    return line.ends_with('\r');
  });
  if (!has_returns) return text;
  const auto lines_before = lines_in(before);
  const std::set<std::string_view> known{lines_before.begin(), lines_before.end()};
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // An editor that had nothing to add left a return of the entry's own as it was.
    const auto bare = without_return(lines[i]);
    out += known.contains(lines[i]) && !known.contains(bare) ? lines[i] : bare;
    if (i + 1 < lines.size()) out += '\n';
  }
  return out;
}

// For each line which of the template's it is, if it is one of mend's or one that was escaped.
std::vector<const Line*> lines_kept(const std::vector<Line>& before,
                                    const std::vector<std::string_view>& after) {
  std::vector<const Line*> own;
  std::vector<std::string_view> own_texts;
  for (const Line& line : before) {
    if (line.kind == Line::Kind::words) continue;
    own.push_back(&line);
    own_texts.emplace_back(line.kind == Line::Kind::comment ? without_return(line.shown) : line.shown);
  }
  const std::set<std::string_view> known{own_texts.begin(), own_texts.end()};
  std::vector<std::string_view> candidates;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto line = known.contains(after[i]) ? after[i] : without_return(after[i]);
    if (!known.contains(line)) continue;
    candidates.push_back(line);
    places.push_back(i);
  }
  std::vector<const Line*> kept(after.size());
  const auto aligned = align(own_texts, candidates);
  for (std::size_t i = 0; i < aligned.size(); ++i) {
    if (aligned[i]) kept[places[i]] = own[*aligned[i]];
  }
  return kept;
}

bool is_blank_line(std::string_view line) { return without_blanks(line).empty(); }

std::string joined_lines(const std::vector<std::string_view>& lines) {
  std::size_t first = 0;
  std::size_t last = lines.size();
  while (first < last && is_blank_line(lines[first])) ++first;
  while (last > first && is_blank_line(lines[last - 1])) --last;
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) text += '\n';
    text += lines[i];
  }
  return text;
}

// Gathers the lines of the text, then those of one field after the other.
class Sections {
 public:
  explicit Sections(const EntryTemplate& content) : content_(content) {}

  void add(std::string_view line) { lines_.push_back(line); }

  void begin(std::string_view field, const std::string& words) {
    end();
    field_ = field;
    if (!words.empty()) append(words);
  }

  Composition finished() {
    end();
    return std::move(composition_);
  }

 private:
  void end() {
    std::string value = joined_lines(lines_);
    lines_.clear();
    const FieldContent* const field = find_field(content_, field_);
    if (field != nullptr && field->type != FieldType::text) value = std::string{without_blanks(value)};
    if (field_.empty()) {
      composition_.text = value;
    } else if (!value.empty()) {
      append(value);
    }
  }

  // A field that is begun twice loses neither part.
  void append(const std::string& value) {
    std::string& whole = composition_.fields[field_];
    whole += (whole.empty() ? "" : "\n") + value;
  }

  const EntryTemplate& content_;
  Composition composition_;
  std::string field_;
  std::vector<std::string_view> lines_;
};

std::string joined(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) out += line.shown + "\n";
  return out;
}

}  // namespace

std::string write_template(const EntryTemplate& content) {
  return joined(TemplateLines{content}.lines());
}

Composition read_template(const EntryTemplate& content, std::string_view text) {
  const auto before = TemplateLines{content}.lines();
  const std::string words = without_editor_marks(std::string{text}, joined(before));
  const auto lines = lines_in(words);
  const auto kept = lines_kept(before, lines);
  Sections sections{content};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (kept[i] != nullptr) {
      if (kept[i]->kind == Line::Kind::escaped) sections.add(kept[i]->meant);
    } else if (const auto name = field_named_in(content, lines[i]); !name.empty()) {
      sections.begin(name, words_beside(content, lines[i], name));
    } else {
      sections.add(lines[i]);
    }
  }
  return sections.finished();
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
