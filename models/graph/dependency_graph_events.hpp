#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/world/world.hpp"

namespace models {

/// Something that goes wrong by itself: a component that has fewer units than it needs, or a
/// common cause that takes all units of all components of its group, or of one component.
struct BasicEvent {
  std::string id;  ///< the component's id, or the common cause's
  bool common_cause = false;
  std::vector<Id<Component>> loses;  ///< one, or the group
  /// Share of time, none when the world does not say it: of a common cause when its only component
  /// has a beta (Fleming 1975: of the failures of a unit this share takes them all).
  std::optional<double> unavailability;
  bool on_demand = false;  ///< a standby that does not start when it is called
};

/// One for every component, in their order, one for every common cause by name, and one for every
/// component with a beta that shares its common cause with others, by the component's name.
std::vector<BasicEvent> basic_events(const World& world);

/// Share of time with fewer than k of n units that fail and are repaired independently, each
/// down for mean_down / (mtbf + mean_down): the binomial tail of Barlow and Proschan, Statistical
/// Theory of Reliability and Life Testing (1975), chapter 2. The mtbf is the mean time up.
double k_of_n_unavailability(int n, int k, double mtbf_s, double mean_down_s);

}  // namespace models
