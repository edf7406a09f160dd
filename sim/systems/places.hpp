#pragma once

#include <simgrid/forward.h>

#include <map>
#include <optional>
#include <vector>

#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"

namespace sim {

/// The map: a host for each centre and one in the middle, a link between each centre and the hub,
/// and the hub's own link of ten times that width. With floods there is a host outside for each of
/// them and one for the trunk group of each centre, whose links let every single flow pass with the
/// rate that it may have at most (SimGrid's rates are not for flows between hosts). Every way is as
/// long, the world's latency and 0.1 ms, so that all flows weigh the same.
///
/// Drawn once, for many replications: what stands on it unused changes nothing.
class Places {
public:
  /// With hosts for so many floods of one replication.
  Places(const models::World& world, std::size_t floods);

  /// As a replication with these floods finds it: all links work, and each flood has its host.
  void prepare(const std::vector<const scenarios::NetworkFlood*>& floods);
  /// Everything works that nobody may have turned off, and nothing is on its way.
  bool is_quiet() const;

  simgrid::s4u::Host* of(models::Id<models::Centre> centre) const { return hosts_[centre]; }
  simgrid::s4u::Host* hub() const { return hub_; }
  simgrid::s4u::Host* source(const scenarios::NetworkFlood& flood) const {
    return sources_.at(&flood);
  }

  /// Voice to a centre: from the hub's side, of so many channels.
  struct Trunk {
    models::Id<models::Centre> centre;
    int channels;
    simgrid::s4u::Host* from;
  };
  /// Of the centres that have `lines` or, in a world with `channels`, of all; none where there is
  /// no room for a flood.
  const std::vector<Trunk>& trunks() const { return trunks_; }

  /// The centre's link to the hub goes with the component that carries it.
  void mirror(models::Id<models::Component> component, bool works);

private:
  void add_sources(simgrid::s4u::NetZone& star, std::size_t floods);
  void add_trunks(simgrid::s4u::NetZone& star);

  const models::World& world_;
  models::Table<models::Centre, simgrid::s4u::Host*> hosts_;
  models::Table<models::Centre, simgrid::s4u::Link*> links_;
  simgrid::s4u::Host* hub_ = nullptr;
  simgrid::s4u::Link* hub_link_ = nullptr;
  struct Outside {
    simgrid::s4u::Host* host;
    simgrid::s4u::Link* link;
  };
  std::vector<Outside> outside_;
  std::map<const scenarios::NetworkFlood*, simgrid::s4u::Host*> sources_;  ///< of a replication
  std::vector<Trunk> trunks_;
};

/// Rings for everybody who waits for something to change.
///
/// A semaphore for each sleeper and no lock: an actor that is ended in the very instant in which it
/// wakes at a condition variable does not hold the lock that its destructor gives back, and SimGrid
/// aborts.
class Bell {
public:
  void ring();
  /// Sleeps until the bell rings or for so long, whichever is first; without a time until it rings.
  void wait(std::optional<double> most_s = {});

private:
  std::vector<simgrid::s4u::SemaphorePtr> sleepers_;
};

/// A SIP OPTIONS ping or a short order.
inline constexpr double message_bytes = 512;

/// Sends a message of this size over the network, one way; false when it does not arrive within
/// the time limit or a link on the way is down. Called by an actor.
bool message_arrives(simgrid::s4u::Host* from, simgrid::s4u::Host* to, double limit_s,
                     double bytes = message_bytes);

/// Sends a short order; when the network does not carry it, somebody calls by telephone after a
/// while. Called by an actor.
void deliver(simgrid::s4u::Host* from, simgrid::s4u::Host* to);

}  // namespace sim
