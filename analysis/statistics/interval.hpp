#pragma once

#include <span>

#include "analysis/statistics/estimate.hpp"

namespace analysis {

/// A number with its 95 % interval; NaN where one of them does not exist.
struct Interval {
  double value = undefined, low = undefined, high = undefined;
  Method method = Method::none;

  bool exists() const { return method != Method::none; }
};

/// Of the mean of values that are all finite; none when they are all equal, because then they say
/// nothing of how far it may be off. Student's t when there are more than 25 g1^2 of them
/// (Cochran, Sampling Techniques, 3rd ed., 1977, p. 42), g1 their skewness; else Hall's. The
/// one interval of a mean, of whatever command; docs/intervals.md says how often it holds the
/// truth.
Interval interval_of_mean(std::span<const double> values);
Interval student_t(std::span<const double> values);
/// Student's t of a mean whose skewness is taken out by a cubic that only rises (Hall, On the
/// removal of skewness by transformation, JRSS B 54, 1992). On the side of the short tail it ends
/// at the last of the values at the latest.
Interval hall(std::span<const double> values);

/// Mean of b less mean of a, when the two have nothing to do with each other (Welch, Biometrika 34,
/// 1947). None with fewer than two values of either.
Interval interval_of_difference(std::span<const double> a, std::span<const double> b);

double skewness(std::span<const double> values);

/// The percentile p and the order statistics between which it lies with at least 95 %. Neither
/// exists when not enough values lie beyond: P99 wants 299 of them, P95 59. Infinite values count.
Interval percentile(std::span<const double> values, double p);

}  // namespace analysis
