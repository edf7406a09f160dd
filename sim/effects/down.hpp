#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Units of components are lost, and come back.
template <>
class AtWork<scenarios::Down> : public NoSources {
public:
  explicit AtWork(const Parts& parts)
      : world_(parts.world), infrastructure_(parts.infrastructure) {}

  void begin(const scenarios::Down& effect) {
    for (const auto component : effect.components)
      infrastructure_.lose_units(component, units(effect, component));
  }
  void end(const scenarios::Down& effect) {
    for (const auto component : effect.components)
      infrastructure_.return_units(component, units(effect, component));
  }

private:
  int units(const scenarios::Down& effect, models::Id<models::Component> component) const {
    return effect.units.value_or(world_.components[component].n);
  }

  const models::World& world_;
  Infrastructure& infrastructure_;
};

}  // namespace sim
