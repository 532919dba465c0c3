// SPDX-License-Identifier: MIT
#include "generate_content.hpp"

#include <sstream>

// Runs at build time: turns data/helplines.toml into constant tables.

namespace mend::content {
namespace {

std::string line_code(const toml::node& node) {
  const auto& line = table_with({"phone", "name", "web", "about"}, node);
  std::string code = "{.phone = " + text_in(line, "phone") + ", .name = " + text_in(line, "name");
  for (const char* key : {"web", "about"}) {
    code += ", ." + std::string{key} + " = " + text_if_in(line, key);
  }
  return code + "}";
}

std::string date_in(const toml::table& content, std::string_view key) {
  std::ostringstream date;
  date << exactly<toml::date>(node_in(content, key));
  return literal(date.str());
}

std::string generate(const toml::table& content) {
  table_with({"checked", "text", "traces", "elsewhere", "place"}, content);
  Arrays arrays;
  const std::string places = arrays.add("HelpPlace", content, "place", [&](const toml::node& node) {
    const auto& place = table_with({"name", "emergency", "line"}, node);
    return "{.name = " + text_in(place, "name") + ", .emergency = " + text_in(place, "emergency") +
           ", .lines = " + arrays.add("Helpline", place, "line", line_code) + "}";
  });
  const std::string text = arrays.add_texts(content, "text");
  const std::string traces = arrays.add_texts(content, "traces");
  return source_file("mend/domain/helplines.hpp",
                     arrays.code() + "constexpr SafetyContent safety = {.text = " + text +
                         ", .traces = " + traces + ", .elsewhere = " +
                         text_in(content, "elsewhere") + ", .checked = " +
                         date_in(content, "checked") + ", .places = " + places + "};\n",
                     function("const SafetyContent&", "safety_content", "safety"));
}

}  // namespace
}  // namespace mend::content

int main(int argc, char** argv) {
  return mend::content::generate_content(argc, argv, mend::content::generate);
}
