#include "sim/systems/clock.hpp"

#include <simgrid/s4u.hpp>

#include <cmath>

namespace sim {

namespace sg = simgrid::s4u;

double on_grid(double s) {
  return std::ceil(s / grid_s) * grid_s;
}

void sleep_for(double s) {
  sg::this_actor::sleep_for(on_grid(s));
}

double Clock::now_s() const {
  return sg::Engine::get_clock() - begins_s_;
}

void Clock::sleep_until(double t_s) const {
  sg::this_actor::sleep_until(begins_s_ + on_grid(t_s));
}

}  // namespace sim
