// SPDX-License-Identifier: MIT
#include "mend/cli/run.hpp"
#include "mend/system/descriptor.hpp"
#include "mend/system/dialogue.hpp"
#include "mend/system/environment.hpp"
#include "mend/system/local_zone.hpp"
#include "mend/system/pager.hpp"
#include "mend/system/stack.hpp"
#include "mend/system/standard_streams.hpp"

#include <unistd.h>

namespace {

int run(int argc, char** argv) {
  mend::keep_freed_memory();
  mend::Environment environment = mend::read_environment(argc, argv, environ);
  const mend::LocalZone zone{std::string{environment.variable("TZ")}};
  environment.zone = &zone;
  environment.zone_warning = zone.warning();
  mend::TerminalDialogue dialogue;
  environment.dialogue = &dialogue;
  const mend::RunResult result = mend::run_mend(environment);
  const bool is_shown = !result.pager.empty() && mend::show_in_pager(result.pager, result.out);
  return mend::show_result(is_shown ? "" : result.out, result.err, result.is_saved, result.exit_code);
}

}  // namespace

int main(int argc, char** argv) {
  mend::prepare_standard_streams();
  try {
    return mend::on_large_stack([&] { return run(argc, argv); });
  } catch (...) {
    return mend::end_without_memory(argc, argv);
  }
}
