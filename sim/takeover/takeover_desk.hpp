#pragma once

#include <optional>

#include "models/random_stream.hpp"
#include "models/world.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/calls/course.hpp"
#include "sim/effects/disturbances.hpp"
#include "sim/people/staff_desk.hpp"
#include "sim/systems/infrastructure.hpp"
#include "sim/systems/places.hpp"

namespace sim {

/// What the actors of a takeover share: who is watched, who is being taken over, and the tools.
struct TakeoverDesk {
  const models::World& world;
  models::ReplicationKey key;
  CallExchange& exchange;
  Infrastructure& infrastructure;
  StaffDesk& staff;
  Disturbances& disturbances;
  const Places& places;
  SharedWires& wires;
  Bell& bell;  ///< rings when a centre is lost or back
  Course& course;
  results::Facts& facts;

  models::Table<models::Centre, std::uint8_t> watched, in_takeover;
  models::Table<models::Centre, std::uint64_t> episodes;
  models::Table<models::Centre, double> lost_at_s;

  /// The episode that goes on: its row in the facts once it is written, and the calls that others
  /// had answered before it.
  struct Open {
    std::optional<std::size_t> row;
    std::uint32_t answered_before = 0;
  };
  models::Table<models::Centre, Open> open;
};

/// A centre lost its takeover functions: puts a watch on it, unless somebody is on it already.
/// Called from an actor.
void centre_lost(TakeoverDesk& desk, models::Id<models::Centre> centre);

/// Data on the way to the centre may keep its heartbeats from arriving: puts a watch on it until
/// one arrives; while no other flow begins, all of them will. Called from an actor.
void centre_flooded(TakeoverDesk& desk, models::Id<models::Centre> centre);

/// Counts the calls answered so far in episodes that the end of the run cuts off.
void count_open_episodes(TakeoverDesk& desk);

}  // namespace sim
