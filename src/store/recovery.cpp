// SPDX-License-Identifier: MIT
#include "mend/store/recovery.hpp"

#include "mend/store/entry_writer.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

namespace mend {
namespace {

constexpr int most_of_one_entry = 100;

}  // namespace

std::string recovery_text(const std::vector<Attributes>& entries) {
  std::string out;
  for (const Attributes& entry : entries) {
    if (!out.empty()) out += '\n';
    out += write_entry(entry, LineEnding::lf);
  }
  return out;
}

std::optional<std::string> write_recovery_file(const std::string& folder,
                                               const std::vector<Attributes>& entries) {
  try {
    make_folders(folder);
    const std::string start = folder + "/" + std::string{text_of(entries.front(), "id")};
    // An entry that cannot be edited may be tried again and again, each time with other words.
    for (int number = 1; number <= most_of_one_entry; ++number) {
      const std::string path = start + (number == 1 ? "" : "-" + std::to_string(number)) + ".toml";
      if (create_file(path, recovery_text(entries))) return path;
    }
  } catch (const SystemError&) {
    // Whoever called is already telling the user that saving failed.
  }
  return std::nullopt;
}

}  // namespace mend
