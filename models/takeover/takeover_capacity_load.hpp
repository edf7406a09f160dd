#pragma once

#include <cstddef>
#include <vector>

#include "models/world/world.hpp"

namespace models {

/// The work that comes in on average: jobs a second, and erlang (jobs a second x mean handling).
struct Load {
  double jobs_per_s = 0, erlang = 0;
};

/// Offered load by stage, region and discipline at the mean of the week: 112 calls and other work.
/// Nobody hangs up, redials or is helped elsewhere: what a chain that answers all has to carry.
class OfferedLoad {
public:
  explicit OfferedLoad(const World& world);

  const Load& of(Id<Stage> stage, Id<Region> region, Id<Discipline> discipline) const {
    return loads_[place(stage, region, discipline)];
  }
  /// Of all regions and disciplines that come to a group on a normal day.
  const Load& of(Id<AgentGroup> group) const { return groups_[group]; }

private:
  std::size_t place(Id<Stage> stage, Id<Region> region, Id<Discipline> discipline) const {
    return (stage.index * regions_ + region.index) * disciplines_ + discipline.index;
  }
  void add_calls(const World& world, Id<Region> region, Id<Discipline> discipline);
  void add_other_work(const World& world, Id<Region> region, const OtherWork& work);

  std::size_t regions_, disciplines_;
  std::vector<Load> loads_;
  Table<AgentGroup, Load> groups_;
};

/// The hour of the week with the most demand, 0 = Monday 00:00, the first if there are several.
int busiest_hour(const Demand& demand);

}  // namespace models
