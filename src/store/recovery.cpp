// SPDX-License-Identifier: MIT
#include "mend/store/recovery.hpp"

#include "mend/store/entry_writer.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <algorithm>

namespace mend {

std::string recovery_text(const std::vector<Attributes>& entries) {
  std::string out;
  for (const Attributes& entry : entries) {
    if (!out.empty()) out += '\n';
    out += write_entry(entry, LineEnding::lf);
  }
  return out;
}

void forget_recovery_files(const std::string& folder, const std::vector<std::string>& ids) {
  for (const std::string& name : list_folder(folder)) {
    const auto file = read_file(folder + "/" + name);
    if (!file) continue;
    const bool holds_one = std::ranges::any_of(ids, [&](const std::string& id) {
      return !id.empty() && file->bytes.find(quoted(id)) != std::string::npos;
    });
    if (holds_one) static_cast<void>(remove_file(*file));
  }
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
