#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// A share of the callers reaches the first answer over another network, which takes longer.
template <>
class AtWork<scenarios::CampOn> : public ListedDetour<scenarios::CampOn> {
public:
  explicit AtWork(const Parts& parts) : ListedDetour(parts), key_(parts.key) {}

  /// Drawn once for each caller: whoever camps on does so at each attempt, and it takes as long.
  double way_s(const Call& call, double, double normally_s) const override {
    if (call.stage > 0)
      return normally_s;
    const auto u = models::uniforms(key_, models::Purpose::no_signal, subject_of(call, 1));
    double way_s = normally_s;
    for (const auto* effect : at_work())
      if (hits(effect->regions, {call.region}) && u[0] < effect->share)
        way_s += models::quantile(effect->delay_s, u[1]);
    return way_s;
  }

private:
  models::ReplicationKey key_;
};

}  // namespace sim
