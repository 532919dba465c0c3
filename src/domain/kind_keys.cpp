// SPDX-License-Identifier: MIT
#include "mend/domain/kind_keys.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 3> severities = {"slip", "lapse", "breach"};
constexpr std::array<std::string_view, 3> told_words = {"yes", "no", "found-out"};
constexpr std::array<std::string_view, 3> efforts = {"easy", "some", "hard"};
constexpr std::array<std::string_view, 3> askers = {"me", "them", "both"};
constexpr std::array<std::string_view, 4> contacts = {"none", "practical", "short", "usual"};

constexpr FieldContent text(std::string_view name, std::string_view ask) {
  return {name, FieldType::text, {}, 0, ask, false, false};
}

constexpr FieldContent choice(std::string_view name, Words choices, std::string_view ask) {
  return {name, FieldType::choice, choices, 0, ask, false, false};
}

constexpr std::array setback_keys = {
    choice("severity", severities, "How far it went: slip, lapse or breach"),
    choice("told", told_words, "Do they know: yes, no or found-out"),
};

constexpr std::array promise_keys = {
    text("to", "Whom it was given to"),
    choice("effort", efforts, "How much effort it takes: easy, some or hard"),
    text("if_then", "What to do when something gets in the way"),
    FieldContent{"apology", FieldType::reference, {}, 0,
                 "The id of the note for apology that it follows from", false, false},
};

constexpr std::array space_keys = {
    choice("asked_by", askers, "Who asked for it: me, them or both"),
    choice("contact", contacts, "What is agreed meanwhile: none, practical, short or usual"),
};

constexpr std::array rest_keys = {text("reason", "Why, in your words")};

}  // namespace

std::span<const FieldContent> kind_keys(Kind kind) {
  switch (kind) {
    case Kind::setback: return setback_keys;
    case Kind::promise: return promise_keys;
    case Kind::space: return space_keys;
    case Kind::rest: return rest_keys;
    default: return {};
  }
}

const FieldContent* find_kind_key(Kind kind, std::string_view name) {
  const auto keys = kind_keys(kind);
  const auto found = std::ranges::find(keys, name, &FieldContent::name);
  return found == keys.end() ? nullptr : &*found;
}

Words choices_of(Kind kind, std::string_view name) {
  const FieldContent* const key = find_kind_key(kind, name);
  return key == nullptr ? Words{} : key->choices;
}

bool is_required(Kind kind, std::string_view name) {
  return kind == Kind::setback && name == "severity";
}

}  // namespace mend
