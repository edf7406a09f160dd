#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// The way into a stage takes longer.
template <>
class AtWork<scenarios::Latency> : public ListedDetour<scenarios::Latency> {
public:
  explicit AtWork(const Parts& parts) : ListedDetour(parts), world_(parts.world) {}

  double way_s(const Call& call, double u, double normally_s) const override {
    double way_s = normally_s;
    for (const auto* effect : at_work())
      if (effect->stage.index == call.stage && hits(effect->centres, home_of(world_, call)))
        way_s += models::quantile(effect->delay_s, u);
    return way_s;
  }

private:
  const models::World& world_;
};

}  // namespace sim
