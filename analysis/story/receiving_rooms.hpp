#pragma once

#include <cstdint>
#include <vector>

#include "analysis/statistics/estimate.hpp"
#include "results/study.hpp"

namespace analysis {

/// What taking over asked of a room that answered for another one in some replication.
struct ReceivingRoom {
  std::uint32_t centre = 0;
  Proportion received;  ///< replications in which it answered for others
  Estimate answered;    ///< calls that it answered for others, in those
  /// By discipline: minutes with somebody waiting and nobody free, more than in the twin, summed
  /// over its groups that answer for the discipline, in the replications in which it received.
  std::vector<Estimate> short_min;
};

/// In the order of the centres. Nothing of a study without a twin.
std::vector<ReceivingRoom> receiving_rooms(const results::Study& study);

}  // namespace analysis
