#include "models/graph/dependency_graph_state.hpp"

#include <algorithm>
#include <set>

namespace models {
namespace {

bool is_cold(const Component& component) {
  return component.standby && quantile(component.standby->start_s, 0.999) > 0;
}

void reach(const World& world, const Needs& needs, std::set<Id<Component>>& out) {
  if (needs.component && out.insert(needs.component).second)
    reach(world, world.components[needs.component].needs, out);
  for (const Needs& part : needs.of)
    reach(world, part, out);
}

}  // namespace

Working what_works(const World& world, const std::vector<Id<Component>>& lost,
                   ColdStandbys standbys) {
  Working out(world.components.size(), 1);
  for (const auto id : lost)
    out[id] = 0;
  if (standbys == ColdStandbys::off)
    for (const auto id : world.components.ids())
      if (is_cold(world.components[id]))
        out[id] = 0;
  for (bool falling = true; falling;) {
    falling = false;
    for (const auto id : world.components.ids())
      if (out[id] && !met(world.components[id].needs, out)) {
        out[id] = 0;
        falling = true;
      }
  }
  return out;
}

bool met(const Needs& needs, const Working& working) {
  if (needs.component)
    return working[needs.component];
  return std::count_if(needs.of.begin(), needs.of.end(),
                       [&](const Needs& part) { return met(part, working); }) >= needs.k;
}

std::vector<std::size_t> functions_lost(const World& world, const Working& working) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < world.functions_at.size(); ++i)
    if (!met(world.functions_at[i].needs, working))
      out.push_back(i);
  return out;
}

std::vector<Id<Component>> reached_by(const World& world, const Needs& needs) {
  std::set<Id<Component>> out;
  reach(world, needs, out);
  return {out.begin(), out.end()};
}

}  // namespace models
