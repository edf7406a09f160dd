#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Switching a takeover takes longer.
template <>
class AtWork<scenarios::DelayTakeover> : public Listed<scenarios::DelayTakeover> {
public:
  explicit AtWork(const Parts&) {}

  /// Added to one attempt to switch; `u` is the attempt's uniform for it.
  double delay_s(models::Id<models::Centre> centre, double u) const {
    double sum = 0;
    for (const auto* effect : at_work())
      if (hits(effect->centres, centre))
        sum += models::quantile(effect->delay_s, u);
    return sum;
  }
};

}  // namespace sim
