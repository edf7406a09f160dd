#pragma once

#include "scenarios/scenario.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/systems/shared_wires.hpp"

namespace sim {

/// Lets the demand go on until everybody of the window has had an answer or given up, for the
/// drain at most; then sends everybody home. An actor.
class ClosingTime {
public:
  ClosingTime(const CallExchange& exchange, SharedWires& wires, const scenarios::Window& window)
      : exchange_(exchange), wires_(wires), window_(window) {}

  void operator()();

private:
  const CallExchange& exchange_;
  SharedWires& wires_;
  scenarios::Window window_;
};

}  // namespace sim
