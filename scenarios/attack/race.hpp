#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/calendar.hpp"
#include "scenarios/attack/attack.hpp"

namespace scenarios {

/// Monday to Friday, 08:00 to 18:00 on the local clock.
class OfficeHours {
public:
  explicit OfficeHours(const models::Calendar& calendar) : calendar_(calendar) {}

  bool holds(models::UtcSeconds utc) const;
  /// Seconds to the next opening (closing); 0 when it is open (closed). Wrong by an hour across a
  /// change of summer time.
  double until_open_s(models::UtcSeconds utc) const;
  double until_closed_s(models::UtcSeconds utc) const;

private:
  const models::Calendar& calendar_;
};

/// How one race went: seconds since the first access, infinite for what did not happen.
struct Race {
  static constexpr double not_at_all = std::numeric_limits<double>::infinity();

  struct Hold {
    double taken_s = not_at_all;
    double struck_s = not_at_all;                     ///< it stops
    double back_s = not_at_all;                       ///< it works again, verified
    std::size_t step = static_cast<std::size_t>(-1);  ///< that took it; none for the first
    bool operator==(const Hold&) const = default;
  };
  struct Cut {
    double from_s = not_at_all, to_s = not_at_all;
    bool operator==(const Cut&) const = default;
  };

  std::size_t begin = 0;    ///< asset of the first access
  std::vector<Hold> holds;  ///< by asset
  std::vector<Cut> cuts;    ///< by isolation
  double alarm_s = not_at_all, evicted_s = not_at_all;
  bool seen = false;             ///< the alarm came from the watch
  double strike_s = not_at_all;  ///< the first asset that has effects stops
  /// Something that the chain needs stops: the strike, or an isolation; the clock of the calls
  /// begins before it.
  double touch_s = not_at_all;
  bool operator==(const Race&) const = default;

  bool is_stopped() const { return strike_s == not_at_all; }
};

/// Plays the race of one replication. All is drawn from (key, threat, name of the draw): a measure
/// that changes one number moves nothing else. The intruder takes an asset by the fastest way that
/// is open (first passage); the watch sees steps with their probability; from the alarm on people
/// isolate and evict; crews restore what was held, in the order of the assets.
Race play(const Attack& attack, const std::string& threat, const models::ReplicationKey& key,
          models::UtcSeconds access, const models::Calendar& calendar);

}  // namespace scenarios
