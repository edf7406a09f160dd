#pragma once

#include <utility>
#include <vector>

#include "models/world/world.hpp"
#include "sim/people/staff_desk.hpp"

namespace sim {

/// Uitwijk: people who lost their desk sit down at a partner's, and go home again.
class Relocation {
public:
  using CentreId = models::Id<models::Centre>;
  using GroupId = models::Id<models::AgentGroup>;

  Relocation(const models::World& world, StaffDesk& staff, CentreId home)
      : world_(world), staff_(staff), home_(home) {}

  /// Moves this share of the people of each group; returns how many that are. Whoever has no
  /// colleagues of the same stage and discipline there stays.
  int move_to(CentreId partner, double share);
  void go_home();

private:
  GroupId colleagues_of(const models::AgentGroup& group, CentreId partner) const;

  const models::World& world_;
  StaffDesk& staff_;
  CentreId home_;
  std::vector<std::pair<GroupId, int>> guests_;
};

}  // namespace sim
