#pragma once

#include "models/world/world.hpp"
#include "sim/takeover/episode_log.hpp"
#include "sim/takeover/takeover_desk.hpp"

namespace sim {

/// The monitor at the hub, as an actor. While all is well it sleeps for nothing; from the moment
/// that a centre is lost it plays the heartbeats in the phase that they would have had all along.
class Watch {
public:
  Watch(TakeoverDesk& desk, EpisodeLog& log, const models::Takeover::Heartbeat& heartbeat,
        models::Id<models::Centre> centre)
      : desk_(desk), log_(log), heartbeat_(heartbeat), centre_(centre) {}

  void operator()();

private:
  TakeoverDesk& desk_;
  EpisodeLog& log_;
  const models::Takeover::Heartbeat& heartbeat_;
  models::Id<models::Centre> centre_;
};

}  // namespace sim
