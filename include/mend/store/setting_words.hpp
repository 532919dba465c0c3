// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mend {

// How values are spelled in the settings files. Each reader takes exactly what its writer writes.

enum class ColorChoice { automatic, always, never };

std::string_view word_of(ColorChoice color);
std::optional<ColorChoice> color_from_word(std::string_view word);

// Minutes after midnight of `HH:MM`.
std::optional<int> parse_clock(std::string_view text);
std::string clock_text(int minutes);

// A range of the day such as `22:00-08:00`.
bool is_clock_range(std::string_view text);

// Does the range hold that minute of the day? Its end is not part of it; from a later to an earlier
// time it lasts over midnight. False for what is no range.
bool is_in_clock_range(std::string_view range, int minute);

}  // namespace mend
