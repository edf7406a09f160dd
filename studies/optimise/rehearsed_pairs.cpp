#include "studies/optimise/rehearsed_pairs.hpp"

#include <fmt/format.h>

#include "models/takeover/known_pair.hpp"

namespace studies {

models::PartnersOfAll rehearsed_pairs(const std::filesystem::path& folder, const WorldReader& asked,
                                      const models::World& world) {
  const auto rooms = models::centres_taken_over(world);
  std::string all;
  for (const auto home : rooms) {
    all += fmt::format("{}{}: [", all.empty() ? "{" : ", ", world.centres[home].id);
    bool is_first = true;
    for (const auto other : rooms) {
      if (other == home)
        continue;
      all += fmt::format("{}{{to: {}}}", is_first ? "" : ", ", world.centres[other].id);
      is_first = false;
    }
    all += "]";
  }
  std::vector<models::Setting> settings = asked.settings();
  const std::string& plan = world.takeover_plans[world.takeover.plan].id;
  settings.push_back({"takeover_plans." + plan + ".partners", all + "}", {}});
  return models::read_world(folder, settings, asked.overlays()).world.takeover.partners;
}

}  // namespace studies
