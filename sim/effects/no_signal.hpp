#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// A share of the callers has no signal.
template <>
class AtWork<scenarios::NoSignal> : public ListedDetour<scenarios::NoSignal> {
public:
  explicit AtWork(const Parts& parts) : ListedDetour(parts), key_(parts.key) {}

  /// One uniform for each caller: whoever has no signal keeps having none.
  bool blocks(const Call& call) const override {
    double has_signal = 1;
    for (const auto* effect : at_work())
      if (hits(effect->regions, {call.region}))
        has_signal *= 1 - effect->share;
    return has_signal < 1 &&
           models::uniform(key_, models::Purpose::no_signal, subject_of(call, 0)) >= has_signal;
  }

private:
  models::ReplicationKey key_;
};

}  // namespace sim
