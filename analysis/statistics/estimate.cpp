#include "analysis/statistics/estimate.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <cmath>
#include <stdexcept>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/level.hpp"
#include "models/chance/whole.hpp"

namespace analysis {
namespace {

std::vector<double> finite_ascending(std::span<const double> values) {
  std::vector<double> finite;
  std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
               [](double value) { return std::isfinite(value); });
  std::sort(finite.begin(), finite.end());
  return finite;
}

}  // namespace

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values)
    sum += value;
  return sum / static_cast<double>(values.size());
}

Estimate estimate(std::span<const double> values) {
  const std::vector<double> finite = finite_ascending(values);
  Estimate out;
  out.n_defined = finite.size();
  out.n_infinite = static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [](double value) { return std::isinf(value); }));
  if (finite.empty())
    return out;
  out.mean = mean_of(finite);
  out.p5 = order_statistic(finite, 0.05);
  out.p50 = order_statistic(finite, 0.50);
  out.p95 = order_statistic(finite, 0.95);
  if (finite.size() < 2)
    return out;
  const Interval interval = interval_of_mean(finite);
  out.method = interval.method;
  out.low = interval.exists() ? interval.low : out.mean;
  out.high = interval.exists() ? interval.high : out.mean;
  return out;
}

std::vector<double> paired_differences(std::span<const double> disturbed,
                                       std::span<const double> twin) {
  if (disturbed.size() != twin.size())
    throw std::logic_error("paired_differences: unequal numbers of replications");
  std::vector<double> out(disturbed.size());
  std::transform(disturbed.begin(), disturbed.end(), twin.begin(), out.begin(),
                 [](double here, double there) {
                   // Endless in both is no difference.
                   return std::isinf(here) && here == there ? 0 : here - there;
                 });
  return out;
}

double order_statistic(std::span<const double> ascending, double p) {
  if (ascending.empty())
    return undefined;
  const auto n = static_cast<double>(ascending.size());
  const auto rank = std::max<std::size_t>(1, models::whole_above(p * n));
  return ascending[std::min(rank, ascending.size()) - 1];
}

double relative_half_width(const Estimate& estimate) {
  if (estimate.mean == 0)
    return undefined;
  return (estimate.high - estimate.low) / 2 / std::abs(estimate.mean);
}

Proportion proportion(std::size_t hits, std::size_t of) {
  if (of == 0)
    return {};
  const auto k = static_cast<double>(hits), n = static_cast<double>(of);
  const auto [low, high] = jeffreys(k, n);
  return {k / n, low, high, hits, of};
}

Ends jeffreys(double k, double n) {
  const boost::math::beta_distribution posterior(k + 0.5, n - k + 0.5);
  Ends out;
  if (k > 0)
    out.low = k == n ? std::pow(2 * tail, 1 / n) : boost::math::quantile(posterior, tail);
  if (k < n)
    out.high = k == 0 ? 1 - std::pow(2 * tail, 1 / n)
                      : boost::math::quantile(boost::math::complement(posterior, tail));
  return out;
}

}  // namespace analysis
