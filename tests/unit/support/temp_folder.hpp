// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace mend {

// A folder of its own for one test, below TMPDIR or where the tests are run; removed at the end.
class TempFolder {
 public:
  TempFolder() {
    const char* const chosen = std::getenv("TMPDIR");
    const bool is_chosen = chosen != nullptr && *chosen == '/';
    path_ = (is_chosen ? std::string{chosen} : std::filesystem::current_path().string()) +
            "/mend-unit-XXXXXX";
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
    // Links in the way to it would show up in what is tested.
    path_ = std::filesystem::canonical(path_).string();
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }
  std::string operator/(std::string_view name) const { return path_ + "/" + std::string{name}; }

 private:
  std::string path_;
};

inline void write_bytes(const std::string& path, std::string_view bytes) {
  std::ofstream file{path, std::ios::binary | std::ios::trunc};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  REQUIRE_MESSAGE(file.good(), "cannot prepare ", path);
}

inline std::string read_bytes(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  REQUIRE_MESSAGE(file.good(), "cannot look at ", path);
  return {std::istreambuf_iterator<char>{file}, {}};
}

inline bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::symlink_status(path, ignored).type() !=
         std::filesystem::file_type::not_found;
}

inline unsigned mode_of(const std::string& path) {
  return static_cast<unsigned>(std::filesystem::status(path).permissions());
}

}  // namespace mend
