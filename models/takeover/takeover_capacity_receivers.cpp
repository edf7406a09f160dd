#include "models/takeover/takeover_capacity_receivers.hpp"

#include <algorithm>

#include "models/chance/whole.hpp"
#include "models/graph/dependency_graph_state.hpp"
#include "models/text/read_values.hpp"

namespace models {
namespace {

bool serves(const World& world, const AgentGroup& group, Id<Discipline> discipline) {
  const auto& served = world.roles[group.role].disciplines;
  return std::find(served.begin(), served.end(), discipline) != served.end();
}

Id<AgentGroup> group_at(const World& world, Id<Centre> centre, Id<Stage> stage,
                        Id<Discipline> discipline) {
  for (const auto id : world.groups.ids()) {
    const AgentGroup& group = world.groups[id];
    if (group.centre == centre && group.stage == stage && serves(world, group, discipline))
      return id;
  }
  return {};
}

}  // namespace

Receivers::Receivers(const World& world, const OfferedLoad& load,
                     const std::vector<Id<Centre>>& lost, const TakeoverQuestion& question)
    : world_(world),
      load_(load),
      lost_(lost),
      question_(question),
      factor_(world.demand.hour_of_week[static_cast<std::size_t>(question.hour_of_week)]),
      systems_(world.centres.size() * world.stages.size()),
      guests_(world.groups.size(), 0) {
  look_at_systems();
  if (question.relocated)
    seat_guests();
}

/// What the others cannot do once the lost centres' components are gone.
void Receivers::look_at_systems() {
  std::vector<Id<Component>> gone;
  for (const auto id : world_.components.ids())
    if (world_.components[id].centre && is_lost(world_.components[id].centre))
      gone.push_back(id);
  const Working working = what_works(world_, gone, ColdStandbys::running);
  for (const std::size_t place : functions_lost(world_, working)) {
    const FunctionAt& at = world_.functions_at[place];
    const Function& function = world_.functions[at.function];
    for (const LossEffect& effect : function.when_lost) {
      systems(at.centre, function.stage).stopped |= std::holds_alternative<Stops>(effect);
      systems(at.centre, function.stage).keeps_dispatch_home |=
          std::holds_alternative<KeepsDispatchHome>(effect);
    }
  }
}

/// As the simulator's coordinator does: a share of those on duty sits down with the first partner
/// that is there.
void Receivers::seat_guests() {
  for (const AgentGroup& group : world_.groups) {
    if (!is_lost(group.centre))
      continue;
    const auto& partners = world_.takeover.partners[group.centre];
    const auto first = std::find_if(partners.begin(), partners.end(), [&](const Partner& partner) {
      return !is_lost(partner.centre);
    });
    if (first == partners.end())
      continue;
    const auto discipline = world_.roles[group.role].disciplines.front();
    if (const auto host = group_at(world_, first->centre, group.stage, discipline))
      guests_[host] += models::nearest(group.free_at(question_.hour_of_week * int(hour_s)) *
                                       world_.takeover.relocated_share);
  }
}

bool Receivers::is_lost(Id<Centre> centre) const {
  return std::find(lost_.begin(), lost_.end(), centre) != lost_.end();
}

Id<AgentGroup> Receivers::able_group(Id<Centre> centre, Id<Stage> stage,
                                     Id<Discipline> discipline) const {
  return is_lost(centre) || systems(centre, stage).stopped
             ? Id<AgentGroup>{}
             : group_at(world_, centre, stage, discipline);
}

std::vector<std::pair<Id<AgentGroup>, double>> Receivers::of(Id<Centre> from, Id<Stage> stage,
                                                             Id<Discipline> discipline) const {
  std::vector<std::pair<Id<AgentGroup>, double>> out;
  if (question_.receiving == Receiving::anyone) {
    for (const auto centre : world_.centres.ids())
      if (const auto group = able_group(centre, stage, discipline);
          group && world_.triage_allows(stage, from, centre, discipline))
        out.push_back({group, 1});
    return out;
  }
  double left = 1;
  for (const Partner& partner : world_.takeover.partners[from]) {
    const auto group = able_group(partner.centre, stage, discipline);
    if (!group || !world_.may_take(stage, from, partner, discipline))
      continue;
    out.push_back({group, left * std::min(partner.share, 1.0)});
    left -= out.back().second;
  }
  if (question_.receiving == Receiving::partners)
    for (auto& [group, share] : out)
      share = 1;
  else if (!out.empty())
    out.back().second += left;  // the last one who can has the rest
  std::erase_if(out, [](const auto& part) { return part.second <= 0; });
  return out;
}

Receivers::Room Receivers::room(Id<AgentGroup> group) const {
  const AgentGroup& row = world_.groups[group];
  const double people = row.free_at(question_.hour_of_week * int(hour_s)) + guests_[group];
  const double left =
      std::min<double>(people, row.desks) * question_.most_busy - load_.of(group).erlang * factor_;
  return {std::max(0.0, left) / longer_by(row),
          row.desks < people ? Bottleneck::Kind::desks : Bottleneck::Kind::staff};
}

double Receivers::lines_left(Id<Centre> centre) const {
  double left = world_.centres[centre].lines.value_or(0);
  for (const auto id : world_.groups.ids())
    if (world_.groups[id].centre == centre && world_.stages[world_.groups[id].stage].caller_on_line)
      left -= load_.of(id).erlang * factor_;
  return std::max(0.0, left) / world_.takeover.foreign_handling;
}

/// Relaying is spread over the group's mean job.
double Receivers::longer_by(const AgentGroup& group) const {
  double longer = world_.takeover.foreign_handling;
  Load mean;
  for (const auto discipline : world_.roles[group.role].disciplines)
    for (const auto region : world_.regions.ids()) {
      mean.jobs_per_s += load_.of(group.stage, region, discipline).jobs_per_s;
      mean.erlang += load_.of(group.stage, region, discipline).erlang;
    }
  if (!world_.stages[group.stage].caller_on_line && mean.erlang > 0 &&
      systems(group.centre, group.stage).keeps_dispatch_home)
    longer += world_.takeover.relay_s * mean.jobs_per_s / mean.erlang;
  return longer;
}

}  // namespace models
