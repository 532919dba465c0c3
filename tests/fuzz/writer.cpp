// SPDX-License-Identifier: MIT
// Writing an entry and reading it back: every text, tag and key comes back exactly.
#include "fuzz_target.hpp"

#include "mend/store/entry_writer.hpp"
#include "mend/store/month_document.hpp"
#include "mend/text/utf8.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mend;
  const std::string_view input = text_of_input(data, size);
  if (first_invalid_byte(input)) return 0;
  const auto middle = input.find('\0');
  const std::string text{input.substr(0, middle)};
  const std::string rest{middle == std::string_view::npos ? "" : input.substr(middle + 1)};
  const Attributes entry = {{"id", {std::string{"k7q2m4x9p3"}}},
                            {"day", {DateText{"2026-11-22"}}},
                            {"kind", {std::string{"note"}}},
                            {"step", {std::string{"empathy"}}},
                            {"text", {text}},
                            {"x-" + rest, {rest}},
                            {"tags", {Values{{text}, {rest}}}}};
  for (const LineEnding ending : {LineEnding::lf, LineEnding::crlf}) {
    const std::string bytes = "format = 1\n\n" + write_entry(entry, ending);
    const MonthContent content = MonthDocument{bytes, "2026-11.toml"}.content(all_words);
    require(content.damage.empty() && content.entries.size() == 1);
    require(content.entries.front().keys == entry);
  }
  return 0;
}
