#include "sim/people/shifts.hpp"

#include <cmath>

namespace sim {

void ShiftChanges::operator()() {
  for (;;) {
    staff_.follow_rosters(in_takeover_);
    const double next_s = staff_.next_step_s(clock_.now_s());
    if (std::isinf(next_s))
      return;
    clock_.sleep_until(next_s);
  }
}

}  // namespace sim
