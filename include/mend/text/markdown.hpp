// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mend {

// One line of anyone's text so that Markdown shows it as it is and takes none of it for markup or
// HTML. What acts without being seen is made visible.
std::string markdown_line(std::string_view line);

// A text as a quotation, a `> ` before each line; its line breaks hold. With its last newline.
std::string markdown_quote(std::string_view text);

}  // namespace mend
