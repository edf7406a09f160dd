#include "sim/effects/disturbances.hpp"

namespace sim {

std::vector<Source> sources_of(const models::World& world, const models::ReplicationKey& key,
                               const std::vector<DrawnEffect>& effects) {
  std::vector<Source> out;
  for (const DrawnEffect& drawn : effects)
    std::visit(
        [&]<class Effect>(const Effect& effect) {
          const auto sources = AtWork<Effect>::sources({world, key, drawn}, effect);
          out.insert(out.end(), sources.begin(), sources.end());
        },
        drawn.effect->what);
  return out;
}

std::vector<const scenarios::NetworkFlood*> floods_of(const std::vector<DrawnEffect>& effects) {
  std::vector<const scenarios::NetworkFlood*> out;
  for (const DrawnEffect& drawn : effects)
    if (const auto* flood = std::get_if<scenarios::NetworkFlood>(&drawn.effect->what))
      out.push_back(flood);
  return out;
}

}  // namespace sim
