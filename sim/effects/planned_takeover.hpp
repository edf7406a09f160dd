#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// An announced takeover, without an episode.
template <>
class AtWork<scenarios::PlannedTakeover> : public NoSources {
public:
  explicit AtWork(const Parts& parts)
      : exchange_(parts.exchange), infrastructure_(parts.infrastructure) {}

  void begin(const scenarios::PlannedTakeover& effect) {
    exchange_.redirect(effect.centre, {{effect.partner, 1.0, true}});
  }
  /// A centre that is lost at that time stays with whoever answers for it.
  void end(const scenarios::PlannedTakeover& effect) {
    if (infrastructure_.centre_answers(effect.centre))
      exchange_.redirect(effect.centre, {});
  }

private:
  CallExchange& exchange_;
  Infrastructure& infrastructure_;
};

}  // namespace sim
