// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"
#include "mend/text/fold.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace mend {
namespace {

constexpr std::size_t longest_key = 40;

// What can be typed behind a step's slash, from any name.
std::string key_from(std::string_view name) {
  std::string key;
  for (const char c : without_accents(name)) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    if (is_plain) {
      key += c;
    } else if (is_ascii && !key.empty() && key.back() != '-') {
      key += '-';
    }
    if (key.size() == longest_key) break;
  }
  while (key.ends_with('-')) key.pop_back();
  return key.empty() ? "habit" : key;
}

class HabitMapper {
 public:
  HabitMapper(const HabitLog& log, std::string_view source, const Mapping& mapping,
              std::span<const OwnAction> existing)
      : log_(log), source_(source), mapping_(mapping), existing_(existing) {}

  Mapped map() {
    read_names();
    mapped_.import.problems = log_.problems;
    mapped_.import.remarks = log_.remarks;
    if (!mapped_.unmapped.empty()) return std::move(mapped_);
    for (const std::string& name : mapped_.names) choose_action(name);
    for (const HabitRecord& record : log_.records) add(record);
    if (left_out_ > 0) {
      mapped_.import.remarks.push_back(
          std::to_string(left_out_) +
          (left_out_ == 1 ? " comment stands" : " comments stand") +
          " on a day that was not done; a journal has no place for that, so it was left out.");
    }
    return std::move(mapped_);
  }

 private:
  void read_names() {
    std::set<std::string_view> seen;
    const auto take = [&](const std::string& name) {
      if (!seen.insert(name).second) return;
      mapped_.names.push_back(name);
      if (mapping_.find(name) == nullptr) mapped_.unmapped.push_back(name);
    };
    for (const Habit& habit : log_.habits) take(habit.name);
    for (const HabitRecord& record : log_.records) take(record.name);
  }

  const Habit* habit_named(std::string_view name) const {
    const auto found = std::ranges::find(log_.habits, name, &Habit::name);
    return found == log_.habits.end() ? nullptr : &*found;
  }

  static std::string words_of(std::string_view name, const Habit* habit) {
    const bool has_words = habit != nullptr && !habit->words.empty();
    return std::string{name} + (has_words ? ", " + habit->words : "");
  }

  const OwnAction* existing_action(Step step, std::string_view key) const {
    const auto found = std::ranges::find_if(existing_, [&](const OwnAction& action) {
      return action.step == step && action.key == key;
    });
    return found == existing_.end() ? nullptr : &*found;
  }

  // Is the key some other action's?
  bool is_taken(Step step, const std::string& key, std::string_view words) const {
    if (find_action(step, key) != nullptr || made_.contains({step, key})) return true;
    const OwnAction* const existing = existing_action(step, key);
    return existing != nullptr && existing->text != words;
  }

  void choose_action(const std::string& name) {
    const MapTarget& target = *mapping_.find(name);
    const Habit* const habit = habit_named(name);
    const std::string words = words_of(name, habit);
    std::string key = target.action;
    if (key.empty()) {
      const std::string wanted = key_from(name);
      key = wanted;
      for (int i = 2; is_taken(target.step, key, words); ++i) {
        key = wanted + "-" + std::to_string(i);
      }
    }
    targets_[name] = {target.step, key};
    const bool is_there = find_action(target.step, key) != nullptr ||
                          existing_action(target.step, key) != nullptr ||
                          !made_.insert({target.step, key}).second;
    if (!is_there) add_action(name, key, words, target.step, habit);
  }

  void add_action(std::string_view name, const std::string& key, const std::string& words, Step step,
                  const Habit* habit) {
    Attributes table = {{"key", {key}}, {"step", {std::string{key_of(step)}}}, {"text", {words}}};
    if (habit != nullptr && habit->cadence) table.push_back({"cadence", {*habit->cadence}});
    std::optional<Day> since;
    for (const HabitRecord& record : log_.records) {
      if (record.name == name && (!since || record.day < *since)) since = record.day;
    }
    if (since) table.push_back({"since", {DateText{to_iso(*since)}}});
    if (habit != nullptr && habit->until) {
      table.push_back({"until", {DateText{to_iso(*habit->until)}}});
    }
    mapped_.import.actions.push_back(std::move(table));
  }

  // One entry for a habit and day, whatever is said of it, so that a log that has grown brings only
  // what is new.
  std::string id_of(const HabitRecord& record) const {
    const std::string_view mark = record.mark == HabitMark::skipped ? "s" : "y";
    std::string content{source_};
    for (const std::string& part : {record.name, to_iso(record.day), std::string{mark}}) {
      content += '\n';
      content += part;
    }
    return content_id(content);
  }

  void add(const HabitRecord& record) {
    if (record.mark == HabitMark::nothing) {
      left_out_ += record.comment.empty() ? 0U : 1U;
      return;
    }
    const MapTarget& target = targets_.at(record.name);
    const std::string step{key_of(target.step)};
    const DateText day{to_iso(record.day)};
    Attributes entry = {{"id", {id_of(record)}}, {"day", {day}}};
    if (record.mark == HabitMark::skipped) {
      entry.push_back({"kind", {std::string{"rest"}}});
      entry.push_back({"from", {day}});
      entry.push_back({"to", {day}});
      entry.push_back(
          {"reason", {record.name + (record.comment.empty() ? "" : ": " + record.comment)}});
      entry.push_back({"steps", {Values{{step}}}});
    } else {
      entry.push_back({"kind", {std::string{"action"}}});
      entry.push_back({"step", {step}});
      entry.push_back({"action", {target.action}});
      if (!record.comment.empty()) entry.push_back({"text", {record.comment}});
      if (!record.amount.empty()) entry.push_back({"amount", {record.amount}});
    }
    mapped_.import.entries.push_back({std::move(entry), record.place});
  }

  const HabitLog& log_;
  std::string_view source_;
  const Mapping& mapping_;
  std::span<const OwnAction> existing_;
  std::map<std::string, MapTarget> targets_;
  std::set<std::pair<Step, std::string>> made_;
  std::size_t left_out_ = 0;
  Mapped mapped_;
};

}  // namespace

const MapTarget* Mapping::find(std::string_view name) const {
  const auto found = names.find(name);
  if (found != names.end()) return &found->second;
  return others ? &*others : nullptr;
}

Mapped map_habits(const HabitLog& log, std::string_view source, const Mapping& mapping,
                  std::span<const OwnAction> existing) {
  return HabitMapper{log, source, mapping, existing}.map();
}

}  // namespace mend
