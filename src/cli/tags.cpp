// SPDX-License-Identifier: MIT
#include "mend/cli/tags.hpp"

#include "mend/text/fold.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>

namespace mend {

std::vector<std::string> read_tags(const std::vector<std::string>& typed) {
  std::vector<std::string> tags;
  for (const std::string& words : typed) {
    for (std::string_view rest = words; !rest.empty();) {
      const auto end = std::min(rest.find(','), rest.size());
      std::string_view tag = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (tag.starts_with('#')) tag.remove_prefix(1);
      const bool is_new = std::ranges::none_of(
          tags, [tag](const std::string& each) { return is_same_tag(each, tag); });
      if (!tag.empty() && is_new) tags.emplace_back(tag);
    }
  }
  return tags;
}

bool is_same_tag(std::string_view a, std::string_view b) { return a == b || fold(a) == fold(b); }

}  // namespace mend
