#include "analysis/statistics/rate_posterior.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>
#include <utility>

namespace analysis {
namespace {

using models::RateTable;

constexpr std::size_t steps = 2000;    // of a table that is made here
constexpr std::size_t nodes = 4000;    // of a quadrature over a prior
constexpr std::size_t parts = 1000;    // of one table among several, and of a mixture of counts
constexpr double outermost = 1e-5;     // probability where the tails of a table end
constexpr double lowest_rate = 1e-12;  // a year: a quantile of 0 has no logarithm

template <class Quantile>
std::vector<double> table_of(double lowest, Quantile quantile) {
  std::vector<double> out;
  for (std::size_t i = 0; i <= steps; ++i) {
    const double u = static_cast<double>(i) / steps;
    out.push_back(std::max(lowest, quantile(std::clamp(u, outermost, 1 - outermost))));
  }
  return out;
}

/// Rates with weights, ascending in the rate, as a table.
RateTable table_of_weighted(const std::vector<std::pair<double, double>>& weighted) {
  double sum = 0;
  for (const auto& [rate, weight] : weighted)
    sum += weight;
  RateTable out;
  double below = 0;
  std::size_t next = 0;
  for (std::size_t i = 0; i <= steps; ++i) {
    const double wanted = sum * static_cast<double>(i) / steps;
    while (next + 1 < weighted.size() && below + weighted[next].second < wanted)
      below += weighted[next++].second;
    out.quantiles.push_back(weighted[next].first);
  }
  return out;
}

/// Logarithm of the likelihood of a rate, but for what does not depend on it.
double log_likelihood(double rate, const PoissonRecord& record) {
  return record.events * std::log(rate) - rate * record.share_reported * record.years;
}

/// Thousands of quantiles make a table: in double, as long double takes five times as long for
/// digits that no rate has.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

double quantile_of_beta(double a, double b, double u) {
  return boost::math::quantile(boost::math::beta_distribution<double, InDouble>(a, b), u);
}

/// Ends of a PERT whose 5th and 95th percentiles are these.
struct Pert {
  double low, mode, high;
  double quantile(double u) const {
    const double a = 1 + 4 * (mode - low) / (high - low), b = 1 + 4 * (high - mode) / (high - low);
    return low + (high - low) * quantile_of_beta(a, b, u);
  }
};

Pert fitted(double p5, double mode, double p95) {
  Pert out{p5, mode, p95};
  for (int round = 0; round < 200; ++round) {
    const double below = out.quantile(0.05) - p5, above = p95 - out.quantile(0.95);
    out.low -= below;
    out.high += above;
    if (std::abs(below) + std::abs(above) < 1e-10)
      break;
  }
  return out;
}

}  // namespace

double GammaRate::quantile(double u) const {
  return boost::math::quantile(boost::math::gamma_distribution<double, InDouble>(shape, 1 / years),
                               u);
}

RateTable GammaTables::of(const GammaRate& rate) {
  auto [standard, is_new] = by_shape_.try_emplace(rate.shape);
  if (is_new)
    standard->second = table_of(0, [&](double u) { return GammaRate{rate.shape, 1}.quantile(u); });
  RateTable out{standard->second};
  for (double& quantile : out.quantiles)
    quantile = std::max(lowest_rate, quantile * (1 / rate.years));
  return out;
}

RateTable posterior(const RateTable& prior, const PoissonRecord& record) {
  std::vector<std::pair<double, double>> weighted;
  double highest = -HUGE_VAL;
  for (std::size_t i = 0; i < nodes; ++i) {
    const double rate = prior.at((static_cast<double>(i) + 0.5) / nodes);
    weighted.emplace_back(rate, log_likelihood(rate, record));
    highest = std::max(highest, weighted.back().second);
  }
  for (auto& [rate, weight] : weighted)
    weight = std::exp(weight - highest);
  return table_of_weighted(weighted);
}

RateTable pool_of(const std::vector<RateTable>& tables) {
  std::vector<std::pair<double, double>> weighted;
  for (const RateTable& table : tables)
    for (std::size_t i = 0; i < parts; ++i)
      weighted.emplace_back(table.at((static_cast<double>(i) + 0.5) / parts), 1);
  std::sort(weighted.begin(), weighted.end());
  return table_of_weighted(weighted);
}

RateTable sum_moving_together(const std::vector<RateTable>& tables) {
  if (tables.size() == 1)
    return tables.front();
  RateTable out;
  for (std::size_t i = 0; i <= steps; ++i) {
    double sum = 0;
    for (const RateTable& table : tables)
      sum += table.at(static_cast<double>(i) / steps);
    out.quantiles.push_back(sum);
  }
  return out;
}

RateTable pert_of(double p5, double mode, double p95) {
  const Pert pert = fitted(std::log(p5), std::log(mode), std::log(p95));
  return RateTable{table_of(lowest_rate, [&](double u) { return std::exp(pert.quantile(u)); })};
}

double at_most_events(const RateTable& rate, double years, int n) {
  double sum = 0;
  for (std::size_t i = 0; i < parts; ++i) {
    const double mean = years * rate.at((static_cast<double>(i) + 0.5) / parts);
    sum += boost::math::cdf(boost::math::poisson_distribution<double, InDouble>(mean), n);
  }
  return sum / parts;
}

double bound_of_none_seen(double years) {
  return GammaRate{}.after({0, years, 1}).quantile(0.95);
}

}  // namespace analysis
