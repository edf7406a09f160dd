#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/calendar.hpp"
#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/calls/course.hpp"

namespace sim {

/// Who is at the desks for 112: roster, understaffed shifts, the share that is free, effects,
/// call-in and guests from another centre add up to the people of each group, at most its desks.
class StaffDesk {
public:
  using GroupId = models::Id<models::AgentGroup>;

  /// When the run starts, on the local clock of the world's zone.
  struct Start {
    const models::Calendar& calendar;
    models::UtcSeconds utc;
  };
  StaffDesk(const models::World& world, const models::ReplicationKey& key, const Start& start,
            CallExchange& exchange, Course& course);

  using IsInTakeover = std::function<bool(models::Id<models::Centre>)>;
  /// Sets every group to what its roster says now. A change is told where it matters: at a centre
  /// that is taken over, and in a group with guests, called-in people or an effect on its staff.
  void follow_rosters(const IsInTakeover& in_takeover);
  /// Seconds since start of the next step of any roster after `now_s`; infinity when all are flat.
  double next_step_s(double now_s) const;

  /// From now on the rosters and the call-in are those of this world, whose groups are the same.
  void go_by(const models::World& world);

  void begin(const scenarios::Staffing& effect);
  void end(const scenarios::Staffing& effect);
  /// Nobody of the group can be called in until it is allowed again as often as it was stopped.
  void stop_call_in(GroupId group) { ++people_[group].call_in_blocks; }
  void allow_call_in(GroupId group) { --people_[group].call_in_blocks; }

  /// Looks at the queues once: starts call-ins, takes their steps, stands them down.
  void look_at_wallboard();
  /// Some group can call people in.
  bool has_call_in() const { return !callers_in_.empty(); }

  void add_guests(GroupId group, int people);
  /// Of the roster, those who are there and free for 112.
  int rostered(GroupId group) const { return people_[group].rostered; }

private:
  struct People {
    int rostered = 0, called_in = 0, guests = 0;
    int call_in_blocks = 0;
    std::optional<double> call_in_since_s;  ///< none: nobody is called in
    double quiet_since_s = 0;
    std::vector<const scenarios::Staffing*> effects;
  };
  void read_world();
  void apply(GroupId group);
  int free_of_shift(GroupId group, int staff, models::UtcSeconds utc) const;
  models::UtcSeconds shift_began_s(GroupId group, models::UtcSeconds utc) const;
  void look_at(GroupId group);
  int clock_s(models::UtcSeconds utc) const;
  int seconds_to_change(models::UtcSeconds utc, int ahead) const;

  const models::World* world_;  ///< whose rosters and call-in hold
  models::ReplicationKey key_;
  models::UtcSeconds start_;
  CallExchange& exchange_;
  Course& course_;
  const models::Calendar& calendar_;
  std::vector<int> steps_;  // distinct seconds of the week at which some roster changes
  models::Table<models::AgentGroup, People> people_;
  std::vector<GroupId> callers_in_;  ///< groups that can call people in
};

}  // namespace sim
