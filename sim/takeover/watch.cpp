#include "sim/takeover/watch.hpp"

#include <simgrid/s4u.hpp>

#include <cmath>

namespace sim {

namespace sg = simgrid::s4u;
using results::CourseKind;

void Watch::operator()() {
  int missed = 0;
  while (missed < heartbeat_.misses) {
    const double beats = std::floor(sg::Engine::get_clock() / heartbeat_.period_s);
    sg::this_actor::sleep_until((beats + 1) * heartbeat_.period_s);
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
