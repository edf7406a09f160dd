#pragma once

#include <string_view>
#include <vector>

#include "results/study.hpp"

namespace analysis {

/// A step of an outage over the replications that came to it, since the onset of each.
struct Moment {
  std::string_view name;
  std::size_t n = 0, of = 0;
  double p5_s = 0, p50_s = 0, p95_s = 0;  ///< NaN when n is 0; the ends when it cannot carry them
};

/// Known, ordered and switched at the first centre that was lost; repaired and back home at the
/// last one; served again as `recover_s` has it. Without a takeover it is repaired when the last
/// component works again.
std::vector<Moment> outage_moments(const results::Study& study);

}  // namespace analysis
