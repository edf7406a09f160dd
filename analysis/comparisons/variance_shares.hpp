#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/two_sources.hpp"

namespace analysis {

/// An uncertain input and where each draw had it, uniform in (0, 1) and apart from all others.
struct DrawnInput {
  std::string id;
  bool confirmed = false;  ///< somebody stands behind it
  std::vector<double> u;
};

/// How much of the variance of the expected value one input explains by itself. The estimate is
/// unbiased, so that of an input without any share lies below 0 as often as above.
struct VarianceShare {
  std::string id;
  bool confirmed = false;
  double share = undefined, low = undefined, high = undefined;  ///< with its 95 % interval
  bool clear = false;  ///< more than chance among so many inputs (Bonferroni, 5 % in all)
};

inline constexpr std::size_t fewest_draws = 4;  ///< for a share

/// Which input the variance of a result stands on when all are drawn. First-order indices of Sobol
/// by the squared coefficients of a linear regression on independent inputs (Saltelli et al.,
/// Global Sensitivity Analysis: The Primer, 2008, section 1.2.5), less what chance alone gives, and
/// over the parameters' part of the variance; intervals by Fisher's z. What bends both ways, and
/// what inputs do only together, is in no share: it is in what is left over.
struct VarianceShares {
  TwoSources spread;                  ///< of the result over all draws
  std::vector<VarianceShare> shares;  ///< largest first
  double clear = 0;                   ///< sum of those that are clear, at most 1
  double confirmed = 0;  ///< sum of those that stand on confirmed inputs, between 0 and 1
};

/// `by_draw`: the replications of each draw, as many as each input has values; draws without one
/// are left out. No shares with fewer than `fewest_draws`, without inputs, or when they move
/// nothing.
VarianceShares variance_shares(const std::vector<std::vector<double>>& by_draw,
                               const std::vector<DrawnInput>& inputs);

}  // namespace analysis
