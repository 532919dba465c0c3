// SPDX-License-Identifier: MIT
#include "mend/system/local_zone.hpp"

#include "mend/system/descriptor.hpp"
#include "posix_zone_rule.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

namespace mend {
namespace {

constexpr std::int64_t seconds_per_day = 86400;

// What every compiled zone file begins with.
constexpr std::string_view magic = "TZif";

bool is_utc(std::string_view tz) {
  return tz == "UTC" || tz == "UTC0" || tz == "GMT" || tz == "GMT0" || tz == "Etc/UTC" ||
         tz == "Z";
}

bool is_in_database(std::string_view name) {
  const char* const folder = std::getenv("TZDIR");
  const std::string path =
      name.starts_with('/')
          ? std::string{name}
          : std::string{folder != nullptr ? folder : "/usr/share/zoneinfo"} + "/" +
                std::string{name};
  // The database's folder holds lists and folders of zones too, which the C library reads as UTC.
  const Descriptor file = open_descriptor(path, O_RDONLY);
  std::array<char, magic.size()> start{};
  return file.is_open() &&
         ::read(file.number(), start.data(), start.size()) == static_cast<ssize_t>(start.size()) &&
         std::string_view{start.data(), start.size()} == magic;
}

bool is_known(std::string_view tz) {
  if (tz.starts_with(':')) tz.remove_prefix(1);
  return tz.empty() || is_utc(tz) || is_posix_zone_rule(tz) || is_in_database(tz);
}

}  // namespace

LocalZone::LocalZone(const std::string& tz) {
  if (!is_known(tz)) {
    warning_ = "TZ is '" + tz + "', which is no time zone known here; using UTC";
    ::setenv("TZ", "UTC0", 1);
  }
  ::tzset();
}

int LocalZone::offset_at(Instant instant) const {
  const auto seconds = static_cast<std::time_t>(instant.seconds);
  std::tm local{};
  if (::localtime_r(&seconds, &local) == nullptr) return 0;
  return static_cast<int>(local.tm_gmtoff);
}

Instant LocalZone::instant_at(Day day, int second_of_day) const {
  const std::int64_t clock = std::int64_t{day.number} * seconds_per_day + second_of_day;
  const int before = offset_at(Instant{clock - seconds_per_day});
  const int after = offset_at(Instant{clock + seconds_per_day});
  const Instant by_before{clock - before};
  const Instant by_after{clock - after};
  const bool before_holds = offset_at(by_before) == before;
  const bool after_holds = offset_at(by_after) == after;
  if (before_holds && after_holds) return std::min(by_before, by_after);
  // In a gap neither holds: counting on by the old clock is what moves the time forward.
  return after_holds ? by_after : by_before;
}

}  // namespace mend
