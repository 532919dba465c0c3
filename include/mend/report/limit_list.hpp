// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/ledger.hpp"
#include "mend/report/json.hpp"
#include "mend/text/style.hpp"

#include <span>
#include <string>

namespace mend {

// One limit and what became of it, for `limit list`.
struct LimitRow {
  std::string name;  // its shortest id or @N
  Agreement limit;
  LimitState state = LimitState::in_force;
};

// A line each.
std::string limits_text(std::span<const LimitRow> rows, const LocalDay& here, const Style& style,
                        Discretion discretion);

// Each limit's keys, `state`, and the day and id of what lifted it.
std::string limits_json(std::span<const LimitRow> rows, Discretion discretion);

// "no calls after ten, until Thu 31 Dec". Not harmless.
std::string limit_phrase(const Agreement& limit, const LocalDay& here);

}  // namespace mend
