#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// No takeover can be started.
template <>
class AtWork<scenarios::NoTakeover> : public Listed<scenarios::NoTakeover> {
public:
  explicit AtWork(const Parts&) {}

  bool stops(models::Id<models::Centre> centre) const {
    return std::ranges::any_of(at_work(),
                               [&](const auto* effect) { return hits(effect->centres, centre); });
  }
};

}  // namespace sim
