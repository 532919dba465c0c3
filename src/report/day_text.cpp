// SPDX-License-Identifier: MIT
#include "day_table.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/report/agreement_words.hpp"
#include "mend/report/limit_list.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>
#include <utility>

namespace mend {
namespace {

constexpr std::size_t entry_indent = 4;

// Of one entry; 'show' has the rest.
constexpr std::size_t most_lines = 3;

// After so many quiet days mend says that it is still there, and nothing of the days.
constexpr int days_until_still_here = 4;

std::string heading(Day day) {
  const auto civil = civil_of(day);
  return std::string{long_name(weekday_of(day))} + " " + std::to_string(civil.day) + " " +
         std::string{long_month_name(civil.month)} + " " + std::to_string(civil.year);
}

// "2 promises, 1 space"
std::string counts_of(std::span<const Waiting> waiting) {
  const auto promises = static_cast<int>(std::ranges::count(waiting, Kind::promise, &Waiting::kind));
  const int spaces = static_cast<int>(waiting.size()) - promises;
  std::string text = promises > 0 ? quantity(promises, "promise", "promises") : "";
  if (spaces > 0) text += (text.empty() ? "" : ", ") + quantity(spaces, "space", "spaces");
  return text;
}

class DayPage {
 public:
  DayPage(const DayReport& report, const JournalSettings& settings, const Zone& zone,
          const Style& style, Discretion discretion)
      : report_(report),
        here_{report.day, zone},
        agreements_(report.entries),
        settings_(settings),
        style_(style),
        discretion_(discretion),
        table_(report.rows, report.is_past ? DayIs::past : DayIs::open, style) {}

  std::string render() {
    out_ = style_.painted(heading(report_.day), Paint::bold) + "\n";
    out_ += table_.heading(report_.day) + "\n";
    for (const StepRow& row : report_.rows) {
      out_ += table_.row(row);
      for (const StepRow& action : row.actions) {
        if (action.is_current) out_ += table_.row(action);
      }
      for (const Entry* const entry : row.entries) {
        if (entry->kind != Kind::setback) add_entry(*entry);
      }
    }
    add_waiting();
    add_setbacks();
    if (!greeting().empty()) out_ += "\n" + std::string{greeting()} + "\n";
    return std::move(out_);
  }

 private:
  void add_wrapped(const std::string& text, std::size_t indent, Paint paint) {
    if (text.empty()) return;
    for (const std::string& line : wrapped(text, style_.width - indent)) {
      out_ += std::string(indent, ' ') + style_.painted(line, paint) + "\n";
    }
  }

  std::string clock_of(const Entry& entry) const {
    return entry.at ? clock_when_written(*entry.at, here_.zone) : "     ";
  }

  void add_entry(const Entry& entry) {
    const std::string words =
        harmless(gist(entry, settings_, here_, discretion_, agreements_.about(entry)));
    add_line(clock_of(entry), labelled(entry, words));
  }

  // "promise kept: ...", "note: ...", and an action's words as they are.
  static std::string labelled(const Entry& entry, const std::string& words) {
    switch (entry.kind) {
      case Kind::action: return words.empty() ? "done" : words;
      case Kind::outcome: return std::string{word_of(entry.about)} + " " + words;
      case Kind::comeback: return (settles(entry) ? "back " : "space ") + words;
      default: return std::string{word_of(entry.kind)} + (words.empty() ? "" : ": " + words);
    }
  }

  void add_line(const std::string& clock, const std::string& words) {
    const std::size_t indent = entry_indent + clock.size() + 2;
    const auto lines =
        wrapped_within(words, style_.width - indent, most_lines, style_.ellipsis());
    out_ += std::string(entry_indent, ' ') + style_.painted(clock, Paint::dim) + "  " + lines[0] + "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) {
      out_ += std::string(indent, ' ') + lines[i] + "\n";
    }
  }

  void add_waiting() {
    if (report_.waiting.empty() && report_.apologies.empty()) return;
    out_ += "\n" + style_.painted("Waiting", Paint::bold) + "\n";
    add_agreements();
    add_apologies();
  }

  void add_agreements() {
    if (discretion_ == Discretion::on) {
      if (report_.waiting.empty()) return;
      add_wrapped(counts_of(report_.waiting), entry_indent, Paint::plain);
      return;
    }
    for (const Waiting& waiting : report_.waiting) {
      const auto text = first_line(text_of(waiting.entry->keys, "text"));
      add_wrapped(harmless(waiting_phrase(waiting, text, here_)), entry_indent, Paint::plain);
    }
    for (const Agreement& limit : report_.limits) {
      add_wrapped("limit: " + harmless(limit_phrase(limit, here_)), entry_indent, Paint::plain);
    }
  }

  // An apology stays in sight until what was promised with it is settled.
  void add_apologies() {
    for (const FollowThrough& through : report_.apologies) {
      const std::string day = describe(through.apology->day, report_.day);
      add_wrapped("apology of " + day + ", " + follow_through_phrase(through), entry_indent,
                  Paint::plain);
    }
  }

  void add_setbacks() {
    if (report_.setbacks.empty()) return;
    out_ += "\n" + style_.painted("Setbacks", Paint::bold) + "\n";
    for (const Entry* const setback : report_.setbacks) {
      const std::string more = harmless(gist(*setback, settings_, here_, discretion_));
      const std::string words =
          std::string{key_of(*setback->step)} + (more.empty() ? "" : ", ") + more;
      std::string start = std::string(entry_indent, ' ') +
                          style_.painted(clock_of(*setback), Paint::dim) + "  ";
      const std::size_t indent = entry_indent + clock_of(*setback).size() + 2;
      for (const std::string& line : wrapped(words, style_.width - indent)) {
        out_ += std::exchange(start, std::string(indent, ' ')) + line + "\n";
      }
    }
  }

  // Said only while the day is open: once something is kept, or on a day off, it needs no words.
  std::string_view greeting() const {
    const auto is_today = [](DayState state) {
      return [state](const StepRow& row) { return row.today == state; };
    };
    const bool is_open = std::ranges::any_of(report_.rows, is_today(DayState::open)) &&
                         std::ranges::none_of(report_.rows, is_today(DayState::kept));
    const bool is_space_open = std::ranges::any_of(
        report_.waiting, [](const Waiting& waiting) { return waiting.kind == Kind::space; });
    if (report_.is_past || !is_open || is_space_open) return {};
    if (report_.quiet_days >= days_until_still_here) return "Still here when you are.";
    return report_.quiet_days > 0 ? "Yesterday was quiet. Today is open." : "";
  }

  const DayReport& report_;
  const LocalDay here_;
  const AgreementWords agreements_;
  const JournalSettings& settings_;
  const Style& style_;
  Discretion discretion_;
  const DayTable table_;
  std::string out_;
};

}  // namespace

std::string day_text(const DayReport& report, const JournalSettings& settings, const Zone& zone,
                     const Style& style, Discretion discretion) {
  return DayPage{report, settings, zone, style, discretion}.render();
}

}  // namespace mend
