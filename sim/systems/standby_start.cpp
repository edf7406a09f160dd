#include "sim/systems/standby_start.hpp"

#include <simgrid/s4u.hpp>

namespace sim {

void StandbyStart::operator()() {
  simgrid::s4u::this_actor::sleep_for(start_s_);
  infrastructure_.standby_ready(component_, number_);
}

}  // namespace sim
