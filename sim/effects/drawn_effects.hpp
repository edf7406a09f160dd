#pragma once

#include <vector>

#include "models/chance/random_stream.hpp"
#include "scenarios/scenario.hpp"

namespace sim {

/// An effect with its end drawn for this replication; seconds since the start of the run.
struct DrawnEffect {
  const scenarios::Effect* effect;
  double from_s, until_s;
  bool background = false;  ///< in both worlds
};

/// The effects of all threats in file order; in the twin those of the background alone. Drawn once,
/// before the run, from (seed, replication, effect id).
std::vector<DrawnEffect> draw_effects(const scenarios::Scenario& scenario,
                                      const models::ReplicationKey& key, bool twin);

}  // namespace sim
