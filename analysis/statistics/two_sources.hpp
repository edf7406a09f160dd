#pragma once

#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace analysis {

/// An expected value when the parameters are uncertain too: the outer loop draws all parameters
/// over their declared ranges, the inner one replicates. One-way analysis of variance with random
/// effects (Searle, Casella and McCulloch, Variance components, 1992, chapter 3).
struct TwoSources {
  std::size_t draws = 0, values = 0;
  double mean = undefined;
  Interval chance;      ///< of the mean, for the draws that were made: Monte Carlo error
  Interval parameters;  ///< the middle 95 % of the expected value over the ranges
  Interval both;        ///< the headline: the two together
  double parameter_share = undefined;  ///< of the variance of a draw's mean
};

/// One vector of replications per draw, made with other random numbers than those of other draws.
/// Draws without values are left out; nothing is defined with fewer than two of at least two.
TwoSources two_sources(std::span<const std::vector<double>> by_draw);

}  // namespace analysis
