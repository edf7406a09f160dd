#pragma once

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "results/observations.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/caller_ledger.hpp"

namespace sim {

/// What one world gives back.
struct WorldRun {
  results::Facts facts;
  std::uint32_t background_callers = 0;  ///< so many fates were written
};

/// One world of one replication, in this process: may be called once in a process, because a
/// SimGrid engine's clock goes on from the one before. `twin` leaves the threats out.
/// Throws std::logic_error when the actors deadlock.
WorldRun run_world(const models::World& world, const scenarios::Scenario& scenario,
                   const models::ReplicationKey& key, bool twin, const Recording& recording);

}  // namespace sim
