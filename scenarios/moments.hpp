#pragma once

#include <optional>

#include "models/text/reading.hpp"
#include "models/world/draft.hpp"

namespace scenarios {

/// The clock of a run, as far as it could be read.
struct Clock {
  const models::Calendar* calendar = nullptr;  ///< none while the world's zone is unknown
  std::optional<models::UtcSeconds> start;
  std::optional<double> end_s;  ///< since the start
  bool drawn = false;           ///< by chance: an effect may be over before it begins
  /// Counted from a moment of the run: no local times, and `from` may be left out.
  bool relative = false;
};

/// A local time "2019-06-24T15:34" that exists in the zone.
std::optional<models::UtcSeconds> read_local_time(const models::Place& place, const Clock& clock);

/// Seconds since the start, written as a local time or as a duration since the start. Nothing
/// when it is wrong or the clock is not known.
std::optional<double> read_moment(const models::Place& place, const Clock& clock);

}  // namespace scenarios
