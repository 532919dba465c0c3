// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace mend {
namespace {

// From this width on a step and its streak fit on one line.
constexpr std::size_t wide = 64;

// And from this one on the last seven days beside it.
constexpr std::size_t widest = 96;
constexpr std::size_t key_width = 16;
constexpr std::size_t state_width = 7;
constexpr std::size_t strip_width = 9;  // seven days and two spaces
constexpr std::size_t indent_width = 4;

// On the fourth quiet day in a row, and on that day only, mend says that it is still there.
constexpr int days_until_still_here = 4;

std::string clock_of(const Facts& facts) {
  if (!facts.at) return "     ";
  const int second = facts.at->second_of_day();
  std::array<char, 8> clock{};
  std::snprintf(clock.data(), clock.size(), "%02d:%02d", second / 3600 % 24, second / 60 % 60);
  return clock.data();
}

std::string heading(Day day) {
  const auto civil = civil_of(day);
  return std::string{long_name(weekday_of(day))} + " " + std::to_string(civil.day) + " " +
         std::string{long_month_name(civil.month)} + " " + std::to_string(civil.year);
}

class DayPage {
 public:
  DayPage(const DayReport& report, const JournalSettings& settings, const Style& style,
          Discretion discretion)
      : report_(report), settings_(settings), style_(style), discretion_(discretion) {}

  std::string render() {
    out_ = style_.painted(heading(report_.day), Paint::bold) + "\n";
    add_weekdays();
    for (const StepRow& row : report_.rows) {
      add_step(row);
      for (const StepRow& action : row.actions) {
        if (action.is_current) add_step(action);
      }
      for (const std::size_t index : row.entries) {
        if (report_.facts[index].kind != Kind::setback) add_entry(index);
      }
    }
    add_waiting();
    add_setbacks();
    if (!greeting().empty()) out_ += "\n" + std::string{greeting()} + "\n";
    return std::move(out_);
  }

 private:
  // A day that has passed is no longer open.
  DayState as_seen_now(DayState state) const {
    return report_.is_past && state == DayState::open ? DayState::quiet : state;
  }

  // A week that can still be kept on other days is open; on its last chance it asks.
  std::string state_words(const StepRow& row) const {
    const bool has_state = row.cadence.unit() != Cadence::Unit::none || row.today == DayState::kept;
    if (!has_state) return "";
    const DayState state = as_seen_now(row.today);
    return state == DayState::open && row.unit && row.is_asked ? "asks"
                                                               : std::string{word_of(state)};
  }

  bool has_strip() const { return style_.width >= widest; }

  void add_weekdays() {
    if (has_strip()) {
      std::string letters;
      for (int i = 6; i >= 0; --i) letters += short_name(weekday_of(report_.day - i))[0];
      out_ += std::string(indent_width + key_width, ' ') + style_.painted(letters, Paint::dim);
    }
    out_ += "\n";
  }

  std::string strip(const StepRow& row) const {
    std::string marks;
    for (const auto& known : row.last_days) {
      const DayState state = as_seen_now(known.value_or(DayState::quiet));
      marks += known ? style_.painted(mark_of(state, style_.charset), paint_of(state)) : " ";
    }
    return marks + std::string(strip_width - row.last_days.size(), ' ');
  }

  void add_step(const StepRow& row) {
    const DayState shown = as_seen_now(row.today);
    const Paint paint = paint_of(shown);
    const std::string mark{mark_of(shown, style_.charset)};
    const std::string name = row.action.empty()
                                 ? std::to_string(number_of(row.step)) + " " +
                                       padded(key_of(row.step), key_width)
                                 : "  " + padded(action_name(row), key_width);
    const std::string start =
        style_.painted(mark, paint) + " " + name + (has_strip() ? strip(row) : "");
    if (style_.width < wide) {
      std::string line = start + style_.painted(state_words(row), paint);
      line.erase(line.find_last_not_of(' ') + 1);
      out_ += line + "\n";
      add_wrapped(lately(row), indent_width, Paint::plain);
      return;
    }
    const std::size_t column =
        indent_width + key_width + (has_strip() ? strip_width : 0) + state_width;
    const auto lines = wrapped(lately(row), style_.width - column);
    const std::string state = state_words(row);
    out_ += start + style_.painted(lines[0].empty() ? state : padded(state, state_width), paint) +
            lines[0] + "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) {
      out_ += std::string(column, ' ') + lines[i] + "\n";
    }
  }

  std::string action_name(const StepRow& row) const {
    return shorten("/" + harmless(row.action), key_width - 2, style_.ellipsis());
  }

  std::string lately(const StepRow& row) const {
    std::string phrase = lately_phrase(row);
    if (!report_.is_past) return phrase;
    const auto at = phrase.find(" this ");
    return at == std::string::npos ? phrase : phrase.replace(at, 6, " that ");
  }

  void add_wrapped(const std::string& text, std::size_t indent, Paint paint) {
    if (text.empty()) return;
    for (const std::string& line : wrapped(text, style_.width - indent)) {
      out_ += std::string(indent, ' ') + style_.painted(line, paint) + "\n";
    }
  }

  void add_entry(std::size_t index) {
    const Facts& facts = report_.facts[index];
    std::string words = harmless(gist(facts, report_.attributes[index], settings_, discretion_));
    if (facts.kind != Kind::action || words.empty()) {
      const std::string kind{facts.kind == Kind::action ? "done" : word_of(facts.kind)};
      words = words.empty() ? kind : kind + ": " + words;
    }
    add_line(clock_of(facts), words);
  }

  void add_line(const std::string& clock, const std::string& words) {
    const std::size_t indent = indent_width + clock.size() + 2;
    out_ += std::string(indent_width, ' ') + style_.painted(clock, Paint::dim) + "  " +
            shorten(words, style_.width - indent, style_.ellipsis()) + "\n";
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
      out_ += "     " + std::to_string(report_.waiting.size()) + " waiting\n";
      return;
    }
    for (const Waiting& waiting : report_.waiting) {
      const auto text = first_line(text_of(report_.attributes[waiting.entry], "text"));
      add_wrapped(harmless(waiting_phrase(waiting, text, report_.day)), indent_width, Paint::plain);
    }
  }

  // An apology stays in sight until what was promised with it is settled.
  void add_apologies() {
    for (const FollowThrough& through : report_.apologies) {
      const std::string day = describe(report_.facts[through.apology].day, report_.day);
      add_wrapped("apology of " + day + ", " + follow_through_phrase(through), indent_width,
                  Paint::plain);
    }
  }

  void add_setbacks() {
    if (report_.setbacks.empty()) return;
    out_ += "\n" + style_.painted("Setbacks", Paint::bold) + "\n";
    for (const std::size_t index : report_.setbacks) {
      const Facts& facts = report_.facts[index];
      add_line(clock_of(facts), std::string{key_of(*facts.step)} + ", " +
                                    harmless(gist(facts, report_.attributes[index], settings_,
                                                  discretion_)));
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
    if (report_.quiet_days + 1 == days_until_still_here) return "Still here when you are.";
    return report_.quiet_days == 1 ? "Yesterday was quiet. Today is open." : "";
  }

  const DayReport& report_;
  const JournalSettings& settings_;
  const Style& style_;
  Discretion discretion_;
  std::string out_;
};

}  // namespace

std::string day_text(const DayReport& report, const JournalSettings& settings, const Style& style,
                     Discretion discretion) {
  return DayPage{report, settings, style, discretion}.render();
}

}  // namespace mend
