#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/statistics/estimate.hpp"
#include "results/study.hpp"

namespace analysis {

/// How long a step of the takeovers took, over the episodes that came to it.
struct Clock {
  double mean_s = undefined, p95_s = undefined;
  std::size_t episodes = 0;
};

/// What became of a centre that lost its function, over all replications.
struct TakeoverSummary {
  std::string centre;
  std::size_t episodes = 0;
  Proportion lost;        ///< replications in which the centre lost its function
  Proportion taken_over;  ///< replications in which a partner or its own people took over
  std::map<std::string, std::size_t> partners;  ///< episodes by who took over
  Clock detect;                                 ///< onset to somebody who can act knowing
  Clock decide;                                 ///< knowing to ordering
  Clock switch_;                                ///< ordering to the partner answering
  Clock repair;                                 ///< onset to repaired
  Clock back;                                   ///< repaired to back home: verify and return
  Estimate failed_switches, answered;           ///< per replication with an episode
};

/// One for each centre with an episode in any replication, in the order of the centres.
std::vector<TakeoverSummary> takeovers(const results::Study& study);

}  // namespace analysis
