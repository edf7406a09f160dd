#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Centres have only a share of their lines left.
template <>
class AtWork<scenarios::Lines> : public NoSources {
public:
  explicit AtWork(const Parts& parts)
      : exchange_(parts.exchange), shares_(parts.world.centres.size()) {}

  void begin(const scenarios::Lines& effect) {
    for (const auto centre : effect.centres) {
      shares_[centre].add(effect.share);
      exchange_.set_lines_share(centre, shares_[centre].product());
    }
  }
  void end(const scenarios::Lines& effect) {
    for (const auto centre : effect.centres) {
      shares_[centre].remove(effect.share);
      exchange_.set_lines_share(centre, shares_[centre].product());
    }
  }

private:
  CallExchange& exchange_;
  models::Table<models::Centre, Factors> shares_;
};

}  // namespace sim
