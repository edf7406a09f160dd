#pragma once

#include <cstddef>
#include <vector>

#include "models/graph/dependency_graph_events.hpp"

namespace models {

/// What the loss of a function does, worst first.
enum class Severity { stops_answering, stops_dispatch, slows, blinds, closes_channel, none };

/// An event that alone loses functions, for as long as it lasts or while standbys start.
struct SinglePoint {
  std::size_t event = 0;                   ///< place in the list of basic events
  std::vector<std::size_t> functions;      ///< lost: places in `world.functions_at`
  std::vector<std::size_t> channels;       ///< closed: places in `world.callers.channels`
  std::vector<std::size_t> interrupted;    ///< functions lost only until standbys have started
  std::vector<Id<Component>> standbys;     ///< that are called then
  double start_s = 0;                      ///< the longest of their mean times to start
  Severity severity = Severity::none;      ///< the worst of `functions`, or else of `channels`
  Severity interruption = Severity::none;  ///< the worst of `interrupted`
  double share_of_demand = 0;              ///< of the regions for which that worst happens
  double slow_factor = 1;                  ///< the most that handling is slowed at one stage
};

/// The worst that losing the function does.
Severity severity_of(const Function& function);

/// Share of the callers whose calls go to one of these functions' centres at their stages.
double share_of_demand(const World& world, const std::vector<std::size_t>& functions);

/// Every event that loses or interrupts something, worst consequence first, then largest share of
/// the demand, then most often.
std::vector<SinglePoint> single_points(const World& world, const std::vector<BasicEvent>& events);

}  // namespace models
