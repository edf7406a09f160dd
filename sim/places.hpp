#pragma once

#include <simgrid/forward.h>

#include "models/world.hpp"

namespace sim {

/// The map: a host for each centre and one in the middle, a link between each centre and the hub.
class Places {
public:
  explicit Places(const models::World& world);

  simgrid::s4u::Host* of(models::Id<models::Centre> centre) const { return hosts_[centre]; }
  simgrid::s4u::Host* hub() const { return hub_; }
  /// The centre's link to the hub goes with the component that carries it.
  void mirror(models::Id<models::Component> component, bool works);

private:
  const models::World& world_;
  models::Table<models::Centre, simgrid::s4u::Host*> hosts_;
  models::Table<models::Centre, simgrid::s4u::Link*> links_;
  simgrid::s4u::Host* hub_ = nullptr;
};

/// Rings for everybody who waits for something to change.
class Bell {
public:
  Bell();
  void ring();
  /// Sleeps until the bell rings or the clock says `until_s`, whichever is first.
  void wait_until(double until_s);

private:
  simgrid::s4u::MutexPtr mutex_;
  simgrid::s4u::ConditionVariablePtr changed_;
};

/// Sends a message of this size over the network, one way; false when it does not arrive within
/// the time limit or a link on the way is down. Called by an actor.
bool message_arrives(simgrid::s4u::Host* from, simgrid::s4u::Host* to, double limit_s);

}  // namespace sim
