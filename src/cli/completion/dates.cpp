// SPDX-License-Identifier: MIT
#include "scene.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"

#include <cctype>
#include <functional>

namespace mend {
namespace {

constexpr int days_offered = 14;
constexpr int months_offered = 6;

bool begins_with_digit(const std::string& text) {
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0;
}

std::string weekday_word(Day day) { return lower_case(short_name(weekday_of(day))); }

// What a word means, in words, or nothing where it is refused: the parser of the place is asked, so
// that what is shown is what will be done.
using Meaning = std::function<std::optional<std::string>(const std::string& word)>;

// Words for days, each offered where it means something.
class DateWords {
 public:
  DateWords(Scene& scene, Day today, Meaning meaning)
      : scene_(scene), today_(today), meaning_(std::move(meaning)) {}

  void offer(const std::string& word) {
    if (const auto meaning = meaning_(word)) scene_.offer(word, *meaning);
  }

  void offer_back() {
    offer("today");
    offer("yesterday");
    for (int i = 0; i < 7; ++i) offer(weekday_word(today_ - i));
    offer_last_weekdays();
    offer_distances("-");
    offer_dates(-1);
  }

  // What only means a past day can be meant too.
  void offer_ahead() {
    offer("today");
    offer("tomorrow");
    for (int i = 0; i < 7; ++i) offer(weekday_word(today_ + i));
    offer_distances("+");
    offer_dates(1);
    offer("yesterday");
    offer_last_weekdays();
    offer_distances("-");
  }

  void offer_clocks() {
    for (const auto clock : {"08:00", "12:00", "18:00", "20:00", "22:00"}) offer(clock);
  }

  void offer_months() {
    if (!begins_with_digit(current())) return;
    for (int i = 0; i < months_offered; ++i) offer(to_iso(month_of(today_) + -i));
    const int year = civil_of(today_).year;
    offer(std::to_string(year));
    offer(std::to_string(year - 1));
  }

 private:
  const std::string& current() const { return scene_.candidates().typed().current; }

  void offer_distances(const std::string& sign) {
    for (int i = 2; i < 7; ++i) offer(sign + std::to_string(i) + "d");
    for (int i = 1; i <= 4; ++i) offer(sign + std::to_string(i) + "w");
  }

  // Only to who has begun with them: they are many.
  void offer_last_weekdays() {
    if (!current().starts_with("l")) return;
    for (int i = 1; i <= 7; ++i) offer("last-" + weekday_word(today_ - i));
  }

  void offer_dates(int direction) {
    if (!begins_with_digit(current())) return;
    for (int i = 0; i < days_offered; ++i) offer(to_iso(today_ + direction * i));
  }

  Scene& scene_;
  Day today_;
  Meaning meaning_;
};

// `mon..fri`: only the second end is being typed. What stands before it, `mon..`, is returned: the end
// depends on it.
std::string keep_first_end(Scene& scene) {
  TypedWord typed = scene.candidates().typed();
  const std::size_t kept = typed.kept.size();
  typed.keep_through("..");
  scene.candidates().set_typed(typed);
  return typed.kept.substr(kept);
}

using ParseDays = std::function<Result<DayRange>(const std::string& text)>;

// Behind a first end, the day the last one means.
Meaning meaning_of_days(const ParseDays& parse, const std::string& first, Day today) {
  return [=](const std::string& word) -> std::optional<std::string> {
    const auto days = parse(first + word);
    if (!days) return std::nullopt;
    return first.empty() ? describe(*days, today) : describe(days->last, today);
  };
}

// Does the day of `edit ID --on DAY` move days of rest, whose words look forward?
bool moves_a_rest(Scene& scene) {
  const TypedLine& line = scene.line();
  if (line.command == nullptr || line.command->name != "edit") return false;
  const History history = scene.context()->history(no_words);
  return find_entries(history, or_newest(line.words), scene.context()->moment(), Purpose::show).front()->kind == Kind::rest;
}

}  // namespace

void complete_days(Scene& scene) {
  Context* const context = scene.context();
  if (context == nullptr) return;
  if (moves_a_rest(scene)) {
    complete_days_ahead(scene);
    return;
  }
  const Day today = context->today();
  DateWords{scene, today, [today](const std::string& word) -> std::optional<std::string> {
              const auto day = parse_day(word, today);
              if (!day) return std::nullopt;
              return describe(*day, today);
            }}.offer_back();
}

void complete_days_ahead(Scene& scene) {
  Context* const context = scene.context();
  if (context == nullptr) return;
  const Day today = context->today();
  const std::string first = keep_first_end(scene);
  const auto parse = [today](const std::string& text) { return parse_rest_days(text, today); };
  DateWords{scene, today, meaning_of_days(parse, first, today)}.offer_ahead();
}

void complete_times_ahead(Scene& scene) {
  Context* const context = scene.context();
  if (context == nullptr) return;
  TypedWord typed = scene.candidates().typed();
  const std::size_t kept = typed.kept.size();
  typed.keep_through("@");
  scene.candidates().set_typed(typed);
  const std::string day = typed.kept.substr(kept);  // `fri@18:00`: behind the day stands a time
  const Day today = context->today();
  DateWords words{scene, today, [&](const std::string& word) -> std::optional<std::string> {
                    const auto when = parse_when(day + word, context->now(),
                                                 *context->environment().zone, today);
                    if (!when) return std::nullopt;
                    return describe(*when, context->local_day());
                  }};
  if (day.empty()) {
    words.offer_ahead();
    for (const auto word : {"+30min", "+90min", "+2h"}) words.offer(word);
  }
  words.offer_clocks();
}

void complete_spans(Scene& scene) {
  Context* const context = scene.context();
  if (context == nullptr) return;
  const Day today = context->today();
  const auto week_start = context->settings().week_start;
  const std::string first = keep_first_end(scene);
  const auto parse = [=](const std::string& text) { return parse_span(text, today, week_start); };
  DateWords words{scene, today, meaning_of_days(parse, first, today)};
  if (first.empty()) {
    for (const auto word : {"week", "last-week", "month", "last-month", "quarter", "last-quarter",
                            "year", "last-year", "last 7 days", "last 30 days"}) {
      words.offer(word);
    }
    words.offer_months();
  }
  words.offer_back();
}

}  // namespace mend
