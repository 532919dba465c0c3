// SPDX-License-Identifier: MIT
#include "mend/store/recovery.hpp"

#include "mend/store/entry_writer.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

namespace mend {
namespace {

constexpr int most_of_one_name = 100;

// An entry that cannot be edited may be tried again and again, each time with other words.
std::optional<std::string> write_first_free(const std::string& folder, const std::string& name,
                                            std::string_view ending, std::string_view text) {
  try {
    make_folders(folder);
    for (int number = 1; number <= most_of_one_name; ++number) {
      std::string path = folder + "/" + name;
      if (number > 1) path += "." + std::to_string(number);
      path += ending;
      if (create_file(path, text)) return path;
    }
  } catch (const SystemError&) {
    // The user already hears that saving failed.
  }
  return std::nullopt;
}

}  // namespace

std::string recovery_text(const std::vector<Attributes>& entries) {
  std::string out;
  for (const Attributes& entry : entries) {
    if (!out.empty()) out += '\n';
    out += write_entry(entry, LineEnding::lf);
  }
  return out;
}

std::optional<std::string> write_recovery_file(const std::string& folder, const std::string& name,
                                               const std::vector<Attributes>& entries) {
  const std::string_view id = text_of(entries.front(), "id");
  return write_first_free(folder, id.empty() ? name : std::string{id}, ".toml", recovery_text(entries));
}

std::optional<std::string> write_recovery_file(const std::string& folder, const std::string& name,
                                               std::string_view text) {
  return write_first_free(folder, name, ".txt", text);
}

}  // namespace mend
