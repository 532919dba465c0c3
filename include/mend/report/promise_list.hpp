// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/ledger.hpp"
#include "mend/report/json.hpp"
#include "mend/text/style.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A promise with what became of it.
struct PromiseRow {
  std::string name;  // its shortest id or @N
  Agreement promise;
  bool is_overdue = false;
};

struct PromiseList {
  std::vector<PromiseRow> open;     // by due time
  std::vector<PromiseRow> settled;  // by the time they were settled
  PromiseCounts counts;
};

enum class Settled { left_out, included };

PromiseList read_promise_list(std::span<const Entry> entries,
                              const std::function<std::string(const Entry&)>& name_of,
                              Settled settled, const Moment& moment);

// "open", or how it was settled: kept, late, missed, dropped.
std::string_view state_word(const Agreement& promise);

std::string promise_list_text(const PromiseList& list, const LocalDay& here, const Style& style,
                              Discretion discretion);
std::string promise_list_json(const PromiseList& list, Discretion discretion);

// Of `due`: nothing of what a space is for.
std::string due_json(std::span<const Waiting> due, Discretion discretion, bool is_quiet);

}  // namespace mend
