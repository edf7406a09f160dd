#pragma once

#include <string>
#include <vector>

#include "models/graph/dependency_graph_cut_sets.hpp"
#include "models/graph/dependency_graph_events.hpp"
#include "models/graph/dependency_graph_network.hpp"
#include "models/graph/dependency_graph_single_points.hpp"
#include "models/takeover/takeover_capacity.hpp"
#include "models/world/read_world.hpp"

namespace reports {

/// What to show of the graph; empty texts leave all in.
struct GraphFilter {
  std::string function, meldkamer;
  int hour_of_week = -1;  ///< below 0: the busiest
  double most_busy = 1;   ///< see models::TakeoverQuestion
};

/// One lost centre or pair, and who could carry its work.
struct LostCentres {
  std::vector<models::Id<models::Centre>> lost;
  models::TakeoverCapacity plan, relocated, partners, anyone;
  int worst_hour = 0;  ///< of the week under the plan, for single ones
  double worst_share = 1;
  bool holds_all_week = true;
};

/// Answers of `models/dependency_graph*` and `models/takeover_capacity` for one world.
struct GraphFindings {
  std::vector<models::BasicEvent> events;
  std::vector<std::size_t> functions;             ///< chosen places in `world.functions_at`
  std::vector<models::FunctionCutSets> cut_sets;  ///< by place in `world.functions_at`
  std::vector<models::SinglePoint> single_points;
  models::NetworkGraph network;
  int hour_of_week = 0;
  std::vector<LostCentres> takeovers;  ///< singles, then pairs
  std::size_t pairs_left_out = 0;      ///< of a world with more of them than anybody reads
};

GraphFindings find_in_graph(const models::World& world, const GraphFilter& filter);

/// With "@*" for the centre's own components: "wan@rotterdam" is "wan@*" at Rotterdam.
std::string starred(const std::string& text, const std::string& centre);

/// "sat 17:00" of an hour of the week, and back; -1 when it is none.
std::string hour_text(int hour_of_week);
int hour_of(const std::string& text);

}  // namespace reports
