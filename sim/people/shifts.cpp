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

void Wallboard::operator()() {
  constexpr double look_s = 60;
  for (;;) {
    sleep_for(look_s);
    staff_.look_at_wallboard();
  }
}

}  // namespace sim
