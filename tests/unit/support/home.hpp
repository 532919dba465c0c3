// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/run.hpp"
#include "support/calendar.hpp"
#include "support/temp_folder.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A home of its own, on Sunday 22 November 2026 at noon, in which mend runs without a process.
class Home {
 public:
  Home() {
    environment_.variables = {{"HOME", folder_.path()}};
    environment_.now = at("2026-11-22T12:00:00+01:00").instant;
    environment_.zone = &zone_;
    // Nobody pipes anything into a test, whatever it was started with.
    environment_.terminal.is_input = true;
  }

  RunResult run(const std::vector<std::string>& arguments) {
    environment_.arguments = arguments;
    return run_mend(environment_);
  }

  // Everything that is said with discretion, as text and as JSON.
  std::string discreet(std::vector<std::string> words) {
    words.emplace_back("--discreet");
    const RunResult text = run(words);
    words.emplace_back("--json");
    const RunResult json = run(words);
    return text.out + text.err + json.out + json.err;
  }

  // The month file of that day, and text below what stands in it.
  std::string month() const { return folder_ / ".local/share/mend/main/2026-11.toml"; }
  void append(std::string_view text) const {
    write_bytes(month(), read_bytes(month()) + "\n" + std::string{text});
  }

  Environment& environment() { return environment_; }
  bool has_files() const { return !std::filesystem::is_empty(folder_.path()); }
  std::string operator/(std::string_view name) const { return folder_ / name; }

 private:
  TempFolder folder_;
  FixedZone zone_{3600};
  Environment environment_;
};

}  // namespace mend
