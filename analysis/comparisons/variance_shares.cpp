#include "analysis/comparisons/variance_shares.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace analysis {
namespace {

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

/// From the squared correlation with a draw's mean to the share of the parameters' variance.
class Shares {
public:
  Shares(std::size_t draws, std::size_t inputs, double parameter_share)
      : draws_(static_cast<double>(draws)), parameter_share_(parameter_share) {
    const boost::math::normal normal;
    chance_z_ = boost::math::quantile(normal, 1 - 0.025 / static_cast<double>(inputs));
  }

  VarianceShare of(const DrawnInput& input, double r) const {
    VarianceShare out{input.id, input.confirmed};
    const double z = std::atanh(std::clamp(r, -0.999999, 0.999999)), sd = 1 / std::sqrt(draws_ - 3);
    const double near = std::max(0.0, std::abs(z) - 1.959964 * sd),
                 far = std::abs(z) + 1.959964 * sd;
    const double unbiased = r * r - (1 - r * r) / (draws_ - 2);
    out.share = unbiased / parameter_share_;
    out.low = squared(near);
    out.high = squared(far);
    out.clear = std::abs(z) > chance_z_ * sd;
    return out;
  }

private:
  double squared(double z) const {
    return std::min(1.0, std::tanh(z) * std::tanh(z) / parameter_share_);
  }

  double draws_, parameter_share_, chance_z_ = 0;
};

}  // namespace

VarianceShares variance_shares(const std::vector<std::vector<double>>& by_draw,
                               const std::vector<DrawnInput>& inputs) {
  VarianceShares out;
  out.spread = two_sources(by_draw);
  if (by_draw.size() < 4 || !(out.spread.parameter_share > 0))
    return out;
  std::vector<double> means;
  for (const auto& values : by_draw)
    means.push_back(mean_of(values));
  const Shares shares(by_draw.size(), inputs.size(), out.spread.parameter_share);
  for (const DrawnInput& input : inputs)
    if (const double r = correlation(input.u, means); !std::isnan(r))
      out.shares.push_back(shares.of(input, r));
  std::stable_sort(out.shares.begin(), out.shares.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
  for (const VarianceShare& one : out.shares) {
    out.clear += one.clear ? one.share : 0;
    out.confirmed += one.confirmed ? std::max(0.0, one.share) : 0;
  }
  return out;
}

}  // namespace analysis
