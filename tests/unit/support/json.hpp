// SPDX-License-Identifier: MIT
#pragma once

#include "mend/text/utf8.hpp"

#include <cctype>
#include <string>
#include <string_view>

namespace mend {

// Follows RFC 8259 to the letter and finds the first offset at which a text leaves it. The library
// that writes JSON must not be the one that judges it.
class JsonJudge {
 public:
  explicit JsonJudge(std::string_view text) : text_(text) {}

  // Empty when the text is one JSON value.
  std::string fault() {
    skip_blanks();
    if (!value(0)) return "no JSON at byte " + std::to_string(at_);
    skip_blanks();
    return at_ == text_.size() ? "" : "more behind the value, at byte " + std::to_string(at_);
  }

 private:
  static constexpr int deepest = 100;

  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(std::string_view part) {
    if (!text_.substr(at_).starts_with(part)) return false;
    at_ += part.size();
    return true;
  }

  void skip_blanks() {
    while (here() == ' ' || here() == '\n' || here() == '\t' || here() == '\r') ++at_;
  }

  bool value(int depth) {
    if (depth > deepest) return false;
    switch (here()) {
      case '{': return list('}', depth, true);
      case '[': return list(']', depth, false);
      case '"': return string();
      default: return take("true") || take("false") || take("null") || number();
    }
  }

  bool list(char end, int depth, bool has_keys) {
    ++at_;
    skip_blanks();
    if (here() == end) return ++at_, true;
    while (true) {
      skip_blanks();
      if (has_keys) {
        if (!string()) return false;
        skip_blanks();
        if (!take(":")) return false;
        skip_blanks();
      }
      if (!value(depth + 1)) return false;
      skip_blanks();
      if (here() == end) return ++at_, true;
      if (!take(",")) return false;
    }
  }

  bool string() {
    if (!take("\"")) return false;
    while (at_ < text_.size()) {
      if (take("\"")) return true;
      if (take("\\")) {
        if (!escape()) return false;
        continue;
      }
      const Decoded decoded = decode_first(text_.substr(at_));
      if (!decoded.is_valid || decoded.code_point < 0x20) return false;
      at_ += decoded.length;
    }
    return false;
  }

  bool escape() {
    if (!take("u")) {
      const bool is_known = std::string_view{"\"\\/bfnrt"}.find(here()) != std::string_view::npos;
      ++at_;
      return is_known;
    }
    for (int i = 0; i < 4; ++i, ++at_) {
      if (std::isxdigit(static_cast<unsigned char>(here())) == 0) return false;
    }
    return true;
  }

  bool digits() {
    const std::size_t begin = at_;
    while (here() >= '0' && here() <= '9') ++at_;
    return at_ > begin;
  }

  bool number() {
    take("-");
    const bool is_zero = here() == '0';
    const std::size_t begin = at_;
    if (!digits() || (is_zero && at_ > begin + 1)) return false;
    if (take(".") && !digits()) return false;
    if (!take("e") && !take("E")) return true;
    if (!take("+")) take("-");
    return digits();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

inline std::string json_fault(std::string_view text) { return JsonJudge{text}.fault(); }

}  // namespace mend
