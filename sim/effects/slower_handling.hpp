#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Work takes longer meanwhile.
template <>
class AtWork<scenarios::SlowerHandling> : public NoSources {
public:
  explicit AtWork(const Parts& parts)
      : exchange_(parts.exchange), factors_(parts.world.groups.size()) {}

  void begin(const scenarios::SlowerHandling& effect) {
    for (const auto group : effect.groups) {
      factors_[group].add(effect.factor);
      exchange_.set_slower(group, factors_[group].product());
    }
  }
  void end(const scenarios::SlowerHandling& effect) {
    for (const auto group : effect.groups) {
      factors_[group].remove(effect.factor);
      exchange_.set_slower(group, factors_[group].product());
    }
  }

private:
  CallExchange& exchange_;
  models::Table<models::AgentGroup, Factors> factors_;
};

/// What is left of the effect when it has declined to this strength.
inline scenarios::SlowerHandling weaker(scenarios::SlowerHandling effect, double strength) {
  effect.factor = 1 + (effect.factor - 1) * strength;
  return effect;
}

}  // namespace sim
