#pragma once

#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/calls/course.hpp"
#include "sim/systems/clock.hpp"

namespace sim {

/// Says when the events of a year begin, as an actor.
class Strikes {
public:
  Strikes(const std::vector<scenarios::Strike>& strikes, Course& course, const Clock& clock)
      : strikes_(strikes), course_(course), clock_(clock) {}

  void operator()();

private:
  const std::vector<scenarios::Strike>& strikes_;
  Course& course_;
  Clock clock_;
};

}  // namespace sim
