#include "models/graph/dependency_graph_single_points.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/graph/dependency_graph_state.hpp"

namespace models {
namespace {

using Places = std::vector<std::size_t>;

Places without(const Places& all, const Places& taken_away) {
  Places out;
  std::set_difference(all.begin(), all.end(), taken_away.begin(), taken_away.end(),
                      std::back_inserter(out));
  return out;
}

Places channels_closed(const World& world, const Working& working) {
  Places out;
  for (std::size_t i = 0; i < world.callers.channels.size(); ++i)
    if (!met(world.callers.channels[i].needs, working))
      out.push_back(i);
  return out;
}

Severity at_worst(const World& world, const Places& functions) {
  Severity worst = Severity::none;
  for (const std::size_t place : functions) {
    const Function& function = world.functions[world.functions_at[place].function];
    const bool answers = world.stages[function.stage].caller_on_line;
    const Severity severity = severity_of(function);
    worst =
        std::min(worst, severity == Severity::stops_answering && !answers ? Severity::stops_dispatch
                                                                          : severity);
  }
  return worst;
}

Places as_bad_as(const World& world, const Places& functions, Severity severity) {
  Places out;
  for (const std::size_t place : functions)
    if (at_worst(world, {place}) == severity)
      out.push_back(place);
  return out;
}

double most_slowed(const World& world, const Places& functions) {
  std::map<std::pair<Id<Centre>, Id<Stage>>, double> factors;
  double most = 1;
  for (const std::size_t place : functions) {
    const FunctionAt& at = world.functions_at[place];
    const Function& function = world.functions[at.function];
    double& factor = factors.try_emplace({at.centre, function.stage}, 1).first->second;
    for (const LossEffect& effect : function.when_lost)
      if (const auto* slows = std::get_if<Slows>(&effect))
        factor *= slows->factor;
    most = std::max(most, factor);
  }
  return most;
}

/// Calls of the region go to the centre at the function's stage.
bool serves(const World& world, const FunctionAt& at, Id<Region> region) {
  const auto stage = world.functions[at.function].stage;
  for (const auto discipline : world.disciplines.ids())
    if (const auto group = world.route(stage, region, discipline);
        group && world.groups[group].centre == at.centre)
      return true;
  return false;
}

/// The state of the world on a normal day, that losses are compared with.
struct Normal {
  explicit Normal(const World& world)
      : functions(functions_lost(world, what_works(world, {}, ColdStandbys::running))),
        without_standbys(functions_lost(world, what_works(world, {}, ColdStandbys::off))),
        channels(channels_closed(world, what_works(world, {}, ColdStandbys::running))) {}
  Places functions, without_standbys, channels;
};

void find_standbys(const World& world, const Working& working, SinglePoint& point) {
  std::vector<Id<Component>> reached;
  for (const std::size_t place : point.interrupted) {
    const auto more = reached_by(world, world.functions_at[place].needs);
    reached.insert(reached.end(), more.begin(), more.end());
  }
  for (const auto id : world.components.ids()) {
    const auto& standby = world.components[id].standby;
    if (!standby || working[standby->primary] || !working[id] ||
        std::find(reached.begin(), reached.end(), id) == reached.end())
      continue;
    const double start_s = mean(standby->start_s);
    if (start_s > 0)
      point.standbys.push_back(id);
    point.start_s = std::max(point.start_s, start_s);
  }
}

SinglePoint judge(const World& world, const Normal& normal,
                  const std::vector<Id<Component>>& lost) {
  SinglePoint out;
  const Working working = what_works(world, lost, ColdStandbys::running);
  const Places cold = functions_lost(world, what_works(world, lost, ColdStandbys::off));
  out.functions = without(functions_lost(world, working), normal.functions);
  out.channels = without(channels_closed(world, working), normal.channels);
  out.interrupted = without(without(cold, normal.without_standbys), out.functions);
  find_standbys(world, working, out);
  out.severity = at_worst(world, out.functions);
  out.interruption = at_worst(world, out.interrupted);
  if (out.severity == Severity::none && !out.channels.empty())
    out.severity = Severity::closes_channel;
  out.slow_factor = most_slowed(world, out.functions);
  const bool lasting = out.severity < Severity::closes_channel;
  out.share_of_demand =
      share_of_demand(world, lasting ? as_bad_as(world, out.functions, out.severity)
                                     : as_bad_as(world, out.interrupted, out.interruption));
  return out;
}

}  // namespace

Severity severity_of(const Function& function) {
  Severity worst = Severity::none;
  for (const LossEffect& effect : function.when_lost) {
    if (std::holds_alternative<Stops>(effect))
      worst = std::min(worst, Severity::stops_answering);
    else if (std::holds_alternative<HidesPicture>(effect) ||
             std::holds_alternative<KeepsDispatchHome>(effect))
      worst = std::min(worst, Severity::blinds);
    else
      worst = std::min(worst, Severity::slows);
  }
  return worst;
}

double share_of_demand(const World& world, const Places& functions) {
  double share = 0;
  for (const auto region : world.regions.ids())
    if (std::any_of(functions.begin(), functions.end(), [&](std::size_t place) {
          return serves(world, world.functions_at[place], region);
        }))
      share += world.regions[region].weight;
  return share;
}

std::vector<SinglePoint> single_points(const World& world, const std::vector<BasicEvent>& events) {
  const Normal normal(world);
  std::vector<SinglePoint> out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    SinglePoint point = judge(world, normal, events[i].loses);
    point.event = i;
    if (!point.functions.empty() || !point.channels.empty() || !point.interrupted.empty())
      out.push_back(std::move(point));
  }
  const auto rank = [&](const SinglePoint& point) {
    const bool passes = point.severity == Severity::none;
    return std::tuple(point.severity, passes ? point.interruption : Severity::none,
                      -point.share_of_demand, -events[point.event].unavailability.value_or(0));
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const SinglePoint& a, const SinglePoint& b) { return rank(a) < rank(b); });
  return out;
}

}  // namespace models
