#include "scenarios/threats/target_share.hpp"

#include <algorithm>

namespace scenarios {

std::vector<std::string> meldkamers_of(const models::World& world) {
  std::vector<std::string> out;
  for (const auto id : world.centres.ids())
    if (std::any_of(world.regions.begin(), world.regions.end(),
                    [&](const models::Region& region) { return region.centre == id; }))
      out.push_back(world.centres[id].id);
  return out;
}

std::vector<std::string> targets_of(const CatalogueThreat& threat,
                                    const std::vector<std::string>& meldkamers) {
  return threat.target == "random:1" ? meldkamers : std::vector<std::string>{threat.target};
}

std::optional<double> target_share(const AimedThreat& aimed,
                                   const std::vector<std::string>& meldkamers) {
  if (aimed.target == aimed.threat.target)
    return 1;
  const auto targets = targets_of(aimed.threat, meldkamers);
  if (std::find(targets.begin(), targets.end(), aimed.target) == targets.end())
    return {};
  return 1.0 / static_cast<double>(targets.size());
}

}  // namespace scenarios
