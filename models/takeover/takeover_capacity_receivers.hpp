#pragma once

#include <utility>
#include <vector>

#include "models/takeover/takeover_capacity.hpp"

namespace models {

/// Who takes over from the lost centres, and how much room they have. Room is in erlang of the
/// lost centres' own people: a receiver needs `foreign_handling` times as long, and a dispatcher
/// who must relay needs `relay` on top of it.
class Receivers {
public:
  Receivers(const World& world, const OfferedLoad& load, const std::vector<Id<Centre>>& lost,
            const TakeoverQuestion& question);

  /// Groups that may take this work of a lost centre, with the largest share of it that is theirs.
  std::vector<std::pair<Id<AgentGroup>, double>> of(Id<Centre> from, Id<Stage> stage,
                                                    Id<Discipline> discipline) const;

  struct Room {
    double erlang = 0;
    Bottleneck::Kind limited_by = Bottleneck::Kind::staff;  ///< or desks
  };
  Room room(Id<AgentGroup> group) const;
  double lines_left(Id<Centre> centre) const;

private:
  struct Systems {
    bool stopped = false, keeps_dispatch_home = false;
  };
  void look_at_systems();
  void seat_guests();
  bool is_lost(Id<Centre> centre) const;
  Systems& systems(Id<Centre> centre, Id<Stage> stage) {
    return systems_[centre.index * world_.stages.size() + stage.index];
  }
  const Systems& systems(Id<Centre> centre, Id<Stage> stage) const {
    return systems_[centre.index * world_.stages.size() + stage.index];
  }
  Id<AgentGroup> able_group(Id<Centre> centre, Id<Stage> stage, Id<Discipline> discipline) const;
  double longer_by(const AgentGroup& group) const;

  const World& world_;
  const OfferedLoad& load_;
  const std::vector<Id<Centre>>& lost_;
  TakeoverQuestion question_;
  double factor_;  ///< of this hour's demand on the mean of the week
  std::vector<Systems> systems_;
  Table<AgentGroup, int> guests_;
};

}  // namespace models
