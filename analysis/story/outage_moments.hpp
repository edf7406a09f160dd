#pragma once

#include <string_view>
#include <vector>

#include "analysis/statistics/interval.hpp"
#include "results/study.hpp"

namespace analysis {

/// A step of an outage over the replications, since the onset of each.
struct Moment {
  std::string_view name;
  std::size_t n = 0, of = 0;
  std::size_t not_needed = 0;  ///< never down, or no calls elsewhere that could come home
  /// Product-limit percentiles. NaN: nobody came to it, it lies beyond the data, or, of the ends,
  /// too few replications have them.
  double p5_s = undefined, p50_s = undefined, p95_s = undefined;
  double later_than_s = undefined;  ///< when the P50 or the P95 lies beyond the data: their end
};

/// Known, ordered and switched at the first centre that was lost, of the replications that came to
/// it. Repaired and back home at the last one, and served again as `recover_s` has it: where the
/// data end first, only that it is later is known. Never down ranks below all times, as in a row of
/// the impact table. Without a takeover it is repaired when the last component works again.
/// Aimed at a part of the nation: `recovered` is that of the touched part, as in the row; else that
/// of the nation.
bool recovery_is_of_touched(const results::Study& study);

std::vector<Moment> outage_moments(const results::Study& study);

}  // namespace analysis
