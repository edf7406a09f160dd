#include "scenarios/effects/touched.hpp"

#include <algorithm>
#include <variant>

namespace scenarios {

namespace {

using models::AgentGroup;
using models::Centre;
using models::Component;
using models::Needs;
using models::Region;
using models::Stage;
using models::World;

/// What hangs on these components, however indirectly, and they themselves.
class Dependents {
public:
  Dependents(const World& world, const std::vector<Id<Component>>& lost)
      : on_(world.components.size()) {
    for (const auto component : lost)
      on_[component] = 1;
    for (bool growing = true; growing;) {
      growing = false;
      for (const auto id : world.components.ids()) {
        const Component& row = world.components[id];
        if (!on_[id] && (hang(row.needs) || (row.standby && on_[row.standby->primary]))) {
          on_[id] = 1;
          growing = true;
        }
      }
    }
  }
  bool has(Id<Component> component) const { return component && on_[component]; }
  bool hang(const Needs& needs) const {
    return has(needs.component) ||
           std::ranges::any_of(needs.of, [this](const Needs& part) { return hang(part); });
  }

private:
  models::Table<Component, std::uint8_t> on_;
};

/// Collects cells, effect by effect.
class Touched {
public:
  explicit Touched(const World& world)
      : world_(world), cells_(world.regions.size() * world.disciplines.size()) {}

  std::vector<std::uint32_t> cells() && { return std::move(cells_); }

  void operator()(const Down& effect) { components(effect.components); }
  void operator()(const Blocking& effect) { components({effect.component}); }
  void operator()(const SlowerHandling& effect) { groups(effect.groups); }
  void operator()(const Reregistration& effect) {
    components({effect.component});
    groups(effect.groups);
  }
  void operator()(const NoSignal& effect) { regions(effect.regions); }
  void operator()(const CampOn& effect) { regions(effect.regions); }
  void operator()(const Evacuate& effect) { centres(effect.centres); }
  void operator()(const Staffing& effect) { groups(effect.groups); }
  void operator()(const NoCallIn& effect) { groups(effect.groups); }
  void operator()(const Surge& effect) { regions(effect.regions); }
  void operator()(const Reduction& effect) { regions(effect.regions); }
  /// A channel is another way.
  void operator()(const OpenChannel&) {}
  void operator()(const NoTakeover& effect) { centres(effect.centres); }
  void operator()(const Lines& effect) { centres(effect.centres); }
  void operator()(const Latency& effect) {
    for (const auto centre : effect.centres)
      served_by(centre, effect.stage);
  }
  void operator()(const Misroute& effect) { centres(effect.centres); }
  void operator()(const Corrupt& effect) { centres(effect.centres); }
  void operator()(const Flood&) { regions(world_.regions.ids()); }
  void operator()(const DelayTakeover& effect) { centres(effect.centres); }
  void operator()(const TakeoverFails& effect) {
    centres(effect.centres);
    components(effect.makes_worse);
  }
  void operator()(const StaleNumbers& effect) { centres(effect.centres); }
  void operator()(const NetworkFlood& effect) {
    centres(effect.hub ? world_.centres.ids() : effect.centres);
  }
  void operator()(const PlannedTakeover& effect) { centres({effect.centre}); }

private:
  template <class Serves>
  void where(Serves serves) {
    for (const auto stage : world_.stages.ids())
      for (const auto region : world_.regions.ids())
        for (const auto discipline : world_.disciplines.ids())
          if (world_.disciplines[discipline].modelled &&
              serves(world_.route(stage, region, discipline)))
            cells_[region.index * world_.disciplines.size() + discipline.index] = 1;
  }
  void groups(const std::vector<Id<AgentGroup>>& hit) {
    where([&](Id<AgentGroup> group) { return std::ranges::find(hit, group) != hit.end(); });
  }
  void centres(const std::vector<Id<Centre>>& hit) {
    where([&](Id<AgentGroup> group) {
      return std::ranges::find(hit, world_.groups[group].centre) != hit.end();
    });
  }
  void served_by(Id<Centre> centre, Id<Stage> stage) {
    where([&](Id<AgentGroup> group) {
      return world_.groups[group].centre == centre && world_.groups[group].stage == stage;
    });
  }
  void regions(const std::vector<Id<Region>>& hit) {
    for (const auto region : hit)
      for (const auto discipline : world_.disciplines.ids())
        if (world_.disciplines[discipline].modelled)
          cells_[region.index * world_.disciplines.size() + discipline.index] = 1;
  }
  void components(const std::vector<Id<Component>>& hit) {
    const Dependents dependents(world_, hit);
    for (const auto& at : world_.functions_at)
      if (dependents.hang(at.needs))
        served_by(at.centre, world_.functions[at.function].stage);
    if (world_.network.access.empty())
      return;
    for (const auto centre : world_.centres.ids())
      if (dependents.has(world_.network.access[centre]))
        centres({centre});
  }

  const World& world_;
  std::vector<std::uint32_t> cells_;
};

}  // namespace

std::vector<std::uint32_t> touched_cells(const World& world, const Scenario& scenario) {
  Touched touched(world);
  for (const Threat& threat : scenario.threats)
    for (const Effect& effect : threat.effects)
      if (!threat.background && !threat.decision)
        std::visit(touched, effect.what);
  return std::move(touched).cells();
}

}  // namespace scenarios
