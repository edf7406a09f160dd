#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Data flood the links that voice and pictures share.
template <>
class AtWork<scenarios::NetworkFlood> : public NoSources {
public:
  explicit AtWork(const Parts& parts) : wires_(parts.wires) {}

  void begin(const scenarios::NetworkFlood& effect) { wires_.begin(effect); }
  void end(const scenarios::NetworkFlood& effect) { wires_.end(effect); }

private:
  SharedWires& wires_;
};

}  // namespace sim
