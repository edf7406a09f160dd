#include "analysis/comparisons/variance_shares.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "analysis/statistics/level.hpp"

namespace analysis {
namespace {

std::vector<double> at(const std::vector<double>& values, const std::vector<std::size_t>& places) {
  std::vector<double> out;
  for (const std::size_t place : places)
    out.push_back(values[place]);
  return out;
}

/// Pearson's; undefined when one of them does not vary.
double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const double mean_x = mean_of(x), mean_y = mean_of(y);
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : undefined;
}

/// What a normal deviate passes with this probability.
double passed_with(double probability) {
  return quantile(complement(boost::math::normal(), probability));
}

/// From the squared correlation with a draw's mean to the share of the parameters' variance.
class Shares {
public:
  Shares(std::size_t draws, std::size_t inputs, double parameter_share)
      : draws_(static_cast<double>(draws)), parameter_share_(parameter_share) {
    chance_z_ = passed_with(tail / static_cast<double>(inputs));
  }

  VarianceShare of(const DrawnInput& input, double r) const {
    VarianceShare out{input.id, input.confirmed};
    const double z = std::atanh(std::clamp(r, -0.999999, 0.999999)), sd = 1 / std::sqrt(draws_ - 3);
    const double half = passed_with(tail) * sd;
    out.share = of_z(std::abs(z));
    out.low = of_z(std::max(0.0, std::abs(z) - half));
    out.high = of_z(std::abs(z) + half);
    out.clear = std::abs(z) > chance_z_ * sd;
    return out;
  }

private:
  /// Unbiased: without what a correlation of nothing is squared.
  double of_z(double z) const {
    const double square = std::tanh(z) * std::tanh(z);
    return std::min(1.0, (square - (1 - square) / (draws_ - 2)) / parameter_share_);
  }

  double draws_, parameter_share_, chance_z_ = 0;
};

}  // namespace

VarianceShares variance_shares(const std::vector<std::vector<double>>& by_draw,
                               const std::vector<DrawnInput>& inputs) {
  VarianceShares out;
  out.spread = two_sources(by_draw);
  std::vector<std::size_t> kept;  // draws with a replication
  std::vector<double> means;
  for (std::size_t draw = 0; draw < by_draw.size(); ++draw)
    if (!by_draw[draw].empty()) {
      kept.push_back(draw);
      means.push_back(mean_of(by_draw[draw]));
    }
  if (inputs.empty() || kept.size() < fewest_draws || !(out.spread.parameter_share > 0))
    return out;
  const Shares shares(kept.size(), inputs.size(), out.spread.parameter_share);
  for (const DrawnInput& input : inputs)
    if (const double r = correlation(at(input.u, kept), means); !std::isnan(r))
      out.shares.push_back(shares.of(input, r));
  std::stable_sort(out.shares.begin(), out.shares.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
  for (const VarianceShare& one : out.shares) {
    out.clear += one.clear ? one.share : 0;
    out.confirmed += one.confirmed ? one.share : 0;
  }
  out.clear = std::min(1.0, out.clear);
  out.confirmed = std::clamp(out.confirmed, 0.0, 1.0);
  return out;
}

}  // namespace analysis
