#include "sim/effects/drawn_effects.hpp"

#include <algorithm>

namespace sim {

std::vector<DrawnEffect> draw_effects(const scenarios::Scenario& scenario,
                                      const models::ReplicationKey& key, bool twin) {
  std::vector<DrawnEffect> drawn;
  const double horizon_s = scenario.window.end_s + scenario.window.drain_s;
  for (const auto& threat : scenario.threats) {
    if (twin && !threat.background)
      continue;
    for (const auto& effect : threat.effects) {
      const double u =
          models::uniform(key, models::Purpose::effect, {models::name_of(effect.id), 0, 0});
      const double until_s =
          effect.to_the_end ? horizon_s : effect.from_s + models::quantile(effect.duration_s, u);
      drawn.push_back({&effect, effect.from_s, std::min(until_s, horizon_s), threat.background});
    }
  }
  return drawn;
}

}  // namespace sim
