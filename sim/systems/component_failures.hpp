#pragma once

#include <simgrid/forward.h>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "sim/systems/infrastructure.hpp"

namespace sim {

/// One unit of a component, or what takes all its units at once, as an actor: nothing happens for
/// an exponential time, the units fail, are repaired. Drawn from (key, component, unit, failure),
/// so that they fail at the same times in the twin.
class FailingUnits {
public:
  struct What {
    double mean_up_s;
    int units;
    std::uint32_t name;  ///< of the unit, in draws
  };
  FailingUnits(const models::World& world, const models::ReplicationKey& key,
               Infrastructure& infrastructure, models::Id<models::Component> component, What what)
      : world_(world),
        key_(key),
        infrastructure_(infrastructure),
        component_(component),
        what_(what) {}

  void operator()();

private:
  const models::World& world_;
  models::ReplicationKey key_;
  Infrastructure& infrastructure_;
  models::Id<models::Component> component_;
  What what_;
};

/// Actors for every component that has an MTBF: one for each unit and, with a beta, one for what
/// takes all units of the component. A unit fails as often as the MTBF says, by itself or with the
/// others (beta-factor model, Fleming 1975), and is repaired in the component's repair time either
/// way. What takes several components at once is a component that they need, or a threat.
void let_components_fail(const models::World& world, const models::ReplicationKey& key,
                         Infrastructure& infrastructure, simgrid::s4u::Host* host);

}  // namespace sim
