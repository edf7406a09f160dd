#include "sim/effects/strikes.hpp"

#include <simgrid/s4u.hpp>

namespace sim {

void Strikes::operator()() {
  for (const scenarios::Strike& strike : strikes_) {
    simgrid::s4u::this_actor::sleep_until(strike.at_s);
    course_.note(results::CourseKind::threat_strikes, strike.effect, 0, strike.duration_s);
  }
}

}  // namespace sim
