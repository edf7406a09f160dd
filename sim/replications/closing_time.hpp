#pragma once

#include "scenarios/scenario.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/systems/clock.hpp"
#include "sim/systems/shared_wires.hpp"

namespace sim {

/// Lets the demand go on until everybody of the window has had an answer or given up, for the
/// drain at most; then sends everybody home. An actor. The others act for the last time just before
/// closing time, so that nothing happens at that instant but closing the books: no effect "to the
/// end" is lifted, nobody comes on duty, and no queue is answered.
class ClosingTime {
public:
  /// `closes_s` is told when the books close, in seconds since start.
  ClosingTime(const CallExchange& exchange, SharedWires& wires, const Clock& clock,
              const scenarios::Window& window, double& closes_s)
      : exchange_(exchange), wires_(wires), clock_(clock), window_(window), closes_s_(closes_s) {}

  void operator()();

private:
  const CallExchange& exchange_;
  SharedWires& wires_;
  Clock clock_;
  scenarios::Window window_;
  double& closes_s_;
};

}  // namespace sim
