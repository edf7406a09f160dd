#pragma once

#include <optional>

#include "models/chance/random_stream.hpp"
#include "models/world/calendar.hpp"

namespace scenarios {

/// When a threat strikes: at a fixed time, or at any hour of the week.
struct Onset {
  std::optional<models::UtcSeconds> fixed;

  /// Of one replication. Drawn onsets lie in the week of 30 November 2026: replication i begins in
  /// hour (first + 103 i) mod 168 of it, where `first` is drawn from the seed, uniformly within
  /// the hour. 103 is prime to 168 and near 168 times the golden ratio: each 168 replications meet
  /// every hour once, and shorter runs spread over the week too. Neither the threat nor the number
  /// of replications changes a draw.
  models::UtcSeconds at(const models::ReplicationKey& key, const models::Calendar& calendar) const;
};

/// Begin of the week from which onsets are drawn, a Monday 00:00 on the local clock.
models::UtcSeconds reference_week(const models::Calendar& calendar);

}  // namespace scenarios
