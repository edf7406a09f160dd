#pragma once

#include <string>
#include <vector>

#include "analysis/trials/loss_trials.hpp"
#include "models/text/yaml_document.hpp"
#include "scenarios/exercise.hpp"

namespace analysis {

/// What the model says of one clock, and what was seen.
struct ClockSeen {
  std::string clock;  ///< "detect"
  double p5_s = 0, p50_s = 0, p95_s = 0;
  double observed_s = 0;
  double below = 0;  ///< share of the predictions below the observation
  /// Replications in which the loss was over before the clock was: they predict nothing, so that
  /// what is predicted is too early.
  std::size_t cut_off = 0;
};

/// A parameter that the observations give another value.
struct ChangedClock {
  std::string address;  ///< "takeover.decide"
  models::Node value;
};

struct ExerciseQuestion {
  std::uint64_t replications = 200, seed = 1;
  int jobs = 1;
  /// How many exercises the model's own clocks count for when they are updated: an assumption.
  double prior_weight = 1;
};

/// One room: predicted beside observed, and the loss with other clocks.
struct RoomExercised {
  scenarios::ObservedTakeover seen;
  std::vector<ClockSeen> clocks;
  /// One loss under three worlds, "as_modelled", "as_observed", "updated".
  LossTrials trials;
};

struct ExerciseResult {
  std::vector<RoomExercised> rooms;
  std::vector<ChangedClock> observed;  ///< of the first room: its clocks as they were
  std::vector<ChangedClock> updated;   ///< of all rooms together
  std::string rubricering;             ///< the highest of exercise and world
  int signal = 0;
};

/// The changes as an overlay for --with.
std::string overlay_of(const std::vector<ChangedClock>& changes, const std::string& kind,
                       const std::string& source);

/// The settings of an observed takeover: the clocks as they were, and no failing switch.
std::vector<ChangedClock> as_observed(const models::World& world,
                                      const scenarios::ObservedTakeover& seen);
/// Each clock becomes a lognormal: the model's median and P95 moved toward the observations on a
/// logarithmic scale, as the mean of `prior_weight` values of the model and one of each room. A
/// chance to fail becomes (weight x chance + failures) / (weight + attempts).
std::vector<ChangedClock> updated(const models::World& world,
                                  const std::vector<scenarios::ObservedTakeover>& seen,
                                  double prior_weight);

}  // namespace analysis
