// SPDX-License-Identifier: MIT
#include "date_parts.hpp"
#include "mend/domain/date_words.hpp"

#include <array>
#include <span>

namespace mend {
namespace {

constexpr int minutes_per_day = 24 * 60;

// A century: far enough for any promise, and no sum of it overflows.
constexpr int most_minutes_away = 100 * 366 * minutes_per_day;

constexpr std::array<std::string_view, 16> when_words = {
    "today", "tomorrow", "mon",    "tue",     "wed",       "thu",      "fri",    "sat",
    "sun",   "monday",   "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

constexpr Vocabulary whens = {
    when_words, "tomorrow, fri, +3d, +2h, 18:00, fri@18:00 or 2026-11-27@18:00", '+'};

std::optional<int> minutes_within_reach(std::optional<int> count, int unit) {
  if (!count || *count > most_minutes_away / unit) return std::nullopt;
  return *count * unit;
}

// `+2h`, `+90min`, `in 2 hours`, `in 90 minutes`: a number of minutes.
std::optional<int> parse_minutes_away(std::string_view text) {
  struct Unit {
    std::string_view word;
    int minutes;
  };
  static constexpr std::array<Unit, 2> short_units = {{{"h", 60}, {"min", 1}}};
  static constexpr std::array<Unit, 5> long_units = {
      {{" hours", 60}, {" hour", 60}, {" minutes", 1}, {" minute", 1}, {" min", 1}}};
  const auto count = [](std::string_view rest, std::span<const Unit> units) -> std::optional<int> {
    for (const Unit& unit : units) {
      if (take_end(rest, unit.word)) return minutes_within_reach(parse_number(rest), unit.minutes);
    }
    return std::nullopt;
  };
  if (take_start(text, "+")) return count(text, short_units);
  if (take_start(text, "in ")) return count(text, long_units);
  return std::nullopt;
}

struct ClockTime {
  int hour;
  int minute;
};

// `18:00`, `6:30`, `6pm`, `6:30pm`.
std::optional<ClockTime> parse_clock_time(std::string_view text) {
  const bool is_pm = take_end(text, "pm");
  const bool is_twelve_hours = is_pm || take_end(text, "am");
  const auto colon = text.find(':');
  if (colon == std::string_view::npos && !is_twelve_hours) return std::nullopt;
  const auto minutes = colon == std::string_view::npos ? "00" : text.substr(colon + 1);
  const auto hour = text.substr(0, colon);
  if (hour.size() > 2 || minutes.size() != 2) return std::nullopt;
  const auto read_hour = parse_number(hour);
  const auto minute = parse_number(minutes);
  if (!read_hour || !minute || *minute > 59) return std::nullopt;
  if (!is_twelve_hours) {
    if (*read_hour > 23) return std::nullopt;
    return ClockTime{*read_hour, *minute};
  }
  if (*read_hour < 1 || *read_hour > 12) return std::nullopt;
  return ClockTime{*read_hour % 12 + (is_pm ? 12 : 0), *minute};
}

Deadline at_instant(Instant instant, const Zone& zone) {
  const Timestamp time = zone.local(instant);
  return {time.day(), time};
}

// Only what a file can hold.
bool can_be_written(Day day) {
  const int year = civil_of(day).year;
  return year >= min_year && year <= max_year;
}

Deadline at_clock(Day day, ClockTime clock, const Zone& zone) {
  return at_instant(zone.instant_at(day, (clock.hour * 60 + clock.minute) * 60), zone);
}

// The next time the clock shows it; past midnight where today's has gone by.
Deadline next_at_clock(ClockTime clock, Timestamp now, const Zone& zone) {
  for (Day day = now.day();; day = day + 1) {
    const Deadline found = at_clock(day, clock, zone);
    if (found.time->instant > now.instant) return found;
  }
}

// Weekdays are the next such day, never today, which has its own name.
std::optional<Day> find_day(std::string_view text, Day today) {
  return find_coming_day(text, today, parse_weekday(text) ? today + 1 : today);
}

// `2026-11-27t18:00`, with seconds and an offset or without: as JSON and the files write it.
std::optional<Deadline> parse_date_time(std::string_view text, const Zone& zone) {
  constexpr std::size_t day_end = 10;
  constexpr std::size_t minute_end = day_end + 6;
  if (text.size() < minute_end || text[day_end] != 't') return std::nullopt;
  const bool has_seconds = text.size() > minute_end && text[minute_end] == ':';
  const std::string whole = std::string{text.substr(0, minute_end)} + (has_seconds ? "" : ":00") +
                            std::string{text.substr(minute_end)};
  if (const auto time = parse_rfc3339(whole)) return at_instant(time->instant, zone);
  const auto as_utc = parse_rfc3339(whole + "z");
  if (!as_utc) return std::nullopt;
  return at_instant(zone.instant_at(as_utc->day(), as_utc->second_of_day()), zone);
}

std::optional<Deadline> find_when(std::string_view text, Timestamp now, const Zone& zone,
                                  Day today) {
  if (const auto day = find_day(text, today)) return Deadline{*day, {}};
  if (const auto minutes = parse_minutes_away(text)) {
    return at_instant(Instant{now.instant.seconds + std::int64_t{*minutes} * 60}, zone);
  }
  if (const auto clock = parse_clock_time(text)) return next_at_clock(*clock, now, zone);
  if (const auto time = parse_date_time(text, zone)) return time;
  const auto split = text.find_last_of("@ ");
  if (split == std::string_view::npos) return std::nullopt;
  const auto day = find_day(text.substr(0, split), today);
  const auto clock = parse_clock_time(text.substr(split + 1));
  if (!day || !clock) return std::nullopt;
  return at_clock(*day, *clock, zone);
}

Diagnostic is_past(std::string_view text, const Deadline& deadline, const LocalDay& here) {
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{text} + "' is past";
  const std::string resolved = describe(deadline, here);
  if (resolved != text && resolved != "today") diagnostic.what += ": " + resolved;
  diagnostic.hint = "Choose a time that is still ahead: " + std::string{whens.examples} + ".";
  return diagnostic;
}

// More loosely than what is read: a mistyped time is meant as one as well.
bool is_clock_word(std::string_view word) {
  auto hour = word;
  if ((take_end(hour, "am") || take_end(hour, "pm")) && parse_number(hour)) return true;
  const auto colon = word.find(':');
  return colon != std::string_view::npos && parse_number(word.substr(0, colon)) &&
         word.size() == colon + 3 && parse_number(word.substr(colon + 1));
}

}  // namespace

Result<Deadline> parse_when(std::string_view text, Timestamp now, const Zone& zone, Day today) {
  const auto found = find_when(as_read(text), now, zone, today);
  if (!found && parse_span(text, today, Weekday::monday)) {
    return more_than_one_day(text, whens.examples);
  }
  if (!found || !can_be_written(found->day)) {
    const auto split = text.find_last_of("@ ");
    const bool has_clock = split != std::string_view::npos && parse_written_date(as_read(text.substr(0, split)));
    return not_a_date(has_clock ? text.substr(0, split) : text, whens, today);
  }
  const bool is_over =
      found->time ? found->time->instant <= now.instant : found->day < today;
  if (is_over) return is_past(text, *found, {today, zone});
  return *found;
}

Result<Instant> parse_past_time(std::string_view text, Day day, const DayClock& clock) {
  const std::string read = as_read(text);
  if (const auto time = parse_clock_time(read)) {
    const bool is_after_midnight = time->hour * 60 + time->minute < clock.day_start;
    return at_clock(is_after_midnight ? day + 1 : day, *time, clock.zone).time->instant;
  }
  if (const auto time = parse_date_time(read, clock.zone)) return time->time->instant;
  return Diagnostic{"'" + std::string{text} + "' is not a time", {}, 0, 0,
                    "A time is written like 18:00, 6pm or 2026-11-27T18:00."};
}

bool is_date_or_time_word(std::string_view word) {
  const Day any{20'000};
  const std::string read = as_read(word);
  // Whatever its weekday is said to be.
  const auto clock = read.rfind(' ');
  const bool has_clock = clock != std::string::npos && is_clock_word(std::string_view{read}.substr(clock + 1));
  if (parse_written_date(has_clock ? std::string_view{read}.substr(0, clock) : std::string_view{read})) return true;
  return find_past_day(read, any) || is_clock_word(read) ||
         find_when(read, Timestamp{UtcZone{}.instant_at(any, 0), 0}, UtcZone{}, any);
}

}  // namespace mend
