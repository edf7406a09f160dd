#include "sim/effects/strikes.hpp"

namespace sim {

void Strikes::operator()() {
  for (const scenarios::Strike& strike : strikes_) {
    clock_.sleep_until(strike.at_s);
    course_.note(results::CourseKind::threat_strikes, strike.effect, 0, strike.duration_s);
  }
}

}  // namespace sim
