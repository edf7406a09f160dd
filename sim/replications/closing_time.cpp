#include "sim/replications/closing_time.hpp"

#include <simgrid/s4u.hpp>

#include <algorithm>

namespace sim {

namespace sg = simgrid::s4u;

namespace {

constexpr double look_s = 60;
constexpr double before_s = 4e-3;  // more than the wires need to close

/// Sleeps until nobody is left of a window that has just ended, for the drain at most; when its
/// books close.
template <class Left>
double drained_s(const Clock& clock, double end_s, double drain_s, const Left& left) {
  double closes_s = end_s;
  while (left() > 0 && closes_s < end_s + drain_s) {
    closes_s = std::min(end_s + drain_s, closes_s + look_s);
    clock.sleep_until(closes_s - before_s);
  }
  return closes_s;
}

}  // namespace

void ClosingTime::operator()() {
  clock_.sleep_until(window_.end_s - before_s);
  closes_s_ = drained_s(clock_, window_.end_s, window_.drain_s,
                        [this] { return exchange_.open_measured(); });
  wires_.close();
  sg::Actor::kill_all();
}

void EarlierEnd::operator()() {
  clock_.sleep_until(end_s_ - before_s);
  EndedWindow& window = exchange_.end_window(end_s_);
  window.closes_s =
      drained_s(clock_, end_s_, drain_s_, [&window] { return window.books().open(); });
}

}  // namespace sim
