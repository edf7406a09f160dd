#pragma once

#include <cstddef>
#include <memory>

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

/// One world of one replication; `twin` leaves the threats out. It lives from `begins_s` on the
/// kernel's clock (`slots.hpp`).
struct WorldAsked {
  const scenarios::Scenario& scenario;
  models::ReplicationKey key;
  bool twin = false;
  double begins_s = 0;
};

/// Floods of data in a scenario: a world engine must have room for so many.
std::size_t floods_in(const scenarios::Scenario& scenario);

/// SimGrid's engine and the map, on which one world is run after the other, each at a later clock.
/// One in a process: the clock of a second engine would go on from the first one's.
class WorldEngine {
public:
  /// With room for so many floods of data in a replication.
  WorldEngine(const models::World& world, std::size_t floods);
  ~WorldEngine();
  WorldEngine(const WorldEngine&) = delete;
  WorldEngine& operator=(const WorldEngine&) = delete;

  /// From the start to closing time; then all books are closed. Throws std::logic_error when the
  /// actors deadlock or the clock is past its begin; an engine that has thrown is of no use any
  /// more.
  WorldRun run(const WorldAsked& asked, const Recording& recording);
  /// Nothing is left of the last world, whose time was over then: another one may follow.
  bool is_ready(double ended_by_s) const;

private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sim
