#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/graph/dependency_graph_events.hpp"

namespace models {

/// Events that together lose a function for as long as they last, and none of which can be left
/// out. Standbys have started by then.
struct CutSet {
  std::vector<std::size_t> events;       ///< places in the list of basic events, ascending
  std::optional<double> unavailability;  ///< product; none when one of them has none
};

/// The minimal cut sets of one function of one centre.
struct FunctionCutSets {
  std::vector<CutSet> sets;   ///< fewest events first, then by place
  double unavailability = 0;  ///< sum over the sets that have one: never less than their union
  std::size_t unknown = 0;    ///< sets without one
};

/// For every row of `world.functions_at`, all minimal cut sets of at most `order` events: top down
/// as in the Fault Tree Handbook (NUREG-0492, 1981, chapter VII), larger ones dropped on the way.
/// Events are taken as independent; the sum is the handbook's rare event approximation.
std::vector<FunctionCutSets> minimal_cut_sets(const World& world,
                                              const std::vector<BasicEvent>& events,
                                              std::size_t order = 3);

}  // namespace models
