#pragma once

#include <optional>
#include <vector>

#include "models/takeover/takeover_capacity_load.hpp"
#include "models/world/world.hpp"

/// How much of the work of lost centres others could carry, as a maximum flow.
///
/// Approximation: flows of erlang, with mean handling times, the mean number of people who are free
/// for 112 as rostered (`free_for_112`) and no queues. People who are to answer within seconds
/// cannot be busy all the time, callers who wait redial, and a takeover takes time to switch: what
/// is carried here is an upper bound. A plan that does not hold here does not hold in the
/// simulation; one that holds here may still fail there.
namespace models {

/// Who may answer for a lost centre.
enum class Receiving {
  plan,      ///< its partners, each in order its share of what those before it left
  partners,  ///< its partners, divided at will
  anyone     ///< every centre with the right people, divided at will
};

struct TakeoverQuestion {
  int hour_of_week = 0;  ///< 0 = Monday 00:00
  Receiving receiving = Receiving::plan;
  bool relocated = false;  ///< the lost centres' people who move have arrived at the first partner
  double most_busy = 1;    ///< share of the time that people can be at work: 1 is without a pause
};

/// Why no more can be carried.
struct Bottleneck {
  enum class Kind {
    staff,       ///< qualified people on duty
    desks,       ///< desks for more people
    lines,       ///< lines of the centre
    division,    ///< the plan's shares: a partner without work left gets no more
    no_receiver  ///< nobody with the role and the systems
  } kind = Kind::staff;
  Id<AgentGroup> group;
  Id<Centre> centre;
  auto operator<=>(const Bottleneck&) const = default;
};

/// Work of one stage and discipline, in erlang of the lost centres' own people; foreign work takes
/// `takeover.foreign_handling` times as long.
struct CarriedWork {
  Id<Stage> stage;
  Id<Discipline> discipline;
  double offered_erlang = 0, carried_erlang = 0;
  std::vector<Bottleneck> bottlenecks;  ///< when not all is carried

  double share() const { return offered_erlang > 0 ? carried_erlang / offered_erlang : 1; }
  /// Up to the thousandths that are counted in.
  bool holds() const { return carried_erlang >= offered_erlang - 0.0015; }
};

struct TakeoverCapacity {
  std::vector<Id<Centre>> lost;
  std::vector<CarriedWork> work;  ///< by stage and discipline; only what the lost centres did
  double offered_erlang = 0, carried_erlang = 0;

  double share() const { return offered_erlang > 0 ? carried_erlang / offered_erlang : 1; }
  bool holds() const;
};

/// A receiving group takes what the least of these leaves: its desks and its people on duty (own
/// work taken off), the lines of its centre, and its systems: it must have the role and the right
/// (its disciplines, its triage system), and the functions that stop answering must stand without
/// the lost centres' components. Where a
/// discipline shares people with another, the smaller work is carried first. A centre that is lost
/// together with all its components loses its people and desks.
TakeoverCapacity takeover_capacity(const World& world, const OfferedLoad& load,
                                   const std::vector<Id<Centre>>& lost,
                                   const TakeoverQuestion& question);

/// Every single centre that does work, and every pair of those whose work is done elsewhere too:
/// what one centre does for all the country nobody takes over, so a pair would say nothing new.
std::vector<std::vector<Id<Centre>>> singles_and_pairs(const World& world);

}  // namespace models
