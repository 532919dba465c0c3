// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/checkup.hpp"
#include "mend/cli/errors.hpp"
#include "mend/report/findings.hpp"

#include <algorithm>

namespace mend {
namespace {

bool has(const Checkup& checkup, Gravity gravity) {
  return std::ranges::any_of(checkup.findings, [gravity](const Finding& finding) {
    return finding.gravity == gravity;
  });
}

Exit exit_of_checkup(const Checkup& checkup) {
  if (has(checkup, Gravity::unreadable)) return exit_io;
  if (has(checkup, Gravity::damaged)) return exit_damaged;
  return checkup.findings.empty() ? exit_done : exit_no;
}

int run_doctor(Context& context, const Arguments&) {
  if (!are_entries_remembered(context.place())) context.require_journal();
  context.retract_warnings();
  const Checkup checkup = check_up(context);
  if (context.is_json()) {
    context.print(doctor_json(checkup.findings, context.discretion()));
    return exit_of_checkup(checkup);
  }
  const Hints hints = context.is_quiet() ? Hints::hidden : Hints::shown;
  context.print(findings_text(checkup.findings, context.discretion(), hints));
  if (!context.is_quiet()) context.print(findings_summary(checkup.findings));
  if (checkup.findings.empty() && !checkup.has_entries) {
    context.hint("Nothing is written yet. Begin with one line:  mend log c \"home by six\"");
  }
  return exit_of_checkup(checkup);
}

constexpr std::string_view doctor_examples[] = {
    "mend doctor              look at everything, change nothing",
    "mend doctor -q && git commit -am \"november\"",
};

}  // namespace

const Command doctor_command = {
    "doctor",
    "Data",
    "",
    "Look at all files, and name whatever is odd in them.",
    doctor_examples,
    "Damaged entries, copies that sync programs made, conflicts that git left, files others can "
    "read, unknown keys and actions, impossible dates, promises settled twice: each with its file "
    "and line, and what can be done. Nothing is changed. Exit 0 when all is well, 65 when a file is "
    "damaged, 74 when one cannot be read, else 1.",
    {},
    WordsAre::none,
    run_doctor};

}  // namespace mend
