#include <algorithm>

#include <fmt/format.h>

#include "models/world/draft.hpp"

namespace models {

Id<Centre> national_centre(const World& world, Id<Stage> stage) {
  Id<Centre> only;
  for (const AgentGroup& group : world.groups) {
    if (group.stage != stage || group.centre == only)
      continue;
    if (only)
      return {};
    only = group.centre;
  }
  return only;
}

namespace {

bool serves(const World& world, const AgentGroup& group, Id<Stage> stage,
            Id<Discipline> discipline) {
  const auto& disciplines = world.roles[group.role].disciplines;
  return group.stage == stage &&
         std::find(disciplines.begin(), disciplines.end(), discipline) != disciplines.end();
}

Id<AgentGroup> group_for(const World& world, Id<Centre> centre, Id<Stage> stage,
                         Id<Discipline> discipline) {
  for (const auto id : world.groups.ids())
    if (world.groups[id].centre == centre && serves(world, world.groups[id], stage, discipline))
      return id;
  return {};
}

/// A region without a meldkamer of its own belongs to the one that takes the last call stage.
void settle_regions(World& world) {
  Id<Centre> last;
  for (const auto stage : world.stages.ids())
    if (world.stages[stage].caller_on_line)
      last = national_centre(world, stage);
  for (Region& region : world.regions)
    if (!region.centre)
      region.centre = last;
}

void route_stage(Id<Stage> stage, Draft& draft, Reading& reading) {
  World& world = draft.world;
  const Id<Centre> national = national_centre(world, stage);
  for (const auto region : world.regions.ids()) {
    const Id<Centre> centre = national ? national : world.regions[region].centre;
    for (const auto discipline : world.disciplines.ids()) {
      const Id<AgentGroup> group =
          centre ? group_for(world, centre, stage, discipline) : Id<AgentGroup>{};
      world.routing.push_back(group);
      if (!group && centre && world.disciplines[discipline].modelled)
        reading.problems.add(draft.centre_marks[centre],
                             fmt::format("{} has nobody on its roster for stage {} and "
                                         "discipline {}",
                                         world.centres[centre].id, world.stages[stage].id,
                                         world.disciplines[discipline].id));
    }
  }
}

bool has_groups(const World& world, Id<Stage> stage) {
  return std::any_of(world.groups.begin(), world.groups.end(),
                     [&](const AgentGroup& group) { return group.stage == stage; });
}

}  // namespace

void route(Draft& draft, Reading& reading) {
  settle_regions(draft.world);
  for (const auto stage : draft.world.stages.ids()) {
    if (!has_groups(draft.world, stage))
      reading.problems.add(
          draft.stage_marks[stage],
          fmt::format("no meldkamer has a role for stage {}", draft.world.stages[stage].id));
    route_stage(stage, draft, reading);
  }
}

}  // namespace models
