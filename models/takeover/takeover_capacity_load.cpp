#include "models/takeover/takeover_capacity_load.hpp"

#include <algorithm>

namespace models {
namespace {

/// The last stage with the caller on the line; those behind it get a job for each dispatch.
Id<Stage> last_call_stage(const World& world) {
  Id<Stage> last{0};
  for (const auto stage : world.stages.ids())
    if (world.stages[stage].caller_on_line)
      last = stage;
  return last;
}

Id<Kind> first_genuine(const World& world) {
  for (const auto kind : world.kinds.ids())
    if (world.kinds[kind].genuine)
      return kind;
  return {0};
}

double forwarded_share(const World& world) {
  double share = 0;
  for (const Kind& kind : world.kinds)
    share += kind.share * kind.forwarded;
  return share;
}

void add(Load& load, double jobs_per_s, double handling_s) {
  load.jobs_per_s += jobs_per_s;
  load.erlang += jobs_per_s * handling_s;
}

}  // namespace

OfferedLoad::OfferedLoad(const World& world)
    : regions_(world.regions.size()),
      disciplines_(world.disciplines.size()),
      loads_(world.stages.size() * regions_ * disciplines_),
      groups_(world.groups.size()) {
  for (const auto region : world.regions.ids()) {
    for (const auto discipline : world.disciplines.ids())
      if (world.disciplines[discipline].modelled)
        add_calls(world, region, discipline);
    for (const OtherWork& work : world.demand.other_work)
      add_other_work(world, region, work);
  }
  for (const auto stage : world.stages.ids())
    for (const auto region : world.regions.ids())
      for (const auto discipline : world.disciplines.ids())
        if (const auto group = world.route(stage, region, discipline)) {
          groups_[group].jobs_per_s += of(stage, region, discipline).jobs_per_s;
          groups_[group].erlang += of(stage, region, discipline).erlang;
        }
}

void OfferedLoad::add_calls(const World& world, Id<Region> region, Id<Discipline> discipline) {
  const Id<Stage> last = last_call_stage(world);
  const double calls_per_s =
      world.demand.calls_per_s * world.regions[region].weight * world.disciplines[discipline].share;
  for (const auto stage : world.stages.ids()) {
    for (const auto kind : world.kinds.ids()) {
      const Kind& row = world.kinds[kind];
      double share = row.share;
      if (stage.index > 0 && last.index > 0)
        share *= row.forwarded;
      if (stage > last)
        share *= row.dispatched;
      add(loads_[place(stage, region, discipline)], calls_per_s * share,
          mean(world.handling_s(stage, kind, discipline)));
    }
  }
}

void OfferedLoad::add_other_work(const World& world, Id<Region> region, const OtherWork& work) {
  const Id<Stage> last = last_call_stage(world);
  const Id<Kind> kind = first_genuine(world);
  const double jobs_per_s = world.demand.calls_per_s * world.regions[region].weight *
                            forwarded_share(world) * world.disciplines[work.discipline].share *
                            work.per_forwarded_call;
  for (const auto stage : world.stages.ids()) {
    if (stage < work.stage || (stage > work.stage && work.stage < last))
      continue;
    const bool is_dispatch_of_it = stage > work.stage && work.stage == last;
    add(loads_[place(stage, region, work.discipline)],
        jobs_per_s * (is_dispatch_of_it ? work.dispatched : 1),
        mean(world.handling_s(stage, kind, work.discipline)));
  }
}

int busiest_hour(const Demand& demand) {
  const auto& hours = demand.hour_of_week;
  return static_cast<int>(std::max_element(hours.begin(), hours.end()) - hours.begin());
}

}  // namespace models
