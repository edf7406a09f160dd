#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Data are wrong: a dispatch is found out after a while and done again.
template <>
class AtWork<scenarios::Corrupt> : public ListedDetour<scenarios::Corrupt> {
public:
  explicit AtWork(const Parts& parts) : ListedDetour(parts), world_(parts.world), key_(parts.key) {}

  std::optional<double> comes_back_s(const Call& call) const override {
    const auto u = models::uniforms(key_, models::Purpose::wrong_address, subject_of(call, 1));
    for (const auto* effect : at_work())
      if (hits(effect->centres, home_of(world_, call)) && u[0] < effect->probability)
        return models::quantile(effect->found_after_s, u[1]);
    return {};
  }

private:
  const models::World& world_;
  models::ReplicationKey key_;
};

}  // namespace sim
