// SPDX-License-Identifier: MIT
#include "json_values.hpp"

#include "mend/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace mend {
namespace {

// As UTF-16, which is how JSON counts.
void append_escape(std::string& out, char32_t code_point) {
  std::array<char, 16> escape{};
  if (code_point > 0xFFFF) {
    const auto above = static_cast<unsigned>(code_point) - 0x10000U;
    std::snprintf(escape.data(), escape.size(), "\\u%04x\\u%04x", 0xD800U + (above >> 10U),
                  0xDC00U + (above & 0x3FFU));
  } else {
    std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(code_point));
  }
  out += escape.data();
}

constexpr bool is_plain(char byte) { return static_cast<unsigned char>(byte) < 0x7F; }

// JSON goes to terminals too: what acts without being seen is escaped, which keeps it exact.
std::string escaped_controls(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  std::string_view rest = text;
  while (!rest.empty()) {
    // Nearly all of it is ASCII, which the library has escaped already.
    const auto plain = static_cast<std::size_t>(
        std::ranges::find_if_not(rest, is_plain) - rest.begin());
    out += rest.substr(0, plain);
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    const Decoded decoded = decode_first(rest);
    if (is_invisible_control(decoded.code_point)) {
      append_escape(out, decoded.code_point);
    } else {
      out += rest.substr(0, decoded.length);
    }
    rest.remove_prefix(decoded.length);
  }
  return out;
}

struct ValueToJson {
  Json operator()(const std::string& text) const { return text; }
  Json operator()(bool answer) const { return answer; }
  Json operator()(std::int64_t number) const { return number; }
  // JSON has no infinity; as a text it is at least not lost.
  Json operator()(double number) const {
    return std::isfinite(number) ? Json(number) : Json(std::to_string(number));
  }
  Json operator()(const DateText& date) const { return date.text; }
  Json operator()(const Values& values) const {
    Json array = Json::array();
    for (const Value& value : values) array.push_back(std::visit(ValueToJson{}, value.content));
    return array;
  }
  Json operator()(const Attributes& table) const { return to_json(table); }
};

}  // namespace

std::string line(const Json& json) {
  return escaped_controls(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string schema(std::string_view command) {
  std::string name{command};
  std::ranges::replace(name, ' ', '-');
  return "mend." + name + "/1";
}

Json to_json(const Value& value) { return std::visit(ValueToJson{}, value.content); }

Json to_json(const Attributes& attributes) {
  Json object = Json::object();
  // Keys are different from each other already; looking for each among the others takes too long.
  auto& members = object.get_ref<Json::object_t&>();
  for (const Attribute& attribute : attributes) {
    members.emplace_back(attribute.key, std::visit(ValueToJson{}, attribute.value.content));
  }
  return object;
}

Json deadline_json(const Deadline& deadline) {
  return deadline.is_never() ? Json(nullptr) : Json(to_text(deadline));
}

}  // namespace mend
