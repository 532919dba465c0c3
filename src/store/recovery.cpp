// SPDX-License-Identifier: MIT
#include "mend/store/recovery.hpp"

#include "mend/store/entry_writer.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

namespace mend {

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
    const std::string path =
        folder + "/" + std::string{text_of(entries.front(), "id")} + ".toml";
    if (create_file(path, recovery_text(entries))) return path;
  } catch (const SystemError&) {
    // Whoever called is already telling the user that saving failed.
  }
  return std::nullopt;
}

}  // namespace mend
