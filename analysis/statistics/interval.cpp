#include "analysis/statistics/interval.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <functional>

#include "analysis/statistics/level.hpp"

namespace analysis {
namespace {

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

/// Not by their moments: the mean of twenty times 3 is a little more than 3.
bool are_equal(std::span<const double> values) {
  return std::ranges::adjacent_find(values, std::ranges::not_equal_to{}) == values.end();
}

/// Of the mean. Needs two values.
double standard_error(const Moments& m, std::size_t values) {
  const auto n = static_cast<double>(values);
  return std::sqrt(m.second / (n - 1) / n);
}

}  // namespace

std::string_view word_of(Method method) {
  constexpr std::array<std::string_view, 5> words = {"none", "student_t", "hall",
                                                     "order_statistics", "effective_jeffreys"};
  return words.at(static_cast<std::size_t>(method));
}

double skewness(std::span<const double> values) {
  const Moments m = moments_of(values);
  const auto n = static_cast<double>(values.size());
  return m.second > 0 ? std::sqrt(n) * m.third / std::pow(m.second, 1.5) : 0;
}

Interval student_t(std::span<const double> values) {
  if (values.empty())
    return {};
  const Moments m = moments_of(values);
  if (values.size() == 1)
    return {m.mean, undefined, undefined, Method::none};
  const double half =
      t_quantile(static_cast<double>(values.size()) - 1) * standard_error(m, values.size());
  return {m.mean, m.mean - half, m.mean + half, Method::student_t};
}

Interval hall(std::span<const double> values) {
  if (values.size() < 2 || are_equal(values))
    return student_t(values);
  const Moments m = moments_of(values);
  const double error = standard_error(m, values.size());
  const double c = m.third / (3 * std::pow(m.second, 1.5));
  // Of Hall's cubic t + c t^2 + c^2 t^3 / 3 + c / 2 = ((1 + c t)^3 - 1) / 3c + c / 2, the inverse.
  const auto studentised = [c](double z) {
    const double w = 3 * (z - c / 2), root = std::cbrt(1 + c * w);
    return w / (root * root + root + 1);
  };
  const double z = t_quantile(static_cast<double>(values.size()) - 1);
  Interval out = {m.mean, m.mean - error * studentised(z), m.mean - error * studentised(-z),
                  Method::hall};
  const auto [least, most] = std::ranges::minmax_element(values);
  if (m.third > 0)
    out.low = std::max(out.low, *least);
  if (m.third < 0)
    out.high = std::min(out.high, *most);
  return out;
}

Interval interval_of_mean(std::span<const double> values) {
  if (are_equal(values))
    return {values.empty() ? undefined : values.front(), undefined, undefined, Method::none};
  const double g1 = skewness(values);
  return static_cast<double>(values.size()) > 25 * g1 * g1 ? student_t(values) : hall(values);
}

Interval interval_of_difference(std::span<const double> a, std::span<const double> b) {
  if (a.size() < 2 || b.size() < 2)
    return {};
  const Moments x = moments_of(a), y = moments_of(b);
  const double p = std::pow(standard_error(x, a.size()), 2),
               q = std::pow(standard_error(y, b.size()), 2), by = y.mean - x.mean;
  if (p + q == 0)
    return {by, undefined, undefined, Method::none};
  const double degrees =
      (p + q) * (p + q) /
      (p * p / (static_cast<double>(a.size()) - 1) + q * q / (static_cast<double>(b.size()) - 1));
  const double half = t_quantile(degrees) * std::sqrt(p + q);
  return {by, by - half, by + half, Method::student_t};
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
