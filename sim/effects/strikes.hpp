#pragma once

#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/calls/course.hpp"

namespace sim {

/// Says when the events of a year begin, as an actor.
class Strikes {
public:
  Strikes(const std::vector<scenarios::Strike>& strikes, Course& course)
      : strikes_(strikes), course_(course) {}

  void operator()();

private:
  const std::vector<scenarios::Strike>& strikes_;
  Course& course_;
};

}  // namespace sim
