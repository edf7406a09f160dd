#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/draft.hpp"
#include "models/random_stream.hpp"
#include "scenarios/onset.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// Threats that are drawn anew for each replication: onset, duration, targets and sizes. What
/// comes out is a scenario like one that was written with fixed times.
class DrawnCourse {
public:
  /// `frame` has all that stays the same; `threats` is the section of the file.
  DrawnCourse(Scenario frame, models::Node threats, Onset onset, models::Draft draft);

  /// The scenario of one replication: it begins one warm-up before the onset and ends 6 h after
  /// the longest drawn duration, 7 d after the onset at most. Throws models::InvalidInput.
  Scenario at(const models::ReplicationKey& key) const;
  /// As `at`, with problems in `reading`.
  Scenario read_at(const models::ReplicationKey& key, models::Reading& reading) const;

  /// The window of this replication would have been longer than 7 d: what it counts is a lower
  /// bound.
  bool cut_off(const models::ReplicationKey& key) const;
  const Onset& onset() const { return onset_; }
  /// The longest window that can be drawn, in seconds from the start.
  double longest_s() const;

private:
  Scenario frame_;
  models::Node threats_;
  Onset onset_;
  models::Draft draft_;
};

}  // namespace scenarios
