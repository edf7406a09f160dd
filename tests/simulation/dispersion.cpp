#include "tests/simulation/dispersion.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dispersion {

namespace {

constexpr double quarter_s = 900;
constexpr int points = 100, quarters_of_day = 96;

/// Of the callers who are no later ones: how many later ones follow on average, by share.
struct Clusters {
  double with_later = 0;  ///< share of first callers about an incident
  double later = 0;       ///< mean number behind each of those, geometric
  double delay_s = 1, within_s = 0;

  double dialled_by(double since_s) const {
    const double t_s = std::clamp(since_s, 0.0, within_s);
    return within_s > 0 ? std::expm1(-t_s / delay_s) / std::expm1(-within_s / delay_s) : 0;
  }
};

Clusters clusters_of(const models::World& world) {
  if (!world.demand.bursts)
    return {};
  double first = 0, later = 0;
  for (const auto& kind : world.kinds)
    (kind.duplicate ? later : first) += kind.genuine ? kind.share : 0;
  return {first / (1 - later), later / first, world.demand.bursts->delay_s,
          world.demand.bursts->within_s};
}

/// Product of 1 + cv^2 over the factors that both quarters have in common, less 1.
double shared_variance(const models::World& world, int one, int other) {
  double product = 1;
  for (const auto& factor : world.demand.busyness) {
    const auto quarters = static_cast<int>(std::lround(factor.block_s / quarter_s));
    if (one / quarters == other / quarters)
      product *= 1 + factor.cv * factor.cv;
  }
  return product - 1;
}

/// Mean over the places of the window in a day of the double sum over quarters, each with its
/// weight: how many calls in the window come of a first caller in that quarter.
double variance_of_rate(const models::World& world, const std::vector<double>& weights,
                        int quarters) {
  const int before = static_cast<int>(weights.size()) - quarters;
  double sum = 0;
  int places = 0;
  for (int place = 0; place < quarters_of_day; place += quarters, ++places)
    for (int i = 0; i < static_cast<int>(weights.size()); ++i)
      for (int j = 0; j < static_cast<int>(weights.size()); ++j) {
        const int origin = 10 * quarters_of_day + place - before;
        sum += weights[static_cast<std::size_t>(i)] * weights[static_cast<std::size_t>(j)] *
               shared_variance(world, origin + i, origin + j);
      }
  return sum / places;
}

}  // namespace

double variance_over_mean(const models::World& world, double calls_per_s, int quarters) {
  const Clusters of = clusters_of(world);
  const double first_per_s = calls_per_s / (1 + of.with_later * of.later),
               window_s = quarters * quarter_s, step_s = quarter_s / points;
  const int before = static_cast<int>(std::ceil(of.within_s / quarter_s));
  double of_clusters = 0;
  std::vector<double> weights;
  for (int quarter = -before; quarter < quarters; ++quarter) {
    double weight = 0;
    for (int point = 0; point < points; ++point) {
      const double t_s = quarter * quarter_s + (point + 0.5) * step_s;
      const double inside = of.dialled_by(window_s - t_s) - of.dialled_by(-t_s),
                   own = quarter >= 0 ? 1 : 0, mean = of.later * inside;
      // Second moment of own + K, K geometric and thinned: E K = mean, E K (K - 1) = 2 mean^2.
      of_clusters += step_s * (own + of.with_later * (2 * own * mean + mean + 2 * mean * mean));
      weight += step_s * (own + of.with_later * mean);
    }
    weights.push_back(first_per_s * weight);
  }
  return (first_per_s * of_clusters + variance_of_rate(world, weights, quarters)) /
         (calls_per_s * window_s);
}

}  // namespace dispersion
