#include "sim/replications/closing_time.hpp"

#include <simgrid/s4u.hpp>

#include <algorithm>

namespace sim {

namespace sg = simgrid::s4u;

namespace {

constexpr double look_s = 60;
constexpr double before_s = 4e-3;  // more than the wires need to close

}  // namespace

void ClosingTime::operator()() {
  const double last_s = window_.end_s + window_.drain_s;
  double closes_s = window_.end_s;
  clock_.sleep_until(closes_s - before_s);
  while (exchange_.open_measured() > 0 && closes_s < last_s) {
    closes_s = std::min(last_s, closes_s + look_s);
    clock_.sleep_until(closes_s - before_s);
  }
  closes_s_ = closes_s;
  wires_.close();
  sg::Actor::kill_all();
}

}  // namespace sim
