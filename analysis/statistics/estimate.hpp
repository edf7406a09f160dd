#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace analysis {

/// A number that does not exist: a share of nothing, a duration that nobody asks for. What is asked
/// for and never comes is infinite (results/observations.hpp has the convention).
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// How an interval was made.
enum class Method {
  none,                ///< there is none at this number of values
  student_t,           ///< the mean's, when the values are near enough to a normal
  hall,                ///< the mean's without its skewness, when they are skewed
  order_statistics,    ///< a percentile's
  effective_jeffreys,  ///< a share's, of waits that depend on each other within a replication
};
std::string_view word_of(Method method);

/// What the replications say about one number. A field that does not exist is NaN: everything when
/// no value is defined, the interval when only one is.
struct Estimate {
  double mean = undefined;
  double low = undefined, high = undefined;  ///< 95 % interval of the mean
  double p5 = undefined, p50 = undefined, p95 = undefined;
  std::size_t n_defined = 0;
  std::size_t n_infinite = 0;    ///< among those left out: what never came
  Method method = Method::none;  ///< of the interval
};

/// Mean with its interval (interval_of_mean), which is the mean alone when all values are equal;
/// percentiles by order statistics. Values that are not finite
/// (an empty share, a delay without end) are left out and only show in the counts.
Estimate estimate(std::span<const double> values);

double mean_of(std::span<const double> values);

/// disturbed[i] - twin[i]; not finite where one of the two is not.
std::vector<double> paired_differences(std::span<const double> disturbed,
                                       std::span<const double> twin);

/// The smallest value with at least a share p of the values at or below it.
double order_statistic(std::span<const double> ascending, double p);

/// Half of the interval over the size of the mean; NaN when the mean is zero or unknown, because
/// then no relative precision exists.
double relative_half_width(const Estimate& estimate);

/// A share of the replications with Jeffreys' 95 % interval (Brown, Cai and DasGupta, Statistical
/// Science 16, 2001). None of n is an upper bound, not zero: 1 - 0.05^(1/n), below which it lies
/// with 95 %; all of n the same from the other side.
struct Proportion {
  double share = undefined, low = undefined, high = undefined;
  std::size_t hits = 0, of = 0;
};
Proportion proportion(std::size_t hits, std::size_t of);

/// The ends of that interval; the counts need not be whole (Korn and Graubard).
struct Ends {
  double low = 0, high = 1;
};
Ends jeffreys(double hits, double of);

}  // namespace analysis
