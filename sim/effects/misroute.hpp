#pragma once

#include <array>

#include "sim/effects/at_work.hpp"

namespace sim {

/// Calls land at another centre's first, decided once per attempt and stage.
template <>
class AtWork<scenarios::Misroute> : public ListedDetour<scenarios::Misroute> {
public:
  explicit AtWork(const Parts& parts) : ListedDetour(parts), world_(parts.world), key_(parts.key) {}

  std::optional<double> leads_astray(const Call& call) const override;
  std::optional<double> found_out_s(const Call& call) const override;

private:
  std::array<double, 4> draw(const Call& call) const;

  const models::World& world_;
  models::ReplicationKey key_;
};

}  // namespace sim
