#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Attempts to switch fail, and the first that does takes components down until the effect ends.
template <>
class AtWork<scenarios::TakeoverFails> : public NoSources {
public:
  explicit AtWork(const Parts& parts)
      : world_(parts.world), infrastructure_(parts.infrastructure) {}

  void begin(const scenarios::TakeoverFails& effect) { at_work_.push_back({&effect}); }
  void end(const scenarios::TakeoverFails& effect);
  /// The probability that a switch fails, the world's unless an effect says more.
  double probability(models::Id<models::Centre> centre, double normally) const;
  /// A switch has failed.
  void note_failure(models::Id<models::Centre> centre);

private:
  struct Failing {
    const scenarios::TakeoverFails* effect;
    bool made_worse = false;
  };

  const models::World& world_;
  Infrastructure& infrastructure_;
  std::vector<Failing> at_work_;
};

}  // namespace sim
