#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/draft.hpp"
#include "scenarios/attack/many_races.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/threats/drawn_threat.hpp"
#include "scenarios/threats/onset.hpp"

namespace scenarios {

/// Callers of the last quarter of an hour before the onset count too: the threat may cut them off.
inline constexpr double counted_before_s = 900;

/// Threats that are drawn anew for each replication: onset, duration, targets and sizes; without an
/// onset only the meldkamers that `at` leaves to a draw. What comes out is a scenario like one that
/// was written with fixed times and names.
class DrawnCourse {
public:
  /// `frame` has all that stays the same; `threats` is the section of the file.
  DrawnCourse(Scenario frame, models::Node threats, std::optional<Onset> onset,
              std::shared_ptr<const models::Draft> draft);

  /// The scenario of one replication. With an onset it begins one warm-up and a quarter of an hour
  /// before it and ends 6 h after the longest drawn duration, 7 d after the onset at most: what
  /// such a capped window counts is a lower bound. Of an attack the onset is what it touches first,
  /// and the window is as long as the attack says. Throws models::InvalidInput.
  Scenario at(const models::ReplicationKey& key) const;
  /// As `at`, with problems in `reading`.
  Scenario read_at(const models::ReplicationKey& key, models::Reading& reading) const;

  /// The attack that its threats have; none: they have none. Throws models::InvalidInput.
  std::optional<NamedAttack> attack() const;
  /// None: times are fixed, and only names are drawn.
  const std::optional<Onset>& onset() const { return onset_; }
  /// The longest window that can be drawn, in seconds from the start.
  double longest_s() const;
  /// Of that, what lies after the onset.
  double longest_left_s() const { return longest_s() - onset_s(); }

private:
  Scenario with_names_drawn(const models::ReplicationKey& key, models::Reading& reading) const;
  Scenario with_times_drawn(const models::ReplicationKey& key, models::Reading& reading) const;
  void set_end(Window& window, const DrawnSection& drawn) const;
  double onset_s() const { return frame_.window.warm_up_s + counted_before_s; }

  Scenario frame_;
  models::Node threats_;
  std::optional<Onset> onset_;
  std::shared_ptr<const models::Draft> draft_;
};

}  // namespace scenarios
