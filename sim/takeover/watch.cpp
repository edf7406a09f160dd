#include "sim/takeover/watch.hpp"

#include <cmath>

#include "sim/systems/clock.hpp"

namespace sim {

using results::CourseKind;

void Watch::operator()() {
  const double period_s = on_grid(heartbeat_.period_s);
  int missed = 0;
  while (missed < heartbeat_.misses) {
    const double beats = std::floor(desk_.now_s() / period_s);
    sleep_for((beats + 1) * period_s - desk_.now_s());
    if (desk_.beat_arrives(centre_)) {
      if (!desk_.lost(centre_))
        return desk_.end_watch(centre_);
      missed = 0;
      continue;
    }
    ++missed;
    log_.note(CourseKind::heartbeat_missed, centre_, 0, missed);
  }
  log_.note(CourseKind::alarm, centre_);
  desk_.raise_alarm(centre_);
}

}  // namespace sim
