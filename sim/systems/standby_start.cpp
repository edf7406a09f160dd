#include "sim/systems/standby_start.hpp"

#include "sim/systems/clock.hpp"

namespace sim {

void StandbyStart::operator()() {
  sleep_for(start_s_);
  infrastructure_.standby_ready(component_, number_);
}

}  // namespace sim
