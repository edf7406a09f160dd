#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Everybody leaves the building, and comes back.
template <>
class AtWork<scenarios::Evacuate> : public Listed<scenarios::Evacuate> {
public:
  explicit AtWork(const Parts& parts) : infrastructure_(parts.infrastructure) {}

  void begin(const scenarios::Evacuate& effect) {
    Listed::begin(effect);
    for (const auto centre : effect.centres)
      infrastructure_.evacuate(centre, effect.cut_connected);
  }
  void end(const scenarios::Evacuate& effect) {
    for (const auto centre : effect.centres)
      infrastructure_.end_evacuation(centre, effect.cut_connected);
    Listed::end(effect);
  }
  /// Share of the people who work elsewhere, the world's unless an evacuation says otherwise.
  double relocated_share(models::Id<models::Centre> centre, double normally) const {
    for (const auto* effect : at_work())
      if (effect->relocates && hits(effect->centres, centre))
        return *effect->relocates;
    return normally;
  }

private:
  Infrastructure& infrastructure_;
};

}  // namespace sim
