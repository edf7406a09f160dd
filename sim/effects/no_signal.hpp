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
    const double signal = has_signal({call.region});
    return signal < 1 &&
           models::uniform(key_, models::Purpose::no_signal, subject_of(call, 0)) >= signal;
  }
  double blocked_share(models::Id<models::Region> region) const override {
    return 1 - has_signal(region);
  }

private:
  double has_signal(models::Id<models::Region> region) const {
    double share = 1;
    for (const auto* effect : at_work())
      if (hits(effect->regions, region))
        share *= 1 - effect->share;
    return share;
  }

  models::ReplicationKey key_;
};

}  // namespace sim
