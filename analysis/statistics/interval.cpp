#include "analysis/statistics/interval.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "models/chance/random_stream.hpp"

namespace analysis {
namespace {

constexpr double tail = 0.025;  // on either side of a 95 % interval
constexpr std::uint64_t resamples = 2000;

/// Mean and the sums of the second and third powers of the deviations from it.
struct Moments {
  double mean = 0, second = 0, third = 0;
};

Moments moments_of(std::span<const double> values) {
  Moments out;
  for (const double value : values)
    out.mean += value / static_cast<double>(values.size());
  for (const double value : values) {
    const double deviation = value - out.mean;
    out.second += deviation * deviation;
    out.third += deviation * deviation * deviation;
  }
  return out;
}

/// Mean of as many values, drawn with replacement.
double resampled_mean(std::span<const double> values, std::uint64_t resample) {
  constexpr std::uint64_t name = models::name_of("bootstrap");
  const auto n = static_cast<double>(values.size());
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); i += 4) {
    const auto draws = models::uniforms({0, resample}, models::Purpose::resampling, {name, i, 0});
    for (std::size_t k = 0; k < std::min<std::size_t>(4, values.size() - i); ++k)
      sum += values[static_cast<std::size_t>(draws[k] * n)];
  }
  return sum / n;
}

std::vector<double> bootstrap_means(std::span<const double> values) {
  std::vector<double> out(resamples);
  for (std::uint64_t i = 0; i < resamples; ++i)
    out[i] = resampled_mean(values, i);
  std::sort(out.begin(), out.end());
  return out;
}

/// Share below the value, ties by half; away from 0 and 1 by half a resample.
double share_below(std::span<const double> ascending, double value) {
  const auto below = std::lower_bound(ascending.begin(), ascending.end(), value);
  const auto not_above = std::upper_bound(below, ascending.end(), value);
  const auto n = static_cast<double>(ascending.size());
  const double share = (static_cast<double>(below - ascending.begin()) +
                        static_cast<double>(not_above - below) / 2) /
                       n;
  return std::clamp(share, 0.5 / n, 1 - 0.5 / n);
}

}  // namespace

std::string_view word_of(Method method) {
  constexpr std::array<std::string_view, 5> words = {"none", "student_t", "bca", "order_statistics",
                                                     "effective_jeffreys"};
  return words.at(static_cast<std::size_t>(method));
}

double skewness(std::span<const double> values) {
  const Moments m = moments_of(values);
  const auto n = static_cast<double>(values.size());
  return m.second > 0 ? std::sqrt(n) * m.third / std::pow(m.second, 1.5) : 0;
}

Interval student_t(std::span<const double> values) {
  const Estimate e = estimate(values);
  return {e.mean, e.low, e.high, values.size() > 1 ? Method::student_t : Method::none};
}

Interval bca(std::span<const double> values) {
  const Moments m = moments_of(values);
  if (values.size() < 2 || m.second == 0)
    return student_t(values);
  const boost::math::normal normal;
  const std::vector<double> means = bootstrap_means(values);
  const double bias = quantile(normal, share_below(means, m.mean));
  // For a mean the jackknife's influences are the deviations themselves.
  const double acceleration = m.third / (6 * std::pow(m.second, 1.5));
  const auto end = [&](double p) {
    const double z = bias + quantile(normal, p);
    return order_statistic(means, cdf(normal, bias + z / (1 - acceleration * z)));
  };
  return {m.mean, end(tail), end(1 - tail), Method::bca};
}

Interval interval_of_mean(std::span<const double> values) {
  if (moments_of(values).second == 0)
    return {values.empty() ? undefined : values.front(), undefined, undefined, Method::none};
  const double g1 = skewness(values);
  return static_cast<double>(values.size()) > 25 * g1 * g1 ? student_t(values) : bca(values);
}

Interval percentile(std::span<const double> values, double p) {
  if (values.empty())
    return {};
  std::vector<double> ascending(values.begin(), values.end());
  std::sort(ascending.begin(), ascending.end());
  const auto n = static_cast<double>(ascending.size());
  const boost::math::binomial_distribution below(n, p);
  // Between the values of rank l and u the percentile lies when l <= number below it < u. Ends of
  // equal tails; an end that has not enough values beyond it leaves what it spares to the other.
  const double beyond_last = std::pow(p, n), beyond_first = std::pow(1 - p, n);
  if (beyond_last + beyond_first > 2 * tail)
    return {};
  const double lower_tail = beyond_last > tail ? 2 * tail - beyond_last : tail;
  const double upper_tail = beyond_first > tail ? 2 * tail - beyond_first : tail;
  std::size_t l = 1, u = ascending.size();
  while (l + 1 < u && cdf(below, static_cast<double>(l)) <= lower_tail)
    ++l;
  while (u - 1 > l && cdf(complement(below, static_cast<double>(u) - 2)) <= upper_tail)
    --u;
  return {order_statistic(ascending, p), ascending[l - 1], ascending[u - 1],
          Method::order_statistics};
}

}  // namespace analysis
