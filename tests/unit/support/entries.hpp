// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "support/random.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A note for empathy as `note` writes it.
inline Attributes note_of(std::string_view id, std::string_view day, std::string_view text) {
  return {{"id", {std::string{id}}},
          {"day", {DateText{std::string{day}}}},
          {"at", {DateText{std::string{day} + "T12:00:00+01:00"}}},
          {"kind", {std::string{"note"}}},
          {"step", {std::string{"empathy"}}},
          {"text", {std::string{text}}}};
}

// What each of them says.
inline std::vector<Attributes> keys_of(const std::vector<Entry>& entries) {
  std::vector<Attributes> keys;
  for (const Entry& entry : entries) keys.push_back(entry.keys);
  return keys;
}

// What has broken other programs' files, or looks like a part of ours.
inline constexpr std::string_view hostile_texts[] = {
    "",
    " ",
    "  leading and trailing  ",
    "\n",
    "\n\n\n",
    "one\n",
    "\none",
    "one\ntwo",
    "one \n two \n",
    "\t\n\t",
    "\r",
    "\r\n",
    "one\r\ntwo\r\n",
    "one\rtwo",
    "'",
    "''",
    "'''",
    "''''",
    "'''\n'''",
    "\"",
    "\"\"",
    "\"\"\"",
    "\"\"\"\"",
    "\"\"\"\n\"\"\"",
    "ends in a quote\"",
    "two lines\nend in a quote\"",
    "two lines\nend in three\"\"\"",
    "\\",
    "\\\\",
    "ends in a backslash\\",
    "two lines\nend in a backslash\\",
    "a backslash\\\nat a line's end",
    "\\n \\u0041 \\x41",
    "[[entry]]",
    "one\n[[entry]]",
    "one\n[[entry]]\nid = \"x\"\n",
    "one\n  [[entry]]",
    "one\n\t[[entry]]",
    "one\n[[ entry ]]",
    "one\n[[\"entry\"]]",
    "one\n[entry]",
    "one\n\r[[entry]]",
    "one\n\xC2\xA0[[entry]]",
    "[[[[",
    "\n[[[[",
    "# no comment",
    "one\n# no comment",
    "a = 1",
    "one\na = 1",
    "<<<<<<< HEAD\n=======\n>>>>>>> theirs",
    "\x01\x02\x1b[31m\x7f",
    "\xC2\x80\xC2\x9B",
    "\xE2\x80\xAE right to left \xE2\x80\xA8 \xEF\xBB\xBF",
    "\xEF\xBF\xBE\xEF\xBF\xBF\xF4\x8F\xBF\xBF",
    "häß 日本 😀 👩‍👩‍👧",
    "2026-11-22",
    "true",
    "{}",
    "[]",
    ",",
};

// Pieces of the above in any order.
inline std::string hostile_text(Random& random, std::size_t longest = 12) {
  static constexpr std::string_view pieces[] = {
      "\n", "\n",   "\r",  "\r\n", "\"", "\"\"", "\"\"\"", "'", "'''", "\\", "[[entry]]", "[[",
      "[",  "]]",   "#",   "=",    " ",  "\t",   "a",      "b", "é",   "日", "😀",        "\x1b",
      "\x7f", "\xE2\x80\xAE", "\xEF\xBB\xBF", "u0041", "  ", ","};
  std::string text;
  for (std::size_t i = random.below(longest + 1); i > 0; --i) text += random.pick(pieces);
  return text;
}

}  // namespace mend
