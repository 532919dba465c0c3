// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mend {

// A text as it stands in an HTML or SVG document, in content and in quoted attributes; what acts
// without being seen is made visible.
std::string html_escaped(std::string_view text);

// A text in which Markdown sees no markup, link or HTML; its newlines stay lines.
std::string markdown_escaped(std::string_view text);

}  // namespace mend
