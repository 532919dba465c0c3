// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/day.hpp"
#include "mend/domain/result.hpp"
#include "mend/domain/step.hpp"
#include "mend/domain/time.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

enum class Kind { action, note, setback, promise, outcome, space, comeback, rest, limit };
inline constexpr Kind last_kind = Kind::limit;

// The word of a kind in files and output; `comeback` is written `return`.
std::string_view word_of(Kind kind);
std::optional<Kind> kind_from_word(std::string_view word);

enum class Severity { slip, lapse, breach };

std::string_view word_of(Severity severity);
std::optional<Severity> severity_from_word(std::string_view word);

// How a promise or a space went on. `changed` and `extended` move its time and do not settle it.
// `released`: they let me off a promise; `ended`: nobody comes back from a space. Neither is late.
enum class Outcome { kept, late, changed, missed, dropped, released, on_time, extended, ended, lifted };

std::string_view word_of(Outcome outcome);
std::optional<Outcome> outcome_from_word(std::string_view word);

// A due or an until: a date alone lasts until that day ends.
struct Deadline {
  Day day;  // the date as written
  std::optional<Timestamp> time;

  // Of a space that was agreed without a date: it is later than every day, and never gone by.
  bool is_never() const { return day == every_day.last; }
};

inline constexpr Deadline no_deadline{every_day.last, std::nullopt};

// Where an entry stands: which of the loaded files, and the how-manieth entry in it.
struct Place {
  std::size_t file = 0;
  std::size_t index = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// What says where an entry stands in a list, and which of its versions counts.
struct Standing {
  std::string id;  // may be empty
  Day day;
  std::optional<Timestamp> at;
  std::optional<Timestamp> edited;
  Place place;
};

// What mend makes ids of: ten of a-z and 2-9, without those that look like others.
inline constexpr std::string_view id_characters = "abcdefghjkmnpqrstuvwxyz23456789";
inline constexpr std::size_t id_length = 10;

// Can it be read as one? 1 to 64 of a-z, 0-9, _ and -.
bool is_entry_id(std::string_view text);

// An action as entries name it: `consistency/on-foot`.
struct ActionName {
  Step step = Step::apology;
  std::string key;
};

// What one record says: its keys, and what they mean to streaks, ledgers, calendars and reports.
struct Entry : Standing {
  Entry();
  Entry(const Entry& other);
  Entry(Entry&& other) noexcept;
  Entry& operator=(const Entry& other);
  Entry& operator=(Entry&& other) noexcept;
  ~Entry();

  Kind kind = Kind::action;
  std::optional<Step> step;
  std::string action;  // key of an action, or empty
  std::optional<Severity> severity;
  std::string reference;        // outcome: its promise; return: its space; promise: its apology
  Kind about = Kind::action;    // of what that names
  std::optional<Outcome> result;  // only of what says how another entry went on
  // Due of a promise or change, until of a space or extension; a space may be agreed without one.
  std::optional<Deadline> deadline;
  bool no_contact = false;
  DayRange rest{};
  std::optional<StepSet> rest_steps;      // absent: every step
  std::vector<ActionName> rest_actions;   // one's own, which rest beside the steps or alone
  int line = 0;  // of its header, counted from 1, with the column
  int column = 0;
  Attributes keys;  // in the order of the file; empty where they were not asked for
};

// The entry that these keys make, whatever holds them. The diagnostic says which key is missing or
// does not fit.
Result<Entry> entry_from(Attributes keys);

// When the entry was written; without an `at`, civil midnight of its day.
Instant written_at(const Entry& entry, const DayClock& clock);

// `2026-11-27` or `2026-11-27T18:00:00+01:00`; empty for `no_deadline`.
std::string to_text(const Deadline& deadline);

// The instant a deadline ends.
Instant end_of(const Deadline& deadline, const DayClock& clock);

// By the local clock, wherever its time was written. A date alone is the same everywhere.
Deadline local(const Deadline& deadline, const Zone& zone);

// The day a deadline belongs to: a date as written, or the day that is current here at its time.
Day day_of(const Deadline& deadline, const DayClock& clock);

// Has it gone by at `now`? At its very instant it has not; a date has once its day is over.
bool is_over(const Deadline& deadline, Instant now, const DayClock& clock);

// The moment somebody asks at.
struct Moment {
  Day today;
  Instant now;
  DayClock clock;

  LocalDay local_day() const { return {today, clock.zone}; }
};

// That day's last second.
Moment last_moment_of(Day day, const DayClock& clock);

// Is the entry known by now? Its day has come, or it was written before now by a clock whose day is
// ahead of this one's.
bool is_known(const Entry& entry, const Moment& moment);

// The entries in the order of `@1`, `@2`: first the one written last, by `at`, then by month and by
// place in the file, whatever their days. Those with an `at` ahead of now come last.
std::vector<const Entry*> newest_written_first(std::span<const Entry> entries, const Moment& moment);

// The order of `list`: by day, then by `at` (entries without one first), then by place.
bool listed_before(const Standing& a, const Standing& b);

// Of entries with the same id only one counts: that with the later `edited`, else the first in
// file order. Returns the indices of those that count, in their order.
std::vector<std::size_t> counted(std::span<const Entry> entries);

// The same, in the order of `list`.
std::vector<std::size_t> listed(std::span<const Entry> entries);
std::vector<std::size_t> listed(std::span<const Standing> standings);

}  // namespace mend
