#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace models {

/// Seconds since 1970-01-01T00:00Z, leap seconds not counted.
using UtcSeconds = std::int64_t;

/// Local civil time of one POSIX zone ("CET+1CEST+1,M3.5.0/2,M10.5.0/3" in Boost.DateTime's
/// reading). Days have 23 to 25 hours.
class Calendar {
public:
  /// Throws std::invalid_argument when the zone cannot be read.
  explicit Calendar(const std::string& posix_zone);
  ~Calendar();
  Calendar(Calendar&&) noexcept;
  Calendar& operator=(Calendar&&) noexcept;
  Calendar(const Calendar&);
  Calendar& operator=(const Calendar&);

  /// "2019-06-24T15:34" or with ":SS" as local time; nothing when malformed or skipped by the
  /// change to summer time. A doubled hour gives its first (summer) instant.
  std::optional<UtcSeconds> to_utc(const std::string& local_iso) const;
  /// Local ISO text to the second, "2019-06-24T15:34:00".
  std::string to_local(UtcSeconds utc) const;
  /// Local seconds since the latest Monday 00:00 on the wall clock, [0, 604800).
  int second_of_week(UtcSeconds utc) const;
  /// Local month (1-12), day (1-31) and second of the day.
  struct Civil {
    int year, month, day, second_of_day, weekday;  // weekday 0 = Monday
  };
  Civil civil(UtcSeconds utc) const;

private:
  struct Zone;
  std::unique_ptr<Zone> zone_;
};

}  // namespace models
