// SPDX-License-Identifier: MIT
#include "mend/system/pager.hpp"

#include "child.hpp"
#include "mend/system/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <vector>

namespace mend {
namespace {

// As the shell says that a command is not there or cannot be run.
constexpr int not_runnable = 126;
constexpr int not_found = 127;

// The variables the pager gets. `less` shows colours, and takes the text off the screen when it ends:
// whatever somebody's own LESS says beside that, these two come last in it. Nobody's words go into
// its history of searches.
class PagerVariables {
 public:
  PagerVariables() {
    for (char** line = environ; line != nullptr && *line != nullptr; ++line) {
      const std::string_view text{*line};
      if (text.starts_with(less_name)) {
        // A blank ends a long option before it, and a `$` everything else, even a prompt.
        less_ = std::string{text} + " $";
      } else if (!text.starts_with("LESSHISTFILE=")) {
        lines_.push_back(*line);
      }
    }
    less_ += "-R$-+X";
    lines_.push_back(history_.data());
    lines_.push_back(less_.data());
    lines_.push_back(nullptr);
  }
  PagerVariables(const PagerVariables&) = delete;
  PagerVariables& operator=(const PagerVariables&) = delete;

  char* const* get() const { return lines_.data(); }

 private:
  static constexpr std::string_view less_name = "LESS=";

  std::string history_ = "LESSHISTFILE=-";
  std::string less_{less_name};
  std::vector<char*> lines_;
};

class SpawnActions {
 public:
  SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }

  posix_spawn_file_actions_t* get() { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

bool show_in_pager(const std::string& command, std::string_view text) {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  Descriptor reading{ends[0]};
  Descriptor writing{ends[1]};
  SpawnActions actions;
  ::posix_spawn_file_actions_adddup2(actions.get(), reading.number(), STDIN_FILENO);
  const InterruptsIgnored ignored;
  const SpawnAttributes attributes;
  const PagerVariables variables;
  std::string arguments[] = {"sh", "-c", command};
  char* const argv[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(), nullptr};
  pid_t child = 0;
  if (::posix_spawnp(&child, "sh", actions.get(), attributes.get(), argv, variables.get()) != 0) {
    return false;
  }
  reading.close();
  // Who has seen enough closes the pipe early; that is no failure.
  write_all(writing.number(), text);
  writing.close();
  const int code = wait_for_child(child);
  return code != not_found && code != not_runnable;
}

}  // namespace mend
