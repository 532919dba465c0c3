// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/streak_phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"
#include "week_strip.hpp"

#include <algorithm>
#include <span>

namespace mend {
namespace {

constexpr std::size_t step_page_indent = 4;

// More weeks side by side than anyone takes in at a glance belong to a calendar.
constexpr std::size_t widest_strip = 12 * 8;

constexpr std::size_t most_beside = 6;

std::string written_day(Day day, Day today) {
  if (day == today) return "today";
  if (day == today - 1) return "yesterday";
  return "on " + describe(day, today);
}

// Of those since `first` the newest, and how many came before.
std::string beside_words(const StepPage& page, Day first) {
  const auto begin = std::ranges::find_if(
      page.beside, [first](const Beside& each) { return each.day >= first; });
  const std::span beside{begin, page.beside.end()};
  if (beside.empty()) return {};
  const std::size_t shown = std::min(beside.size(), most_beside);
  std::string words;
  for (const Beside& each : beside.last(shown)) {
    const auto what = each.severity ? word_of(*each.severity) : word_of(Kind::setback);
    words += (words.empty() ? "" : ", ") + std::string{what} + " " +
             describe(each.day, page.today);
  }
  const std::size_t before = beside.size() - shown;
  if (before > 0) words += ", and " + std::to_string(before) + " before";
  return "Setbacks in these weeks: " + words + ".";
}

std::string total_words(const StepPage& page) {
  if (page.total == 1) return "Kept once, " + written_day(page.last_kept, page.today) + ".";
  return "Kept on " + std::to_string(page.total) + " days since " +
         describe(page.first_kept, page.today) + ", last " + written_day(page.last_kept, page.today) +
         ".";
}

// The number a chapter is remembered by: its longest streak, or its days where there are none.
int length_of(const Chapter& chapter, const Cadence& cadence) {
  if (cadence.unit() == Cadence::Unit::none) return chapter.kept;
  return chapter.best ? chapter.best->length : 0;
}

std::string chapter_days(const Chapter& chapter, Day today) {
  if (chapter.last) return describe(DayRange{chapter.first, *chapter.last}, today);
  return "since " + describe(chapter.first, today);
}

std::string kept_words(const Chapter& chapter, const Cadence& cadence) {
  if (chapter.kept == 0) return chapter.last ? "quiet" : "open";
  std::string words = quantity(chapter.kept, "day", "days") + " kept";
  if (chapter.best) words += ", best " + length_phrase(*chapter.best, cadence.unit());
  return words;
}

class Page {
 public:
  Page(const StepPage& page, const StepRow& row, const Style& style)
      : page_(page),
        row_(row),
        style_(style),
        weeks_(fitting_weeks(page.weeks, std::min(style.width - step_page_indent, widest_strip))) {}

  std::string render() {
    add_strip();
    out_ += "\n";
    add_words(ended_phrase(row_));
    add_words(weekday_phrase(page_.weekdays));
    add_words(total_words(page_));
    add_words(beside_words(page_, weeks_.front().first));
    if (page_.chapters.size() > 1) add_chapters();
    return std::move(out_);
  }

 private:
  void add_words(const std::string& words) {
    if (words.empty()) return;
    for (const std::string& line : wrapped(words, style_.width - step_page_indent)) {
      out_ += std::string(step_page_indent, ' ') + line + "\n";
    }
  }

  void add_strip() {
    out_ += "\n";
    for (const std::string& line : week_strip(weeks_, style_)) {
      out_ += std::string(step_page_indent, ' ') + line + "\n";
    }
    std::string legend;
    for (const DayState state :
         {DayState::kept, DayState::rest, DayState::quiet, DayState::open}) {
      if (!legend.empty()) legend += "  ";
      legend += style_.painted(mark_of(state, style_.charset), paint_of(state)) + " " +
                std::string{word_of(state)};
    }
    out_ += "\n" + std::string(step_page_indent, ' ') + legend + "\n";
  }

  void add_chapters() {
    out_ += "\n" + style_.painted("Chapters", Paint::bold) + "\n";
    add_words(chapters_phrase(page_));
    std::size_t width = 0;
    for (const Chapter& chapter : page_.chapters) {
      width = std::max(width, chapter_days(chapter, page_.today).size() + 2);
    }
    for (auto chapter = page_.chapters.rbegin(); chapter != page_.chapters.rend(); ++chapter) {
      if (chapter->first > page_.today) continue;
      const std::string days = chapter_days(*chapter, page_.today);
      const std::string kept = kept_words(*chapter, page_.cadence);
      const std::string line = padded(days, width) + kept;
      if (step_page_indent + line.size() <= style_.width) {
        add_words(line);
      } else {
        add_words(days);
        add_words("  " + kept);
      }
    }
  }

  const StepPage& page_;
  const StepRow& row_;
  const Style& style_;
  std::span<const WeekOfDays> weeks_;
  std::string out_;
};

}  // namespace

std::string chapters_phrase(const StepPage& page) {
  int before = 0;
  for (std::size_t i = 0; i + 1 < page.chapters.size(); ++i) {
    before = std::max(before, length_of(page.chapters[i], page.cadence));
  }
  const Chapter& current = page.chapters.back();
  const bool begins_tomorrow = current.first > page.today;
  const int now = begins_tomorrow ? 0 : length_of(current, page.cadence);
  std::string phrase = begins_tomorrow ? "A new chapter begins tomorrow"
                       : now == 0      ? "A new chapter has begun"
                                       : "Best in this chapter " + std::to_string(now);
  if (before == 0) return phrase + ".";
  const std::string which = page.chapters.size() == 2 ? "in the one before" : "in those before";
  if (now > 0) return phrase + "; " + which + " " + std::to_string(before) + ".";
  return phrase + ". Best " + which + ": " + counted_units(before, page.cadence.unit()) + ".";
}

std::string step_page_text(const StepPage& page, const StepRow& row, const Style& style) {
  return page.total == 0 ? std::string{} : Page{page, row, style}.render();
}

}  // namespace mend
