#include "sim/replications/closing_time.hpp"

#include <simgrid/s4u.hpp>

#include <algorithm>

namespace sim {

namespace sg = simgrid::s4u;

void ClosingTime::operator()() {
  constexpr double look_s = 60;
  sg::this_actor::sleep_until(window_.end_s);
  const double last_s = window_.end_s + window_.drain_s;
  while (exchange_.open_measured() > 0 && sg::Engine::get_clock() < last_s)
    sg::this_actor::sleep_until(std::min(last_s, sg::Engine::get_clock() + look_s));
  wires_.close();
  sg::Actor::kill_all();
}

}  // namespace sim
