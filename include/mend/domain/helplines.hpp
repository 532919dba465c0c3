// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

// The words of data/helplines.toml, compiled in as constants.

namespace mend {

struct Helpline {
  std::string_view phone;
  std::string_view name;
  std::string_view web;    // may be empty
  std::string_view about;  // whom it is for; empty: somebody afraid of a partner
};

struct HelpPlace {
  std::string_view name;
  std::string_view emergency;
  std::span<const Helpline> lines;
};

// What somebody is told who is afraid of their partner, or of themselves.
struct SafetyContent {
  std::span<const std::string_view> text;    // paragraphs
  std::span<const std::string_view> traces;  // how to remove what mend leaves
  std::string_view elsewhere;                // where other numbers are found
  std::string_view checked;                  // the date of the numbers, as 2026-11-26
  std::span<const HelpPlace> places;
};

const SafetyContent& safety_content();

}  // namespace mend
