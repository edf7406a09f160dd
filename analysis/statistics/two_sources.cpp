#include "analysis/statistics/two_sources.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/level.hpp"

namespace analysis {
namespace {

double squares_of(std::span<const double> values, double mean) {
  double sum = 0;
  for (const double value : values)
    sum += (value - mean) * (value - mean);
  return sum;
}

/// Sums over draws of the analysis of variance.
struct Anova {
  double draws = 0, values = 0, values_squared = 0, mean = 0, within = 0, between = 0;

  double ms_within() const { return within / (values - draws); }
  double ms_between() const { return between / (draws - 1); }
  /// Mean number of values of a draw, as unequal numbers have it.
  double each() const { return (values - values_squared / values) / (draws - 1); }
  double parameter_variance() const { return std::max(0.0, (ms_between() - ms_within()) / each()); }
};

Anova analyse(const std::vector<std::span<const double>>& by_draw) {
  Anova out;
  for (const auto values : by_draw) {
    const auto n = static_cast<double>(values.size());
    ++out.draws;
    out.values += n;
    out.values_squared += n * n;
    out.mean += n * mean_of(values);
    out.within += squares_of(values, mean_of(values));
  }
  out.mean /= out.values;
  for (const auto values : by_draw) {
    const double deviation = mean_of(values) - out.mean;
    out.between += static_cast<double>(values.size()) * deviation * deviation;
  }
  return out;
}

Interval around(double mean, double half) {
  return {mean, mean - half, mean + half, Method::student_t};
}

/// The means of the draws, drawn together so far that only the parameters' part of their variance
/// is left. Order statistics when there are enough draws for them, else a t prediction interval.
Interval over_parameters(const std::vector<std::span<const double>>& by_draw, const Anova& anova) {
  const double spread = anova.ms_between() / anova.each();
  const double shrink = spread > 0 ? std::sqrt(anova.parameter_variance() / spread) : 0;
  std::vector<double> means;
  for (const auto values : by_draw)
    means.push_back(anova.mean + shrink * (mean_of(values) - anova.mean));
  std::sort(means.begin(), means.end());
  if (anova.draws < 2 / (2 * tail))
    return around(anova.mean, t_quantile(anova.draws - 1) *
                                  std::sqrt(anova.parameter_variance() * (1 + 1 / anova.draws)));
  // Between the order statistics: with few of them the outermost would be too near or too far.
  const auto at = [&](double p) {
    const double rank = p * (anova.draws + 1) - 1;
    const double whole = std::clamp(std::floor(rank), 0.0, anova.draws - 2);
    const auto i = static_cast<std::size_t>(whole);
    return means[i] + std::clamp(rank - whole, 0.0, 1.0) * (means[i + 1] - means[i]);
  };
  return {anova.mean, at(tail), at(1 - tail), Method::order_statistics};
}

}  // namespace

TwoSources two_sources(std::span<const std::vector<double>> by_draw) {
  std::vector<std::span<const double>> used;
  for (const auto& values : by_draw)
    if (values.size() > 1)
      used.emplace_back(values);
  TwoSources out;
  if (used.size() < 2)
    return out;
  const Anova anova = analyse(used);
  out.draws = used.size();
  out.values = static_cast<std::size_t>(anova.values);
  out.mean = anova.mean;
  out.chance = around(anova.mean, t_quantile(anova.values - anova.draws) *
                                      std::sqrt(anova.ms_within() / anova.values));
  out.parameters = over_parameters(used, anova);
  const auto together = [&](double Interval::*end) {
    return std::hypot(out.chance.*end - out.mean, out.parameters.*end - out.mean);
  };
  out.both = {out.mean, out.mean - together(&Interval::low), out.mean + together(&Interval::high),
              out.parameters.method};
  const double variance = anova.parameter_variance();
  const double of_a_mean = variance + anova.ms_within() / anova.each();
  out.parameter_share = of_a_mean > 0 ? variance / of_a_mean : 0;
  return out;
}

}  // namespace analysis
