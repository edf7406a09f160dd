#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/attack/race.hpp"

namespace scenarios {

/// What `trace` tells of a race.
struct AttackMoment {
  enum class Kind : std::uint8_t {
    access,      ///< the intruder is in, at `of`
    taken,       ///< `of`, from `from`
    seen,        ///< the watch raises the alarm
    noticed,     ///< somebody sees what has stopped
    struck,      ///< `of` stops
    isolated,    ///< `of` is cut off on purpose
    evicted,     ///< the intruder is out
    restored,    ///< `of` works again, verified
    reconnected  ///< `of` is no longer cut off
  };
  double t_s = 0;
  Kind kind{};
  std::string of, from;
  bool operator==(const AttackMoment&) const = default;
};

/// All that happened, in time; seconds since the first access.
std::vector<AttackMoment> moments_of(const Attack& attack, const Race& race);

}  // namespace scenarios
