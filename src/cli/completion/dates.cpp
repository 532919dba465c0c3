// SPDX-License-Identifier: MIT
#include "scene.hpp"

#include "mend/domain/date_words.hpp"

#include <cctype>

namespace mend {
namespace {

constexpr int days_offered = 14;
constexpr int months_offered = 6;

bool begins_with_digit(const std::string& text) {
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0;
}

std::string weekday_word(Day day) {
  std::string word{short_name(weekday_of(day))};
  word[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[0])));
  return word;
}

// The words for days, each with the day it stands for.
class DayWords {
 public:
  DayWords(Scene& scene, Day today) : scene_(scene), today_(today) {}

  void offer_back() {
    offer("today", today_);
    offer("yesterday", today_ - 1);
    for (int i = 0; i < 7; ++i) offer(weekday_word(today_ - i), today_ - i);
    offer_last_weekdays();
    for (int i = 2; i < 7; ++i) offer("-" + std::to_string(i) + "d", today_ - i);
    for (int i = 1; i <= 4; ++i) offer("-" + std::to_string(i) + "w", today_ - 7 * i);
    offer_dates(-1);
  }

  // `first` is the first day a weekday can mean: today or tomorrow.
  void offer_ahead(Day first) {
    offer("today", today_);
    offer("tomorrow", today_ + 1);
    for (int i = 0; i < 7; ++i) offer(weekday_word(first + i), first + i);
    for (int i = 2; i < 7; ++i) offer("+" + std::to_string(i) + "d", today_ + i);
    for (int i = 1; i <= 4; ++i) offer("+" + std::to_string(i) + "w", today_ + 7 * i);
    offer_dates(1);
  }

 private:
  const std::string& current() const { return scene_.candidates().typed().current; }

  void offer(const std::string& word, Day day) { scene_.offer(word, describe(day, today_)); }

  // Only to who has begun with them: they are many.
  void offer_last_weekdays() {
    if (!current().starts_with("l")) return;
    for (int i = 1; i <= 7; ++i) offer("last-" + weekday_word(today_ - i), today_ - i);
  }

  void offer_dates(int direction) {
    if (!begins_with_digit(current())) return;
    for (int i = 0; i < days_offered; ++i) {
      const Day day = today_ + direction * i;
      offer(to_iso(day), day);
    }
  }

  Scene& scene_;
  Day today_;
};

// `fri@18:00`: behind the day stands a time.
void offer_clocks(Scene& scene) {
  for (const auto clock : {"08:00", "12:00", "18:00", "20:00", "22:00"}) scene.offer(clock);
}

void offer_months(Scene& scene, Day today) {
  if (!begins_with_digit(scene.candidates().typed().current)) return;
  for (int i = 0; i < months_offered; ++i) {
    const Month month = month_of(today) + -i;
    scene.offer(to_iso(month), std::string{long_month_name(month.month)} + " " +
                                   std::to_string(month.year));
  }
  const int year = civil_of(today).year;
  scene.offer(std::to_string(year), "the whole year");
  scene.offer(std::to_string(year - 1), "the whole year");
}

// `mon..fri`: only the second end is being typed.
void keep_first_end(Scene& scene) {
  TypedWord typed = scene.candidates().typed();
  typed.keep_through("..");
  scene.candidates().set_typed(typed);
}

}  // namespace

void complete_days(Scene& scene) {
  if (Context* const context = scene.context()) DayWords{scene, context->today()}.offer_back();
}

void complete_days_ahead(Scene& scene) {
  Context* const context = scene.context();
  if (context == nullptr) return;
  keep_first_end(scene);
  DayWords{scene, context->today()}.offer_ahead(context->today());
}

void complete_times_ahead(Scene& scene) {
  Context* const context = scene.context();
  if (context == nullptr) return;
  TypedWord typed = scene.candidates().typed();
  if (typed.current.find('@') != std::string::npos) {
    typed.keep_through("@");
    scene.candidates().set_typed(typed);
    offer_clocks(scene);
    return;
  }
  DayWords{scene, context->today()}.offer_ahead(context->today() + 1);
  scene.offer("+30min", "in half an hour");
  scene.offer("+90min", "in an hour and a half");
  scene.offer("+2h", "in 2 hours");
  offer_clocks(scene);
}

void complete_spans(Scene& scene) {
  Context* const context = scene.context();
  if (context == nullptr) return;
  keep_first_end(scene);
  if (!scene.candidates().typed().kept.ends_with("..")) {
    const auto week_start = context->settings().week_start;
    for (const auto word : {"week", "last-week", "month", "last-month", "quarter", "last-quarter",
                            "year", "last-year", "last 7 days", "last 30 days"}) {
      if (const auto days = parse_span(word, context->today(), week_start)) {
        scene.offer(word, describe(*days, context->today()));
      }
    }
    offer_months(scene, context->today());
  }
  DayWords{scene, context->today()}.offer_back();
}

}  // namespace mend
