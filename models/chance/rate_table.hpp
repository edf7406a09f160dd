#pragma once

#include <vector>

namespace models {

/// A rate that is not known exactly, by its quantiles at equal steps of probability from 0 to 1:
/// ascending, above 0, at least two. Between two of them it is uniform in its logarithm, so that
/// two say "log-uniform", and two that are equal "a known rate".
struct RateTable {
  std::vector<double> quantiles;

  /// u in [0, 1].
  double at(double u) const;
  double mean() const;
  /// Probability of at most `rate`.
  double at_most(double rate) const;
  RateTable times(double factor) const;
  bool operator==(const RateTable&) const = default;
};

}  // namespace models
