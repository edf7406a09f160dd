#pragma once

#include <cstdint>

#include "models/world/world.hpp"
#include "sim/systems/infrastructure.hpp"

namespace sim {

/// A cold standby on its way to running, as an actor.
class StandbyStart {
public:
  StandbyStart(Infrastructure& infrastructure, models::Id<models::Component> component,
               std::uint32_t number, double start_s)
      : infrastructure_(infrastructure),
        component_(component),
        number_(number),
        start_s_(start_s) {}

  void operator()();

private:
  Infrastructure& infrastructure_;
  models::Id<models::Component> component_;
  std::uint32_t number_;
  double start_s_;
};

}  // namespace sim
