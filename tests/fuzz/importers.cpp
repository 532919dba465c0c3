// SPDX-License-Identifier: MIT
// The files of other trackers, and mend's own exports: whatever is in them comes in as sound entries,
// the same ones each time, or is refused with its place. The first byte says which format it is, and
// a form feed parts the two files that some trackers have.
#include "fuzz_target.hpp"

#include "mend/exchange/import.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/store/month_document.hpp"
#include "mend/text/utf8.hpp"

namespace mend {
namespace {

// What no importer is ever given: bytes that are not UTF-8 are refused when a file is read.
std::string utf8_of(std::string text) {
  while (const auto offset = first_invalid_byte(text)) text[*offset] = '?';
  return text;
}

struct Files {
  std::optional<ImportFile> habits;
  ImportFile log;
};

Files files_of(const std::string& text) {
  const auto end = text.find('\f');
  if (end == std::string::npos) return {std::nullopt, {"log", text}};
  return {ImportFile{"habits", text.substr(0, end)}, {"log", text.substr(end + 1)}};
}

Mapping all_to_patience() {
  Mapping mapping;
  mapping.others = MapTarget{Step::patience, {}};
  return mapping;
}

Import read_habits(const HabitLog& log, std::string_view source) {
  for (const Diagnostic& problem : log.problems) require(!problem.what.empty() && problem.line > 0);
  Mapped mapped = map_habits(log, source, all_to_patience(), {});
  require(mapped.unmapped.empty());
  return std::move(mapped.import);
}

Import read(std::size_t format, const std::string& text) {
  const Files files = files_of(text);
  switch (format) {
    case 0: return read_habits(read_harsh(files.habits, files.log), "harsh");
    case 1: return read_habits(read_habitctl(files.habits, files.log), "habitctl");
    case 2: {
      std::map<std::string, ImportFile> all = {{"Checkmarks.csv", files.log}};
      if (files.habits) all.emplace("Habits.csv", *files.habits);
      return read_habits(read_loop(all), "loop");
    }
    case 3: {
      std::map<std::string, ImportFile> all = {{"001 Gym/Checkmarks.csv", files.log}};
      if (files.habits) all.emplace("Habits.csv", *files.habits);
      return read_habits(read_loop(all), "loop");
    }
    case 4: return read_jrnl({&files.log, 1}, all_to_patience(), UtcZone{}).import;
    case 5: return read_mend_json(files.log);
    case 6: return read_mend_toml(files.log);
    default: return read_mend_csv(files.log);
  }
}

// Without problems, what comes in is what a month file gives back.
void require_sound(const Import& import) {
  for (const ImportedEntry& each : import.entries) {
    const MonthContent content =
        MonthDocument{write_entry(each.entry, LineEnding::lf), ""}.content(all_words);
    require(content.damage.empty() && content.entries.size() == 1);
    require(content.entries.front().keys == each.entry);
    require(each.place.line > 0);
  }
}

}  // namespace
}  // namespace mend

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mend;
  if (size == 0) return 0;
  const std::string text = utf8_of(std::string{text_of_input(data + 1, size - 1)});
  Import import = read(data[0] % 8U, text);
  check_entries(import);
  for (const Diagnostic& problem : import.problems) require(!problem.what.empty());
  if (import.problems.empty()) require_sound(import);
  const Import again = read(data[0] % 8U, text);
  require(again.entries.size() == import.entries.size());
  for (std::size_t i = 0; i < again.entries.size(); ++i) {
    require(again.entries[i].entry == import.entries[i].entry);
  }
  return 0;
}
