#pragma once

namespace validation {

/// Probability that at least k of n independent units work, each with probability p (Barlow and
/// Proschan, Statistical Theory of Reliability and Life Testing, 1975).
double k_of_n_work(int n, int k, double p);

/// Failures that begin again and again at 0, period, 2 period, ... and last an exponential time.
struct RepeatedFailure {
  double period_s, mean_s;
  int times;

  /// Probability that none of them lasts at `t_s`.
  double none(double t_s) const;
  /// Sum over the failures of p / (1 - p): times `none`, the probability that exactly one lasts.
  double odds(double t_s) const;
};

/// Expected seconds in [0, end) without two of three components that each fail repeatedly, on
/// their own, when a common cause takes all of them too (times = 0: no common cause).
double two_of_three_down_s(const RepeatedFailure& own, const RepeatedFailure& common, double end_s);
/// The same for one component of three units, each failure taking one unit more.
double two_of_three_units_down_s(const RepeatedFailure& own, double end_s);

}  // namespace validation
