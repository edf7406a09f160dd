#include "sim/replications/run_study.hpp"

#include "sim/calls/fact_shape.hpp"
#include "sim/replications/dimension_names.hpp"

namespace sim {

namespace {

template <class Table>
std::vector<std::string> ids(const Table& table) {
  std::vector<std::string> names;
  for (const auto& row : table)
    names.push_back(row.id);
  return names;
}

}  // namespace

results::Dimensions dimensions_of(const models::World& world, const scenarios::Scenario& scenario) {
  results::Dimensions dimensions;
  dimensions.regions = ids(world.regions);
  dimensions.disciplines = ids(world.disciplines);
  dimensions.centres = ids(world.centres);
  dimensions.stages = ids(world.stages);
  dimensions.groups = ids(world.groups);
  dimensions.components = ids(world.components);
  dimensions.channels = ids(world.callers.channels);
  dimensions.kinds = ids(world.kinds);
  dimensions.other_work = ids(world.demand.other_work);
  for (const auto& threat : scenario.threats)
    for (const auto& effect : threat.effects)
      dimensions.effects.push_back(effect.id);
  dimensions.places = places_of(world);
  double people = 0;
  for (const auto& region : world.regions)
    people += region.population;
  for (const auto& region : world.regions) {
    dimensions.region_centre.push_back(region.centre.index);
    dimensions.region_share.push_back(people > 0 ? region.population / people : 0);
  }
  for (const auto& group : world.groups) {
    dimensions.group_stage.push_back(group.stage.index);
    dimensions.group_centre.push_back(group.centre.index);
  }
  for (const auto& discipline : world.disciplines)
    dimensions.discipline_modelled.push_back(discipline.modelled);
  describe(dimensions, world);
  const auto shape = timeline_shape(scenario.window);
  dimensions.timeline_bins = shape.bins;
  dimensions.timeline_bin_s = shape.bin_s;
  return dimensions;
}

}  // namespace sim
