#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/statistics/estimate.hpp"

namespace analysis {

/// How an interval was made.
enum class Method {
  none,       ///< there is none at this number of values
  student_t,  ///< the mean's, when the values are near enough to a normal
  bca,        ///< the mean's by the bias-corrected accelerated bootstrap, when they are skewed
  order_statistics,    ///< a percentile's
  effective_jeffreys,  ///< a share's, of waits that depend on each other within a replication
};
std::string_view word_of(Method method);

/// A number with its 95 % interval; NaN where one of them does not exist.
struct Interval {
  double value = undefined, low = undefined, high = undefined;
  Method method = Method::none;

  bool exists() const { return method != Method::none; }
};

/// Of the mean of values that are all finite; none when they are all equal, because then they say
/// nothing of how far it may be off. Student's t when there are more than 25 g1^2 of them
/// (Cochran, Sampling Techniques, 3rd ed., 1977, p. 42), g1 their skewness; else the bootstrap.
Interval interval_of_mean(std::span<const double> values);
Interval student_t(std::span<const double> values);
/// 2,000 resamples, drawn by Philox: the same values give the same interval everywhere. Efron,
/// Better bootstrap confidence intervals, JASA 82 (1987).
Interval bca(std::span<const double> values);

double skewness(std::span<const double> values);

/// The percentile p and the order statistics between which it lies with at least 95 %. Neither
/// exists when not enough values lie beyond: P99 wants 299 of them, P95 59. Infinite values count.
Interval percentile(std::span<const double> values, double p);

}  // namespace analysis
