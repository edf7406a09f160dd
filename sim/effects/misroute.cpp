#include "sim/effects/misroute.hpp"

namespace sim {

using scenarios::Misroute;

std::array<double, 4> AtWork<Misroute>::draw(const Call& call) const {
  return models::uniforms(key_, models::Purpose::misroute,
                          subject_of(call, call.attempt * 256u + call.stage));
}

std::optional<double> AtWork<Misroute>::leads_astray(const Call& call) const {
  const auto u = draw(call);
  for (const auto* effect : at_work())
    if (hits(effect->centres, home_of(world_, call)) && u[0] < effect->probability)
      return u[1];
  return {};
}

std::optional<double> AtWork<Misroute>::found_out_s(const Call& call) const {
  for (const auto* effect : at_work())
    if (hits(effect->centres, home_of(world_, call)))
      return models::quantile(effect->delay_s, draw(call)[2]);
  return {};
}

}  // namespace sim
