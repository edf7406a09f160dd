#include "models/chance/rate_table.hpp"

#include <algorithm>
#include <cmath>

namespace models {
namespace {

/// Of a rate that is uniform in its logarithm; between rates that are nearly one, where the
/// quotient loses its digits, their middle.
double mean_between(double low, double high) {
  return high > low * (1 + 1e-6) ? (high - low) / std::log(high / low) : (low + high) / 2;
}

/// How much of the logarithm between two rates lies below `rate`.
double part_below(double low, double high, double rate) {
  if (rate >= high)
    return 1;
  return rate <= low ? 0 : std::log(rate / low) / std::log(high / low);
}

}  // namespace

double RateTable::at(double u) const {
  const auto steps = static_cast<double>(quantiles.size() - 1);
  const double place = std::clamp(u, 0.0, 1.0) * steps;
  const auto below = static_cast<std::size_t>(std::min(std::floor(place), steps - 1));
  const double low = quantiles[below], high = quantiles[below + 1];
  return low * std::pow(high / low, place - static_cast<double>(below));
}

double RateTable::mean() const {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < quantiles.size(); ++i)
    sum += mean_between(quantiles[i], quantiles[i + 1]);
  return sum / static_cast<double>(quantiles.size() - 1);
}

double RateTable::at_most(double rate) const {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < quantiles.size(); ++i)
    sum += part_below(quantiles[i], quantiles[i + 1], rate);
  return sum / static_cast<double>(quantiles.size() - 1);
}

RateTable RateTable::times(double factor) const {
  RateTable out = *this;
  for (double& rate : out.quantiles)
    rate *= factor;
  return out;
}

}  // namespace models
