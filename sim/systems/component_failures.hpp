#pragma once

#include <simgrid/forward.h>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "sim/systems/infrastructure.hpp"

namespace sim {

/// One unit of a component, as an actor: works for an exponential time with the component's MTBF as
/// its mean, is repaired, works again. Drawn from (key, component, unit, failure), so that it fails
/// at the same times in the twin.
class FailingUnit {
public:
  FailingUnit(const models::World& world, const models::ReplicationKey& key,
              Infrastructure& infrastructure, models::Id<models::Component> component, int unit)
      : world_(world),
        key_(key),
        infrastructure_(infrastructure),
        component_(component),
        unit_(unit) {}

  void operator()();

private:
  const models::World& world_;
  models::ReplicationKey key_;
  Infrastructure& infrastructure_;
  models::Id<models::Component> component_;
  int unit_;
};

/// An actor for each unit of every component that has an MTBF. Units fail independently: a world
/// has no rate of its common causes; what takes several at once is a threat.
void let_components_fail(const models::World& world, const models::ReplicationKey& key,
                         Infrastructure& infrastructure, simgrid::s4u::Host* host);

}  // namespace sim
