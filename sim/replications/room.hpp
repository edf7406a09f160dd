#pragma once

#include <cstddef>

#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"

namespace sim {

/// What a replication takes of a worker.
struct Room {
  std::size_t callers = 0;  ///< whose fates are written
  std::size_t floods = 0;   ///< of data
};

/// Room for what happens in one world.
class Rooms {
public:
  explicit Rooms(const models::World& world);

  /// For more callers of both worlds than any replication of the scenario has: the largest factor
  /// of the week or the profile and the greatest busyness all the time, and the surges of a
  /// background.
  Room room_for(const scenarios::Scenario& scenario) const;

private:
  const models::World& world_;
  double busiest_;
};

}  // namespace sim
