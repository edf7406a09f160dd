#pragma once

#include <cmath>
#include <variant>
#include <vector>

namespace models {

struct Constant {
  double value = 0;
};
struct Exponential {
  double mean = 1;
};
/// exp(N(mu, sigma^2)).
struct Lognormal {
  double mu = 0, sigma = 1;
};
struct Gamma {
  double shape = 1, scale = 1;
};
struct Triangular {
  double min = 0, mode = 0, max = 0;
};
struct Uniform {
  double min = 0, max = 0;
};
/// A beta variable stretched over [min, max].
struct Beta {
  double alpha = 1, beta = 1, min = 0, max = 1;
};
/// `values` ascending; `cumulative` the probability of at most that value, last is 1.
struct Empirical {
  std::vector<double> values, cumulative;
};

/// A distribution of a non-negative quantity in SI units (seconds for times). Sampled by inversion
/// only, so that one uniform always gives one value whatever else is drawn.
using Distribution =
    std::variant<Constant, Exponential, Lognormal, Gamma, Triangular, Uniform, Beta, Empirical>;

/// Inline because it is drawn for nearly every call. log(1 - u) instead of log1p(-u): twice as
/// fast, and off by less than 2^-53 / u of the value.
inline double quantile(const Exponential& exponential, double u) {
  return -exponential.mean * std::log(1 - u);
}
double quantile_of_other(const Distribution& distribution, double u);

/// Value at probability u in (0, 1).
inline double quantile(const Distribution& distribution, double u) {
  if (const auto* exponential = std::get_if<Exponential>(&distribution))
    return quantile(*exponential, u);
  return quantile_of_other(distribution, u);
}
double mean(const Distribution& distribution);
double variance(const Distribution& distribution);

/// mu = ln median, sigma = ln(p95 / median) / z(0.95). Needs 0 < median < p95.
Lognormal lognormal_by_median_p95(double median, double p95);
/// sigma^2 = ln(1 + cv^2), mu = ln mean - sigma^2 / 2. Needs mean > 0, cv > 0.
Lognormal lognormal_by_mean_cv(double mean, double cv);
/// shape = 1 / cv^2, scale = mean cv^2. Needs mean > 0, cv > 0.
Gamma gamma_by_mean_cv(double mean, double cv);
/// Method of moments on [0, 1]. Needs 0 < mean < 1 and 0 < sd^2 < mean (1 - mean).
Beta beta_by_mean_sd(double mean, double sd);
/// Weights need not add up to one.
Empirical empirical(std::vector<double> values, std::vector<double> weights);

}  // namespace models
