#include "models/chance/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include "models/chance/normal_quantile.hpp"

namespace models {

namespace {

namespace policies = boost::math::policies;
/// Plain doubles throughout: long double would be several times slower for no visible gain.
using Fast = policies::policy<policies::promote_double<false>>;

constexpr double z95 = 1.6448536269514722;  // standard normal quantile at 0.95

struct Quantile {
  double u;

  double operator()(const Constant& d) const { return d.value; }
  double operator()(const Exponential& d) const { return quantile(d, u); }
  double operator()(const Lognormal& d) const {
    return std::exp(d.mu + d.sigma * normal_quantile(u));
  }
  double operator()(const Gamma& d) const {
    return d.scale * boost::math::gamma_p_inv(d.shape, u, Fast{});
  }
  double operator()(const Triangular& d) const {
    const double width = d.max - d.min;
    if (width <= 0)
      return d.min;
    if (u * width < d.mode - d.min)
      return d.min + std::sqrt(u * width * (d.mode - d.min));
    return d.max - std::sqrt((1 - u) * width * (d.max - d.mode));
  }
  double operator()(const Uniform& d) const { return d.min + u * (d.max - d.min); }
  double operator()(const Beta& d) const {
    return d.min + (d.max - d.min) * boost::math::ibeta_inv(d.alpha, d.beta, u, Fast{});
  }
  double operator()(const Empirical& d) const {
    const auto at = std::lower_bound(d.cumulative.begin(), d.cumulative.end(), u);
    const auto index = std::min<std::ptrdiff_t>(at - d.cumulative.begin(),
                                                static_cast<std::ptrdiff_t>(d.values.size()) - 1);
    return d.values[static_cast<std::size_t>(index)];
  }
};

double probability(const Empirical& d, std::size_t i) {
  return d.cumulative[i] - (i == 0 ? 0 : d.cumulative[i - 1]);
}

struct Mean {
  double operator()(const Constant& d) const { return d.value; }
  double operator()(const Exponential& d) const { return d.mean; }
  double operator()(const Lognormal& d) const { return std::exp(d.mu + d.sigma * d.sigma / 2); }
  double operator()(const Gamma& d) const { return d.shape * d.scale; }
  double operator()(const Triangular& d) const { return (d.min + d.mode + d.max) / 3; }
  double operator()(const Uniform& d) const { return (d.min + d.max) / 2; }
  double operator()(const Beta& d) const {
    return d.min + (d.max - d.min) * d.alpha / (d.alpha + d.beta);
  }
  double operator()(const Empirical& d) const {
    double sum = 0;
    for (std::size_t i = 0; i < d.values.size(); ++i)
      sum += d.values[i] * probability(d, i);
    return sum;
  }
};

struct Variance {
  double operator()(const Constant&) const { return 0; }
  double operator()(const Exponential& d) const { return d.mean * d.mean; }
  double operator()(const Lognormal& d) const {
    const double mean = Mean{}(d);
    return mean * mean * std::expm1(d.sigma * d.sigma);
  }
  double operator()(const Gamma& d) const { return d.shape * d.scale * d.scale; }
  double operator()(const Triangular& d) const {
    const double a = d.mode - d.min, b = d.max - d.mode, c = d.max - d.min;
    return (a * a + b * b + c * c) / 36;
  }
  double operator()(const Uniform& d) const { return (d.max - d.min) * (d.max - d.min) / 12; }
  double operator()(const Beta& d) const {
    const double sum = d.alpha + d.beta, width = d.max - d.min;
    return width * width * d.alpha * d.beta / (sum * sum * (sum + 1));
  }
  double operator()(const Empirical& d) const {
    const double mean = Mean{}(d);
    double sum = 0;
    for (std::size_t i = 0; i < d.values.size(); ++i)
      sum += (d.values[i] - mean) * (d.values[i] - mean) * probability(d, i);
    return sum;
  }
};

}  // namespace

double quantile_of_other(const Distribution& distribution, double u) {
  return std::visit(Quantile{u}, distribution);
}

double mean(const Distribution& distribution) {
  return std::visit(Mean{}, distribution);
}

double variance(const Distribution& distribution) {
  return std::visit(Variance{}, distribution);
}

Lognormal lognormal_by_median_p95(double median, double p95) {
  return {std::log(median), std::log(p95 / median) / z95};
}

Lognormal lognormal_by_mean_cv(double mean, double cv) {
  const double variance_of_log = std::log1p(cv * cv);
  return {std::log(mean) - variance_of_log / 2, std::sqrt(variance_of_log)};
}

Gamma gamma_by_mean_cv(double mean, double cv) {
  return {1 / (cv * cv), mean * cv * cv};
}

Beta beta_by_mean_sd(double mean, double sd) {
  const double sum = mean * (1 - mean) / (sd * sd) - 1;
  return {mean * sum, (1 - mean) * sum, 0, 1};
}

Empirical empirical(std::vector<double> values, std::vector<double> weights) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  Empirical out;
  double sum = 0;
  for (const std::size_t i : order) {
    sum += weights[i];
    out.values.push_back(values[i]);
    out.cumulative.push_back(sum / total);
  }
  if (!out.cumulative.empty())
    out.cumulative.back() = 1;
  return out;
}

}  // namespace models
