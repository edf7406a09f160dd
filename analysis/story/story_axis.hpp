#pragma once

#include <cstddef>
#include <vector>

#include "results/study.hpp"

namespace analysis {

/// The time axis on which an outage is told: bins of the study's timelines, narrow after the onset
/// and wider the longer it lasts, so that a week fits on one page. Bin i of the axis takes the
/// timeline bins [edges[i], edges[i + 1]).
struct StoryAxis {
  double bin_s = 300;  ///< of the timeline
  double onset_s = 0;  ///< since the start: median over the replications
  std::vector<std::size_t> edges;

  std::size_t bins() const { return edges.empty() ? 0 : edges.size() - 1; }
  double from_s(std::size_t bin) const { return static_cast<double>(edges[bin]) * bin_s; }
};

/// From half an hour before the onset until an hour after everything is back in 95 % of the
/// replications, but not beyond where half of them go on; four hours at least, if they are there.
/// Without timelines it has no bins.
StoryAxis story_axis(const results::Study& study);

/// Begin of the first effect; where none began, the end of the warm-up.
double onset_s(const results::Observations& seen, const results::Provenance& provenance);

/// Since the start: when the replication was over: everything repaired, back home, served again.
double calm_s(const results::Observations& seen, const results::Provenance& provenance);

}  // namespace analysis
