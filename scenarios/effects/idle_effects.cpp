#include "scenarios/effects/idle_effects.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "models/graph/dependency_graph_state.hpp"
#include "models/text/read_values.hpp"

namespace scenarios {
namespace {

using models::Component;
using models::World;
using Components = std::set<Id<Component>>;

/// What an effect can reach.
struct Reach {
  const World& world;
  Components passed;  ///< by calls: components that a function of some centre needs
  Components needed;  ///< those, and what other work, channels and links need
  Components fall;    ///< may stop working while the effects last
};

void add_reached(const World& world, const models::Needs& needs, Components& out) {
  const auto found = models::reached_by(world, needs);
  out.insert(found.begin(), found.end());
}

Components passed_by_calls(const World& world) {
  Components out;
  for (const auto& function : world.functions_at)
    add_reached(world, function.needs, out);
  return out;
}

/// Those that calls pass, and what other work, channels and links need.
Components needed_by_anything(const World& world, Components out) {
  for (const auto& work : world.demand.other_work)
    add_reached(world, work.needs, out);
  for (const auto& channel : world.callers.channels)
    add_reached(world, channel.needs, out);
  for (const auto access : world.network.access)
    if (access)
      add_reached(world, {access, 0, {}}, out);
  return out;
}

/// All that some effect stops, and what depends on it. Components may fail by themselves as well.
Components may_fall(const World& world, const Scenario& scenario) {
  std::vector<Id<Component>> lost;
  for (const Threat& threat : scenario.threats)
    for (const Effect& effect : threat.effects) {
      if (const auto* down = std::get_if<Down>(&effect.what))
        lost.insert(lost.end(), down->components.begin(), down->components.end());
      if (const auto* fails = std::get_if<TakeoverFails>(&effect.what))
        lost.insert(lost.end(), fails->makes_worse.begin(), fails->makes_worse.end());
    }
  if (scenario.component_failures)
    lost = world.components.ids();
  const models::Working working = models::what_works(world, lost, models::ColdStandbys::off);
  Components out;
  for (const auto id : world.components.ids())
    if (!working[id])
      out.insert(id);
  return out;
}

bool touches(const std::vector<Id<Component>>& components, const Components& reach) {
  return std::any_of(components.begin(), components.end(),
                     [&](Id<Component> id) { return reach.contains(id); });
}

bool none_has_partner(const World& world, const std::vector<Id<models::Centre>>& centres) {
  return std::all_of(centres.begin(), centres.end(), [&](Id<models::Centre> centre) {
    return world.takeover.partners[centre].empty();
  });
}

constexpr const char* no_takeover_there = "none of these meldkamers has a partner to take over";
constexpr const char* nobody_needs = "nothing that is simulated needs {}";

std::string names(const World& world, const std::vector<Id<Component>>& components) {
  std::string out;
  for (const auto id : components)
    out += (out.empty() ? "" : ", ") + world.components[id].id;
  return out;
}

/// Why the effect can change nothing; empty when it can.
struct WhyIdle {
  const Reach& reach;

  std::string operator()(const Down& effect) const {
    return touches(effect.components, reach.needed)
               ? ""
               : fmt::format(nobody_needs, names(reach.world, effect.components));
  }
  std::string operator()(const Blocking& effect) const {
    if (const std::string never = no_chance(effect.probability); !never.empty())
      return never;
    return reach.passed.contains(effect.component)
               ? ""
               : fmt::format("no call passes {}", names(reach.world, {effect.component}));
  }
  std::string operator()(const Reregistration& effect) const {
    return reach.fall.contains(effect.component)
               ? ""
               : fmt::format("{} never stops here, so nobody registers again",
                             names(reach.world, {effect.component}));
  }
  std::string operator()(const SlowerHandling& effect) const {
    return effect.factor == 1 ? "its factor is 1" : "";
  }
  std::string operator()(const Staffing& effect) const {
    if (!effect.staff)
      return effect.factor == 1 ? "its factor is 1" : "";
    return std::ranges::all_of(effect.groups, [&](auto id) { return has(id, *effect.staff); })
               ? fmt::format("the roster has {} at every hour", *effect.staff)
               : "";
  }
  /// Where nobody of a stage can be called in, a measure may change that for all of them: only
  /// groups that cannot while another one of their stage can are worth a look.
  std::string operator()(const NoCallIn& effect) const {
    const auto& groups = reach.world.groups;
    const auto can = [&](Id<models::AgentGroup> id) { return groups[id].call_in.has_value(); };
    const auto another_can = [&](Id<models::AgentGroup> id) {
      return std::ranges::any_of(groups, [&](const models::AgentGroup& other) {
        return other.stage == groups[id].stage && other.call_in.has_value();
      });
    };
    const bool idle =
        std::ranges::none_of(effect.groups, can) && std::ranges::any_of(effect.groups, another_can);
    return idle ? "nobody can be called in there" : "";
  }
  std::string operator()(const Surge& effect) const {
    const bool none = effect.callers ? *effect.callers == 0 : effect.extra_rate == 0;
    return none ? "it adds no callers" : "";
  }
  std::string operator()(const Reduction& effect) const { return no_share(effect.share); }
  std::string operator()(const NoSignal& effect) const { return no_share(effect.share); }
  std::string operator()(const CampOn& effect) const { return no_share(effect.share); }
  std::string operator()(const Lines& effect) const {
    return effect.share == 1 ? "its share is 1" : "";
  }
  std::string operator()(const OpenChannel& effect) const {
    const models::Channel& channel = reach.world.callers.channels[effect.channel];
    return channel.published && (!effect.share || *effect.share == channel.share)
               ? fmt::format("{} is known to everybody already", channel.id)
               : "";
  }
  std::string operator()(const NoTakeover& effect) const { return without_takeover(effect); }
  std::string operator()(const DelayTakeover& effect) const { return without_takeover(effect); }
  std::string operator()(const TakeoverFails& effect) const { return without_takeover(effect); }
  std::string operator()(const StaleNumbers& effect) const { return without_takeover(effect); }
  std::string operator()(const Misroute& effect) const { return no_chance(effect.probability); }
  std::string operator()(const Corrupt& effect) const { return no_chance(effect.probability); }
  std::string operator()(const Flood& effect) const {
    return effect.calls_per_s == 0 ? "it adds no calls" : "";
  }
  std::string operator()(const Evacuate&) const { return ""; }
  std::string operator()(const Latency& effect) const {
    return models::mean(effect.delay_s) == 0 ? "its delay is 0" : "";
  }
  std::string operator()(const NetworkFlood&) const { return ""; }
  std::string operator()(const PlannedTakeover&) const { return ""; }

private:
  /// Just so many are on duty, whatever the hour and chance.
  bool has(Id<models::AgentGroup> id, int staff) const {
    const models::AgentGroup& group = reach.world.groups[id];
    return reach.world.understaffing.probability == 0 && group.is_all_free() &&
           std::ranges::all_of(group.roster.steps,
                               [&](const auto& step) { return step.staff == staff; });
  }
  static std::string no_chance(double probability) {
    return probability == 0 ? "its probability is 0" : "";
  }
  static std::string no_share(double share) { return share == 0 ? "its share is 0" : ""; }
  template <class Of>
  std::string without_takeover(const Of& effect) const {
    return none_has_partner(reach.world, effect.centres) ? no_takeover_there : "";
  }
};

/// Why it can change nothing that is counted; empty when it can. The warm-up of a drawn window ends
/// before the onset.
std::string why_idle(const Effect& effect, const Reach& reach, const Window& window) {
  const auto* lasts = std::get_if<models::Constant>(&effect.duration_s);
  if (!effect.to_the_end && lasts && effect.from_s + lasts->value <= window.warm_up_s)
    return fmt::format("it ends within the warm-up of {}, which is not counted",
                       models::time_text(window.warm_up_s));
  return std::visit(WhyIdle{reach}, effect.what);
}

}  // namespace

std::vector<models::Warning> idle_effects(const World& world, const Scenario& scenario) {
  const Components passed = passed_by_calls(world);
  const Reach reach{world, passed, needed_by_anything(world, passed), may_fall(world, scenario)};
  std::vector<models::Warning> out;
  for (const Threat& threat : scenario.threats)
    for (const Effect& effect : threat.effects)
      if (const std::string why = why_idle(effect, reach, scenario.window); !why.empty())
        out.push_back({effect.mark, "idle-effect",
                       fmt::format("effect {} can change nothing: {}", effect.id, why)});
  return out;
}

}  // namespace scenarios
