#include "sim/takeover/relocation.hpp"

#include <algorithm>

#include "models/chance/whole.hpp"

namespace sim {

int Relocation::move_to(CentreId partner, double share) {
  int people = 0;
  for (const auto group : world_.groups.ids()) {
    const auto& row = world_.groups[group];
    if (row.centre != home_)
      continue;
    const auto host = colleagues_of(row, partner);
    const int guests = models::nearest(staff_.rostered(group) * share);
    if (!host || guests == 0)
      continue;
    staff_.add_guests(host, guests);
    guests_.push_back({host, guests});
    people += guests;
  }
  return people;
}

void Relocation::go_home() {
  for (const auto& [group, people] : guests_)
    staff_.add_guests(group, -people);
  guests_.clear();
}

Relocation::GroupId Relocation::colleagues_of(const models::AgentGroup& group,
                                              CentreId partner) const {
  const auto discipline = world_.roles[group.role].disciplines.front();
  for (const auto id : world_.groups.ids()) {
    const auto& row = world_.groups[id];
    const auto& serves = world_.roles[row.role].disciplines;
    if (row.centre == partner && row.stage == group.stage &&
        std::ranges::find(serves, discipline) != serves.end())
      return id;
  }
  return {};
}

}  // namespace sim
