#include "sim/people/shifts.hpp"

#include <simgrid/s4u.hpp>

#include <cmath>

namespace sim {

namespace sg = simgrid::s4u;

void ShiftChanges::operator()() {
  for (;;) {
    staff_.follow_rosters(in_takeover_);
    const double next_s = staff_.next_step_s(sg::Engine::get_clock());
    if (std::isinf(next_s))
      return;
    sg::this_actor::sleep_until(next_s);
  }
}

void Wallboard::operator()() {
  constexpr double look_s = 60;
  for (;;) {
    sg::this_actor::sleep_for(look_s);
    staff_.look_at_wallboard();
  }
}

}  // namespace sim
