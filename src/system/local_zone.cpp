// SPDX-License-Identifier: MIT
#include "mend/system/local_zone.hpp"

#include "mend/system/descriptor.hpp"
#include "posix_zone_rule.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace mend {
namespace {

constexpr std::int64_t seconds_per_day = 86400;

// What every compiled zone file begins with.
constexpr std::string_view magic = "TZif";

constexpr const char* machine_zone = "/etc/localtime";

bool is_utc(std::string_view tz) {
  return tz == "UTC" || tz == "UTC0" || tz == "GMT" || tz == "GMT0" || tz == "Etc/UTC" ||
         tz == "Z";
}

std::string real_path_of(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real{::realpath(path.c_str(), nullptr), &std::free};
  return real == nullptr ? std::string{} : std::string{real.get()};
}

// Where the zones are, and the file of the machine's own zone, which may be a copy of one.
bool is_of_database(const std::string& real_path, const std::string& folder) {
  if (real_path.empty()) return false;
  const std::string real_folder = real_path_of(folder);
  return real_path == real_path_of(machine_zone) ||
         (!real_folder.empty() && real_path.starts_with(real_folder + "/"));
}

// What is no regular file of the database is not even opened: a device or pipe may be somebody's words.
bool is_in_database(std::string_view name) {
  const char* const variable = std::getenv("TZDIR");
  const std::string folder = variable != nullptr ? variable : "/usr/share/zoneinfo";
  const std::string path = real_path_of(
      name.starts_with('/') ? std::string{name} : folder + "/" + std::string{name});
  struct stat status {};
  if (!is_of_database(path, folder) || ::stat(path.c_str(), &status) != 0 ||
      !S_ISREG(status.st_mode)) {
    return false;
  }
  // The database's folder holds lists of zones too, which the C library reads as UTC.
  const Descriptor file = open_descriptor(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  std::array<char, magic.size()> start{};
  return file.is_open() &&
         ::read(file.number(), start.data(), start.size()) == static_cast<ssize_t>(start.size()) &&
         std::string_view{start.data(), start.size()} == magic;
}

bool is_known(std::string_view tz) {
  if (tz.starts_with(':')) tz.remove_prefix(1);
  return tz.empty() || is_utc(tz) || is_posix_zone_rule(tz) || is_in_database(tz);
}

// Daylight saving time can take an offset past a day, which no written time can say.
bool can_be_written(const LocalZone& zone) {
  constexpr std::int64_t new_year_2026 = 1767225600;
  constexpr int days_of_a_quarter = 91;
  for (int quarter = 0; quarter < 4; ++quarter) {
    const std::int64_t seconds = new_year_2026 + quarter * days_of_a_quarter * seconds_per_day;
    if (std::abs(zone.offset_at(Instant{seconds})) >= seconds_per_day) return false;
  }
  return true;
}

}  // namespace

LocalZone::LocalZone(const std::string& tz) {
  if (is_known(tz)) ::tzset();
  if (!is_known(tz) || !can_be_written(*this)) {
    warning_ = "TZ is '" + tz + "', which is not a time zone known here; using UTC";
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
