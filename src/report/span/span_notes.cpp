// SPDX-License-Identifier: MIT
#include "span_sections.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace mend {
namespace {

// Minutes and counts are as large as anyone types: their sum stops where the type does.
void add(std::int64_t& sum, std::int64_t number) {
  if (number <= 0) return;
  sum = sum > std::numeric_limits<std::int64_t>::max() - number
            ? std::numeric_limits<std::int64_t>::max()
            : sum + number;
}

void count_answer(std::optional<bool> answer, int& yes, int& no) {
  if (answer) ++(*answer ? yes : no);
}

// The fields in which a person writes down what to do another time.
constexpr std::array<std::string_view, 4> learning_fields = {"next_time", "again", "after",
                                                             "if_then"};

}  // namespace

std::optional<bool> answer_of(const Attributes& attributes, std::string_view key) {
  const Value* const value = find_value(attributes, key);
  const bool* const answer = value == nullptr ? nullptr : std::get_if<bool>(&value->content);
  return answer == nullptr ? std::nullopt : std::optional{*answer};
}

std::optional<std::int64_t> number_of(const Attributes& attributes, std::string_view key) {
  const Value* const value = find_value(attributes, key);
  const auto* const number =
      value == nullptr ? nullptr : std::get_if<std::int64_t>(&value->content);
  return number == nullptr ? std::nullopt : std::optional{*number};
}

HonestyReport read_honesty(const ReportPart& part) {
  HonestyReport report;
  for_each_of(part, Kind::note, Step::honesty, [&](const Entry& note) {
                const Attributes& entry = note.keys;
                const auto listened = number_of(entry, "listened_min");
                const auto talked = number_of(entry, "talked_min");
                if (listened || talked) ++report.conversations;
                add(report.listened, listened.value_or(0));
                add(report.talked, talked.value_or(0));
                add(report.interrupted, number_of(entry, "interrupted").value_or(0));
                const auto prompted = text_of(entry, "prompted");
                if (prompted == "by me") ++report.by_me;
                if (prompted == "they asked") ++report.they_asked;
                count_answer(answer_of(entry, "defended"), report.defended, report.not_defended);
              });
  return report;
}

EmpathyReport read_empathy(const ReportPart& part) {
  EmpathyReport report;
  for_each_of(part, Kind::note, Step::empathy, [&](const Entry& note) {
                ++report.notes;
                const auto checked = text_of(note.keys, "checked");
                if (checked == "yes") ++report.right;
                if (checked == "partly") ++report.partly;
                if (checked == "no") ++report.wrong;
                if (checked == "did not ask") ++report.not_asked;
              });
  return report;
}

// An urge was let go when a note says what was done instead. It was acted on when a setback names
// it, or a note that belongs to one does; a setback that says nothing of an urge is none.
PatienceReport read_patience(const ReportPart& part) {
  PatienceReport report;
  std::set<std::string_view> setbacks;
  for_each_of(part, Kind::setback, Step::patience, [&](const Entry& entry) {
                if (text_of(entry.keys, "urge").empty()) return;
                if (entry.id.empty() || setbacks.insert(entry.id).second) ++report.acted_on;
              });
  for_each_of(part, Kind::note, Step::patience, [&](const Entry& entry) {
                const auto setback = text_of(entry.keys, "setback");
                if (!setback.empty()) {
                  const bool tells = !text_of(entry.keys, "urge").empty();
                  if (tells && setbacks.insert(setback).second) ++report.acted_on;
                } else if (!text_of(entry.keys, "instead").empty()) {
                  ++report.let_go;
                }
              });
  return report;
}

std::vector<Learned> read_learned(const ReportPart& part) {
  std::vector<Learned> learned;
  for (const Entry& entry : part.source.entries) {
    const bool is_reflection = entry.kind == Kind::note || entry.kind == Kind::setback;
    if (!is_reflection || !part.lived.contains(entry.day)) continue;
    for (const Attribute& attribute : entry.keys) {
      const auto field = std::ranges::find(learning_fields, std::string_view{attribute.key});
      const bool is_said = attribute.value.text() != nullptr && !attribute.value.text()->empty();
      if (field != learning_fields.end() && is_said) learned.push_back({&entry, *field});
    }
  }
  return learned;
}

}  // namespace mend
