#include "sim/effects/reduction.hpp"

#include <cmath>

namespace sim {

using scenarios::Reduction;

void AtWork<Reduction>::begin(const Reduction& effect) {
  if (at_work_.empty())
    exchange_.detours().add(*this);
  at_work_.push_back({&effect, exchange_.now_s()});
}

void AtWork<Reduction>::end(const Reduction& effect) {
  std::erase_if(at_work_, [&](const Since& row) { return row.effect == &effect; });
  if (at_work_.empty())
    exchange_.detours().remove(*this);
}

bool AtWork<Reduction>::deters(const Call& call, double u) const {
  if (call.urgent)
    return false;
  double stays = 1;
  for (const auto& [effect, since_s] : at_work_) {
    if (!hits(effect->regions, {call.region}))
      continue;
    const double lasts_s = exchange_.now_s() - since_s;
    stays *= 1 - effect->share * (effect->tau_s > 0 ? -std::expm1(-lasts_s / effect->tau_s) : 1.0);
  }
  return u < 1 - stays;
}

}  // namespace sim
