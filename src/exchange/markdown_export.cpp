// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/domain/schema.hpp"
#include "mend/exchange/csv_columns.hpp"
#include "mend/exchange/export.hpp"
#include "mend/report/phrases.hpp"
#include "mend/text/display.hpp"
#include "mend/text/markup.hpp"

#include <map>

namespace mend {
namespace {

// Does the line above an entry say it already, or only a machine ask for it?
bool is_said_above(const EntryKey& key, Kind kind) {
  switch (key.type) {
    case ValueType::any:
    case ValueType::choice:
    case ValueType::contact:
    case ValueType::deadline:
    case ValueType::texts:
    case ValueType::steps:
    case ValueType::actions: return false;
    case ValueType::text: return key.name == "text";
    case ValueType::reference: return kind == Kind::outcome || kind == Kind::comeback;
    default: return true;
  }
}

std::string long_day(Day day) {
  const CivilDate date = civil_of(day);
  return std::string{long_name(weekday_of(day))} + " " + std::to_string(date.day) + " " +
         std::string{long_month_name(date.month)} + " " + std::to_string(date.year);
}

// A `> ` before each line; a backslash at its end keeps a line break.
std::string quotation(std::string_view text) {
  std::string out;
  while (true) {
    const auto newline = text.find('\n');
    const std::string line = markdown_escaped(text.substr(0, newline));
    out += line.empty() ? ">" : "> " + line;
    if (newline == std::string_view::npos) return out + "\n";
    text.remove_prefix(newline + 1);
    // An empty line is a paragraph's end as it is.
    const bool is_break = !line.empty() && !text.empty() && !text.starts_with('\n');
    out += is_break ? "\\\n" : "\n";
  }
}

class Page {
 public:
  explicit Page(const ExportSource& source) : source_(source) {
    for (const ExportedEntry& exported : source.entries) {
      if (!exported.entry->id.empty()) texts_[exported.entry->id] = text_of(exported.shown, "text");
    }
  }

  std::string write() {
    out_ = "# Journal\n";
    if (!source_.entries.empty()) {
      out_ += "\n" + to_iso(source_.entries.front().entry->day) + " to " +
              to_iso(source_.entries.back().entry->day) + "\n";
    }
    std::optional<Day> day;
    for (const ExportedEntry& exported : source_.entries) {
      if (day != exported.entry->day) out_ += "\n## " + long_day(exported.entry->day) + "\n";
      day = exported.entry->day;
      add(exported);
    }
    if (source_.audience != Audience::me) {
      out_ += "\n---\n\n" + markdown_escaped(shared_closing) + "\n";
    }
    return std::move(out_);
  }

 private:
  std::string action_words(const ExportedEntry& exported) const {
    const std::string_view key = text_of(exported.shown, "action");
    if (key.empty() || !exported.entry->step) return {};
    if (const auto* const action = find_action(*exported.entry->step, key)) {
      return std::string{action->text};
    }
    const OwnAction* const own = source_.settings.find_action(*exported.entry->step, key);
    return own == nullptr || own->text.empty() ? std::string{key} : own->text;
  }

  // What a promise or space was about, where it is part of this export.
  std::string about(const Entry& event) const {
    const auto found = texts_.find(event.reference);
    return found == texts_.end() || found->second.empty() ? ""
                                                          : ": " + markdown_escaped(first_line(found->second));
  }

  std::string heading(const ExportedEntry& exported) const {
    const Entry& entry = *exported.entry;
    const std::string title = entry.step ? std::string{content_of(*entry.step).title} : "";
    const std::string result{text_of(exported.shown, "result")};
    switch (entry.kind) {
      case Kind::action: {
        const std::string words = action_words(exported);
        return "**" + title + "**" + (words.empty() ? "" : ": " + markdown_escaped(words));
      }
      case Kind::note: return title.empty() ? "**Note**" : "**" + title + "**, note";
      case Kind::setback: {
        const std::string_view severity = text_of(exported.shown, "severity");
        return "**" + title + "**, setback" +
               (severity.empty() ? "" : " (" + std::string{severity} + ")");
      }
      case Kind::promise: return "**Promise** (" + title + ")";
      case Kind::outcome:
        return (entry.about == Kind::limit ? "**Limit " : "**Promise ") + markdown_escaped(result) + "**" +
               about(entry);
      case Kind::space: return "**Space**";
      case Kind::comeback: {
        const std::string what = entry.result == Outcome::ended ? "**Space ended**"
                                                                : "**Back from space**, " + markdown_escaped(result);
        return what + about(entry);
      }
      case Kind::limit: return "**Limit**";
      case Kind::rest:
        return "**Rest**, " + describe(entry.rest, entry.rest.first);
    }
    return title;
  }

  void add(const ExportedEntry& exported) {
    out_ += "\n" + heading(exported);
    if (exported.entry->at) out_ += ", " + clock_when_written(*exported.entry->at, source_.clock.zone);
    out_ += "\n";
    const Value* const text = find_value(exported.shown, "text");
    if (text != nullptr && text->text() != nullptr) out_ += "\n" + quotation(*text->text());
    std::string list;
    for (const Attribute& attribute : exported.shown) {
      const Kind kind = exported.entry->kind;
      const EntryKey* const key = find_key(kind, attribute.key);
      if (key != nullptr && is_said_above(*key, kind)) continue;
      list += "- " + markdown_escaped(key_phrase(attribute.key)) + ": " +
              item(value_phrase(attribute.value, source_.clock.zone));
    }
    if (!list.empty()) out_ += "\n" + list;
  }

  // One line, or a quotation inside the list.
  static std::string item(std::string_view text) {
    if (text.find('\n') == std::string_view::npos) return markdown_escaped(text) + "\n";
    std::string out = "\n";
    std::string quote = quotation(text);
    quote.pop_back();
    out += "  ";
    for (const char c : quote) {
      out += c;
      if (c == '\n') out += "  ";
    }
    return out + "\n";
  }

  const ExportSource& source_;
  std::map<std::string_view, std::string_view> texts_;
  std::string out_;
};

}  // namespace

std::string markdown_export(const ExportSource& source) { return Page{source}.write(); }

}  // namespace mend
