#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// A grey failure: a share of what passes the component is blocked.
template <>
class AtWork<scenarios::Blocking> : public NoSources {
public:
  explicit AtWork(const Parts& parts) : infrastructure_(parts.infrastructure) {}

  void begin(const scenarios::Blocking& effect) {
    infrastructure_.add_blocking(effect.component, silent(effect), effect.probability);
  }
  void end(const scenarios::Blocking& effect) {
    infrastructure_.remove_blocking(effect.component, silent(effect), effect.probability);
  }

private:
  static Infrastructure::Silent silent(const scenarios::Blocking& effect) {
    return effect.per_caller ? Infrastructure::Silent::callers : Infrastructure::Silent::attempts;
  }

  Infrastructure& infrastructure_;
};

/// What is left of the effect when it has declined to this strength.
inline scenarios::Blocking weaker(scenarios::Blocking effect, double strength) {
  effect.probability *= strength;
  return effect;
}

}  // namespace sim
