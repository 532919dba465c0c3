// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// One of the things `config` does, by the word that follows it.
struct ConfigAction {
  std::string_view name;
  std::string_view usage;  // the words it takes
  std::size_t least_words;
  std::size_t most_words;
  std::string_view summary;
  int (*run)(Context& context, const std::vector<std::string>& words);
};

std::span<const ConfigAction> config_actions();

int set_setting(Context& context, const std::vector<std::string>& words);
int unset_setting(Context& context, const std::vector<std::string>& words);
int edit_settings(Context& context, const std::vector<std::string>& words);

}  // namespace mend
